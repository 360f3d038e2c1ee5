import assert from 'node:assert/strict';
import { batchCreate, decodeBatch, MAX_BATCH, PauseBit } from '@agent-labs/sdk';
import { AccountLayout } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, dataOf, donation, lamportsOf, nonCanonical } from '../registry/support';
import { batchOn, sharedBatches } from './batches';

const DAY = 86_400n;

describe('timelock batch_create', () => {
  const { onBothChains, batch, registry } = sharedBatches();
  type Terms = Parameters<typeof batchCreate>[1];

  const termsOn = async (on: RegistryFixture, changes: Partial<Terms> = {}) => {
    const creator = await funded(on.chain);
    const terms: Terms = {
      ...{ creator: creator.publicKey, mint: on.mint, id: 1n, root: new Uint8Array(32).fill(3) },
      ...{ count: 10, total: 100n, cancel: 'Nobody', change: 'Nobody' },
      claimUntil: (await on.chain.unixTime()) + 30n * DAY,
      ...changes,
    };
    return { creator, terms };
  };
  const creating = async (changes: Partial<Terms> = {}) => {
    const on = registry();
    const { creator, terms } = await termsOn(on, changes);
    return { on, creator, ...(await batchCreate(on.deployment, terms)) };
  };
  const refused = async (error: string, changes: Partial<Terms>) => {
    const { on, creator, instruction } = await creating(changes);
    await expectRefused(on.chain, instruction, [creator], error);
  };
  const made = async (changes: Partial<Terms>) => {
    const { on, creator, instruction, batch: at } = await creating(changes);
    await on.send(instruction, creator);
    return decodeBatch(await dataOf(on.chain, at));
  };

  onBothChains('makes a batch with an empty bitmap and an empty vault', async (on, kind) => {
    const { chain, deployment, mint } = on;
    const { creator, terms } = await termsOn(on, { count: 10_000, total: 2n ** 64n - 1n, cancel: 'Either' });
    const { instruction, batch: at, vault } = await batchCreate(deployment, terms);
    const outcome = await on.send(instruction, creator);
    const [, bump] = PublicKey.findProgramAddressSync(
      seedsOf(creator.publicKey, terms.id),
      deployment.timelock,
    );
    const [, vaultBump] = PublicKey.findProgramAddressSync(
      [Buffer.from('batch_tokens'), at.toBytes()],
      deployment.timelock,
    );
    const tokens = AccountLayout.decode(await dataOf(chain, vault));
    assertSame([tokens.mint, tokens.owner, tokens.amount], [mint, at, 0n]);
    const told = {
      ...{ creator: creator.publicKey, id: 1n, generation: await chain.slot(), mint, vault },
      ...{ tokenProgram: (await chain.getAccount(mint))?.owner, root: terms.root, count: 10_000 },
      ...{ total: terms.total, claimUntil: terms.claimUntil, createdAt: await chain.unixTime() },
    };
    const data = await dataOf(chain, at);
    assertSame(decodeBatch(data), {
      ...{ version: 1, bump, vaultBump, cancel: 'Either', change: 'Nobody', padding: [0, 0, 0], ...told },
      ...{ claimed: 0, deposited: 0n, open: 0n, locked: 0n, free: 0n, returned: 0n, cancelledAt: 0n },
      ...{ reserved: Array(64).fill(0), bitmap: Array(1_250).fill(0) },
    });
    assert.equal(data.length, 8 + 328 + 1_250);
    assert.equal(await lamportsOf(chain, at), await chain.rentExemption(data.length));
    assertRecorded(kind, outcome, 'batchCreated', {
      ...{ batch: at, cancel: { either: {} }, change: { nobody: {} }, ...told },
    });
  });

  refusesForgeries(
    async () => {
      const { on, creator, instruction } = await creating();
      return { chain: on.chain, instruction, signers: [creator] };
    },
    { twice: { 'vault as batch': 'ConstraintSeeds', 'batch as vault': 'ConstraintSeeds' } },
  );

  it('attacks 5, 11: has one address, and takes it though lamports lie there', async () => {
    const { on, creator, instruction, batch: at, vault } = await creating();
    for (const [name, seeds] of [
      ['batch', seedsOf(creator.publicKey, 1n)],
      ['vault', [Buffer.from('batch_tokens'), at.toBytes()]],
    ] as const) {
      const pubkey = nonCanonical([...seeds], on.deployment.timelock);
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [creator], 'ConstraintSeeds');
    }
    for (const to of [at, vault]) await on.send(donation(on.feePayer.publicKey, to, 5_000_000n), on.feePayer);
    await on.send(instruction, creator);
  });

  it('Paused: makes nothing while locking is paused', async () => {
    await whilePaused(registry(), () => refused('Paused', {}), PauseBit.Lock);
    await whilePaused(registry(), () => made({}), 127 & ~PauseBit.Lock);
  });

  it('AddressTaken: makes none anew', async () => {
    const on = await batch();
    const { instruction } = await batchCreate(on.deployment, on.batchTerms);
    await expectRefused(on.chain, instruction, [on.batchCreator], 'AddressTaken');
  });

  it('BatchRootInvalid, BatchCountInvalid, BatchTotalInvalid: promises something to somebody', async () => {
    await refused('BatchRootInvalid', { root: new Uint8Array(32) });
    await refused('BatchCountInvalid', { count: 0 });
    await refused('BatchCountInvalid', { count: MAX_BATCH + 1, total: 2n ** 32n });
    await refused('BatchTotalInvalid', { count: 10, total: 9n });
    await refused('BatchTotalInvalid', { count: 1, total: 0n });
    const largest = await made({ count: MAX_BATCH, total: BigInt(MAX_BATCH) });
    assert.equal(largest.bitmap.length, 8_192);
    await made({ count: 1, total: 1n });
  });

  it('ClaimWindowInvalid: lets leaves be claimed for 30 days at least, and 100 years at most', async () => {
    const now = await registry().chain.unixTime();
    const [least, most] = [now + 30n * DAY, now + 36_500n * DAY];
    for (const claimUntil of [0n, now, least - 1n, most + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      await refused('ClaimWindowInvalid', { claimUntil });
    }
    for (const claimUntil of [least, most]) await made({ claimUntil });
  });

  it('keeps each pair of sides', async () => {
    const sides = ['Nobody', 'Creator', 'Recipient', 'Either'] as const;
    for (const cancel of sides) {
      for (const change of sides) {
        const stored = await made({ cancel, change });
        assert.deepEqual([stored.cancel, stored.change], [cancel, change]);
      }
    }
    await batchOn(registry());
  });
});

const seedsOf = (creator: PublicKey, id: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(id);
  return [Buffer.from('batch'), creator.toBytes(), bytes];
};
