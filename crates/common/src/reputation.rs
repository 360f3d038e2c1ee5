//! Accounts of the reputation program that others read.

use anchor_lang::prelude::*;

use crate::{ids, zero_copy_account};

/// Layout version of `Score`.
pub const REPUTATION_LAYOUT: u8 = 1;
/// Thousandths of a star: scores run from 1,000 to 5,000.
pub const MILLI_STARS: u64 = 1_000;

/// What ratings add up to over some span.
///
/// INVARIANTS: `weight ≤ weighted_stars ≤ 5 × weight`; each only grows.
#[zero_copy]
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Tally {
    pub ratings: u64,
    /// Sum of the ratings' weights.
    pub weight: u64,
    /// Sum of stars × weight.
    pub weighted_stars: u64,
    /// Rated settled volume, base units × the mint's weight.
    pub volume: u64,
}

impl Tally {
    /// Weighted mean, thousandths of a star, rounded down; `None` while no rating has weight.
    pub fn mean(&self) -> Option<u32> {
        let scaled = u128::from(self.weighted_stars) * u128::from(MILLI_STARS);
        let mean = scaled.checked_div(u128::from(self.weight))?;
        u32::try_from(mean).ok()
    }
}

/// What paying customers said of an agent: `["score", agent]`. One read is a trust proof.
///
/// INVARIANTS: `current` counts ratings of `ownership_epoch` alone, `version` those of it that were for
/// `agent_version`; both start again where the one they count for advances; `previous` is the epoch before;
/// `disputes_lost` and `slashed` are the stake vault's as of the last sync, and only grow.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Score {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 2],
    /// The agent's ownership epoch that `current` counts.
    pub ownership_epoch: u32,
    /// The agent's version that `version_tally` counts.
    pub agent_version: u32,
    /// Payers whose ratings weigh something in this epoch.
    pub payers: u32,
    pub agent: Pubkey,
    /// Paid the rent.
    pub rent_payer: Pubkey,
    pub current: Tally,
    pub version_tally: Tally,
    /// The ownership epoch before, and its number of payers.
    pub previous: Tally,
    pub previous_payers: u32,
    pub disputes_lost: u32,
    /// Slashed in the agent's whole life, base units of the stake mint.
    pub slashed: u64,
    /// Ratings in the agent's whole life: the number of the next one.
    pub ratings: u64,
    pub last_slot: u64,
    pub reserved: [u8; 64],
}

zero_copy_account!(Score, ids::reputation::ID, [187, 110, 62, 119, 232, 235, 185, 90]);

impl Score {
    pub const SPACE: usize = 8 + std::mem::size_of::<Score>();

    /// Mean for an agent in `ownership_epoch`, thousandths of a star; `None` while nothing counts.
    pub fn mean_of(&self, ownership_epoch: u32) -> Option<u32> {
        (self.ownership_epoch == ownership_epoch).then(|| self.current.mean()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anchor_lang::Discriminator;
    use solana_sha256_hasher::hash;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(Score::DISCRIMINATOR, &hash(b"account:Score").to_bytes()[..8]);
        assert_eq!(size_of::<Score>(), 272);
        assert_eq!(offset_of!(Score, agent), 16);
        assert_eq!(offset_of!(Score, current), 80);
        assert_eq!(offset_of!(Score, ratings), 192);
    }

    #[test]
    fn mean_is_weighted_and_rounds_down() {
        assert_eq!(Tally::default().mean(), None);
        let tally = Tally { ratings: 2, weight: 3, weighted_stars: 14, volume: 9 };
        assert_eq!(tally.mean(), Some(4_666));
        let most = Tally { ratings: 1, weight: u64::MAX / 5, weighted_stars: u64::MAX, volume: 0 };
        assert_eq!(most.mean(), Some(5_000));
    }
}
