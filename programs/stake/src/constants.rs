use agent_labs_common::{seeds, stake};
use anchor_lang::prelude::*;

/// `StakeVault`: `["vault", agent]`
#[constant]
pub const STAKE_VAULT_SEED: &[u8] = seeds::STAKE_VAULT;
/// The vault's token account: `["vault_tokens", vault]`
#[constant]
pub const VAULT_TOKENS_SEED: &[u8] = b"vault_tokens";
/// `Position`: `["position", vault, staker, tranche: u8]`
#[constant]
pub const POSITION_SEED: &[u8] = seeds::POSITION;
/// `Dispute`: `["dispute", subject, nonce: u64 LE]`
#[constant]
pub const DISPUTE_SEED: &[u8] = b"dispute";
/// Signs claims towards escrow: `["claim_authority"]`
#[constant]
pub const CLAIM_AUTHORITY_SEED: &[u8] = seeds::CLAIM_AUTHORITY;

/// A pool that a slash leaves with more shares a token is wiped.
#[constant]
pub const MAX_SHARES_PER_TOKEN: u64 = stake::MAX_SHARES_PER_TOKEN;

/// Layout version of `Dispute`.
pub const DISPUTE_LAYOUT: u8 = 1;
/// Basis points of a whole: the highest award.
#[constant]
pub const BPS: u16 = 10_000;
