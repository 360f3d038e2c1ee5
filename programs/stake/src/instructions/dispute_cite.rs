use anchor_lang::{prelude::*, solana_program::sysvar::instructions};

use crate::{
    constants::DISPUTE_LAYOUT,
    error::StakeError,
    events::{emit, CallCited},
    evidence::verified_call,
    state::{Dispute, SubjectKind},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct DisputeCiteArgs {
    /// Transcript of the call before the cited one; zeros before the first.
    pub transcript_before: [u8; 32],
    /// SHA-256 of the response before the cited one; zeros before the first.
    pub response_before: [u8; 32],
}

#[derive(Accounts)]
pub struct DisputeCite<'info> {
    pub claimant: Signer<'info>,
    #[account(
        mut,
        has_one = claimant @ StakeError::NotClaimant,
        constraint = dispute.load()?.version == DISPUTE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub dispute: AccountLoader<'info, Dispute>,
    /// CHECK: by address; `verified_call` reads it.
    #[account(address = instructions::ID @ StakeError::InstructionsMismatch)]
    pub instructions: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl DisputeCite<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let dispute = self.dispute.load()?;
        require!(dispute.is_about(SubjectKind::Channel), StakeError::NoCallsToCite);
        require!(now < dispute.response_ends_at, StakeError::ResponseOver);
        Ok(())
    }
}

pub fn handle_dispute_cite(ctx: Context<DisputeCite>, args: DisputeCiteArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let sysvar = accounts.instructions.try_borrow_data()?;
        let call = verified_call(&sysvar)?;
        let mut dispute = accounts.dispute.load_mut()?;
        call.require_of(&dispute, &args.transcript_before, &args.response_before)?;
        require!(call.number() > dispute.last_cited_call, StakeError::CallOutOfOrder);
        let cited_before = dispute.cited_calls;
        dispute.cited_calls = cited_before.checked_add(1).ok_or(StakeError::MathOverflow)?;
        dispute.last_cited_call = call.number();
        dispute.invariant()?;
        CallCited {
            dispute: accounts.dispute.key(),
            agent: dispute.agent,
            claimant: dispute.claimant,
            call: call.number(),
            request_hash: call.proof.request,
            response_hash: call.proof.response,
            cumulative: u64::from_le_bytes(call.voucher.cumulative),
            cited_before,
            cited_after: dispute.cited_calls,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
