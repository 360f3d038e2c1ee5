import assert from 'node:assert/strict';
import { batchFund, PauseBit } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { assertBatchBooks, type BatchFixture, booksOf, sharedBatches } from './batches';

describe('timelock batch_fund', () => {
  const { onBothChains, batch } = sharedBatches();
  const funding = (on: BatchFixture, amount: bigint) =>
    batchFund(on.deployment, on.batchRef, on.batchCreator.publicKey, amount);
  const refused = async (on: BatchFixture, amount: bigint, error: string) =>
    expectRefused(on.chain, await funding(on, amount), [on.batchCreator], error, [on.batchVault]);

  onBothChains(
    'takes the total in several deposits, of anybody, and is live with the last',
    async (on, kind) => {
      const { chain, deployment, mint, tree } = on;
      await on.fund(1n);
      const funder = await funded(chain);
      const source = await tokenAccount(chain, mint, funder.publicKey, tree.total);
      await on.send(await batchFund(deployment, on.batchRef, funder.publicKey, tree.total - 2n), funder);
      const before = await on.readBatch();
      assert.equal(before.open, tree.total - 1n);
      await expectRefused(chain, (await on.claiming(0)).instruction, [on.feePayer], 'BatchNotFunded');
      const outcome = await on.send(await batchFund(deployment, on.batchRef, funder.publicKey, 1n), funder);
      const after = await on.readBatch();
      assertSame(after, { ...before, deposited: tree.total, open: tree.total });
      assert.equal(await tokenBalance(chain, source), 1n);
      await assertBatchBooks(on);
      await on.claim(0);
      assertRecorded(kind, outcome, 'batchFunded', {
        ...{ batch: on.batch, generation: after.generation, funder: funder.publicKey, source, amount: 1n },
        ...{ live: true, before: booksOf(before), after: booksOf(after) },
      });
    },
    { funding: 0n },
  );

  refusesForgeries(
    async () => {
      const on = await batch({ funding: 0n });
      return { chain: on.chain, instruction: await funding(on, 10n), signers: [on.batchCreator] };
    },
    { twice: { 'vault as source': 'VaultMismatch', 'source as vault': 'VaultMismatch' } },
  );

  it('BatchOverfunded: takes no more than it promised', async () => {
    const on = await batch({ funding: 1n });
    await refused(on, on.tree.total, 'BatchOverfunded');
    await refused(on, 2n ** 63n, 'token:InsufficientFunds');
    await on.fund(on.tree.total - 1n);
    await refused(on, 1n, 'BatchOverfunded');
    await assertBatchBooks(on);
  });

  it('AmountZero: takes something', async () => {
    const on = await batch({ funding: 0n });
    await refused(on, 0n, 'AmountZero');
    await refused(on, PURSE + 1n, 'token:InsufficientFunds');
  });

  it('BatchOver: takes nothing once nothing can be claimed any more', async () => {
    const on = await batch({ funding: 1n });
    await arriveAt(on.chain, on.batchTerms.claimUntil - 1n);
    await on.fund(1n);
    await arriveAt(on.chain, on.batchTerms.claimUntil);
    await refused(on, 1n, 'BatchOver');
  });

  it('Paused: takes nothing while locking is paused', async () => {
    const on = await batch({ funding: 0n });
    await whilePaused(on, () => refused(on, 1n, 'Paused'), PauseBit.Lock);
    await whilePaused(on, () => on.fund(1n), 127 & ~PauseBit.Lock);
  });

  it('counts no tokens that somebody sent past it', async () => {
    const on = await batch({ funding: 0n });
    await tokenAccount(on.chain, on.mint, on.batch, on.tree.total, { at: on.batchVault });
    await on.fund(1n);
    assert.equal((await on.readBatch()).deposited, 1n);
    await expectRefused(on.chain, (await on.claiming(0)).instruction, [on.feePayer], 'BatchNotFunded');
  });

  it('MintMismatch, VaultMismatch: knows its own mint and vault', async () => {
    const [on, another] = [await batch({ funding: 0n }), await batch()];
    const { batchCreator, chain } = on;
    const mint = await createMint(chain, on.mintAuthority.publicKey);
    const foreign = await tokenAccount(chain, mint, batchCreator.publicKey, 100n);
    for (const [name, pubkey, error] of [
      ['mint', mint, 'MintMismatch'],
      ['source', foreign, 'MintMismatch'],
      ['vault', another.batchVault, 'VaultMismatch'],
    ] as const) {
      await expectRefused(chain, withAccount(await funding(on, 1n), name, { pubkey }), [batchCreator], error);
    }
  });
});
