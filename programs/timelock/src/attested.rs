//! Whether a pool's attestor vouches for a wallet.

use agent_labs_common::registry::{Attestation, Vouched};
use anchor_lang::prelude::*;

use crate::error::TimelockError;

/// Errors: `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `UnknownLayout`
pub fn require_attested(info: &AccountInfo, attestor: &Pubkey, wallet: &Pubkey, now: i64) -> Result<()> {
    match Attestation::of(info, attestor, wallet, now, TimelockError::AttestationMismatch)? {
        Vouched::Now => Ok(()),
        Vouched::Once => err!(TimelockError::AttestationExpired),
        Vouched::Never => err!(TimelockError::NotAttested),
        Vouched::UnknownLayout => err!(TimelockError::UnknownLayout),
    }
}

/// The same as an answer, of an account whose address was checked: a vacant one is none.
///
/// Errors: `AttestationMismatch`, `UnknownLayout`
pub fn is_attested(info: &AccountInfo, attestor: &Pubkey, wallet: &Pubkey, now: i64) -> Result<bool> {
    match Attestation::of(info, attestor, wallet, now, TimelockError::AttestationMismatch)? {
        Vouched::Now => Ok(true),
        Vouched::Once | Vouched::Never => Ok(false),
        Vouched::UnknownLayout => err!(TimelockError::UnknownLayout),
    }
}
