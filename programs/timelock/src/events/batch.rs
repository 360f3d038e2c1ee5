use anchor_lang::prelude::*;

use crate::{
    schedule::ScheduleTerms,
    state::{BatchBooks, Side},
};

/// A creator promised grants under a root. Nothing can be claimed before all of them are funded.
#[event]
pub struct BatchCreated {
    pub batch: Pubkey,
    pub creator: Pubkey,
    pub id: u64,
    pub generation: u64,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    pub vault: Pubkey,
    pub root: [u8; 32],
    pub count: u32,
    pub total: u64,
    pub cancel: Side,
    pub change: Side,
    pub claim_until: i64,
    pub created_at: i64,
}

/// Somebody put money into a batch; with the last of it, it is live.
#[event]
pub struct BatchFunded {
    pub batch: Pubkey,
    pub generation: u64,
    pub funder: Pubkey,
    pub source: Pubkey,
    pub amount: u64,
    pub live: bool,
    pub before: BatchBooks,
    pub after: BatchBooks,
}

/// A leaf was claimed. It is a lock now, unless it was worth nothing when the batch was cancelled.
#[event]
pub struct BatchClaimed {
    pub batch: Pubkey,
    pub generation: u64,
    pub index: u32,
    pub recipient: Pubkey,
    /// Of the leaf.
    pub amount: u64,
    pub schedule: ScheduleTerms,
    /// What went into the lock.
    pub locked: u64,
    /// Zero for none.
    pub lock: Pubkey,
    pub rent_payer: Pubkey,
    pub before: BatchBooks,
    pub after: BatchBooks,
}

/// The creator stopped the leaves that nobody had claimed: nothing vests in them any more.
#[event]
pub struct BatchCancelled {
    pub batch: Pubkey,
    pub generation: u64,
    pub creator: Pubkey,
    pub cancelled_at: i64,
    pub books: BatchBooks,
}

/// The creator took out what no leaf takes.
#[event]
pub struct BatchWithdrawn {
    pub batch: Pubkey,
    pub generation: u64,
    pub creator: Pubkey,
    pub destination: Pubkey,
    pub amount: u64,
    pub before: BatchBooks,
    pub after: BatchBooks,
}

/// A batch ended, with all that was in its vault, donations too, to the creator.
#[event]
pub struct BatchClosed {
    pub batch: Pubkey,
    pub generation: u64,
    pub creator: Pubkey,
    pub destination: Pubkey,
    pub withdrawn: u64,
    /// As they stood before.
    pub books: BatchBooks,
}
