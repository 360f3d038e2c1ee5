//! Arithmetic of windows and counters; every step checked.

use agent_labs_common::registry::{LongestWindows, Windows};

use crate::{constants::WINDOW_MAX, error::RegistryError};

type Checked<T> = std::result::Result<T, RegistryError>;

/// The moment `seconds` after `now`, Unix seconds.
pub fn after(now: i64, seconds: i64) -> Checked<i64> {
    now.checked_add(seconds).ok_or(RegistryError::MathOverflow)
}

/// The number after `n`.
pub fn next(n: u32) -> Checked<u32> {
    n.checked_add(1).ok_or(RegistryError::MathOverflow)
}

/// The number after `n`, for those that 64 bits count.
pub fn next_u64(n: u64) -> Checked<u64> {
    n.checked_add(1).ok_or(RegistryError::MathOverflow)
}

/// Raises the longest windows to those of `windows`.
pub fn cover(longest: &mut LongestWindows, windows: &Windows) {
    longest.channel_life_max = longest.channel_life_max.max(windows.channel_life_max);
    longest.close_grace = longest.close_grace.max(windows.close_grace);
    longest.holdback_max = longest.holdback_max.max(windows.holdback_max);
    longest.claim = longest.claim.max(windows.claim);
}

/// The shortest unbonding under which stake outlasts every claim on what it backs, seconds. Disputes that are
/// open keep stake by themselves; what is not open yet has today's windows.
pub fn unbonding_floor(windows: &Windows, longest: &LongestWindows) -> Checked<i64> {
    let mut longest = *longest;
    cover(&mut longest, windows);
    [
        longest.close_grace,
        longest.holdback_max,
        longest.holdback_max,
        longest.claim,
        windows.response,
        windows.ruling,
        windows.appeal,
        windows.appeal_ruling,
    ]
    .into_iter()
    .try_fold(longest.channel_life_max, after)
}

