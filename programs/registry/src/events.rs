pub use agent_labs_common::ids::registry::EVENT_AUTHORITY;
use agent_labs_common::{event, ids::registry, registry::AgentStatus};
use anchor_lang::prelude::*;

use crate::{instructions::ConfigInitializeArgs, state::ConfigChanges};

/// Records an event by self-CPI; the account was checked against the authority's address.
pub fn emit<E: anchor_lang::Event>(event: &E, authority: &AccountInfo) -> Result<()> {
    event::emit(event, crate::ID, authority, registry::EVENT_AUTHORITY_BUMP)
}

/// The protocol's settings were made.
#[event]
pub struct ConfigInitialized {
    pub config: Pubkey,
    pub upgrade_authority: Pubkey,
    pub settings: Box<ConfigInitializeArgs>,
}

#[event]
pub struct ConfigPaused {
    pub config: Pubkey,
    pub signer: Pubkey,
    pub old_bits: u16,
    pub new_bits: u16,
    pub old_execution_paused_at: i64,
    pub new_execution_paused_at: i64,
    /// When that pause lapses, Unix seconds; 0 without one.
    pub execution_pause_ends_at: i64,
}

#[event]
pub struct ConfigUnpaused {
    pub config: Pubkey,
    pub admin: Pubkey,
    pub old_bits: u16,
    pub new_bits: u16,
    pub old_execution_paused_at: i64,
    pub new_execution_paused_at: i64,
    /// When that pause lapses, Unix seconds; 0 without one.
    pub execution_pause_ends_at: i64,
}

/// A change of the config waits.
#[event]
pub struct ConfigProposed {
    pub config: Pubkey,
    pub proposal: Pubkey,
    pub number: u64,
    pub admin: Pubkey,
    pub rent_payer: Pubkey,
    /// This and the next two: Unix seconds.
    pub proposed_at: i64,
    pub executable_at: i64,
    pub expires_at: i64,
    pub changes: Box<ConfigChanges>,
}

/// A proposal was executed; those with lower numbers are void.
#[event]
pub struct ConfigChanged {
    pub config: Pubkey,
    pub proposal: Pubkey,
    pub number: u64,
    pub signer: Pubkey,
    pub rent_payer: Pubkey,
    /// Lamports that went to `rent_payer`.
    pub returned: u64,
    /// What the changed settings were.
    pub old: Box<ConfigChanges>,
    pub new: Box<ConfigChanges>,
}

/// A proposal was cancelled, or cleared away once it could not execute any more.
#[event]
pub struct ConfigProposalClosed {
    pub config: Pubkey,
    pub proposal: Pubkey,
    pub number: u64,
    pub signer: Pubkey,
    pub rent_payer: Pubkey,
    /// Lamports that went to `rent_payer`.
    pub returned: u64,
    pub old_live_proposals_from: u64,
    pub new_live_proposals_from: u64,
}

/// The admin offered the config to another key, or took an offer back (`new_pending_admin` and times zero).
#[event]
pub struct AdminTransferProposed {
    pub config: Pubkey,
    pub admin: Pubkey,
    pub old_pending_admin: Pubkey,
    pub new_pending_admin: Pubkey,
    /// First moment it may be accepted, Unix seconds.
    pub handover_at: i64,
    /// From then on it may no longer be accepted, Unix seconds.
    pub handover_expires_at: i64,
}

/// Another key is admin; proposals below `new_live_proposals_from` are void.
#[event]
pub struct AdminTransferred {
    pub config: Pubkey,
    pub old_admin: Pubkey,
    pub new_admin: Pubkey,
    pub old_live_proposals_from: u64,
    pub new_live_proposals_from: u64,
}

/// An agent exists, as a Draft in ownership epoch 1, owned by its creator.
#[event]
pub struct AgentRegistered {
    pub agent: Pubkey,
    pub creator: Pubkey,
    pub handle: String,
    pub agent_key: Pubkey,
    pub payout_owner: Pubkey,
    pub holdback: i64,
    pub tags: Vec<String>,
    pub registered_at: i64,
}

/// A version exists, and is the agent's latest.
#[event]
pub struct VersionPublished {
    pub agent: Pubkey,
    pub version: Pubkey,
    pub number: u32,
    pub publisher: Pubkey,
    pub semver: String,
    pub manifest_hash: [u8; 32],
    pub uri: String,
    pub old_price: u64,
    pub new_price: u64,
    pub old_price_mint: Pubkey,
    pub new_price_mint: Pubkey,
    pub published_at: i64,
}

#[event]
pub struct VersionYanked {
    pub agent: Pubkey,
    pub version: Pubkey,
    pub number: u32,
    pub owner: Pubkey,
    /// The owner or a delegate.
    pub signer: Pubkey,
}

