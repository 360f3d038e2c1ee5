use anchor_lang::prelude::*;

use crate::{constants::*, error::TimelockError, math};

/// What becomes of the part of an epoch that a member did not claim. Stored as a `u8`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum PoolMode {
    /// It stays the member's.
    Accrue = 0,
    /// It is free again once the epoch's time is over.
    Expire = 1,
}

/// A basic income: a fixed amount an epoch for each attested member. `["pool", creator, id: u64 LE]`
///
/// Time is cut into spans of `epoch_length` from `first_epoch_at` on. In each of them one epoch may open, while it
/// lasts and where the free money pays for all members of that moment; a span in which none opened is passed over
/// for good. Epochs are numbered in the order they open, and a membership knows the numbers it has a part in.
///
/// INVARIANTS: `funded = paid + free + owed + withdrawn`, and `funded, paid, withdrawn, epochs` only grow;
/// `members ≤ max_members`, `members ≤ records`; `owed` is the sum of what the memberships have coming, 0 without
/// records; in Expire `owed` is of the latest epoch alone, at most `records × amount`; `owed = paid = 0` before the
/// first epoch; nothing opens once `stopped_at` is set; what is withdrawn was free after that; the terms (mint,
/// attestor, mode, amount, times, grace, `max_members`) never change.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct IncomePool {
    pub version: u8,
    pub bump: u8,
    pub vault_bump: u8,
    /// `PoolMode`
    pub mode: u8,
    pub max_members: u32,
    /// Memberships that the next epoch counts.
    pub members: u32,
    /// Memberships that exist, suspended ones too.
    pub records: u32,
    /// Tells a creator's pools apart.
    pub id: u64,
    /// Slot it was made in: tells it from an earlier one at the same address.
    pub generation: u64,
    /// Paid the rent, stops the pool, and gets what is left.
    pub creator: Pubkey,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    pub vault: Pubkey,
    /// Vouches for members in the registry.
    pub attestor: Pubkey,
    /// Of one member and epoch, base units.
    pub amount: u64,
    /// Seconds.
    pub epoch_length: i64,
    /// Unix seconds.
    pub first_epoch_at: i64,
    /// How long a suspended member keeps what it has coming, seconds.
    pub grace: i64,
    /// Epochs opened so far: the number of the next.
    pub epochs: u64,
    /// End of the latest epoch's span, Unix seconds; 0 before the first.
    pub epoch_ends_at: i64,

    // the ledger, base units
    pub funded: u64,
    pub paid: u64,
    pub free: u64,
    /// Of opened epochs, and neither claimed nor given up.
    pub owed: u64,
    /// Taken out by the creator.
    pub withdrawn: u64,

    /// Unix seconds; 0 while epochs open.
    pub stopped_at: i64,
    pub reserved: [u8; 64],
}

/// What an instruction moves of a pool, as its events tell it, before and after.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolBooks {
    pub funded: u64,
    pub paid: u64,
    pub free: u64,
    pub owed: u64,
    pub withdrawn: u64,
    pub members: u32,
    pub records: u32,
    pub epochs: u64,
}

impl IncomePool {
    /// Account size, bytes.
    pub const SPACE: usize = 8 + std::mem::size_of::<IncomePool>();

    /// The INVARIANTS that need no other account.
    pub fn invariant(&self) -> Result<()> {
        let held = math::add(self.free, self.owed)?;
        let left = math::add(self.paid, self.withdrawn)?;
        let expires = self.mode == PoolMode::Expire as u8;
        let most = u128::from(self.records) * u128::from(self.amount);
        let holds = self.version == POOL_LAYOUT
            && self.mode <= PoolMode::Expire as u8
            && self.funded == math::add(held, left)?
            && self.members <= self.max_members
            && self.members <= self.records
            && (self.records > 0 || self.owed == 0)
            && (!expires || u128::from(self.owed) <= most)
            && (self.epochs > 0 || (self.owed == 0 && self.paid == 0))
            && (self.epochs > 0) == (self.epoch_ends_at != 0)
            && (self.stopped_at != 0 || self.withdrawn == 0);
        require!(holds, TimelockError::InvariantBroken);
        Ok(())
    }

    /// The vault's token account covers what is free and what is owed.
    pub fn covered_by(&self, tokens: u64) -> Result<()> {
        require!(tokens >= math::add(self.free, self.owed)?, TimelockError::InvariantBroken);
        Ok(())
    }

    pub fn books(&self) -> PoolBooks {
        PoolBooks {
            funded: self.funded,
            paid: self.paid,
            free: self.free,
            owed: self.owed,
            withdrawn: self.withdrawn,
            members: self.members,
            records: self.records,
            epochs: self.epochs,
        }
    }

    /// Lets time pass up to `now`: in Expire, what the latest epoch left unclaimed is free once its time is over.
    /// Every instruction that touches the money rolls first.
    pub fn roll(&mut self, now: i64) -> Result<()> {
        if self.mode == PoolMode::Expire as u8 && now >= self.epoch_ends_at {
            self.free = math::add(self.free, self.owed)?;
            self.owed = 0;
        }
        Ok(())
    }

    /// End of the span that `now` is in.
    ///
    /// Errors: `EpochNotDue` before the first
    pub fn span_end(&self, now: i64) -> Result<i64> {
        require!(now >= self.first_epoch_at, TimelockError::EpochNotDue);
        let since = math::since(now, self.first_epoch_at)?;
        // epoch_length is above 0
        let into_span = since.checked_rem(self.epoch_length).ok_or(TimelockError::MathOverflow)?;
        Ok(math::after(math::since(now, into_span)?, self.epoch_length)?)
    }

    /// Opens the epoch of the span that `now` is in. Roll first.
    ///
    /// Errors: `PoolStopped`, `EpochNotDue`, `PoolEmpty`, `EpochNotFunded`
    pub fn open_epoch(&mut self, now: i64) -> Result<()> {
        self.require_running()?;
        require!(now >= self.epoch_ends_at, TimelockError::EpochNotDue);
        let ends_at = self.span_end(now)?;
        require!(self.members > 0, TimelockError::PoolEmpty);
        let cost = math::mul(u64::from(self.members), self.amount)?;
        require!(self.free >= cost, TimelockError::EpochNotFunded);
        self.free = math::sub(self.free, cost)?;
        self.owed = math::add(self.owed, cost)?;
        self.epochs = math::add(self.epochs, 1)?;
        self.epoch_ends_at = ends_at;
        Ok(())
    }

    /// Pays `amount` of what is owed.
    pub fn pay(&mut self, amount: u64) -> Result<()> {
        self.owed = math::sub(self.owed, amount)?;
        self.paid = math::add(self.paid, amount)?;
        Ok(())
    }

    /// What a membership gives up is free again.
    pub fn forfeit(&mut self, amount: u64) -> Result<()> {
        self.owed = math::sub(self.owed, amount)?;
        self.free = math::add(self.free, amount)?;
        Ok(())
    }

    /// Takes a member in.
    ///
    /// Errors: `PoolStopped`, `PoolFull`
    pub fn admit(&mut self) -> Result<()> {
        self.require_running()?;
        require!(self.members < self.max_members, TimelockError::PoolFull);
        self.members = math::count_up(self.members)?;
        self.records = math::count_up(self.records)?;
        Ok(())
    }

    /// Errors: `PoolStopped`
    pub fn require_running(&self) -> Result<()> {
        require!(self.stopped_at == 0, TimelockError::PoolStopped);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
