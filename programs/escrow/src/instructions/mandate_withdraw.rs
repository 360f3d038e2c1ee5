use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::MANDATE_LAYOUT,
    error::EscrowError,
    events::{emit, MandateWithdrawn},
    math,
    state::Mandate,
    token,
};

/// No pause and no expiry stands in the way of an exit, so the config is not even read.
#[derive(Accounts)]
pub struct MandateWithdraw<'info> {
    pub payer: Signer<'info>,
    #[account(
        mut,
        has_one = payer @ EscrowError::PayerMismatch,
        has_one = mint @ EscrowError::MintMismatch,
        has_one = vault @ EscrowError::VaultMismatch,
        has_one = token_program @ EscrowError::TokenProgramMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// Any account of the mint: the payer signs for where it goes.
    #[account(mut, constraint = destination.mint == vault.mint @ EscrowError::MintMismatch)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateWithdraw<'_> {
    fn validate(&self, amount: u64) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        require!(amount > 0, EscrowError::AmountZero);
        // into the vault itself the money would leave the books and stay
        require!(self.destination.key() != self.vault.key(), EscrowError::DestinationMismatch);
        require!(amount <= self.mandate.load()?.free, EscrowError::InsufficientFree);
        Ok(())
    }
}

pub fn handle_mandate_withdraw(ctx: Context<MandateWithdraw>, amount: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(amount)?;

    let (free_before, free_after) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let before = mandate.free;
        mandate.free = math::sub(before, amount)?;
        (before, mandate.free)
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

    let event = MandateWithdrawn {
        mandate: accounts.mandate.key(),
        payer: accounts.payer.key(),
        destination: accounts.destination.key(),
        amount,
        free_before,
        free_after,
    };
    emit(&event, &ctx.accounts.event_authority)
}
