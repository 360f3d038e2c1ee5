use std::mem::{offset_of, size_of};

use anchor_lang::Discriminator;
use solana_sha256_hasher::hash;

use super::super::member::{Eviction, Membership, ACTIVE};
use super::*;
use TimelockError as E;

const AMOUNT: u64 = 10;

fn pool(mode: PoolMode) -> IncomePool {
    let mut pool: IncomePool = bytemuck::Zeroable::zeroed();
    (pool.version, pool.mode, pool.max_members) = (POOL_LAYOUT, mode as u8, 3);
    (pool.amount, pool.epoch_length, pool.first_epoch_at, pool.grace) = (AMOUNT, 100, 1_000, 50);
    pool
}

fn fund(pool: &mut IncomePool, amount: u64) {
    pool.funded += amount;
    pool.free += amount;
}

fn join(pool: &mut IncomePool) -> Membership {
    pool.admit().unwrap();
    let mut member: Membership = bytemuck::Zeroable::zeroed();
    (member.version, member.next, member.until) = (MEMBER_LAYOUT, pool.epochs, ACTIVE);
    member.invariant(pool).unwrap();
    member
}

#[test]
fn layouts_stay() {
    assert_eq!(IncomePool::DISCRIMINATOR, &hash(b"account:IncomePool").to_bytes()[..8]);
    assert_eq!(size_of::<IncomePool>(), 352);
    assert_eq!(offset_of!(IncomePool, id), 16);
    assert_eq!(offset_of!(IncomePool, creator), 32);
    assert_eq!(offset_of!(IncomePool, amount), 192);
    assert_eq!(offset_of!(IncomePool, funded), 240);
    assert_eq!(offset_of!(IncomePool, stopped_at), 280);
    assert_eq!(Membership::DISCRIMINATOR, &hash(b"account:Membership").to_bytes()[..8]);
    assert_eq!(size_of::<Membership>(), 208);
    assert_eq!(offset_of!(Membership, pool), 8);
    assert_eq!(offset_of!(Membership, wallet), 40);
    assert_eq!(offset_of!(Membership, next), 136);
    assert_eq!(offset_of!(Membership, suspended_at), 168);
}

#[test]
fn an_epoch_opens_once_in_its_span_and_where_it_is_paid_for() {
    let mut pool = pool(PoolMode::Accrue);
    fund(&mut pool, 25);
    assert_eq!(pool.open_epoch(999), Err(E::EpochNotDue.into()));
    assert_eq!(pool.open_epoch(1_000), Err(E::PoolEmpty.into()));
    let (_a, _b) = (join(&mut pool), join(&mut pool));
    pool.open_epoch(1_000).unwrap();
    assert_eq!((pool.free, pool.owed, pool.epochs, pool.epoch_ends_at), (5, 20, 1, 1_100));
    assert_eq!(pool.open_epoch(1_099), Err(E::EpochNotDue.into()));
    assert_eq!(pool.open_epoch(1_100), Err(E::EpochNotFunded.into()));
    fund(&mut pool, 35);
    // two spans went by, and are not made up for
    pool.open_epoch(1_399).unwrap();
    assert_eq!((pool.free, pool.owed, pool.epochs, pool.epoch_ends_at), (20, 40, 2, 1_400));
    pool.open_epoch(1_400).unwrap();
    assert_eq!((pool.free, pool.epoch_ends_at), (0, 1_500));
    pool.invariant().unwrap();
    pool.stopped_at = 1_500;
    assert_eq!(pool.open_epoch(1_500), Err(E::PoolStopped.into()));
}

#[test]
fn who_joins_later_has_no_part_in_what_is_open() {
    let mut pool = pool(PoolMode::Accrue);
    fund(&mut pool, 100);
    let mut early = join(&mut pool);
    pool.open_epoch(1_000).unwrap();
    let mut late = join(&mut pool);
    assert_eq!(late.claim(&mut pool, 1_000), Err(E::NothingDue.into()));
    assert_eq!(early.claim(&mut pool, 1_000), Ok(AMOUNT));
    assert_eq!(early.claim(&mut pool, 1_000), Err(E::NothingDue.into()));
    pool.open_epoch(1_100).unwrap();
    pool.open_epoch(1_200).unwrap();
    assert_eq!(late.claim(&mut pool, 9_999), Ok(2 * AMOUNT));
    assert_eq!(early.claim(&mut pool, 9_999), Ok(2 * AMOUNT));
    assert_eq!((pool.owed, pool.paid, pool.free), (0, 5 * AMOUNT, 50));
    pool.invariant().unwrap();
}

