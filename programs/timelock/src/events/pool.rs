use anchor_lang::prelude::*;

use crate::state::{PoolBooks, PoolMode};

/// A creator made an income pool. Its ledger is empty.
#[event]
pub struct PoolCreated {
    pub pool: Pubkey,
    pub creator: Pubkey,
    pub id: u64,
    pub generation: u64,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    pub vault: Pubkey,
    pub attestor: Pubkey,
    pub mode: PoolMode,
    pub max_members: u32,
    pub amount: u64,
    pub epoch_length: i64,
    pub first_epoch_at: i64,
    pub grace: i64,
}

/// Somebody put money into a pool.
#[event]
pub struct PoolFunded {
    pub pool: Pubkey,
    pub generation: u64,
    pub funder: Pubkey,
    pub source: Pubkey,
    pub amount: u64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// A wallet became a member.
#[event]
pub struct PoolJoined {
    pub pool: Pubkey,
    pub generation: u64,
    pub membership: Pubkey,
    pub wallet: Pubkey,
    pub attestation: Pubkey,
    pub rent_payer: Pubkey,
    /// Number of the first epoch it has a part in.
    pub first_epoch: u64,
    pub joined_at: i64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// An epoch began: each of `members` has `amount` coming.
#[event]
pub struct EpochOpened {
    pub pool: Pubkey,
    pub generation: u64,
    pub epoch: u64,
    pub members: u32,
    pub amount: u64,
    pub opened_at: i64,
    /// End of its span.
    pub ends_at: i64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// A member was paid for the epochs from `next_before` on that it had coming.
#[event]
pub struct PoolClaimed {
    pub pool: Pubkey,
    pub generation: u64,
    pub membership: Pubkey,
    pub wallet: Pubkey,
    pub destination: Pubkey,
    pub amount: u64,
    pub next_before: u64,
    pub next_after: u64,
    pub paid_before: u64,
    pub paid_after: u64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// A member's attestation was found worthless: it has no part in epochs from `until` on, and keeps for a while what
/// it had coming.
#[event]
pub struct MemberSuspended {
    pub pool: Pubkey,
    pub generation: u64,
    pub membership: Pubkey,
    pub wallet: Pubkey,
    pub until: u64,
    pub due: u64,
    pub suspended_at: i64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// Why a membership ended.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembershipEnd {
    /// The member said so.
    Left,
    /// Without attestation, or in a stopped pool with nothing coming.
    Evicted,
}

/// A membership ended, its rent to who had paid it.
#[event]
pub struct MembershipEnded {
    pub pool: Pubkey,
    pub generation: u64,
    pub membership: Pubkey,
    pub wallet: Pubkey,
    pub why: MembershipEnd,
    /// What it had coming, and gave up.
    pub forfeited: u64,
    pub paid: u64,
    pub rent_payer: Pubkey,
    pub ended_at: i64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// The creator ended the opening of epochs.
#[event]
pub struct PoolStopped {
    pub pool: Pubkey,
    pub generation: u64,
    pub creator: Pubkey,
    pub stopped_at: i64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// The creator took out what was free in a stopped pool.
#[event]
pub struct PoolWithdrawn {
    pub pool: Pubkey,
    pub generation: u64,
    pub creator: Pubkey,
    pub destination: Pubkey,
    pub amount: u64,
    pub before: PoolBooks,
    pub after: PoolBooks,
}

/// A pool ended, with all that was in its vault, donations too, to the creator.
#[event]
pub struct PoolClosed {
    pub pool: Pubkey,
    pub generation: u64,
    pub creator: Pubkey,
    pub destination: Pubkey,
    pub withdrawn: u64,
    /// As they stood before.
    pub books: PoolBooks,
}
