use anchor_lang::prelude::*;

use crate::{
    approvals::{consume, data_of},
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobSplit},
    jobs::require_payers_side,
    state::{Job, JobStatus, Mandate},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct JobSplitArgs {
    /// Of the job that is meant.
    pub generation: u64,
    /// Of what the job has left, to the agent, base units; the rest goes back to the mandate.
    pub to_agent: u64,
}

/// Both sides sign the one transaction: neither can do it alone.
#[derive(Accounts)]
pub struct JobSplitting<'info> {
    /// The payer, or the session key that is both the mandate's and the job's.
    pub authority: Signer<'info>,
    /// The one who is to be paid.
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

impl JobSplitting<'_> {
    /// The accounts as the instruction declares them: what an approval is of.
    fn keys(&self) -> [Pubkey; 6] {
        [
            self.authority.key(),
            self.payout_owner.key(),
            self.mandate.key(),
            self.job.key(),
            self.event_authority.key(),
            self.program.key(),
        ]
    }

    /// Answers whether the approvers have a say.
    fn validate(&self, args: &JobSplitArgs) -> Result<bool> {
        let job = self.job.load()?;
        let mandate = self.mandate.load()?;
        require_payers_side(&self.authority.key(), &mandate, &job)?;
        job.require_generation(args.generation)?;
        require!(job.is_under_way(), EscrowError::JobNotUnderWay);
        require!(args.to_agent <= job.undecided()?, EscrowError::JobSplitTooHigh);
        Ok(mandate.is_release_approval_due(args.to_agent))
    }
}

pub fn handle_job_split<'info>(
    ctx: Context<'_, '_, '_, 'info, JobSplitting<'info>>,
    args: JobSplitArgs,
) -> Result<()> {
    let accounts = &*ctx.accounts;
    if accounts.validate(&args)? {
        let data = data_of(crate::instruction::JobSplit::DISCRIMINATOR, &args)?;
        consume(&data, &accounts.keys(), accounts.mandate.as_ref(), ctx.remaining_accounts)?;
    }

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut job = accounts.job.load_mut()?;
        let to_mandate = job.end(JobStatus::Split, args.to_agent, Clock::get()?.unix_timestamp)?;
        mandate.take_back(to_mandate)?;
        mandate.invariant()?;
        job.invariant()?;
        JobSplit {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            payer: mandate.payer,
            payout_owner: job.payout_owner,
            agreed_by: accounts.authority.key(),
            to_agent: args.to_agent,
            to_mandate,
            earned_after: job.earned,
            returned_after: job.returned,
            ended_at: job.ended_at,
        }
    };
    emit(&event, &accounts.event_authority)
}
