use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::MANDATE_LAYOUT,
    error::EscrowError,
    events::{emit, MandateDeposited},
    math, mint,
    state::Mandate,
    token,
};

#[derive(Accounts)]
pub struct MandateDeposit<'info> {
    pub payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
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
    #[account(mut, constraint = source.mint == vault.mint @ EscrowError::MintMismatch)]
    pub source: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateDeposit<'_> {
    fn validate(&self, amount: u64, now: i64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::DEPOSIT), EscrowError::Paused);
        require!(amount > 0, EscrowError::AmountZero);
        token::require_program(&self.token_program, &[self.vault.as_ref(), self.source.as_ref()])?;
        mint::require_plain(&self.mint, self.token_program.key)?;
        // the vault as its own source would credit money that never came in
        require!(self.source.key() != self.vault.key(), EscrowError::VaultMismatch);
        self.mandate.load()?.require_alive(now)
    }
}

pub fn handle_mandate_deposit(ctx: Context<MandateDeposit>, amount: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(amount, Clock::get()?.unix_timestamp)?;

    token::pay_in(
        &accounts.payer,
        &accounts.mint,
        &accounts.source,
        accounts.vault.as_ref(),
        &accounts.token_program,
        amount,
    )?;
    let (free_before, free_after) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let before = mandate.free;
        mandate.free = math::add(before, amount)?;
        (before, mandate.free)
    };
    token::check_books(&accounts.mandate, accounts.vault.as_ref())?;

    let event = MandateDeposited {
        mandate: accounts.mandate.key(),
        payer: accounts.payer.key(),
        amount,
        free_before,
        free_after,
    };
    emit(&event, &ctx.accounts.event_authority)
}
