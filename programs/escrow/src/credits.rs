//! Credits: a mint of SPL Token at a derived address, its own mint authority, which nobody can freeze. They are
//! minted by issuers for payments that the chain cannot see, and burned by whoever holds them.

use agent_labs_common::{create, ids};
use anchor_lang::{
    prelude::*,
    solana_program::{instruction::Instruction, program::invoke_signed},
};
use anchor_spl::token::{spl_token, Token};

use crate::constants::CREDIT_MINT_SEED;

/// Bytes of a mint of SPL Token.
const MINT: usize = 82;

const SEEDS: &[&[u8]] = &[CREDIT_MINT_SEED, &[ids::CREDIT_MINT_BUMP]];

/// Makes the mint, without a freeze authority.
pub fn open<'info>(
    rent_payer: &Signer<'info>,
    mint: &AccountInfo<'info>,
    token_program: &Program<'info, Token>,
    system: &Program<'info, System>,
    decimals: u8,
) -> Result<()> {
    create::create(token_program.key, rent_payer, mint, system, MINT, SEEDS)?;
    let instruction =
        spl_token::instruction::initialize_mint2(token_program.key, mint.key, mint.key, None, decimals)?;
    call(&instruction, std::slice::from_ref(mint))
}

/// Mints `amount` base units into a token account.
pub fn mint<'info>(
    mint: &AccountInfo<'info>,
    destination: &AccountInfo<'info>,
    token_program: &Pubkey,
    amount: u64,
) -> Result<()> {
    let instruction =
        spl_token::instruction::mint_to(token_program, mint.key, destination.key, mint.key, &[], amount)?;
    call(&instruction, &[mint.clone(), destination.clone()])
}

/// Burns `amount` base units, signed by who may spend them.
pub fn burn<'info>(
    mint: &AccountInfo<'info>,
    source: &AccountInfo<'info>,
    holder: &AccountInfo<'info>,
    token_program: &Pubkey,
    amount: u64,
) -> Result<()> {
    let instruction =
        spl_token::instruction::burn(token_program, source.key, mint.key, holder.key, &[], amount)?;
    call(&instruction, &[mint.clone(), source.clone(), holder.clone()])
}

fn call(instruction: &Instruction, infos: &[AccountInfo]) -> Result<()> {
    invoke_signed(instruction, infos, &[SEEDS])?;
    Ok(())
}
