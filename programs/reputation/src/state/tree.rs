use anchor_lang::prelude::*;

use crate::{constants::*, error::ReputationError};

/// The trees that receipts go to at present: `["trees"]`.
///
/// INVARIANTS: `trees[..count]` are Merkle trees that have a `Tree`, each of its own shard, the rest zero;
/// `count` only grows; a shard's tree is replaced only when full.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct TreePool {
    pub version: u8,
    pub bump: u8,
    /// Shards in use.
    pub count: u8,
    pub padding: [u8; 5],
    /// Merkle tree of each shard.
    pub trees: [Pubkey; MAX_SHARDS as usize],
    pub reserved: [u8; 64],
}

impl TreePool {
    pub const SPACE: usize = 8 + std::mem::size_of::<TreePool>();

    pub fn invariant(&self) -> Result<()> {
        let (used, unused) = self.trees.split_at(usize::from(self.count.min(MAX_SHARDS)));
        let holds = self.version == LAYOUT
            && self.count <= MAX_SHARDS
            && used.iter().all(|tree| *tree != Pubkey::default())
            && unused.iter().all(|tree| *tree == Pubkey::default());
        require!(holds, ReputationError::InvariantBroken);
        Ok(())
    }

    /// The Merkle tree that an agent's receipts go to. An agent's address is a hash already; another one over
    /// it would not keep anybody from picking a shard.
    pub fn tree_of(&self, agent: &Pubkey) -> Option<Pubkey> {
        let mut head = [0; 8];
        head.copy_from_slice(&agent.as_ref()[..8]);
        let shard = u64::from_le_bytes(head).checked_rem(self.count.into())?;
        self.trees.get(usize::try_from(shard).ok()?).copied()
    }
}

/// A Merkle tree whose leaves are receipts: `["tree", merkle tree]`. A leaf anywhere else is none, since
/// anyone can mint an agent what they like.
///
/// INVARIANTS: `minted ≤ capacity = 2^depth` and only grows; the rest never changes; never closed, for
/// receipts must stay provable.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Tree {
    pub version: u8,
    pub bump: u8,
    pub shard: u8,
    pub depth: u8,
    /// Changes to the tree that a proof may be behind.
    pub buffer: u32,
    /// Levels of the tree that are kept on chain.
    pub canopy: u8,
    pub uri_base_len: u8,
    pub padding: [u8; 6],
    pub merkle_tree: Pubkey,
    /// Paid the record's rent, which stays.
    pub rent_payer: Pubkey,
    /// Receipts it can hold.
    pub capacity: u64,
    /// Receipts it holds: the index (nonce) of the next.
    pub minted: u64,
    /// Unix seconds.
    pub registered_at: i64,
    /// What stands before the facts hash in a receipt's address, zero-padded.
    pub uri_base: [u8; MAX_URI_BASE as usize],
    pub padding_2: [u8; 4],
    pub reserved: [u8; 32],
}

impl Tree {
    pub const SPACE: usize = 8 + std::mem::size_of::<Tree>();

    pub fn invariant(&self) -> Result<()> {
        let capacity = 1u64.checked_shl(self.depth.into()).unwrap_or_default();
        let holds = self.version == LAYOUT
            && self.shard < MAX_SHARDS
            && self.capacity == capacity
            && self.minted <= self.capacity
            && (1..=MAX_URI_BASE).contains(&self.uri_base_len);
        require!(holds, ReputationError::InvariantBroken);
        Ok(())
    }

    pub fn is_full(&self) -> bool {
        self.minted >= self.capacity
    }

    pub fn uri_base(&self) -> &[u8] {
        &self.uri_base[..usize::from(self.uri_base_len.min(MAX_URI_BASE))]
    }
}

/// That `merkle_tree` is the registered one that the agent's receipts go to, and `record` its record.
pub fn require_tree_of(
    agent: &Pubkey,
    pool: &AccountLoader<TreePool>,
    record: &AccountLoader<Tree>,
    merkle_tree: &Pubkey,
) -> Result<()> {
    let expected = pool.load()?.tree_of(agent);
    let is = expected == Some(*merkle_tree) && record.load()?.merkle_tree == *merkle_tree;
    require!(is, ReputationError::TreeMismatch);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layouts_stay() {
        assert_eq!(size_of::<TreePool>(), 8 + 32 * 32 + 64);
        assert_eq!(offset_of!(TreePool, trees), 8);
        assert_eq!(size_of::<Tree>(), 240);
        assert_eq!(offset_of!(Tree, merkle_tree), 16);
        assert_eq!(offset_of!(Tree, minted), 88);
        assert_eq!(offset_of!(Tree, uri_base), 104);
    }

    #[test]
    fn an_agent_has_one_shard() {
        let mut pool: TreePool = bytemuck::Zeroable::zeroed();
        let mut agent = [9; 32];
        agent[..8].copy_from_slice(&7u64.to_le_bytes());
        let agent = Pubkey::new_from_array(agent);
        assert_eq!(pool.tree_of(&agent), None);
        pool.version = LAYOUT;
        pool.count = 3;
        for (at, tree) in (1..).zip(&mut pool.trees[..3]) {
            *tree = Pubkey::new_from_array([at; 32]);
        }
        pool.invariant().unwrap();
        assert_eq!(pool.tree_of(&agent), Some(pool.trees[1]));
        pool.count = 4;
        assert_eq!(pool.invariant(), Err(ReputationError::InvariantBroken.into()));
        pool.count = 2;
        assert_eq!(pool.invariant(), Err(ReputationError::InvariantBroken.into()));
    }

    #[test]
    fn every_rule_of_a_tree_binds() {
        let mut good: Tree = bytemuck::Zeroable::zeroed();
        (good.version, good.depth, good.capacity, good.uri_base_len) = (LAYOUT, 14, 16_384, 1);
        good.minted = 16_383;
        good.invariant().unwrap();
        assert!(!good.is_full());
        good.minted = 16_384;
        good.invariant().unwrap();
        assert!(good.is_full());
        let changes: [fn(&mut Tree); 6] = [
            |t| t.version = 0,
            |t| t.shard = 32,
            |t| t.capacity = 16_385,
            |t| t.minted = 16_385,
            |t| t.uri_base_len = 0,
            |t| t.uri_base_len = 101,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = good;
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(ReputationError::InvariantBroken.into()), "{at}");
        }
    }
}
