import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AccountMismatch,
  agentHeartbeat,
  agentSetStatus,
  scoreAddress,
  stakeVaultAddress,
  TransactionFailed,
  type TrustShortfall,
  trustProof,
  trustShortfalls,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { rewrite as rewriteOther } from '../escrow/shared';
import type { EscrowFixture } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { type StakeFixture, stakeOn } from '../fixtures/stake';
import { assertSame, copyOf, key, patch } from '../registry/support';
import { anotherPayer, paidChannel, pay, rated, receiptRegistry } from './support';

const GATE = new PublicKey('TGaTeqYyrcJEzVqUPPGiLahfr8SBHxkWJ8f4zVtGdQp');
/** Errors of the gate, from 6000 on. */
const ERRORS = [
  'NotAnAgent',
  'ScoreMismatch',
  'StakeVaultMismatch',
  'LayoutUnknown',
  'AgentStale',
  'ScoreTooLow',
  'TooFewPayers',
  'StakeTooLow',
  'DisputesTooMany',
] as const;
type GateError = (typeof ERRORS)[number];
const SLASHED_AT = 8 + 264;
const LOST_AT = 8 + 368;

interface Asks {
  minMean: number;
  minPayers: number;
  minStake: bigint;
  maxDisputesLost: number;
}
const USUAL: Asks = { minMean: 4_000, minPayers: 2, minStake: 1_000n, maxDisputesLost: 0 };

const tag = (name: string) => createHash('sha256').update(name).digest().subarray(0, 8);

