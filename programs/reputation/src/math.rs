//! Pure arithmetic of ratings: checked, no accounts, no clock.

use agent_labs_common::reputation::Tally;

use crate::{
    constants::{BPS, PAIR_VOLUME_MAX},
    error::ReputationError,
};

type Checked<T> = std::result::Result<T, ReputationError>;

pub fn add(a: u64, b: u64) -> Checked<u64> {
    a.checked_add(b).ok_or(ReputationError::MathOverflow)
}

pub fn add_u32(a: u32, b: u32) -> Checked<u32> {
    a.checked_add(b).ok_or(ReputationError::MathOverflow)
}

pub fn sub(a: u64, b: u64) -> Checked<u64> {
    a.checked_sub(b).ok_or(ReputationError::MathOverflow)
}

pub fn mul(a: u64, b: u64) -> Checked<u64> {
    a.checked_mul(b).ok_or(ReputationError::MathOverflow)
}

/// What `amount` base units of a mint count, base units × weight, rounded down.
pub fn volume(amount: u64, weight_bps: u32) -> Checked<u64> {
    let scaled = u128::from(amount) * u128::from(weight_bps) / BPS;
    u64::try_from(scaled).map_err(|_| ReputationError::MathOverflow)
}

/// What a payer's ratings weigh together by the volume behind them: its power of 3/4, as ⌊√(v × ⌊√v⌋)⌋ of the
/// volume up to a cap. Between the root, which splitting over wallets makes cheap, and the volume itself, by which
/// one customer outweighs all the others; `docs/reputation.md` has what each costs.
pub fn pair_weight(volume: u64) -> u64 {
    let capped = volume.min(PAIR_VOLUME_MAX);
    // at most 10^10 × 10^5, which is far from saturating
    capped.saturating_mul(capped.isqrt()).isqrt()
}

/// What a rating counts by, base units: what was paid, and what was refunded only where the stars are below
/// the mean so far, so that a refund can lower a score and never raise it.
pub fn counted(paid: u64, refunded: u64, stars: u8, so_far: &Tally) -> Checked<u64> {
    let below = u128::from(stars) * u128::from(so_far.weight) < u128::from(so_far.weighted_stars);
    if below {
        add(paid, refunded)
    } else {
        Ok(paid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Also in `tests/simulation/pair-weights.ts`, which the simulation's copy and the built program are held to.
    const WEIGHTS: [(u64, u64); 16] = [
        (0, 0),
        (1, 1),
        (3, 1),
        (4, 2),
        (99, 29),
        (100, 31),
        (9_999, 994),
        (10_000, 1_000),
        (123_456, 6_582),
        (1_000_000, 31_622),
        (1_000_001, 31_622),
        (25_000_000, 353_553),
        (999_999_999, 5_623_344),
        (9_999_999_999, 31_622_618),
        (10_000_000_000, 31_622_776),
        (u64::MAX, 31_622_776),
    ];

    #[test]
    fn weights_are_as_told() {
        for (volume, weight) in WEIGHTS {
            assert_eq!(pair_weight(volume), weight, "{volume}");
        }
        assert_eq!(pair_weight(PAIR_VOLUME_MAX), crate::constants::PAIR_WEIGHT_MAX);
    }

    #[test]
    fn weight_never_falls_and_grows_slower_than_the_volume() {
        let volumes = || (0..1_000_000_u64).step_by(997).chain((0..20_000_000_000).step_by(9_999_991));
        for volume in volumes() {
            let weight = pair_weight(volume);
            assert!(weight <= pair_weight(volume + 1), "{volume}");
            // two roundings of less than one each, and the root of the first
            assert!(pair_weight(2 * volume) <= 2 * weight + 4, "{volume}");
        }
    }

    #[test]
    fn volume_is_scaled_by_the_mints_weight() {
        assert_eq!(volume(1_000, 10_000), Ok(1_000));
        assert_eq!(volume(1_999, 5), Ok(0));
        assert_eq!(volume(2_000, 5), Ok(1));
        assert_eq!(volume(u64::MAX, 10_000), Ok(u64::MAX));
        assert_eq!(volume(u64::MAX, 10_001), Err(ReputationError::MathOverflow));
        assert_eq!(volume(u64::MAX, 0), Ok(0));
    }

    #[test]
    fn a_refund_counts_only_below_the_mean() {
        let mean_3_5 = Tally { ratings: 2, weight: 2, weighted_stars: 7, volume: 0 };
        assert_eq!(counted(10, 5, 3, &mean_3_5), Ok(15));
        assert_eq!(counted(10, 5, 4, &mean_3_5), Ok(10));
        let mean_4 = Tally { ratings: 1, weight: 1, weighted_stars: 4, volume: 0 };
        assert_eq!(counted(10, 5, 4, &mean_4), Ok(10));
        assert_eq!(counted(10, 5, 1, &Tally::default()), Ok(10));
        assert_eq!(counted(u64::MAX, 1, 1, &mean_4), Err(ReputationError::MathOverflow));
        let most = Tally { ratings: 1, weight: u64::MAX / 5, weighted_stars: u64::MAX, volume: 0 };
        assert_eq!(counted(1, 1, 5, &most), Ok(1));
    }

    #[test]
    fn steps_are_checked() {
        assert_eq!(add(u64::MAX, 1), Err(ReputationError::MathOverflow));
        assert_eq!(add_u32(u32::MAX, 1), Err(ReputationError::MathOverflow));
        assert_eq!(sub(0, 1), Err(ReputationError::MathOverflow));
        assert_eq!(mul(u64::MAX, 2), Err(ReputationError::MathOverflow));
    }
}
