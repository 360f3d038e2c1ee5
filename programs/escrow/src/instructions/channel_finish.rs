use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelFinished},
    math,
    state::{Channel, ChannelStatus, Mandate},
};

#[derive(Accounts)]
pub struct ChannelFinish<'info> {
    /// Anyone; the payer need not wait for the rating window, which is its own.
    pub authority: Signer<'info>,
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        close = rent_payer,
        has_one = mandate @ EscrowError::MandateMismatch,
        has_one = rent_payer @ EscrowError::RentPayerMismatch,
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
    /// CHECK: the one the channel names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ChannelFinish<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let (mandate, channel) = (self.mandate.load()?, self.channel.load()?);
        require!(channel.is(ChannelStatus::Draining), EscrowError::NotDraining);
        // a hold whose time is over holds nothing up; the money is unpaid then, so that no channel ends with it
        let is_free = channel.held == 0 || channel.is_hold_over(now);
        require!(is_free && channel.open_disputes == 0, EscrowError::HeldOrDisputed);
        require!(channel.refundable()? == 0, EscrowError::UnpaidRemains);
        // nothing settled, nothing to claim or to rate
        if channel.settled == 0 {
            return Ok(());
        }
        let claims_end = math::later(channel.last_settle_at, channel.claim_window)?;
        require!(now >= claims_end, EscrowError::ClaimWindowOpen);
        let ratings_end = math::later(channel.last_payout_at, channel.rating_window)?;
        let rated = now >= ratings_end || self.authority.key() == mandate.payer;
        require!(rated, EscrowError::RatingWindowOpen);
        Ok(())
    }
}

pub fn handle_channel_finish(ctx: Context<ChannelFinish>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let channel = accounts.channel.load()?;
        mandate.channels = mandate.channels.checked_sub(1).ok_or(EscrowError::MathOverflow)?;
        mandate.invariant()?;
        ChannelFinished {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            calls: channel.calls,
            allotted: channel.allotted,
            settled: channel.settled,
            paid_gross: channel.paid_gross,
            returned: channel.returned,
            refunded: channel.refunded,
            rent_payer: channel.rent_payer,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
