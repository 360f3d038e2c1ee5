use agent_labs_common::stake::{Pool, Position, StakeVault, Tranche, STAKE_LAYOUT};
use anchor_lang::prelude::*;

use super::{PoolRules, PositionRules};
use crate::{error::StakeError, math};

/// What must hold of a vault, and how stake moves between its pools.
pub trait VaultRules {
    /// The INVARIANTS of `StakeVault` and its pools that need no other account.
    fn invariant(&self) -> Result<()>;
    /// The vault's token account covers what the pools hold, and the bonds.
    fn covered_by(&self, tokens: u64) -> Result<()>;
    /// The two pools of a tranche: (active, cooling).
    fn pools(&self, tranche: Tranche) -> (Pool, Pool);
    fn set_pools(&mut self, tranche: Tranche, pools: (Pool, Pool));
    /// Moves `shares` of a position from its active pool to its cooling one, all of which then cools until
    /// `until` (Unix seconds). Says how many base units moved.
    fn cool(&mut self, position: &mut Position, shares: u64, until: i64) -> Result<u64>;
    /// Whether a dispute that is open, and can slash, was opened before `cooling_until` (Unix seconds).
    fn is_disputed_before(&self, cooling_until: i64) -> bool;
    /// Whether the ends of the list of disputes are there together.
    fn list_holds(&self) -> bool;
}

impl VaultRules for StakeVault {
    fn invariant(&self) -> Result<()> {
        let pools = [self.first_loss, self.first_loss_cooling, self.backers, self.backers_cooling];
        for pool in pools {
            pool.invariant()?;
        }
        let held = math::sum(&pools.map(|pool| pool.tokens))?;
        let holds = self.version == STAKE_LAYOUT
            && self.staked == math::sum(&[held, self.returned, self.slashed])?
            && (self.positions > 0 || held == 0)
            && self.list_holds()
            && (self.open_disputes > 0 || self.bonds == 0);
        require!(holds, StakeError::InvariantBroken);
        Ok(())
    }

    fn covered_by(&self, tokens: u64) -> Result<()> {
        let pools = [self.first_loss, self.first_loss_cooling, self.backers, self.backers_cooling];
        let held = math::sum(&pools.map(|pool| pool.tokens))?;
        let covered = tokens >= math::add(held, self.bonds)?;
        require!(covered, StakeError::InvariantBroken);
        Ok(())
    }

    fn pools(&self, tranche: Tranche) -> (Pool, Pool) {
        match tranche {
            Tranche::FirstLoss => (self.first_loss, self.first_loss_cooling),
            Tranche::Backers => (self.backers, self.backers_cooling),
        }
    }

    fn set_pools(&mut self, tranche: Tranche, (active, cooling): (Pool, Pool)) {
        match tranche {
            Tranche::FirstLoss => (self.first_loss, self.first_loss_cooling) = (active, cooling),
            Tranche::Backers => (self.backers, self.backers_cooling) = (active, cooling),
        }
    }

    fn cool(&mut self, position: &mut Position, shares: u64, until: i64) -> Result<u64> {
        let tranche = position.tranche()?;
        let (mut active, mut cooling) = self.pools(tranche);
        position.forget_wiped(&active, &cooling);
        position.active_shares =
            position.active_shares.checked_sub(shares).ok_or(StakeError::SharesExceeded)?;
        let amount = active.leave(shares)?;
        require!(amount > 0, StakeError::SharesWorthless);
        let bought = cooling.enter(amount)?;
        position.cooling_shares = math::add(position.cooling_shares, bought)?;
        position.cooling_until = until;
        self.set_pools(tranche, (active, cooling));
        position.invariant(&active, &cooling)?;
        Ok(amount)
    }

    fn is_disputed_before(&self, cooling_until: i64) -> bool {
        self.oldest_dispute_at != 0 && self.oldest_dispute_at < cooling_until
    }

