use agent_labs_common::{ids, seeds};
use anchor_lang::prelude::*;

/// `Lock`: `["lock", creator, id: u64 LE]`
#[constant]
pub const LOCK_SEED: &[u8] = b"lock";
/// A lock's token account: `["lock_tokens", lock]`
#[constant]
pub const LOCK_TOKENS_SEED: &[u8] = b"lock_tokens";
/// `Intake`: `["intake", recipient, hash of its terms: 32 bytes]`
#[constant]
pub const INTAKE_SEED: &[u8] = b"intake";
/// The registry's `Config`: `["config"]` under the registry's id.
#[constant]
pub const CONFIG_SEED: &[u8] = seeds::CONFIG;
/// The escrow program, whose payouts an intake takes.
#[constant]
pub const ESCROW_PROGRAM: Pubkey = ids::escrow::ID;

/// Domain of the hash of an intake's terms.
#[constant]
pub const INTAKE_DOMAIN: &[u8] = b"agent-labs/intake/v1";
/// Most milestones of a lock.
#[constant]
pub const MAX_MILESTONES: u8 = 8;
/// No schedule ends later: the year 3000, Unix seconds.
#[constant]
pub const END_OF_TIME: i64 = 32_503_680_000;
/// Longest time an intake locks for: 100 years, seconds.
#[constant]
pub const MAX_INTAKE_DURATION: i64 = 3_155_760_000;

/// Layout version of `Lock`.
pub const LOCK_LAYOUT: u8 = 1;
/// Layout version of `Intake`.
pub const INTAKE_LAYOUT: u8 = 1;
