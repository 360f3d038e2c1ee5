//! The tree of a batch: its root stands for thousands of grants, and who claims one proves that it is a leaf.
//!
//! A leaf is SHA-256(0 | domain | batch | index u32 LE | recipient | amount u64 LE | schedule), the schedule as the
//! instruction carries it; a node is SHA-256(1 | domain | the smaller child | the larger child). The first byte keeps
//! a node from passing as a leaf, the batch's address keeps a leaf in its batch, and the order makes sides needless
//! in a proof. A child without a sibling moves up as it is.

use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::{
    constants::{BATCH_DOMAIN, MAX_BATCH_PROOF},
    error::TimelockError,
};

const LEAF: &[u8] = &[0];
const NODE: &[u8] = &[1];

/// Hash of one grant; `schedule` is its Borsh encoding.
pub fn leaf(batch: &Pubkey, index: u32, recipient: &Pubkey, amount: u64, schedule: &[u8]) -> [u8; 32] {
    let (index, amount) = (index.to_le_bytes(), amount.to_le_bytes());
    hashv(&[LEAF, BATCH_DOMAIN, batch.as_ref(), &index, recipient.as_ref(), &amount, schedule]).to_bytes()
}

pub fn node(a: &[u8; 32], b: &[u8; 32]) -> [u8; 32] {
    let (smaller, larger) = if a <= b { (a, b) } else { (b, a) };
    hashv(&[NODE, BATCH_DOMAIN, smaller, larger]).to_bytes()
}

/// Whether `proof`, the siblings from the leaf up, leads from `leaf` to `root`.
///
/// Errors: `LeafProofTooLong`, `LeafProofInvalid`
pub fn require_in_tree(root: &[u8; 32], leaf: [u8; 32], proof: &[[u8; 32]]) -> Result<()> {
    require!(proof.len() <= usize::from(MAX_BATCH_PROOF), TimelockError::LeafProofTooLong);
    let reached = proof.iter().fold(leaf, |below, sibling| node(&below, sibling));
    require!(reached == *root, TimelockError::LeafProofInvalid);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use TimelockError as E;

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    fn grant(n: u8) -> [u8; 32] {
        leaf(&key(100), n.into(), &key(n), 1_000, &[7; 4])
    }

    #[test]
    fn leads_each_leaf_to_the_root_and_nothing_else() {
        let [a, b, c] = [1, 2, 3].map(grant);
        let ab = node(&a, &b);
        assert_eq!(ab, node(&b, &a));
        let root = node(&ab, &c);
        require_in_tree(&root, a, &[b, c]).unwrap();
        require_in_tree(&root, b, &[a, c]).unwrap();
        require_in_tree(&root, c, &[ab]).unwrap();
        let wrong: [(u8, &[[u8; 32]]); 5] = [(4, &[b, c]), (1, &[c, b]), (1, &[b]), (1, &[]), (3, &[a, b])];
        for (n, proof) in wrong {
            assert_eq!(require_in_tree(&root, grant(n), proof), Err(E::LeafProofInvalid.into()), "{n}");
        }
    }

    #[test]
    fn every_part_of_a_grant_is_in_its_leaf() {
        let root = grant(1);
        require_in_tree(&root, root, &[]).unwrap();
        let (batch, recipient, schedule) = (key(100), key(1), [7; 4]);
        for other in [
            leaf(&key(101), 1, &recipient, 1_000, &schedule),
            leaf(&batch, 2, &recipient, 1_000, &schedule),
            leaf(&batch, 1, &key(2), 1_000, &schedule),
            leaf(&batch, 1, &recipient, 1_001, &schedule),
            leaf(&batch, 1, &recipient, 1_000, &[7, 7, 7, 8]),
            leaf(&batch, 1, &recipient, 1_000, &[7; 3]),
        ] {
            assert_eq!(require_in_tree(&root, other, &[]), Err(E::LeafProofInvalid.into()));
        }
    }

    #[test]
    fn a_node_is_no_leaf() {
        let [a, b, c] = [1, 2, 3].map(grant);
        let (root, ab) = (node(&node(&a, &b), &c), node(&a, &b));
        // what hashes to a node without the bytes of a leaf in front is no leaf
        let (smaller, larger) = if a <= b { (a, b) } else { (b, a) };
        let forged = hashv(&[LEAF, BATCH_DOMAIN, &smaller, &larger]).to_bytes();
        assert_ne!(forged, ab);
        assert_eq!(require_in_tree(&root, forged, &[c]), Err(E::LeafProofInvalid.into()));
    }

    #[test]
    fn a_proof_has_a_longest() {
        let most = usize::from(MAX_BATCH_PROOF);
        let proof = vec![[9; 32]; most + 1];
        let root = proof[..most].iter().fold(grant(1), |below, sibling| node(&below, sibling));
        require_in_tree(&root, grant(1), &proof[..most]).unwrap();
        assert_eq!(require_in_tree(&root, grant(1), &proof), Err(E::LeafProofTooLong.into()));
    }
}
