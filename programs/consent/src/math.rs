//! Pure arithmetic: checked, no accounts, no clock.

use crate::error::ConsentError;

type Checked<T> = std::result::Result<T, ConsentError>;

pub fn next(count: u64) -> Checked<u64> {
    count.checked_add(1).ok_or(ConsentError::MathOverflow)
}

pub fn next_u32(count: u32) -> Checked<u32> {
    count.checked_add(1).ok_or(ConsentError::MathOverflow)
}

/// The moment `span` seconds after `moment`, Unix seconds.
pub fn later(moment: i64, span: i64) -> Checked<i64> {
    moment.checked_add(span).ok_or(ConsentError::MathOverflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_checked() {
        assert_eq!((next(1), next(u64::MAX)), (Ok(2), Err(ConsentError::MathOverflow)));
        assert_eq!((next_u32(1), next_u32(u32::MAX)), (Ok(2), Err(ConsentError::MathOverflow)));
        assert_eq!((later(1, -2), later(1, i64::MAX)), (Ok(-1), Err(ConsentError::MathOverflow)));
    }
}
