use anchor_lang::prelude::*;

use crate::{constants::*, error::EscrowError, math};

/// Where a job stands. Stored as a `u8`.
///
/// Funded → Accepted → Delivered → Released; Funded, Accepted or Delivered → Refunded; Accepted or Delivered → Split;
/// Delivered → Disputed → Resolved. From Released on it has ended, and only payouts are left.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
#[repr(u8)]
pub enum JobStatus {
    /// The money is allotted; the agent may accept until `accept_by`.
    Funded = 0,
    /// The agent may deliver until `deliver_by`.
    Accepted = 1,
    /// The payer may dispute until `review_ends_at`; from then on anybody may release.
    Delivered = 2,
    /// A dispute decides.
    Disputed = 3,
    /// All that was left is the agent's.
    Released = 4,
    /// All of it went back to the mandate.
    Refunded = 5,
    /// Both agreed on what is the agent's.
    Split = 6,
    /// A dispute decided.
    Resolved = 7,
}

/// One larger piece of work, paid out of a mandate: `["job", mandate, id: u64 LE]`.
///
/// INVARIANTS: `earned + returned ≤ amount`, equal once it has ended; nothing is earned before its end but what a
/// dispute leaves unclaimed; `paid_gross ≤ earned`; `awarded ≤ returned`, `awarded ≤ claimed ≤ amount`; `claimed`
/// is above 0 exactly in Disputed and Resolved; `earned, returned, paid_gross, claimed, awarded` never fall;
/// `accepted_at`, `delivered_at` and `ended_at` are set once each, `review_ends_at` and `result_hash` with the
/// second; `rated_paid ≤ paid_gross`, `rated_returned ≤ returned`; terms (keys, amount, fee, deadlines, windows,
/// epochs, terms hash) never change within a generation; no generation recurs, because it is the opening slot and
/// a job cannot be finished in it.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Job {
    pub version: u8,
    pub bump: u8,
    /// `JobStatus`
    pub status: u8,
    /// 1 where its release, but by silence, needs the mandate's approvers; else 0.
    pub release_approval: u8,
    /// The agent's latest at opening.
    pub agent_version: u32,
    pub ownership_epoch: u32,
    /// The mandate's at opening; a rotation makes them differ.
    pub key_epoch: u32,
    /// Protocol fee, basis points of a payout.
    pub fee_bps: u16,
    pub padding_2: [u8; 6],
    /// Tells a mandate's jobs apart.
    pub id: u64,
    /// Slot the job opened in: tells it from an earlier one at the same address.
    pub generation: u64,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    /// The mandate's at opening.
    pub session_key: Pubkey,
    /// Accepts and delivers.
    pub agent_key: Pubkey,
    /// Wallet whose associated token account is paid.
    pub payout_owner: Pubkey,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// SHA-256 of what was agreed.
    pub terms_hash: [u8; 32],
    /// SHA-256 of what was delivered; zero before.
    pub result_hash: [u8; 32],

    // the ledger, base units
    /// Allotted at opening.
    pub amount: u64,
    /// The agent's for good.
    pub earned: u64,
    /// Back to the mandate's free money.
    pub returned: u64,
    pub paid_gross: u64,
    /// By the dispute, won or not.
    pub claimed: u64,
    /// Of `returned`, what the dispute awarded.
    pub awarded: u64,
    // what of it was rated already
    pub rated_paid: u64,
    pub rated_returned: u64,

    // moments, Unix seconds, 0 for one that has not come; windows, seconds
    pub accept_by: i64,
    pub deliver_by: i64,
    pub review_window: i64,
    pub rating_window: i64,
    pub opened_at: i64,
    pub accepted_at: i64,
    pub delivered_at: i64,
    pub review_ends_at: i64,
    pub ended_at: i64,
    pub last_payout_at: i64,
    pub reserved: [u8; 96],
}

impl Job {
    pub const SPACE: usize = 8 + std::mem::size_of::<Job>();

