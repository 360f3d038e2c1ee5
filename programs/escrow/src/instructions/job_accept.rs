use agent_labs_common::registry::{Agent, AGENT_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobAccepted},
    jobs::require_agents_side,
    state::{Job, Mandate},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct JobAcceptArgs {
    /// Of the job that is meant.
    pub generation: u64,
    /// SHA-256 of what is agreed, as the agent has it.
    pub terms_hash: [u8; 32],
}

#[derive(Accounts)]
pub struct JobAccept<'info> {
    /// The job's agent key, or the agent's owner.
    pub authority: Signer<'info>,
    #[account(constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
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

impl JobAccept<'_> {
    fn validate(&self, args: &JobAcceptArgs) -> Result<()> {
        let (agent, job) = (self.agent.load()?, self.job.load()?);
        require_agents_side(&self.authority.key(), &agent, &job)?;
        job.require_generation(args.generation)?;
        // the payout is the former owner's, the work the new one's
        require!(job.ownership_epoch == agent.ownership_epoch, EscrowError::OwnershipChanged);
        Ok(())
    }
}

pub fn handle_job_accept(ctx: Context<JobAccept>, args: JobAcceptArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(&args)?;

    let event = {
        let mut job = accounts.job.load_mut()?;
        job.accept(&args.terms_hash, Clock::get()?.unix_timestamp)?;
        job.invariant()?;
        JobAccepted {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            accepted_by: accounts.authority.key(),
            terms_hash: job.terms_hash,
            accepted_at: job.accepted_at,
        }
    };
    emit(&event, &accounts.event_authority)
}
