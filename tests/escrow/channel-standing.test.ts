import assert from 'node:assert/strict';
import { type ChannelOpenParams, channelRearm, scoreAddress, trancheRelease } from '@agent-labs/sdk';
import { PublicKey, SystemProgram } from '@solana/web3.js';
import { agentOn, type EscrowFixture, type EscrowFixtureOptions, escrowOn } from '../fixtures/escrow';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { type StakeFixture, stakeOn } from '../fixtures/stake';
import { expectRefused, withAccount } from '../helpers/refused';
import { key, patch } from '../registry/support';
import { channelOpening, openAnother, rewrite } from './shared';

/** What the config asks for here, base units. */
const MIN_STAKE = 300n;
/** 20.01 % of 499 base units, rounded up. */
const FIRST_LOSS = 100n;
/** Where fields of a `Score` begin in its account; its layout test pins them. */
const SCORE = { version: 8, epoch: 12, agent: 24, current: 88, size: 280 };
const SCORE_DISCRIMINATOR = [187, 110, 62, 119, 232, 235, 185, 90];
/** Where `min_stake` begins in the config's account, and `stake_mint`. */
const CONFIG = { minStake: 232, stakeMint: 152 };

type Both = EscrowFixture & { stake: StakeFixture };

describe('escrow channels and what stands behind an agent', () => {
  let registry: RegistryFixture;
  before(async () => {
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    const limits = { minStake: MIN_STAKE, slashCapDispute: 499n, firstLossBps: 2_001 };
    registry = await registryFixture(await startProgramChain('bankrun'), {
      settings: { windows, ...limits },
    });
  });

  /** A payer, and an agent of its own whose vault is open. */
  const both = async (options: Pick<EscrowFixtureOptions, 'mandate'> = {}): Promise<Both> => {
    const own = await agentOn(registry);
    const stake = await stakeOn(own);
    return { ...(await escrowOn(own, { ...options, channel: null })), stake };
  };
  const signers = (on: EscrowFixture) => [on.session, on.payer];
  const refused = async (on: EscrowFixture, error: string, changes: Partial<ChannelOpenParams> = {}) => {
    const { instruction } = await channelOpening(on, changes);
    await expectRefused(on.chain, instruction, signers(on), error);
  };
  const rearming = async (on: EscrowFixture) => {
    const { expiresAt } = await on.readChannel();
    return channelRearm(on.deployment, on.channelRef, on.session.publicKey, 10_000n, expiresAt);
  };
  /** A score, written past the reputation program: stars × weight over weight. */
  const rated = async (on: EscrowFixture, weight: bigint, weighted: bigint, epoch = 1) => {
    const data = Buffer.alloc(SCORE.size);
    data.set(SCORE_DISCRIMINATOR);
    data.writeUInt8(1, SCORE.version);
    data.writeUInt32LE(epoch, SCORE.epoch);
    data.set(on.agent.toBytes(), SCORE.agent);
    for (const [at, value] of [1n, weight, weighted].entries()) {
      data.writeBigUInt64LE(value, SCORE.current + 8 * at);
    }
    const at = scoreAddress(on.deployment, on.agent);
    const lamports = await on.chain.rentExemption(data.length);
    await on.chain.setAccount(at, { lamports, owner: on.deployment.reputation, data, executable: false });
    return at;
  };

  it('StakeTooLow: asks for the minimum of the config exactly, of both tranches together', async () => {
    const on = await both();
    const { stake } = on;
    await refused(on, 'StakeTooLow');
    const backer = await stake.backer();
    await stake.stake(stake.owner, FIRST_LOSS);
    await stake.stake(backer, MIN_STAKE - FIRST_LOSS - 1n);
    await refused(on, 'StakeTooLow');
    await stake.stake(backer, 1n);
    await openAnother(on);
  });

  it('FirstLossTooLow: asks the owner for its part of the cap exactly, rounded up', async () => {
    const on = await both();
    const { stake } = on;
    await stake.stake(await stake.backer(), 10_000n);
    await stake.stake(stake.owner, FIRST_LOSS - 1n);
    await stake.stake(stake.owner, 10_000n, 'Backers');
    await refused(on, 'FirstLossTooLow');
    await stake.stake(stake.owner, 1n);
    await openAnother(on);
  });

  it('StakeTooLow: asks for what the mandate wants beyond the config', async () => {
    const on = await both({ mandate: { minStake: 1_000n } });
    await on.stake.stake(on.stake.owner, 999n);
    await refused(on, 'StakeTooLow');
    await on.stake.stake(on.stake.owner, 1n);
    await openAnother(on);
    const less = await escrowOn(on, { mandate: { minStake: 1n }, channel: null });
    await on.stake.unstake(on.stake.owner, 701n);
    await refused(less, 'StakeTooLow');
  });

  it('is asked for by the mandate alone where the config asks for nothing', async () => {
    const on = await both({ mandate: { minStake: 150n } });
    const free = await escrowOn(on, { channel: null });
    const config = await on.chain.getAccount(on.config);
    try {
      await patch(on.chain, on.config, (data) => data.writeBigUInt64LE(0n, CONFIG.minStake));
      await openAnother(free);
      await refused(on, 'StakeTooLow');
      await on.stake.stake(await on.stake.backer(), 150n);
      await refused(on, 'FirstLossTooLow');
      await on.stake.stake(on.stake.owner, FIRST_LOSS);
      await openAnother(on);
    } finally {
      await on.chain.setAccount(on.config, config);
    }
  });

  it('what cools counts no more, also for a re-arm', async () => {
    const on = await both();
    const { stake } = on;
    await stake.stake(stake.owner, MIN_STAKE);
    await openAnother(on, { n: 0 });
    await on.chain.advance({ slots: 1 });
    await on.send(await rearming(on), on.session);
    await stake.unstake(stake.owner, 1n);
    await expectRefused(on.chain, await rearming(on), [on.session], 'StakeTooLow');
    await stake.stake(await stake.backer(), 1_000n);
    await on.send(await rearming(on), on.session);
    await stake.unstake(stake.owner, MIN_STAKE - FIRST_LOSS);
    await expectRefused(on.chain, await rearming(on), [on.session], 'FirstLossTooLow');
    await refused(on, 'FirstLossTooLow', { n: 1 });
  });

  it("after a sale the former owner's stake counts for nothing, until the new owner's suffices", async () => {
    const on = await both();
    const { stake } = on;
    await stake.stake(await stake.backer(), MIN_STAKE);
    await stake.stake(stake.owner, FIRST_LOSS);
    await openAnother(on, { n: 0 });
    const buyer = await stake.sell();
    await refused(on, 'FirstLossTooLow', { n: 1 });
    await on.send(await trancheRelease(on.deployment, on.agent, stake.owner.publicKey));
    await refused(on, 'FirstLossTooLow', { n: 1 });
    await stake.stake(buyer, FIRST_LOSS, 'FirstLoss');
    await openAnother(on, { n: 1 });
  });

  it('stake of a mint that the config gave up counts for nothing', async () => {
    const on = await both();
    await on.stake.stake(on.stake.owner, MIN_STAKE);
    const config = await on.chain.getAccount(on.config);
    try {
      await patch(on.chain, on.config, (data) => data.set(key().toBytes(), CONFIG.stakeMint));
      await refused(on, 'StakeTooLow');
    } finally {
      await on.chain.setAccount(on.config, config);
    }
    await openAnother(on);
  });

  it('StakeVaultMismatch: reads the vault of the agent alone', async () => {
    const [on, another] = [await both(), await both()];
    for (const each of [on, another]) await each.stake.stake(each.stake.owner, MIN_STAKE);
    const { instruction } = await channelOpening(on);
    const copy = key();
    const state = await on.chain.getAccount(on.stake.vault);
    assert.ok(state);
    await on.chain.setAccount(copy, { ...state, owner: SystemProgram.programId });
    const position = on.stake.position(on.stake.owner);
    for (const pubkey of [another.stake.vault, position, on.stake.tokens, on.agent, on.mandate, copy]) {
      const other = withAccount(instruction, 'stake_vault', { pubkey });
      await expectRefused(on.chain, other, signers(on), 'StakeVaultMismatch');
    }
    const vacant = withAccount(instruction, 'stake_vault', { pubkey: key() });
    await expectRefused(on.chain, vacant, signers(on), 'StakeTooLow');
    await on.send(instruction, ...signers(on));
  });

  it('UnknownLayout, attack 12: reads no vault and no score of another layout', async () => {
    const on = await both({ mandate: { minScore: 1_000 } });
    await on.stake.stake(on.stake.owner, MIN_STAKE);
    const score = await rated(on, 1n, 5n);
    for (const at of [on.stake.vault, score]) {
      const before = await on.chain.getAccount(at);
      for (const layout of [0, 2, 255]) {
        await patch(on.chain, at, (data) => data.writeUInt8(layout, 8));
        await refused(on, 'UnknownLayout');
      }
      await on.chain.setAccount(at, before);
    }
    await openAnother(on);
  });

  it('ScoreTooLow: asks for the minimum of the mandate exactly, of this ownership epoch', async () => {
    const on = await both({ mandate: { minScore: 4_500 } });
    await on.stake.stake(on.stake.owner, MIN_STAKE);
    await refused(on, 'ScoreTooLow');
    await rated(on, 0n, 0n);
    await refused(on, 'ScoreTooLow');
    await rated(on, 1_000n, 4_499n);
    await refused(on, 'ScoreTooLow');
    await rated(on, 2n, 9n, 2);
    await refused(on, 'ScoreTooLow');
    await rated(on, 2n, 9n);
    await openAnother(on, { n: 0 });
    await on.chain.advance({ slots: 1 });
    await on.send(await rearming(on), on.session);
    await rated(on, 2n, 8n);
    await expectRefused(on.chain, await rearming(on), [on.session], 'ScoreTooLow');
  });

  it('ScoreMismatch: reads the score of the agent alone', async () => {
    const [on, another] = [await both({ mandate: { minScore: 1_000 } }), await both()];
    await on.stake.stake(on.stake.owner, MIN_STAKE);
    await rated(on, 1n, 5n);
    const theirs = await rated(another, 1n, 5n);
    const { instruction } = await channelOpening(on);
    for (const pubkey of [theirs, on.stake.vault, on.agent, on.mint]) {
      const other = withAccount(instruction, 'score', { pubkey });
      await expectRefused(on.chain, other, signers(on), 'ScoreMismatch');
    }
    const vacant = withAccount(instruction, 'score', { pubkey: PublicKey.unique() });
    await expectRefused(on.chain, vacant, signers(on), 'ScoreTooLow');
    await on.send(instruction, ...signers(on));
  });

  it('without a limit nothing of the two accounts is read', async () => {
    const on = await both();
    await on.stake.stake(on.stake.owner, MIN_STAKE);
    const config = await on.chain.getAccount(on.config);
    try {
      await patch(on.chain, on.config, (data) => data.writeBigUInt64LE(0n, CONFIG.minStake));
      const { instruction } = await channelOpening(on);
      const odd = withAccount(instruction, 'stake_vault', { pubkey: on.mandate });
      await on.send(withAccount(odd, 'score', { pubkey: on.agent }), ...signers(on));
    } finally {
      await on.chain.setAccount(on.config, config);
    }
  });

  it('MathOverflow: sums no stake beyond 64 bits', async () => {
    const on = await both();
    const most = (1n << 64n) - 1n;
    await rewrite(on.chain, 'stakeVault', on.stake.vault, {
      firstLoss: { tokens: most },
      backers: { tokens: 1n },
    });
    await refused(on, 'MathOverflow');
  });
});
