use agent_labs_common::{escrow::ClaimRight, ids};
use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ClaimOpened},
    state::{Channel, Mandate},
};

/// Accounts and their order are `agent_labs_common::escrow::claim_open`'s.
#[derive(Accounts)]
pub struct ClaimOpen<'info> {
    /// Stake's PDA: no other program can sign for it.
    #[account(address = ids::CLAIM_AUTHORITY @ EscrowError::NotClaimAuthority)]
    pub claim_authority: Signer<'info>,
    #[account(constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_claim_open(ctx: Context<ClaimOpen>, claim: u64) -> Result<ClaimRight> {
    let accounts = &mut *ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let key = accounts.channel.key();

    let (released, event, right) = {
        let mandate = accounts.mandate.load()?;
        let mut channel = accounts.channel.load_mut()?;
        let lapsed = channel.lapse(now);
        let (claimed_before, open_disputes_before) = (channel.claimed, channel.open_disputes);
        let (taken, above) = channel.open_claim(claim, now)?;
        channel.invariant()?;
        let refunded = channel.given_back()?;
        let opened = ClaimOpened {
            channel: key,
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            payer: mandate.payer,
            claim,
            claimed_before,
            claimed_after: channel.claimed,
            refunded,
            taken,
            held: channel.held,
            open_disputes_before,
            open_disputes_after: channel.open_disputes,
        };
        let right = ClaimRight {
            subject: key,
            generation: channel.generation,
            agent: channel.agent,
            payer: mandate.payer,
            payout_owner: channel.payout_owner,
            session_key: channel.session_key,
            agent_key: channel.agent_key,
            mint: mandate.mint,
            tag: channel.tag,
            ownership_epoch: channel.ownership_epoch,
            agent_version: channel.agent_version,
            per_call_max: channel.per_call_max,
            held: taken,
            refunded,
        };
        // a hold that lapsed leaves nothing above a claim
        (lapsed.or(above).map(|release| channel.released(key, release)), opened, right)
    };
    if let Some(released) = &released {
        emit(released, &ctx.accounts.event_authority)?;
    }
    emit(&event, &ctx.accounts.event_authority)?;
    Ok(right)
}
