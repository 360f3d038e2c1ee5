use anchor_lang::prelude::*;

use super::Side;
use crate::{constants::*, error::TimelockError, math};

/// Grants to thousands of recipients under one Merkle root. `["batch", creator, id: u64 LE]`
///
/// Behind these fields lies a bitmap, bit `index % 8` of byte `index / 8` for each leaf: 1 once it was claimed.
/// A leaf that is claimed becomes an ordinary `Lock`; one that is claimed after a cancellation gets what it had
/// vested by then, and the difference is the creator's. What no leaf has taken by `claim_until` is, too.
///
/// INVARIANTS: `deposited = open + locked + free + returned`, `deposited ≤ total`; nothing is claimed before
/// `deposited = total`, and from then on it stays so; `deposited, locked, returned, claimed` only grow, and `open`
/// only falls once funded; `claimed` is the number of bits set, none of them at `count` or above, none ever cleared:
/// a leaf is claimed once; `cancelled_at` is set at most once, by the creator, where it may cancel the locks, too; the
/// terms (root, count, total, mint, modes, `claim_until`) never change.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Batch {
    pub version: u8,
    pub bump: u8,
    pub vault_bump: u8,
    /// Who may cancel its locks: a `Side`. Where the creator may, it may cancel the batch as well.
    pub cancel: u8,
    /// Who may change the recipient of its locks: a `Side`.
    pub change: u8,
    pub padding: [u8; 3],
    /// Leaves.
    pub count: u32,
    /// Of them, those claimed.
    pub claimed: u32,
    /// Tells a creator's batches apart.
    pub id: u64,
    /// Slot it was made in: tells it from an earlier one at the same address, and its locks from that one's.
    pub generation: u64,
    /// Paid the rent, and gets what no leaf takes.
    pub creator: Pubkey,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    pub vault: Pubkey,
    pub root: [u8; 32],

    // the ledger, base units
    /// Of all leaves.
    pub total: u64,
    pub deposited: u64,
    /// Of leaves that nobody has claimed.
    pub open: u64,
    /// In locks that were made.
    pub locked: u64,
    /// The creator's: what leaves claimed after the cancellation did not get.
    pub free: u64,
    /// Taken out by the creator.
    pub returned: u64,

    /// From then on no leaf can be claimed, Unix seconds.
    pub claim_until: i64,
    /// Nothing vests after it in leaves not yet claimed, Unix seconds; 0 for never.
    pub cancelled_at: i64,
    pub created_at: i64,
    pub reserved: [u8; 64],
}

/// The ledger of a batch, as its events tell it, before and after.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchBooks {
    pub deposited: u64,
    pub open: u64,
    pub locked: u64,
    pub free: u64,
    pub returned: u64,
    pub claimed: u32,
}

impl Batch {
    /// Bytes in front of the bitmap.
    pub const HEAD: usize = 8 + std::mem::size_of::<Batch>();

    /// Account size, bytes, of a batch of `count` leaves.
    pub const fn space(count: u32) -> usize {
        Self::HEAD + (count as usize).div_ceil(8)
    }

    /// The INVARIANTS that need neither bitmap nor another account.
    pub fn invariant(&self) -> Result<()> {
        let spent = math::sum(&[self.locked, self.free, self.returned])?;
        let holds = self.version == BATCH_LAYOUT
            && self.deposited == math::add(self.open, spent)?
            && self.deposited <= self.total
            && self.claimed <= self.count
            && (self.is_live() || (self.claimed == 0 && spent == 0 && self.cancelled_at == 0))
            && (self.cancelled_at != 0 || self.free == 0);
        require!(holds, TimelockError::InvariantBroken);
        Ok(())
    }

    /// The vault's token account covers what leaves and creator have coming.
    pub fn covered_by(&self, tokens: u64) -> Result<()> {
        require!(tokens >= math::add(self.open, self.free)?, TimelockError::InvariantBroken);
        Ok(())
    }

    /// Who may cancel its locks, and who may change their recipients.
    pub fn sides(&self) -> Result<(Side, Side)> {
        let side = |stored| match stored {
            0 => Ok(Side::Nobody),
            1 => Ok(Side::Creator),
            2 => Ok(Side::Recipient),
            3 => Ok(Side::Either),
            _ => Err(TimelockError::InvariantBroken),
        };
        Ok((side(self.cancel)?, side(self.change)?))
    }

