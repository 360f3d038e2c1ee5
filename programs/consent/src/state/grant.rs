use anchor_lang::prelude::*;

use crate::{constants::*, error::ConsentError, math};

/// A wallet's consent to one purpose of one controller: `["grant", subject, controller, purpose: 32 bytes]`.
/// No account at that address is no consent.
///
/// INVARIANTS: only the subject changes it; `revision` grows with each giving and taking back, so that a signed
/// giving counts once and never after a taking back; versions of terms never fall; it counts at `now` exactly while
/// `revoked_at = 0` and `now < expires_at`; it stays a day after it counted last; purpose and terms are keyed hashes.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct ConsentGrant {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 2],
    /// Of the terms consented to, from 1.
    pub terms_version: u32,
    /// How often it was given or taken back.
    pub revision: u32,
    pub padding_2: [u8; 4],
    pub subject: Pubkey,
    pub controller: Pubkey,
    /// Keyed hash of the purpose.
    pub purpose: [u8; 32],
    /// Keyed hash of the terms.
    pub terms_hash: [u8; 32],
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// The last time, Unix seconds.
    pub given_at: i64,
    /// Counts no more from then on, Unix seconds.
    pub expires_at: i64,
    /// When it was taken back, Unix seconds; 0 where it was not since it was given last.
    pub revoked_at: i64,
    pub reserved: [u8; 64],
}

/// What a subject consents to.
pub struct Given {
    pub terms_version: u32,
    pub terms_hash: [u8; 32],
    pub expires_at: i64,
}

impl ConsentGrant {
    pub const SPACE: usize = 8 + std::mem::size_of::<ConsentGrant>();

    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == LAYOUT
            && self.revision > 0
            && self.terms_version > 0
            && self.purpose != [0; 32]
            && self.terms_hash != [0; 32]
            && self.given_at < self.expires_at
            && (self.revoked_at == 0 || self.revoked_at >= self.given_at);
        require!(holds, ConsentError::InvariantBroken);
        Ok(())
    }

    /// Whether it counts at `now`.
    pub fn is_valid(&self, now: i64) -> bool {
        self.revoked_at == 0 && now < self.expires_at
    }

    /// Gives it at `now`, for the first time or anew.
    ///
    /// Errors: `RevisionMismatch`, `TermsVersionTooLow`, `GrantUnchanged`
    pub fn give(&mut self, revision: u32, given: &Given, now: i64) -> Result<()> {
        require!(revision == self.revision, ConsentError::RevisionMismatch);
        require!(given.terms_version >= self.terms_version, ConsentError::TermsVersionTooLow);
        let newer = given.terms_version > self.terms_version || given.expires_at > self.expires_at;
        require!(newer || !self.is_valid(now), ConsentError::GrantUnchanged);
        self.terms_version = given.terms_version;
        self.terms_hash = given.terms_hash;
        self.expires_at = given.expires_at;
        self.given_at = now;
        self.revoked_at = 0;
        self.revision = math::next_u32(self.revision)?;
        Ok(())
    }

    /// Takes it back at `now`.
    ///
    /// Errors: `GrantRevoked`
    pub fn revoke(&mut self, now: i64) -> Result<()> {
        require!(self.revoked_at == 0, ConsentError::GrantRevoked);
        self.revoked_at = now;
        self.revision = math::next_u32(self.revision)?;
        Ok(())
    }

    /// That it counted last a day ago or earlier.
    ///
    /// Errors: `GrantStays`
    pub fn require_rested(&self, now: i64) -> Result<()> {
        let ended = if self.revoked_at == 0 { self.expires_at } else { self.revoked_at };
        require!(now >= math::later(ended, GRANT_REST)?, ConsentError::GrantStays);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(size_of::<ConsentGrant>(), 264);
        assert_eq!(offset_of!(ConsentGrant, subject), 16);
        assert_eq!(offset_of!(ConsentGrant, purpose), 80);
        assert_eq!(offset_of!(ConsentGrant, given_at), 176);
        assert_eq!(offset_of!(ConsentGrant, revoked_at), 192);
    }

    fn given(terms_version: u32, expires_at: i64) -> Given {
        Given { terms_version, terms_hash: [3; 32], expires_at }
    }

    fn sound() -> ConsentGrant {
        let mut grant: ConsentGrant = bytemuck::Zeroable::zeroed();
        (grant.version, grant.purpose) = (LAYOUT, [2; 32]);
        grant.give(0, &given(2, 100), 10).unwrap();
        grant.invariant().unwrap();
        grant
    }

    #[test]
    fn counts_until_its_end_or_its_taking_back() {
        let mut grant = sound();
        assert_eq!([10, 99, 100].map(|now| grant.is_valid(now)), [true, true, false]);
        grant.revoke(20).unwrap();
        grant.invariant().unwrap();
        assert!(!grant.is_valid(20));
        assert_eq!(grant.revoke(21), Err(ConsentError::GrantRevoked.into()));
    }

    #[test]
    fn is_given_anew_for_something_new_only() {
        use ConsentError as E;
        for (revision, version, expires_at, now, refusal) in [
            (0, 3, 200, 20, E::RevisionMismatch),
            (2, 3, 200, 20, E::RevisionMismatch),
            (1, 1, 200, 20, E::TermsVersionTooLow),
            (1, 2, 100, 20, E::GrantUnchanged),
            (1, 2, 100, 99, E::GrantUnchanged),
        ] {
            let outcome = sound().give(revision, &given(version, expires_at), now);
            assert_eq!(outcome, Err(refusal.into()));
        }
        for (version, expires_at, now) in [(3, 50, 20), (2, 101, 20), (2, 300, 100)] {
            let mut grant = sound();
            grant.give(1, &given(version, expires_at), now).unwrap();
            assert_eq!((grant.revision, grant.given_at), (2, now));
        }
    }

    #[test]
    fn a_giving_signed_before_the_taking_back_is_void() {
        let mut grant = sound();
        grant.revoke(20).unwrap();
        let late = grant.give(1, &given(3, 200), 21);
        assert_eq!(late, Err(ConsentError::RevisionMismatch.into()));
        grant.give(2, &given(2, 90), 21).unwrap();
        assert!(grant.is_valid(21));
    }

    #[test]
    fn stays_for_a_day() {
        let mut grant = sound();
        assert!(grant.require_rested(99 + GRANT_REST).is_err());
        grant.require_rested(100 + GRANT_REST).unwrap();
        grant.revoke(20).unwrap();
        assert_eq!(grant.require_rested(19 + GRANT_REST), Err(ConsentError::GrantStays.into()));
        grant.require_rested(20 + GRANT_REST).unwrap();
    }
}
