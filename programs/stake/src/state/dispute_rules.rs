use agent_labs_common::registry::{Panel, MAX_PANEL};
use anchor_lang::prelude::*;

use super::{Dispute, DisputeStatus, SubjectKind, Votes};
use crate::{
    constants::{BPS, DISPUTE_LAYOUT},
    error::StakeError,
    math,
};

impl Dispute {
    /// The INVARIANTS of `Dispute` that need no other account.
    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == DISPUTE_LAYOUT
            && self.kind <= SubjectKind::Job as u8
            && (!self.is_about(SubjectKind::Job) || (self.held == self.claim && self.last_cited_call == 0))
            && self.claim > 0
            && self.held <= self.claim
            && self.cited_calls <= self.last_cited_call
            && self.parties_hold()
            && self.votes_hold()
            && self.moments_hold()
            && self.fees_hold()?
            && (self.next == Pubkey::default() || self.next != self.previous);
        require!(holds, StakeError::InvariantBroken);
        Ok(())
    }

    fn has_reached(&self, status: DisputeStatus) -> bool {
        self.status >= status as u8
    }

    fn parties_hold(&self) -> bool {
        let answered = match self.status {
            status if status == DisputeStatus::Open as u8 => !self.is_answered(),
            status if status == DisputeStatus::Answered as u8 => self.is_answered(),
            status => status <= DisputeStatus::Final as u8,
        };
        let appealed = self.appellant != Pubkey::default();
        answered
            && (self.is_answered() || self.answer_bond == 0)
            && appealed == self.has_reached(DisputeStatus::Appealed)
            && (appealed || self.appeal_bond == 0)
    }

    fn votes_hold(&self) -> bool {
        let ruled = [self.has_reached(DisputeStatus::Ruled), self.has_reached(DisputeStatus::Final)];
        let parts = self.panels.iter().zip(&self.votes).zip(ruled).zip(self.awards);
        let counted = parts.into_iter().all(|(((panel, votes), ruled), award)| {
            are_of(votes, panel) && (votes.count() == panel.threshold) == ruled && (ruled || award == 0)
        });
        let appealed = self.has_reached(DisputeStatus::Appealed);
        counted && (appealed || self.votes[1].voted == 0)
    }

    fn moments_hold(&self) -> bool {
        let ruled = self.has_reached(DisputeStatus::Ruled);
        let appealed = self.has_reached(DisputeStatus::Appealed);
        let ordered = 0 < self.opened_at
            && self.opened_at <= self.response_ends_at
            && self.response_ends_at <= self.ruling_ends_at
            && [self.ruling_ends_at, self.appeal_ends_at, self.appeal_ruling_ends_at]
                .iter()
                .all(|moment| *moment <= self.deadline);
        let set = |moments: [i64; 2], whether: bool| moments.iter().all(|at| (*at != 0) == whether);
        ordered
            && set([self.ruled_at, self.appeal_ends_at], ruled)
            && set([self.appealed_at, self.appeal_ruling_ends_at], appealed)
    }

    fn fees_hold(&self) -> Result<bool> {
        let [first, second] = self.votes.map(|votes| u64::from(votes.count()));
        let of_first = math::times(first, self.arbiter_fee)?;
        let of_second = math::times(second, self.arbiter_fee)?;
        Ok(self.fees_paid == math::add(of_first, of_second)?
            && of_first <= self.claimant_bond
            && of_second <= self.appeal_bond)
    }
}

/// Whether a panel is one, and the votes are of its members.
fn are_of(votes: &Votes, panel: &Panel) -> bool {
    let count = usize::from(panel.count);
    let none = (count..MAX_PANEL).all(|at| panel.members[at] == Pubkey::default());
    (1..=panel.count).contains(&panel.threshold)
        && count <= MAX_PANEL
        && none
        && votes.voted >> count == 0
        && votes.count() <= panel.threshold
        && (0..MAX_PANEL).all(|at| votes.awards[at] <= BPS && (votes.has(at) || votes.awards[at] == 0))
}

