use anchor_lang::prelude::*;

use super::pool::{IncomePool, PoolMode};
use crate::{constants::*, error::TimelockError, math};

/// `Membership::until` of a member that no one suspended.
pub const ACTIVE: u64 = u64::MAX;

/// A wallet's part in an income pool. `["member", pool, wallet]`
///
/// It has a part in the epochs `next..min(until, pool.epochs)`; in Expire in the latest of them alone, while that
/// lasts.
///
/// INVARIANTS: made with a valid attestation and the wallet's signature; `next ≤ until`, and `next` only grows: no
/// epoch is paid twice; `next` begins at the pool's `epochs`: none opened before is paid; `until` is `ACTIVE` exactly
/// while `suspended_at` is 0, and set once; pool, wallet, attestation and rent payer never change.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Membership {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 6],
    pub pool: Pubkey,
    pub wallet: Pubkey,
    /// Where the registry has, or would have, the attestation.
    pub attestation: Pubkey,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// First epoch that was not settled with it.
    pub next: u64,
    /// First epoch that does not count it any more; `ACTIVE` while it is a member.
    pub until: u64,
    /// Paid to it so far, base units.
    pub paid: u64,
    /// Unix seconds.
    pub joined_at: i64,
    /// Unix seconds; 0 while it is a member.
    pub suspended_at: i64,
    pub reserved: [u8; 32],
}

/// How a membership ends when somebody else sees to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eviction {
    /// It counts no more, and keeps what it has coming for a while.
    Suspended,
    /// It is gone, and gave up so much, base units.
    Ended(u64),
}

impl Membership {
    /// Account size, bytes.
    pub const SPACE: usize = 8 + std::mem::size_of::<Membership>();

    /// The INVARIANTS that need no other account but the pool.
    pub fn invariant(&self, pool: &IncomePool) -> Result<()> {
        let active = self.until == ACTIVE;
        let holds = self.version == MEMBER_LAYOUT
            && self.next <= pool.epochs
            && self.next <= self.until
            && (active || self.until <= pool.epochs)
            && active == (self.suspended_at == 0);
        require!(holds, TimelockError::InvariantBroken);
        Ok(())
    }

    pub fn is_active(&self) -> bool {
        self.until == ACTIVE
    }

    /// First epoch, of those opened, that it has no part in.
    fn end(&self, pool: &IncomePool) -> u64 {
        self.until.min(pool.epochs)
    }

    /// What it has coming, base units.
    pub fn due(&self, pool: &IncomePool, now: i64) -> Result<u64> {
        let epochs = math::sub(self.end(pool), self.next)?;
        if pool.mode == PoolMode::Accrue as u8 {
            return Ok(math::mul(epochs, pool.amount)?);
        }
        let latest = epochs > 0 && self.end(pool) == pool.epochs && now < pool.epoch_ends_at;
        Ok(if latest { pool.amount } else { 0 })
    }

    /// Takes what it has coming, base units, out of the pool. Roll first.
    ///
    /// Errors: `NothingDue`
    pub fn claim(&mut self, pool: &mut IncomePool, now: i64) -> Result<u64> {
        let due = self.due(pool, now)?;
        require!(due > 0, TimelockError::NothingDue);
        pool.pay(due)?;
        self.next = self.end(pool);
        self.paid = math::add(self.paid, due)?;
        Ok(due)
    }

    /// Leaves, by the member's own will: with something coming only if it means to give that up. Says how much that
    /// is, base units. Roll first.
    ///
    /// Errors: `ClaimFirst`
    pub fn leave(&mut self, pool: &mut IncomePool, forfeit: bool, now: i64) -> Result<u64> {
        let due = self.due(pool, now)?;
        require!(forfeit || due == 0, TimelockError::ClaimFirst);
        self.end_with(pool, due)?;
        Ok(due)
    }

    /// What anybody may do about it: suspend it once its attestation is worth nothing, and end it when it has
    /// nothing coming, or `grace` after its suspension. Roll first.
    ///
    /// Errors: `StillAttested`, `GraceNotOver`, `ClaimFirst`
    pub fn evict(&mut self, pool: &mut IncomePool, attested: bool, now: i64) -> Result<Eviction> {
        let due = self.due(pool, now)?;
        if pool.stopped_at != 0 && due == 0 {
            self.end_with(pool, 0)?;
            return Ok(Eviction::Ended(0));
        }
        if self.is_active() {
            require!(!attested, TimelockError::StillAttested);
            if due > 0 && pool.grace > 0 {
                self.suspend(pool, now)?;
                return Ok(Eviction::Suspended);
            }
        } else if due > 0 {
            // whoever is vouched for again gets it
            require!(!attested, TimelockError::ClaimFirst);
            let ends_at = math::after(self.suspended_at, pool.grace)?;
            require!(now >= ends_at, TimelockError::GraceNotOver);
        }
        self.end_with(pool, due)?;
        Ok(Eviction::Ended(due))
    }

    fn suspend(&mut self, pool: &mut IncomePool, now: i64) -> Result<()> {
        self.until = pool.epochs;
        self.suspended_at = now;
        pool.members = math::count_down(pool.members)?;
        Ok(())
    }

    fn end_with(&mut self, pool: &mut IncomePool, forfeited: u64) -> Result<()> {
        pool.forfeit(forfeited)?;
        if self.is_active() {
            pool.members = math::count_down(pool.members)?;
        }
        pool.records = math::count_down(pool.records)?;
        self.next = self.end(pool);
        Ok(())
    }
}
