use super::*;
use crate::state::opened;

const CLAIMANT: Pubkey = Pubkey::new_from_array([1; 32]);
const ANSWERER: Pubkey = Pubkey::new_from_array([2; 32]);
const BACKER: Pubkey = Pubkey::new_from_array([3; 32]);

/// A dispute of which 20 of fees are paid, out of bonds of 50, 50 and 100.
fn ruled(answered: bool, appellant: Option<Pubkey>, award_bps: u16) -> Dispute {
    let mut dispute = opened();
    (dispute.status, dispute.fees_paid) = (DisputeStatus::Ruled as u8, 20);
    dispute.awards[0] = award_bps;
    dispute.cited_calls = 10;
    if answered {
        (dispute.answerer, dispute.answer_bond) = (ANSWERER, 50);
    }
    if let Some(appellant) = appellant {
        (dispute.appellant, dispute.appeal_bond) = (appellant, 100);
        dispute.status = DisputeStatus::Appealed as u8;
    }
    dispute
}

fn split(dispute: &Dispute, end: DisputeEnd) -> (u64, u64, u64) {
    let Bonds { claimant, answerer, appellant } = end.bonds(dispute).unwrap();
    if end.is_ruled() {
        assert_eq!(claimant + answerer + appellant, dispute.bonds_left().unwrap());
    }
    (claimant, answerer, appellant)
}

#[test]
fn ends_are_told_from_the_state_and_the_clock() {
    let mut dispute = opened();
    assert_eq!(DisputeEnd::reached(&dispute, 129), None);
    assert_eq!(DisputeEnd::reached(&dispute, 130), Some(DisputeEnd::SilenceUnanswered));
    dispute.status = DisputeStatus::Answered as u8;
    dispute.answerer = ANSWERER;
    assert_eq!(DisputeEnd::reached(&dispute, 129), None);
    assert_eq!(DisputeEnd::reached(&dispute, 130), Some(DisputeEnd::SilenceAnswered));
    dispute.status = DisputeStatus::Ruled as u8;
    dispute.appeal_ends_at = 150;
    assert_eq!(DisputeEnd::reached(&dispute, 149), None);
    assert_eq!(DisputeEnd::reached(&dispute, 150), Some(DisputeEnd::Ruling));
    dispute.status = DisputeStatus::Appealed as u8;
    (dispute.appealed_at, dispute.appeal_ruling_ends_at) = (140, 180);
    assert_eq!(DisputeEnd::reached(&dispute, 179), None);
    assert_eq!(DisputeEnd::reached(&dispute, 180), Some(DisputeEnd::Ruling));
    dispute.status = DisputeStatus::Final as u8;
    assert_eq!(DisputeEnd::reached(&dispute, 141), Some(DisputeEnd::AppealRuling));
}

#[test]
fn a_loss_is_the_award_as_far_as_calls_were_cited() {
    let mut dispute = ruled(true, None, 3_333);
    assert_eq!(DisputeEnd::Ruling.loss(&dispute), Ok(333));
    dispute.awards = [10_000, 5_001];
    assert_eq!(DisputeEnd::Ruling.loss(&dispute), Ok(1_000));
    assert_eq!(DisputeEnd::AppealRuling.loss(&dispute), Ok(500));
    assert_eq!(DisputeEnd::SilenceUnanswered.loss(&dispute), Ok(1_000));
    for untouched in [DisputeEnd::SilenceAnswered, DisputeEnd::Withdrawn] {
        assert_eq!(untouched.loss(&dispute), Ok(0));
    }
    dispute.cited_calls = 3;
    assert_eq!(DisputeEnd::Ruling.loss(&dispute), Ok(300));
    dispute.cited_calls = 0;
    assert_eq!(DisputeEnd::Ruling.loss(&dispute), Ok(0));
    (dispute.cited_calls, dispute.per_call_max) = (u32::MAX, u64::MAX);
    assert_eq!(DisputeEnd::Ruling.loss(&dispute), Ok(1_000));
}

#[test]
fn bonds_follow_the_award_and_who_put_them_in() {
    let by = DisputeEnd::Ruling;
    // nobody but the claimant put in anything: the rest is the owner's
    assert_eq!(split(&ruled(false, None, 10_000), by), (30, 0, 0));
    assert_eq!(split(&ruled(false, None, 3_333), by), (9, 21, 0));
    assert_eq!(split(&ruled(true, None, 5_000), by), (40, 40, 0));
    assert_eq!(split(&ruled(true, None, 0), by), (0, 80, 0));
    // the appellant's bond follows its side
    assert_eq!(split(&ruled(true, Some(CLAIMANT), 10_000), by), (180, 0, 0));
    assert_eq!(split(&ruled(true, Some(CLAIMANT), 0), by), (0, 180, 0));
    assert_eq!(split(&ruled(true, Some(ANSWERER), 0), by), (0, 180, 0));
    assert_eq!(split(&ruled(true, Some(BACKER), 0), by), (0, 60, 120));
    assert_eq!(split(&ruled(true, Some(BACKER), 5_000), by), (90, 30, 60));
    assert_eq!(split(&ruled(false, Some(BACKER), 0), by), (0, 0, 130));
    let mut reversed = ruled(true, Some(ANSWERER), 10_000);
    assert_eq!(split(&reversed, DisputeEnd::AppealRuling), (0, 180, 0));
    reversed.awards[1] = 2_500;
    assert_eq!(split(&reversed, DisputeEnd::AppealRuling), (45, 135, 0));
}

#[test]
fn without_a_ruling_each_has_its_own_back() {
    for (answered, end) in [
        (true, DisputeEnd::SilenceAnswered),
        (true, DisputeEnd::Withdrawn),
        (false, DisputeEnd::Withdrawn),
        (false, DisputeEnd::SilenceUnanswered),
    ] {
        let mut dispute = ruled(answered, None, 0);
        dispute.status = DisputeStatus::Open as u8;
        dispute.fees_paid = 10;
        let expected = (40, if answered { 50 } else { 0 }, 0);
        assert_eq!(split(&dispute, end), expected, "{end:?}");
    }
}

#[test]
fn a_slash_and_its_penalty_stay_within_both_caps() {
    let dispute = opened();
    let mut vault: StakeVault = bytemuck::Zeroable::zeroed();
    for (slashed_in_period, shortfall, expected) in [
        (0, 0, (0, 0)),
        (0, 500, (500, 50)),
        (0, 950, (950, 50)),
        (0, 1_000, (1_000, 0)),
        (0, 1_001, (1_000, 0)),
        (4_500, 400, (400, 40)),
        (4_500, 480, (480, 20)),
        (4_500, 900, (500, 0)),
        (5_000, 900, (0, 0)),
        (5_001, 900, (0, 0)),
        (0, 9, (9, 0)),
    ] {
        vault.slashed_in_period = slashed_in_period;
        let due = dispute.slash_due(&vault, shortfall);
        assert_eq!(due, Ok(expected), "{slashed_in_period} {shortfall}");
    }
}

#[test]
fn a_period_lasts_to_its_end() {
    let dispute = opened();
    let mut vault: StakeVault = bytemuck::Zeroable::zeroed();
    (vault.period_started_at, vault.slashed_in_period) = (1_000, 7);
    dispute.roll_period(&mut vault, 1_059).unwrap();
    assert_eq!((vault.period_started_at, vault.slashed_in_period), (1_000, 7));
    dispute.roll_period(&mut vault, 1_060).unwrap();
    assert_eq!((vault.period_started_at, vault.slashed_in_period), (1_060, 0));
}
