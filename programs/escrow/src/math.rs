//! Pure arithmetic of the ledger: checked, no accounts, no clock.

use anchor_lang::prelude::*;

use crate::{
    constants::{BPS, DAY},
    error::EscrowError,
};

pub fn add(a: u64, b: u64) -> Result<u64> {
    a.checked_add(b).ok_or_else(|| EscrowError::MathOverflow.into())
}

pub fn sub(a: u64, b: u64) -> Result<u64> {
    a.checked_sub(b).ok_or_else(|| EscrowError::MathOverflow.into())
}

pub fn sum(terms: &[u64]) -> Result<u64> {
    terms.iter().try_fold(0, |total, term| add(total, *term))
}

pub fn later(time: i64, seconds: i64) -> Result<i64> {
    time.checked_add(seconds).ok_or_else(|| EscrowError::MathOverflow.into())
}

/// Days since 1970-01-01 UTC.
pub fn day(now: i64) -> Result<u32> {
    u32::try_from(now.div_euclid(DAY)).map_err(|_| EscrowError::MathOverflow.into())
}

/// `bps` basis points of `amount`, base units, rounded up.
pub fn share_up(amount: u64, bps: u16) -> Result<u64> {
    let scaled = u128::from(amount).checked_mul(u128::from(bps)).ok_or(EscrowError::MathOverflow)?;
    u64::try_from(scaled.div_ceil(u128::from(BPS))).map_err(|_| EscrowError::MathOverflow.into())
}

/// Fee on `paid`, base units, rounded up.
pub fn fee(paid: u64, bps: u16) -> Result<u64> {
    share_up(paid, bps)
}

/// Fee due when the total paid rises from `before` to `after`: depends on the two ends only, so that
/// splitting a payout neither saves nor costs anything.
pub fn fee_between(before: u64, after: u64, bps: u16) -> Result<u64> {
    sub(fee(after, bps)?, fee(before, bps)?)
}

/// What the holdback knows of settled money.
///
/// `matured` may be paid; `pending` was settled by `pending_since` and matures one holdback after it; what
/// was settled later waits for the next roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holdback {
    pub matured: u64,
    pub pending: u64,
    pub pending_since: i64,
}

impl Holdback {
    /// Lets time pass up to `now`: `settled` in all, the last of it at `last_settle_at`.
    ///
    /// Nothing matures before a whole `window` has passed since it was settled, and everything does within
    /// two, provided somebody rolls; once the last settle is a window old, all of it has.
    #[inline(always)]
    pub fn roll(
        &mut self,
        settled: u64,
        last_settle_at: i64,
        window: i64,
        now: i64,
    ) -> std::result::Result<(), EscrowError> {
        // below zero is neither of them, and then no difference overflows
        let old_enough = if (now | window) >= 0 {
            now.wrapping_sub(window)
        } else {
            now.checked_sub(window).ok_or(EscrowError::MathOverflow)?
        };
        if last_settle_at <= old_enough {
            self.matured = settled;
            self.pending = settled;
            self.pending_since = last_settle_at;
        } else if self.pending_since <= old_enough {
            self.matured = self.pending;
            self.pending = settled;
            self.pending_since = last_settle_at;
        }
        Ok(())
    }

    /// Takes in a settle at `now` that brought the total to `settled`; roll first.
    pub fn settle(&mut self, settled: u64, now: i64) {
        if self.pending == self.matured {
            self.pending = settled;
            self.pending_since = now;
        }
    }
}

/// What may be paid: matured, and neither paid, refunded nor held.
pub fn payable(matured: u64, paid_gross: u64, refunded: u64, held: u64) -> Result<u64> {
    Ok(matured.saturating_sub(sum(&[paid_gross, refunded, held])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fee_does_not_depend_on_the_path() {
        for bps in [0, 1, 33, 250, 500] {
            let mut charged = 0;
            for (before, after) in [(0, 1), (1, 7), (7, 7), (7, 9_999), (9_999, 1_000_003)] {
                charged += fee_between(before, after, bps).unwrap();
            }
            assert_eq!(charged, fee(1_000_003, bps).unwrap());
        }
    }

    #[test]
    fn fee_rounds_up_and_holds_at_the_extremes() {
        assert_eq!(fee(0, 500).unwrap(), 0);
        assert_eq!(fee(1, 1).unwrap(), 1);
        assert_eq!(fee(10_000, 250).unwrap(), 250);
        assert_eq!(fee(10_001, 250).unwrap(), 251);
        assert_eq!(fee(u64::MAX, 500).unwrap(), 922_337_203_685_477_581);
        assert!(fee_between(2, 1, 10_000).is_err());
    }

    #[test]
    fn sums_refuse_to_wrap() {
        assert!(sum(&[u64::MAX, 1]).is_err());
        assert!(sub(1, 2).is_err());
        assert!(later(i64::MAX, 1).is_err());
        assert!(day(-1).is_err());
        assert_eq!(day(86_399).unwrap(), 0);
        assert_eq!(day(86_400).unwrap(), 1);
    }

    /// Settles and rolls in many rhythms, and follows every unit's age by hand.
    #[test]
    fn nothing_matures_early_and_all_within_two_windows() {
        let window = 10;
        for step in 1..=25_i64 {
            let mut state = Holdback { matured: 0, pending: 0, pending_since: 0 };
            let (mut settled, mut last, mut history) = (0_u64, 0_i64, vec![]);
            for now in 0..200_i64 {
                state.roll(settled, last, window, now).unwrap();
                if now % step == 0 && now < 150 {
                    settled += 3;
                    last = now;
                    history.push((now, settled));
                    state.settle(settled, now);
                }
                let old_enough = |age: i64| {
                    history.iter().rev().find(|(at, _)| now - at >= age).map_or(0, |(_, total)| *total)
                };
                assert!(state.matured <= old_enough(window), "early: step {step}, now {now}");
                assert!(state.matured >= old_enough(2 * window), "late: step {step}, now {now}");
                assert!(state.matured <= state.pending && state.pending <= settled);
            }
            assert_eq!(state.matured, settled);
        }
    }

    #[test]
    fn payable_is_never_negative() {
        assert_eq!(payable(10, 3, 2, 1).unwrap(), 4);
        assert_eq!(payable(10, 9, 2, 1).unwrap(), 0);
        assert!(payable(10, u64::MAX, 1, 0).is_err());
    }
}
