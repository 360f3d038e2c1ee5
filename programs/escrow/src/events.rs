pub use agent_labs_common::ids::escrow::EVENT_AUTHORITY;
use agent_labs_common::{event, ids::escrow};
use anchor_lang::prelude::*;

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
