import assert from 'node:assert/strict';
import { batchCancel, batchClose, batchWithdraw } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, lamportsOf, patch } from '../registry/support';
import { assertBatchBooks, BATCH_AT, type BatchFixture, booksOf, SPAN, sharedBatches } from './batches';

const cancelling = (on: BatchFixture) => batchCancel(on.deployment, on.batchRef);
const cancel = async (on: BatchFixture) => on.send(await cancelling(on), on.batchCreator);
const withdrawing = (on: BatchFixture) => batchWithdraw(on.deployment, on.batchRef);
const withdraw = async (on: BatchFixture) => on.send(await withdrawing(on), on.batchCreator);
const closing = (on: BatchFixture) => batchClose(on.deployment, on.batchRef);
const close = async (on: BatchFixture) => on.send(await closing(on), on.batchCreator);

describe('timelock batch_cancel', () => {
  const { onBothChains, batch } = sharedBatches();
  const refused = async (on: BatchFixture, error: string) =>
    expectRefused(on.chain, await cancelling(on), [on.batchCreator], error);

  onBothChains(
    'fixes the time of the leaves that nobody has claimed, and moves no money',
    async (on, kind) => {
      await on.claim(0);
      const before = await on.readBatch();
      const outcome = await cancel(on);
      const [after, cancelledAt] = [await on.readBatch(), await on.chain.unixTime()];
      assertSame(after, { ...before, cancelledAt });
      await assertBatchBooks(on, [0]);
      assertRecorded(kind, outcome, 'batchCancelled', {
        ...{ batch: on.batch, generation: after.generation, creator: on.batchCreator.publicKey },
        ...{ cancelledAt, books: booksOf(after) },
      });
    },
  );

  refusesForgeries(async () => {
    const on = await batch();
    return { chain: on.chain, instruction: await cancelling(on), signers: [on.batchCreator] };
  });

  it('CancelNotAllowed: is for a creator who may cancel the locks', async () => {
    for (const side of ['Nobody', 'Recipient'] as const) {
      await refused(await batch({ cancel: side }), 'CancelNotAllowed');
    }
    for (const side of ['Creator', 'Either'] as const) await cancel(await batch({ cancel: side }));
  });

  it('BatchCancelled: is done once', async () => {
    const on = await batch();
    await cancel(on);
    const { cancelledAt } = await on.readBatch();
    await arriveAt(on.chain, cancelledAt + 10n);
    await refused(on, 'BatchCancelled');
  });

  it('BatchNotFunded, BatchOver: is for a batch that is live', async () => {
    await refused(await batch({ funding: 1n }), 'BatchNotFunded');
    const all = await batch();
    for (const { index } of all.tree.leaves) await all.claim(index);
    await refused(all, 'BatchOver');
    const late = await batch();
    await arriveAt(late.chain, late.batchTerms.claimUntil);
    await refused(late, 'BatchOver');
  });

  it('NotCreator: is for the creator alone', async () => {
    const on = await batch();
    for (const signer of [await funded(on.chain), on.admin]) {
      const spoilt = withAccount(await cancelling(on), 'creator', { pubkey: signer.publicKey });
      await expectRefused(on.chain, spoilt, [signer], 'NotCreator');
    }
  });

  it('is open while all is paused', async () => {
    const on = await batch();
    await whilePaused(on, () => cancel(on));
  });
});

