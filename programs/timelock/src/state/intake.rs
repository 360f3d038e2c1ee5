use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::{
    constants::{INTAKE_DOMAIN, MAX_INTAKE_DURATION},
    error::TimelockError,
    math::{self, Checked},
    schedule::ScheduleTerms,
};

/// How an intake locks what it takes in. The intake's address is derived from them: whoever knows the terms can check
/// what an address stands for before anything is there, and nobody can open it under others.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntakeTerms {
    /// Tells intakes of one recipient and the same terms apart.
    pub id: u64,
    /// Mint that anyone may lock; of any other one the recipient alone.
    pub mint: Pubkey,
    /// Less than this only the recipient locks, base units.
    pub min_amount: u64,
    /// From locking to the first release, seconds.
    pub cliff: i64,
    /// From locking to the last release, seconds.
    pub duration: i64,
    /// Seconds between releases, a whole part of `duration`; 0 releases by the second.
    pub period: i64,
}

impl IntakeTerms {
    /// SHA-256 over a domain and the terms as they are encoded: the last seed of the intake's address.
    pub fn hash(&self) -> [u8; 32] {
        let (id, min_amount) = (self.id.to_le_bytes(), self.min_amount.to_le_bytes());
        let (cliff, duration, period) =
            (self.cliff.to_le_bytes(), self.duration.to_le_bytes(), self.period.to_le_bytes());
        hashv(&[INTAKE_DOMAIN, &id, self.mint.as_ref(), &min_amount, &cliff, &duration, &period]).to_bytes()
    }

    pub fn validate(&self) -> Checked<()> {
        let fits = (1..=MAX_INTAKE_DURATION).contains(&self.duration)
            && (0..=self.duration).contains(&self.cliff)
            && (0..=self.duration).contains(&self.period)
            && self.periods().is_some_and(|periods| self.min_amount >= periods);
        fits.then_some(()).ok_or(TimelockError::IntakeTermsInvalid)
    }

    /// Releases of one lock, 1 where it goes by the second; `None` where they do not fill the duration.
    fn periods(&self) -> Option<u64> {
        if self.period == 0 {
            return Some(1);
        }
        let whole = self.duration.checked_rem(self.period)? == 0;
        whole.then_some(u64::try_from(self.duration / self.period).ok()?)
    }

    /// The schedule of `amount` base units that are locked at `now`. What a division into periods leaves over comes
    /// with the cliff: fewer base units than there are periods.
    pub fn schedule(&self, amount: u64, now: i64) -> Checked<ScheduleTerms> {
        let (start, cliff_at) = (now, math::after(now, self.cliff)?);
        if self.period == 0 {
            return Ok(ScheduleTerms::Linear {
                start,
                cliff_at,
                cliff_amount: 0,
                end: math::after(now, self.duration)?,
            });
        }
        let periods = self.periods().ok_or(TimelockError::IntakeTermsInvalid)?;
        // less than a base unit a period, which only the recipient can lock, ends earlier
        let period_amount = (amount / periods).max(1);
        let cliff_amount = amount.saturating_sub(math::times_up_to(period_amount, periods, amount));
        // a small amount may end before the cliff: then it comes with it
        Ok(ScheduleTerms::Periodic { start, cliff_at, cliff_amount, period: self.period, period_amount })
    }
}

/// An address that locks what is paid to it: `["intake", recipient, hash of its terms]`. Money waits in its token
/// accounts, before it is opened, too.
///
/// INVARIANTS: terms valid and never changed, and the address theirs; holds no money itself.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Intake {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 6],
    pub recipient: Pubkey,
    /// Opened it, paid the rent, and gets it back.
    pub rent_payer: Pubkey,
    /// `IntakeTerms`
    pub id: u64,
    pub mint: Pubkey,
    pub min_amount: u64,
    pub cliff: i64,
    pub duration: i64,
    pub period: i64,
    /// Of the terms above.
    pub terms_hash: [u8; 32],
    pub reserved: [u8; 32],
}

impl Intake {
    pub const SPACE: usize = 8 + std::mem::size_of::<Intake>();

