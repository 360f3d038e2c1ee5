//! Whether an agent's owner is vouched for by the attestor that a mandate names.

use agent_labs_common::registry::{Attestation, ATTESTATION_LAYOUT};
use anchor_lang::prelude::*;

use crate::{error::EscrowError, standing::read, state::Mandate};

/// Refuses an owner without a valid attestation, where the mandate asks for one; else reads nothing.
///
/// The account's derivation is left out on purpose: the registry makes one attestation for attestor and subject,
/// at its derived address, so that owner, discriminator, layout and both names leave no other.
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
    let found = read::<Attestation>(info, EscrowError::AttestationMismatch)?;
    let attestation = found.ok_or(EscrowError::NotAttested)?;
    require!(attestation.version == ATTESTATION_LAYOUT, EscrowError::UnknownLayout);
    require_keys_eq!(attestation.attestor, mandate.attestor, EscrowError::AttestationMismatch);
    require_keys_eq!(attestation.subject, *owner, EscrowError::AttestationMismatch);
    require!(attestation.is_valid(now), EscrowError::AttestationExpired);
    Ok(())
}
