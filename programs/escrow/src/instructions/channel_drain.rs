use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelDrained},
    math,
    state::{Channel, ChannelStatus, Mandate},
};

/// Anyone may do it once nothing can settle any more; no tokens move.
#[derive(Accounts)]
pub struct ChannelDrain<'info> {
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
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

impl ChannelDrain<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let channel = self.channel.load()?;
        require!(!channel.is(ChannelStatus::Draining), EscrowError::ChannelDraining);
        require!(channel.is_past_settling(now), EscrowError::NotDrainable);
        Ok(())
    }
}

pub fn handle_channel_drain(ctx: Context<ChannelDrain>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut channel = accounts.channel.load_mut()?;
        let returned = channel.unspent()?;
        channel.returned = math::add(channel.returned, returned)?;
        channel.status = ChannelStatus::Draining as u8;
        channel.closing_ends_at = 0;
        mandate.take_back(returned)?;
        mandate.invariant()?;
        channel.invariant()?;
        ChannelDrained {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            settled: channel.settled,
            calls: channel.calls,
            returned,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