/// The rules in the doc comment of `Windows`.
pub fn check_windows(windows: &Windows, longest: &LongestWindows) -> Checked<()> {
    let positive = [
        windows.unbonding,
        windows.config_delay,
        windows.config_expiry,
        windows.admin_delay,
        windows.channel_life_max,
        windows.close_grace,
        windows.holdback_max,
        windows.hold_lapse,
        windows.claim,
        windows.response,
        windows.ruling,
        windows.appeal,
        windows.appeal_ruling,
        windows.rating,
        windows.lease,
        windows.execution_pause,
        windows.slash_period,
    ];
    if positive.iter().any(|window| !(1..=WINDOW_MAX).contains(window))
        || !(0..=WINDOW_MAX).contains(&windows.holdback_min)
    {
        return Err(RegistryError::WindowOutOfRange);
    }
    if windows.holdback_min > windows.holdback_max {
        return Err(RegistryError::HoldbackRangeInvalid);
    }
    if windows.unbonding < unbonding_floor(windows, longest)? {
        return Err(RegistryError::UnbondingTooShort);
    }
    if windows.config_delay < windows.unbonding {
        return Err(RegistryError::ConfigDelayTooShort);
    }
    Ok(())
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Windows that hold, on the edge of both inequalities.
    pub fn windows() -> Windows {
        Windows {
            unbonding: 100 + 10 + 2 * 20 + 30 + 5 + 6 + 7 + 8,
            config_delay: 206,
            config_expiry: 50,
            admin_delay: 60,
            channel_life_max: 100,
            close_grace: 10,
            holdback_min: 0,
            holdback_max: 20,
            hold_lapse: 15,
            claim: 30,
            response: 5,
            ruling: 6,
            appeal: 7,
            appeal_ruling: 8,
            rating: 9,
            lease: 11,
            execution_pause: 12,
            slash_period: 13,
        }
    }

    fn refused(change: impl Fn(&mut Windows), error: RegistryError) {
        let mut changed = windows();
        change(&mut changed);
        assert_eq!(check_windows(&changed, &LongestWindows::default()), Err(error), "{changed:?}");
    }

    #[test]
    fn windows_hold_on_the_edge() {
        assert_eq!(check_windows(&windows(), &LongestWindows::default()), Ok(()));
    }

    #[test]
    fn unbonding_outlasts_the_longest_windows_ever() {
        let mut longest = LongestWindows::default();
        cover(&mut longest, &windows());
        let mut shorter = windows();
        shorter.channel_life_max = 1;
        shorter.close_grace = 1;
        shorter.holdback_max = 1;
        shorter.claim = 1;
        cover(&mut longest, &shorter);
        assert_eq!(check_windows(&shorter, &longest), Ok(()));
        assert_eq!(unbonding_floor(&shorter, &longest), unbonding_floor(&windows(), &longest));
        shorter.unbonding -= 1;
        assert_eq!(check_windows(&shorter, &longest), Err(RegistryError::UnbondingTooShort));
        assert_eq!(check_windows(&shorter, &LongestWindows::default()), Ok(()), "without a past");
        // each of the four alone keeps what it was
        for at in 0..4 {
            let mut past = LongestWindows::default();
            let one =
                [&mut past.channel_life_max, &mut past.close_grace, &mut past.holdback_max, &mut past.claim];
            *one.into_iter().nth(at).unwrap() = 1_000;
            assert_eq!(check_windows(&windows(), &past), Err(RegistryError::UnbondingTooShort), "{at}");
        }
    }

    #[test]
    fn every_window_is_bounded() {
        let fields: [fn(&mut Windows) -> &mut i64; 17] = [
            |w| &mut w.unbonding,
            |w| &mut w.config_delay,
            |w| &mut w.config_expiry,
            |w| &mut w.admin_delay,
            |w| &mut w.channel_life_max,
            |w| &mut w.close_grace,
            |w| &mut w.holdback_max,
            |w| &mut w.hold_lapse,
            |w| &mut w.claim,
            |w| &mut w.response,
            |w| &mut w.ruling,
            |w| &mut w.appeal,
            |w| &mut w.appeal_ruling,
            |w| &mut w.rating,
            |w| &mut w.lease,
            |w| &mut w.execution_pause,
            |w| &mut w.slash_period,
        ];
        for field in fields {
            for value in [i64::MIN, -1, 0, WINDOW_MAX + 1, i64::MAX] {
                refused(|w| *field(w) = value, RegistryError::WindowOutOfRange);
            }
        }
        for value in [i64::MIN, -1, WINDOW_MAX + 1, i64::MAX] {
            refused(|w| w.holdback_min = value, RegistryError::WindowOutOfRange);
        }
    }

    #[test]
    fn inequalities_bind() {
        refused(|w| w.holdback_min = w.holdback_max + 1, RegistryError::HoldbackRangeInvalid);
        refused(|w| w.unbonding -= 1, RegistryError::UnbondingTooShort);
        refused(|w| w.config_delay -= 1, RegistryError::ConfigDelayTooShort);
        let raises: [fn(&mut Windows); 8] = [
            |w| w.channel_life_max += 1,
            |w| w.close_grace += 1,
            |w| w.holdback_max += 1,
            |w| w.claim += 1,
            |w| w.response += 1,
            |w| w.ruling += 1,
            |w| w.appeal += 1,
            |w| w.appeal_ruling += 1,
        ];
        for raise in raises {
            refused(raise, RegistryError::UnbondingTooShort);
        }
    }

    #[test]
    fn counters_and_moments_are_checked() {
        assert_eq!(next(0), Ok(1));
        assert_eq!(next(u32::MAX), Err(RegistryError::MathOverflow));
        assert_eq!(next_u64(0), Ok(1));
        assert_eq!(next_u64(u64::MAX), Err(RegistryError::MathOverflow));
        assert_eq!(after(5, 6), Ok(11));
        assert_eq!(after(i64::MAX, 1), Err(RegistryError::MathOverflow));
    }
}
