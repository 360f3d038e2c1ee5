import assert from 'node:assert/strict';
import { programDataAddress } from '@agent-labs/localnet';
import {
  type ArbiterPanel,
  type ConfigSettings,
  type ConfigWindows,
  configInitialize,
  type Deployment,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, type Signer, SystemProgram } from '@solana/web3.js';
import {
  bareFixture,
  createMint,
  deploymentOn,
  funded,
  SOL,
  TEST_WINDOWS,
  UPGRADE_AUTHORITY,
} from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  bareChain,
  CREDITS,
  copyOf,
  key,
  lamportsOf,
  nonCanonical,
  onBothChains,
  readConfig,
} from './support';

const SPACE = 8 + 1448;
const PUBLIC_CLUSTERS = [
  '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d',
  'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG',
  '4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY',
];

async function setup(changes: Partial<ConfigSettings> = {}, kind: ChainKind = 'litesvm') {
  const bare = await bareFixture(await bareChain(kind), changes);
  const initialize = async (
    settings: Partial<ConfigSettings> = {},
    { authority = UPGRADE_AUTHORITY as Signer, deployment = bare.deployment as Deployment } = {},
  ) => {
    const built = await configInitialize(deployment, {
      authority: authority.publicKey,
      payer: bare.feePayer.publicKey,
      settings: { ...bare.settings, ...settings },
    });
    return { ...built, signers: [authority, bare.feePayer] };
  };
  return { ...bare, initialize };
}

const panel = (size: number, threshold = 1): ArbiterPanel => ({
  members: Array.from({ length: size }, key),
  threshold,
});

