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
/// `IncomePool`: `["pool", creator, id: u64 LE]`
#[constant]
pub const POOL_SEED: &[u8] = b"pool";
/// A pool's token account: `["pool_tokens", pool]`
#[constant]
pub const POOL_TOKENS_SEED: &[u8] = b"pool_tokens";
/// `Membership`: `["member", pool, wallet]`
#[constant]
pub const MEMBER_SEED: &[u8] = b"member";
/// `Batch`: `["batch", creator, id: u64 LE]`
#[constant]
pub const BATCH_SEED: &[u8] = b"batch";
/// A batch's token account: `["batch_tokens", batch]`
#[constant]
pub const BATCH_TOKENS_SEED: &[u8] = b"batch_tokens";
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
pub const END_OF_TIME: i64 = 32_503_680_000i64;
/// Longest time an intake locks for: 100 years, seconds.
#[constant]
pub const MAX_INTAKE_DURATION: i64 = 3_155_760_000i64;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Lengths of an epoch: a minute to ten years, seconds.
pub const EPOCH_LENGTHS: std::ops::RangeInclusive<i64> = 60..=3_650 * DAY;
/// Longest time from a pool's making to its first epoch: ten years, seconds.
#[constant]
pub const LONGEST_WAIT: i64 = 3_650 * DAY;
/// Longest time that a suspended member keeps what it has coming: a year, seconds.
#[constant]
pub const MAX_GRACE: i64 = 365 * DAY;

/// Domain of the hashes of a batch's tree.
#[constant]
pub const BATCH_DOMAIN: &[u8] = b"agent-labs/batch/v1";
/// Most leaves of a batch: its bitmap is made in one step.
#[constant]
pub const MAX_BATCH: u32 = 65_536;
/// Longest proof that a grant is in such a tree, hashes.
#[constant]
pub const MAX_BATCH_PROOF: u8 = 16;
/// Bits of a lock's id that tell a batch's leaves apart; those above are the batch's generation.
#[constant]
pub const LOCK_INDEX_BITS: u32 = 16;
/// Shortest time that leaves can be claimed: 30 days, seconds.
#[constant]
pub const MIN_CLAIM_WINDOW: i64 = 30 * DAY;
/// Longest: 100 years.
#[constant]
pub const MAX_CLAIM_WINDOW: i64 = 36_500 * DAY;

/// Layout version of `IncomePool`.
pub const POOL_LAYOUT: u8 = 1;
/// Layout version of `Membership`.
pub const MEMBER_LAYOUT: u8 = 1;
/// Layout version of `Batch`.
pub const BATCH_LAYOUT: u8 = 1;
/// Layout version of `Lock`.
pub const LOCK_LAYOUT: u8 = 1;
/// Layout version of `Intake`.
pub const INTAKE_LAYOUT: u8 = 1;
