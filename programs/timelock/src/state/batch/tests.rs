use std::mem::{offset_of, size_of};

use anchor_lang::Discriminator;
use solana_sha256_hasher::hash;

use super::*;
use TimelockError as E;

fn batch(count: u32, total: u64) -> Batch {
    let mut batch: Batch = bytemuck::Zeroable::zeroed();
    (batch.version, batch.count, batch.total, batch.claim_until) = (BATCH_LAYOUT, count, total, 100);
    batch.cancel = Side::Creator as u8;
    batch
}

#[test]
fn layout_stays() {
    assert_eq!(Batch::DISCRIMINATOR, &hash(b"account:Batch").to_bytes()[..8]);
    assert_eq!(size_of::<Batch>(), 328);
    assert_eq!(offset_of!(Batch, count), 8);
    assert_eq!(offset_of!(Batch, creator), 32);
    assert_eq!(offset_of!(Batch, root), 160);
    assert_eq!(offset_of!(Batch, open), 208);
    assert_eq!(offset_of!(Batch, claim_until), 240);
    assert_eq!(Batch::space(1), Batch::HEAD + 1);
    assert_eq!(Batch::space(10_000), Batch::HEAD + 1_250);
    // made by CPI, which allocates no more
    assert!(Batch::space(MAX_BATCH) <= 10_240);
}

#[test]
fn nothing_is_claimed_before_all_is_there() {
    let mut batch = batch(2, 100);
    batch.fund(99, 0).unwrap();
    assert_eq!(batch.require_claimable(0), Err(E::BatchNotFunded.into()));
    assert_eq!(batch.stop(0), Err(E::BatchNotFunded.into()));
    assert_eq!(batch.fund(2, 0), Err(E::BatchOverfunded.into()));
    assert_eq!(batch.fund(u64::MAX, 0), Err(E::MathOverflow.into()));
    batch.fund(1, 99).unwrap();
    batch.require_claimable(99).unwrap();
    assert_eq!(batch.require_claimable(100), Err(E::BatchOver.into()));
    assert_eq!(batch.fund(1, 100), Err(E::BatchOver.into()));
    batch.invariant().unwrap();
    batch.covered_by(100).unwrap();
    assert_eq!(batch.covered_by(99), Err(E::InvariantBroken.into()));
}

#[test]
fn a_cancelled_batch_gives_the_difference_back() {
    let mut batch = batch(3, 100);
    batch.fund(100, 0).unwrap();
    for side in [Side::Nobody, Side::Recipient] {
        batch.cancel = side as u8;
        assert_eq!(batch.stop(1), Err(E::CancelNotAllowed.into()));
    }
    batch.cancel = Side::Either as u8;
    assert_eq!(batch.withdraw(1), Err(E::NothingFree.into()));
    batch.take(40, 40).unwrap();
    batch.stop(50).unwrap();
    assert_eq!(batch.stop(51), Err(E::BatchCancelled.into()));
    batch.take(30, 10).unwrap();
    batch.invariant().unwrap();
    assert_eq!((batch.open, batch.locked, batch.free), (30, 50, 20));
    assert_eq!(batch.withdraw(60), Ok(20));
    batch.invariant().unwrap();
    // leaves that are worth more than was promised take nothing of the others
    assert_eq!(batch.take(31, 31), Err(E::BatchExhausted.into()));
    assert_eq!(batch.withdraw(99), Err(E::NothingFree.into()));
    assert_eq!(batch.withdraw(100), Ok(30));
    batch.invariant().unwrap();
    assert_eq!((batch.deposited, batch.locked, batch.returned, batch.open), (100, 50, 50, 0));
}

#[test]
fn it_is_over_with_the_last_leaf() {
    let mut batch = batch(1, 10);
    batch.fund(10, 0).unwrap();
    batch.take(9, 9).unwrap();
    assert!(batch.is_over(1));
    assert_eq!(batch.stop(1), Err(E::BatchOver.into()));
    // what no leaf was worth
    assert_eq!(batch.withdraw(1), Ok(1));
    batch.invariant().unwrap();
}

#[test]
fn a_leaf_is_marked_once_and_alone() {
    let count = 19;
    let mut bitmap = vec![0_u8; 3];
    for index in (0..count).rev() {
        let before = bitmap.clone();
        mark(&mut bitmap, index, count).unwrap();
        let changed: u32 = before.iter().zip(&bitmap).map(|(a, b)| (a ^ b).count_ones()).sum();
        assert_eq!(changed, 1, "{index}");
        assert_eq!(mark(&mut bitmap, index, count), Err(E::LeafClaimed.into()));
    }
    assert_eq!(bitmap, [0xff, 0xff, 0b111]);
    for index in [count, count + 5, u32::MAX] {
        assert_eq!(mark(&mut bitmap, index, count), Err(E::LeafIndexInvalid.into()));
    }
}

#[test]
fn lock_ids_of_two_generations_differ() {
    let mut batch = batch(MAX_BATCH, 1);
    batch.generation = 5;
    let last = batch.lock_id(MAX_BATCH - 1).unwrap();
    batch.generation = 6;
    assert!(last < batch.lock_id(0).unwrap());
    assert_eq!(batch.lock_id(1 << LOCK_INDEX_BITS), Err(E::MathOverflow.into()));
    batch.generation = 1 << 48;
    assert_eq!(batch.lock_id(0), Err(E::MathOverflow.into()));
}

#[test]
fn sides_are_read_as_they_were_stored() {
    let mut batch = batch(1, 1);
    for side in [Side::Nobody, Side::Creator, Side::Recipient, Side::Either] {
        (batch.cancel, batch.change) = (side as u8, Side::Nobody as u8);
        assert_eq!(batch.sides(), Ok((side, Side::Nobody)));
    }
    batch.change = 4;
    assert_eq!(batch.sides(), Err(E::InvariantBroken.into()));
}
