//! What the IDL carries, so that no client retypes it.

use agent_labs_common::{ids, registry, seeds};
use anchor_lang::prelude::*;

/// `Config`: `["config"]`
#[constant]
pub const CONFIG_SEED: &[u8] = seeds::CONFIG;
/// `Agent`, and the `Tombstone` in its place: `["agent", creator, handle]`
#[constant]
pub const AGENT_SEED: &[u8] = seeds::AGENT;
/// `AgentVersion`: `["version", agent, n: u32 LE]`
#[constant]
pub const VERSION_SEED: &[u8] = seeds::VERSION;
/// `Delegates`: `["delegates", agent]`
#[constant]
pub const DELEGATES_SEED: &[u8] = seeds::DELEGATES;
/// `Attestation`: `["attestation", attestor, subject]`
#[constant]
pub const ATTESTATION_SEED: &[u8] = seeds::ATTESTATION;
/// `ConfigProposal`: `["config_proposal", number: u64 LE]`
#[constant]
pub const CONFIG_PROPOSAL_SEED: &[u8] = b"config_proposal";
/// The stake program's vault of an agent: `["vault", agent]` under the stake program's id.
#[constant]
pub const STAKE_VAULT_SEED: &[u8] = seeds::STAKE_VAULT;

/// The stake program, whose vault keeps an agent from being closed.
#[constant]
pub const STAKE_PROGRAM: Pubkey = ids::stake::ID;

/// Longest handle, bytes.
#[constant]
pub const HANDLE_MAX_LEN: u16 = registry::MAX_HANDLE as u16;
/// Shortest handle, bytes.
#[constant]
pub const HANDLE_MIN_LEN: u16 = registry::MIN_HANDLE as u16;
/// Most tags of an agent.
#[constant]
pub const TAGS_MAX: u16 = registry::MAX_TAGS as u16;
/// Longest tag, bytes.
#[constant]
pub const TAG_MAX_LEN: u16 = registry::MAX_TAG as u16;
/// Longest manifest address, bytes.
#[constant]
pub const URI_MAX_LEN: u16 = registry::MAX_URI as u16;
/// Longest semantic version, bytes.
#[constant]
pub const SEMVER_MAX_LEN: u16 = registry::MAX_SEMVER as u16;
/// Most members of one arbiter panel.
#[constant]
pub const PANEL_MAX: u16 = registry::MAX_PANEL as u16;
/// Most settlement mints with a reputation weight.
#[constant]
pub const SETTLEMENT_MINTS_MAX: u16 = registry::MAX_SETTLEMENT_MINTS as u16;
/// Highest protocol fee, basis points of a payout.
#[constant]
pub const FEE_BPS_MAX: u16 = registry::MAX_FEE_BPS;
/// Longest window, seconds: ten years of 365 days.
#[constant]
pub const WINDOW_MAX: i64 = 10 * 365 * 86_400;

/// Pause bit: registering agents and publishing versions.
#[constant]
pub const PAUSE_REGISTER: u16 = registry::pause::REGISTER;
/// Pause bit: staking.
#[constant]
pub const PAUSE_STAKE: u16 = registry::pause::STAKE;
/// Pause bit: opening and re-arming.
#[constant]
pub const PAUSE_OPEN: u16 = registry::pause::OPEN;
/// Pause bit: deposits.
#[constant]
pub const PAUSE_DEPOSIT: u16 = registry::pause::DEPOSIT;
/// Pause bit: locks.
#[constant]
pub const PAUSE_LOCK: u16 = registry::pause::LOCK;
/// Pause bit: ratings.
#[constant]
pub const PAUSE_RATE: u16 = registry::pause::RATE;
/// Pause bit: slash executions; lapses by itself.
#[constant]
pub const PAUSE_EXECUTE: u16 = registry::pause::EXECUTE;
/// Delegate's permission: publishing versions.
#[constant]
pub const PERMISSION_PUBLISH: u16 = registry::permission::PUBLISH;
/// Delegate's permission: withdrawing versions.
#[constant]
pub const PERMISSION_YANK: u16 = registry::permission::YANK;
/// Delegate's permission: changing tags and holdback.
#[constant]
pub const PERMISSION_UPDATE: u16 = registry::permission::UPDATE;
/// Delegate's permission: heartbeats.
#[constant]
pub const PERMISSION_HEARTBEAT: u16 = registry::permission::HEARTBEAT;
/// Delegate's permission: opening for business and suspending.
#[constant]
pub const PERMISSION_STATUS: u16 = registry::permission::STATUS;
/// Delegate's permission: answering ratings.
#[constant]
pub const PERMISSION_RESPOND: u16 = registry::permission::RESPOND;
/// Most delegates of an agent.
#[constant]
pub const DELEGATES_MAX: u16 = registry::MAX_DELEGATES as u16;
/// Config flag: manifest addresses may be `http:` and private.
#[constant]
pub const FLAG_ALLOW_PRIVATE_URIS: u8 = registry::config_flags::ALLOW_PRIVATE_URIS;

/// Basis points of a whole.
pub const BPS: u16 = 10_000;

/// Genesis hashes of the clusters that strangers share: mainnet-beta, devnet, testnet.
pub const PUBLIC_CLUSTERS: [Pubkey; 3] = [
    pubkey!("5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d"),
    pubkey!("EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG"),
    pubkey!("4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY"),
];

/// The classic SPL Token program.
pub const TOKEN_PROGRAM: Pubkey = pubkey!("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
/// Token-2022, whose mints can be longer.
pub const TOKEN_2022_PROGRAM: Pubkey = pubkey!("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
