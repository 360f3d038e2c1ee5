use agent_labs_common::{ids, seeds};
use anchor_lang::prelude::*;

/// `Score`: `["score", agent]`
#[constant]
pub const SCORE_SEED: &[u8] = seeds::SCORE;
/// `Pair`: `["pair", agent, ownership epoch: u32 LE, payer]`
#[constant]
pub const PAIR_SEED: &[u8] = b"pair";
/// `TreePool`: `["trees"]`
#[constant]
pub const TREE_POOL_SEED: &[u8] = b"trees";
/// `Tree`: `["tree", merkle tree]`
#[constant]
pub const TREE_SEED: &[u8] = b"tree";
/// `PendingReceipt`: `["receipt", agent, number of the rating: u64 LE]`
#[constant]
pub const RECEIPT_SEED: &[u8] = b"receipt";
/// `Response`: `["response", agent, number of the rating: u64 LE]`
#[constant]
pub const RESPONSE_SEED: &[u8] = b"response";
/// Signs towards escrow and Bubblegum: `["rating_authority"]`
#[constant]
pub const RATING_AUTHORITY_SEED: &[u8] = seeds::RATING_AUTHORITY;
/// The registry's `Config`: `["config"]` under the registry's id.
#[constant]
pub const CONFIG_SEED: &[u8] = seeds::CONFIG;
/// The registry's `Delegates`: `["delegates", agent]` under the registry's id.
#[constant]
pub const DELEGATES_SEED: &[u8] = seeds::DELEGATES;
/// The stake program's vault of an agent: `["vault", agent]` under the stake program's id.
#[constant]
pub const STAKE_VAULT_SEED: &[u8] = seeds::STAKE_VAULT;
/// The stake program's position: `["position", vault, staker, tranche: u8]` under the stake program's id.
#[constant]
pub const POSITION_SEED: &[u8] = seeds::POSITION;

/// The address of `["rating_authority"]`.
#[constant]
pub const RATING_AUTHORITY: Pubkey = ids::RATING_AUTHORITY;
/// Domain of a receipt's facts hash.
#[constant]
pub const RECEIPT_DOMAIN: &[u8] = b"agent-labs/receipt/v1";
/// Symbol of every receipt.
#[constant]
pub const RECEIPT_SYMBOL: &[u8] = b"RECEIPT";

/// Most stars of a rating; the fewest are 1.
#[constant]
pub const MAX_STARS: u8 = 5;
/// Most shards of the tree pool.
#[constant]
pub const MAX_SHARDS: u8 = 32;
/// Longest base of receipts' addresses, bytes; with 64 hex digits behind it, it fits Bubblegum's 200.
#[constant]
pub const MAX_URI_BASE: u8 = 100;
/// Most that one payer's ratings weigh in one ownership epoch: the weight of 10,000 units of a mint with six
/// decimals and full weight. Beyond it one customer, however large, says no more.
#[constant]
pub const PAIR_WEIGHT_MAX: u64 = 100_000;

/// Layout version of this program's own accounts.
pub const LAYOUT: u8 = 1;
/// Basis points of a whole.
pub const BPS: u128 = 10_000;

/// Bubblegum.
#[constant]
pub const BUBBLEGUM_PROGRAM: Pubkey = pubkey!("BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY");
/// SPL account compression.
#[constant]
pub const COMPRESSION_PROGRAM: Pubkey = pubkey!("cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK");
/// SPL noop, which compression logs through.
#[constant]
pub const NOOP_PROGRAM: Pubkey = pubkey!("noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV");
