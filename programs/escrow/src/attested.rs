//! Whether an agent's owner is vouched for by the attestor that a mandate names.

use agent_labs_common::registry::{Attestation, Vouched};
use anchor_lang::prelude::*;

use crate::{error::EscrowError, state::Mandate};

/// Refuses an owner without a valid attestation, where the mandate asks for one; else reads nothing.
pub fn require_attested(
    mandate: &Mandate,
    owner: &Pubkey,
    attestation: Option<&UncheckedAccount>,
    now: i64,
) -> Result<()> {
    if mandate.attestor == Pubkey::default() {
        return Ok(());
    }
    let info = attestation.ok_or(EscrowError::NotAttested)?;
    match Attestation::of(info, &mandate.attestor, owner, now, EscrowError::AttestationMismatch)? {
        Vouched::Now => Ok(()),
        Vouched::Once => err!(EscrowError::AttestationExpired),
        Vouched::Never => err!(EscrowError::NotAttested),
        Vouched::UnknownLayout => err!(EscrowError::UnknownLayout),
    }
}
