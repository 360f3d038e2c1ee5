use agent_labs_common::registry::{Agent, AGENT_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobRefund},
    jobs::require_agents_side,
    state::{Job, JobStatus, Mandate},
};

#[derive(Accounts)]
pub struct JobReject<'info> {
    /// The job's agent key, or the agent's owner.
    pub authority: Signer<'info>,
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ EscrowError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        has_one = agent @ EscrowError::AgentMismatch,
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

impl JobReject<'_> {
    fn validate(&self) -> Result<()> {
        let job = self.job.load()?;
        require_agents_side(&self.authority.key(), &*self.agent.load()?, &job)?;
        require!(job.is(JobStatus::Funded), EscrowError::JobNotFunded);
        Ok(())
    }
}

pub fn handle_job_reject(ctx: Context<JobReject>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut job = accounts.job.load_mut()?;
        let before = job.returned;
        let returned = job.end(JobStatus::Refunded, 0, Clock::get()?.unix_timestamp)?;
        mandate.take_back(returned)?;
        mandate.invariant()?;
        job.invariant()?;
        job.refunded(accounts.job.key(), mandate.payer, JobRefund::Rejected, before)
    };
    emit(&event, &accounts.event_authority)
}
