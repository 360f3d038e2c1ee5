import assert from 'node:assert/strict';
import { scoreAddress, scoreSync, stakeVaultAddress, vaultOpen } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import type { EscrowFixture } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, copyOf, key, lamportsOf, patch } from '../registry/support';
import { eventOf, paidChannel, pay, rated, receiptRegistry, rewrite, scoreOf } from './support';

/** Where a vault's account tells what disputes cost. */
const SLASHED_AT = 8 + 264;
const LOST_AT = 8 + 368;

describe('reputation score_sync', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  const vaultOf = (on: EscrowFixture) => stakeVaultAddress(on.deployment, on.agent);
  /** Writes what disputes cost into the agent's vault, past every rule. */
  const cost = (on: EscrowFixture, disputesLost: number, slashed: bigint) =>
    patch(on.chain, vaultOf(on), (data) => {
      data.writeBigUInt64LE(slashed, SLASHED_AT);
      data.writeUInt32LE(disputesLost, LOST_AT);
    });
  /** An agent with a vault that lost two disputes and 70 by them. */
  const slashed = async (on?: EscrowFixture): Promise<EscrowFixture> => {
    const of = on ?? (await paidChannel(registry));
    const { agent, deployment, feePayer, stakeMint } = of;
    const { instruction } = await vaultOpen(deployment, { rentPayer: feePayer.publicKey, agent, stakeMint });
    await of.send(instruction);
    await cost(of, 2, 70n);
    return of;
  };
  const syncing = (on: EscrowFixture, payer: Keypair = on.feePayer) =>
    scoreSync(on.deployment, { agent: on.agent, payer: payer.publicKey });
  const sync = async (on: EscrowFixture, payer?: Keypair) =>
    on.send(await syncing(on, payer), ...(payer === undefined ? [] : [payer]));
  const refused = async (on: EscrowFixture, error: string) =>
    expectRefused(on.chain, await syncing(on, on.payer), [on.payer], error);

  it('takes over what disputes cost, leaves the ratings, and tells both', async () => {
    const on = await slashed();
    await rated(on, 4);
    const before = await scoreOf(on);
    assert.ok(before);
    const lamports = await lamportsOf(on.chain, on.creator.publicKey);
    const event = eventOf(await sync(on, on.creator), 'scoreSynced');
    assertSame(await scoreOf(on), { ...before, disputesLost: 2, slashed: 70n });
    assert.equal(await lamportsOf(on.chain, on.creator.publicKey), lamports);
    const { ownershipEpoch, agentVersion, payers, previousPayers, current, versionTally } = before;
    assertSame(event, {
      score: scoreAddress(on.deployment, on.agent),
      agent: on.agent,
      stakeVault: vaultOf(on),
      rentPayer: on.payer.publicKey,
      isNew: false,
      disputesLostBefore: 0,
      disputesLostAfter: 2,
      slashedBefore: 0n,
      slashedAfter: 70n,
      state: {
        ...{ ownershipEpoch, agentVersion, payers, previousPayers, current, versionTally },
        ...{ previous: before.previous, ratings: before.ratings },
      },
    });
  });

  it('makes the score of an agent that nobody rated, its rent the caller’s', async () => {
    const on = await slashed();
    const stranger = await funded(on.chain);
    const before = await lamportsOf(on.chain, stranger.publicKey);
    const event = eventOf(await sync(on, stranger), 'scoreSynced');
    assertSame([event.isNew, event.rentPayer, event.state.ratings], [true, stranger.publicKey, 0n]);
    const rent = await on.chain.rentExemption(280);
    assert.equal(await lamportsOf(on.chain, stranger.publicKey), before - rent);
    const score = await scoreOf(on);
    assert.ok(score);
    assertSame(
      [score.agent, score.rentPayer, score.ownershipEpoch, score.disputesLost, score.slashed],
      [on.agent, stranger.publicKey, 1, 2, 70n],
    );
    // and ratings enter it like any other
    await rated(on, 5);
    const rates = await scoreOf(on);
    assert.deepEqual([rates?.ratings, rates?.disputesLost, rates?.slashed], [1n, 2, 70n]);
  });

  refusesForgeries(
    async () => {
      const on = await slashed(await paidChannel(await receiptRegistry()));
      await rated(on, 4);
      return { chain: on.chain, instruction: await syncing(on, on.payer), signers: [on.payer] };
    },
    { apart: ['score'], twice: {}, readonly: {} },
  );

  it('ScoreUnchanged: what the score knows already, and where nothing was lost', async () => {
    const on = await slashed();
    await cost(on, 0, 0n);
    await refused(on, 'ScoreUnchanged');
    await rated(on, 4);
    await refused(on, 'ScoreUnchanged');
    await cost(on, 1, 0n);
    await sync(on);
    await refused(on, 'ScoreUnchanged');
    await cost(on, 1, 5n);
    await sync(on);
    await refused(on, 'ScoreUnchanged');
    await pay(on, 110_000n, 20);
    await rated(on, 4);
    const score = await scoreOf(on);
    assert.deepEqual([score?.disputesLost, score?.slashed, score?.ratings], [1, 5n, 2n]);
  });

  it('InvariantBroken: a vault that forgot, or a score that does not hold', async () => {
    const on = await slashed();
    await sync(on);
    for (const [lost, amount] of [
      [1, 80n],
      [3, 69n],
      [1, 69n],
    ] as const) {
      await cost(on, lost, amount);
      await refused(on, 'InvariantBroken');
    }
    await cost(on, 3, 80n);
    await rewrite(on, 'score', scoreAddress(on.deployment, on.agent), { payers: 1 });
    await refused(on, 'InvariantBroken');
  });

  it('AgentMismatch, ScoreMismatch: another agent’s vault or score, or none', async () => {
    const [on, other] = [await slashed(), await slashed()];
    const score = scoreAddress(on.deployment, on.agent);
    const wrong = async (name: string, pubkey: Parameters<typeof copyOf>[1], error: string) => {
      const changed = withAccount(await syncing(on, on.payer), name, { pubkey });
      await expectRefused(on.chain, changed, [on.payer], error, [score]);
    };
    await wrong('stake_vault', vaultOf(other), 'AgentMismatch');
    await wrong('agent', other.agent, 'AgentMismatch');
    await wrong('stake_vault', stakeVaultAddress(on.deployment, key()), 'AccountOwnedByWrongProgram');
    const theirs = scoreAddress(on.deployment, other.agent);
    await wrong('score', theirs, 'ScoreMismatch');
    await wrong('score', key(), 'ScoreMismatch');
    await sync(other);
    await wrong('score', theirs, 'ScoreMismatch');
    await wrong('score', on.channel, 'ScoreMismatch');
    await sync(on);
    await cost(on, 3, 80n);
    await wrong('score', await copyOf(on.chain, score, on.deployment.escrow), 'ScoreMismatch');
    await patch(on.chain, score, (data) => data.writeUInt8(2, 8));
    await refused(on, 'UnknownLayout');
  });

  it('goes on while paused', async () => {
    const on = await slashed();
    await whilePaused(registry, () => sync(on));
    assert.equal((await scoreOf(on))?.disputesLost, 2);
  });

  it('stays within its budget, a new score included', async () => {
    const on = await slashed();
    const { computeUnits } = await sync(on);
    assert.ok(computeUnits < 30_000n, `${computeUnits} CU`);
  });
});
