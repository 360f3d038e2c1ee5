use super::*;
use solana_sha256_hasher::hash;
use std::mem::{offset_of, size_of};

const TERMS: [u8; 32] = [1; 32];
const RESULT: [u8; 32] = [2; 32];

/// Of 100, to be accepted by 20 and delivered by 50, with 10 for the review.
fn funded() -> Job {
    let mut job: Job = bytemuck::Zeroable::zeroed();
    (job.version, job.amount, job.terms_hash) = (JOB_LAYOUT, 100, TERMS);
    (job.accept_by, job.deliver_by, job.review_window) = (20, 50, 10);
    job
}

fn accepted() -> Job {
    let mut job = funded();
    job.accept(&TERMS, 19).unwrap();
    job
}

/// At 40: the review ends at 50.
pub fn delivered() -> Job {
    let mut job = accepted();
    job.deliver(&RESULT, 40).unwrap();
    job
}

fn error<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result.unwrap_err() {
        Error::AnchorError(error) => error.error_name,
        other => other.to_string(),
    }
}

#[test]
fn layout_stays() {
    assert_eq!(Job::DISCRIMINATOR, &hash(b"account:Job").to_bytes()[..8]);
    assert_eq!(size_of::<Job>(), 536);
    assert_eq!(offset_of!(Job, id), 24);
    assert_eq!(offset_of!(Job, mandate), 40);
    assert_eq!(offset_of!(Job, terms_hash), 232);
    assert_eq!(offset_of!(Job, amount), 296);
    assert_eq!(offset_of!(Job, rated_paid), 344);
    assert_eq!(offset_of!(Job, accept_by), 360);
    assert_eq!(offset_of!(Job, ended_at), 424);
}

#[test]
fn goes_its_way_to_the_second() {
    for job in [funded(), accepted(), delivered()] {
        job.invariant().unwrap();
        assert_eq!(job.undecided(), Ok(100));
    }
    assert_eq!(error(funded().accept(&RESULT, 19)), "TermsMismatch");
    assert_eq!(error(funded().accept(&TERMS, 20)), "AcceptanceOver");
    assert_eq!(error(accepted().accept(&TERMS, 19)), "JobNotFunded");
    assert_eq!(error(funded().deliver(&RESULT, 19)), "JobNotAccepted");
    assert_eq!(error(accepted().deliver(&RESULT, 50)), "DeliveryOver");
    assert_eq!(error(accepted().deliver(&[0; 32], 49)), "HashMissing");
    assert_eq!(delivered().review_ends_at, 50);
    assert_eq!([19, 20].map(|now| funded().is_expired(now)), [false, true]);
    assert_eq!([49, 50].map(|now| accepted().is_expired(now)), [false, true]);
    assert!(!delivered().is_expired(i64::MAX));
}

#[test]
fn an_end_decides_about_every_unit() {
    for (to_agent, rest) in [(0, 100), (30, 70), (100, 0)] {
        let mut job = delivered();
        assert_eq!(job.end(JobStatus::Split, to_agent, 60), Ok(rest));
        assert_eq!((job.earned, job.returned, job.undecided()), (to_agent, rest, Ok(0)));
        job.invariant().unwrap();
    }
    assert_eq!(error(delivered().end(JobStatus::Split, 101, 60)), "MathOverflow");
}

#[test]
fn what_is_given_back_is_the_mandates() {
    let mut job = accepted();
    job.give_back(40, 30).unwrap();
    assert_eq!((job.returned, job.is(JobStatus::Accepted)), (40, true));
    job.invariant().unwrap();
    assert_eq!(error(job.give_back(0, 30)), "AmountZero");
    assert_eq!(error(job.give_back(61, 30)), "JobRefundTooHigh");
    job.give_back(60, 31).unwrap();
    assert_eq!((job.returned, job.is(JobStatus::Refunded), job.ended_at), (100, true, 31));
    job.invariant().unwrap();
    assert_eq!(error(job.give_back(1, 32)), "JobNotUnderWay");
    assert_eq!(error(funded().give_back(1, 5)), "JobNotUnderWay");

    let mut disputed = delivered();
    disputed.open_claim(100, 45).unwrap();
    disputed.give_back(100, 46).unwrap();
    assert!(disputed.is(JobStatus::Disputed));
    disputed.invariant().unwrap();
}

#[test]
fn a_right_is_used_once_and_needs_a_fee_and_an_agent_that_took_the_job_on() {
    let mut job = delivered();
    job.fee_bps = 1;
    assert_eq!(error(job.rate()), "RatingRightMissing");
    job.give_back(30, 41).unwrap();
    assert_eq!(job.rate(), Ok((0, 30)));
    job.end(JobStatus::Released, 70, 42).unwrap();
    assert_eq!(error(job.rate()), "RatingRightMissing");
    job.paid_gross = 70;
    assert_eq!(job.rate(), Ok((70, 0)));
    job.invariant().unwrap();
    assert_eq!(error(job.rate()), "RatingRightMissing");
    job.rated_paid = 71;
    assert_eq!(error(job.rate()), "MathOverflow");
    (job.rated_paid, job.rated_returned, job.fee_bps) = (0, 29, 0);
    assert_eq!(job.rate(), Ok((0, 1)));

    let mut cancelled = funded();
    cancelled.fee_bps = 1;
    cancelled.end(JobStatus::Refunded, 0, 5).unwrap();
    assert_eq!((cancelled.returned, error(cancelled.rate())), (100, "RatingRightMissing".to_string()));
}

#[test]
fn the_invariant_names_every_rule() {
    type Change = fn(&mut Job);
    let of_funded: [Change; 9] = [
        |job| job.version = 2,
        |job| job.status = 8,
        |job| job.amount = 0,
        |job| job.returned = 1,
        |job| job.accepted_at = 1,
        |job| job.deliver_by = 19,
        |job| job.result_hash = RESULT,
        |job| job.review_ends_at = 1,
        |job| job.ended_at = 1,
    ];
    let of_delivered: [Change; 8] = [
        |job| job.earned = 1,
        |job| job.returned = 101,
        |job| job.paid_gross = 1,
        |job| job.claimed = 1,
        |job| job.awarded = 1,
        |job| job.rated_paid = 1,
        |job| job.rated_returned = 1,
        |job| job.accepted_at = 0,
    ];
    let mut released = delivered();
    released.end(JobStatus::Released, 100, 60).unwrap();
    let of_released: [Change; 3] =
        [|job| job.earned = 99, |job| job.ended_at = 0, |job| job.delivered_at = 0];
    let cases = of_funded
        .iter()
        .map(|change| (funded(), change))
        .chain(of_delivered.iter().map(|change| (delivered(), change)))
        .chain(of_released.iter().map(|change| (released, change)));
    for (at, (mut job, change)) in cases.enumerate() {
        change(&mut job);
        assert_eq!(job.invariant(), Err(EscrowError::InvariantBroken.into()), "{at}");
    }
}
