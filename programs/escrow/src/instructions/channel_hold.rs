use anchor_lang::prelude::*;

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelHeld},
    state::{Channel, Mandate},
};

/// Works in every state of a channel: what is settled stays settled.
#[derive(Accounts)]
pub struct ChannelHold<'info> {
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

/// Who may hold and release: the payer, or the session key that the channel was opened with while the mandate
/// still has it.
pub(crate) fn require_holder(authority: &Pubkey, mandate: &Mandate, channel: &Channel) -> Result<()> {
    let is_session = *authority == mandate.session_key && *authority == channel.session_key;
    require!(is_session || *authority == mandate.payer, EscrowError::NotPayerOrSession);
    Ok(())
}

pub fn handle_channel_hold(ctx: Context<ChannelHold>, amount: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let (key, held_by) = (accounts.channel.key(), accounts.authority.key());

    let (lapsed, event) = {
        let mut channel = accounts.channel.load_mut()?;
        require_holder(&held_by, &*accounts.mandate.load()?, &channel)?;
        let lapsed = channel.lapse(now);
        channel.roll(now)?;
        channel.hold(amount, now)?;
        channel.invariant()?;
        let held = ChannelHeld {
            channel: key,
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            held_by,
            amount,
            held_until: channel.held_until,
        };
        (lapsed.map(|lapsed| channel.released(key, lapsed)), held)
    };
    if let Some(lapsed) = &lapsed {
        emit(lapsed, &ctx.accounts.event_authority)?;
    }
    emit(&event, &ctx.accounts.event_authority)
}
