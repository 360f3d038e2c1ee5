use agent_labs_common::stake::Pool;
use anchor_lang::prelude::*;

use crate::{error::StakeError, math};

/// How stake enters and leaves a pool. Tokens elsewhere in the vault's token account do not count: a donation
/// changes no share's worth.
pub trait PoolRules {
    /// The INVARIANTS of `Pool`.
    fn invariant(&self) -> Result<()>;
    /// Takes `amount` base units in, and says how many shares they bought.
    fn enter(&mut self, amount: u64) -> Result<u64>;
    /// Burns `shares`, and says how many base units they were worth.
    fn leave(&mut self, shares: u64) -> Result<u64>;
    /// What `shares` of `epoch` are worth, base units.
    fn worth(&self, shares: u64, epoch: u32) -> Result<u64>;
}

impl PoolRules for Pool {
    fn invariant(&self) -> Result<()> {
        let holds = self.tokens <= self.shares && math::above_floor(self.tokens, self.shares);
        require!(holds, StakeError::InvariantBroken);
        Ok(())
    }

    fn enter(&mut self, amount: u64) -> Result<u64> {
        let bought = math::shares_for(amount, self.tokens, self.shares)?;
        self.tokens = math::add(self.tokens, amount)?;
        self.shares = self.shares.checked_add(bought).ok_or(StakeError::PoolFull)?;
        Ok(bought)
    }

    fn leave(&mut self, shares: u64) -> Result<u64> {
        let paid = math::worth(shares, self.tokens, self.shares)?;
        self.tokens = math::sub(self.tokens, paid)?;
        self.shares = math::sub(self.shares, shares)?;
        Ok(paid)
    }

    fn worth(&self, shares: u64, epoch: u32) -> Result<u64> {
        if epoch != self.epoch {
            return Ok(0);
        }
        Ok(math::worth(shares, self.tokens, self.shares)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(tokens: u64, shares: u64) -> Pool {
        Pool { tokens, shares, ..Pool::default() }
    }

    #[test]
    fn an_empty_pool_sells_a_share_a_base_unit() {
        let mut empty = pool(0, 0);
        assert_eq!(empty.enter(7), Ok(7));
        assert_eq!(empty, pool(7, 7));
        assert_eq!(empty.leave(7), Ok(7));
        assert_eq!(empty, pool(0, 0));
    }

    #[test]
    fn after_a_slash_shares_round_down_both_ways() {
        let mut slashed = pool(2, 3);
        assert_eq!(slashed.enter(1), Ok(1));
        assert_eq!(slashed, pool(3, 4));
        assert_eq!(slashed.worth(3, 0), Ok(2));
        assert_eq!(slashed.worth(3, 1), Ok(0));
        assert_eq!(slashed.leave(3), Ok(2));
        assert_eq!(slashed, pool(1, 1));
    }

    #[test]
    fn the_invariant_binds_on_both_sides() {
        for (tokens, shares) in [(0, 0), (1, 1), (1, 1_000_000), (u64::MAX, u64::MAX)] {
            pool(tokens, shares).invariant().unwrap();
        }
        for (tokens, shares) in [(1, 0), (0, 1), (2, 1), (1, 1_000_001), (0, u64::MAX)] {
            let broken = pool(tokens, shares).invariant();
            assert_eq!(broken, Err(StakeError::InvariantBroken.into()), "{tokens} {shares}");
        }
    }

    #[test]
    fn a_pool_counts_no_shares_beyond_64_bits() {
        let mut slashed = pool(1, 1_000_000);
        assert_eq!(slashed.enter(u64::MAX / 2), Err(StakeError::PoolFull.into()));
        let mut full = pool(u64::MAX, u64::MAX);
        assert_eq!(full.enter(1), Err(StakeError::MathOverflow.into()));
        assert_eq!(pool(5, 5).leave(6), Err(StakeError::MathOverflow.into()));
    }
}