describe('a program that works with no agent below what it asks for', () => {
  let registry: RegistryFixture;
  let on: EscrowFixture;
  let stake: StakeFixture;
  let keeper: Keypair;

  before(async () => {
    const elf = readFileSync(join(__dirname, '../programs/trust_gate.so'));
    registry = await receiptRegistry({ programs: [{ name: 'trust_gate', programId: GATE, elf }] });
  });
  /** Rated 5 and 4 by two payers, with a vault of 5,000. */
  const trusted = async () => {
    const agent = await paidChannel(registry);
    await rated(agent, 5);
    const second = await anotherPayer(agent);
    await pay(second, 100_000n);
    await rated(second, 4);
    const vault = await stakeOn(agent);
    await vault.stake(vault.owner, 4_000n);
    await vault.stake(await vault.backer(), 1_000n);
    return { agent, vault };
  };
  beforeEach(async () => {
    ({ agent: on, vault: stake } = await trusted());
    keeper = await gateOf(USUAL);
  });

  const gateAt = ({ publicKey }: Keypair) =>
    PublicKey.findProgramAddressSync([Buffer.from('gate'), publicKey.toBytes()], GATE)[0];
  /** A keeper's gate with what it asks for. */
  const gateOf = async (asks: Asks): Promise<Keypair> => {
    const by = await funded(registry.chain);
    const data = Buffer.alloc(8 + 4 + 4 + 8 + 32 + 4);
    data.set(tag('global:gate_open'), 0);
    data.writeUInt32LE(asks.minMean, 8);
    data.writeUInt32LE(asks.minPayers, 12);
    data.writeBigUInt64LE(asks.minStake, 16);
    data.set(registry.stakeMint.toBytes(), 24);
    data.writeUInt32LE(asks.maxDisputesLost, 56);
    const keys = [
      { pubkey: by.publicKey, isSigner: true, isWritable: true },
      { pubkey: gateAt(by), isSigner: false, isWritable: true },
      { pubkey: SystemProgram.programId, isSigner: false, isWritable: false },
    ];
    await registry.send(new TransactionInstruction({ programId: GATE, keys, data }), by);
    return by;
  };
  const own = () => ({
    agent: on.agent,
    score: scoreAddress(on.deployment, on.agent),
    vault: stakeVaultAddress(on.deployment, on.agent),
  });
  const working = (accounts: Partial<ReturnType<typeof own>> = {}, by = keeper) => {
    const { agent, score, vault } = { ...own(), ...accounts };
    const read = [agent, score, vault].map((pubkey) => ({ pubkey, isSigner: false, isWritable: false }));
    const keys = [{ pubkey: gateAt(by), isSigner: false, isWritable: true }, ...read];
    return new TransactionInstruction({ programId: GATE, keys, data: tag('global:work') });
  };
  const worked = async (by = keeper) => {
    const account = await registry.chain.getAccount(gateAt(by));
    return Buffer.from(account?.data ?? []).readBigUInt64LE(8 + 32 + 52);
  };
  const works = async (by = keeper) => {
    const before = await worked(by);
    const outcome = await registry.send(working({}, by));
    assert.equal(await worked(by), before + 1n);
    return outcome;
  };
  const refused = async (error: GateError, accounts: Partial<ReturnType<typeof own>> = {}, by = keeper) => {
    const before = await worked(by);
    const refusal = await registry.send(working(accounts, by)).then(
      () => assert.fail(`not refused; ${error} expected`),
      (thrown: unknown) => thrown,
    );
    assert.ok(refusal instanceof TransactionFailed, String(refusal));
    assert.equal(refusal.code, 6_000 + ERRORS.indexOf(error), refusal.message);
    assert.ok(refusal.logs.some((line) => line.includes(`Error Code: ${error}.`)));
    assert.equal(await worked(by), before);
  };
  /** What the client's proof says the agent is short of. */
  const short = async (asks: Asks = USUAL): Promise<TrustShortfall[]> =>
    trustShortfalls(await trustProof(on.chain, on.deployment, on.agent), {
      minMilliStars: asks.minMean,
      minPayers: asks.minPayers,
      minStake: { mint: on.stakeMint, amount: asks.minStake },
      maxDisputesLost: asks.maxDisputesLost,
    });

  it('works with a rated agent, for few compute units; trustProof tells the same', async () => {
    const { computeUnits } = await works();
    assert.ok(computeUnits < 30_000n, `${computeUnits} CU`);
    assert.deepEqual(await short(), []);
    const { owner, readAt, ...proof } = await trustProof(on.chain, on.deployment, on.agent);
    assertSame(owner, on.creator.publicKey);
    assert.equal(readAt, await on.chain.unixTime());
    assertSame(proof, {
      agent: on.agent,
      ownershipEpoch: 1,
      version: 1,
      status: 'Active',
      isLive: true,
      milliStars: 4_500,
      ratings: 2n,
      payers: 2,
      volume: 200_000n,
      disputesLost: 0,
      slashed: 0n,
      stake: { mint: on.stakeMint, firstLoss: 4_000n, backers: 1_000n },
    });
  });

  it('ScoreTooLow, TooFewPayers, StakeTooLow: below what is asked by one, and not at it', async () => {
    for (const [asks, error] of [
      [{ minMean: 4_501 }, 'ScoreTooLow'],
      [{ minPayers: 3 }, 'TooFewPayers'],
      [{ minStake: 5_001n }, 'StakeTooLow'],
    ] as const) {
      const wish = { ...USUAL, ...asks };
      await refused(error, {}, await gateOf(wish));
      assert.deepEqual(await short(wish), [error]);
    }
    await works(await gateOf({ minMean: 4_500, minPayers: 2, minStake: 5_000n, maxDisputesLost: 0 }));
  });

  it('DisputesTooMany: as soon as the vault knows, before anybody synced the score', async () => {
    await patch(on.chain, own().vault, (data) => {
      data.writeBigUInt64LE(7n, SLASHED_AT);
      data.writeUInt32LE(1, LOST_AT);
    });
    await refused('DisputesTooMany');
    assert.deepEqual(await short(), ['DisputesTooMany']);
    const { disputesLost, slashed } = await trustProof(on.chain, on.deployment, on.agent);
    assert.deepEqual([disputesLost, slashed], [1, 7n]);
    await works(await gateOf({ ...USUAL, maxDisputesLost: 1 }));
  });

  it('ScoreMismatch: a fake score, another agent’s, or a vacant one elsewhere', async () => {
    const { agent: other } = await trusted();
    const better = scoreAddress(on.deployment, other.agent);
    const fake = await copyOf(on.chain, own().score, on.deployment.escrow);
    // of the right program, with the right content, at another address
    const twin = await copyOf(on.chain, own().score);
    for (const score of [better, fake, twin, key(), own().vault, own().agent]) {
      await refused('ScoreMismatch', { score });
    }
    await works();
  });

  it('StakeVaultMismatch, NotAnAgent: the same of vault and agent', async () => {
    const { agent: other } = await trusted();
    const theirs = stakeVaultAddress(on.deployment, other.agent);
    for (const vault of [theirs, await copyOf(on.chain, own().vault), key(), own().score]) {
      await refused('StakeVaultMismatch', { vault });
    }
    for (const agent of [key(), await copyOf(on.chain, on.agent), on.channel, own().score]) {
      await refused('NotAnAgent', { agent });
    }
    // all three of another agent are that agent's own
    const score = scoreAddress(on.deployment, other.agent);
    await registry.send(working({ agent: other.agent, score, vault: theirs }));
  });

  it('a sale: the former owner’s ratings and stake count no more', async () => {
    await works();
    await stake.sell();
    await refused('ScoreTooLow');
    await refused('TooFewPayers', {}, await gateOf({ ...USUAL, minMean: 0 }));
    await refused('StakeTooLow', {}, await gateOf({ ...USUAL, minMean: 0, minPayers: 0, minStake: 1_001n }));
    assert.deepEqual(await short(), ['ScoreTooLow', 'TooFewPayers']);
    const { milliStars, ratings, stake: left } = await trustProof(on.chain, on.deployment, on.agent);
    assertSame([milliStars, ratings, left?.firstLoss, left?.backers], [null, 0n, 0n, 1_000n]);
  });

  it('AgentStale: from the second the lease ends, and while it is suspended', async () => {
    const { chain, deployment, agent, agentKey, creator } = on;
    const now = await chain.unixTime();
    await rewriteOther(chain, 'agent', agent, { leaseExpiresAt: now + 10n });
    await works();
    await chain.advance({ seconds: 10, slots: 1 });
    await refused('AgentStale');
    assert.deepEqual(await short(), ['NotLive']);
    await on.send(
      (await agentHeartbeat(deployment, { agent, signer: agentKey.publicKey })).instruction,
      agentKey,
    );
    await works();
    const owned = { agent, owner: creator.publicKey };
    await on.send((await agentSetStatus(deployment, { ...owned, status: 'Suspended' })).instruction, creator);
    await refused('AgentStale');
  });

  it('an agent that nobody has rated, and nothing behind it, only where nothing is asked', async () => {
    const unknown = await paidChannel(registry, 0n);
    on = unknown;
    await refused('ScoreTooLow');
    await refused('TooFewPayers', {}, await gateOf({ ...USUAL, minMean: 0 }));
    await refused('StakeTooLow', {}, await gateOf({ ...USUAL, minMean: 0, minPayers: 0 }));
    await works(await gateOf({ minMean: 0, minPayers: 0, minStake: 0n, maxDisputesLost: 0 }));
    const { stake: none, milliStars } = await trustProof(on.chain, on.deployment, on.agent);
    assert.deepEqual([none, milliStars], [null, null]);
  });

  it('LayoutUnknown: accounts newer than the program', async () => {
    for (const at of Object.values(own())) {
      await patch(on.chain, at, (data) => data.writeUInt8(2, 8));
      await refused('LayoutUnknown');
      await patch(on.chain, at, (data) => data.writeUInt8(1, 8));
    }
  });

  it('trustProof reads once, and believes no other account', async () => {
    const { chain, deployment, agent } = on;
    let reads = 0;
    const counted = {
      getAccounts: (addresses: readonly PublicKey[]) => {
        reads += 1;
        return chain.getAccounts(addresses);
      },
    };
    await trustProof(counted, deployment, agent);
    assert.equal(reads, 1);
    await assert.rejects(trustProof(chain, deployment, key()), AccountMismatch);
    await assert.rejects(trustProof(chain, deployment, on.channel), AccountMismatch);
    const { score } = own();
    const account = await chain.getAccount(score);
    assert.ok(account);
    await chain.setAccount(score, { ...account, owner: deployment.escrow });
    await assert.rejects(trustProof(chain, deployment, agent), AccountMismatch);
  });
});
