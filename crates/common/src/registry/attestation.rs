use anchor_lang::prelude::*;

use crate::{ids, read::read, zero_copy_account};

/// Layout version of `Attestation`.
pub const ATTESTATION_LAYOUT: u8 = 1;

/// What an attestor vouches for about a wallet, until it expires or is revoked:
/// `["attestation", attestor, subject]`. Vacant: not attested.
///
/// Of the evidence only a salted hash is here, so that no personal data is on chain and a lost salt is erasure.
/// The subject is a wallet, not an agent: who buys an agent needs an attestation of its own.
///
/// INVARIANTS: attestor, subject and evidence are not zero; issued_at < expires_at; only the attestor writes or
/// closes it, and it paid the rent.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Attestation {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 6],
    pub attestor: Pubkey,
    pub subject: Pubkey,
    /// When it was issued, or renewed last, Unix seconds.
    pub issued_at: i64,
    /// Worth nothing from then on, Unix seconds.
    pub expires_at: i64,
    /// SHA-256 of a random salt and the evidence.
    pub evidence: [u8; 32],
    pub reserved: [u8; 32],
}

zero_copy_account!(Attestation, ids::registry::ID, [152, 125, 183, 86, 36, 146, 121, 73]);

impl Attestation {
    pub const SPACE: usize = 8 + std::mem::size_of::<Attestation>();

    /// Whether it is worth something at `now`.
    pub fn is_valid(&self, now: i64) -> bool {
        now < self.expires_at
    }

    /// What `info` says of whether `attestor` vouches for `subject` at `now`; `mismatch` where it is another account.
    ///
    /// The account's derivation is left out on purpose: the registry makes one attestation for attestor and
    /// subject, at its derived address, so that owner, discriminator, layout and both names leave no other. A
    /// vacant account proves that there is none only where its address is checked, too.
    pub fn of(
        info: &AccountInfo,
        attestor: &Pubkey,
        subject: &Pubkey,
        now: i64,
        mismatch: impl Into<Error> + Copy,
    ) -> Result<Vouched> {
        let Some(attestation) = read::<Attestation>(info, mismatch)? else {
            return Ok(Vouched::Never);
        };
        if attestation.version != ATTESTATION_LAYOUT {
            return Ok(Vouched::UnknownLayout);
        }
        if attestation.attestor != *attestor || attestation.subject != *subject {
            return Err(mismatch.into());
        }
        Ok(if attestation.is_valid(now) { Vouched::Now } else { Vouched::Once })
    }
}

/// Whether an attestor vouches for a wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouched {
    Now,
    /// The attestation has expired.
    Once,
    /// There is none; it may have been revoked.
    Never,
    UnknownLayout,
}
