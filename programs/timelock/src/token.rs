//! Token movements of a lock, by the token program and the mint it was made with.

use agent_labs_common::token::{self, transfer};
use anchor_lang::prelude::*;
use anchor_spl::{
    associated_token::get_associated_token_address_with_program_id,
    token_interface::{Mint, TokenAccount, TokenInterface},
};

use crate::{constants::LOCK_SEED, error::TimelockError, math, state::Lock};

/// Moves `amount` from a token account into another of this program's, all of which arrives. `seeds` stand for the
/// source's owner where it is an account of this program.
pub fn pay_in<'info>(
    owner: &AccountInfo<'info>,
    seeds: &[&[&[u8]]],
    mint: &InterfaceAccount<'info, Mint>,
    source: &InterfaceAccount<'info, TokenAccount>,
    tokens: &AccountInfo<'info>,
    token_program: &Pubkey,
    amount: u64,
) -> Result<()> {
    let before = amount_in(tokens)?;
    let infos = [source.to_account_info(), mint.to_account_info(), tokens.clone(), owner.clone()];
    transfer(&infos, *token_program, amount, mint.decimals, seeds)?;
    require!(amount_in(tokens)? == math::add(before, amount)?, TimelockError::InvariantBroken);
    Ok(())
}

/// Moves `amount` out of a lock's token account, signed by the lock.
/// No loan of the lock's data may be open: the runtime refuses the call then.
pub fn pay_out<'info>(
    lock: &AccountLoader<'info, Lock>,
    mint: &InterfaceAccount<'info, Mint>,
    tokens: &InterfaceAccount<'info, TokenAccount>,
    destination: &InterfaceAccount<'info, TokenAccount>,
    token_program: &Interface<'info, TokenInterface>,
    amount: u64,
) -> Result<()> {
    let (creator, id, bump) = seeds_of(lock)?;
    let seeds: &[&[u8]] = &[LOCK_SEED, creator.as_ref(), &id, &bump];
    let infos = [
        tokens.to_account_info(),
        mint.to_account_info(),
        destination.to_account_info(),
        lock.to_account_info(),
    ];
    transfer(&infos, token_program.key(), amount, mint.decimals, &[seeds])
}

/// Closes a lock's empty token account, its rent to `rent_payer`.
pub fn close<'info>(
    lock: &AccountLoader<'info, Lock>,
    tokens: &InterfaceAccount<'info, TokenAccount>,
    rent_payer: &AccountInfo<'info>,
    token_program: &Interface<'info, TokenInterface>,
) -> Result<()> {
    let (creator, id, bump) = seeds_of(lock)?;
    let seeds: &[&[u8]] = &[LOCK_SEED, creator.as_ref(), &id, &bump];
    let infos = [tokens.to_account_info(), rent_payer.clone(), lock.to_account_info()];
    token::close(&infos, token_program.key(), &[seeds])
}

fn seeds_of(lock: &AccountLoader<Lock>) -> Result<(Pubkey, [u8; 8], [u8; 1])> {
    let lock = lock.load()?;
    Ok((lock.creator, lock.id.to_le_bytes(), [lock.bump]))
}

/// After a change: the token account still covers what the lock owes, and the lock's own rules hold.
pub fn check_books<'info>(
    lock: &AccountLoader<'info, Lock>,
    tokens: &AccountInfo<'info>,
    now: i64,
) -> Result<()> {
    let lock = lock.load()?;
    lock.invariant(now)?;
    lock.covered_by(amount_in(tokens)?)
}

/// What a token account holds at this moment, base units.
pub fn amount_in(account: &AccountInfo) -> Result<u64> {
    token::amount_in(account)?.ok_or_else(|| TimelockError::InvariantBroken.into())
}

/// What is moved is the token program's that moves it: Anchor takes accounts of either program.
pub fn require_program(token_program: &Interface<TokenInterface>, moved: &[&AccountInfo]) -> Result<()> {
    for account in moved {
        require_keys_eq!(*account.owner, token_program.key(), TimelockError::TokenProgramMismatch);
    }
    Ok(())
}

/// A payment to `wallet` goes to a token account of its own: any one where the wallet signs, else the associated one.
pub fn require_payable(
    destination: &InterfaceAccount<TokenAccount>,
    wallet: &Pubkey,
    mint: &AccountInfo,
    signs: bool,
) -> Result<()> {
    let owned = destination.owner == *wallet && destination.mint == *mint.key;
    let chosen = signs
        || destination.key() == get_associated_token_address_with_program_id(wallet, mint.key, mint.owner);
    require!(owned && chosen, TimelockError::DestinationMismatch);
    Ok(())
}
