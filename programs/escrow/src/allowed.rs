//! Whom a mandate allows: agents on its list, or in a tree, for lists of any length. It stores then the root of a Merkle tree
//! over its agents, and who opens a channel or a job proves that the agent is a leaf.
//!
//! A leaf is SHA-256(0 | domain | agent), a node SHA-256(1 | domain | the smaller child | the larger child);
//! the first byte keeps a node from passing as a leaf, the order makes sides needless in a proof. A child
//! without a sibling moves up as it is, so that no list has the root of another.

use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::{
    constants::{ALLOW_DOMAIN, MAX_ALLOW_PROOF},
    error::EscrowError,
    state::{lists, Mandate},
};

const LEAF: &[u8] = &[0];
const NODE: &[u8] = &[1];

pub fn leaf(agent: &Pubkey) -> [u8; 32] {
    hashv(&[LEAF, ALLOW_DOMAIN, agent.as_ref()]).to_bytes()
}

pub fn node(a: &[u8; 32], b: &[u8; 32]) -> [u8; 32] {
    let (smaller, larger) = if a <= b { (a, b) } else { (b, a) };
    hashv(&[NODE, ALLOW_DOMAIN, smaller, larger]).to_bytes()
}

/// Whether the mandate lets money be allotted to `agent`; `account` is the one that `mandate` was loaded from.
pub fn require_allowed(
    account: &AccountLoader<Mandate>,
    mandate: &Mandate,
    agent: &Pubkey,
    proof: &[[u8; 32]],
) -> Result<()> {
    if mandate.allow_root != [0; 32] {
        return require_in_tree(&mandate.allow_root, agent, proof);
    }
    require!(proof.is_empty(), EscrowError::AllowProofUnexpected);
    if mandate.allow_count == 0 {
        return Ok(());
    }
    let info = account.to_account_info();
    let data = info.try_borrow_data()?;
    let (agents, _) = lists(mandate, &data)?;
    require!(agents.contains(agent), EscrowError::AgentNotAllowed);
    Ok(())
}

/// Whether `proof`, the siblings from the leaf up, leads from `agent` to `root`.
pub fn require_in_tree(root: &[u8; 32], agent: &Pubkey, proof: &[[u8; 32]]) -> Result<()> {
    require!(proof.len() <= usize::from(MAX_ALLOW_PROOF), EscrowError::AllowProofTooLong);
    let reached = proof.iter().fold(leaf(agent), |below, sibling| node(&below, sibling));
    if reached == *root {
        return Ok(());
    }
    // a list of one agent needs no sibling
    let refusal =
        if proof.is_empty() { EscrowError::AllowProofMissing } else { EscrowError::AllowProofInvalid };
    Err(refusal.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use EscrowError as E;

    fn agent(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    #[test]
    fn leads_each_agent_to_the_root_and_nothing_else() {
        let [a, b, c] = [1, 2, 3].map(|n| leaf(&agent(n)));
        let ab = node(&a, &b);
        assert_eq!(ab, node(&b, &a));
        let root = node(&ab, &c);
        require_in_tree(&root, &agent(1), &[b, c]).unwrap();
        require_in_tree(&root, &agent(2), &[a, c]).unwrap();
        require_in_tree(&root, &agent(3), &[ab]).unwrap();
        let refused = |n: u8, proof: &[[u8; 32]]| require_in_tree(&root, &agent(n), proof).unwrap_err();
        for (n, proof) in [(4, vec![b, c]), (1, vec![c, b]), (1, vec![b]), (1, vec![b, c, [0; 32]])] {
            assert_eq!(refused(n, &proof), E::AllowProofInvalid.into());
        }
        assert_eq!(refused(1, &[]), E::AllowProofMissing.into());
    }

    #[test]
    fn a_node_is_no_leaf() {
        let ab = node(&leaf(&agent(1)), &leaf(&agent(2)));
        let c = leaf(&agent(3));
        let root = node(&ab, &c);
        // an "agent" whose address is the node's hash, with what is beside it
        let forged = require_in_tree(&root, &Pubkey::new_from_array(ab), &[c]);
        assert_eq!(forged, Err(E::AllowProofInvalid.into()));
        let at_root = require_in_tree(&root, &Pubkey::new_from_array(root), &[]);
        assert_eq!(at_root, Err(E::AllowProofMissing.into()));
    }

    #[test]
    fn one_agent_is_its_own_root_and_a_proof_has_a_longest() {
        require_in_tree(&leaf(&agent(1)), &agent(1), &[]).unwrap();
        let most = usize::from(MAX_ALLOW_PROOF);
        let proof = vec![[7; 32]; most + 1];
        let root = proof[..most].iter().fold(leaf(&agent(1)), |below, sibling| node(&below, sibling));
        require_in_tree(&root, &agent(1), &proof[..most]).unwrap();
        assert_eq!(require_in_tree(&root, &agent(1), &proof), Err(E::AllowProofTooLong.into()));
    }
}
