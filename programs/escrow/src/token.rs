//! Token movements of a mandate's vault, by the token program and the mint it was opened with.

use agent_labs_common::create;
use anchor_lang::{
    prelude::*,
    solana_program::{instruction::Instruction, program::invoke_signed},
};
use anchor_spl::{
    associated_token::get_associated_token_address_with_program_id,
    token_interface::{Mint, TokenAccount, TokenInterface},
};

use crate::{constants::*, error::EscrowError, math, state::Mandate};

/// Bytes of a token account without extensions, in both token programs. A plain mint asks for none.
const BARE_ACCOUNT: usize = 165;
/// Where an account's amount lies, in both.
const AMOUNT_AT: usize = 64;

// instructions of both token programs, built here at half of what their libraries cost
const CLOSE_ACCOUNT: u8 = 9;
const TRANSFER_CHECKED: u8 = 12;
const INITIALIZE_ACCOUNT_3: u8 = 18;

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
    create::create(token_program.key, payer, vault, system, BARE_ACCOUNT, seeds)?;
    let mut data = vec![INITIALIZE_ACCOUNT_3];
    data.extend_from_slice(owner.as_ref());
    let accounts = vec![AccountMeta::new(vault.key(), false), AccountMeta::new_readonly(mint.key(), false)];
    let instruction = Instruction { program_id: token_program.key(), accounts, data };
    invoke_signed(&instruction, &[vault.clone(), mint.to_account_info()], &[])?;
    Ok(())
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

/// `TransferChecked` from the first account to the third, of the mint in the second, signed for by the fourth.
fn transfer(
    infos: &[AccountInfo; 4],
    program_id: Pubkey,
    amount: u64,
    decimals: u8,
    seeds: &[&[&[u8]]],
) -> Result<()> {
    let [from, mint, to, authority] = infos;
    let accounts = vec![
        AccountMeta::new(from.key(), false),
        AccountMeta::new_readonly(mint.key(), false),
        AccountMeta::new(to.key(), false),
        AccountMeta::new_readonly(authority.key(), true),
    ];
    let mut data = Vec::with_capacity(10);
    data.push(TRANSFER_CHECKED);
    data.extend_from_slice(&amount.to_le_bytes());
    data.push(decimals);
    invoke_signed(&Instruction { program_id, accounts, data }, infos, seeds)?;
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
    let accounts = vec![
        AccountMeta::new(vault.key(), false),
        AccountMeta::new(payer.key(), false),
        AccountMeta::new_readonly(mandate.key(), true),
    ];
    let instruction = Instruction { program_id: token_program.key(), accounts, data: vec![CLOSE_ACCOUNT] };
    let infos = [vault.to_account_info(), payer.to_account_info(), mandate.to_account_info()];
    invoke_signed(&instruction, &infos, &[seeds])?;
    Ok(())
}

/// After tokens moved: the vault still covers what the mandate owes, and the mandate's own rules hold.
pub fn check_books<'info>(mandate: &AccountLoader<'info, Mandate>, vault: &AccountInfo<'info>) -> Result<()> {
    let mandate = mandate.load()?;
    mandate.invariant()?;
    mandate.covered_by(amount_in(vault)?)
}

/// What a token account holds at this moment, base units.
fn amount_in(account: &AccountInfo) -> Result<u64> {
    let data = account.try_borrow_data()?;
    let bytes = data.get(AMOUNT_AT..AMOUNT_AT + 8).ok_or(EscrowError::InvariantBroken)?;
    Ok(u64::from_le_bytes(bytes.try_into().map_err(|_| EscrowError::InvariantBroken)?))
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
