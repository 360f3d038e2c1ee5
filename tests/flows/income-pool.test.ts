import assert from 'node:assert/strict';
import {
  associatedTokens,
  claimIncome,
  closePool,
  createPool,
  epochStanding,
  evictMember,
  fundPool,
  joinPool,
  leavePool,
  NoIncome,
  openEpoch,
  poolDue,
  readIncomePool,
  readMembership,
  stopPool,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt } from '../escrow/shared';
import { attest, unattest } from '../fixtures/attestations';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';

const WEEK = 604_800n;
const INCOME = 25_000n;
const YEAR = 52n * WEEK;

describe('flow: a basic income', () => {
  let on: RegistryFixture;
  let creator: Keypair;
  let attestor: Keypair;
  before(async () => {
    on = await registryFixture(await startProgramChain('litesvm'));
    [creator, attestor] = [await funded(on.chain), await funded(on.chain)];
    await tokenAccount(on.chain, on.mint, creator.publicKey, PURSE);
  });

  const pool = async (id: bigint, mode: 'Accrue' | 'Expire', funding: bigint) => {
    const firstEpochAt = (await on.chain.unixTime()) + 100n;
    const made = await createPool(on.chain, on.deployment, {
      ...{ creator, mint: on.mint, id, attestor: attestor.publicKey, mode, maxMembers: 10, funding },
      ...{ amount: INCOME, epochLength: WEEK, firstEpochAt, grace: 2n * WEEK },
    });
    return { at: made.pool, firstEpochAt };
  };
  const person = async () => {
    const wallet = await funded(on.chain);
    await attest(on, attestor, wallet.publicKey, (await on.chain.unixTime()) + YEAR);
    return wallet;
  };
  const has = ({ publicKey }: Keypair) => tokenBalance(on.chain, associatedTokens(on.mint, publicKey));
  const read = async (at: PublicKey) => {
    const account = await readIncomePool(on.chain, on.deployment, at);
    assert.ok(account);
    return account;
  };
  const claim = (at: PublicKey, wallet: Keypair) =>
    claimIncome(on.chain, on.deployment, at, wallet.publicKey, on.feePayer);

  it('is paid week by week to who is vouched for, and all of it is accounted for', async () => {
    const { chain, deployment, feePayer } = on;
    const { at, firstEpochAt } = await pool(1n, 'Accrue', 3n * INCOME);
    const [anna, ben, cleo] = [await person(), await person(), await person()];
    for (const wallet of [anna, ben]) await joinPool(chain, deployment, at, wallet, feePayer);
    assert.deepEqual(epochStanding(await read(at), firstEpochAt - 1n), {
      ...{ opens: false, why: 'NotDue', at: firstEpochAt },
    });

    // week 1: Anna claims, Ben lets it stand
    await arriveAt(chain, firstEpochAt);
    await openEpoch(chain, deployment, at, feePayer);
    assert.equal((await claim(at, anna)).amount, INCOME);
    await assert.rejects(claim(at, anna), NoIncome);

    // week 2: there is not enough, and then there is
    await arriveAt(chain, firstEpochAt + WEEK);
    assert.deepEqual(epochStanding(await read(at), await chain.unixTime()), {
      ...{ opens: false, why: 'NotFunded', lacks: INCOME },
    });
    await fundPool(chain, deployment, at, creator, 20n * INCOME);
    assert.deepEqual(epochStanding(await read(at), await chain.unixTime()), { opens: true });
    await openEpoch(chain, deployment, at, feePayer);
    await joinPool(chain, deployment, at, cleo, feePayer);
    await assert.rejects(claim(at, cleo), NoIncome);

    // week 3 passes without anybody; week 4: Ben's attestation is revoked, and renewed within the grace
    await arriveAt(chain, firstEpochAt + 3n * WEEK);
    await openEpoch(chain, deployment, at, feePayer);
    await unattest(on, attestor, ben.publicKey);
    await assert.rejects(claim(at, ben), NoIncome);
    await evictMember(chain, deployment, at, ben.publicKey, feePayer);
    assert.equal((await read(at)).members, 2);
    await arriveAt(chain, firstEpochAt + 4n * WEEK);
    await openEpoch(chain, deployment, at, feePayer);
    await attest(on, attestor, ben.publicKey, (await chain.unixTime()) + YEAR);
    // he gets what had come by then, and is a member again
    await joinPool(chain, deployment, at, ben, feePayer);
    assert.equal(await has(ben), 3n * INCOME);
    const bens = await readMembership(chain, deployment, at, ben.publicKey);
    assert.ok(bens);
    assert.equal(poolDue(await read(at), bens, await chain.unixTime()), 0n);

    // Cleo's is revoked for good: after the grace, her part is free
    await unattest(on, attestor, cleo.publicKey);
    await evictMember(chain, deployment, at, cleo.publicKey, feePayer);
    const { free } = await read(at);
    await arriveAt(chain, (await chain.unixTime()) + 2n * WEEK);
    await evictMember(chain, deployment, at, cleo.publicKey, feePayer);
    assert.equal((await read(at)).free, free + 2n * INCOME);
    assert.equal(await has(cleo), 0n);

    // the creator stops it; what is owed is paid, what is left comes back
    await stopPool(chain, deployment, at, creator);
    assert.equal((await claim(at, anna)).amount, 3n * INCOME);
    for (const { publicKey } of [anna, ben]) await evictMember(chain, deployment, at, publicKey, feePayer);
    await closePool(chain, deployment, at, creator);
    assert.equal(await readIncomePool(chain, deployment, at), null);
    assert.deepEqual(
      [await has(anna), await has(ben), await has(creator)],
      [4n * INCOME, 3n * INCOME, PURSE - 7n * INCOME],
    );
  });

  it('in Expire, what nobody claims in its week pays the next one', async () => {
    const { chain, deployment, feePayer } = on;
    const before = await has(creator);
    const { at, firstEpochAt } = await pool(2n, 'Expire', 2n * INCOME);
    const [anna, ben] = [await person(), await person()];
    for (const wallet of [anna, ben]) await joinPool(chain, deployment, at, wallet, feePayer);
    await arriveAt(chain, firstEpochAt);
    await openEpoch(chain, deployment, at, feePayer);
    await claim(at, anna);
    await arriveAt(chain, firstEpochAt + WEEK);
    await assert.rejects(claim(at, ben), NoIncome);
    await fundPool(chain, deployment, at, creator, INCOME);
    await openEpoch(chain, deployment, at, feePayer);
    await claim(at, ben);
    // Anna leaves with her part paid on the way
    await leavePool(chain, deployment, at, anna);
    assert.equal(await has(anna), 2n * INCOME);
    await stopPool(chain, deployment, at, creator);
    await evictMember(chain, deployment, at, ben.publicKey, feePayer);
    await closePool(chain, deployment, at, creator);
    assert.equal(await has(creator), before - 3n * INCOME);
  });
});
