use agent_labs_common::{
    escrow::{ClaimEnd, ClaimPaid},
    ids,
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenInterface;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobClaimClosed},
    state::{Job, Mandate},
};

/// Accounts and their order are `agent_labs_common::escrow::claim_close`'s. No tokens move: what is awarded stays
/// in the vault, as the mandate's free money.
#[derive(Accounts)]
pub struct JobClaimClose<'info> {
    /// Stake's PDA: no other program can sign for it.
    #[account(address = ids::CLAIM_AUTHORITY @ EscrowError::NotClaimAuthority)]
    pub claim_authority: Signer<'info>,
    #[account(
        mut,
        has_one = mint @ EscrowError::MintMismatch,
        has_one = vault @ EscrowError::VaultMismatch,
        has_one = token_program @ EscrowError::TokenProgramMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = job.load()?.version == JOB_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub job: AccountLoader<'info, Job>,
    /// CHECK: the one the mandate names; nothing of it is read.
    pub mint: UncheckedAccount<'info>,
    /// CHECK: the one the mandate names; nothing of it is read.
    pub vault: UncheckedAccount<'info>,
    /// The vault again: what stake's event names as where the award went.
    /// CHECK: by address.
    #[account(address = vault.key() @ EscrowError::DestinationMismatch)]
    pub destination: UncheckedAccount<'info>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_job_claim_close(ctx: Context<JobClaimClose>, end: ClaimEnd) -> Result<ClaimPaid> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;

    let (event, outcome) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut job = accounts.job.load_mut()?;
        let (earned_before, returned_before) = (job.earned, job.returned);
        let outcome = job.close_claim(&end, now)?;
        mandate.take_back(outcome.paid)?;
        mandate.invariant()?;
        job.invariant()?;
        let closed = JobClaimClosed {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            payer: mandate.payer,
            loss: end.loss,
            refunded_since: outcome.refunded_since,
            paid: outcome.paid,
            released: outcome.released,
            earned_before,
            earned_after: job.earned,
            returned_before,
            returned_after: job.returned,
            ended_at: now,
        };
        (closed, outcome)
    };
    emit(&event, &accounts.event_authority)?;
    Ok(outcome)
}
