import assert from 'node:assert/strict';
import {
  type AgentRegisterParams,
  agentAddress,
  agentRegister,
  configPause,
  PauseBit,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { funded, NOW, type RegistryFixture, SOL, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  donation,
  key,
  lamportsOf,
  larger,
  nonCanonical,
  onBothChains,
  readAgent,
  setup,
} from './support';

const SPACE = 8 + 376;
const BUDGET = 25_000n;

async function register(
  fixture: RegistryFixture,
  changes: Partial<AgentRegisterParams> = {},
  creator: Keypair = fixture.creator,
) {
  const params = {
    creator: creator.publicKey,
    handle: 'second-agent',
    agentKey: fixture.agentKey.publicKey,
    payoutOwner: fixture.payoutOwner.publicKey,
    holdback: 60n,
    tags: ['pdf', 'legal'],
    ...changes,
  };
  return { ...(await agentRegister(fixture.deployment, params)), params, signers: [creator] };
}

/** The instruction with any bytes as the handle, at an address that only fits a valid one. */
async function registerRaw(fixture: RegistryFixture, handle: string) {
  const { instruction, signers, params } = await register(fixture);
  const [before, after] = [Buffer.byteLength(params.handle), Buffer.byteLength(handle)];
  const rest = instruction.data.subarray(8 + 4 + before);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(after);
  instruction.data = Buffer.concat([instruction.data.subarray(0, 8), length, Buffer.from(handle), rest]);
  return { instruction, signers };
}

describe('agent_register', () => {
  onBothChains('makes a draft that its creator owns', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, creator, deployment } = fixture;
    const before = await lamportsOf(chain, creator.publicKey);
    const { instruction, agent, params } = await register(fixture);
    const outcome = await fixture.send(instruction, creator);

    const { bump, padding, reserved, ...stored } = await readAgent({ chain, agent });
    const none = PublicKey.default;
    assertSame(stored, {
      ...params,
      version: 1,
      status: 'Draft',
      latestVersion: 0,
      ownershipEpoch: 1,
      owner: creator.publicKey,
      pendingOwner: none,
      priceMint: none,
      price: 0n,
      leaseExpiresAt: 0n,
      registeredAt: NOW,
      retiresAt: 0n,
    });
    assert.ok([...padding, ...reserved].every((byte) => byte === 0));
    const seeds = [Buffer.from('agent'), creator.publicKey.toBytes(), Buffer.from(params.handle)];
    assertSame([agent, bump], PublicKey.findProgramAddressSync(seeds, deployment.registry));
    const rent = await chain.rentExemption(SPACE);
    assert.equal(await lamportsOf(chain, agent), rent);
    assert.equal(await lamportsOf(chain, creator.publicKey), before - rent);
    assertRecorded(kind, outcome, 'agentRegistered', { agent, ...params, registeredAt: NOW });
  });

  it('takes every kind of handle, holdback and tags on the edge', async () => {
    const fixture = await setup();
    const edges: Partial<AgentRegisterParams>[] = [
      { handle: 'abc', holdback: TEST_WINDOWS.holdbackMin, tags: [] },
      { handle: 'a'.repeat(32), holdback: TEST_WINDOWS.holdbackMax },
      { handle: '0-1-2', tags: ['a', 'b', '0', 'abcdefgh-1234567'] },
    ];
    for (const changes of edges) {
      const { instruction, agent } = await register(fixture, changes);
      await fixture.send(instruction, fixture.creator);
      const stored = await readAgent({ ...fixture, agent });
      assertSame({ ...stored, ...changes }, stored);
    }
  });

  it('lets two creators take the same handle', async () => {
    const fixture = await setup();
    const other = await funded(fixture.chain);
    const mine = await register(fixture, { handle: fixture.handle }, other);
    await fixture.send(mine.instruction, other);
    assert.notDeepEqual(mine.agent, fixture.agent);
    assertSame((await readAgent({ ...fixture, agent: mine.agent })).creator, other.publicKey);
  });

  it(`stays within ${BUDGET} compute units at the longest handle and the most tags`, async () => {
    const fixture = await setup();
    const used: bigint[] = [];
    for (let at = 0; at < 16; at += 1) {
      const handle = `${'a'.repeat(30)}${at.toString(36).padStart(2, '0')}`;
      const tags = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(16));
      const { instruction } = await register(fixture, { handle, tags });
      used.push((await fixture.send(instruction, fixture.creator)).computeUnits);
    }
    // The cheapest, because the search for an address takes 1,500 more for each bump below 255.
    const [least = BUDGET] = used.sort((a, b) => Number(a - b));
    assert.ok(least + 4n * 1_500n <= BUDGET, `${least} and up to four further bumps`);
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (changes: Partial<AgentRegisterParams>, error: string) => {
      const { instruction, signers } = await register(fixture, changes);
      await expectRefused(fixture.chain, instruction, signers, error);
    };

    it('attack 17: handles that are too long or short, look like others or hide characters', async () => {
      const bad = [
        '',
        'ab',
        'a'.repeat(33),
        'a'.repeat(200),
        '-abc',
        'abc-',
        'a--b',
        'Abc',
        'a_b',
        'a.b',
        'a b',
      ];
      bad.push('аbc', 'ａｂｃ', 'abc\u200b', 'ab\u0301c', 'abc\0', 'abc\n', 'a\u202ebc', 'ſabc');
      for (const handle of bad) {
        const { instruction, signers } = await registerRaw(fixture, handle);
        await expectRefused(fixture.chain, instruction, signers, 'HandleInvalid');
      }
    });

    it('a handle that is not UTF-8', async () => {
      const { instruction, signers } = await register(fixture);
      instruction.data[12] = 0xff;
      await expectRefused(fixture.chain, instruction, signers, 'InstructionDidNotDeserialize');
    });

    it('no agent key and no payout owner', async () => {
      await refused({ agentKey: PublicKey.default }, 'AgentKeyMissing');
      await refused({ payoutOwner: PublicKey.default }, 'PayoutOwnerMissing');
    });

    it('attack 14: a holdback outside the window', async () => {
      const { holdbackMin, holdbackMax } = TEST_WINDOWS;
      for (const holdback of [holdbackMin - 1n, holdbackMax + 1n, -1n, -(1n << 63n), (1n << 63n) - 1n]) {
        await refused({ holdback }, 'HoldbackOutOfRange');
      }
    });

    it('attack 17: too many, wrong and repeated tags', async () => {
      await refused({ tags: ['a', 'b', 'c', 'd', 'e'] }, 'TagsTooMany');
      for (const tag of ['', 'a'.repeat(17), 'A', 'é', '-a', 'a-', 'a--b', 'a b', '\0', '<b>']) {
        await refused({ tags: ['ok', tag] }, 'TagInvalid');
      }
      await refused({ tags: ['a', 'b', 'a'] }, 'TagRepeated');
    });

    it('attack 8: a handle the creator has registered', () =>
      refused({ handle: fixture.handle }, 'HandleTaken'));

    it('attack 5: another address than the canonical one', async () => {
      const { instruction, signers, params } = await register(fixture);
      const { creator, deployment } = fixture;
      const seeds = [Buffer.from('agent'), creator.publicKey.toBytes(), Buffer.from(params.handle)];
      const others = [
        nonCanonical(seeds, deployment.registry),
        agentAddress(deployment, key(), params.handle),
        agentAddress(deployment, creator.publicKey, 'another'),
        key(),
      ];
      for (const pubkey of others) {
        const spoilt = withAccount(instruction, 'agent', { pubkey });
        await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
      }
    });

    it('attack 7: the creator as the agent', async () => {
      const { instruction, signers } = await register(fixture);
      const spoilt = withAccount(instruction, 'agent', { pubkey: fixture.creator.publicKey });
      await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
    });

    it('a creator who cannot pay', async () => {
      const poor = await funded(fixture.chain, SOL / 1_000n);
      const { instruction, signers } = await register(fixture, {}, poor);
      await expectRefused(fixture.chain, instruction, signers, 'system:ResultWithNegativeLamports');
    });
  });

  it('stops while registering is paused, and for no other pause', async () => {
    const fixture = await setup();
    const { deployment, pauser, chain } = fixture;
    const pause = async (bits: number) => {
      const { instruction } = await configPause(deployment, { signer: pauser.publicKey, bits });
      await fixture.send(instruction, pauser);
    };
    await pause(0b111_1111 & ~PauseBit.Register);
    await fixture.send((await register(fixture)).instruction, fixture.creator);
    await pause(PauseBit.Register);
    const { instruction, signers } = await register(fixture, { handle: 'third-agent' });
    await expectRefused(chain, instruction, signers, 'Paused');
  });

  onBothChains('attack 11: is made where somebody sent lamports, below and above its rent', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, feePayer } = fixture;
    const rent = await chain.rentExemption(SPACE);
    for (const [handle, lamports] of [
      ['below-rent', rent - 1n],
      ['exactly-rent', rent],
      ['above-rent', SOL],
    ] as const) {
      const { instruction, agent } = await register(fixture, { handle });
      await fixture.send([donation(feePayer.publicKey, agent, lamports), instruction], fixture.creator);
      assert.equal(await lamportsOf(chain, agent), larger(lamports, rent));
      assert.equal((await readAgent({ chain, agent })).handle, handle);
    }
  });

  genericNegatives({
    setup,
    call: (fixture) => register(fixture),
    accounts: { config: 'Config' },
  });
});
