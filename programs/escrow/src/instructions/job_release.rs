use anchor_lang::prelude::*;

use crate::{
    approvals::{consume, data_of},
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobReleased},
    jobs::require_payers_side,
    state::{Job, JobStatus, Mandate},
};

/// No tokens move: `job_payout` pays, so that a payee whose account is frozen holds up nothing else.
#[derive(Accounts)]
pub struct JobRelease<'info> {
    /// The payer, or the session key that is both the mandate's and the job's; anyone once the review is over.
    pub authority: Signer<'info>,
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

impl JobRelease<'_> {
    /// The accounts as the instruction declares them: what an approval is of.
    fn keys(&self) -> [Pubkey; 5] {
        [
            self.authority.key(),
            self.mandate.key(),
            self.job.key(),
            self.event_authority.key(),
            self.program.key(),
        ]
    }

    /// Answers whether the approvers have a say.
    fn validate(&self, generation: u64, now: i64) -> Result<bool> {
        let job = self.job.load()?;
        job.require_generation(generation)?;
        require!(job.is(JobStatus::Delivered), EscrowError::JobNotDelivered);
        // from then on silence speaks, approvers or not
        if now >= job.review_ends_at {
            return Ok(false);
        }
        let mandate = self.mandate.load()?;
        require_payers_side(&self.authority.key(), &mandate, &job).map_err(|_| EscrowError::ReviewOpen)?;
        Ok(mandate.is_release_approval_due(job.undecided()?))
    }
}

pub fn handle_job_release<'info>(
    ctx: Context<'_, '_, '_, 'info, JobRelease<'info>>,
    generation: u64,
) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    if accounts.validate(generation, now)? {
        let data = data_of(crate::instruction::JobRelease::DISCRIMINATOR, &generation)?;
        consume(&data, &accounts.keys(), accounts.mandate.as_ref(), ctx.remaining_accounts)?;
    }

    let event = {
        let mut job = accounts.job.load_mut()?;
        let earned_before = job.earned;
        let amount = job.undecided()?;
        job.end(JobStatus::Released, amount, now)?;
        job.invariant()?;
        JobReleased {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            payout_owner: job.payout_owner,
            released_by: accounts.authority.key(),
            amount,
            earned_before,
            earned_after: job.earned,
            ended_at: now,
        }
    };
    emit(&event, &accounts.event_authority)
}
