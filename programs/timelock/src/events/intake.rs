use anchor_lang::prelude::*;

use crate::state::IntakeTerms;

#[event]
pub struct IntakeOpened {
    pub intake: Pubkey,
    pub recipient: Pubkey,
    pub rent_payer: Pubkey,
    pub terms: IntakeTerms,
}

/// Beside the `LockCreated` of what was locked.
#[event]
pub struct IntakeLocked {
    pub intake: Pubkey,
    pub recipient: Pubkey,
    pub lock: Pubkey,
    pub mint: Pubkey,
    /// Base units.
    pub amount: u64,
    pub authority: Pubkey,
}

/// The recipient had the intake sign for it at escrow; what came of it is in escrow's own event.
#[event]
pub struct IntakeRelayed {
    pub intake: Pubkey,
    pub recipient: Pubkey,
    /// First eight bytes of escrow's instruction.
    pub instruction: [u8; 8],
    /// SHA-256 of its data.
    pub data_hash: [u8; 32],
}

#[event]
pub struct IntakeClosed {
    pub intake: Pubkey,
    pub recipient: Pubkey,
    pub rent_payer: Pubkey,
    pub terms: IntakeTerms,
}
