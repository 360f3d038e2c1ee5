pub use agent_labs_common::escrow::SubjectKind;
use agent_labs_common::registry::{Panel, MAX_PANEL};
use anchor_lang::prelude::*;

use crate::{
    error::StakeError,
    math::{self, Checked},
};

/// Where a dispute stands. Stored as a `u8`. What only the clock does is not stored: a panel's silence is told
/// from the time.
///
/// Open → Answered → Ruled → Appealed → Final → gone; each may be the last before its end.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
#[repr(u8)]
pub enum DisputeStatus {
    Open = 0,
    /// Owner or backer answered with a bond.
    Answered = 1,
    /// The first panel ruled; an appeal is open until `appeal_ends_at`.
    Ruled = 2,
    /// The second panel has until `appeal_ruling_ends_at`.
    Appealed = 3,
    /// The second panel ruled.
    Final = 4,
}

/// Votes of a panel's members, by their place in it.
#[zero_copy]
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Votes {
    /// Basis points of the claim; 0 of a member who has not voted.
    pub awards: [u16; MAX_PANEL],
    /// One bit a member.
    pub voted: u16,
}

impl Votes {
    pub fn has(&self, member: usize) -> bool {
        self.voted & (1 << member) != 0
    }

    pub fn count(&self) -> u8 {
        // 16 bits have at most 16 ones
        self.voted.count_ones() as u8
    }

    pub fn add(&mut self, member: usize, award_bps: u16) {
        self.voted |= 1 << member;
        self.awards[member] = award_bps;
    }

    /// The median of the awards, basis points.
    pub fn median(&self) -> u16 {
        let members = (0..MAX_PANEL).filter(|member| self.has(*member));
        math::median(&mut members.map(|member| self.awards[member]).collect::<Vec<_>>())
    }
}

/// A claim that an agent did not do what it was paid for: `["dispute", subject, nonce: u64 LE]`, the nonce being
/// its number in the agent's vault.
///
/// INVARIANTS: all but status, evidence, answers, votes, bonds, fees, moments of ruling and appeal, and links are
/// fixed at opening; `held ≤ claim`; `cited_calls ≤ last_cited_call`, both only growing; a panel has voted exactly
/// its threshold once it ruled, and less before; only members vote; `fees_paid` is the fee of each vote, and the
/// claimant's bond covers the first panel's, the appeal's the second's; nobody answered exactly while `answerer`
/// is zero, nobody appealed while `appellant` is; no moment lies after `deadline`; of a job all of the claim is held
/// and no call cited; in the list of its vault exactly where it is about a channel and the claim is in the stake
/// mint, since no other can slash.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Dispute {
    pub version: u8,
    pub bump: u8,
    /// `DisputeStatus`
    pub status: u8,
    /// `SubjectKind`
    pub kind: u8,
    /// Penalty on top of a slash, basis points of it.
    pub penalty_bps: u16,
    pub padding: [u8; 2],
    /// Calls that both sides signed, and the number of the last of them.
    pub cited_calls: u32,
    pub last_cited_call: u32,
    /// Of each panel that ruled, basis points of the claim.
    pub awards: [u16; 2],
    pub padding_2: [u8; 4],
    pub nonce: u64,
    pub subject: Pubkey,
    /// Tells the subject from an earlier one at the same address.
    pub generation: u64,
    pub agent: Pubkey,
    pub vault: Pubkey,
    pub mandate: Pubkey,
    /// The mandate's payer; paid the rent, and gets it back.
    pub claimant: Pubkey,
    /// Mint of the claim.
    pub mint: Pubkey,
    /// Signs the channel's vouchers; the mandate's when a job opened.
    pub session_key: Pubkey,
    /// Signs the agent's responses.
    pub agent_key: Pubkey,
    pub payout_owner: Pubkey,
    /// Tag of vouchers and response proofs; zeros of a job.
    pub tag: [u8; 16],
    /// Most that one call may cost, base units of `mint`; 0 of a job.
    pub per_call_max: u64,
    /// Base units of `mint`.
    pub claim: u64,
    /// Taken from the payer's hold, base units of `mint`; of a job all of the claim.
    pub held: u64,
    /// Refunded when the dispute opened, base units of `mint`.
    pub refunded: u64,
    /// SHA-256 of what the claimant brings.
    pub evidence_hash: [u8; 32],
    /// Answered first, with a bond.
    pub answerer: Pubkey,
    /// SHA-256 of what the answerer states.
    pub answer_hash: [u8; 32],
    /// SHA-256 of what the owner states, where another answered first.
    pub owner_hash: [u8; 32],
    pub appellant: Pubkey,
    /// Bonds and fees are base units of the stake mint.
    pub claimant_bond: u64,
    pub answer_bond: u64,
    pub appeal_bond: u64,
    /// Fee of each vote.
    pub arbiter_fee: u64,
    pub fees_paid: u64,
    /// Caps are base units of the stake mint.
    pub slash_cap_dispute: u64,
    pub slash_cap_period: u64,
    /// Seconds.
    pub slash_period: i64,
    /// Moments are Unix seconds, 0 for one that has not come.
    pub opened_at: i64,
    pub response_ends_at: i64,
    pub ruling_ends_at: i64,
    pub ruled_at: i64,
    pub appeal_ends_at: i64,
    pub appealed_at: i64,
    pub appeal_ruling_ends_at: i64,
    /// Seconds from a ruling, in which it can be appealed against.
    pub appeal_window: i64,
    /// Seconds from an appeal to the end of the second panel's vote.
    pub appeal_ruling_window: i64,
    /// The dispute can be executed from then on at the latest, Unix seconds.
    pub deadline: i64,
    /// Neighbours in the vault's list, in order of opening; zero at its ends.
    pub previous: Pubkey,
    pub next: Pubkey,
    /// Both panels as they were at opening.
    pub panels: [Panel; 2],
    pub votes: [Votes; 2],
    pub reserved: [u8; 64],
}