describe('timelock batch_withdraw', () => {
  const { onBothChains, batch } = sharedBatches();
  const refused = async (on: BatchFixture, error: string) =>
    expectRefused(on.chain, await withdrawing(on), [on.batchCreator], error, [on.batchVault]);
  /** Cancelled in the middle of its schedules, and a leaf claimed after that. */
  const cancelled = async () => {
    const on = await batch();
    await arriveAt(on.chain, on.begun + SPAN / 2n);
    await cancel(on);
    await on.claim(1);
    return on;
  };

  onBothChains('gives the creator what leaves did not get, leaf by leaf', async (on, kind) => {
    await arriveAt(on.chain, on.begun + SPAN / 2n);
    await cancel(on);
    await expectRefused(on.chain, await withdrawing(on), [on.batchCreator], 'NothingFree');
    await on.claim(1);
    const before = await on.readBatch();
    assert.ok(before.free > 0n);
    const had = await tokenBalance(on.chain, on.creatorTokens);
    const outcome = await withdraw(on);
    const after = await on.readBatch();
    assertSame(after, { ...before, free: 0n, returned: before.free });
    assert.equal(await tokenBalance(on.chain, on.creatorTokens), had + before.free);
    await on.claim(0);
    await assertBatchBooks(on, [0, 1]);
    assertRecorded(kind, outcome, 'batchWithdrawn', {
      ...{ batch: on.batch, generation: after.generation, creator: on.batchCreator.publicKey },
      ...{ destination: on.creatorTokens, amount: before.free },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await cancelled();
      return { chain: on.chain, instruction: await withdrawing(on), signers: [on.batchCreator] };
    },
    { twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' } },
  );

  it('NothingFree: takes nothing that a leaf may still claim, to the second', async () => {
    const on = await batch();
    await on.claim(0);
    await refused(on, 'NothingFree');
    await arriveAt(on.chain, on.batchTerms.claimUntil - 1n);
    await refused(on, 'NothingFree');
    await arriveAt(on.chain, on.batchTerms.claimUntil);
    await withdraw(on);
    await refused(on, 'NothingFree');
    assert.equal(await tokenBalance(on.chain, on.creatorTokens), PURSE - on.tree.leaf(0).amount);
    await assertBatchBooks(on, [0]);
  });

  it('gives back what was promised to no leaf, once all were claimed', async () => {
    const on = await batch({ total: 100_000n, funding: 100_000n });
    for (const { index } of on.tree.leaves) await on.claim(index);
    await withdraw(on);
    assert.equal((await on.readBatch()).returned, 100_000n - on.tree.total);
    await assertBatchBooks(on, [0, 1, 2, 3, 4]);
  });

  it('NothingFree: takes nothing of a batch that is not funded in full; close gives that back', async () => {
    await refused(await batch({ funding: 5n }), 'NothingFree');
  });

  it('NotCreator, MintMismatch, VaultMismatch: is for the creator, out of this vault', async () => {
    const [on, another] = [await cancelled(), await batch()];
    const { chain } = on;
    const stranger = await funded(chain);
    const mint = await createMint(chain, on.mintAuthority.publicKey);
    const foreign = await tokenAccount(chain, mint, on.batchCreator.publicKey, 0n);
    for (const [name, pubkey, error, by] of [
      ['creator', stranger.publicKey, 'NotCreator', stranger],
      ['mint', mint, 'MintMismatch', on.batchCreator],
      ['destination', foreign, 'MintMismatch', on.batchCreator],
      ['vault', another.batchVault, 'VaultMismatch', on.batchCreator],
    ] as const) {
      await expectRefused(chain, withAccount(await withdrawing(on), name, { pubkey }), [by], error);
    }
  });

  it('is open while all is paused', async () => {
    const on = await cancelled();
    await whilePaused(on, () => withdraw(on));
  });
});

describe('timelock batch_close', () => {
  const { onBothChains, batch } = sharedBatches();
  const refused = async (on: BatchFixture, error: string) =>
    expectRefused(on.chain, await closing(on), [on.batchCreator], error);

  onBothChains('gives all that is left, donations too, and the rent to the creator', async (on, kind) => {
    const { batchCreator, batchVault, chain, creatorTokens } = on;
    await on.claim(0);
    await arriveAt(chain, on.batchTerms.claimUntil);
    const before = await on.readBatch();
    await tokenAccount(chain, on.mint, on.batch, before.open + 9n, { at: batchVault });
    const rent = (await lamportsOf(chain, on.batch)) + (await lamportsOf(chain, batchVault));
    const had = await lamportsOf(chain, batchCreator.publicKey);
    const outcome = await close(on);
    assert.equal(await lamportsOf(chain, batchCreator.publicKey), had + rent);
    assert.equal(await tokenBalance(chain, creatorTokens), PURSE - on.tree.leaf(0).amount + 9n);
    assert.deepEqual([await chain.getAccount(on.batch), await chain.getAccount(batchVault)], [null, null]);
    assert.ok((await chain.getAccount(on.lockOf(0).lock)) !== null, 'its locks go on');
    assertRecorded(kind, outcome, 'batchClosed', {
      ...{ batch: on.batch, generation: before.generation, creator: batchCreator.publicKey },
      ...{ destination: creatorTokens, withdrawn: before.open + 9n, books: booksOf(before) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await batch({ funding: 0n });
      await on.chain.advance({ slots: 1 });
      return { chain: on.chain, instruction: await closing(on), signers: [on.batchCreator] };
    },
    { twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' } },
  );

  it('takes a batch back that was never funded in full', async () => {
    const on = await batch({ funding: 500n });
    await on.chain.advance({ slots: 1 });
    await close(on);
    assert.equal(await tokenBalance(on.chain, on.creatorTokens), PURSE);
  });

  it('BatchOpen: takes nothing back while a leaf can be claimed, cancelled or not, to the second', async () => {
    const on = await batch();
    await on.chain.advance({ slots: 1 });
    await refused(on, 'BatchOpen');
    await cancel(on);
    await refused(on, 'BatchOpen');
    await arriveAt(on.chain, on.batchTerms.claimUntil - 1n);
    await refused(on, 'BatchOpen');
    await arriveAt(on.chain, on.batchTerms.claimUntil);
    await close(on);
  });

  it('ends with the last leaf', async () => {
    const on = await batch();
    for (const { index } of on.tree.leaves.slice(1)) await on.claim(index);
    await on.chain.advance({ slots: 1 });
    await refused(on, 'BatchOpen');
    await on.claim(0);
    await close(on);
  });

  it('ClosedInOpeningSlot: no generation recurs', async () => {
    const on = await batch({ funding: 0n });
    await patch(on.chain, on.batch, (data) => data.writeBigUInt64LE(2n ** 62n, BATCH_AT.generation));
    await refused(on, 'ClosedInOpeningSlot');
  });

  it('MathOverflow: a generation that fits no lock’s id makes none', async () => {
    const on = await batch();
    await patch(on.chain, on.batch, (data) => data.writeBigUInt64LE(2n ** 48n, BATCH_AT.generation));
    await expectRefused(on.chain, (await on.claiming(0)).instruction, [on.feePayer], 'MathOverflow');
  });

  it('InvariantBroken: closes nothing whose books do not add up', async () => {
    const on = await batch({ funding: 10n });
    await on.chain.advance({ slots: 1 });
    await patch(on.chain, on.batch, (data) => data.writeBigUInt64LE(11n, BATCH_AT.open));
    await refused(on, 'InvariantBroken');
  });

  it('NotCreator, MintMismatch, VaultMismatch: is for the creator, out of this vault', async () => {
    const [on, another] = [await batch({ funding: 0n }), await batch()];
    const stranger = await funded(on.chain);
    const mint = await createMint(on.chain, on.mintAuthority.publicKey);
    for (const [name, pubkey, error, by] of [
      ['creator', stranger.publicKey, 'NotCreator', stranger],
      ['mint', mint, 'MintMismatch', on.batchCreator],
      ['vault', another.batchVault, 'VaultMismatch', on.batchCreator],
    ] as const) {
      await expectRefused(on.chain, withAccount(await closing(on), name, { pubkey }), [by], error);
    }
  });

  it('is open while all is paused', async () => {
    const on = await batch({ funding: 0n });
    await on.chain.advance({ slots: 1 });
    await whilePaused(on, () => close(on));
  });
});
