use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelRefunded},
    math,
    state::{Channel, Mandate},
    token,
};

/// The one who is to be paid gives settled money back instead: what the payer does not hold first, then the hold.
#[derive(Accounts)]
pub struct ChannelRefund<'info> {
    pub payout_owner: Signer<'info>,
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
        has_one = payout_owner @ EscrowError::NotPayee,
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// The associated token account of the mandate's payer.
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

impl ChannelRefund<'_> {
    fn validate(&self, amount: u64) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        require!(amount > 0, EscrowError::AmountZero);
        require!(amount <= self.channel.load()?.refundable()?, EscrowError::RefundTooHigh);
        token::require_associated(&self.destination, &self.mandate.load()?.payer, self.mint.as_ref())
    }
}

pub fn handle_channel_refund(ctx: Context<ChannelRefund>, amount: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(amount)?;
    let now = Clock::get()?.unix_timestamp;

    let (lapsed, event) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut channel = accounts.channel.load_mut()?;
        let lapsed = channel.lapse(now);
        let (refunded_before, held_before) = (channel.refunded, channel.held);
        channel.refund(amount)?;
        mandate.allotted = math::sub(mandate.allotted, amount)?;
        channel.invariant()?;
        let key = accounts.channel.key();
        let refunded = ChannelRefunded {
            channel: key,
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            payer: mandate.payer,
            amount,
            refunded_before,
            refunded_after: channel.refunded,
            held_before,
            held_after: channel.held,
        };
        (lapsed.map(|lapsed| channel.released(key, lapsed)), refunded)
    };
    token::pay_out(
        &accounts.mandate,
        &accounts.mint,
        &accounts.vault,
        &accounts.destination,
        &accounts.token_program,
        amount,
    )?;
    token::check_books(&accounts.mandate, accounts.vault.as_ref())?;

    if let Some(lapsed) = &lapsed {
        emit(lapsed, &ctx.accounts.event_authority)?;
    }
    emit(&event, &ctx.accounts.event_authority)
}
