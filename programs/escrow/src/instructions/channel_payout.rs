use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelPaid},
    math,
    state::{Channel, Mandate},
    token,
};

/// Anyone may trigger it: where the money goes was fixed when the channel opened.
#[derive(Accounts)]
pub struct ChannelPayout<'info> {
    #[account(
        mut,
        has_one = mint @ EscrowError::MintMismatch,
        has_one = vault @ EscrowError::VaultMismatch,
        has_one = token_program @ EscrowError::TokenProgramMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// The associated token account of the channel's payout owner.
    #[account(mut)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ChannelPayout<'_> {
    fn validate(&self) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        let owner = self.channel.load()?.payout_owner;
        token::require_associated(&self.destination, &owner, self.mint.as_ref())
    }
}

pub fn handle_channel_payout(ctx: Context<ChannelPayout>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;
    let now = Clock::get()?.unix_timestamp;

    let (lapsed, event) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut channel = accounts.channel.load_mut()?;
        let lapsed = channel.lapse(now);
        channel.roll(now)?;
        let gross = channel.payable()?;
        require!(gross > 0, EscrowError::NothingPayable);
        let before = channel.paid_gross;
        let after = math::add(before, gross)?;
        let fee = math::fee_between(before, after, channel.fee_bps)?;

        channel.paid_gross = after;
        channel.last_payout_at = now;
        mandate.allotted = math::sub(mandate.allotted, gross)?;
        mandate.fees_accrued = math::add(mandate.fees_accrued, fee)?;
        channel.invariant()?;
        let key = accounts.channel.key();
        let paid = ChannelPaid {
            channel: key,
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            payout_owner: channel.payout_owner,
            gross,
            fee,
            net: math::sub(gross, fee)?,
            paid_gross_before: before,
            paid_gross_after: after,
        };
        (lapsed.map(|lapsed| channel.released(key, lapsed)), paid)
    };
    token::pay_out(
        &accounts.mandate,
        &accounts.mint,
        &accounts.vault,
        &accounts.destination,
        &accounts.token_program,
        event.net,
    )?;
    token::check_books(&accounts.mandate, accounts.vault.as_ref())?;

    if let Some(lapsed) = &lapsed {
        emit(lapsed, &ctx.accounts.event_authority)?;
    }
    emit(&event, &ctx.accounts.event_authority)
}
