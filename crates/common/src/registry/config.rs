use anchor_lang::prelude::*;

use crate::{ids, zero_copy_account};

/// Most members of one arbiter panel.
pub const MAX_PANEL: usize = 9;
/// Most settlement mints with a reputation weight.
pub const MAX_SETTLEMENT_MINTS: usize = 8;
/// Highest protocol fee, basis points of a payout.
pub const MAX_FEE_BPS: u16 = 500;
/// Layout version of `Config`.
pub const CONFIG_VERSION: u8 = 1;

/// What a pause stops, one bit each. Exits, holds, disputes, answers, votes and appeals have no bit.
pub mod pause {
    pub const REGISTER: u16 = 1 << 0;
    pub const STAKE: u16 = 1 << 1;
    pub const OPEN: u16 = 1 << 2;
    pub const DEPOSIT: u16 = 1 << 3;
    pub const LOCK: u16 = 1 << 4;
    pub const RATE: u16 = 1 << 5;
    /// Slash executions; lapses by itself after `Windows::execution_pause`.
    pub const EXECUTE: u16 = 1 << 6;
    pub const ALL: u16 = (1 << 7) - 1;
}

/// Settings that a cluster's operator fixes when the config is made.
pub mod config_flags {
    /// Manifest addresses may be `http:` and private; refused for the public clusters' genesis hashes.
    pub const ALLOW_PRIVATE_URIS: u8 = 1 << 0;
    pub const ALL: u8 = ALLOW_PRIVATE_URIS;
}

/// Every window of the protocol, seconds.
///
/// INVARIANTS: each is > 0 (`holdback_min` may be 0);
/// `unbonding ≥ channel_life_max + close_grace + 2 × holdback_max + claim + response + ruling + appeal +
/// appeal_ruling`, the first four as `LongestWindows` has them, so that stake outlasts every claim on what it
/// backs; `config_delay ≥ unbonding`.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Windows {
    /// From unstake to withdraw.
    pub unbonding: i64,
    /// From a proposed change of the config to the first moment it may execute.
    pub config_delay: i64,
    /// From that moment on, how long the proposal stays executable.
    pub config_expiry: i64,
    /// From a proposed admin handover to the first moment it may be accepted.
    pub admin_delay: i64,
    /// Longest life of a channel, from opening or re-arm.
    pub channel_life_max: i64,
    /// From Closing to the last settle.
    pub close_grace: i64,
    /// Shortest holdback an agent may offer.
    pub holdback_min: i64,
    /// Longest holdback an agent may offer.
    pub holdback_max: i64,
    /// From a hold to its lapse, unless a dispute takes it up.
    pub hold_lapse: i64,
    /// From the last settle, how long a claim may be brought.
    pub claim: i64,
    pub response: i64,
    pub ruling: i64,
    pub appeal: i64,
    pub appeal_ruling: i64,
    /// From the last payout, how long only the payer may end the channel, so that a rating is not cut off.
    pub rating: i64,
    /// Liveness lease that a heartbeat renews.
    pub lease: i64,
    /// How long a pause of slash executions holds.
    pub execution_pause: i64,
    /// Period of `slash_cap_period`.
    pub slash_period: i64,
}

/// The longest that each of these windows ever was under this config, seconds. A channel keeps the windows it
/// opened with, and re-arming prolongs it without end: what is locked has to outlast these, and not only those
/// of today.
///
/// INVARIANTS: each at least that of `Windows`, never falling.
#[zero_copy]
#[derive(Debug, PartialEq, Eq, Default)]
pub struct LongestWindows {
    pub channel_life_max: i64,
    pub close_grace: i64,
    pub holdback_max: i64,
    pub claim: i64,
}

/// A set of arbiters.
///
/// INVARIANTS: members[..count] distinct and non-zero, the rest zero; 1 ≤ threshold ≤ count ≤ 9.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Panel {
    pub members: [Pubkey; MAX_PANEL],
    pub count: u8,
    pub threshold: u8,
    pub padding: [u8; 6],
}

impl Panel {
    pub fn members(&self) -> &[Pubkey] {
        &self.members[..usize::from(self.count).min(MAX_PANEL)]
    }
}

