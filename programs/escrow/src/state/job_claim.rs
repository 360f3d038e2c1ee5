//! The one claim against a job, which a dispute of the stake program brings. What is undecided stays in escrow
//! until the dispute ends: it is what a channel's hold is, and covers the claim in full.

use agent_labs_common::escrow::{ClaimEnd, ClaimPaid};
use anchor_lang::prelude::*;

use super::{Job, JobStatus};
use crate::{error::EscrowError, math};

impl Job {
    /// What the agent gave back of itself, base units: what a dispute awarded is not among it.
    pub fn given_back(&self) -> Result<u64> {
        math::sub(self.returned, self.awarded)
    }

    /// Puts `claim` of what is undecided up to a dispute; the rest is the agent's, since nobody disputes it.
    /// Returns the rest, base units.
    ///
    /// Errors: `AmountZero`, `JobNotDelivered`, `ReviewOver`, `JobClaimTooHigh`
    pub fn open_claim(&mut self, claim: u64, now: i64) -> Result<u64> {
        require!(claim > 0, EscrowError::AmountZero);
        require!(self.is(JobStatus::Delivered), EscrowError::JobNotDelivered);
        require!(now < self.review_ends_at, EscrowError::ReviewOver);
        let undecided = self.undecided()?;
        require!(claim <= undecided, EscrowError::JobClaimTooHigh);
        let rest = math::sub(undecided, claim)?;
        self.earned = math::add(self.earned, rest)?;
        self.claimed = claim;
        self.status = JobStatus::Disputed as u8;
        Ok(rest)
    }

    /// Ends the claim: what was given back since counts toward the loss, the rest of the loss goes back to the
    /// mandate, and what is left is the agent's.
    ///
    /// Errors: `ClaimMismatch`
    pub fn close_claim(&mut self, end: &ClaimEnd, now: i64) -> Result<ClaimPaid> {
        let given_back = self.given_back()?;
        let matches = self.is(JobStatus::Disputed)
            && end.loss <= self.claimed
            && end.refunded_before <= given_back
            && end.took_hold;
        require!(matches, EscrowError::ClaimMismatch);

        let refunded_since = math::sub(given_back, end.refunded_before)?.min(end.loss);
        let uncovered = math::sub(end.loss, refunded_since)?;
        let available = self.undecided()?;
        let paid = uncovered.min(available);
        let released = math::sub(available, paid)?;
        self.end(JobStatus::Resolved, released, now)?;
        self.awarded = paid;
        Ok(ClaimPaid { refunded_since, paid, released, shortfall: math::sub(uncovered, paid)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::job::tests::delivered;

    fn end(loss: u64, refunded_before: u64) -> ClaimEnd {
        ClaimEnd { loss, refunded_before, took_hold: true }
    }

    #[test]
    fn what_nobody_disputes_is_the_agents() {
        for (claim, rest) in [(100, 0), (60, 40), (1, 99)] {
            let mut job = delivered();
            assert_eq!(job.open_claim(claim, 49), Ok(rest));
            assert_eq!((job.earned, job.claimed, job.undecided()), (rest, claim, Ok(claim)));
            job.invariant().unwrap();
        }
        let mut job = delivered();
        assert_eq!(job.open_claim(0, 49), Err(EscrowError::AmountZero.into()));
        assert_eq!(job.open_claim(101, 49), Err(EscrowError::JobClaimTooHigh.into()));
        assert_eq!(job.open_claim(1, job.review_ends_at), Err(EscrowError::ReviewOver.into()));
        job.open_claim(1, 49).unwrap();
        assert_eq!(job.open_claim(1, 49), Err(EscrowError::JobNotDelivered.into()));
    }

    /// However much is awarded and given back, each unit is somebody's, and the loss is covered.
    #[test]
    fn covers_every_loss() {
        for claim in [1, 60, 100] {
            for before in [0, 30] {
                for since in [0, 1, claim / 2, claim] {
                    for loss in [0, 1, claim / 2, claim] {
                        let mut job = delivered();
                        if before > 0 {
                            job.give_back(before, 45).unwrap();
                        }
                        if claim > job.undecided().unwrap() {
                            continue;
                        }
                        job.open_claim(claim, 49).unwrap();
                        if since > 0 {
                            job.give_back(since, 60).unwrap();
                        }
                        job.invariant().unwrap();
                        let paid = job.close_claim(&end(loss, before), 70).unwrap();
                        assert_eq!(paid.shortfall, 0);
                        assert_eq!(paid.refunded_since + paid.paid, loss);
                        assert_eq!(job.returned, before + since.max(loss));
                        assert_eq!(job.earned + job.returned, 100);
                        assert_eq!((job.awarded, job.ended_at), (paid.paid, 70));
                        job.invariant().unwrap();
                    }
                }
            }
        }
    }

    #[test]
    fn a_claim_ends_as_it_began() {
        let mut job = delivered();
        assert_eq!(job.close_claim(&end(0, 0), 70), Err(EscrowError::ClaimMismatch.into()));
        job.open_claim(40, 49).unwrap();
        let kept = ClaimEnd { took_hold: false, ..end(0, 0) };
        for wrong in [end(41, 0), end(0, 1), kept] {
            assert_eq!(job.close_claim(&wrong, 70), Err(EscrowError::ClaimMismatch.into()));
        }
        job.close_claim(&end(40, 0), 70).unwrap();
        assert_eq!(job.close_claim(&end(0, 0), 70), Err(EscrowError::ClaimMismatch.into()));
    }
}
