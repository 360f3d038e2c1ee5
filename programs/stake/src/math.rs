//! Pure arithmetic of shares and moments: checked, no accounts, no clock. Whoever asks gets the lower side of
//! every rounding.

use agent_labs_common::stake::MAX_SHARES_PER_TOKEN;

use crate::error::StakeError;

type Checked<T> = std::result::Result<T, StakeError>;

pub fn add(a: u64, b: u64) -> Checked<u64> {
    a.checked_add(b).ok_or(StakeError::MathOverflow)
}

pub fn sub(a: u64, b: u64) -> Checked<u64> {
    a.checked_sub(b).ok_or(StakeError::MathOverflow)
}

pub fn sum(terms: &[u64]) -> Checked<u64> {
    terms.iter().try_fold(0, |total, term| add(total, *term))
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
