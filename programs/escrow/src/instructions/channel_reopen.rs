use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelReopened},
    state::{Channel, ChannelStatus, Mandate},
};

#[derive(Accounts)]
pub struct ChannelReopen<'info> {
    /// The wallet itself: a session key may wind down, and never undo it.
    pub payer: Signer<'info>,
    #[account(
        has_one = payer @ EscrowError::PayerMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
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

impl ChannelReopen<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let (mandate, channel) = (self.mandate.load()?, self.channel.load()?);
        require!(channel.is(ChannelStatus::Closing), EscrowError::NotClosing);
        require!(!channel.is_past_settling(now), EscrowError::GraceOver);
        require!(!mandate.winds_down(channel.key_epoch, now), EscrowError::ReopenNotAllowed);
        Ok(())
    }
}

pub fn handle_channel_reopen(ctx: Context<ChannelReopen>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let mut channel = accounts.channel.load_mut()?;
        channel.status = ChannelStatus::Open as u8;
        channel.closing_ends_at = 0;
        channel.invariant()?;
        ChannelReopened {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