    /// The INVARIANTS of `Job` that need no other account.
    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == JOB_LAYOUT
            && self.status <= JobStatus::Resolved as u8
            && self.release_approval <= 1
            && self.amount > 0
            && self.ledger_holds()
            && self.moments_hold();
        require!(holds, EscrowError::InvariantBroken);
        Ok(())
    }

    fn ledger_holds(&self) -> bool {
        let decided = math::add(self.earned, self.returned);
        let claimed = self.is(JobStatus::Disputed) || self.is(JobStatus::Resolved);
        decided.is_ok_and(|decided| decided <= self.amount && (decided == self.amount || !self.has_ended()))
            && (self.earned == 0 || self.has_ended() || self.is(JobStatus::Disputed))
            && (self.returned == 0 || !self.is(JobStatus::Funded))
            && self.paid_gross <= self.earned
            && self.claimed <= self.amount
            && (self.claimed > 0) == claimed
            && self.awarded <= self.returned.min(self.claimed)
            && self.rated_paid <= self.paid_gross
            && self.rated_returned <= self.returned
    }

    fn moments_hold(&self) -> bool {
        let (accepted, delivered) = (self.accepted_at != 0, self.delivered_at != 0);
        let reached = match self.status {
            status if status == JobStatus::Funded as u8 => !accepted,
            status if status == JobStatus::Accepted as u8 => accepted && !delivered,
            status if status == JobStatus::Refunded as u8 => accepted || !delivered,
            status if status == JobStatus::Split as u8 => accepted,
            _ => accepted && delivered,
        };
        reached
            && self.accept_by <= self.deliver_by
            && (self.review_ends_at != 0) == delivered
            && (self.result_hash != [0; 32]) == delivered
            && (self.ended_at != 0) == self.has_ended()
    }

    pub fn is(&self, status: JobStatus) -> bool {
        self.status == status as u8
    }

    /// Whether it is decided whose every unit is.
    pub fn has_ended(&self) -> bool {
        self.status >= JobStatus::Released as u8
    }

    /// Whether the agent is at it, or has delivered what nobody disputed.
    pub fn is_under_way(&self) -> bool {
        self.is(JobStatus::Accepted) || self.is(JobStatus::Delivered)
    }

    /// What is neither earned nor returned, base units.
    pub fn undecided(&self) -> Result<u64> {
        math::sub(self.amount, math::add(self.earned, self.returned)?)
    }

    /// Earned and not paid out, base units.
    pub fn payable(&self) -> Result<u64> {
        math::sub(self.earned, self.paid_gross)
    }

    /// That whoever signed for the job meant this one, and no other that had its address.
    pub fn require_generation(&self, generation: u64) -> Result<()> {
        require!(self.generation == generation, EscrowError::JobGenerationMismatch);
        Ok(())
    }

    /// Binds the agent to the terms.
    ///
    /// Errors: `JobNotFunded`, `TermsMismatch`, `AcceptanceOver`
    pub fn accept(&mut self, terms_hash: &[u8; 32], now: i64) -> Result<()> {
        require!(self.is(JobStatus::Funded), EscrowError::JobNotFunded);
        require!(self.terms_hash == *terms_hash, EscrowError::TermsMismatch);
        require!(now < self.accept_by, EscrowError::AcceptanceOver);
        self.status = JobStatus::Accepted as u8;
        self.accepted_at = now;
        Ok(())
    }

    /// Starts the review.
    ///
    /// Errors: `JobNotAccepted`, `DeliveryOver`, `HashMissing`
    pub fn deliver(&mut self, result_hash: &[u8; 32], now: i64) -> Result<()> {
        require!(self.is(JobStatus::Accepted), EscrowError::JobNotAccepted);
        require!(now < self.deliver_by, EscrowError::DeliveryOver);
        require!(*result_hash != [0; 32], EscrowError::HashMissing);
        self.status = JobStatus::Delivered as u8;
        self.result_hash = *result_hash;
        self.delivered_at = now;
        self.review_ends_at = math::later(now, self.review_window)?;
        Ok(())
    }

    /// Ends the job with `to_agent` of what is undecided, the rest back to the mandate. Returns the rest.
    pub fn end(&mut self, status: JobStatus, to_agent: u64, now: i64) -> Result<u64> {
        let rest = math::sub(self.undecided()?, to_agent)?;
        self.earned = math::add(self.earned, to_agent)?;
        self.returned = math::add(self.returned, rest)?;
        self.status = status as u8;
        self.ended_at = now;
        Ok(rest)
    }

    /// What may be rated, (paid out for a fee, returned), base units; both count as rated from then on. Money paid
    /// without a fee gives no right, as with channels; nor does what the agent never took on, since it was not the
    /// agent that gave it back.
    pub fn rate(&mut self) -> Result<(u64, u64)> {
        require!(self.accepted_at != 0, EscrowError::RatingRightMissing);
        let paid = math::sub(self.paid_gross, self.rated_paid)?;
        let returned = math::sub(self.returned, self.rated_returned)?;
        let paid = if self.fee_bps > 0 { paid } else { 0 };
        require!(paid > 0 || returned > 0, EscrowError::RatingRightMissing);
        self.rated_paid = self.paid_gross;
        self.rated_returned = self.returned;
        Ok((paid, returned))
    }

    /// Whether the agent let its time run out at `now`.
    pub fn is_expired(&self, now: i64) -> bool {
        (self.is(JobStatus::Funded) && now >= self.accept_by)
            || (self.is(JobStatus::Accepted) && now >= self.deliver_by)
    }

    /// The agent gives back `amount` of what is undecided; all of it ends the job, unless a dispute is to end it.
    ///
    /// Errors: `AmountZero`, `JobNotUnderWay`, `JobRefundTooHigh`
    pub fn give_back(&mut self, amount: u64, now: i64) -> Result<()> {
        require!(amount > 0, EscrowError::AmountZero);
        let disputed = self.is(JobStatus::Disputed);
        require!(self.is_under_way() || disputed, EscrowError::JobNotUnderWay);
        let undecided = self.undecided()?;
        require!(amount <= undecided, EscrowError::JobRefundTooHigh);
        if amount == undecided && !disputed {
            self.end(JobStatus::Refunded, 0, now)?;
        } else {
            self.returned = math::add(self.returned, amount)?;
        }
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests;
