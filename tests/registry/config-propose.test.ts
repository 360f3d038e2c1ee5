import assert from 'node:assert/strict';
import { type ConfigChanges, type ConfigWindows, configPause, configPropose } from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { propose } from '../fixtures/proposals';
import { funded, NOW, type RegistryFixture, SOL, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  CREDITS,
  donation,
  key,
  lamportsOf,
  nonCanonical,
  onBothChains,
  patch,
  readConfig,
  readProposal,
  setup,
} from './support';

const NEXT_PROPOSAL_AT = 8 + 1320;

async function proposal(
  fixture: RegistryFixture,
  changes: ConfigChanges,
  { admin = fixture.admin as Keypair, number = 0n } = {},
) {
  const rentPayer = fixture.feePayer.publicKey;
  const built = await configPropose(fixture.deployment, {
    admin: admin.publicKey,
    rentPayer,
    number,
    changes,
  });
  return { ...built, signers: [admin, fixture.feePayer] };
}

const panel = (size: number, threshold = 1) => ({ members: Array.from({ length: size }, key), threshold });

describe('config_propose', () => {
  onBothChains('stores what changes and its times, and leaves the settings as they are', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, config, admin, feePayer } = fixture;
    const before = await readConfig(fixture);
    const changes: ConfigChanges = {
      pauser: key(),
      treasury: key(),
      feeBps: 250,
      minStake: 5n,
      windows: { lease: 77n, rating: 78n },
      secondPanel: panel(2),
      settlementMints: [{ mint: key(), weightBps: 3 }],
    };
    const { instruction, proposal: at } = await proposal(fixture, changes);
    const outcome = await fixture.send(instruction, admin);
    const times = {
      proposedAt: NOW,
      executableAt: NOW + TEST_WINDOWS.configDelay,
      expiresAt: NOW + TEST_WINDOWS.configDelay + TEST_WINDOWS.configExpiry,
    };
    const [derived, bump] = PublicKey.findProgramAddressSync(
      [Buffer.from('config_proposal'), Buffer.alloc(8)],
      fixture.deployment.registry,
    );
    assertSame(at, derived);
    const by = { number: 0n, admin: admin.publicKey, rentPayer: feePayer.publicKey };
    const stored = await readProposal(chain, at);
    assertSame(stored, { version: 1, bump, reserved: Array(6).fill(0), ...by, ...times, changes });
    assertSame(await readConfig(fixture), { ...before, nextProposal: 1n });
    const size = (await chain.getAccount(at))?.data.length ?? 0;
    assert.equal(await lamportsOf(chain, at), await chain.rentExemption(size));
    const none = { firstLossBps: null, penaltyBps: null, bondBps: null, slashCapDispute: null };
    const nothing = { slashCapPeriod: null, bondMin: null, arbiterFee: null, firstPanel: null };
    const windows = Object.fromEntries(Object.keys(TEST_WINDOWS).map((name) => [name, null]));
    assertRecorded(kind, outcome, 'configProposed', {
      config,
      proposal: at,
      ...by,
      ...times,
      changes: { ...none, ...nothing, ...changes, windows: { ...windows, ...changes.windows } },
    });
  });

  it('numbers proposals, which wait side by side', async () => {
    const fixture = await setup();
    for (const number of [0n, 1n, 2n]) {
      const made = await propose(fixture, { feeBps: Number(number) });
      assert.equal(made.number, number);
    }
    assert.equal((await readConfig(fixture)).nextProposal, 3n);
  });

  it('fits both panels of nine in one transaction', async () => {
    const fixture = await setup();
    const changes = { firstPanel: panel(9, 5), secondPanel: panel(9, 5) };
    const { stored } = await propose(fixture, changes);
    assertSame(stored.changes, changes);
  });

  it('works under every pause', async () => {
    const fixture = await setup();
    const { deployment, pauser } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await fixture.send(pause.instruction, pauser);
    await propose(fixture, { feeBps: 1 });
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (changes: ConfigChanges, error: string) => {
      const { instruction, signers } = await proposal(fixture, changes);
      await expectRefused(fixture.chain, instruction, signers, error);
    };
    const windows = (changes: Partial<ConfigWindows>) => ({ windows: changes });
    const zero = PublicKey.default;

    const cases: [string, ConfigChanges, string][] = [
      ['nothing', {}, 'ProposalEmpty'],
      ['no pauser', { pauser: zero }, 'PauserMissing'],
      ['no treasury', { treasury: zero }, 'TreasuryMissing'],
      ['a fee over 5 %', { feeBps: 501 }, 'FeeTooHigh'],
      ['attack 14: the highest fee', { feeBps: 65_535 }, 'FeeTooHigh'],
      ['a first loss over the whole', { firstLossBps: 10_001 }, 'BpsTooHigh'],
      ['a penalty over the whole', { penaltyBps: 10_001 }, 'BpsTooHigh'],
      ['a bond over the whole', { bondBps: 65_535 }, 'BpsTooHigh'],
      ['a mint of zero', { settlementMints: [{ mint: zero, weightBps: 1 }] }, 'SettlementMintInvalid'],
      ['weight for credits', { settlementMints: [{ mint: CREDITS, weightBps: 1 }] }, 'SettlementMintInvalid'],
      [
        'more than eight mints',
        { settlementMints: Array(9).fill({ mint: zero, weightBps: 1 }) },
        'SettlementMintsTooMany',
      ],
      ['an empty panel', { secondPanel: panel(0, 0) }, 'PanelSizeInvalid'],
      ['a panel of ten', { firstPanel: panel(10) }, 'PanelSizeInvalid'],
      ['a threshold of zero', { firstPanel: panel(2, 0) }, 'PanelThresholdInvalid'],
      ['a threshold above the panel', { secondPanel: panel(1, 2) }, 'PanelThresholdInvalid'],
      ['a member of zero', { firstPanel: { members: [zero], threshold: 1 } }, 'PanelMemberInvalid'],
      ['holdback_min above holdback_max', windows({ holdbackMin: 201n }), 'HoldbackRangeInvalid'],
      ['too short an unbonding', windows({ unbonding: 2_059n }), 'UnbondingTooShort'],
      ['too long a life of channels', windows({ channelLifeMax: 1_001n }), 'UnbondingTooShort'],
      ['too short a delay', windows({ configDelay: 2_059n }), 'ConfigDelayTooShort'],
    ];
    for (const [title, changes, error] of cases) it(`${title}: ${error}`, () => refused(changes, error));

    it('a member of the other panel', async () => {
      const [member] = fixture.settings.panels[1].members;
      assert.ok(member);
      await refused({ firstPanel: { members: [member, key()], threshold: 1 } }, 'PanelsOverlap');
    });

    it('attack 14: a window out of range, each of them', async () => {
      for (const name of Object.keys(TEST_WINDOWS) as (keyof ConfigWindows)[]) {
        const values = [-(1n << 63n), 315_360_001n, (1n << 63n) - 1n];
        if (name !== 'holdbackMin') values.push(0n);
        for (const value of values) await refused(windows({ [name]: value }), 'WindowOutOfRange');
      }
    });

    it('attack 16: anybody but the admin, the pauser too', async () => {
      for (const admin of [fixture.pauser, fixture.creator, fixture.treasury]) {
        const { instruction, signers } = await proposal(fixture, { feeBps: 1 }, { admin });
        await expectRefused(fixture.chain, instruction, signers, 'NotAdmin');
      }
    });

    it('attack 5: a proposal at another address than the canonical', async () => {
      const { instruction, signers } = await proposal(fixture, { feeBps: 1 });
      const seeds = [Buffer.from('config_proposal'), Buffer.alloc(8)];
      for (const pubkey of [nonCanonical(seeds, fixture.deployment.registry), key()]) {
        const spoilt = withAccount(instruction, 'proposal', { pubkey });
        await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
      }
    });

    it('a tag that is none, and data that ends early', async () => {
      const { instruction, signers } = await proposal(fixture, { feeBps: 1 });
      const whole = instruction.data;
      instruction.data = Buffer.from(whole);
      instruction.data.writeUInt8(2, 16);
      await expectRefused(fixture.chain, instruction, signers, 'InstructionDidNotDeserialize');
      instruction.data = whole.subarray(0, -1);
      await expectRefused(fixture.chain, instruction, signers, 'InstructionDidNotDeserialize');
    });
  });

  it('attack 54: refuses what was signed before another proposal was made', async () => {
    const fixture = await setup();
    const signedLongAgo = await proposal(fixture, { feeBps: 500 });
    await propose(fixture, { feeBps: 90 });
    const { instruction, signers } = signedLongAgo;
    await expectRefused(fixture.chain, instruction, signers, 'ProposalNumberOutdated');
  });

  it('attack 14: ends where numbers do', async () => {
    const fixture = await setup();
    const last = (1n << 64n) - 1n;
    await patch(fixture.chain, fixture.config, (data) => data.writeBigUInt64LE(last, NEXT_PROPOSAL_AT));
    const { instruction, signers } = await proposal(fixture, { feeBps: 1 }, { number: last });
    await expectRefused(fixture.chain, instruction, signers, 'MathOverflow');
  });

  onBothChains('attack 11: makes a proposal where lamports lie, below and above its rent', async (kind) => {
    for (const lamports of [SOL / 1_000n, SOL]) {
      const fixture = await setup({}, kind);
      const { chain, feePayer, admin } = fixture;
      const { instruction, proposal: at } = await proposal(fixture, { feeBps: 1 });
      await fixture.send([donation(feePayer.publicKey, at, lamports), instruction], admin);
      const size = (await chain.getAccount(at))?.data.length ?? 0;
      const rent = await chain.rentExemption(size);
      assert.equal(await lamportsOf(chain, at), lamports > rent ? lamports : rent);
    }
  });

  it('takes another key for the rent', async () => {
    const fixture = await setup();
    const sponsor = await funded(fixture.chain);
    const params = { admin: fixture.admin.publicKey, rentPayer: sponsor.publicKey, number: 0n };
    const built = await configPropose(fixture.deployment, { ...params, changes: { feeBps: 1 } });
    const before = await lamportsOf(fixture.chain, sponsor.publicKey);
    await fixture.send(built.instruction, fixture.admin, sponsor);
    const rent = await lamportsOf(fixture.chain, built.proposal);
    assert.equal(await lamportsOf(fixture.chain, sponsor.publicKey), before - rent);
  });

  genericNegatives({
    setup,
    call: (fixture) => proposal(fixture, { feeBps: 1 }),
    accounts: { config: 'Config' },
  });
});
