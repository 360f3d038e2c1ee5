import assert from 'node:assert/strict';
import { PauseBit, type StakeParams, stake } from '@agent-labs/sdk';
import { PublicKey, SystemProgram } from '@solana/web3.js';
import { rewrite, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { type StakeFixture, stakeTokensOf } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, lamportsOf, nonCanonical } from '../registry/support';
import { assertStakeBooks, EMPTY, NO_POSITION, pool, sharedStake, told, toldOf } from './shared';

const POSITION_SIZE = 8 + 144;
const U64_MAX = (1n << 64n) - 1n;

describe('stake stake', () => {
  const { staked, onBothChains } = sharedStake();

  const staking = async (on: StakeFixture, changes: Partial<StakeParams> = {}) => {
    const { agent, deployment, owner, stakeMint } = on;
    const usual = { agent, staker: owner.publicKey, tranche: 'FirstLoss', stakeMint, amount: 500n } as const;
    return (await stake(deployment, { ...usual, ...changes })).instruction;
  };

  onBothChains('makes the position, moves the tokens, gives a share a base unit', async (on, kind) => {
    const { agent, chain, owner, tokens, vault } = on;
    const [before, now] = [await on.readVault(), await chain.unixTime()];
    const outcome = await on.stake(owner, 1_234n);
    const position = on.position(owner);
    const seeds = [Buffer.from('position'), vault.toBytes(), owner.publicKey.toBytes(), Buffer.from([0])];
    assertSame(await on.readPosition(owner), {
      version: 1,
      bump: PublicKey.findProgramAddressSync(seeds, on.deployment.stake)[1],
      tranche: 'FirstLoss',
      padding: [0],
      activeEpoch: 0,
      coolingEpoch: 0,
      padding2: [0, 0, 0, 0],
      vault,
      staker: owner.publicKey,
      activeShares: 1_234n,
      coolingShares: 0n,
      coolingUntil: 0n,
      openedAt: now,
      reserved: Array(32).fill(0),
    });
    const firstLoss = { ...EMPTY, tokens: 1_234n, shares: 1_234n };
    assertSame(await on.readVault(), { ...before, positions: 1, firstLoss, staked: 1_234n });
    assert.equal(await tokenBalance(chain, tokens), 1_234n);
    assert.equal(await tokenBalance(chain, on.ownerTokens), PURSE - 1_234n);
    assert.equal(await lamportsOf(chain, position), await chain.rentExemption(POSITION_SIZE));
    await assertStakeBooks(on, [position]);
    assertRecorded(kind, outcome, 'staked', {
      vault,
      agent,
      position,
      staker: owner.publicKey,
      tranche: { firstLoss: {} },
      amount: 1_234n,
      shares: 1_234n,
      opened: true,
      positionBefore: NO_POSITION,
      positionAfter: { ...NO_POSITION, activeShares: 1_234n },
      activeBefore: told(EMPTY),
      activeAfter: told(firstLoss),
    });
  });

  onBothChains(
    'adds to a position, at what a share is worth after a slash, rounded down',
    async (on, kind) => {
      const backer = await on.backer();
      await on.stake(backer, 300n);
      // a third was slashed
      await rewrite(on.chain, 'stakeVault', on.vault, { backers: pool(200n, 300n), slashed: 100n });
      await tokenAccount(on.chain, on.stakeMint, on.vault, 200n, { at: on.tokens });
      const [before, vaultBefore] = [await on.readPosition(backer), await on.readVault()];
      const outcome = await on.stake(backer, 101n);
      const after = await on.readPosition(backer);
      assertSame(after, { ...before, activeShares: 300n + 151n });
      const backers = { ...EMPTY, tokens: 301n, shares: 451n };
      assertSame(await on.readVault(), { ...vaultBefore, backers, staked: 401n });
      await assertStakeBooks(on, [on.position(backer)]);
      assertRecorded(kind, outcome, 'staked', {
        vault: on.vault,
        agent: on.agent,
        position: on.position(backer),
        staker: backer.publicKey,
        tranche: { backers: {} },
        amount: 101n,
        shares: 151n,
        opened: false,
        positionBefore: toldOf(before),
        positionAfter: toldOf(after),
        activeBefore: told(vaultBefore.backers),
        activeAfter: told(backers),
      });
    },
  );

  refusesForgeries(
    async () => {
      const on = await staked();
      await on.stake(on.owner, 500n);
      return { chain: on.chain, instruction: await staking(on), signers: [on.owner] };
    },
    {
      twice: { 'tokens as source': 'token:OwnerMismatch', 'source as tokens': 'VaultTokensMismatch' },
    },
  );

  it('takes backers of every kind, the owner too, beside the first-loss tranche', async () => {
    const on = await staked({ status: 'Suspended' });
    const [first, second] = [await on.backer(), await on.backer()];
    await on.stake(on.owner, 7n);
    await on.stake(on.owner, 11n, 'Backers');
    await on.stake(first, 13n);
    await on.stake(second, 17n);
    const vault = await on.readVault();
    assert.deepEqual([vault.firstLoss.tokens, vault.backers.tokens, vault.positions], [7n, 41n, 4]);
    const positions = [on.position(on.owner), on.position(on.owner, 'Backers')];
    await assertStakeBooks(on, [...positions, on.position(first), on.position(second)]);
  });

  it('starts again at nothing where a slash wiped the pool', async () => {
    const on = await staked();
    await on.stake(on.owner, 50n);
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLoss: pool(0n, 0n, 1), slashed: 50n });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 0n, { at: on.tokens });
    await on.stake(on.owner, 9n);
    const { activeShares, activeEpoch } = await on.readPosition(on.owner);
    assert.deepEqual([activeShares, activeEpoch], [9n, 1]);
    await assertStakeBooks(on, [on.position(on.owner)]);
  });

  it('attack 25: gives as many shares whatever somebody sent to the vault', async () => {
    const on = await staked();
    const [first, second] = [await on.backer(), await on.backer()];
    await on.stake(first, 1n);
    await tokenAccount(on.chain, on.stakeMint, on.vault, 1_000_001n, { at: on.tokens });
    await on.stake(second, 1_000n);
    assert.equal((await on.readPosition(second)).activeShares, 1_000n);
    assert.equal((await on.readVault()).backers.tokens, 1_001n);
    await assertStakeBooks(on, [on.position(first), on.position(second)], 1_000_000n);
  });

  it('Paused: takes nothing while staking is paused', async () => {
    const on = await staked();
    const instruction = await staking(on);
    await whilePaused(on, () => expectRefused(on.chain, instruction, [on.owner], 'Paused'), PauseBit.Stake);
    await whilePaused(on, () => on.send(instruction, on.owner), 127 & ~PauseBit.Stake);
  });

  it('AmountZero, attack 14: takes something, and no more than there is', async () => {
    const on = await staked();
    await expectRefused(on.chain, await staking(on, { amount: 0n }), [on.owner], 'AmountZero');
    for (const amount of [PURSE + 1n, U64_MAX]) {
      await expectRefused(on.chain, await staking(on, { amount }), [on.owner], 'token:InsufficientFunds');
    }
    await on.send(await staking(on, { amount: PURSE }), on.owner);
  });

  it('AgentRetiring: takes no stake for an agent that retires', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.retire();
    await expectRefused(on.chain, await staking(on), [on.owner], 'AgentRetiring');
    const backing = await staking(on, { staker: backer.publicKey, tranche: 'Backers' });
    await expectRefused(on.chain, backing, [backer], 'AgentRetiring');
  });

  it('NotOwner: takes first-loss stake of the present owner alone', async () => {
    const on = await staked();
    const [backer, buyer] = [await on.backer(), await on.sell()];
    for (const staker of [backer, on.owner]) {
      const instruction = await staking(on, { staker: staker.publicKey });
      await expectRefused(on.chain, instruction, [staker], 'NotOwner');
    }
    const instruction = await staking(on, { staker: buyer.publicKey });
    await expectRefused(on.chain, instruction, [buyer], 'TrancheNotReleased');
  });

  it('PoolFull, MathOverflow: counts nothing beyond 64 bits', async () => {
    const on = await staked();
    await on.stake(on.owner, 1n);
    const slashed = { firstLoss: pool(1n, 1_000_000n), staked: 1n };
    await rewrite(on.chain, 'stakeVault', on.vault, slashed);
    await tokenAccount(on.chain, on.stakeMint, on.owner.publicKey, U64_MAX / 2n);
    const instruction = await staking(on, { amount: U64_MAX / 2n });
    await expectRefused(on.chain, instruction, [on.owner], 'PoolFull');
    const counted = { firstLoss: pool(1n, 1n), staked: U64_MAX, returned: U64_MAX - 1n };
    await rewrite(on.chain, 'stakeVault', on.vault, counted);
    await expectRefused(on.chain, await staking(on, { amount: 1n }), [on.owner], 'MathOverflow');
    await rewrite(on.chain, 'stakeVault', on.vault, { staked: 1n, returned: 0n, positions: 2 ** 32 - 1 });
    const backer = await on.backer();
    const opening = await staking(on, { staker: backer.publicKey, tranche: 'Backers' });
    await expectRefused(on.chain, opening, [backer], 'MathOverflow');
  });

  it('InvariantBroken: takes nothing into books that do not add up', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    for (const fields of [
      { staked: 11n },
      { firstLoss: pool(10n, 9n) },
      { backers: pool(0n, 1n) },
      { backers: pool(5n, 5n), staked: 15n },
    ]) {
      const before = await on.chain.getAccount(on.vault);
      await rewrite(on.chain, 'stakeVault', on.vault, fields);
      await expectRefused(on.chain, await staking(on), [on.owner], 'InvariantBroken');
      await on.chain.setAccount(on.vault, before);
    }
  });

  it('MintMismatch, attack 1: spends stake tokens of the staker alone', async () => {
    const on = await staked();
    const mint = await createMint(on.chain, key());
    const other = await tokenAccount(on.chain, mint, on.owner.publicKey, 500n);
    await expectRefused(on.chain, await staking(on, { source: other }), [on.owner], 'MintMismatch');
    const backer = await on.backer();
    const theirs = stakeTokensOf(on, backer.publicKey);
    await expectRefused(on.chain, await staking(on, { source: theirs }), [on.owner], 'token:OwnerMismatch');
    const at = key();
    await tokenAccount(on.chain, on.stakeMint, on.owner.publicKey, 500n, { at, frozen: true });
    await expectRefused(on.chain, await staking(on, { source: at }), [on.owner], 'token:AccountFrozen');
  });

  it('AgentMismatch, VaultTokensMismatch: takes vault, agent and tokens that belong together', async () => {
    const [on, another] = [await staked(), await staked()];
    const instruction = await staking(on);
    const agent = withAccount(instruction, 'agent', { pubkey: another.agent });
    await expectRefused(on.chain, agent, [on.owner], 'AgentMismatch');
    const tokens = withAccount(instruction, 'tokens', { pubkey: another.tokens });
    await expectRefused(on.chain, tokens, [on.owner], 'VaultTokensMismatch');
    const own = await tokenAccount(on.chain, on.stakeMint, on.vault, 0n, { at: key() });
    const forged = withAccount(instruction, 'tokens', { pubkey: own });
    await expectRefused(on.chain, forged, [on.owner], 'VaultTokensMismatch');
  });

  it('PositionMismatch, attack 5: takes no position of another bump, staker, vault or tranche', async () => {
    const [on, another] = [await staked(), await staked()];
    const backer = await on.backer();
    const instruction = await staking(on);
    const seeds = [
      Buffer.from('position'),
      on.vault.toBytes(),
      on.owner.publicKey.toBytes(),
      Buffer.from([0]),
    ];
    const vacant = [key(), nonCanonical(seeds, on.deployment.stake), on.position(backer)];
    await on.stake(on.owner, 5n, 'Backers');
    await another.stake(another.owner, 5n);
    const taken = [on.position(on.owner, 'Backers'), another.position(another.owner)];
    for (const pubkey of [...vacant, ...taken]) {
      const other = withAccount(instruction, 'position', { pubkey });
      await expectRefused(on.chain, other, [on.owner], 'PositionMismatch');
    }
    await on.stake(backer, 5n);
    const theirs = withAccount(instruction, 'position', { pubkey: on.position(backer) });
    await expectRefused(on.chain, theirs, [on.owner], 'PositionMismatch');
  });

  it('attack 11: makes the position where somebody sent lamports before', async () => {
    for (const lamports of [1n, 100_000_000n]) {
      const on = await staked();
      const sent = { lamports, owner: SystemProgram.programId, data: new Uint8Array(), executable: false };
      await on.chain.setAccount(on.position(on.owner), sent);
      await on.stake(on.owner, 5n);
      await assertStakeBooks(on, [on.position(on.owner)]);
    }
  });
});
