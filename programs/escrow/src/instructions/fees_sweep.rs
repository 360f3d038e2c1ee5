use agent_labs_common::{
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::MANDATE_LAYOUT,
    error::EscrowError,
    events::{emit, FeesSwept},
    state::Mandate,
    token,
};

#[derive(Accounts)]
pub struct FeesSweep<'info> {
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        has_one = mint @ EscrowError::MintMismatch,
        has_one = vault @ EscrowError::VaultMismatch,
        has_one = token_program @ EscrowError::TokenProgramMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// The treasury's associated token account.
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

impl FeesSweep<'_> {
    fn validate(&self) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        require!(self.mandate.load()?.fees_accrued > 0, EscrowError::NoFees);
        token::require_associated(&self.destination, &self.config.load()?.treasury, self.mint.as_ref())
    }
}

pub fn handle_fees_sweep(ctx: Context<FeesSweep>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;

    let amount = std::mem::take(&mut accounts.mandate.load_mut()?.fees_accrued);
    token::pay_out(
        &accounts.mandate,
        &accounts.mint,
        &accounts.vault,
        &accounts.destination,
        &accounts.token_program,
        amount,
    )?;
    token::check_books(&accounts.mandate, accounts.vault.as_ref())?;

    let event = FeesSwept {
        mandate: accounts.mandate.key(),
        treasury: accounts.destination.owner,
        mint: accounts.vault.mint,
        amount,
    };
    emit(&event, &ctx.accounts.event_authority)
}
