import assert from 'node:assert/strict';
import {
  type BatchLeaf,
  batchAddress,
  batchCancel,
  batchClaim,
  batchLeafHash,
  type LockSchedule,
  lockClaim,
  poolVaultAddress,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt, FAR, whilePaused } from '../escrow/shared';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, lamportsOf, nonCanonical, patch } from '../registry/support';
import {
  AMOUNT,
  assertBatchBooks,
  BATCH_AT,
  type BatchFixture,
  booksOf,
  grantsFor,
  linear,
  readLock,
  SPAN,
  sharedBatches,
} from './batches';

describe('timelock batch_claim', () => {
  const { onBothChains, batch, registry } = sharedBatches();
  const refused = async (on: BatchFixture, index: number, error: string) => {
    const { instruction, lock } = await on.claiming(index);
    await expectRefused(on.chain, instruction, [on.feePayer], error, [lock]);
  };
  /** A claim with another leaf than the tree has at its index, or another proof. */
  const spoilt = (on: BatchFixture, index: number, leaf: Partial<BatchLeaf>, proof = on.tree.proof(index)) =>
    on.claimOf({ ...on.tree.leaf(index), ...leaf }, proof);

  onBothChains('makes a leaf a lock of its terms, by anybody’s hand and at its expense', async (on, kind) => {
    const { chain, tree } = on;
    const stranger = await funded(chain);
    const { amount, recipient, schedule } = tree.leaf(2);
    const before = await on.readBatch();
    const { instruction, lock, tokens } = await on.claimOf(tree.leaf(2), tree.proof(2), stranger.publicKey);
    const outcome = await on.send(instruction, stranger);
    const after = await on.readBatch();
    const bitmap = Uint8Array.of(0b100);
    assertSame(after, { ...before, claimed: 1, open: before.open - amount, locked: amount, bitmap });
    assert.equal(await tokenBalance(chain, tokens), amount);
    const made = await readLock(chain, lock);
    assertSame(
      {
        ...{ creator: made.creator, funder: made.funder, recipient: made.recipient, cancel: made.cancel },
        ...{ change: made.change, topUp: made.topUp, rentPayer: made.rentPayer, mint: made.mint },
        ...{ deposited: made.deposited, stoppedAt: made.stoppedAt, tokens: made.tokens },
        ...{ id: made.id, schedule: made.schedule },
      },
      {
        ...{
          creator: on.batch,
          funder: on.batchCreator.publicKey,
          recipient,
          cancel: 'Creator',
          change: 'Recipient',
          topUp: false,
        },
        ...{ rentPayer: stranger.publicKey, mint: on.mint, deposited: amount, stoppedAt: 0n, tokens },
        ...{ id: (before.generation << 16n) | 2n, schedule },
      },
    );
    await assertBatchBooks(on, [2]);
    if (kind === 'bankrun') return;
    const [created, claimed] = eventsOf(outcome);
    assert.equal(created?.name, 'lockCreated');
    assert.equal(claimed?.name, 'batchClaimed');
    assert.ok(schedule.kind === 'Linear');
    const { kind: _, ...terms } = schedule;
    assertSame(claimed?.data, {
      ...{ batch: on.batch, generation: after.generation, index: 2, recipient, amount, locked: amount, lock },
      ...{ schedule: { linear: terms }, rentPayer: stranger.publicKey },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await batch();
      const { instruction } = await on.claiming(1);
      return { chain: on.chain, instruction, signers: [on.feePayer] };
    },
    {
      readonly: { rent_payer: 'ConstraintMut', lock: 'ConstraintMut', lock_tokens: 'ConstraintMut' },
      twice: {
        'lock_tokens as lock': 'ConstraintSeeds',
        'batch as lock_tokens': 'ConstraintSeeds',
        'vault as lock_tokens': 'ConstraintSeeds',
        'lock as lock_tokens': 'ConstraintSeeds',
        'lock_tokens as vault': 'AccountNotInitialized',
        'lock as vault': 'AccountNotInitialized',
      },
    },
  );

  it('pays out over time what was claimed, and nothing a second early', async () => {
    const on = await batch();
    const { amount, recipient } = on.tree.leaf(0);
    await on.claim(0);
    const { lock } = on.lockOf(0);
    const to = await tokenAccount(on.chain, on.mint, recipient, 0n);
    const claim = await payingOut(on, lock, recipient);
    await arriveAt(on.chain, on.begun + SPAN / 4n - 1n);
    await expectRefused(on.chain, claim, [on.feePayer], 'NothingDue', [to]);
    await arriveAt(on.chain, on.begun + SPAN);
    await on.send(claim, on.feePayer);
    assert.equal(await tokenBalance(on.chain, to), amount);
  });

  it('attack 47: LeafClaimed: makes each leaf a lock once, though its lock be closed or its accounts forged', async () => {
    const on = await batch();
    await on.claim(3);
    await refused(on, 3, 'LeafClaimed');
    const { lock, tokens } = on.lockOf(3);
    for (const at of [lock, tokens]) await on.chain.setAccount(at, null);
    await refused(on, 3, 'LeafClaimed');
    await assertBatchBooks(on, [3]);
  });

  it('LeafProofInvalid: takes no leaf that differs in anything from the tree’s', async () => {
    const on = await batch();
    const { amount, schedule } = on.tree.leaf(1);
    const later = { ...schedule, end: on.begun + SPAN - 1n } as LockSchedule;
    const changes: Partial<BatchLeaf>[] = [
      { recipient: on.feePayer.publicKey },
      { amount: amount + 1n },
      { amount: 2n ** 64n - 1n },
      { schedule: later },
      { schedule: linear(on.begun - 1_000n, amount) },
      { index: 0 },
      { index: 4 },
    ];
    for (const change of changes) {
      const { instruction } = await spoilt(on, 1, change);
      await expectRefused(on.chain, instruction, [on.feePayer], 'LeafProofInvalid', [on.batchVault]);
    }
    const [right, other] = [on.tree.proof(1), on.tree.proof(3)];
    for (const proof of [
      [],
      right.slice(1),
      [...right].reverse(),
      [...right, right[0] as Uint8Array],
      other,
    ]) {
      const { instruction } = await spoilt(on, 1, {}, proof);
      await expectRefused(on.chain, instruction, [on.feePayer], 'LeafProofInvalid', [on.batchVault]);
    }
    await on.claim(1);
  });

  it('LeafProofInvalid: takes no leaf of another batch with the same grants', async () => {
    const on = await batch();
    const grants = on.tree.leaves;
    const another = await batch({ grants: () => grants });
    const { instruction } = await on.claimOf(another.tree.leaf(1), another.tree.proof(1));
    await expectRefused(on.chain, instruction, [on.feePayer], 'LeafProofInvalid');
    await another.claim(1);
    await on.claim(1);
  });

  it('LeafProofTooLong: takes 16 hashes', async () => {
    const on = await batch();
    const { instruction } = await spoilt(on, 1, {}, Array(17).fill(new Uint8Array(32).fill(9)));
    await expectRefused(on.chain, instruction, [on.feePayer], 'LeafProofTooLong');
  });

  it('LeafIndexInvalid: marks no leaf beyond its count, though the tree has it', async () => {
    const on = await batch({ count: 4 });
    await refused(on, 4, 'LeafIndexInvalid');
    await on.claim(3);
  });

  it('BatchExhausted: leaves that are worth more than was promised take nobody else’s', async () => {
    const on = await batch({ total: 2n * AMOUNT, funding: 2n * AMOUNT });
    await on.claim(0);
    await refused(on, 1, 'BatchExhausted');
    await assertBatchBooks(on, [0]);
  });

  it('BatchNotFunded, BatchOver: pays between the last deposit and the end, to the second', async () => {
    const early = await batch({ funding: 1n });
    await refused(early, 0, 'BatchNotFunded');
    const on = await batch();
    await arriveAt(on.chain, on.batchTerms.claimUntil - 1n);
    await on.claim(0);
    await arriveAt(on.chain, on.batchTerms.claimUntil);
    await refused(on, 1, 'BatchOver');
  });

  it('a leaf that no lock can be made of is refused by what is wrong with it', async () => {
    // a tree that was not made by `BatchTree`, of one leaf: its hash is the root
    const bad: [string, Partial<BatchLeaf>][] = [
      ['AmountZero', { amount: 0n }],
      ['StartAfterEnd', { schedule: { kind: 'Linear', start: 9n, cliffAt: 9n, cliffAmount: 0n, end: 9n } }],
      [
        'ScheduleOutOfRange',
        {
          schedule: {
            kind: 'Linear',
            start: -(2n ** 63n),
            cliffAt: 0n,
            cliffAmount: 0n,
            end: 2n ** 63n - 1n,
          },
        },
      ],
      [
        'CliffAboveTotal',
        { schedule: { kind: 'Linear', start: 0n, cliffAt: 5n, cliffAmount: AMOUNT + 1n, end: 9n } },
      ],
      ['RecipientInvalid', { recipient: PublicKey.default }],
    ];
    for (const [error, change] of bad) {
      const on = await batch({ grants: (now) => grantsFor(1, now), funding: 0n });
      const leaf = { ...on.tree.leaf(0), ...change };
      await patch(on.chain, on.batch, (data) => data.set(batchLeafHash(on.batch, leaf), ROOT_AT));
      await on.fund(on.tree.total);
      const { instruction } = await on.claimOf(leaf, []);
      await expectRefused(on.chain, instruction, [on.feePayer], error);
    }
  });

  it('makes every kind of lock', async () => {
    const on = await batch({
      grants: (now) => [
        ...grantsFor(1, now),
        {
          recipient: Keypair.generate().publicKey,
          amount: 100n,
          schedule: {
            ...{ kind: 'Periodic', start: now, cliffAt: now, cliffAmount: 10n, period: 60n },
            periodAmount: 7n,
          },
        },
        {
          recipient: Keypair.generate().publicKey,
          amount: 100n,
          schedule: {
            ...{ kind: 'Milestones', amounts: [60n, 40n], approver: Keypair.generate().publicKey },
            ...{ inOrder: true, deadline: now + 500n },
          },
        },
      ],
    });
    for (const index of [0, 1, 2]) await on.claim(index);
    const kinds = await Promise.all([0, 1, 2].map((at) => readLock(on.chain, on.lockOf(at).lock)));
    assert.deepEqual(
      kinds.map(({ schedule }) => schedule),
      on.tree.leaves.map(({ schedule }) => schedule),
    );
    await assertBatchBooks(on, [0, 1, 2]);
  });

  it('a wallet may have several leaves', async () => {
    const recipient = Keypair.generate().publicKey;
    const on = await batch({ grants: (now) => grantsFor(3, now).map((grant) => ({ ...grant, recipient })) });
    for (const { index } of on.tree.leavesOf(recipient)) await on.claim(index);
    await assertBatchBooks(on, [0, 1, 2]);
  });

  it('attack 10: a batch made anew at the address makes locks of its own', async () => {
    const on = await batch();
    await on.claim(0);
    const { generation } = await on.readBatch();
    // as if made anew in a later slot, with the first one's locks still open
    await patch(on.chain, on.batch, (data) => {
      data.writeBigUInt64LE(generation + 1n, BATCH_AT.generation);
      data[BITMAP_AT] = 0;
    });
    await tokenAccount(on.chain, on.mint, on.batch, on.tree.total, { at: on.batchVault });
    const first = on.lockOf(0).lock;
    const leaf = [on.tree.leaf(0), on.tree.proof(0), on.feePayer.publicKey] as const;
    const stale = await batchClaim(on.deployment, on.batchRef, ...leaf);
    await expectRefused(on.chain, stale.instruction, [on.feePayer], 'ConstraintSeeds');
    const anew = { ...on.batchRef, generation: generation + 1n };
    const again = await batchClaim(on.deployment, anew, ...leaf);
    assert.ok(!again.lock.equals(first));
    await on.send(again.instruction);
  });

  it('attacks 5, 11: has one address for each lock, and takes it though lamports lie there', async () => {
    const on = await batch();
    const { instruction, lock, tokens } = await on.claiming(0);
    for (const name of ['lock', 'lock_tokens'] as const) {
      const other = withAccount(instruction, name, { pubkey: on.lockOf(1).lock });
      await expectRefused(on.chain, other, [on.feePayer], 'ConstraintSeeds');
    }
    const pubkey = nonCanonical([Buffer.from('lock_tokens'), lock.toBytes()], on.deployment.timelock);
    const odd = withAccount(instruction, 'lock_tokens', { pubkey });
    await expectRefused(on.chain, odd, [on.feePayer], 'ConstraintSeeds');
    for (const at of [lock, tokens]) await on.chain.airdrop(at, 900_000n);
    await on.send(instruction);
  });

  it('MintMismatch, VaultMismatch: knows its own mint and vault', async () => {
    const [on, another] = [await batch(), await batch()];
    const mint = await createMint(on.chain, on.mintAuthority.publicKey);
    const { instruction } = await on.claiming(0);
    for (const [name, pubkey, error] of [
      ['mint', mint, 'MintMismatch'],
      ['vault', another.batchVault, 'VaultMismatch'],
      ['vault', on.creatorTokens, 'VaultMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.feePayer], error);
    }
  });

  it('is open while all is paused', async () => {
    const on = await batch();
    await whilePaused(on, () => on.claim(0));
  });

  it('gives each its own cent: all leaves take exactly the total', async () => {
    const on = await batch();
    for (const { index } of on.tree.leaves) await on.claim(index);
    const { locked, open } = await on.readBatch();
    assert.deepEqual([locked, open], [on.tree.total, 0n]);
    await assertBatchBooks(on, [0, 1, 2, 3, 4]);
  });

  describe('after a cancellation', () => {
    const cancelled = async (after: bigint, options: Parameters<typeof batch>[0] = {}) => {
      const on = await batch(options);
      await on.claim(0);
      await arriveAt(on.chain, on.begun + after);
      await on.send(await batchCancel(on.deployment, on.batchRef), on.batchCreator);
      await arriveAt(on.chain, on.begun + 10n * SPAN);
      return on;
    };

    it('puts in the lock what had vested by then, all of it due, and leaves the creator the rest', async () => {
      const on = await cancelled(SPAN / 2n);
      const { amount, recipient } = on.tree.leaf(1);
      await on.claim(1);
      const cliff = amount / 4n;
      const worth = cliff + ((amount - cliff) * (SPAN / 2n)) / SPAN;
      const { free } = await on.readBatch();
      assert.equal(free, amount - worth);
      await assertBatchBooks(on, [0, 1]);
      const { lock } = on.lockOf(1);
      const made = await readLock(on.chain, lock);
      assert.deepEqual([made.deposited, made.stoppedAt], [worth, (await on.readBatch()).cancelledAt]);
      const to = await tokenAccount(on.chain, on.mint, recipient, 0n);
      const claim = await payingOut(on, lock, recipient);
      await on.send(claim, on.feePayer);
      assert.equal(await tokenBalance(on.chain, to), worth);
      // the lock made before goes on by its own terms
      assert.equal((await readLock(on.chain, on.lockOf(0).lock)).stoppedAt, 0n);
    });

    it('makes no lock of a leaf that was worth nothing then', async () => {
      const on = await cancelled(SPAN / 4n - 1n);
      const had = await lamportsOf(on.chain, on.feePayer.publicKey);
      await on.claim(2);
      assert.ok((await lamportsOf(on.chain, on.feePayer.publicKey)) > had - 50_000n, 'no rent was paid');
      const { lock, tokens } = on.lockOf(2);
      assert.deepEqual([await on.chain.getAccount(lock), await on.chain.getAccount(tokens)], [null, null]);
      assert.equal((await on.readBatch()).free, on.tree.leaf(2).amount);
      await refused(on, 2, 'LeafClaimed');
      await assertBatchBooks(on, [0, 2]);
    });

    it('at the second of the cliff, it is worth the cliff and what has passed', async () => {
      const on = await cancelled(SPAN / 4n);
      const { amount } = on.tree.leaf(1);
      await on.claim(1);
      const cliff = amount / 4n;
      const { deposited } = await readLock(on.chain, on.lockOf(1).lock);
      assert.equal(deposited, cliff + (amount - cliff) / 4n);
    });

    it('gives all of it where all had vested', async () => {
      const on = await cancelled(2n * SPAN);
      await on.claim(4);
      assert.equal((await readLock(on.chain, on.lockOf(4).lock)).deposited, on.tree.leaf(4).amount);
      assert.equal((await on.readBatch()).free, 0n);
    });
  });

  it('addresses of pools and batches never meet', () => {
    const { deployment } = registry();
    const creator = Keypair.generate().publicKey;
    assert.notDeepEqual(batchAddress(deployment, creator, FAR), poolVaultAddress(deployment, creator));
  });
});

const ROOT_AT = 8 + 160;
const BITMAP_AT = 8 + 328;

/** Pays a lock's recipient what is due, by the fee payer's hand. */
const payingOut = (
  { deployment, feePayer, mint, tokenProgram }: BatchFixture,
  lock: PublicKey,
  payee: PublicKey,
) => lockClaim(deployment, { lock, mint, tokenProgram, payee, authority: feePayer.publicKey });