/// A dispute as it is when it opens: panels of three who decide by two, windows of 10, 20, 30 and 40 seconds.
#[cfg(test)]
pub fn opened() -> Dispute {
    let mut dispute: Dispute = bytemuck::Zeroable::zeroed();
    dispute.version = DISPUTE_LAYOUT;
    (dispute.claim, dispute.held, dispute.per_call_max) = (1_000, 400, 100);
    (dispute.claimant_bond, dispute.arbiter_fee) = (50, 10);
    dispute.claimant = Pubkey::new_from_array([1; 32]);
    (dispute.opened_at, dispute.response_ends_at, dispute.ruling_ends_at) = (100, 110, 130);
    (dispute.appeal_window, dispute.appeal_ruling_window, dispute.deadline) = (30, 40, 200);
    (dispute.slash_cap_dispute, dispute.slash_cap_period) = (1_000, 5_000);
    (dispute.slash_period, dispute.penalty_bps) = (60, 1_000);
    for (at, panel) in dispute.panels.iter_mut().enumerate() {
        (panel.count, panel.threshold) = (3, 2);
        for member in 0..3 {
            panel.members[member] = Pubkey::new_from_array([10 * (at as u8 + 1) + member as u8; 32]);
        }
    }
    dispute
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered() -> Dispute {
        let mut dispute = opened();
        dispute.status = DisputeStatus::Answered as u8;
        dispute.answerer = Pubkey::new_from_array([2; 32]);
        dispute.answer_bond = 50;
        dispute
    }

    fn ruled() -> Dispute {
        let mut dispute = answered();
        dispute.status = DisputeStatus::Ruled as u8;
        dispute.votes[0].add(0, 4_000);
        dispute.votes[0].add(2, 6_000);
        dispute.awards[0] = 5_000;
        (dispute.fees_paid, dispute.ruled_at, dispute.appeal_ends_at) = (20, 115, 145);
        dispute
    }

    fn appealed() -> Dispute {
        let mut dispute = ruled();
        dispute.status = DisputeStatus::Appealed as u8;
        dispute.appellant = dispute.claimant;
        (dispute.appeal_bond, dispute.appealed_at, dispute.appeal_ruling_ends_at) = (100, 120, 160);
        dispute
    }

    fn decided() -> Dispute {
        let mut dispute = appealed();
        dispute.status = DisputeStatus::Final as u8;
        dispute.votes[1].add(1, 0);
        dispute.votes[1].add(2, 0);
        dispute.fees_paid = 40;
        dispute
    }

    #[test]
    fn every_stage_holds() {
        let mut unanswered = ruled();
        (unanswered.answerer, unanswered.answer_bond) = (Pubkey::default(), 0);
        let mut in_list = opened();
        in_list.previous = Pubkey::new_from_array([9; 32]);
        let mut of_job = opened();
        (of_job.kind, of_job.held) = (SubjectKind::Job as u8, of_job.claim);
        for dispute in [opened(), answered(), ruled(), appealed(), decided(), unanswered, in_list, of_job] {
            dispute.invariant().unwrap();
        }
    }

    #[test]
    fn the_invariant_names_every_rule() {
        type Change = fn(&mut Dispute);
        let of_opened: [Change; 18] = [
            |d| d.version = 2,
            |d| d.kind = 2,
            |d| d.kind = SubjectKind::Job as u8,
            |d| (d.kind, d.held, d.last_cited_call) = (SubjectKind::Job as u8, d.claim, 1),
            |d| d.claim = 0,
            |d| d.held = 1_001,
            |d| d.cited_calls = 1,
            |d| d.status = 1,
            |d| d.answerer = d.claimant,
            |d| d.answer_bond = 1,
            |d| d.votes[0].add(3, 0),
            |d| d.votes[0].add(0, 1),
            |d| d.panels[0].threshold = 0,
            |d| d.panels[1].count = 2,
            |d| d.opened_at = 0,
            |d| d.ruled_at = 1,
            |d| d.ruling_ends_at = 201,
            |d| (d.previous, d.next) = (d.claimant, d.claimant),
        ];
        let of_ruled: [Change; 5] = [
            |d| d.votes[0].voted = 1,
            |d| d.votes[0].awards[1] = 1,
            |d| d.votes[0].awards[0] = 10_001,
            |d| d.fees_paid = 19,
            |d| d.claimant_bond = 19,
        ];
        let of_appealed: [Change; 6] = [
            |d| d.appellant = Pubkey::default(),
            |d| d.appealed_at = 0,
            |d| d.appeal_ruling_ends_at = 201,
            |d| d.awards[1] = 1,
            |d| d.status = 4,
            |d| d.status = 5,
        ];
        let cases = of_opened
            .iter()
            .map(|change| (opened(), change))
            .chain(of_ruled.iter().map(|change| (ruled(), change)))
            .chain(of_appealed.iter().map(|change| (appealed(), change)));
        for (at, (mut dispute, change)) in cases.enumerate() {
            change(&mut dispute);
            assert_eq!(dispute.invariant(), Err(StakeError::InvariantBroken.into()), "{at}");
        }
    }
}
