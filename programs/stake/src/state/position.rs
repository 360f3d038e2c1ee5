use std::cell::RefMut;

use agent_labs_common::stake::{Pool, Position, Tranche, STAKE_LAYOUT};
use anchor_lang::{prelude::*, Discriminator};

use super::PoolRules;
use crate::error::StakeError;

/// What a staker has in the two pools of a tranche.
pub trait PositionRules {
    /// The INVARIANTS of `Position`, beside its tranche's pools.
    fn invariant(&self, active: &Pool, cooling: &Pool) -> Result<()>;
    fn tranche(&self) -> Result<Tranche>;
    /// Drops shares that a slash wiped, so that what is left is of the pools' epochs.
    fn forget_wiped(&mut self, active: &Pool, cooling: &Pool);
    /// Whether nothing is left in it.
    fn is_empty(&self) -> bool;
}

impl PositionRules for Position {
    fn invariant(&self, active: &Pool, cooling: &Pool) -> Result<()> {
        let holds = self.version == STAKE_LAYOUT
            && (self.cooling_until == 0) == (self.cooling_shares == 0)
            && (self.active_epoch, self.cooling_epoch) == (active.epoch, cooling.epoch)
            && self.active_shares <= active.shares
            && self.cooling_shares <= cooling.shares;
        require!(holds, StakeError::InvariantBroken);
        Ok(())
    }

    fn tranche(&self) -> Result<Tranche> {
        let known = [Tranche::FirstLoss, Tranche::Backers];
        let tranche = known.into_iter().find(|tranche| *tranche as u8 == self.tranche);
        tranche.ok_or(StakeError::InvariantBroken.into())
    }

    fn forget_wiped(&mut self, active: &Pool, cooling: &Pool) {
        if self.active_epoch != active.epoch {
            self.active_epoch = active.epoch;
            self.active_shares = 0;
        }
        if self.cooling_epoch != cooling.epoch {
            self.cooling_epoch = cooling.epoch;
            self.cooling_shares = 0;
            self.cooling_until = 0;
        }
    }

    fn is_empty(&self) -> bool {
        self.active_shares == 0 && self.cooling_shares == 0
    }
}

/// A position out of an account that may have to be made first, with the checks that `AccountLoader` does
/// (owner, discriminator). Its derivation is left out on purpose: only this program makes positions, each at its
/// derived address, and the caller compares what it is derived from.
pub fn load_position<'a>(info: &'a AccountInfo) -> Result<RefMut<'a, Position>> {
    require!(info.owner == &crate::ID, ErrorCode::AccountOwnedByWrongProgram);
    let data = info.try_borrow_mut_data()?;
    let is_position = data.len() == Position::SPACE && data.starts_with(Position::DISCRIMINATOR);
    require!(is_position, ErrorCode::AccountDiscriminatorMismatch);
    let position: RefMut<Position> =
        RefMut::map(data, |data| bytemuck::from_bytes_mut(&mut data[Position::DISCRIMINATOR.len()..]));
    require!(position.version == STAKE_LAYOUT, StakeError::UnknownLayout);
    Ok(position)
}

/// What a position and its tranche's pools come to, base units: (active, cooling).
pub fn worth_of(position: &Position, active: &Pool, cooling: &Pool) -> Result<(u64, u64)> {
    let active = active.worth(position.active_shares, position.active_epoch)?;
    Ok((active, cooling.worth(position.cooling_shares, position.cooling_epoch)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(active: (u64, u32), cooling: (u64, u32)) -> Position {
        let mut position: Position = bytemuck::Zeroable::zeroed();
        position.version = STAKE_LAYOUT;
        (position.active_shares, position.active_epoch) = active;
        (position.cooling_shares, position.cooling_epoch) = cooling;
        position.cooling_until = i64::from(cooling.0 > 0);
        position
    }

    fn pool(tokens: u64, shares: u64, epoch: u32) -> Pool {
        Pool { tokens, shares, epoch, ..Pool::default() }
    }

    #[test]
    fn wiped_shares_are_worth_nothing_and_forgotten() {
        let (active, cooling) = (pool(50, 100, 3), pool(9, 9, 0));
        let mut stale = position((40, 2), (4, 0));
        assert_eq!(worth_of(&stale, &active, &cooling), Ok((0, 4)));
        stale.forget_wiped(&active, &cooling);
        assert_eq!(stale, position((0, 3), (4, 0)));
        stale.invariant(&active, &cooling).unwrap();

        let mut both = position((40, 2), (4, 7));
        both.forget_wiped(&active, &cooling);
        assert_eq!(both, position((0, 3), (0, 0)));
        assert!(both.is_empty());

        let mut fresh = position((40, 3), (4, 0));
        fresh.forget_wiped(&active, &cooling);
        assert_eq!(fresh, position((40, 3), (4, 0)));
        assert_eq!(worth_of(&fresh, &active, &cooling), Ok((20, 4)));
    }

    #[test]
    fn the_invariant_names_every_rule() {
        let (active, cooling) = (pool(50, 100, 3), pool(9, 9, 0));
        position((100, 3), (9, 0)).invariant(&active, &cooling).unwrap();
        let mut clock = position((1, 3), (1, 0));
        clock.cooling_until = 0;
        let mut layout = position((1, 3), (1, 0));
        layout.version = 2;
        for broken in [
            position((101, 3), (0, 0)),
            position((1, 3), (10, 0)),
            position((1, 2), (0, 0)),
            position((1, 3), (1, 1)),
            clock,
            layout,
        ] {
            let refused = broken.invariant(&active, &cooling);
            assert_eq!(refused, Err(StakeError::InvariantBroken.into()), "{broken:?}");
        }
    }

    #[test]
    fn tranches_are_two() {
        let mut of = position((0, 0), (0, 0));
        assert_eq!(of.tranche(), Ok(Tranche::FirstLoss));
        of.tranche = 1;
        assert_eq!(of.tranche(), Ok(Tranche::Backers));
        of.tranche = 2;
        assert_eq!(of.tranche(), Err(StakeError::InvariantBroken.into()));
    }
}
