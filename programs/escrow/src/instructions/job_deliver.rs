use anchor_lang::prelude::*;

use crate::{
    constants::JOB_LAYOUT,
    error::EscrowError,
    events::{emit, JobDelivered},
    state::Job,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct JobDeliverArgs {
    /// Of the job that is meant.
    pub generation: u64,
    /// SHA-256 of what is delivered.
    pub result_hash: [u8; 32],
}

#[derive(Accounts)]
pub struct JobDeliver<'info> {
    pub agent_key: Signer<'info>,
    #[account(
        mut,
        has_one = agent_key @ EscrowError::NotJobAgent,
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

pub fn handle_job_deliver(ctx: Context<JobDeliver>, args: JobDeliverArgs) -> Result<()> {
    let accounts = &*ctx.accounts;

    let event = {
        let mut job = accounts.job.load_mut()?;
        job.require_generation(args.generation)?;
        job.deliver(&args.result_hash, Clock::get()?.unix_timestamp)?;
        job.invariant()?;
        JobDelivered {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            result_hash: job.result_hash,
            delivered_at: job.delivered_at,
            review_ends_at: job.review_ends_at,
        }
    };
    emit(&event, &accounts.event_authority)
}
