use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelClosing},
    math,
    state::{Channel, ChannelStatus, Mandate},
};

#[derive(Accounts)]
pub struct ChannelClose<'info> {
    /// The payer or the session key; anyone once the mandate winds down.
    pub authority: Signer<'info>,
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

impl ChannelClose<'_> {
    fn validate(&self, clock: &Clock) -> Result<()> {
        let (mandate, channel) = (self.mandate.load()?, self.channel.load()?);
        require!(channel.is(ChannelStatus::Open), EscrowError::NotOpen);
        // so that no (address, generation) recurs
        require!(clock.slot > channel.generation, EscrowError::ClosedInOpeningSlot);
        let entitled = self.authority.key() == mandate.payer
            || self.authority.key() == mandate.session_key
            || mandate.winds_down(channel.key_epoch, clock.unix_timestamp);
        require!(entitled, EscrowError::CloseNotAllowed);
        Ok(())
    }
}

pub fn handle_channel_close(ctx: Context<ChannelClose>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let clock = Clock::get()?;
    accounts.validate(&clock)?;

    let event = {
        let mut channel = accounts.channel.load_mut()?;
        channel.status = ChannelStatus::Closing as u8;
        channel.closing_ends_at = math::later(clock.unix_timestamp, channel.close_grace)?;
        channel.invariant()?;
        ChannelClosing {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            closed_by: accounts.authority.key(),
            closing_ends_at: channel.closing_ends_at,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