    fn list_holds(&self) -> bool {
        let empty = self.oldest_dispute_at == 0;
        let ends = [self.first_dispute, self.last_dispute];
        ends.iter().all(|end| (*end == Pubkey::default()) == empty) && (empty || self.open_disputes > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(first_loss: Pool, first_loss_cooling: Pool, backers: Pool) -> StakeVault {
        let mut vault: StakeVault = bytemuck::Zeroable::zeroed();
        vault.version = STAKE_LAYOUT;
        vault.positions = 3;
        (vault.first_loss, vault.first_loss_cooling, vault.backers) =
            (first_loss, first_loss_cooling, backers);
        vault.staked = first_loss.tokens + first_loss_cooling.tokens + backers.tokens;
        vault
    }

    fn pool(tokens: u64, shares: u64) -> Pool {
        Pool { tokens, shares, ..Pool::default() }
    }

    fn position(tranche: Tranche, active_shares: u64) -> Position {
        let mut position: Position = bytemuck::Zeroable::zeroed();
        position.version = STAKE_LAYOUT;
        position.tranche = tranche as u8;
        position.active_shares = active_shares;
        position
    }

    #[test]
    fn cooling_moves_worth_within_the_tranche_and_restarts_its_clock() {
        let mut vault = vault(pool(50, 100), pool(0, 0), pool(7, 7));
        let mut owner = position(Tranche::FirstLoss, 100);
        assert_eq!(vault.cool(&mut owner, 40, 10), Ok(20));
        assert_eq!((owner.active_shares, owner.cooling_shares, owner.cooling_until), (60, 20, 10));
        assert_eq!(vault.cool(&mut owner, 60, 99), Ok(30));
        assert_eq!((owner.active_shares, owner.cooling_shares, owner.cooling_until), (0, 50, 99));
        assert_eq!(vault.pools(Tranche::FirstLoss), (pool(0, 0), pool(50, 50)));
        assert_eq!(vault.pools(Tranche::Backers), (pool(7, 7), pool(0, 0)));
        vault.invariant().unwrap();
        assert_eq!(vault.cool(&mut owner, 1, 99), Err(StakeError::SharesExceeded.into()));
    }

    #[test]
    fn shares_worth_nothing_do_not_cool() {
        let mut vault = vault(pool(0, 0), pool(0, 0), pool(50, 100));
        let mut backer = position(Tranche::Backers, 1);
        assert_eq!(vault.cool(&mut backer, 1, 10), Err(StakeError::SharesWorthless.into()));
    }

    #[test]
    fn a_position_waits_for_disputes_from_before_its_end_alone() {
        let mut vault = vault(pool(0, 0), pool(0, 0), pool(0, 0));
        assert!(!vault.is_disputed_before(i64::MAX));
        vault.oldest_dispute_at = 10;
        assert!(vault.is_disputed_before(11));
        assert!(!vault.is_disputed_before(10));
    }

    #[test]
    fn the_invariant_names_every_rule() {
        let good = vault(pool(5, 9), pool(1, 1), pool(7, 7));
        good.invariant().unwrap();
        good.covered_by(13).unwrap();
        assert_eq!(good.covered_by(12), Err(StakeError::InvariantBroken.into()));
        let mut disputed = good;
        (disputed.open_disputes, disputed.bonds) = (1, 2);
        disputed.invariant().unwrap();
        disputed.covered_by(15).unwrap();
        assert_eq!(disputed.covered_by(14), Err(StakeError::InvariantBroken.into()));
        let end = Pubkey::new_from_array([1; 32]);
        (disputed.first_dispute, disputed.last_dispute, disputed.oldest_dispute_at) = (end, end, 9);
        disputed.invariant().unwrap();
        let changes: [fn(&mut StakeVault); 9] = [
            |v| v.version = 2,
            |v| v.staked += 1,
            |v| v.slashed = 1,
            |v| v.positions = 0,
            |v| v.bonds = 1,
            |v| (v.open_disputes, v.oldest_dispute_at) = (1, 1),
            |v| (v.open_disputes, v.last_dispute) = (1, Pubkey::new_from_array([1; 32])),
            |v| {
                let end = Pubkey::new_from_array([1; 32]);
                (v.first_dispute, v.last_dispute, v.oldest_dispute_at) = (end, end, 1);
            },
            |v| v.backers_cooling.shares = 1,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = good;
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(StakeError::InvariantBroken.into()), "{at}");
        }
    }
}
