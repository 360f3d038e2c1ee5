pub use agent_labs_common::ids::escrow::EVENT_AUTHORITY;
use agent_labs_common::{event, ids::escrow};
use anchor_lang::prelude::*;

use crate::state::HoldEnd;

mod credits;
mod job;

pub use credits::*;
pub use job::*;

/// Records an event by self-CPI; the account was checked against the authority's address.
pub fn emit<E: anchor_lang::Event>(event: &E, authority: &AccountInfo) -> Result<()> {
    event::emit(event, crate::ID, authority, escrow::EVENT_AUTHORITY_BUMP)
}

/// A payer set money aside under limits.
#[event]
pub struct MandateOpened {
    pub mandate: Pubkey,
    pub payer: Pubkey,
    pub id: u64,
    pub generation: u64,
    pub mint: Pubkey,
    pub session_key: Pubkey,
    pub per_call_max: u64,
    pub daily_cap: u64,
    pub total_cap: u64,
    pub expires_at: i64,
    pub allow_list: Vec<Pubkey>,
    pub deposited: u64,
    pub min_stake: u64,
    pub min_score: u32,
    pub allow_root: [u8; 32],
    pub attestor: Pubkey,
    pub approvers: Vec<Pubkey>,
    pub approval_threshold: u8,
    pub approval_above: u64,
    pub release_approval_above: u64,
}

#[event]
pub struct MandateDeposited {
    pub mandate: Pubkey,
    pub payer: Pubkey,
    pub amount: u64,
    pub free_before: u64,
    pub free_after: u64,
}

#[event]
pub struct MandateWithdrawn {
    pub mandate: Pubkey,
    pub payer: Pubkey,
    pub destination: Pubkey,
    pub amount: u64,
    pub free_before: u64,
    pub free_after: u64,
}

#[event]
pub struct SessionKeyRotated {
    pub mandate: Pubkey,
    pub payer: Pubkey,
    pub old_key: Pubkey,
    pub new_key: Pubkey,
    pub old_epoch: u32,
    pub new_epoch: u32,
}

#[event]
pub struct MandateKilled {
    pub mandate: Pubkey,
    pub payer: Pubkey,
    pub killed_at: i64,
}

#[event]
pub struct MandateClosed {
    pub mandate: Pubkey,
    pub payer: Pubkey,
    pub generation: u64,
    /// Free money and donations, base units.
    pub withdrawn: u64,
    pub destination: Pubkey,
}

/// Money was allotted to an agent for the first time in this generation.
#[event]
pub struct ChannelOpened {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub n: u8,
    pub generation: u64,
    pub tag: [u8; 16],
    pub session_key: Pubkey,
    pub agent_key: Pubkey,
    pub payout_owner: Pubkey,
    pub rent_payer: Pubkey,
    pub agent_version: u32,
    pub ownership_epoch: u32,
    pub price: u64,
    pub per_call_max: u64,
    pub fee_bps: u16,
    pub holdback: i64,
    pub expires_at: i64,
    pub allotted: u64,
}

#[event]
pub struct ChannelRearmed {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub allotted_before: u64,
    pub allotted_after: u64,
    pub expires_at_before: i64,
    pub expires_at_after: i64,
}

#[event]
pub struct ChannelPaid {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payout_owner: Pubkey,
    pub gross: u64,
    pub fee: u64,
    pub net: u64,
    pub paid_gross_before: u64,
    pub paid_gross_after: u64,
}

#[event]
pub struct ChannelRefunded {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    pub amount: u64,
    pub refunded_before: u64,
    pub refunded_after: u64,
    pub held_before: u64,
    pub held_after: u64,
}

/// The payer keeps settled money from being paid out.
#[event]
pub struct ChannelHeld {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub held_by: Pubkey,
    pub amount: u64,
    pub held_until: i64,
}

/// Held money went back to what the agent is paid from; recorded before whatever else its instruction does.
#[event]
pub struct HoldReleased {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub amount: u64,
    pub held_before: u64,
    pub held_after: u64,
    pub why: HoldEnd,
}

/// A dispute claims money of a channel.
#[event]
pub struct ClaimOpened {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    pub claim: u64,
    pub claimed_before: u64,
    pub claimed_after: u64,
    /// Given back by the agent so far, base units.
    pub refunded: u64,
    /// Of the hold, for this claim; above 0, the hold is disputed from now on and does not lapse.
    pub taken: u64,
    /// Held by whatever claim, base units.
    pub held: u64,
    pub open_disputes_before: u32,
    pub open_disputes_after: u32,
}

/// A dispute's claim ended; `loss = refunded_since + paid + shortfall`, all in base units.
#[event]
pub struct ClaimClosed {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    /// Token account that was paid.
    pub destination: Pubkey,
    pub loss: u64,
    /// Given back by the agent while the claim was open, up to the loss.
    pub refunded_since: u64,
    /// To the payer, out of the hold.
    pub paid: u64,
    /// Of the hold, back to what the agent is paid from.
    pub released: u64,
    /// What neither refunds nor the hold made good.
    pub shortfall: u64,
    /// Whether the hold was this claim's.
    pub took_hold: bool,
    pub held_before: u64,
    pub held_after: u64,
    pub refunded_before: u64,
    pub refunded_after: u64,
    pub open_disputes_before: u32,
    pub open_disputes_after: u32,
}

#[event]
pub struct ChannelClosing {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub closed_by: Pubkey,
    pub closing_ends_at: i64,
}

#[event]
pub struct ChannelReopened {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
}

#[event]
pub struct ChannelDrained {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub settled: u64,
    pub calls: u32,
    /// Went back to the mandate, base units.
    pub returned: u64,
}

#[event]
pub struct ChannelFinished {
    pub channel: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub calls: u32,
    pub allotted: u64,
    pub settled: u64,
    pub paid_gross: u64,
    pub returned: u64,
    pub refunded: u64,
    pub rent_payer: Pubkey,
}

#[event]
pub struct FeesSwept {
    pub mandate: Pubkey,
    pub treasury: Pubkey,
    pub mint: Pubkey,
    pub amount: u64,
}
