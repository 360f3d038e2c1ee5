import assert from 'node:assert/strict';
import { PauseBit, poolFund, poolStop } from '@agent-labs/sdk';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, patch } from '../registry/support';
import { assertPoolBooks, booksOf, LENGTH, POOL_AT, SHARE, sharedPools } from './pools';

describe('timelock pool_fund', () => {
  const { onBothChains, pool } = sharedPools();

  onBothChains('puts money in, from anybody', async (on, kind) => {
    const { chain, creatorTokens, deployment, mint, poolRef } = on;
    const funder = await funded(chain);
    const source = await tokenAccount(chain, mint, funder.publicKey, 500n);
    await on.fund(7n);
    const before = await on.readPool();
    const outcome = await on.send(await poolFund(deployment, poolRef, funder.publicKey, 500n), funder);
    const after = await on.readPool();
    assertSame(after, { ...before, funded: 507n, free: 507n });
    assert.deepEqual(
      [await tokenBalance(chain, source), await tokenBalance(chain, creatorTokens)],
      [0n, PURSE - 7n],
    );
    await assertPoolBooks(on);
    assertRecorded(kind, outcome, 'poolFunded', {
      ...{ pool: on.pool, generation: after.generation, funder: funder.publicKey, source, amount: 500n },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await pool();
      const instruction = await poolFund(on.deployment, on.poolRef, on.poolCreator.publicKey, 10n);
      return { chain: on.chain, instruction, signers: [on.poolCreator] };
    },
    {
      twice: {
        'vault as source': 'VaultMismatch',
        'source as vault': 'VaultMismatch',
        'pool as vault': 'AccountOwnedByWrongProgram',
        'pool as source': 'AccountOwnedByWrongProgram',
      },
      copies: 'AccountOwnedByWrongProgram',
    },
  );

  it('frees what the last epoch left unclaimed on the way', async () => {
    const on = await pool({ mode: 'Expire' });
    await on.member();
    await on.fund(SHARE);
    await on.open();
    await arriveAt(on.chain, (await on.readPool()).epochEndsAt);
    await on.fund(1n);
    const { free, owed } = await on.readPool();
    assert.deepEqual([free, owed], [SHARE + 1n, 0n]);
  });

  it('counts no tokens that somebody sent past it', async () => {
    const on = await pool();
    await on.fund(5n);
    await tokenAccount(on.chain, on.mint, on.pool, 5n + 90n, { at: on.poolVault });
    await on.fund(5n);
    assert.equal((await on.readPool()).free, 10n);
    await assertPoolBooks(on, [], 90n);
  });

  it('Paused: takes nothing while locking is paused', async () => {
    const on = await pool();
    const instruction = await poolFund(on.deployment, on.poolRef, on.poolCreator.publicKey, 10n);
    const refused = () => expectRefused(on.chain, instruction, [on.poolCreator], 'Paused');
    await whilePaused(on, refused, PauseBit.Lock);
    await whilePaused(on, () => on.fund(10n), 127 & ~PauseBit.Lock);
  });

  it('AmountZero, MathOverflow, token:InsufficientFunds: takes only what there is', async () => {
    const on = await pool();
    const refused = async (amount: bigint, error: string) => {
      const instruction = await poolFund(on.deployment, on.poolRef, on.poolCreator.publicKey, amount);
      await expectRefused(on.chain, instruction, [on.poolCreator], error);
    };
    await refused(0n, 'AmountZero');
    await refused(PURSE + 1n, 'token:InsufficientFunds');
    // so much went through the pool that no more can be counted
    await patch(on.chain, on.pool, (data) => {
      data.writeBigUInt64LE(2n ** 64n - 1n, POOL_AT.funded);
      data.writeBigUInt64LE(2n ** 64n - 1n, POOL_AT.withdrawn);
      data.writeBigInt64LE(0n, POOL_AT.stoppedAt);
    });
    await refused(1n, 'MathOverflow');
  });

  it('PoolStopped: takes nothing in a pool that ends', async () => {
    const on = await pool();
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    const instruction = await poolFund(on.deployment, on.poolRef, on.poolCreator.publicKey, 10n);
    await expectRefused(on.chain, instruction, [on.poolCreator], 'PoolStopped');
  });

  it('MintMismatch, VaultMismatch, TokenProgramMismatch: knows its own mint and vault', async () => {
    const [on, other] = [await pool(), await pool()];
    const { chain, deployment, poolCreator, poolRef } = on;
    const mint = await createMint(chain, on.mintAuthority.publicKey);
    const foreign = await tokenAccount(chain, mint, poolCreator.publicKey, 100n);
    const funding = await poolFund(deployment, poolRef, poolCreator.publicKey, 10n);
    const refused = (name: string, pubkey: typeof mint, error: string) =>
      expectRefused(chain, withAccount(funding, name, { pubkey }), [poolCreator], error);
    await refused('mint', mint, 'MintMismatch');
    await refused('source', foreign, 'MintMismatch');
    await refused('vault', other.poolVault, 'VaultMismatch');
    await refused('vault', on.creatorTokens, 'VaultMismatch');
    assert.ok((await on.readPool()).tokenProgram.equals(TOKEN_PROGRAM_ID));
  });

  it('attack: a token account that is not the funder’s', async () => {
    const on = await pool();
    const thief = await funded(on.chain);
    const instruction = await poolFund(on.deployment, on.poolRef, thief.publicKey, 10n, on.creatorTokens);
    await expectRefused(on.chain, instruction, [thief], 'token:OwnerMismatch', [on.creatorTokens]);
  });

  it('leaves the time of its epochs alone', async () => {
    const on = await pool();
    const { firstEpochAt } = await on.readPool();
    await on.member();
    await on.fund(10n * SHARE);
    await on.open();
    const { epochEndsAt } = await on.readPool();
    assert.equal(epochEndsAt, firstEpochAt + LENGTH);
    await on.fund(1n);
    assert.equal((await on.readPool()).epochEndsAt, epochEndsAt);
  });
});
