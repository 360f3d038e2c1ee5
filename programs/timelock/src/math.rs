//! Pure arithmetic of amounts and moments: checked, no accounts, no clock.

use crate::error::TimelockError;

pub type Checked<T> = std::result::Result<T, TimelockError>;

pub fn add(a: u64, b: u64) -> Checked<u64> {
    a.checked_add(b).ok_or(TimelockError::MathOverflow)
}

pub fn sub(a: u64, b: u64) -> Checked<u64> {
    a.checked_sub(b).ok_or(TimelockError::MathOverflow)
}

pub fn mul(a: u64, b: u64) -> Checked<u64> {
    a.checked_mul(b).ok_or(TimelockError::MathOverflow)
}

pub fn sum(terms: &[u64]) -> Checked<u64> {
    terms.iter().try_fold(0, |total, term| add(total, *term))
}

pub fn count_up(count: u32) -> Checked<u32> {
    count.checked_add(1).ok_or(TimelockError::MathOverflow)
}

pub fn count_down(count: u32) -> Checked<u32> {
    count.checked_sub(1).ok_or(TimelockError::MathOverflow)
}

/// `now − then`, of moments or of a moment and seconds.
pub fn since(now: i64, then: i64) -> Checked<i64> {
    now.checked_sub(then).ok_or(TimelockError::MathOverflow)
}

/// The moment `seconds` after `now`, Unix seconds.
pub fn after(now: i64, seconds: i64) -> Checked<i64> {
    now.checked_add(seconds).ok_or(TimelockError::MathOverflow)
}

/// Seconds from `from` to `to`; 0 where `to` is no later.
pub fn seconds_between(from: i64, to: i64) -> u64 {
    u64::try_from(i128::from(to) - i128::from(from)).unwrap_or(0)
}

/// `amount × part ÷ whole`, rounded down.
pub fn portion(amount: u64, part: u64, whole: u64) -> Checked<u64> {
    // the product of two u64 fits
    let scaled = (u128::from(amount) * u128::from(part)).checked_div(u128::from(whole));
    scaled.and_then(|scaled| u64::try_from(scaled).ok()).ok_or(TimelockError::MathOverflow)
}

/// `each × times`, at most `most`.
pub fn times_up_to(each: u64, times: u64, most: u64) -> u64 {
    each.checked_mul(times).map_or(most, |product| product.min(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_the_ranges() {
        assert_eq!((add(u64::MAX, 0), add(u64::MAX, 1)), (Ok(u64::MAX), Err(TimelockError::MathOverflow)));
        assert_eq!((sub(1, 1), sub(0, 1)), (Ok(0), Err(TimelockError::MathOverflow)));
        assert_eq!(
            (after(i64::MAX, 0), after(i64::MAX, 1)),
            (Ok(i64::MAX), Err(TimelockError::MathOverflow))
        );
        assert_eq!((seconds_between(5, 4), seconds_between(4, 5)), (0, 1));
        assert_eq!(seconds_between(i64::MIN, i64::MAX), u64::MAX);
        assert_eq!(portion(u64::MAX, u64::MAX, u64::MAX), Ok(u64::MAX));
        assert_eq!((portion(7, 1, 2), portion(7, 1, 0)), (Ok(3), Err(TimelockError::MathOverflow)));
        assert_eq!(portion(u64::MAX, 2, 1), Err(TimelockError::MathOverflow));
        assert_eq!((times_up_to(3, 2, 7), times_up_to(3, 3, 7), times_up_to(u64::MAX, 2, 7)), (6, 7, 7));
    }
}
