import assert from 'node:assert/strict';
import { poolClose, poolStop, poolWithdraw } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, lamportsOf, patch } from '../registry/support';
import { assertPoolBooks, booksOf, POOL_AT, type PoolFixture, SHARE, sharedPools } from './pools';

const stop = async (on: PoolFixture) => on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
const withdraw = async (on: PoolFixture) =>
  on.send(await poolWithdraw(on.deployment, on.poolRef), on.poolCreator);

describe('timelock pool_stop', () => {
  const { onBothChains, pool } = sharedPools();

  onBothChains('ends the opening of epochs and touches no money', async (on, kind) => {
    const members = [await on.member()];
    await on.fund(3n * SHARE);
    await on.open();
    const before = await on.readPool();
    const outcome = await stop(on);
    const [after, stoppedAt] = [await on.readPool(), await on.chain.unixTime()];
    assertSame(after, { ...before, stoppedAt });
    await assertPoolBooks(on, members);
    assertRecorded(kind, outcome, 'poolStopped', {
      ...{ pool: on.pool, generation: after.generation, creator: on.poolCreator.publicKey, stoppedAt },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(async () => {
    const on = await pool();
    return {
      chain: on.chain,
      instruction: await poolStop(on.deployment, on.poolRef),
      signers: [on.poolCreator],
    };
  });

  it('PoolStopped: is for good', async () => {
    const on = await pool();
    await stop(on);
    const again = await poolStop(on.deployment, on.poolRef);
    await expectRefused(on.chain, again, [on.poolCreator], 'PoolStopped');
  });

  it('NotCreator: is for the creator alone', async () => {
    const [on, stranger] = [await pool(), await funded((await pool()).chain)];
    for (const signer of [stranger, on.attestor, on.admin]) {
      const spoilt = withAccount(await poolStop(on.deployment, on.poolRef), 'creator', {
        pubkey: signer.publicKey,
      });
      await expectRefused(on.chain, spoilt, [signer], 'NotCreator');
    }
  });

  it('is open while all is paused', async () => {
    const on = await pool();
    await whilePaused(on, () => stop(on));
  });
});

describe('timelock pool_withdraw', () => {
  const { onBothChains, pool } = sharedPools();

  onBothChains('gives the creator what is free, and leaves what is owed', async (on, kind) => {
    const member = await on.member();
    await on.fund(3n * SHARE);
    await on.open();
    await stop(on);
    const before = await on.readPool();
    const outcome = await withdraw(on);
    const after = await on.readPool();
    assertSame(after, { ...before, free: 0n, withdrawn: 2n * SHARE });
    assert.equal(await tokenBalance(on.chain, on.creatorTokens), PURSE - SHARE);
    await on.claim(member);
    await assertPoolBooks(on, [member]);
    assertRecorded(kind, outcome, 'poolWithdrawn', {
      ...{ pool: on.pool, generation: after.generation, creator: on.poolCreator.publicKey },
      ...{ destination: on.creatorTokens, amount: 2n * SHARE },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await pool();
      await on.fund(10n);
      await stop(on);
      return {
        chain: on.chain,
        instruction: await poolWithdraw(on.deployment, on.poolRef),
        signers: [on.poolCreator],
      };
    },
    { twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' } },
  );

  it('PoolNotStopped: takes nothing out of a pool that runs', async () => {
    const on = await pool();
    await on.fund(10n);
    const early = await poolWithdraw(on.deployment, on.poolRef);
    await expectRefused(on.chain, early, [on.poolCreator], 'PoolNotStopped', [on.poolVault]);
  });

  it('NothingFree: takes out once, and again what expired since', async () => {
    const on = await pool({ mode: 'Expire' });
    await on.member();
    await on.fund(2n * SHARE);
    await on.open();
    await stop(on);
    await withdraw(on);
    const again = await poolWithdraw(on.deployment, on.poolRef);
    await expectRefused(on.chain, again, [on.poolCreator], 'NothingFree', [on.poolVault]);
    await arriveAt(on.chain, (await on.readPool()).epochEndsAt);
    await withdraw(on);
    assert.equal(await tokenBalance(on.chain, on.creatorTokens), PURSE);
  });

  it('NotCreator, MintMismatch, VaultMismatch: is for the creator, out of this vault', async () => {
    const [on, another] = [await pool(), await pool()];
    const { chain } = on;
    await on.fund(10n);
    await stop(on);
    const stranger = await funded(chain);
    const mint = await createMint(chain, on.mintAuthority.publicKey);
    const foreign = await tokenAccount(chain, mint, on.poolCreator.publicKey, 0n);
    for (const [name, pubkey, error, by] of [
      ['creator', stranger.publicKey, 'NotCreator', stranger],
      ['mint', mint, 'MintMismatch', on.poolCreator],
      ['destination', foreign, 'MintMismatch', on.poolCreator],
      ['vault', another.poolVault, 'VaultMismatch', on.poolCreator],
    ] as const) {
      const spoilt = withAccount(await poolWithdraw(on.deployment, on.poolRef), name, { pubkey });
      await expectRefused(chain, spoilt, [by], error);
    }
  });

  it('is open while all is paused', async () => {
    const on = await pool();
    await on.fund(10n);
    await stop(on);
    await whilePaused(on, () => withdraw(on));
  });
});

describe('timelock pool_close', () => {
  const { onBothChains, pool } = sharedPools();
  const closing = (on: PoolFixture) => poolClose(on.deployment, on.poolRef);
  const close = async (on: PoolFixture) => on.send(await closing(on), on.poolCreator);

  onBothChains('gives all that is left, donations too, and the rent to the creator', async (on, kind) => {
    const { chain, creatorTokens, mint, poolCreator, poolVault } = on;
    await on.fund(10n);
    await stop(on);
    await tokenAccount(chain, mint, on.pool, 10n + 7n, { at: poolVault });
    await chain.advance({ slots: 1 });
    const before = await on.readPool();
    const rent = (await lamportsOf(chain, on.pool)) + (await lamportsOf(chain, poolVault));
    const had = await lamportsOf(chain, poolCreator.publicKey);
    const outcome = await close(on);
    assert.equal(await lamportsOf(chain, poolCreator.publicKey), had + rent);
    assert.equal(await tokenBalance(chain, creatorTokens), PURSE + 7n);
    assert.deepEqual([await chain.getAccount(on.pool), await chain.getAccount(poolVault)], [null, null]);
    assertRecorded(kind, outcome, 'poolClosed', {
      ...{ pool: on.pool, generation: before.generation, creator: poolCreator.publicKey },
      ...{ destination: creatorTokens, withdrawn: 17n, books: booksOf(before) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await pool();
      await stop(on);
      await on.chain.advance({ slots: 1 });
      return { chain: on.chain, instruction: await closing(on), signers: [on.poolCreator] };
    },
    { twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' } },
  );

  it('PoolNotStopped, MembersRemain: leaves nobody behind', async () => {
    const on = await pool();
    const refused = async (error: string) =>
      expectRefused(on.chain, await closing(on), [on.poolCreator], error);
    await refused('PoolNotStopped');
    const member = await on.member();
    await stop(on);
    await refused('MembersRemain');
    await assertPoolBooks(on, [member]);
  });

  it('ClosedInOpeningSlot: no generation recurs', async () => {
    const on = await pool();
    await stop(on);
    await patch(on.chain, on.pool, (data) => data.writeBigUInt64LE(2n ** 62n, GENERATION_AT));
    await expectRefused(on.chain, await closing(on), [on.poolCreator], 'ClosedInOpeningSlot');
  });

  it('NotCreator, MintMismatch, VaultMismatch: is for the creator, out of this vault', async () => {
    const [on, another] = [await pool(), await pool()];
    await stop(on);
    const stranger = await funded(on.chain);
    const mint = await createMint(on.chain, on.mintAuthority.publicKey);
    for (const [name, pubkey, error, by] of [
      ['creator', stranger.publicKey, 'NotCreator', stranger],
      ['mint', mint, 'MintMismatch', on.poolCreator],
      ['vault', another.poolVault, 'VaultMismatch', on.poolCreator],
    ] as const) {
      await expectRefused(on.chain, withAccount(await closing(on), name, { pubkey }), [by], error);
    }
  });

  it('InvariantBroken: closes nothing that owes more than it has', async () => {
    const on = await pool();
    await on.fund(10n);
    await stop(on);
    await on.chain.advance({ slots: 1 });
    await patch(on.chain, on.pool, (data) => {
      data.writeBigUInt64LE(11n, POOL_AT.funded);
      data.writeBigUInt64LE(11n, POOL_AT.free);
    });
    await expectRefused(on.chain, await closing(on), [on.poolCreator], 'InvariantBroken');
  });

  it('is open while all is paused', async () => {
    const on = await pool();
    await stop(on);
    await on.chain.advance({ slots: 1 });
    await whilePaused(on, () => close(on));
  });
});

/** Where the generation begins in a pool's account. */
const GENERATION_AT = 32;
