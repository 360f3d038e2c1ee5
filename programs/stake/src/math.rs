//! Pure arithmetic of shares and moments: checked, no accounts, no clock. Whoever asks gets the lower side of
//! every rounding.

use agent_labs_common::stake::MAX_SHARES_PER_TOKEN;

use crate::{constants::BPS, error::StakeError};

pub type Checked<T> = std::result::Result<T, StakeError>;

pub fn add(a: u64, b: u64) -> Checked<u64> {
    a.checked_add(b).ok_or(StakeError::MathOverflow)
}

pub fn sub(a: u64, b: u64) -> Checked<u64> {
    a.checked_sub(b).ok_or(StakeError::MathOverflow)
}

pub fn sum(terms: &[u64]) -> Checked<u64> {
    terms.iter().try_fold(0, |total, term| add(total, *term))
}

pub fn times(a: u64, b: u64) -> Checked<u64> {
    a.checked_mul(b).ok_or(StakeError::MathOverflow)
}

/// The moment `seconds` after `now`, Unix seconds.
pub fn after(now: i64, seconds: i64) -> Checked<i64> {
    now.checked_add(seconds).ok_or(StakeError::MathOverflow)
}

/// `a × b ÷ c` rounded down; `None` where it does not fit or `c` is 0.
fn scale(a: u64, b: u64, c: u64) -> Option<u64> {
    // the product of two u64 fits
    let scaled = (u128::from(a) * u128::from(b)).checked_div(u128::from(c))?;
    u64::try_from(scaled).ok()
}

/// `part` of `whole` parts of an amount, rounded down; nothing of no parts.
pub fn portion(amount: u64, part: u64, whole: u64) -> Checked<u64> {
    if whole == 0 {
        return Ok(0);
    }
    scale(amount, part, whole).ok_or(StakeError::MathOverflow)
}

/// `bps` basis points of an amount, rounded down.
pub fn share(amount: u64, bps: u16) -> Checked<u64> {
    portion(amount, u64::from(bps), u64::from(BPS))
}

/// `bps` basis points of an amount, rounded up.
pub fn share_up(amount: u64, bps: u16) -> Checked<u64> {
    // the product of a u64 and a u16 fits
    let scaled = (u128::from(amount) * u128::from(bps)).div_ceil(u128::from(BPS));
    u64::try_from(scaled).map_err(|_| StakeError::MathOverflow)
}

/// Shares that `amount` base units buy of a pool, rounded down; one a base unit in an empty pool.
///
/// Never fewer than `amount`, since no share is worth more than a base unit: there is no amount too small.
pub fn shares_for(amount: u64, tokens: u64, shares: u64) -> Checked<u64> {
    if shares == 0 {
        return Ok(amount);
    }
    scale(amount, shares, tokens).ok_or(StakeError::PoolFull)
}

/// Base units that `part` of a pool's shares are worth, rounded down; all of them are worth all of it.
pub fn worth(part: u64, tokens: u64, shares: u64) -> Checked<u64> {
    if shares == 0 {
        return Ok(0);
    }
    scale(part, tokens, shares).ok_or(StakeError::MathOverflow)
}

/// Whether a pool of so many tokens and shares is one that is not to be wiped.
pub fn above_floor(tokens: u64, shares: u64) -> bool {
    u128::from(shares) <= u128::from(tokens) * u128::from(MAX_SHARES_PER_TOKEN)
}

/// The middle one of these awards, basis points; of an even number the mean of the middle two, rounded down.
/// Sorts them; 0 for none.
pub fn median(awards: &mut [u16]) -> u16 {
    awards.sort_unstable();
    let (low, high) = awards.split_at(awards.len() / 2);
    match (low.last(), high.first()) {
        (Some(below), Some(above)) if low.len() == high.len() => below + (above - below) / 2,
        (_, middle) => middle.copied().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_amounts_round_as_their_names_say() {
        assert_eq!((share(19_999, 1), share_up(19_999, 1)), (Ok(1), Ok(2)));
        assert_eq!((share(u64::MAX, BPS), share_up(u64::MAX, BPS)), (Ok(u64::MAX), Ok(u64::MAX)));
        assert_eq!((share(0, BPS), share_up(0, BPS)), (Ok(0), Ok(0)));
        assert_eq!(share_up(u64::MAX, BPS + 1), Err(StakeError::MathOverflow));
        assert_eq!((portion(7, 1, 2), portion(7, 5, 0)), (Ok(3), Ok(0)));
    }

    #[test]
    fn the_median_is_the_middle_and_rounds_down() {
        for (awards, middle) in [
            (vec![], 0),
            (vec![7], 7),
            (vec![9, 0], 4),
            (vec![10_000, 9_999], 9_999),
            (vec![10_000, 0, 3], 3),
            (vec![1, 10_000, 4, 2], 3),
            (vec![0, 0, 0, 0, 1, 10_000, 10_000, 10_000, 10_000], 1),
        ] {
            assert_eq!(median(&mut awards.clone()), middle, "{awards:?}");
        }
    }
}
