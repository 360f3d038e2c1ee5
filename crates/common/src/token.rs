//! Calls of a token program, SPL Token or Token-2022, built here at half of what their libraries cost.

use anchor_lang::{
    prelude::*,
    solana_program::{instruction::Instruction, program::invoke_signed},
};

use crate::create;

/// Bytes of a token account without extensions, in both programs. A plain mint asks for none.
pub const BARE_ACCOUNT: usize = 165;
/// Where an account's amount lies, in both.
const AMOUNT_AT: usize = 64;

const CLOSE_ACCOUNT: u8 = 9;
const TRANSFER_CHECKED: u8 = 12;
const INITIALIZE_ACCOUNT_3: u8 = 18;

/// Makes a token account of `owner`'s at the address that `seeds` (bump included) derive. The token program refuses
/// an account that lacks an extension its mint asks for.
pub fn open<'info>(
    rent_payer: &Signer<'info>,
    account: &AccountInfo<'info>,
    mint: &AccountInfo<'info>,
    owner: &Pubkey,
    token_program: &Pubkey,
    system: &Program<'info, System>,
    seeds: &[&[u8]],
) -> Result<()> {
    create::create(token_program, rent_payer, account, system, BARE_ACCOUNT, seeds)?;
    let mut data = Vec::with_capacity(33);
    data.push(INITIALIZE_ACCOUNT_3);
    data.extend_from_slice(owner.as_ref());
    let accounts = vec![AccountMeta::new(account.key(), false), AccountMeta::new_readonly(mint.key(), false)];
    let instruction = Instruction { program_id: *token_program, accounts, data };
    invoke_signed(&instruction, &[account.clone(), mint.clone()], &[])?;
    Ok(())
}

/// `TransferChecked` of `amount` base units from the first account to the third, of the mint in the second, signed
/// for by the fourth, for which `seeds` stand where it is the program's own.
pub fn transfer(
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

/// Closes the first account, which is empty, its rent to the second, signed for by the third.
pub fn close(infos: &[AccountInfo; 3], program_id: Pubkey, seeds: &[&[&[u8]]]) -> Result<()> {
    let [account, destination, authority] = infos;
    let accounts = vec![
        AccountMeta::new(account.key(), false),
        AccountMeta::new(destination.key(), false),
        AccountMeta::new_readonly(authority.key(), true),
    ];
    let instruction = Instruction { program_id, accounts, data: vec![CLOSE_ACCOUNT] };
    invoke_signed(&instruction, infos, seeds)?;
    Ok(())
}

/// What a token account holds at this moment, base units; `None` for other bytes than a token account's.
pub fn amount_in(account: &AccountInfo) -> Result<Option<u64>> {
    let data = account.try_borrow_data()?;
    let bytes = data.get(AMOUNT_AT..AMOUNT_AT + 8);
    Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes))
}
