use agent_labs_common::{
    escrow::{RatingRight, SubjectKind},
    ids,
};
use anchor_lang::prelude::*;

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    state::{Job, Mandate},
};

/// Accounts and their order are `agent_labs_common::escrow::rating_consume`'s. Reputation's event tells of it.
#[derive(Accounts)]
pub struct JobRatingConsume<'info> {
    /// Reputation's PDA: no other program can sign for it.
    #[account(address = ids::RATING_AUTHORITY @ EscrowError::NotRatingAuthority)]
    pub rating_authority: Signer<'info>,
    #[account(constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = job.load()?.version == JOB_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub job: AccountLoader<'info, Job>,
}

pub fn handle_job_rating_consume(ctx: Context<JobRatingConsume>) -> Result<RatingRight> {
    let mandate = ctx.accounts.mandate.load()?;
    let mut job = ctx.accounts.job.load_mut()?;
    let (paid, returned) = job.rate()?;
    job.invariant()?;
    Ok(RatingRight {
        kind: SubjectKind::Job,
        subject: ctx.accounts.job.key(),
        generation: job.generation,
        agent: job.agent,
        payer: mandate.payer,
        payout_owner: job.payout_owner,
        agent_key: job.agent_key,
        mint: mandate.mint,
        ownership_epoch: job.ownership_epoch,
        agent_version: job.agent_version,
        paid,
        refunded: returned,
    })
}
