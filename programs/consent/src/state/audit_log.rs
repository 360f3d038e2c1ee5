use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::{constants::*, error::ConsentError, math};

/// The anchors of one off-chain log: `["audit_log", operator, id: u64 LE]`.
///
/// INVARIANTS: `sequence` grows by one an anchor, `entries` with each; `root` is the last anchor's and `previous_root`
/// the one's before; `chain` binds every anchor there ever was, in order and with its time; it is never closed.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct AuditLog {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 6],
    /// Tells an operator's logs apart.
    pub id: u64,
    pub operator: Pubkey,
    /// Paid the rent, which stays.
    pub rent_payer: Pubkey,
    /// Anchors so far.
    pub sequence: u64,
    /// Entries under `root`.
    pub entries: u64,
    /// Merkle root over all entries; zero before the first anchor.
    pub root: [u8; 32],
    pub previous_root: [u8; 32],
    /// SHA-256 over the anchors: see `anchor`. Zero before the first.
    pub chain: [u8; 32],
    /// Unix seconds.
    pub opened_at: i64,
    /// Of the last anchor, Unix seconds; 0 before the first.
    pub anchored_at: i64,
    pub reserved: [u8; 64],
}

/// One anchor as its operator gives it.
#[derive(Clone, Debug)]
pub struct Anchor {
    pub sequence: u64,
    pub previous_root: [u8; 32],
    pub root: [u8; 32],
    pub entries: u64,
}

impl AuditLog {
    pub const SPACE: usize = 8 + std::mem::size_of::<AuditLog>();

    pub fn invariant(&self) -> Result<()> {
        let begun = self.sequence > 0;
        let holds = self.version == LAYOUT
            && (self.entries >= self.sequence)
            && (self.entries > 0) == begun
            && (self.root != [0; 32]) == begun
            && (self.chain != [0; 32]) == begun
            && (self.previous_root != [0; 32]) == (self.sequence > 1);
        require!(holds, ConsentError::InvariantBroken);
        Ok(())
    }

    /// Takes the next anchor.
    ///
    /// `chain` becomes SHA-256(domain | chain | log | sequence: u64 LE | previous root | root | entries: u64 LE |
    /// now: i64 LE).
    ///
    /// Errors: `SequenceMismatch`, `PreviousRootMismatch`, `RootMissing`, `EntriesNotGrowing`
    pub fn anchor(&mut self, log: &Pubkey, anchor: &Anchor, now: i64) -> Result<()> {
        let next = math::next(self.sequence)?;
        require!(anchor.sequence == next, ConsentError::SequenceMismatch);
        require!(anchor.previous_root == self.root, ConsentError::PreviousRootMismatch);
        require!(anchor.root != [0; 32], ConsentError::RootMissing);
        require!(anchor.entries > self.entries, ConsentError::EntriesNotGrowing);
        self.chain = hashv(&[
            ANCHOR_DOMAIN,
            &self.chain,
            log.as_ref(),
            &next.to_le_bytes(),
            &self.root,
            &anchor.root,
            &anchor.entries.to_le_bytes(),
            &now.to_le_bytes(),
        ])
        .to_bytes();
        self.sequence = next;
        self.previous_root = self.root;
        self.root = anchor.root;
        self.entries = anchor.entries;
        self.anchored_at = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(size_of::<AuditLog>(), 272);
        assert_eq!(offset_of!(AuditLog, operator), 16);
        assert_eq!(offset_of!(AuditLog, root), 96);
        assert_eq!(offset_of!(AuditLog, chain), 160);
        assert_eq!(offset_of!(AuditLog, anchored_at), 200);
    }

    fn anchor(sequence: u64, previous: u8, root: u8, entries: u64) -> Anchor {
        Anchor { sequence, previous_root: [previous; 32], root: [root; 32], entries }
    }

    fn log() -> AuditLog {
        let mut log: AuditLog = bytemuck::Zeroable::zeroed();
        log.version = LAYOUT;
        log.invariant().unwrap();
        log
    }

    const KEY: Pubkey = Pubkey::new_from_array([7; 32]);

    #[test]
    fn chain_is_over_the_documented_layout() {
        let mut log = log();
        log.anchor(&KEY, &anchor(1, 0, 1, 5), 10).unwrap();
        let mut bytes = b"agent-labs/anchor/v1".to_vec();
        bytes.extend_from_slice(&[[0; 32], [7; 32]].concat());
        bytes.extend_from_slice(&[1, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend_from_slice(&[[0; 32], [1; 32]].concat());
        bytes.extend_from_slice(&[5, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(log.chain, solana_sha256_hasher::hash(&bytes).to_bytes());
        log.invariant().unwrap();
        log.anchor(&KEY, &anchor(2, 1, 2, 6), 11).unwrap();
        log.invariant().unwrap();
        assert_eq!((log.previous_root, log.root, log.entries), ([1; 32], [2; 32], 6));
    }

    #[test]
    fn nothing_but_the_next_anchor_is_taken() {
        use ConsentError as E;
        let mut log = log();
        log.anchor(&KEY, &anchor(1, 0, 1, 5), 10).unwrap();
        for (given, refusal) in [
            (anchor(1, 0, 1, 5), E::SequenceMismatch),
            (anchor(3, 1, 2, 6), E::SequenceMismatch),
            (anchor(2, 0, 2, 6), E::PreviousRootMismatch),
            (anchor(2, 1, 0, 6), E::RootMissing),
            (anchor(2, 1, 2, 5), E::EntriesNotGrowing),
        ] {
            let before = log;
            assert_eq!(log.anchor(&KEY, &given, 11), Err(refusal.into()));
            assert_eq!(log, before);
        }
    }
}
