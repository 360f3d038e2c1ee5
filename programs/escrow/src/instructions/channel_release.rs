use anchor_lang::prelude::*;

use super::channel_hold::require_holder;
use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::emit,
    state::{Channel, Mandate},
};

#[derive(Accounts)]
pub struct ChannelRelease<'info> {
    /// The payer, or the session key that is both the mandate's and the channel's.
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

pub fn handle_channel_release(ctx: Context<ChannelRelease>) -> Result<()> {
    let accounts = &mut *ctx.accounts;

    let event = {
        let mut channel = accounts.channel.load_mut()?;
        require_holder(&accounts.authority.key(), &*accounts.mandate.load()?, &channel)?;
        let release = channel.release()?;
        channel.invariant()?;
        channel.released(accounts.channel.key(), release)
    };
    emit(&event, &ctx.accounts.event_authority)
}
