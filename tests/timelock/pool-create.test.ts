import assert from 'node:assert/strict';
import { decodeIncomePool, PauseBit, type PoolCreateParams, poolCreate } from '@agent-labs/sdk';
import { AccountLayout } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import {
  assertRecorded,
  assertSame,
  dataOf,
  donation,
  key,
  lamportsOf,
  nonCanonical,
} from '../registry/support';
import { GRACE, LENGTH, poolOn, SHARE, sharedPools, WAIT } from './pools';

const POOL_SIZE = 8 + 352;

describe('timelock pool_create', () => {
  const { onBothChains, registry } = sharedPools();

  const termsOn = async (on: RegistryFixture, changes: Partial<PoolCreateParams> = {}) => {
    const creator = await funded(on.chain);
    const terms: PoolCreateParams = {
      ...{ creator: creator.publicKey, mint: on.mint, id: 1n, attestor: key(), mode: 'Accrue' },
      ...{ maxMembers: 10, amount: SHARE, epochLength: LENGTH, grace: GRACE },
      firstEpochAt: (await on.chain.unixTime()) + WAIT,
      ...changes,
    };
    return { creator, terms };
  };
  const refused = async (error: string, changes: Partial<PoolCreateParams>) => {
    const on = registry();
    const { creator, terms } = await termsOn(on, changes);
    const { instruction } = await poolCreate(on.deployment, terms);
    await expectRefused(on.chain, instruction, [creator], error);
  };

  onBothChains('makes a pool with an empty vault', async (on, kind) => {
    const { chain, deployment, mint } = on;
    const { creator, terms } = await termsOn(on, { id: 2n ** 64n - 1n, mode: 'Expire' });
    const { instruction, pool, vault } = await poolCreate(deployment, terms);
    const outcome = await on.send(instruction, creator);
    const [, bump] = PublicKey.findProgramAddressSync(
      seedsOf(creator.publicKey, terms.id),
      deployment.timelock,
    );
    const [, vaultBump] = PublicKey.findProgramAddressSync(
      [Buffer.from('pool_tokens'), pool.toBytes()],
      deployment.timelock,
    );
    const tokens = AccountLayout.decode(await dataOf(chain, vault));
    assertSame(
      { mint: tokens.mint, owner: tokens.owner, amount: tokens.amount, close: tokens.closeAuthorityOption },
      { mint, owner: pool, amount: 0n, close: 0 },
    );
    const tokenProgram = (await chain.getAccount(mint))?.owner;
    const told = {
      ...{
        creator: creator.publicKey,
        id: terms.id,
        generation: await chain.slot(),
        mint,
        tokenProgram,
        vault,
      },
      ...{ attestor: terms.attestor, maxMembers: 10, amount: SHARE, epochLength: LENGTH, grace: GRACE },
      firstEpochAt: terms.firstEpochAt,
    };
    assertSame(decodeIncomePool(await dataOf(chain, pool)), {
      ...{ version: 1, bump, vaultBump, mode: 'Expire', members: 0, records: 0, ...told },
      ...{ epochs: 0n, epochEndsAt: 0n, funded: 0n, paid: 0n, free: 0n, owed: 0n, withdrawn: 0n },
      ...{ stoppedAt: 0n, reserved: Array(64).fill(0) },
    });
    assert.equal(await lamportsOf(chain, pool), await chain.rentExemption(POOL_SIZE));
    assertRecorded(kind, outcome, 'poolCreated', { pool, mode: { expire: {} }, ...told });
  });

  refusesForgeries(
    async () => {
      const on = registry();
      const { creator, terms } = await termsOn(on);
      return {
        chain: on.chain,
        instruction: (await poolCreate(on.deployment, terms)).instruction,
        signers: [creator],
      };
    },
    {
      readonly: { creator: 'ConstraintMut', pool: 'ConstraintMut', vault: 'ConstraintMut' },
      twice: { 'vault as pool': 'ConstraintSeeds', 'pool as vault': 'ConstraintSeeds' },
    },
  );

  it('attack 11: an address with lamports is as good as another', async () => {
    const on = registry();
    const { creator, terms } = await termsOn(on);
    const { instruction, pool, vault } = await poolCreate(on.deployment, terms);
    for (const at of [pool, vault])
      await on.send(donation(on.feePayer.publicKey, at, 5_000_000n), on.feePayer);
    await on.send(instruction, creator);
    assert.equal((await dataOf(on.chain, pool)).length, POOL_SIZE);
  });

  it('attack 5: takes no other bump', async () => {
    const on = registry();
    const { creator, terms } = await termsOn(on);
    const { instruction, pool } = await poolCreate(on.deployment, terms);
    for (const [name, seeds] of [
      ['pool', seedsOf(creator.publicKey, terms.id)],
      ['vault', [Buffer.from('pool_tokens'), pool.toBytes()]],
    ] as const) {
      const pubkey = nonCanonical([...seeds], on.deployment.timelock);
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [creator], 'ConstraintSeeds');
    }
  });

  it('Paused: makes nothing while locking is paused', async () => {
    const on = registry();
    await whilePaused(on, () => refused('Paused', {}), PauseBit.Lock);
    await whilePaused(on, () => poolOn(on), 127 & ~PauseBit.Lock);
  });

  it('AddressTaken: makes none anew', async () => {
    const on = await poolOn(registry());
    const { instruction } = await poolCreate(on.deployment, on.poolTerms);
    await expectRefused(on.chain, instruction, [on.poolCreator], 'AddressTaken');
  });

  it('AttestorInvalid, MembersLimitInvalid: wants someone who vouches, and room for someone', async () => {
    await refused('AttestorInvalid', { attestor: PublicKey.default });
    await refused('MembersLimitInvalid', { maxMembers: 0 });
  });

  it('EpochAmountInvalid: what all members cost in an epoch fits in an amount', async () => {
    await refused('EpochAmountInvalid', { amount: 0n });
    await refused('EpochAmountInvalid', { amount: 2n ** 63n, maxMembers: 2 });
    await refused('EpochAmountInvalid', { amount: 2n ** 33n, maxMembers: 2 ** 32 - 1 });
    await poolOn(registry(), { amount: 2n ** 64n - 1n, maxMembers: 1 });
    await poolOn(registry(), { amount: 2n ** 32n, maxMembers: 2 ** 32 - 1 });
  });

  it('EpochLengthInvalid: an epoch lasts a minute to ten years', async () => {
    for (const epochLength of [0n, -1n, 59n, 3_650n * 86_400n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      await refused('EpochLengthInvalid', { epochLength });
    }
    for (const epochLength of [60n, 3_650n * 86_400n]) await poolOn(registry(), { epochLength });
  });

  it('FirstEpochInvalid: begins neither in the past nor in ten years', async () => {
    const now = await registry().chain.unixTime();
    const latest = now + 3_650n * 86_400n;
    for (const firstEpochAt of [now - 1n, latest + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      await refused('FirstEpochInvalid', { firstEpochAt });
    }
    for (const firstEpochAt of [now, latest]) await poolOn(registry(), { firstEpochAt });
  });

  it('GraceInvalid: a suspended member keeps what it has coming for a year at most', async () => {
    for (const grace of [-1n, 365n * 86_400n + 1n, 2n ** 63n - 1n]) await refused('GraceInvalid', { grace });
    for (const grace of [0n, 365n * 86_400n]) await poolOn(registry(), { grace });
  });
});

const seedsOf = (creator: PublicKey, id: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(id);
  return [Buffer.from('pool'), creator.toBytes(), bytes];
};