#[event]
pub struct AgentUpdated {
    pub agent: Pubkey,
    pub owner: Pubkey,
    /// The owner or a delegate.
    pub signer: Pubkey,
    pub old_agent_key: Pubkey,
    pub new_agent_key: Pubkey,
    pub old_payout_owner: Pubkey,
    pub new_payout_owner: Pubkey,
    pub old_holdback: i64,
    pub new_holdback: i64,
    pub old_tags: Vec<String>,
    pub new_tags: Vec<String>,
}

#[event]
pub struct AgentStatusChanged {
    pub agent: Pubkey,
    pub owner: Pubkey,
    /// The owner or a delegate.
    pub signer: Pubkey,
    pub old_status: AgentStatus,
    pub new_status: AgentStatus,
    pub old_lease_expires_at: i64,
    pub new_lease_expires_at: i64,
    /// Non-zero once Retiring, Unix seconds.
    pub retires_at: i64,
}

#[event]
pub struct AgentLeaseRenewed {
    pub agent: Pubkey,
    pub signer: Pubkey,
    pub old_lease_expires_at: i64,
    pub new_lease_expires_at: i64,
}

/// The owner offered the agent to another key, or took an offer back (`new_pending_owner` zero).
#[event]
pub struct AgentTransferProposed {
    pub agent: Pubkey,
    pub owner: Pubkey,
    pub old_pending_owner: Pubkey,
    pub new_pending_owner: Pubkey,
}

/// A new ownership epoch began.
#[event]
pub struct AgentTransferred {
    pub agent: Pubkey,
    pub old_owner: Pubkey,
    pub new_owner: Pubkey,
    pub old_epoch: u32,
    pub new_epoch: u32,
    pub old_agent_key: Pubkey,
    pub new_agent_key: Pubkey,
    pub old_payout_owner: Pubkey,
    pub new_payout_owner: Pubkey,
}

/// A tombstone took the agent's place.
#[event]
pub struct AgentClosed {
    pub agent: Pubkey,
    pub owner: Pubkey,
    pub creator: Pubkey,
    pub handle: String,
    /// Lamports that went to the creator.
    pub returned: u64,
}

#[event]
pub struct VersionClosed {
    pub agent: Pubkey,
    pub version: Pubkey,
    pub number: u32,
    pub publisher: Pubkey,
    /// Lamports that went to the publisher.
    pub returned: u64,
}

/// A key acts for the owner from now on, or does so with other permissions or another end (`old_…` zero where it
/// is new). Delegates of an earlier ownership epoch are gone.
#[event]
pub struct DelegateAdded {
    pub agent: Pubkey,
    pub owner: Pubkey,
    pub delegate: Pubkey,
    pub ownership_epoch: u32,
    /// Paid the rent of the agent's delegates.
    pub rent_payer: Pubkey,
    pub old_permissions: u16,
    pub new_permissions: u16,
    pub old_expires_at: i64,
    pub new_expires_at: i64,
}

#[event]
pub struct DelegateRemoved {
    pub agent: Pubkey,
    /// The owner, or the delegate itself.
    pub signer: Pubkey,
    pub delegate: Pubkey,
    pub permissions: u16,
    pub expires_at: i64,
    pub rent_payer: Pubkey,
    /// Lamports that went to `rent_payer`: all, where it was the last.
    pub returned: u64,
}

/// Delegates that were void are gone.
#[event]
pub struct DelegatesClosed {
    pub agent: Pubkey,
    pub delegates: Pubkey,
    pub rent_payer: Pubkey,
    /// Lamports that went to `rent_payer`.
    pub returned: u64,
}

/// An attestor vouches for a wallet from now on, or does so anew (`old_…` zero where it is the first).
#[event]
pub struct AttestationIssued {
    pub attestation: Pubkey,
    pub attestor: Pubkey,
    pub subject: Pubkey,
    /// This and the next three: Unix seconds.
    pub old_issued_at: i64,
    pub new_issued_at: i64,
    pub old_expires_at: i64,
    pub new_expires_at: i64,
    pub old_evidence: [u8; 32],
    pub new_evidence: [u8; 32],
}

/// The attestor vouches for the wallet no longer.
#[event]
pub struct AttestationRevoked {
    pub attestation: Pubkey,
    pub attestor: Pubkey,
    pub subject: Pubkey,
    /// This and the next: Unix seconds.
    pub issued_at: i64,
    pub expires_at: i64,
    pub evidence: [u8; 32],
    /// Lamports that went to the attestor.
    pub returned: u64,
}