#[test]
fn what_expires_is_free_at_the_second_the_epoch_ends() {
    let mut pool = pool(PoolMode::Expire);
    fund(&mut pool, 100);
    let (mut a, mut b) = (join(&mut pool), join(&mut pool));
    pool.open_epoch(1_050).unwrap();
    assert_eq!(a.claim(&mut pool, 1_099), Ok(AMOUNT));
    pool.roll(1_099).unwrap();
    assert_eq!((b.due(&pool, 1_099).unwrap(), pool.owed), (AMOUNT, AMOUNT));
    pool.roll(1_100).unwrap();
    assert_eq!((b.due(&pool, 1_100).unwrap(), pool.owed, pool.free), (0, 0, 90));
    assert_eq!(b.claim(&mut pool, 1_100), Err(E::NothingDue.into()));
    pool.open_epoch(1_100).unwrap();
    assert_eq!(b.claim(&mut pool, 1_100), Ok(AMOUNT));
    assert_eq!(a.claim(&mut pool, 1_100), Ok(AMOUNT));
    pool.invariant().unwrap();
}

#[test]
fn a_member_is_suspended_before_it_loses_anything() {
    let mut pool = pool(PoolMode::Accrue);
    fund(&mut pool, 100);
    let (mut a, mut b) = (join(&mut pool), join(&mut pool));
    pool.open_epoch(1_000).unwrap();
    assert_eq!(a.evict(&mut pool, true, 1_001), Err(E::StillAttested.into()));
    assert_eq!(a.evict(&mut pool, false, 1_001), Ok(Eviction::Suspended));
    a.invariant(&pool).unwrap();
    assert_eq!((pool.members, pool.records), (1, 2));
    pool.open_epoch(1_100).unwrap();
    assert_eq!(a.due(&pool, 1_100).unwrap(), AMOUNT, "no part in the epoch after");
    assert_eq!(a.evict(&mut pool, false, 1_050), Err(E::GraceNotOver.into()));
    assert_eq!(a.evict(&mut pool, true, 1_051), Err(E::ClaimFirst.into()));
    let mut again = a;
    assert_eq!(again.claim(&mut pool.clone(), 1_051), Ok(AMOUNT));
    assert_eq!(a.evict(&mut pool, false, 1_051), Ok(Eviction::Ended(AMOUNT)));
    assert_eq!((pool.members, pool.records, pool.owed, pool.free), (1, 1, 2 * AMOUNT, 80));
    assert_eq!(b.claim(&mut pool, 1_101), Ok(2 * AMOUNT));
    assert_eq!(b.evict(&mut pool, false, 1_101), Ok(Eviction::Ended(0)));
    assert_eq!((pool.members, pool.records, pool.owed), (0, 0, 0));
    pool.invariant().unwrap();
}

#[test]
fn without_grace_it_ends_at_once() {
    let mut pool = pool(PoolMode::Accrue);
    pool.grace = 0;
    fund(&mut pool, 100);
    let mut member = join(&mut pool);
    pool.open_epoch(1_000).unwrap();
    assert_eq!(member.evict(&mut pool, false, 1_000), Ok(Eviction::Ended(AMOUNT)));
    assert_eq!((pool.free, pool.owed), (100, 0));
    pool.invariant().unwrap();
}

#[test]
fn who_leaves_claims_first_or_gives_it_up() {
    let mut pool = pool(PoolMode::Accrue);
    fund(&mut pool, 100);
    let (mut a, mut b) = (join(&mut pool), join(&mut pool));
    pool.open_epoch(1_000).unwrap();
    assert_eq!(a.leave(&mut pool, false, 1_000), Err(E::ClaimFirst.into()));
    assert_eq!(a.leave(&mut pool, true, 1_000), Ok(AMOUNT));
    assert_eq!((pool.free, pool.owed, pool.members, pool.records), (90, 10, 1, 1));
    b.claim(&mut pool, 1_000).unwrap();
    assert_eq!(b.leave(&mut pool, false, 1_000), Ok(0));
    pool.invariant().unwrap();
    // who joins again begins with the next epoch
    let mut again = join(&mut pool);
    assert_eq!(again.claim(&mut pool, 1_000), Err(E::NothingDue.into()));
}

