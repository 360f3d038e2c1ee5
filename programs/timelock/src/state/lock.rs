use anchor_lang::prelude::*;

use crate::{
    error::TimelockError,
    math,
    schedule::{Schedule, ScheduleKind},
};

/// Which of the two sides may do something to a lock, alone. Stored as a `u8`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Side {
    Nobody = 0,
    /// The lock's `funder`.
    Creator = 1,
    Recipient = 2,
    /// Either of the two.
    Either = 3,
}

impl Side {
    pub fn has_creator(stored: u8) -> bool {
        stored == Self::Creator as u8 || stored == Self::Either as u8
    }

    pub fn has_recipient(stored: u8) -> bool {
        stored == Self::Recipient as u8 || stored == Self::Either as u8
    }
}

/// Money that is released to a recipient over time: `["lock", creator, id: u64 LE]`.
///
/// INVARIANTS: `claimed + former_due ≤ released(t) ≤ deposited`, released(t) of the moment it was stopped once it was;
/// `returned ≤ deposited − released` once it is over, 0 before; each of the three sums only grows, and the token
/// account holds at least `deposited − claimed − returned`. Id, generation, creator, funder, rent payer, mint, tokens,
/// schedule and modes never change; `stopped_at` is set once; a former recipient is owed something or there is none;
/// recipient and approver are never the same.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Lock {
    pub version: u8,
    pub bump: u8,
    pub tokens_bump: u8,
    /// Who may cancel: a `Side`.
    pub cancel: u8,
    /// Who may change the recipient: a `Side`.
    pub change: u8,
    /// 1 where the funder may add to it.
    pub top_up: u8,
    /// Milestones that are approved, a bit each.
    pub approved: u8,
    pub padding: [u8; 1],
    pub id: u64,
    /// Slot it was made in: tells it from an earlier one at the same address.
    pub generation: u64,
    /// Made it: a wallet, an intake or a batch.
    pub creator: Pubkey,
    /// Wallet that has the creator's rights, and gets what goes back.
    pub funder: Pubkey,
    pub recipient: Pubkey,
    /// To whom the recipient offers the lock; zero without an offer.
    pub pending_recipient: Pubkey,
    /// Is owed `former_due`; zero for none.
    pub former_recipient: Pubkey,
    /// Paid the rent, and gets it back.
    pub rent_payer: Pubkey,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    /// The lock's token account.
    pub tokens: Pubkey,
    pub schedule: Schedule,
    /// Put in, base units.
    pub deposited: u64,
    /// Paid to recipients, base units.
    pub claimed: u64,
    /// Gone back to the funder, base units.
    pub returned: u64,
    /// Released to a former recipient and not claimed yet, base units.
    pub former_due: u64,
    /// Unix seconds.
    pub opened_at: i64,
    /// From then on nothing more is released, Unix seconds; 0 unless cancelled.
    pub stopped_at: i64,
    pub reserved: [u8; 32],
}

impl Lock {
    pub const SPACE: usize = 8 + std::mem::size_of::<Lock>();

    /// What is released at `now`, paid or not, base units.
    pub fn released(&self, now: i64) -> Result<u64> {
        let at = if self.stopped_at == 0 { now } else { now.min(self.stopped_at) };
        Ok(self.schedule.released(self.deposited, self.approved, at)?)
    }

    /// What the recipient can claim at `now`, base units.
    pub fn due(&self, now: i64) -> Result<u64> {
        let gone = math::add(self.claimed, self.former_due)?;
        Ok(math::sub(self.released(now)?, gone)?)
    }

    /// Whether nothing more can ever be released.
    pub fn is_over(&self, now: i64) -> Result<bool> {
        let schedule = &self.schedule;
        let all_approved =
            schedule.kind()? == ScheduleKind::Milestones && self.approved == schedule.all_milestones();
        Ok(self.stopped_at != 0 || all_approved || now >= schedule.ends_at(self.deposited)?)
    }

    /// What the funder can have back at `now`, base units.
    pub fn returnable(&self, now: i64) -> Result<u64> {
        if !self.is_over(now)? {
            return Ok(0);
        }
        let unearned = math::sub(self.deposited, self.released(now)?)?;
        Ok(math::sub(unearned, self.returned)?)
    }

    /// What the token account owes to anybody, base units.
    pub fn owed(&self) -> Result<u64> {
        Ok(math::sub(math::sub(self.deposited, self.claimed)?, self.returned)?)
    }

    pub fn require_generation(&self, generation: u64) -> Result<()> {
        require!(self.generation == generation, TimelockError::GenerationMismatch);
        Ok(())
    }

    /// Whether `key` may become the recipient of the lock at `lock`.
    pub fn require_recipient(&self, lock: &Pubkey, key: &Pubkey) -> Result<()> {
        let can_receive = *key != Pubkey::default() && key != lock && *key != self.recipient;
        require!(can_receive, TimelockError::RecipientInvalid);
        require_keys_neq!(*key, self.schedule.approver, TimelockError::ApproverInvalid);
        Ok(())
    }

    pub fn invariant(&self, now: i64) -> Result<()> {
        let released = self.released(now)?;
        let paid = math::add(self.claimed, self.former_due)?;
        let owes_former = self.former_due > 0;
        let holds = paid <= released
            && released <= self.deposited
            && (self.returned == 0 || self.is_over(now)?)
            && math::add(released, self.returned)? <= self.deposited
            && owes_former == (self.former_recipient != Pubkey::default())
            && self.recipient != Pubkey::default()
            && self.recipient != self.schedule.approver
            && self.approved & !self.schedule.all_milestones() == 0;
        require!(holds, TimelockError::InvariantBroken);
        Ok(())
    }

    /// Whether `tokens`, what the token account holds, cover what the lock owes.
    pub fn covered_by(&self, tokens: u64) -> Result<()> {
        require!(tokens >= self.owed()?, TimelockError::InvariantBroken);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout() {
        assert_eq!(size_of::<Schedule>(), 152);
        assert_eq!(size_of::<Lock>(), 544);
        assert_eq!(offset_of!(Lock, id), 8);
        assert_eq!(offset_of!(Lock, creator), 24);
        assert_eq!(offset_of!(Lock, funder), 56);
        assert_eq!(offset_of!(Lock, recipient), 88);
        assert_eq!(offset_of!(Lock, mint), 216);
        assert_eq!(offset_of!(Lock, schedule), 312);
        assert_eq!(offset_of!(Lock, deposited), 464);
        assert_eq!(offset_of!(Lock, stopped_at), 504);
    }

    #[test]
    fn sides() {
        let both = |side: Side| (Side::has_creator(side as u8), Side::has_recipient(side as u8));
        let sides = [Side::Nobody, Side::Creator, Side::Recipient, Side::Either];
        assert_eq!(sides.map(both), [(false, false), (true, false), (false, true), (true, true)]);
    }
}
