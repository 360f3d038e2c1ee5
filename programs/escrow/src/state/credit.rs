use anchor_lang::prelude::*;

use crate::{constants::*, error::EscrowError, math};

/// Who may mint credits, and how many a day. `["credit_issuer", issuer]`
///
/// INVARIANTS: a mint keeps `minted_today ≤ daily_cap` on `day`, which begins at midnight UTC; a cap that is lowered
/// later takes nothing back. `minted_today ≤ minted`; `minted` and `payments` only grow; the issuer never changes.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct CreditIssuer {
    pub version: u8,
    pub bump: u8,
    /// 1 while it may mint.
    pub active: u8,
    pub padding: u8,
    /// Days since 1970-01-01 UTC that `minted_today` is about.
    pub day: u32,
    /// Signs each mint.
    pub issuer: Pubkey,
    /// Most that may be minted in a day, base units.
    pub daily_cap: u64,
    /// Minted on `day`, base units.
    pub minted_today: u64,
    /// Minted ever, base units.
    pub minted: u64,
    /// Payments that credits were minted for.
    pub payments: u64,
    pub reserved: [u8; 64],
}

impl CreditIssuer {
    /// Account size, bytes.
    pub const SPACE: usize = 8 + std::mem::size_of::<CreditIssuer>();

    /// The stored rules.
    pub fn invariant(&self) -> Result<()> {
        let holds =
            self.version == CREDIT_ISSUER_LAYOUT && self.active <= 1 && self.minted_today <= self.minted;
        require!(holds, EscrowError::InvariantBroken);
        Ok(())
    }

    /// Charges a mint of `amount` to the day's cap.
    pub fn charge(&mut self, amount: u64, now: i64) -> Result<()> {
        require!(self.active == 1, EscrowError::IssuerInactive);
        let today = math::day(now)?;
        let before = if today == self.day { self.minted_today } else { 0 };
        let after = math::add(before, amount)?;
        require!(after <= self.daily_cap, EscrowError::IssuerCapExceeded);
        self.day = today;
        self.minted_today = after;
        self.minted = math::add(self.minted, amount)?;
        self.payments = math::add(self.payments, 1)?;
        Ok(())
    }
}

/// A payment that credits were minted for, and to whom. `["credit_payment", issuer, reference]`
///
/// INVARIANTS: made once and never changed nor closed: as long as it is there no second mint has the same address.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct CreditPayment {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 6],
    pub issuer: Pubkey,
    /// What the issuer knows the payment by: a hash of its own, never text.
    pub reference: [u8; 32],
    /// Who was credited.
    pub wallet: Pubkey,
    /// Base units.
    pub amount: u64,
    /// Unix seconds.
    pub minted_at: i64,
}

impl CreditPayment {
    /// Account size, bytes.
    pub const SPACE: usize = 8 + std::mem::size_of::<CreditPayment>();

    /// The stored rules.
    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == CREDIT_PAYMENT_LAYOUT && self.amount > 0 && self.reference != [0; 32];
        require!(holds, EscrowError::InvariantBroken);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layouts_stay() {
        assert_eq!(CreditIssuer::DISCRIMINATOR, [180, 181, 129, 99, 182, 127, 20, 192]);
        assert_eq!(size_of::<CreditIssuer>(), 136);
        assert_eq!(offset_of!(CreditIssuer, issuer), 8);
        assert_eq!(offset_of!(CreditIssuer, daily_cap), 40);
        assert_eq!(offset_of!(CreditIssuer, payments), 64);
        assert_eq!(CreditPayment::DISCRIMINATOR, [122, 175, 207, 72, 133, 89, 238, 72]);
        assert_eq!(size_of::<CreditPayment>(), 120);
        assert_eq!(offset_of!(CreditPayment, issuer), 8);
        assert_eq!(offset_of!(CreditPayment, amount), 104);
    }

    #[test]
    fn a_day_has_its_cap_and_the_next_one_too() {
        let mut issuer: CreditIssuer = bytemuck::Zeroable::zeroed();
        issuer.daily_cap = 100;
        assert_eq!(issuer.charge(1, 0), Err(EscrowError::IssuerInactive.into()));
        issuer.active = 1;
        issuer.charge(60, DAY - 1).unwrap();
        assert_eq!(issuer.charge(41, DAY - 1), Err(EscrowError::IssuerCapExceeded.into()));
        issuer.charge(40, DAY - 1).unwrap();
        issuer.charge(100, DAY).unwrap();
        assert_eq!(issuer.charge(1, 2 * DAY - 1), Err(EscrowError::IssuerCapExceeded.into()));
        assert_eq!((issuer.day, issuer.minted_today, issuer.minted, issuer.payments), (1, 100, 200, 3));
        // a cap lowered in mid-day takes nothing back
        issuer.daily_cap = 50;
        assert_eq!(issuer.charge(1, DAY), Err(EscrowError::IssuerCapExceeded.into()));
        issuer.charge(50, 2 * DAY).unwrap();
        issuer.daily_cap = u64::MAX;
        assert_eq!(issuer.charge(u64::MAX, 2 * DAY), Err(EscrowError::MathOverflow.into()));
        assert_eq!(issuer.charge(u64::MAX, 3 * DAY), Err(EscrowError::MathOverflow.into()));
    }
}
