use super::*;

const TOTAL: u64 = 1_000;

fn linear() -> ScheduleTerms {
    ScheduleTerms::Linear { start: 100, cliff_at: 150, cliff_amount: 100, end: 200 }
}

fn periodic() -> ScheduleTerms {
    ScheduleTerms::Periodic { start: 100, cliff_at: 125, cliff_amount: 100, period: 10, period_amount: 250 }
}

fn milestones(amounts: &[u64]) -> ScheduleTerms {
    let approver = Pubkey::new_from_array([7; 32]);
    ScheduleTerms::Milestones { amounts: amounts.to_vec(), approver, in_order: true, deadline: 200 }
}

fn released(terms: &ScheduleTerms, at: i64) -> u64 {
    terms.checked(TOTAL).unwrap().released(TOTAL, 0, at).unwrap()
}

#[test]
fn linear_releases_nothing_before_its_cliff_and_all_at_its_end() {
    let by_time =
        [(i64::MIN, 0), (149, 0), (150, 550), (151, 559), (199, 991), (200, 1_000), (i64::MAX, 1_000)];
    for (at, expected) in by_time {
        assert_eq!(released(&linear(), at), expected, "at {at}");
    }
    assert_eq!(linear().checked(TOTAL).unwrap().ends_at(TOTAL), Ok(200));
}

#[test]
fn a_cliff_alone_is_a_schedule() {
    let all = ScheduleTerms::Linear { start: 100, cliff_at: 200, cliff_amount: TOTAL, end: 200 };
    assert_eq!((released(&all, 199), released(&all, 200)), (0, TOTAL));
    let at_start = ScheduleTerms::Linear { start: 100, cliff_at: 100, cliff_amount: 0, end: 1_100 };
    assert_eq!([99, 100, 101, 1_099, 1_100].map(|at| released(&at_start, at)), [0, 0, 1, 999, 1_000]);
}

#[test]
fn periodic_releases_by_whole_periods_the_last_with_the_rest() {
    for (at, expected) in
        [(124, 0), (125, 600), (129, 600), (130, 850), (139, 850), (140, 1_000), (i64::MAX, 1_000)]
    {
        assert_eq!(released(&periodic(), at), expected, "at {at}");
    }
    let schedule = periodic().checked(TOTAL).unwrap();
    assert_eq!(schedule.ends_at(TOTAL), Ok(140));
    // a cliff behind the last period is the end
    let late =
        ScheduleTerms::Periodic { start: 0, cliff_at: 10, cliff_amount: 0, period: 1, period_amount: TOTAL };
    assert_eq!(late.checked(TOTAL).unwrap().ends_at(TOTAL), Ok(10));
    assert_eq!((released(&late, 9), released(&late, 10)), (0, TOTAL));
}

#[test]
fn milestones_release_what_is_approved_whenever_it_is() {
    let schedule = milestones(&[500, 300, 200]).checked(TOTAL).unwrap();
    for (approved, expected) in [(0, 0), (1, 500), (2, 300), (5, 700), (7, TOTAL)] {
        assert_eq!(schedule.released(TOTAL, approved, 0), Ok(expected));
        assert_eq!(schedule.released(TOTAL, approved, i64::MAX), Ok(expected));
    }
    assert_eq!(schedule.all_milestones(), 7);
    assert_eq!(milestones(&[125; 8]).checked(TOTAL).unwrap().all_milestones(), u8::MAX);
    assert_eq!(linear().checked(TOTAL).unwrap().all_milestones(), 0);
}