    pub fn terms(&self) -> IntakeTerms {
        let Self { id, mint, min_amount, cliff, duration, period, .. } = *self;
        IntakeTerms { id, mint, min_amount, cliff, duration, period }
    }

    pub fn invariant(&self) -> Result<()> {
        self.terms().validate()?;
        let holds = self.recipient != Pubkey::default() && self.terms_hash == self.terms().hash();
        require!(holds, TimelockError::InvariantBroken);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout() {
        assert_eq!(size_of::<Intake>(), 208);
        assert_eq!(offset_of!(Intake, recipient), 8);
        assert_eq!(offset_of!(Intake, rent_payer), 40);
        assert_eq!(offset_of!(Intake, mint), 80);
        assert_eq!(offset_of!(Intake, terms_hash), 144);
    }

    fn terms() -> IntakeTerms {
        IntakeTerms { id: 1, mint: Pubkey::new_unique(), min_amount: 10, cliff: 0, duration: 100, period: 10 }
    }

    #[test]
    fn terms_fit_together() {
        let good = terms();
        assert_eq!(good.validate(), Ok(()));
        for (name, bad) in [
            ("no duration", IntakeTerms { duration: 0, period: 0, ..good }),
            ("longer than a century", IntakeTerms { duration: MAX_INTAKE_DURATION + 1, period: 0, ..good }),
            ("cliff before the start", IntakeTerms { cliff: -1, ..good }),
            ("cliff behind the end", IntakeTerms { cliff: 101, ..good }),
            ("negative period", IntakeTerms { period: -10, ..good }),
            ("a broken period", IntakeTerms { period: 11, ..good }),
            ("a period above the duration", IntakeTerms { period: 200, ..good }),
            ("less than a base unit a period", IntakeTerms { min_amount: 9, ..good }),
            ("no minimum", IntakeTerms { min_amount: 0, period: 0, ..good }),
        ] {
            assert_eq!(bad.validate(), Err(TimelockError::IntakeTermsInvalid), "{name}");
        }
        for edge in [
            IntakeTerms { duration: MAX_INTAKE_DURATION, cliff: MAX_INTAKE_DURATION, period: 0, ..good },
            IntakeTerms { cliff: 100, ..good },
            IntakeTerms { period: 100, min_amount: 1, ..good },
        ] {
            assert_eq!(edge.validate(), Ok(()), "{edge:?}");
        }
    }

    #[test]
    fn every_amount_is_released_at_the_end_and_not_all_before() {
        for (cliff, period) in [(0, 10), (50, 10), (100, 10), (0, 0), (50, 0), (0, 100)] {
            let terms = IntakeTerms { cliff, period, ..terms() };
            for amount in [10, 11, 19, 20, 99, 101, u64::MAX] {
                let schedule = terms.schedule(amount, 1_000).unwrap().checked(amount).unwrap();
                assert_eq!(schedule.ends_at(amount), Ok(1_100), "{terms:?} {amount}");
                assert_eq!(schedule.released(amount, 0, 1_100), Ok(amount));
                assert!(schedule.released(amount, 0, 1_099).unwrap() < amount);
            }
        }
    }

    #[test]
    fn less_than_a_base_unit_a_period_is_released_too() {
        for cliff in [0, 50, 100] {
            let terms = IntakeTerms { cliff, ..terms() };
            let schedule = terms.schedule(3, 1_000).unwrap().checked(3).unwrap();
            assert_eq!(schedule.released(3, 0, 1_100), Ok(3));
            assert_eq!(schedule.released(3, 0, 1_000 + cliff - 1), Ok(0));
        }
    }

    #[test]
    fn each_term_makes_another_address() {
        let good = terms();
        let others = [
            IntakeTerms { id: 2, ..good },
            IntakeTerms { mint: Pubkey::new_unique(), ..good },
            IntakeTerms { min_amount: 11, ..good },
            IntakeTerms { cliff: 1, ..good },
            IntakeTerms { duration: 110, ..good },
            IntakeTerms { period: 20, ..good },
        ];
        for other in others {
            assert_ne!(other.hash(), good.hash(), "{other:?}");
        }
    }
}
