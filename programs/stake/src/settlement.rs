//! What the end of a dispute means in money: pure arithmetic over what the dispute kept from its opening.

use agent_labs_common::stake::StakeVault;
use anchor_lang::prelude::*;

use crate::{
    constants::BPS,
    math::{self, Checked},
    state::{Dispute, DisputeStatus, SubjectKind},
};

/// How a dispute ends.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisputeEnd {
    /// The first panel's ruling stands: nobody appealed, or the second panel was silent.
    Ruling,
    /// The second panel's ruling.
    AppealRuling,
    /// The first panel was silent, and somebody had answered.
    SilenceAnswered,
    /// The first panel was silent, and so was everybody else.
    SilenceUnanswered,
    /// The claimant took the claim back.
    Withdrawn,
}

impl DisputeEnd {
    /// The end that a dispute has come to by `now` (Unix seconds), if any.
    pub fn reached(dispute: &Dispute, now: i64) -> Option<Self> {
        let (end, from) = if dispute.is(DisputeStatus::Final) {
            (Self::AppealRuling, dispute.appealed_at)
        } else if dispute.is(DisputeStatus::Appealed) {
            (Self::Ruling, dispute.appeal_ruling_ends_at)
        } else if dispute.is(DisputeStatus::Ruled) {
            (Self::Ruling, dispute.appeal_ends_at)
        } else if dispute.is_answered() {
            (Self::SilenceAnswered, dispute.ruling_ends_at)
        } else {
            (Self::SilenceUnanswered, dispute.ruling_ends_at)
        };
        (now >= from).then_some(end)
    }

    /// Whether a panel decided: only then stake is slashed and bonds change hands.
    pub fn is_ruled(self) -> bool {
        matches!(self, Self::Ruling | Self::AppealRuling)
    }

    /// Basis points of the claim that this end awards.
    pub fn award_bps(self, dispute: &Dispute) -> u16 {
        match self {
            Self::Ruling => dispute.awards[0],
            Self::AppealRuling => dispute.awards[1],
            Self::SilenceUnanswered => BPS,
            Self::SilenceAnswered | Self::Withdrawn => 0,
        }
    }

    /// What the claimant lost, base units of the claim's mint, refunds since the opening not taken off: the award,
    /// of a channel no more than the cited calls may have cost. Of a job both signed terms and result on the chain.
    pub fn loss(self, dispute: &Dispute) -> Checked<u64> {
        let award = math::share(dispute.claim, self.award_bps(dispute))?;
        if dispute.is_about(SubjectKind::Job) {
            return Ok(award);
        }
        // calls and their maximum may be worth more than there is
        let cited = u128::from(dispute.cited_calls) * u128::from(dispute.per_call_max);
        Ok(u64::try_from(cited).map_or(award, |cited| award.min(cited)))
    }

    /// Who gets what of the bonds that are left.
    ///
    /// By a ruling they are one pool, split by the award: the claimant's part, and the rest to the agent's side in
    /// proportion to what each of it put in, to the owner where nobody did. Without a ruling each has its own
    /// back, the claimant less the fees of those who voted.
    pub fn bonds(self, dispute: &Dispute) -> Checked<Bonds> {
        if !self.is_ruled() {
            let claimant = math::sub(dispute.claimant_bond, dispute.fees_paid)?;
            return Ok(Bonds { claimant, answerer: dispute.answer_bond, appellant: 0 });
        }
        let left = dispute.bonds_left()?;
        let claimant = math::share(left, self.award_bps(dispute))?;
        let rest = math::sub(left, claimant)?;
        let appellant = match (dispute.is_appealed_by_another(), dispute.is_answered()) {
            (false, _) => 0,
            (true, false) => rest,
            (true, true) => {
                let put_in = math::add(dispute.answer_bond, dispute.appeal_bond)?;
                math::portion(rest, dispute.appeal_bond, put_in)?
            }
        };
        Ok(Bonds { claimant, answerer: math::sub(rest, appellant)?, appellant })
    }
}

impl Dispute {
    /// Whether somebody appealed who is neither claimant nor answerer, and so is paid apart.
    pub fn is_appealed_by_another(&self) -> bool {
        ![Pubkey::default(), self.claimant, self.answerer].contains(&self.appellant)
    }

    /// What of a shortfall a vault answers for, (base units to the claimant, penalty), within the caps. The
    /// vault's period has been rolled; it may hold less.
    pub fn slash_due(&self, vault: &StakeVault, shortfall: u64) -> Checked<(u64, u64)> {
        // another dispute's cap of the period may have been higher
        let left = self.slash_cap_period.saturating_sub(vault.slashed_in_period);
        let room = self.slash_cap_dispute.min(left);
        let due = shortfall.min(room);
        let penalty = math::share(due, self.penalty_bps)?.min(math::sub(room, due)?);
        Ok((due, penalty))
    }

    /// Begins a new period of slashes where the last one is over at `now` (Unix seconds).
    pub fn roll_period(&self, vault: &mut StakeVault, now: i64) -> Checked<()> {
        if now >= math::after(vault.period_started_at, self.slash_period)? {
            (vault.period_started_at, vault.slashed_in_period) = (now, 0);
        }
        Ok(())
    }
}

/// Base units of the stake mint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bonds {
    pub claimant: u64,
    /// The answerer's; the owner's where nobody answered.
    pub answerer: u64,
    /// The appellant's where that is a third one.
    pub appellant: u64,
}

#[cfg(test)]
mod tests;
