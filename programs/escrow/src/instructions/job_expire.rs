use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobRefund},
    state::{Job, JobStatus, Mandate},
};

/// Anyone may do it once the agent let its time run out; no tokens move.
#[derive(Accounts)]
pub struct JobExpire<'info> {
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
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

impl JobExpire<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        require!(self.job.load()?.is_expired(now), EscrowError::JobNotExpired);
        Ok(())
    }
}

pub fn handle_job_expire(ctx: Context<JobExpire>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(now)?;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut job = accounts.job.load_mut()?;
        let before = job.returned;
        let returned = job.end(JobStatus::Refunded, 0, now)?;
        mandate.take_back(returned)?;
        mandate.invariant()?;
        job.invariant()?;
        job.refunded(accounts.job.key(), mandate.payer, JobRefund::Expired, before)
    };
    emit(&event, &accounts.event_authority)
}
