//! Token movements of a mandate's vault, by the token program and the mint it was opened with.

use agent_labs_common::token::{self, transfer};
use anchor_lang::prelude::*;
use anchor_spl::{
    associated_token::get_associated_token_address_with_program_id,
    token_interface::{Mint, TokenAccount, TokenInterface},
};

use crate::{constants::*, error::EscrowError, math, state::Mandate};

/// Makes the vault, a token account at the address that `bump` completes, owned by the mandate. The token program
/// refuses an account that lacks an extension its mint asks for.
pub fn open_vault<'info>(
    payer: &Signer<'info>,
    mandate: &AccountLoader<'info, Mandate>,
    mint: &InterfaceAccount<'info, Mint>,
    vault: &AccountInfo<'info>,
    token_program: &Interface<'info, TokenInterface>,
    system: &Program<'info, System>,
    bump: u8,
) -> Result<()> {
    let owner = mandate.key();
    let seeds: &[&[u8]] = &[MANDATE_VAULT_SEED, owner.as_ref(), &[bump]];
    token::open(payer, vault, mint.as_ref(), &owner, token_program.key, system, seeds)
}

/// Moves `amount` out of the vault, signed by the mandate.
/// No loan of the mandate's data may be open: the runtime refuses the call then.
pub fn pay_out<'info>(
    mandate: &AccountLoader<'info, Mandate>,
    mint: &InterfaceAccount<'info, Mint>,
    vault: &InterfaceAccount<'info, TokenAccount>,
    destination: &InterfaceAccount<'info, TokenAccount>,
    token_program: &Interface<'info, TokenInterface>,
    amount: u64,
) -> Result<()> {
    let (payer, id, bump) = {
        let mandate = mandate.load()?;
        (mandate.payer, mandate.id.to_le_bytes(), [mandate.bump])
    };
    let seeds: &[&[u8]] = &[MANDATE_SEED, payer.as_ref(), &id, &bump];
    let infos = [
        vault.to_account_info(),
        mint.to_account_info(),
        destination.to_account_info(),
        mandate.to_account_info(),
    ];
    transfer(&infos, token_program.key(), amount, mint.decimals, &[seeds])
}

/// Moves `amount` from the payer's token account into the vault, all of which arrives.
pub fn pay_in<'info>(
    payer: &Signer<'info>,
    mint: &InterfaceAccount<'info, Mint>,
    source: &InterfaceAccount<'info, TokenAccount>,
    vault: &AccountInfo<'info>,
    token_program: &Interface<'info, TokenInterface>,
    amount: u64,
) -> Result<()> {
    let before = amount_in(vault)?;
    let infos = [source.to_account_info(), mint.to_account_info(), vault.clone(), payer.to_account_info()];
    transfer(&infos, token_program.key(), amount, mint.decimals, &[])?;
    require!(amount_in(vault)? == math::add(before, amount)?, EscrowError::InvariantBroken);
    Ok(())
}

/// Closes the empty vault, its rent to the mandate's payer.
pub fn close_vault<'info>(
    mandate: &AccountLoader<'info, Mandate>,
    vault: &InterfaceAccount<'info, TokenAccount>,
    payer: &Signer<'info>,
    token_program: &Interface<'info, TokenInterface>,
) -> Result<()> {
    let (id, bump) = {
        let mandate = mandate.load()?;
        (mandate.id.to_le_bytes(), [mandate.bump])
    };
    let seeds: &[&[u8]] = &[MANDATE_SEED, payer.key.as_ref(), &id, &bump];
    let infos = [vault.to_account_info(), payer.to_account_info(), mandate.to_account_info()];
    token::close(&infos, token_program.key(), &[seeds])
}

/// After tokens moved: the vault still covers what the mandate owes, and the mandate's own rules hold.
pub fn check_books<'info>(mandate: &AccountLoader<'info, Mandate>, vault: &AccountInfo<'info>) -> Result<()> {
    let mandate = mandate.load()?;
    mandate.invariant()?;
    mandate.covered_by(amount_in(vault)?)
}

/// What a token account holds at this moment, base units.
fn amount_in(account: &AccountInfo) -> Result<u64> {
    token::amount_in(account)?.ok_or_else(|| EscrowError::InvariantBroken.into())
}

/// What is moved is the token program's that moves it: Anchor takes accounts of either program.
pub fn require_program(token_program: &Interface<TokenInterface>, moved: &[&AccountInfo]) -> Result<()> {
    for account in moved {
        require_keys_eq!(*account.owner, token_program.key(), EscrowError::TokenProgramMismatch);
    }
    Ok(())
}

/// Anyone may trigger a payment, so its destination leaves no choice: the wallet's associated token account,
/// still owned by the wallet.
pub fn require_associated(
    destination: &InterfaceAccount<TokenAccount>,
    wallet: &Pubkey,
    mint: &AccountInfo,
) -> Result<()> {
    let canonical = destination.owner == *wallet
        && destination.mint == *mint.key
        && destination.key() == get_associated_token_address_with_program_id(wallet, mint.key, mint.owner);
    require!(canonical, EscrowError::DestinationMismatch);
    Ok(())
}