#[test]
fn never_falls_never_exceeds_and_more_never_releases_less() {
    let odd = ScheduleTerms::Linear { start: 0, cliff_at: 3, cliff_amount: 1, end: 97 };
    let steps =
        ScheduleTerms::Periodic { start: 0, cliff_at: 3, cliff_amount: 1, period: 7, period_amount: 11 };
    for terms in [linear(), periodic(), odd, steps] {
        for total in [100, 101, 113, 999, u64::MAX / 2, u64::MAX] {
            let Ok(schedule) = terms.checked(total) else { continue };
            let mut before = 0;
            for at in 0..1_000 {
                let now = schedule.released(total, 0, at).unwrap();
                assert!(before <= now && now <= total, "{terms:?} of {total} at {at}");
                if let Some(more) = total.checked_add(13) {
                    assert!(schedule.released(more, 0, at).unwrap() >= now, "{terms:?} of {more} at {at}");
                }
                before = now;
            }
            let end = schedule.ends_at(total).unwrap();
            assert_eq!(schedule.released(total, 0, end), Ok(total));
            // where all of it comes with the cliff nothing is left for the end
            let early = schedule.released(total, 0, end - 1).unwrap() < total;
            assert!(early || total == schedule.cliff_amount, "{terms:?} of {total}");
        }
    }
}

#[test]
fn terms_survive_their_storage() {
    for terms in [linear(), periodic(), milestones(&[999, 1])] {
        assert_eq!(terms.checked(TOTAL).unwrap().terms(), Ok(terms));
    }
}

#[test]
fn each_flaw_has_its_name() {
    use TimelockError::*;
    let linear =
        |start, cliff_at, cliff_amount, end| ScheduleTerms::Linear { start, cliff_at, cliff_amount, end };
    let periodic = |start, cliff_at, cliff_amount, period, period_amount| ScheduleTerms::Periodic {
        start,
        cliff_at,
        cliff_amount,
        period,
        period_amount,
    };
    for (terms, error) in [
        (linear(5, 5, 0, 5), StartAfterEnd),
        (linear(i64::MAX, 5, 0, i64::MIN), StartAfterEnd),
        (linear(5, 4, 0, 6), CliffOutsideSchedule),
        (linear(5, 7, 0, 6), CliffOutsideSchedule),
        (linear(5, 5, TOTAL + 1, 6), CliffAboveTotal),
        (linear(-1, 5, 0, 6), ScheduleOutOfRange),
        (linear(0, 5, 0, END_OF_TIME + 1), ScheduleOutOfRange),
        (linear(0, 5, 0, i64::MAX), ScheduleOutOfRange),
        (periodic(5, 5, 0, 0, 1), PeriodInvalid),
        (periodic(5, 5, 0, i64::MIN, 1), PeriodInvalid),
        (periodic(5, 5, 0, 1, 0), PeriodInvalid),
        (periodic(5, 4, 0, 1, 1), CliffOutsideSchedule),
        (periodic(5, 5, u64::MAX, 1, 1), CliffAboveTotal),
        (periodic(5, 5, 0, i64::MAX, 1), ScheduleOutOfRange),
        (periodic(i64::MAX, i64::MAX, 0, 1, 1), ScheduleOutOfRange),
        (periodic(0, END_OF_TIME + 1, 0, 1, 1), ScheduleOutOfRange),
        (milestones(&[]), MilestonesInvalid),
        (milestones(&[0, TOTAL]), MilestonesInvalid),
        (milestones(&[1; 9]), MilestonesInvalid),
        (milestones(&[TOTAL - 1]), MilestoneSumMismatch),
        (milestones(&[u64::MAX, 1]), MathOverflow),
    ] {
        assert_eq!(terms.checked(TOTAL), Err(error), "{terms:?}");
    }
    let nobody = ScheduleTerms::Milestones {
        amounts: vec![TOTAL],
        approver: Pubkey::default(),
        in_order: false,
        deadline: 5,
    };
    assert_eq!(nobody.checked(TOTAL), Err(ApproverInvalid));
    let negative = ScheduleTerms::Milestones {
        amounts: vec![TOTAL],
        approver: Pubkey::new_from_array([7; 32]),
        in_order: false,
        deadline: -5,
    };
    assert!(negative.checked(TOTAL).is_err());
}
