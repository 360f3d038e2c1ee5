use agent_labs_common::{escrow::ClaimRight, ids};
use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobClaimOpened},
    state::{Job, Mandate},
};

/// Accounts and their order are `agent_labs_common::escrow::claim_open`'s.
#[derive(Accounts)]
pub struct JobClaimOpen<'info> {
    /// Stake's PDA: no other program can sign for it.
    #[account(address = ids::CLAIM_AUTHORITY @ EscrowError::NotClaimAuthority)]
    pub claim_authority: Signer<'info>,
    #[account(constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = job.load()?.version == JOB_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub job: AccountLoader<'info, Job>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_job_claim_open(ctx: Context<JobClaimOpen>, claim: u64) -> Result<ClaimRight> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let key = accounts.job.key();

    let (event, right) = {
        let mandate = accounts.mandate.load()?;
        let mut job = accounts.job.load_mut()?;
        let released = job.open_claim(claim, now)?;
        job.invariant()?;
        let refunded = job.given_back()?;
        let opened = JobClaimOpened {
            job: key,
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            payer: mandate.payer,
            claim,
            released,
            earned_after: job.earned,
            refunded,
        };
        let right = ClaimRight {
            subject: key,
            generation: job.generation,
            agent: job.agent,
            payer: mandate.payer,
            payout_owner: job.payout_owner,
            session_key: job.session_key,
            agent_key: job.agent_key,
            mint: mandate.mint,
            // no voucher is of a job
            tag: [0; 16],
            ownership_epoch: job.ownership_epoch,
            agent_version: job.agent_version,
            per_call_max: 0,
            held: claim,
            refunded,
        };
        (opened, right)
    };
    emit(&event, &accounts.event_authority)?;
    Ok(right)
}
