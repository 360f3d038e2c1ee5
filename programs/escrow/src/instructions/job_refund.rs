use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobRefund},
    state::{Job, Mandate},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct JobRefundArgs {
    /// Of the job that is meant.
    pub generation: u64,
    /// Of what the job has left, back to the mandate, base units.
    pub amount: u64,
}

/// The one who is to be paid gives back what is not decided yet, while a dispute is open, too.
#[derive(Accounts)]
pub struct JobRefunding<'info> {
    pub payout_owner: Signer<'info>,
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        has_one = payout_owner @ EscrowError::NotPayee,
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

pub fn handle_job_refund(ctx: Context<JobRefunding>, args: JobRefundArgs) -> Result<()> {
    let accounts = &*ctx.accounts;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut job = accounts.job.load_mut()?;
        job.require_generation(args.generation)?;
        let before = job.returned;
        job.give_back(args.amount, Clock::get()?.unix_timestamp)?;
        mandate.take_back(args.amount)?;
        mandate.invariant()?;
        job.invariant()?;
        job.refunded(accounts.job.key(), mandate.payer, JobRefund::GivenBack, before)
    };
    emit(&event, &accounts.event_authority)
}
