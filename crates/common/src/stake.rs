//! Accounts of the stake program that others read.

use anchor_lang::prelude::*;

use crate::{ids, zero_copy_account};

/// Layout version of `StakeVault` and `Position`.
pub const STAKE_LAYOUT: u8 = 1;

/// A pool that a slash leaves with more shares a token is wiped.
pub const MAX_SHARES_PER_TOKEN: u64 = 1_000_000;

/// Whose stake a position is: the agent's owner loses first.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Tranche {
    /// The owner's, slashed first.
    FirstLoss = 0,
    /// The backers', slashed for what the first is short of.
    Backers = 1,
}

/// Stake shared by its shares.
///
/// INVARIANTS: no tokens without shares and no shares without tokens; `tokens ≤ shares ≤ tokens ×
/// MAX_SHARES_PER_TOKEN`: only a slash makes a share worth less than a base unit, and nothing makes it worth
/// more. A slash that leaves more shares a token wipes the pool: tokens and shares are zero then, `epoch` is
/// one higher, and shares of an earlier epoch are worth nothing.
#[zero_copy]
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Pool {
    /// Base units of the stake mint.
    pub tokens: u64,
    pub shares: u64,
    pub epoch: u32,
    pub padding: [u8; 4],
}

/// What stands behind an agent: `["vault", agent]`. Its tokens are at `["vault_tokens", vault]`.
///
/// INVARIANTS: `agent`, `mint`, `tokens` never change; tokens at the vault ≥ Σ pools' tokens + `bonds`, equal
/// without donations; `first_dispute`, `last_dispute` and `oldest_dispute_at` are zero together, and where
/// `open_disputes` is, as `bonds` are; `staked = Σ pools' tokens + returned + slashed`, the three only growing;
/// `ownership_epoch` and `next_dispute` only grow.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct StakeVault {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 2],
    /// The agent's ownership epoch that `first_loss` belongs to; behind the agent's until the former owner's
    /// tranche was moved to cooling, and counts as nothing until then.
    pub ownership_epoch: u32,
    /// Positions that exist.
    pub positions: u32,
    pub open_disputes: u32,
    /// When the first in the list of disputes was opened, Unix seconds; 0 without one.
    pub oldest_dispute_at: i64,
    pub agent: Pubkey,
    pub mint: Pubkey,
    /// The token account that holds the stake.
    pub tokens: Pubkey,
    /// Paid the vault's rent, and gets it back.
    pub rent_payer: Pubkey,
    /// Owner's stake that counts.
    pub first_loss: Pool,
    /// Owner's and former owners' stake on its way out; slashed with `first_loss`.
    pub first_loss_cooling: Pool,
    /// Backers' stake that counts.
    pub backers: Pool,
    /// Backers' stake on its way out; slashed with `backers`.
    pub backers_cooling: Pool,
    /// Ever staked, returned and slashed, base units.
    pub staked: u64,
    pub returned: u64,
    pub slashed: u64,
    /// Number of the next dispute.
    pub next_dispute: u64,
    /// Slashed in the period that began at `period_started_at` (Unix seconds), base units.
    pub slashed_in_period: u64,
    pub period_started_at: i64,
    /// The open disputes that can slash (those of claims in `mint`) in order of opening, linked through the
    /// disputes: the ends of that list, zero without. No stake waits for a dispute that cannot touch it.
    pub first_dispute: Pubkey,
    pub last_dispute: Pubkey,
    /// Bonds of open disputes, base units: at the vault's token account, and no stake.
    pub bonds: u64,
    /// Disputes that cost the agent something.
    pub disputes_lost: u32,
    pub padding_2: [u8; 4],
    pub reserved: [u8; 16],
}

zero_copy_account!(StakeVault, ids::stake::ID, [192, 112, 65, 125, 129, 151, 173, 226]);

impl StakeVault {
    pub const SPACE: usize = 8 + std::mem::size_of::<StakeVault>();

    /// First-loss stake that counts for an agent in `ownership_epoch`, base units.
    pub fn first_loss_of(&self, ownership_epoch: u32) -> u64 {
        if self.ownership_epoch == ownership_epoch {
            self.first_loss.tokens
        } else {
            0
        }
    }
}

/// One staker's part of one tranche of a vault: `["position", vault, staker, tranche: u8]`.
///
/// INVARIANTS: opened by its staker's signature; shares of a pool's earlier epoch are worth nothing;
/// `cooling_until` is 0 exactly while `cooling_shares` is 0.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Position {
    pub version: u8,
    pub bump: u8,
    /// `Tranche`
    pub tranche: u8,
    pub padding: [u8; 1],
    /// Epochs of the pools that the shares are of.
    pub active_epoch: u32,
    pub cooling_epoch: u32,
    pub padding_2: [u8; 4],
    pub vault: Pubkey,
    pub staker: Pubkey,
    pub active_shares: u64,
    pub cooling_shares: u64,
    /// From then on what cools may be withdrawn, Unix seconds.
    pub cooling_until: i64,
    pub opened_at: i64,
    pub reserved: [u8; 32],
}

zero_copy_account!(Position, ids::stake::ID, [170, 188, 143, 228, 122, 64, 247, 208]);

impl Position {
    pub const SPACE: usize = 8 + std::mem::size_of::<Position>();
}

#[cfg(test)]
mod tests {
    use super::*;
    use anchor_lang::Discriminator;
    use solana_sha256_hasher::hash;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layouts_stay() {
        assert_eq!(StakeVault::DISCRIMINATOR, &hash(b"account:StakeVault").to_bytes()[..8]);
        assert_eq!(Position::DISCRIMINATOR, &hash(b"account:Position").to_bytes()[..8]);
        assert_eq!(size_of::<Pool>(), 24);
        assert_eq!(size_of::<StakeVault>(), 392);
        assert_eq!(offset_of!(StakeVault, agent), 24);
        assert_eq!(offset_of!(StakeVault, first_loss), 152);
        assert_eq!(offset_of!(StakeVault, staked), 248);
        assert_eq!(size_of::<Position>(), 144);
        assert_eq!(offset_of!(Position, active_shares), 80);
    }
}
