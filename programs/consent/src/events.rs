pub use agent_labs_common::ids::consent::EVENT_AUTHORITY;
use agent_labs_common::{event, ids::consent};
use anchor_lang::prelude::*;

/// Records an event by self-CPI; the account was checked against the authority's address.
pub fn emit<E: anchor_lang::Event>(event: &E, authority: &AccountInfo) -> Result<()> {
    event::emit(event, crate::ID, authority, consent::EVENT_AUTHORITY_BUMP)
}

/// A wallet consented to a purpose; before stands what it had consented to at this address, zeros for nothing.
#[event]
pub struct ConsentGiven {
    pub grant: Pubkey,
    pub subject: Pubkey,
    pub controller: Pubkey,
    pub purpose: [u8; 32],
    pub rent_payer: Pubkey,
    pub revision: u32,
    pub terms_version_before: u32,
    pub terms_version: u32,
    pub terms_hash_before: [u8; 32],
    pub terms_hash: [u8; 32],
    /// Unix seconds.
    pub expires_at_before: i64,
    pub expires_at: i64,
    /// When what was there before had been taken back; 0 where it had not.
    pub revoked_at_before: i64,
    pub given_at: i64,
}

#[event]
pub struct ConsentRevoked {
    pub grant: Pubkey,
    pub subject: Pubkey,
    pub controller: Pubkey,
    pub purpose: [u8; 32],
    pub revision: u32,
    pub terms_version: u32,
    /// Unix seconds.
    pub expires_at: i64,
    pub revoked_at: i64,
}

#[event]
pub struct ConsentClosed {
    pub grant: Pubkey,
    pub subject: Pubkey,
    pub controller: Pubkey,
    pub purpose: [u8; 32],
    pub rent_payer: Pubkey,
    pub terms_version: u32,
    /// Unix seconds.
    pub expires_at: i64,
    /// 0 where it ran out.
    pub revoked_at: i64,
}

/// A mandate's approvers are asked for one call: all that its hash is made of is here.
#[event]
pub struct ApprovalRequested {
    pub approval: Pubkey,
    pub mandate: Pubkey,
    pub mandate_generation: u64,
    pub payer: Pubkey,
    pub requester: Pubkey,
    pub rent_payer: Pubkey,
    pub program: Pubkey,
    /// Of the instruction.
    pub data: Vec<u8>,
    /// Of its accounts, in order.
    pub keys: Vec<Pubkey>,
    pub nonce: u64,
    pub call: [u8; 32],
    pub digest: [u8; 32],
    pub threshold: u8,
    pub approvers: Vec<Pubkey>,
    /// Unix seconds.
    pub requested_at: i64,
    pub expires_at: i64,
}

#[event]
pub struct ApprovalSigned {
    pub approval: Pubkey,
    pub mandate: Pubkey,
    pub digest: [u8; 32],
    pub approver: Pubkey,
    /// Place among the approvers.
    pub place: u8,
    pub signatures_before: u8,
    pub signatures: u8,
    pub threshold: u8,
}

/// An approver took its signature back.
#[event]
pub struct ApprovalWithdrawn {
    pub approval: Pubkey,
    pub mandate: Pubkey,
    pub digest: [u8; 32],
    pub approver: Pubkey,
    /// Place among the approvers.
    pub place: u8,
    pub signatures_before: u8,
    pub signatures: u8,
    pub threshold: u8,
}

/// An approval ended without being used.
#[event]
pub struct ApprovalClosed {
    pub approval: Pubkey,
    pub mandate: Pubkey,
    pub digest: [u8; 32],
    pub closed_by: Pubkey,
    pub rent_payer: Pubkey,
    pub signatures: u8,
    /// Unix seconds.
    pub expires_at: i64,
    pub closed_at: i64,
}

/// An approval was used for the call it is of.
#[event]
pub struct ApprovalConsumed {
    pub approval: Pubkey,
    pub mandate: Pubkey,
    pub mandate_generation: u64,
    pub digest: [u8; 32],
    pub call: [u8; 32],
    pub rent_payer: Pubkey,
    pub signatures: u8,
    pub threshold: u8,
    /// Unix seconds.
    pub consumed_at: i64,
}

#[event]
pub struct AuditLogOpened {
    pub log: Pubkey,
    pub operator: Pubkey,
    pub rent_payer: Pubkey,
    pub id: u64,
    /// Unix seconds.
    pub opened_at: i64,
}

/// A log was anchored as it stands.
#[event]
pub struct AuditAnchored {
    pub log: Pubkey,
    pub operator: Pubkey,
    pub id: u64,
    /// From 1.
    pub sequence: u64,
    pub previous_root: [u8; 32],
    pub root: [u8; 32],
    pub entries_before: u64,
    pub entries: u64,
    pub chain_before: [u8; 32],
    pub chain: [u8; 32],
    /// Unix seconds.
    pub anchored_at: i64,
}