/// A mint whose payments count for reputation; unlisted mints settle, and weigh zero.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct SettlementMint {
    pub mint: Pubkey,
    /// Weight of one base unit, basis points.
    pub weight_bps: u32,
    pub padding: [u8; 4],
}

/// The protocol's settings, one a deployment: `["config"]`.
///
/// INVARIANTS: made once, by the registry's upgrade authority; `genesis_hash`, `stake_mint` and `flags` never
/// change, `admin` by handover alone and all other settings by proposal alone; `fee_bps ≤ 500`; the two panels
/// share no member; `live_proposals_from ≤ next_proposal`, both only growing; `pending_admin`,
/// `admin_handover_at` and `admin_handover_expires_at` are zero together, `execution_paused_at` and
/// `execution_pause_ends_at` too; those of `Windows`, `LongestWindows` and `Panel`.
/// Money that is open carries copies of the terms it depends on: a change here reaches only what opens later.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Config {
    pub version: u8,
    pub bump: u8,
    /// `config_flags`
    pub flags: u8,
    pub settlement_mint_count: u8,
    /// `pause`
    pub pause_bits: u16,
    /// Protocol fee, basis points of a payout.
    pub fee_bps: u16,
    /// Owner's first-loss tranche, basis points of `slash_cap_dispute`.
    pub first_loss_bps: u16,
    /// Penalty on top of a slash, basis points of it, to the treasury.
    pub penalty_bps: u16,
    /// Dispute bond, basis points of the claim.
    pub bond_bps: u16,
    pub padding: [u8; 2],
    pub admin: Pubkey,
    /// Zero without a handover under way.
    pub pending_admin: Pubkey,
    pub pauser: Pubkey,
    /// Wallet whose associated token accounts take fees and penalties.
    pub treasury: Pubkey,
    pub stake_mint: Pubkey,
    /// Genesis hash of the cluster this deployment is on; no sysvar tells it, so migration and SDK check it.
    pub genesis_hash: [u8; 32],
    /// First moment the handover may be accepted, Unix seconds.
    pub admin_handover_at: i64,
    /// When a pause of slash executions began, Unix seconds.
    pub execution_paused_at: i64,
    /// Stake an agent needs before channels open to it, base units of `stake_mint`.
    pub min_stake: u64,
    /// Most that one dispute may slash, base units of `stake_mint`.
    pub slash_cap_dispute: u64,
    /// Most that one vault may lose in a `Windows::slash_period`, base units of `stake_mint`.
    pub slash_cap_period: u64,
    /// Smallest dispute bond, base units of `stake_mint`.
    pub bond_min: u64,
    /// What each voting arbiter earns from the bonds, base units of `stake_mint`.
    pub arbiter_fee: u64,
    pub windows: Windows,
    /// The first panel rules, the second hears appeals.
    pub panels: [Panel; 2],
    pub settlement_mints: [SettlementMint; MAX_SETTLEMENT_MINTS],
    /// Number of the next proposal to change the config.
    pub next_proposal: u64,
    /// Proposals below this number are settled or void: executed, cancelled, passed over, of a former admin.
    pub live_proposals_from: u64,
    /// From then on the handover may no longer be accepted, Unix seconds.
    pub admin_handover_expires_at: i64,
    /// When a pause of slash executions lapses, Unix seconds; fixed as it began.
    pub execution_pause_ends_at: i64,
    pub longest: LongestWindows,
    pub reserved: [u8; 64],
}

zero_copy_account!(Config, ids::registry::ID, [155, 12, 170, 224, 30, 250, 204, 130]);

impl Config {
    pub const SPACE: usize = 8 + std::mem::size_of::<Config>();

    /// Whether a pause stops `bit`, one of `pause`. Of executions it tells only that they were paused: see
    /// `is_execution_paused`.
    pub fn is_paused(&self, bit: u16) -> bool {
        self.pause_bits & bit != 0
    }

    /// Whether slash executions are paused at `now` (Unix seconds): that pause lapses by itself.
    pub fn is_execution_paused(&self, now: i64) -> bool {
        self.is_paused(pause::EXECUTE) && now < self.execution_pause_ends_at
    }

    /// Whether `key` sits on either panel.
    pub fn is_arbiter(&self, key: &Pubkey) -> bool {
        self.panels.iter().any(|panel| panel.members().contains(key))
    }
}
