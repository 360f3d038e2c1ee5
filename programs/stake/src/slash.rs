//! Arithmetic of slashes: pools are taken from in order, and a pool near nothing is wiped.

use agent_labs_common::stake::{Pool, StakeVault, Tranche};

use crate::{
    error::StakeError,
    math::{self, above_floor, Checked},
    state::VaultRules,
};

/// What a slash of one tranche took, base units: (active, cooling), wiped rests included.
pub type Taken = (u64, u64);

/// Takes `amount` base units out of a vault: of the first-loss tranche, what it is short of the backers', each
/// time out of active and cooling in proportion. Takes all there is where that is less. Returns what it took of
/// each tranche; a pool that is left below the floor is wiped, and its rest counts as taken.
///
/// # Errors
/// `MathOverflow`
pub fn slash(vault: &mut StakeVault, amount: u64) -> Checked<[Taken; 2]> {
    let first_loss = slash_tranche(vault, Tranche::FirstLoss, amount)?;
    let missing = amount.saturating_sub(total(first_loss)?);
    let backers = slash_tranche(vault, Tranche::Backers, missing)?;
    vault.slashed = math::sum(&[vault.slashed, total(first_loss)?, total(backers)?])?;
    Ok([first_loss, backers])
}

/// Base units that a slash of a tranche took.
pub fn total((active, cooling): Taken) -> Checked<u64> {
    math::add(active, cooling)
}

fn slash_tranche(vault: &mut StakeVault, tranche: Tranche, amount: u64) -> Checked<Taken> {
    let (mut active, mut cooling) = vault.pools(tranche);
    let held = math::add(active.tokens, cooling.tokens)?;
    let due = amount.min(held);
    // rounded in favour of what counts; what leaves bears the odd unit
    let of_active = math::portion(due, active.tokens, held)?;
    let of_cooling = math::sub(due, of_active)?;
    let taken = (take(&mut active, of_active)?, take(&mut cooling, of_cooling)?);
    vault.set_pools(tranche, (active, cooling));
    Ok(taken)
}

