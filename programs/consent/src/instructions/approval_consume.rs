use agent_labs_common::{ids, mandate::MandateVoices};
use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ConsentError,
    events::{emit, ApprovalConsumed},
    state::Approval,
};

/// Accounts and their order are `agent_labs_common::consent::approval_consume`'s.
#[derive(Accounts)]
pub struct ApprovalConsume<'info> {
    /// Escrow's PDA: no other program can sign for it.
    #[account(address = ids::APPROVAL_CONSUMER @ ConsentError::NotConsumer)]
    pub consumer: Signer<'info>,
    /// CHECK: escrow's; `MandateVoices` reads it.
    pub mandate: UncheckedAccount<'info>,
    #[account(
        mut,
        close = rent_payer,
        has_one = mandate @ ConsentError::MandateMismatch,
        has_one = rent_payer @ ConsentError::RentPayerMismatch,
        constraint = approval.load()?.version == LAYOUT @ ConsentError::UnknownLayout
    )]
    pub approval: AccountLoader<'info, Approval>,
    /// CHECK: the one the approval names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_approval_consume(ctx: Context<ApprovalConsume>, call: [u8; 32]) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let generation = MandateVoices::generation(&accounts.mandate)?.ok_or(ConsentError::MandateMismatch)?;
    let event = {
        let approval = accounts.approval.load()?;
        approval.require_approves(&call, generation, now)?;
        approval.invariant()?;
        ApprovalConsumed {
            approval: accounts.approval.key(),
            mandate: approval.mandate,
            mandate_generation: generation,
            digest: approval.digest,
            call,
            rent_payer: approval.rent_payer,
            signatures: approval.signatures(),
            threshold: approval.threshold,
            consumed_at: now,
        }
    };
    emit(&event, &accounts.event_authority)
}
