use anchor_lang::prelude::*;

use crate::{borsh_account, ids, zero_copy_account};

/// Longest handle, bytes.
pub const MAX_HANDLE: usize = 32;
/// Shortest handle, bytes.
pub const MIN_HANDLE: usize = 3;
/// Most tags of an agent.
pub const MAX_TAGS: usize = 4;
/// Longest tag, bytes.
pub const MAX_TAG: usize = 16;
/// Longest manifest address, bytes.
pub const MAX_URI: usize = 200;
/// Longest semantic version, bytes.
pub const MAX_SEMVER: usize = 32;
/// Layout version of `Agent`, `AgentVersion` and `Tombstone`.
pub const AGENT_LAYOUT: u8 = 1;

/// Where an agent stands. Stored as a `u8`.
///
/// Draft → Active ⇄ Suspended; Draft, Active or Suspended → Retiring; Retiring → tombstone.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum AgentStatus {
    /// Registered, no business yet.
    Draft = 0,
    /// Open for new channels while its lease runs.
    Active = 1,
    /// Closed for new channels by its owner; can resume.
    Suspended = 2,
    /// Closed for good; waits out every liability before it is closed.
    Retiring = 3,
}

impl AgentStatus {
    pub fn from_u8(value: u8) -> Option<Self> {
        [Self::Draft, Self::Active, Self::Suspended, Self::Retiring]
            .into_iter()
            .find(|status| *status as u8 == value)
    }
}

/// An agent: `["agent", creator, handle]`.
///
/// INVARIANTS: `creator` and `handle` never change; `ownership_epoch` starts at 1 and grows by one with each
/// accepted transfer; `latest_version` counts versions 1..=n without gaps; Active and Suspended only with one;
/// `price` and `price_mint` are the latest version's; `retires_at` is non-zero in Retiring and only there;
/// `pending_owner` is zero without a transfer under way.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Agent {
    pub version: u8,
    pub bump: u8,
    /// `AgentStatus`
    pub status: u8,
    pub handle_len: u8,
    pub latest_version: u32,
    pub ownership_epoch: u32,
    pub padding: [u8; 4],
    /// Registered the handle, paid the rent, and gets it back.
    pub creator: Pubkey,
    pub owner: Pubkey,
    pub pending_owner: Pubkey,
    /// Signs responses and heartbeats; holds no funds.
    pub agent_key: Pubkey,
    /// Wallet whose associated token accounts take payouts of channels opened from now on.
    pub payout_owner: Pubkey,
    pub price_mint: Pubkey,
    /// Price of one call, base units of `price_mint`.
    pub price: u64,
    /// Offered holdback of settled money, seconds.
    pub holdback: i64,
    /// Stale from then on, Unix seconds.
    pub lease_expires_at: i64,
    pub registered_at: i64,
    /// First moment the agent may be closed, Unix seconds; 0 unless Retiring.
    pub retires_at: i64,
    /// Lower-case ASCII, zero-padded.
    pub handle: [u8; MAX_HANDLE],
    /// Lower-case ASCII, each zero-padded; unused ones all zero, at the end.
    pub tags: [[u8; MAX_TAG]; MAX_TAGS],
    pub reserved: [u8; 32],
}

zero_copy_account!(Agent, ids::registry::ID, [47, 166, 112, 147, 155, 197, 86, 7]);

impl Agent {
    pub const SPACE: usize = 8 + std::mem::size_of::<Agent>();

    /// The handle without its padding; the PDA's third seed.
    pub fn handle_bytes(&self) -> &[u8] {
        &self.handle[..usize::from(self.handle_len).min(MAX_HANDLE)]
    }

    /// Whether new channels may open to the agent at `now` (Unix seconds), its version apart.
    pub fn is_live(&self, now: i64) -> bool {
        self.status == AgentStatus::Active as u8 && now < self.lease_expires_at
    }
}

/// One published version of an agent: `["version", agent, n: u32 LE]`. Sized to its content.
///
/// INVARIANTS: immutable but for `yanked`, which only ever turns true; outlives its agent only to be closed.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct AgentVersion {
    pub version: u8,
    pub bump: u8,
    /// Withdrawn by the owner: no channel opens on it.
    pub yanked: bool,
    pub agent: Pubkey,
    /// Paid the rent, and gets it back.
    pub publisher: Pubkey,
    /// 1, 2, 3, …
    pub number: u32,
    /// SHA-256 of the manifest's RFC 8785 canonical JSON.
    pub manifest_hash: [u8; 32],
    pub price_mint: Pubkey,
    /// Price of one call, base units of `price_mint`.
    pub price: u64,
    /// Unix seconds.
    pub published_at: i64,
    /// Semantic version, at most 32 bytes.
    pub semver: String,
    /// Where the manifest is, at most 200 bytes.
    pub uri: String,
}

borsh_account!(AgentVersion, ids::registry::ID, [228, 76, 35, 176, 117, 149, 154, 147]);

impl AgentVersion {
    /// Account size with texts of these lengths, bytes.
    pub const fn space(semver: usize, uri: usize) -> usize {
        8 + 1 + 1 + 1 + 32 + 32 + 4 + 32 + 32 + 8 + 8 + (4 + semver) + (4 + uri)
    }
}

/// What stays of a closed agent at its address, so that the handle is never registered twice.
///
/// INVARIANTS: never closed, never changed.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    pub version: u8,
    pub bump: u8,
    pub reserved: [u8; 5],
}

borsh_account!(Tombstone, ids::registry::ID, [45, 187, 252, 155, 232, 114, 36, 22]);

impl Tombstone {
    pub const SPACE: usize = 15;
}
