use anchor_lang::prelude::*;

use crate::{constants::*, error::ReputationError, math};

/// What one payer's ratings of an agent add up to in one ownership epoch:
/// `["pair", agent, ownership epoch: u32 LE, payer]`.
///
/// INVARIANTS: `weight = math::pair_weight(volume)`, so that it does not matter into how many ratings a
/// volume is split; every field but those of identity only grows; closed only when it can count no more.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Pair {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 2],
    pub ownership_epoch: u32,
    pub agent: Pubkey,
    /// Rates, paid the rent, and gets it back.
    pub payer: Pubkey,
    /// Rated volume, base units × the mint's weight.
    pub volume: u64,
    /// Weight of the ratings so far.
    pub weight: u64,
    pub ratings: u64,
    pub last_slot: u64,
    pub reserved: [u8; 32],
}

impl Pair {
    pub const SPACE: usize = 8 + std::mem::size_of::<Pair>();

    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == LAYOUT && self.weight == math::pair_weight(self.volume);
        require!(holds, ReputationError::InvariantBroken);
        Ok(())
    }

    /// Counts a rating of `volume` and answers its weight: what the pair's weight grows by.
    pub fn add(&mut self, volume: u64, slot: u64) -> Result<u64> {
        let before = self.weight;
        self.volume = math::add(self.volume, volume)?;
        self.weight = math::pair_weight(self.volume);
        self.ratings = math::add(self.ratings, 1)?;
        self.last_slot = slot;
        Ok(math::sub(self.weight, before)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(size_of::<Pair>(), 136);
        assert_eq!(offset_of!(Pair, agent), 8);
        assert_eq!(offset_of!(Pair, volume), 72);
    }

    #[test]
    fn splitting_changes_nothing() {
        for parts in [1, 2, 3, 7, 100] {
            let mut pair: Pair = bytemuck::Zeroable::zeroed();
            pair.version = LAYOUT;
            let mut weight = 0;
            let mut left = 1_000_003;
            for at in (1..=parts).rev() {
                let volume = left / at;
                weight += pair.add(volume, at).unwrap();
                left -= volume;
            }
            assert_eq!((weight, pair.weight, pair.ratings), (31_622, 31_622, parts));
            pair.invariant().unwrap();
        }
    }
}
