//! Token movements of a mandate's vault.

use anchor_lang::prelude::*;
use anchor_spl::{
    associated_token::get_associated_token_address,
    token::{self, Token, TokenAccount, Transfer},
};

use crate::{constants::*, error::EscrowError, state::Mandate};

/// Moves `amount` out of the vault, signed by the mandate.
/// No loan of the mandate's data may be open: the runtime refuses the call then.
pub fn pay_out<'info>(
    mandate: &AccountLoader<'info, Mandate>,
    vault: &Account<'info, TokenAccount>,
    destination: &Account<'info, TokenAccount>,
    token_program: &Program<'info, Token>,
    amount: u64,
) -> Result<()> {
    let (payer, id, bump) = {
        let mandate = mandate.load()?;
        (mandate.payer, mandate.id.to_le_bytes(), [mandate.bump])
    };
    let seeds: &[&[u8]] = &[MANDATE_SEED, payer.as_ref(), &id, &bump];
    let accounts = Transfer {
        from: vault.to_account_info(),
        to: destination.to_account_info(),
        authority: mandate.to_account_info(),
    };
    token::transfer(CpiContext::new_with_signer(token_program.to_account_info(), accounts, &[seeds]), amount)
}

/// Moves `amount` from the payer's token account into the vault.
pub fn pay_in<'info>(
    payer: &Signer<'info>,
    source: &Account<'info, TokenAccount>,
    vault: &Account<'info, TokenAccount>,
    token_program: &Program<'info, Token>,
    amount: u64,
) -> Result<()> {
    let accounts = Transfer {
        from: source.to_account_info(),
        to: vault.to_account_info(),
        authority: payer.to_account_info(),
    };
    token::transfer(CpiContext::new(token_program.to_account_info(), accounts), amount)
}

/// After tokens moved: the vault still covers what the mandate owes, and the mandate's own rules hold.
pub fn check_books<'info>(
    mandate: &AccountLoader<'info, Mandate>,
    vault: &mut Account<'info, TokenAccount>,
) -> Result<()> {
    vault.reload()?;
    let mandate = mandate.load()?;
    mandate.invariant()?;
    mandate.covered_by(vault.amount)
}

/// Anyone may trigger a payment, so its destination leaves no choice: the wallet's associated token account,
/// still owned by the wallet.
pub fn require_associated(destination: &Account<TokenAccount>, wallet: &Pubkey, mint: &Pubkey) -> Result<()> {
    let canonical = destination.owner == *wallet
        && destination.mint == *mint
        && destination.key() == get_associated_token_address(wallet, mint);
    require!(canonical, EscrowError::DestinationMismatch);
    Ok(())
}