fn take(pool: &mut Pool, amount: u64) -> Checked<u64> {
    pool.tokens = math::sub(pool.tokens, amount)?;
    if above_floor(pool.tokens, pool.shares) {
        return Ok(amount);
    }
    let rest = std::mem::take(&mut pool.tokens);
    pool.shares = 0;
    pool.epoch = pool.epoch.checked_add(1).ok_or(StakeError::MathOverflow)?;
    math::add(amount, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use agent_labs_common::stake::{Position, STAKE_LAYOUT};

    use crate::state::{worth_of, PoolRules, PositionRules};

    fn pool(tokens: u64, shares: u64) -> Pool {
        Pool { tokens, shares, ..Pool::default() }
    }

    fn empty_vault() -> StakeVault {
        let mut vault: StakeVault = bytemuck::Zeroable::zeroed();
        vault.version = STAKE_LAYOUT;
        vault
    }

    #[test]
    fn the_owner_loses_first_and_cooling_with_active() {
        let mut vault = empty_vault();
        vault.positions = 4;
        vault.first_loss = pool(60, 60);
        vault.first_loss_cooling = pool(40, 40);
        vault.backers = pool(300, 300);
        vault.backers_cooling = pool(100, 100);
        vault.staked = 500;
        assert_eq!(slash(&mut vault, 10).unwrap(), [(6, 4), (0, 0)]);
        assert_eq!(slash(&mut vault, 91).unwrap(), [(54, 36), (0, 1)]);
        assert_eq!((vault.first_loss.epoch, vault.first_loss_cooling.epoch), (1, 1));
        assert_eq!(slash(&mut vault, 1_000).unwrap(), [(0, 0), (300, 99)]);
        assert_eq!(vault.slashed, 500);
        vault.invariant().unwrap();
    }

    #[test]
    fn below_the_floor_the_rest_goes_with_the_slash() {
        let mut vault = empty_vault();
        vault.positions = 1;
        vault.backers = pool(3_000_000, 3_000_000);
        vault.staked = 3_000_000;
        assert_eq!(slash(&mut vault, 2_999_997).unwrap(), [(0, 0), (2_999_997, 0)]);
        assert_eq!(vault.backers, pool(3, 3_000_000));
        assert_eq!(slash(&mut vault, 1).unwrap(), [(0, 0), (3, 0)]);
        assert_eq!(vault.backers, Pool { epoch: 1, ..Pool::default() });
    }

    /// A xorshift generator: the cases are the same in every run.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0
        }

        /// From 0 up to `most`, small and large numbers alike often.
        fn upto(&mut self, most: u64) -> u64 {
            let bits = self.roll() % 64;
            (self.roll() >> bits) % most.saturating_add(1).max(1)
        }
    }

    const STAKERS: usize = 4;

    struct World {
        vault: StakeVault,
        positions: [Position; STAKERS],
        staked: [u64; STAKERS],
        returned: [u64; STAKERS],
    }

    impl World {
        fn new() -> Self {
            let mut vault = empty_vault();
            vault.positions = STAKERS as u32;
            let positions = std::array::from_fn(|at| {
                let mut position: Position = bytemuck::Zeroable::zeroed();
                position.version = STAKE_LAYOUT;
                position.tranche = u8::from(at > 0);
                position
            });
            Self { vault, positions, staked: [0; STAKERS], returned: [0; STAKERS] }
        }

        fn stake(&mut self, at: usize, amount: u64) {
            let position = &mut self.positions[at];
            let tranche = position.tranche().unwrap();
            let (mut active, cooling) = self.vault.pools(tranche);
            position.forget_wiped(&active, &cooling);
            let Ok(shares) = active.enter(amount) else { return };
            assert!(shares >= amount, "no amount is too small for a share");
            position.active_shares += shares;
            self.vault.set_pools(tranche, (active, cooling));
            self.vault.staked += amount;
            self.staked[at] += amount;
        }

        fn unstake(&mut self, at: usize, dice: &mut Dice) {
            let shares = dice.upto(self.positions[at].active_shares);
            let (mut vault, mut position) = (self.vault, self.positions[at]);
            if vault.cool(&mut position, shares, 1).is_ok() {
                (self.vault, self.positions[at]) = (vault, position);
            }
        }

        fn withdraw(&mut self, at: usize) {
            let position = &mut self.positions[at];
            let tranche = position.tranche().unwrap();
            let (active, mut cooling) = self.vault.pools(tranche);
            position.forget_wiped(&active, &cooling);
            let amount = cooling.leave(std::mem::take(&mut position.cooling_shares)).unwrap();
            position.cooling_until = 0;
            self.vault.set_pools(tranche, (active, cooling));
            self.vault.returned += amount;
            self.returned[at] += amount;
        }

        fn worth(&self, at: usize) -> u64 {
            let position = &self.positions[at];
            let (active, cooling) = self.vault.pools(position.tranche().unwrap());
            let (active, cooling) = worth_of(position, &active, &cooling).unwrap();
            active + cooling
        }

        /// What came back or is still there beyond what was staked, base units; negative after slashes.
        fn profit(&self, at: usize) -> i128 {
            i128::from(self.returned[at]) + i128::from(self.worth(at)) - i128::from(self.staked[at])
        }

        /// The vault's rules; shares of the positions make up those of the pools; all worths fit in the tokens.
        fn check(&self) {
            self.vault.invariant().unwrap();
            for tranche in [Tranche::FirstLoss, Tranche::Backers] {
                let (active, cooling) = self.vault.pools(tranche);
                let of = |at: &&Position| at.tranche == tranche as u8;
                let shares = |epoch: u32, part: fn(&Position) -> (u64, u32)| -> u64 {
                    let parts = self.positions.iter().filter(of).map(part);
                    parts.filter(|(_, of)| *of == epoch).map(|(shares, _)| shares).sum()
                };
                assert_eq!(shares(active.epoch, |p| (p.active_shares, p.active_epoch)), active.shares);
                assert_eq!(shares(cooling.epoch, |p| (p.cooling_shares, p.cooling_epoch)), cooling.shares);
            }
        }
    }

    /// A million steps of stakers and slashes: nobody gains by a step of their own nor takes from another, and
    /// nothing is lost.
    #[test]
    fn a_million_random_steps_keep_the_books() {
        let mut dice = Dice(0x5eed_5eed_5eed_5eed);
        let (mut wipes, mut slashes, mut partial) = (0, 0, 0);
        for case in 0..20_000 {
            let mut world = World::new();
            let most = [9, 1_000, 1_000_000_000, 1 << 55][case % 4];
            for _ in 0..50 {
                let at = (dice.roll() % STAKERS as u64) as usize;
                let before: [u64; STAKERS] = std::array::from_fn(|other| world.worth(other));
                let profit_before = world.profit(at);
                match dice.roll() % 7 {
                    0 | 1 => world.stake(at, 1 + dice.upto(most)),
                    2 | 3 => world.unstake(at, &mut dice),
                    4 => world.withdraw(at),
                    _ => {
                        let epochs = |v: &StakeVault| v.first_loss.epoch + v.backers.epoch;
                        let (held, was) = (world.vault.staked - world.vault.returned, world.vault.slashed);
                        let epoch = epochs(&world.vault);
                        let amount = dice.upto(held - was);
                        let taken = slash(&mut world.vault, amount).unwrap();
                        let all: u64 = taken.iter().map(|(a, c)| a + c).sum();
                        assert!(all >= amount, "a slash takes what it says, or a wiped rest more");
                        assert_eq!(world.vault.slashed - was, all);
                        slashes += 1;
                        wipes += u32::from(epochs(&world.vault) > epoch);
                        partial += u32::from(all > 0 && epochs(&world.vault) == epoch);
                        world.check();
                        continue;
                    }
                }
                world.check();
                assert!(world.profit(at) <= profit_before, "a step of one's own gained something");
                for other in (0..STAKERS).filter(|other| *other != at) {
                    assert!(world.worth(other) >= before[other], "someone else's step cost them something");
                }
            }
        }
        assert!(wipes > 1_000 && slashes > 100_000 && partial > 10_000, "{wipes} {slashes} {partial}");
    }
}