describe('config_initialize', () => {
  onBothChains('stores every setting', async (kind) => {
    const fixture = await setup({ allowPrivateUris: true }, kind);
    const { chain, settings, deployment } = fixture;
    const { instruction, config } = await fixture.initialize();
    const outcome = await fixture.send(instruction, UPGRADE_AUTHORITY);

    const { bump, padding, reserved, ...stored } = await readConfig({ chain, config });
    const { allowPrivateUris, windows, ...same } = settings;
    const { channelLifeMax, closeGrace, holdbackMax, claim } = windows;
    const longest = { channelLifeMax, closeGrace, holdbackMax, claim };
    assertSame(stored, {
      ...same,
      windows,
      version: 1,
      flags: 1,
      pauseBits: 0,
      pendingAdmin: PublicKey.default,
      genesisHash: deployment.genesisHash,
      adminHandoverAt: 0n,
      executionPausedAt: 0n,
      nextProposal: 0n,
      liveProposalsFrom: 0n,
      adminHandoverExpiresAt: 0n,
      executionPauseEndsAt: 0n,
      longest,
    });
    assert.ok([...padding, ...reserved].every((byte) => byte === 0));
    const [derived, canonical] = PublicKey.findProgramAddressSync(
      [Buffer.from('config')],
      deployment.registry,
    );
    assertSame([config, bump], [derived, canonical]);
    const account = await chain.getAccount(config);
    assert.equal(account?.lamports, await chain.rentExemption(SPACE));
    assert.equal(account?.data.length, SPACE);
    assertRecorded(kind, outcome, 'configInitialized', {
      config,
      upgradeAuthority: UPGRADE_AUTHORITY.publicKey,
      settings: { ...same, windows, genesisHash: deployment.genesisHash, flags: 1 },
    });
  });

  it('takes the values on the edge', async () => {
    const fixture = await setup();
    const edges: Partial<ConfigSettings> = {
      feeBps: 500,
      firstLossBps: 10_000,
      penaltyBps: 10_000,
      bondBps: 10_000,
      slashCapDispute: (1n << 64n) - 1n,
      slashCapPeriod: 0n,
      minStake: (1n << 64n) - 1n,
      windows: { ...TEST_WINDOWS, holdbackMin: 0n, lease: 315_360_000n },
      settlementMints: [],
      panels: [panel(9, 9), panel(1)],
    };
    const { instruction, config } = await fixture.initialize(edges);
    await fixture.send(instruction, UPGRADE_AUTHORITY);
    const stored = await readConfig({ ...fixture, config });
    assertSame({ ...stored, ...edges }, stored);
  });

  describe('refuses', () => {
    let fixture: Awaited<ReturnType<typeof setup>>;
    before(async () => {
      fixture = await setup();
    });

    const refused = async (settings: Partial<ConfigSettings>, error: string) => {
      const { instruction, signers } = await fixture.initialize(settings);
      await expectRefused(fixture.chain, instruction, signers, error);
    };
    const windows = (changes: Partial<ConfigWindows>) => ({ windows: { ...TEST_WINDOWS, ...changes } });

    const zero = PublicKey.default;
    const cases: [string, Partial<ConfigSettings>, string][] = [
      ['no admin', { admin: zero }, 'AdminMissing'],
      ['no pauser', { pauser: zero }, 'PauserMissing'],
      ['no treasury', { treasury: zero }, 'TreasuryMissing'],
      ['no stake mint', { stakeMint: zero }, 'StakeMintMissing'],
      ['credits as stake', { stakeMint: CREDITS }, 'StakeMintIsCredits'],
      ['a fee over 5 %', { feeBps: 501 }, 'FeeTooHigh'],
      ['attack 14: the highest fee', { feeBps: 65_535 }, 'FeeTooHigh'],
      ['a first loss over the whole', { firstLossBps: 10_001 }, 'BpsTooHigh'],
      ['a penalty over the whole', { penaltyBps: 10_001 }, 'BpsTooHigh'],
      ['a bond over the whole', { bondBps: 65_535 }, 'BpsTooHigh'],
      [
        'more than eight mints',
        { panels: [panel(0), panel(0)], settlementMints: Array(9).fill({ mint: zero, weightBps: 1 }) },
        'SettlementMintsTooMany',
      ],
      ['a mint of zero', { settlementMints: [{ mint: zero, weightBps: 1 }] }, 'SettlementMintInvalid'],
      ['weight for credits', { settlementMints: [{ mint: CREDITS, weightBps: 1 }] }, 'SettlementMintInvalid'],
      ['an empty panel', { panels: [panel(1), panel(0, 0)] }, 'PanelSizeInvalid'],
      ['a panel of ten', { panels: [panel(10), panel(0)], settlementMints: [] }, 'PanelSizeInvalid'],
      ['a threshold of zero', { panels: [panel(2, 0), panel(1)] }, 'PanelThresholdInvalid'],
      ['a threshold above the panel', { panels: [panel(2), panel(1, 2)] }, 'PanelThresholdInvalid'],
      ['a member of zero', { panels: [{ members: [zero], threshold: 1 }, panel(1)] }, 'PanelMemberInvalid'],
      ['holdback_min above holdback_max', windows({ holdbackMin: 201n }), 'HoldbackRangeInvalid'],
      ['a negative holdback_min', windows({ holdbackMin: -1n }), 'WindowOutOfRange'],
      ['too short an unbonding', windows({ unbonding: 2_059n }), 'UnbondingTooShort'],
      ['too short a delay', windows({ configDelay: 2_059n }), 'ConfigDelayTooShort'],
    ];
    for (const [title, settings, error] of cases) {
      it(`${title}: ${error}`, () => refused(settings, error));
    }

    it('a mint or a member named twice', async () => {
      const [mint, member] = [key(), key()];
      const twice = { mint, weightBps: 1 };
      await refused({ settlementMints: [twice, twice] }, 'SettlementMintInvalid');
      await refused(
        { panels: [panel(1), { members: [member, member], threshold: 1 }] },
        'PanelMemberInvalid',
      );
    });

    it('a member of both panels', async () => {
      const shared = panel(1);
      await refused(
        { panels: [shared, { members: [key(), ...shared.members], threshold: 1 }] },
        'PanelsOverlap',
      );
    });

    it('attack 14: a window out of range, each of them', async () => {
      for (const name of Object.keys(TEST_WINDOWS) as (keyof ConfigWindows)[]) {
        const values = [-(1n << 63n), 315_360_001n, (1n << 63n) - 1n];
        if (name !== 'holdbackMin') values.push(0n);
        for (const value of values) await refused(windows({ [name]: value }), 'WindowOutOfRange');
      }
    });

    it('no genesis hash', async () => {
      const deployment = { ...fixture.deployment, genesisHash: new Uint8Array(32) };
      const { instruction, signers } = await fixture.initialize({}, { deployment });
      await expectRefused(fixture.chain, instruction, signers, 'GenesisHashMissing');
    });

    it('private manifest addresses on a public cluster', async () => {
      for (const hash of PUBLIC_CLUSTERS) {
        const deployment = { ...fixture.deployment, genesisHash: new PublicKey(hash).toBytes() };
        const built = await fixture.initialize({ allowPrivateUris: true }, { deployment });
        await expectRefused(fixture.chain, built.instruction, built.signers, 'PrivateUrisOnPublicCluster');
      }
    });

    it('an unknown flag', async () => {
      const { instruction, signers } = await fixture.initialize();
      // the flags are the last byte
      instruction.data.writeUInt8(2, instruction.data.length - 1);
      await expectRefused(fixture.chain, instruction, signers, 'FlagsUnknown');
    });

    it('data that ends early', async () => {
      const { instruction, signers } = await fixture.initialize();
      instruction.data = instruction.data.subarray(0, -1);
      await expectRefused(fixture.chain, instruction, signers, 'InstructionDidNotDeserialize');
    });

    it('attack 5: a config at another address than the canonical', async () => {
      const { instruction, signers } = await fixture.initialize();
      const other = nonCanonical([Buffer.from('config')], fixture.deployment.registry);
      for (const pubkey of [other, key()]) {
        const spoilt = withAccount(instruction, 'config', { pubkey });
        await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
      }
    });

    it('attack 7: the payer as the config', async () => {
      const { instruction, signers, config } = await fixture.initialize();
      const spoilt = withAccount(instruction, 'payer', { pubkey: config, isSigner: false });
      await expectRefused(fixture.chain, spoilt, signers, 'AccountNotSigner');
    });
  });

  it('attack 8: is made once', async () => {
    const fixture = await setup();
    const first = await fixture.initialize();
    await fixture.send(first.instruction, UPGRADE_AUTHORITY);
    const again = await fixture.initialize({ admin: key(), feeBps: 1 });
    await expectRefused(fixture.chain, again.instruction, again.signers, 'ConfigExists');
  });

  it('attack 11: is made where somebody sent lamports, below and above its rent', async () => {
    for (const lamports of [SOL / 1_000n, SOL]) {
      const fixture = await setup();
      const { chain } = fixture;
      const { instruction, config } = await fixture.initialize();
      await chain.airdrop(config, lamports);
      await fixture.send(instruction, UPGRADE_AUTHORITY);
      const kept = lamports === SOL ? SOL : await chain.rentExemption(SPACE);
      assert.equal(await lamportsOf(chain, config), kept);
    }
  });

  describe('attack 13: front-running', () => {
    let fixture: Awaited<ReturnType<typeof setup>>;
    let attacker: Keypair;
    before(async () => {
      fixture = await setup();
      attacker = await funded(fixture.chain);
    });

    it('by anybody but the upgrade authority', async () => {
      const { instruction, signers } = await fixture.initialize({}, { authority: attacker });
      await expectRefused(fixture.chain, instruction, signers, 'NotUpgradeAuthority');
    });

    it('with the program data of another program, whose upgrade authority one is', async () => {
      const { chain, deployment } = fixture;
      const own = await copyOf(chain, programDataAddress(deployment.registry));
      const account = await chain.getAccount(own);
      assert.ok(account);
      const data = Buffer.from(account.data);
      data.set(attacker.publicKey.toBytes(), 13);
      await chain.setAccount(own, { ...account, data });
      const { instruction, signers } = await fixture.initialize({}, { authority: attacker });
      const spoilt = withAccount(instruction, 'program_data', { pubkey: own });
      await expectRefused(chain, spoilt, signers, 'NotUpgradeAuthority');
    });

    it('with program data that the loader does not own, or that is none', async () => {
      const { chain, deployment } = fixture;
      const fake = await copyOf(chain, programDataAddress(deployment.registry), SystemProgram.programId);
      const { instruction, signers } = await fixture.initialize();
      const spoilt = (pubkey: PublicKey) => withAccount(instruction, 'program_data', { pubkey });
      await expectRefused(chain, spoilt(fake), signers, 'AccountOwnedByWrongProgram');
      await expectRefused(chain, spoilt(key()), signers, 'AccountNotInitialized');
      await expectRefused(chain, spoilt(deployment.registry), signers, 'AccountNotProgramData');
    });

    it('after the upgrade authority was given up', async () => {
      const final = await setup();
      const { chain, deployment } = final;
      const at = programDataAddress(deployment.registry);
      const account = await chain.getAccount(at);
      assert.ok(account);
      const data = Buffer.from(account.data);
      data.writeUInt8(0, 12);
      await chain.setAccount(at, { ...account, data });
      const { instruction, signers } = await final.initialize();
      await expectRefused(chain, instruction, signers, 'NotUpgradeAuthority');
    });
  });

  genericNegatives({
    setup: () => setup(),
    call: async (fixture) => fixture.initialize(),
  });

  it('fits one transaction with five arbiters a panel and two mints', async () => {
    const fixture = await setup();
    const mints = [await createMint(fixture.chain, key()), await createMint(fixture.chain, key())];
    const { instruction } = await fixture.initialize({
      panels: [panel(5, 3), panel(5, 3)],
      settlementMints: mints.map((mint) => ({ mint, weightBps: 10_000 })),
    });
    const outcome = await fixture.send(instruction, UPGRADE_AUTHORITY);
    assert.ok(outcome.size <= 1_232, `${outcome.size} bytes`);
    assertSame(deploymentOn(fixture.chain), fixture.deployment);
  });
});