impl Dispute {
    pub const SPACE: usize = 8 + std::mem::size_of::<Dispute>();

    pub fn is_about(&self, kind: SubjectKind) -> bool {
        self.kind == kind as u8
    }

    /// # Errors
    /// `InvariantBroken` for a kind that this program never stored
    pub fn subject_kind(&self) -> Result<SubjectKind> {
        let known = [SubjectKind::Channel, SubjectKind::Job].into_iter().find(|kind| self.is_about(*kind));
        known.ok_or(StakeError::InvariantBroken.into())
    }

    pub fn is(&self, status: DisputeStatus) -> bool {
        self.status == status as u8
    }

    /// Whether no panel has ruled yet.
    pub fn is_before_ruling(&self) -> bool {
        self.status < DisputeStatus::Ruled as u8
    }

    /// Whether owner or backer answered, whatever came later.
    pub fn is_answered(&self) -> bool {
        self.answerer != Pubkey::default()
    }

    /// Bonds that were put in, base units.
    pub fn bonds(&self) -> Checked<u64> {
        math::sum(&[self.claimant_bond, self.answer_bond, self.appeal_bond])
    }

    /// Bonds that are still there, base units.
    pub fn bonds_left(&self) -> Checked<u64> {
        math::sub(self.bonds()?, self.fees_paid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anchor_lang::Discriminator;
    use solana_sha256_hasher::hash;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(Dispute::DISCRIMINATOR, &hash(b"account:Dispute").to_bytes()[..8]);
        assert_eq!(size_of::<Votes>(), 20);
        assert_eq!(size_of::<Dispute>(), 1440);
        assert_eq!(offset_of!(Dispute, subject), 32);
        assert_eq!(offset_of!(Dispute, claimant), 168);
        assert_eq!(offset_of!(Dispute, claim), 352);
        assert_eq!(offset_of!(Dispute, answerer), 408);
        assert_eq!(offset_of!(Dispute, opened_at), 600);
        assert_eq!(offset_of!(Dispute, previous), 680);
        assert_eq!(offset_of!(Dispute, panels), 744);
    }

    #[test]
    fn votes_are_of_members() {
        let mut votes = Votes::default();
        assert_eq!((votes.count(), votes.median()), (0, 0));
        votes.add(8, 10_000);
        votes.add(0, 0);
        assert!(votes.has(8) && votes.has(0) && !votes.has(1));
        assert_eq!((votes.count(), votes.median()), (2, 5_000));
        votes.add(3, 1);
        assert_eq!((votes.count(), votes.median()), (3, 1));
    }
}
