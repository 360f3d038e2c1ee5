import assert from 'node:assert/strict';
import { epochOpen, poolStop } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { assertPoolBooks, booksOf, LENGTH, type PoolFixture, SHARE, sharedPools } from './pools';

describe('timelock epoch_open', () => {
  const { onBothChains, pool } = sharedPools();
  const refused = async (on: PoolFixture, error: string) =>
    expectRefused(on.chain, await epochOpen(on.deployment, on.pool), [], error, [on.poolVault]);

  onBothChains('sets the amount aside for each member, signed by nobody', async (on, kind) => {
    const members = [await on.member(), await on.member()];
    await on.fund(2n * SHARE + 5n);
    const before = await on.readPool();
    const outcome = await on.open();
    const after = await on.readPool();
    const endsAt = before.firstEpochAt + LENGTH;
    assertSame(after, {
      ...before,
      ...{ epochs: 1n, epochEndsAt: endsAt, free: 5n, owed: 2n * SHARE },
    });
    await assertPoolBooks(on, members);
    assertRecorded(kind, outcome, 'epochOpened', {
      ...{ pool: on.pool, generation: after.generation, epoch: 0n, members: 2, amount: SHARE },
      ...{ openedAt: await on.chain.unixTime(), endsAt, before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(async () => {
    const on = await pool();
    await on.member();
    await on.fund(SHARE);
    await arriveAt(on.chain, on.poolTerms.firstEpochAt);
    return { chain: on.chain, instruction: await epochOpen(on.deployment, on.pool), signers: [] };
  });

  it('EpochNotDue: opens each at its second and not before', async () => {
    const on = await pool();
    await on.member();
    await on.fund(10n * SHARE);
    const first = on.poolTerms.firstEpochAt;
    await arriveAt(on.chain, first - 1n);
    await refused(on, 'EpochNotDue');
    await arriveAt(on.chain, first);
    await on.send(await epochOpen(on.deployment, on.pool));
    await arriveAt(on.chain, first + 1n);
    await refused(on, 'EpochNotDue');
    await arriveAt(on.chain, first + LENGTH - 1n);
    await refused(on, 'EpochNotDue');
    await arriveAt(on.chain, first + LENGTH);
    await on.send(await epochOpen(on.deployment, on.pool));
    assert.equal((await on.readPool()).epochs, 2n);
  });

  it('EpochNotFunded: opens none that it cannot pay, and none for what is owed', async () => {
    const on = await pool();
    const members = [await on.member(), await on.member()];
    await on.fund(2n * SHARE - 1n);
    await arriveAt(on.chain, on.poolTerms.firstEpochAt);
    await refused(on, 'EpochNotFunded');
    await on.fund(1n);
    await on.open();
    await arriveAt(on.chain, (await on.readPool()).epochEndsAt);
    // the vault holds enough, but it is owed
    await refused(on, 'EpochNotFunded');
    await assertPoolBooks(on, members);
  });

  it('does not make up for spans in which none opened', async () => {
    const on = await pool();
    const member = await on.member();
    await on.fund(10n * SHARE);
    const first = on.poolTerms.firstEpochAt;
    await arriveAt(on.chain, first + 3n * LENGTH + 7n);
    await on.open();
    const { epochEndsAt, epochs, owed } = await on.readPool();
    assert.deepEqual([epochs, owed, epochEndsAt], [1n, SHARE, first + 4n * LENGTH]);
    await refused(on, 'EpochNotDue');
    await assertPoolBooks(on, [member]);
  });

  it('PoolEmpty: opens none for nobody, which whoever joins a moment later would miss', async () => {
    const on = await pool();
    await on.fund(10n * SHARE);
    await arriveAt(on.chain, on.poolTerms.firstEpochAt);
    await refused(on, 'PoolEmpty');
    await on.member();
    await on.open();
  });

  it('PoolStopped: opens none in a pool that ends', async () => {
    const on = await pool();
    await on.member();
    await on.fund(SHARE);
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    await arriveAt(on.chain, on.poolTerms.firstEpochAt);
    await refused(on, 'PoolStopped');
  });

  it('spends again what nobody claimed, in Expire', async () => {
    const on = await pool({ mode: 'Expire' });
    const [member] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    await on.claim(member);
    await on.fund(SHARE);
    // a share of the first went, the other one is free again
    await on.open();
    const { epochs, free, owed, paid } = await on.readPool();
    assert.deepEqual([epochs, free, owed, paid], [2n, 0n, 2n * SHARE, SHARE]);
  });

  it('opens while everything is paused: it commits no new money', async () => {
    const on = await pool();
    await on.member();
    await on.fund(SHARE);
    await whilePaused(on, () => on.open());
  });
});
