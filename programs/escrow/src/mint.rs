//! Which mints money may come in by: the rules that all programs share, in this one's errors.

use agent_labs_common::mint::{self, Flaw};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;

use crate::error::EscrowError;

/// Refuses a mint that is not the token program's, or has an extension that can touch a vault's money.
pub fn require_plain(mint: &InterfaceAccount<Mint>, token_program: &Pubkey) -> Result<()> {
    let info: &AccountInfo = mint.as_ref();
    require_keys_eq!(*info.owner, *token_program, EscrowError::TokenProgramMismatch);
    let data = info.try_borrow_data()?;
    mint::require_plain(&data).map_err(|flaw| EscrowError::from(flaw).into())
}

impl From<Flaw> for EscrowError {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Malformed => Self::MintMalformed,
            Flaw::TakesFees => Self::MintTakesFees,
            Flaw::HasPermanentDelegate => Self::MintHasPermanentDelegate,
            Flaw::HasTransferHook => Self::MintHasTransferHook,
            Flaw::FreezesByDefault => Self::MintFreezesByDefault,
            Flaw::Pausable => Self::MintPausable,
            Flaw::Closable => Self::MintClosable,
            Flaw::Confidential => Self::MintConfidential,
            Flaw::ScalesAmounts => Self::MintScalesAmounts,
            Flaw::NotTransferable => Self::MintNotTransferable,
            Flaw::ExtensionUnknown => Self::MintExtensionUnknown,
        }
    }
}