    pub fn books(&self) -> BatchBooks {
        BatchBooks {
            deposited: self.deposited,
            open: self.open,
            locked: self.locked,
            free: self.free,
            returned: self.returned,
            claimed: self.claimed,
        }
    }

    /// Whether all of it is funded.
    pub fn is_live(&self) -> bool {
        self.deposited == self.total
    }

    /// Whether no leaf can take anything any more.
    pub fn is_over(&self, now: i64) -> bool {
        self.is_live() && (self.claimed == self.count || now >= self.claim_until)
    }

    /// Takes in a deposit.
    ///
    /// Errors: `BatchOverfunded`, `BatchOver`
    pub fn fund(&mut self, amount: u64, now: i64) -> Result<()> {
        require!(now < self.claim_until, TimelockError::BatchOver);
        let deposited = math::add(self.deposited, amount)?;
        require!(deposited <= self.total, TimelockError::BatchOverfunded);
        self.deposited = deposited;
        self.open = math::add(self.open, amount)?;
        Ok(())
    }

    /// Whether leaves can be claimed.
    ///
    /// Errors: `BatchNotFunded`, `BatchOver`
    pub fn require_claimable(&self, now: i64) -> Result<()> {
        require!(self.is_live(), TimelockError::BatchNotFunded);
        require!(now < self.claim_until, TimelockError::BatchOver);
        Ok(())
    }

    /// Takes a leaf of `amount` out, of which `worth` goes into its lock and the rest to the creator.
    ///
    /// Errors: `BatchExhausted` where the leaves are worth more than the total
    pub fn take(&mut self, amount: u64, worth: u64) -> Result<()> {
        require!(amount <= self.open, TimelockError::BatchExhausted);
        self.open = math::sub(self.open, amount)?;
        self.locked = math::add(self.locked, worth)?;
        self.free = math::add(self.free, math::sub(amount, worth)?)?;
        self.claimed = math::count_up(self.claimed)?;
        Ok(())
    }

    /// Fixes the stop time of the leaves that nobody has claimed.
    ///
    /// Errors: `CancelNotAllowed`, `BatchNotFunded`, `BatchOver`, `BatchCancelled`
    pub fn stop(&mut self, now: i64) -> Result<()> {
        require!(Side::has_creator(self.cancel), TimelockError::CancelNotAllowed);
        self.require_claimable(now)?;
        require!(self.claimed < self.count, TimelockError::BatchOver);
        require!(self.cancelled_at == 0, TimelockError::BatchCancelled);
        self.cancelled_at = now;
        Ok(())
    }

    /// Takes out what is the creator's at `now`, base units: what is free, and all once it is over.
    ///
    /// Errors: `NothingFree`
    pub fn withdraw(&mut self, now: i64) -> Result<u64> {
        if self.is_over(now) {
            self.free = math::add(self.free, self.open)?;
            self.open = 0;
        }
        let amount = self.free;
        require!(amount > 0, TimelockError::NothingFree);
        self.free = 0;
        self.returned = math::add(self.returned, amount)?;
        Ok(amount)
    }

    /// Id of the lock that a leaf becomes. The generation keeps it apart from the lock of an earlier batch at the
    /// same address, which may well be open still.
    pub fn lock_id(&self, index: u32) -> Result<u64> {
        let room = 1_u64 << (u64::BITS - LOCK_INDEX_BITS);
        let fits = self.generation < room && u64::from(index) < 1 << LOCK_INDEX_BITS;
        require!(fits, TimelockError::MathOverflow);
        Ok(self.generation << LOCK_INDEX_BITS | u64::from(index))
    }
}

/// Marks a leaf in the bitmap.
///
/// Errors: `LeafIndexInvalid`, `LeafClaimed`
pub fn mark(bitmap: &mut [u8], index: u32, count: u32) -> Result<()> {
    require!(index < count, TimelockError::LeafIndexInvalid);
    let byte = bitmap.get_mut(index as usize / 8).ok_or(TimelockError::InvariantBroken)?;
    let bit = 1_u8 << (index % 8);
    require!(*byte & bit == 0, TimelockError::LeafClaimed);
    *byte |= bit;
    Ok(())
}

#[cfg(test)]
mod tests;