#[test]
fn a_stopped_pool_pays_what_it_owes_and_empties() {
    let mut pool = pool(PoolMode::Accrue);
    fund(&mut pool, 100);
    let mut member = join(&mut pool);
    pool.open_epoch(1_000).unwrap();
    pool.stopped_at = 1_001;
    assert_eq!(pool.admit(), Err(E::PoolStopped.into()));
    assert_eq!(member.evict(&mut pool, true, 1_001), Err(E::StillAttested.into()));
    assert_eq!(member.claim(&mut pool, 1_001), Ok(AMOUNT));
    assert_eq!(member.evict(&mut pool, true, 1_001), Ok(Eviction::Ended(0)));
    assert_eq!((pool.records, pool.owed, pool.free), (0, 0, 90));
    pool.invariant().unwrap();
}

#[test]
fn takes_no_more_members_than_it_may() {
    let mut pool = pool(PoolMode::Accrue);
    for _ in 0..3 {
        join(&mut pool);
    }
    assert_eq!(pool.admit(), Err(E::PoolFull.into()));
    pool.invariant().unwrap();
}

#[test]
fn spans_at_the_edges_of_time() {
    let mut pool = pool(PoolMode::Accrue);
    assert_eq!(pool.span_end(1_000), Ok(1_100));
    assert_eq!(pool.span_end(1_099), Ok(1_100));
    assert_eq!(pool.span_end(i64::MAX), Err(E::MathOverflow.into()));
    pool.first_epoch_at = i64::MIN;
    assert_eq!(pool.span_end(i64::MAX), Err(E::MathOverflow.into()));
    pool.epoch_length = 0;
    assert_eq!(pool.span_end(0), Err(E::MathOverflow.into()));
}

/// Random steps of three members against a plain count of epochs: who was paid what, and that the books agree.
#[test]
fn books_agree_with_a_count_by_hand() {
    for seed in 1..400_u64 {
        let mode = if seed % 2 == 0 { PoolMode::Accrue } else { PoolMode::Expire };
        let mut pool = pool(mode);
        let mut state = seed;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut members: [Option<Membership>; 3] = [None; 3];
        // by hand: the epochs each member has coming
        let mut coming: [Vec<u64>; 3] = Default::default();
        let mut now = 990_i64;
        for _ in 0..200 {
            now += random(60) as i64;
            pool.roll(now).unwrap();
            if mode == PoolMode::Expire && now >= pool.epoch_ends_at {
                coming.iter_mut().for_each(Vec::clear);
            }
            let who = random(3) as usize;
            match random(6) {
                0 => fund(&mut pool, random(40)),
                1 if members[who].is_none() => members[who] = Some(join(&mut pool)),
                2 => {
                    let opened = pool.open_epoch(now).is_ok();
                    for (member, epochs) in members.iter().zip(&mut coming) {
                        if opened && member.is_some_and(|member| member.is_active()) {
                            epochs.push(pool.epochs);
                        }
                    }
                }
                3 => {
                    if let Some(member) = &mut members[who] {
                        let expected = coming[who].len() as u64 * AMOUNT;
                        let paid = member.claim(&mut pool, now).unwrap_or(0);
                        assert_eq!(paid, expected, "seed {seed}");
                        coming[who].clear();
                    }
                }
                4 => {
                    if let Some(member) = &mut members[who] {
                        let ended = member.evict(&mut pool, random(2) == 0, now);
                        if let Ok(Eviction::Ended(lost)) = ended {
                            assert_eq!(lost, coming[who].len() as u64 * AMOUNT, "seed {seed}");
                            (members[who], coming[who]) = (None, vec![]);
                        }
                    }
                }
                5 => {
                    if let Some(member) = &mut members[who] {
                        if member.leave(&mut pool, random(2) == 0, now).is_ok() {
                            (members[who], coming[who]) = (None, vec![]);
                        }
                    }
                }
                _ => {}
            }
            pool.invariant().unwrap();
            let owed: u64 = coming.iter().map(|epochs| epochs.len() as u64 * AMOUNT).sum();
            assert_eq!(pool.owed, owed, "seed {seed}");
            members.iter().flatten().for_each(|member| member.invariant(&pool).unwrap());
        }
    }
}
