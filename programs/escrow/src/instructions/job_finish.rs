use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobFinished},
    math,
    state::{Job, Mandate},
};

#[derive(Accounts)]
pub struct JobFinish<'info> {
    /// Anyone; the payer need not wait for the rating window, which is its own.
    pub authority: Signer<'info>,
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        close = rent_payer,
        has_one = mandate @ EscrowError::MandateMismatch,
        has_one = rent_payer @ EscrowError::RentPayerMismatch,
        constraint = job.load()?.version == JOB_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub job: AccountLoader<'info, Job>,
    /// CHECK: the one the job names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl JobFinish<'_> {
    fn validate(&self, clock: &Clock) -> Result<()> {
        let (mandate, job) = (self.mandate.load()?, self.job.load()?);
        require!(job.has_ended(), EscrowError::JobNotEnded);
        require!(job.payable()? == 0, EscrowError::JobUnpaid);
        // so that no (address, generation) recurs
        require!(clock.slot > job.generation, EscrowError::JobFinishedInOpeningSlot);
        // its claim window was the review; what the agent never took on gives nothing to rate
        let ended_at = job.ended_at.max(job.last_payout_at);
        let rated = job.accepted_at == 0
            || clock.unix_timestamp >= math::later(ended_at, job.rating_window)?
            || self.authority.key() == mandate.payer;
        require!(rated, EscrowError::RatingWindowOpen);
        Ok(())
    }
}

pub fn handle_job_finish(ctx: Context<JobFinish>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(&Clock::get()?)?;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let job = accounts.job.load()?;
        mandate.jobs = mandate.jobs.checked_sub(1).ok_or(EscrowError::MathOverflow)?;
        mandate.invariant()?;
        JobFinished {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            amount: job.amount,
            paid_gross: job.paid_gross,
            returned: job.returned,
            rent_payer: job.rent_payer,
        }
    };
    emit(&event, &accounts.event_authority)
}
