use agent_labs_common::{
    escrow::{RatingRight, SubjectKind},
    ids,
};
use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    state::{Channel, Mandate},
};

/// Reputation's event tells of it; one here would say the same twice.
#[derive(Accounts)]
pub struct RatingConsume<'info> {
    /// Reputation's PDA: no other program can sign for it.
    #[account(address = ids::RATING_AUTHORITY @ EscrowError::NotRatingAuthority)]
    pub rating_authority: Signer<'info>,
    #[account(constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
}

pub fn handle_rating_consume(ctx: Context<RatingConsume>) -> Result<RatingRight> {
    let mandate = ctx.accounts.mandate.load()?;
    let mut channel = ctx.accounts.channel.load_mut()?;
    let (paid, refunded) = channel.rate()?;
    channel.invariant()?;
    Ok(RatingRight {
        kind: SubjectKind::Channel,
        subject: ctx.accounts.channel.key(),
        generation: channel.generation,
        agent: channel.agent,
        payer: mandate.payer,
        payout_owner: channel.payout_owner,
        agent_key: channel.agent_key,
        mint: mandate.mint,
        ownership_epoch: channel.ownership_epoch,
        agent_version: channel.agent_version,
        paid,
        refunded,
    })
}
