use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelRefunded},
    math,
    state::{Channel, Mandate},
    token,
};

/// The one who is to be paid gives settled money back instead.
#[derive(Accounts)]
pub struct ChannelRefund<'info> {
    pub payout_owner: Signer<'info>,
    #[account(
        mut,
        has_one = vault @ EscrowError::VaultMismatch,
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
    #[account(mut)]
    pub vault: Account<'info, TokenAccount>,
    /// The associated token account of the mandate's payer.
    #[account(mut)]
    pub destination: Account<'info, TokenAccount>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ChannelRefund<'_> {
    fn validate(&self, amount: u64) -> Result<()> {
        require!(amount > 0, EscrowError::AmountZero);
        require!(amount <= self.channel.load()?.unpaid()?, EscrowError::RefundTooHigh);
        token::require_associated(&self.destination, &self.mandate.load()?.payer, &self.vault.mint)
    }
}

pub fn handle_channel_refund(ctx: Context<ChannelRefund>, amount: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(amount)?;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut channel = accounts.channel.load_mut()?;
        let before = channel.refunded;
        channel.refunded = math::add(before, amount)?;
        mandate.allotted = math::sub(mandate.allotted, amount)?;
        channel.invariant()?;
        ChannelRefunded {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            payer: mandate.payer,
            amount,
            refunded_before: before,
            refunded_after: channel.refunded,
        }
    };
    token::pay_out(
        &accounts.mandate,
        &accounts.vault,
        &accounts.destination,
        &accounts.token_program,
        amount,
    )?;
    token::check_books(&accounts.mandate, &mut accounts.vault)?;

    emit(&event, &ctx.accounts.event_authority)
}
