use anchor_lang::prelude::*;

use crate::{ids, zero_copy_account};

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
}
