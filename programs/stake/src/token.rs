//! Token movements of a vault.

use agent_labs_common::stake::StakeVault;
use anchor_lang::prelude::*;
use anchor_spl::{
    associated_token::get_associated_token_address,
    token::{self, CloseAccount, Token, TokenAccount, Transfer},
};

use crate::{constants::STAKE_VAULT_SEED, error::StakeError, state::VaultRules};

/// Moves `amount` from a staker's token account into the vault.
pub fn pay_in<'info>(
    staker: &Signer<'info>,
    source: &Account<'info, TokenAccount>,
    tokens: &Account<'info, TokenAccount>,
    token_program: &Program<'info, Token>,
    amount: u64,
) -> Result<()> {
    let accounts = Transfer {
        from: source.to_account_info(),
        to: tokens.to_account_info(),
        authority: staker.to_account_info(),
    };
    token::transfer(CpiContext::new(token_program.to_account_info(), accounts), amount)
}

/// Moves `amount` out of the vault, signed by the vault.
/// No loan of the vault's data may be open: the runtime refuses the call then.
pub fn pay_out<'info>(
    vault: &AccountLoader<'info, StakeVault>,
    tokens: &Account<'info, TokenAccount>,
    destination: &Account<'info, TokenAccount>,
    token_program: &Program<'info, Token>,
    amount: u64,
) -> Result<()> {
    let (agent, bump) = seeds_of(vault)?;
    let seeds: &[&[u8]] = &[STAKE_VAULT_SEED, agent.as_ref(), &bump];
    let accounts = Transfer {
        from: tokens.to_account_info(),
        to: destination.to_account_info(),
        authority: vault.to_account_info(),
    };
    token::transfer(CpiContext::new_with_signer(token_program.to_account_info(), accounts, &[seeds]), amount)
}

/// Closes the vault's empty token account, its rent to `rent_payer`.
pub fn close<'info>(
    vault: &AccountLoader<'info, StakeVault>,
    tokens: &Account<'info, TokenAccount>,
    rent_payer: &AccountInfo<'info>,
    token_program: &Program<'info, Token>,
) -> Result<()> {
    let (agent, bump) = seeds_of(vault)?;
    let seeds: &[&[u8]] = &[STAKE_VAULT_SEED, agent.as_ref(), &bump];
    let accounts = CloseAccount {
        account: tokens.to_account_info(),
        destination: rent_payer.clone(),
        authority: vault.to_account_info(),
    };
    token::close_account(CpiContext::new_with_signer(token_program.to_account_info(), accounts, &[seeds]))
}

fn seeds_of(vault: &AccountLoader<StakeVault>) -> Result<(Pubkey, [u8; 1])> {
    let vault = vault.load()?;
    Ok((vault.agent, [vault.bump]))
}

/// After tokens moved: the token account still covers the pools, and the vault's own rules hold.
pub fn check_books<'info>(
    vault: &AccountLoader<'info, StakeVault>,
    tokens: &mut Account<'info, TokenAccount>,
) -> Result<()> {
    tokens.reload()?;
    let vault = vault.load()?;
    vault.invariant()?;
    vault.covered_by(tokens.amount)
}

/// Whether a token account is the one that a payment anybody may trigger goes to: the wallet's associated one.
pub fn is_associated(destination: &Account<TokenAccount>, wallet: &Pubkey) -> bool {
    destination.key() == get_associated_token_address(wallet, &destination.mint)
}

/// A payment to `wallet` goes to a token account of `wallet`'s own, whoever it used to be of.
pub fn require_owned(destination: &Account<TokenAccount>, wallet: &Pubkey, mint: &Pubkey) -> Result<()> {
    let owned = destination.owner == *wallet && destination.mint == *mint;
    require!(owned, StakeError::DestinationMismatch);
    Ok(())
}
