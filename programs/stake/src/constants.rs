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

/// A pool that a slash leaves with more shares a token is wiped.
#[constant]
pub const MAX_SHARES_PER_TOKEN: u64 = stake::MAX_SHARES_PER_TOKEN;
