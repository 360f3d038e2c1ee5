//! Which mints money may come in by: the rules that all programs share, in this one's errors.

use agent_labs_common::mint;
use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;

use crate::error::TimelockError;

/// Refuses a mint that is not the token program's, or has an extension that can touch a vault's money.
pub fn require_plain(mint: &InterfaceAccount<Mint>, token_program: &Pubkey) -> Result<()> {
    let info: &AccountInfo = mint.as_ref();
    require_keys_eq!(*info.owner, *token_program, TimelockError::TokenProgramMismatch);
    let data = info.try_borrow_data()?;
    mint::require_plain(&data).map_err(|flaw| TimelockError::from(flaw).into())
}
