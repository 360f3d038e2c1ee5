use anchor_lang::prelude::*;

use crate::{schedule::ScheduleTerms, state::Side};

#[event]
pub struct LockCreated {
    pub lock: Pubkey,
    pub creator: Pubkey,
    pub id: u64,
    pub generation: u64,
    pub funder: Pubkey,
    pub recipient: Pubkey,
    pub rent_payer: Pubkey,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    pub tokens: Pubkey,
    /// Base units.
    pub amount: u64,
    pub schedule: ScheduleTerms,
    pub cancel: Side,
    pub change: Side,
    pub top_up: bool,
    /// Unix seconds.
    pub opened_at: i64,
    /// Unix seconds; 0 unless it was made stopped, by a batch that was cancelled.
    pub stopped_at: i64,
}

#[event]
pub struct LockToppedUp {
    pub lock: Pubkey,
    pub funder: Pubkey,
    /// Base units.
    pub amount: u64,
    pub deposited_before: u64,
    pub deposited_after: u64,
    /// When all of it is released, Unix seconds.
    pub ends_at_before: i64,
    pub ends_at_after: i64,
}

#[event]
pub struct LockClaimed {
    pub lock: Pubkey,
    /// The recipient, or a former one.
    pub payee: Pubkey,
    /// Whether it is a former recipient's due.
    pub former: bool,
    pub authority: Pubkey,
    pub destination: Pubkey,
    /// Base units.
    pub amount: u64,
    pub claimed_before: u64,
    pub claimed_after: u64,
}

#[event]
pub struct MilestoneApproved {
    pub lock: Pubkey,
    pub approver: Pubkey,
    pub index: u8,
    /// Base units.
    pub amount: u64,
    /// Bits of the milestones that are approved.
    pub approved_before: u8,
    pub approved_after: u8,
}

#[event]
pub struct LockCancelled {
    pub lock: Pubkey,
    pub cancelled_by: Pubkey,
    /// Unix seconds.
    pub stopped_at: i64,
    /// Released up to then, paid or not, base units.
    pub released: u64,
    /// What goes back to the funder, base units.
    pub returnable: u64,
}

#[event]
pub struct LockReclaimed {
    pub lock: Pubkey,
    pub funder: Pubkey,
    pub authority: Pubkey,
    pub destination: Pubkey,
    /// Base units.
    pub amount: u64,
    pub returned_before: u64,
    pub returned_after: u64,
}

#[event]
pub struct LockRecipientChanged {
    pub lock: Pubkey,
    pub changed_by: Pubkey,
    pub old_recipient: Pubkey,
    pub new_recipient: Pubkey,
    /// What the old one is still owed of what was released before, base units.
    pub former_due: u64,
}

#[event]
pub struct LockOffered {
    pub lock: Pubkey,
    pub recipient: Pubkey,
    /// Zero for no offer.
    pub old_pending_recipient: Pubkey,
    pub new_pending_recipient: Pubkey,
}

#[event]
pub struct LockTransferred {
    pub lock: Pubkey,
    pub old_recipient: Pubkey,
    pub new_recipient: Pubkey,
    /// Released and not claimed, which goes with the lock, base units.
    pub due: u64,
}

#[event]
pub struct LockClosed {
    pub lock: Pubkey,
    pub generation: u64,
    pub funder: Pubkey,
    pub authority: Pubkey,
    pub rent_payer: Pubkey,
    /// Tokens that somebody had sent there, base units.
    pub donated: u64,
    /// Where those went; zero without any.
    pub destination: Pubkey,
    pub deposited: u64,
    pub claimed: u64,
    pub returned: u64,
}
