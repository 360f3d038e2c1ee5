import assert from 'node:assert/strict';
import { type ConfigChanges, configCancel, configExecute, configPause } from '@agent-labs/sdk';
import { change, type Proposed, propose } from '../fixtures/proposals';
import { type RegistryFixture, type RegistryFixtureOptions, TEST_WINDOWS } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, key, lamportsOf, onBothChains, readConfig, setup } from './support';

interface Waiting extends RegistryFixture {
  made: Proposed;
}

/** A proposal whose time has come. */
async function due(
  changes: ConfigChanges = { feeBps: 250 },
  options: RegistryFixtureOptions = {},
  kind?: ChainKind,
): Promise<Waiting> {
  const fixture = await setup(options, kind);
  const made = await propose(fixture, changes);
  await fixture.chain.setUnixTime(made.stored.executableAt);
  return { ...fixture, made };
}

const execute = async (fixture: RegistryFixture, made: Proposed) => ({
  ...(await configExecute(fixture.deployment, made)),
  signers: [fixture.feePayer],
});

/** Every setting that a proposal can name. */
const everything = (): ConfigChanges => ({
  pauser: key(),
  treasury: key(),
  feeBps: 1,
  firstLossBps: 2,
  penaltyBps: 3,
  bondBps: 4,
  minStake: 5n,
  slashCapDispute: 6n,
  slashCapPeriod: 7n,
  bondMin: 8n,
  arbiterFee: 9n,
  settlementMints: [
    { mint: key(), weightBps: 1 },
    { mint: key(), weightBps: 4_294_967_295 },
  ],
});

const windows = {
  unbonding: 3_000n,
  configDelay: 3_001n,
  configExpiry: 501n,
  adminDelay: 601n,
  channelLifeMax: 1_001n,
  closeGrace: 101n,
  holdbackMin: 11n,
  holdbackMax: 201n,
  holdLapse: 151n,
  claim: 301n,
  response: 51n,
  ruling: 61n,
  appeal: 71n,
  appealRuling: 81n,
  rating: 91n,
  lease: 10_001n,
  executionPause: 121n,
  slashPeriod: 401n,
};

describe('config_execute', () => {
  onBothChains('changes every setting it names, nothing else, and returns the rent', async (kind) => {
    const changes = { ...everything(), windows };
    const fixture = await due(changes, {}, kind);
    const { chain, config, made, feePayer } = fixture;
    const before = await readConfig(fixture);
    const rent = await lamportsOf(chain, made.proposal);
    const outcome = await fixture.send((await execute(fixture, made)).instruction);
    assertSame(await readConfig(fixture), {
      ...before,
      ...changes,
      liveProposalsFrom: 1n,
      longest: { channelLifeMax: 1_001n, closeGrace: 101n, holdbackMax: 201n, claim: 301n },
    });
    assert.equal(await chain.getAccount(made.proposal), null);
    const { firstPanel, secondPanel, ...named } = { firstPanel: null, secondPanel: null, ...changes };
    const old = Object.fromEntries(
      Object.keys(named).map((name) => [name, before[name as keyof typeof before]]),
    );
    assertRecorded(kind, outcome, 'configChanged', {
      config,
      proposal: made.proposal,
      number: 0n,
      signer: feePayer.publicKey,
      rentPayer: feePayer.publicKey,
      returned: rent,
      old: { ...old, firstPanel, secondPanel },
      new: { ...named, firstPanel, secondPanel },
    });
  });

  it('changes panels, both and each alone', async () => {
    const fixture = await setup();
    const panel = (size: number) => ({ members: Array.from({ length: size }, key), threshold: size });
    const [first, second, other] = [panel(9), panel(1), panel(2)];
    await change(fixture, { firstPanel: first, secondPanel: second });
    assertSame((await readConfig(fixture)).panels, [first, second]);
    await change(fixture, { firstPanel: other });
    assertSame((await readConfig(fixture)).panels, [other, second]);
  });

  it('returns the rent to whoever paid it', async () => {
    const fixture = await due();
    const { chain, made, feePayer, creator } = fixture;
    const [rent, before] = [
      await lamportsOf(chain, made.proposal),
      await lamportsOf(chain, feePayer.publicKey),
    ];
    const { instruction } = await configExecute(fixture.deployment, { ...made, signer: creator.publicKey });
    const { fee } = await chain.send([instruction], { payer: creator });
    assert.ok(fee > 0n);
    assert.equal(await lamportsOf(chain, feePayer.publicKey), before + rent);
  });

  it('waits to the second, and ends to the second', async () => {
    const fixture = await due();
    const { chain, made } = fixture;
    const { instruction } = await execute(fixture, made);
    const { executableAt, expiresAt } = made.stored;
    for (const [at, error] of [
      [executableAt - 1n, 'ProposalNotDue'],
      [expiresAt, 'ProposalExpired'],
      [expiresAt + 1_000_000n, 'ProposalExpired'],
    ] as const) {
      await chain.setUnixTime(at);
      await expectRefused(chain, instruction, [fixture.feePayer], error);
    }
    await chain.setUnixTime(expiresAt - 1n);
    await fixture.send(instruction);
  });

  it('happens once', async () => {
    const fixture = await due();
    const { instruction } = await execute(fixture, fixture.made);
    await fixture.send(instruction);
    await expectRefused(fixture.chain, instruction, [fixture.feePayer], 'AccountNotInitialized');
  });

  it('attack 54: never executes over a later proposal', async () => {
    const fixture = await setup();
    const old = await propose(fixture, { feeBps: 500 });
    const late = await propose(fixture, { feeBps: 50 });
    await fixture.chain.setUnixTime(late.stored.executableAt);
    const passing = await configExecute(fixture.deployment, { ...late, signer: fixture.admin.publicKey });
    await fixture.send(passing.instruction, fixture.admin);
    const { instruction } = await execute(fixture, old);
    await expectRefused(fixture.chain, instruction, [fixture.feePayer], 'ProposalVoid');
    assert.equal((await readConfig(fixture)).feeBps, 50);
  });

  it('lets nobody but the admin void a proposal by executing the one behind it', async () => {
    const fixture = await setup();
    const { chain, deployment, admin, feePayer, pauser } = fixture;
    const first = await propose(fixture, { feeBps: 50 });
    const second = await propose(fixture, { feeBps: 60 });
    await chain.setUnixTime(second.stored.executableAt);
    for (const other of [feePayer, pauser]) {
      const { instruction } = await configExecute(deployment, { ...second, signer: other.publicKey });
      await expectRefused(chain, instruction, [other], 'ProposalNotNext');
    }
    const cancel = await configCancel(deployment, { ...first, signer: admin.publicKey });
    await fixture.send(cancel.instruction, admin);
    await fixture.send((await execute(fixture, second)).instruction);
    assert.equal((await readConfig(fixture)).feeBps, 60);
  });

  it('executes in the order of numbers, each over the state of then', async () => {
    const fixture = await setup();
    const first = await propose(fixture, { feeBps: 50, windows: { lease: 20_000n } });
    const second = await propose(fixture, { feeBps: 60 });
    await fixture.chain.setUnixTime(second.stored.executableAt);
    for (const made of [first, second]) await fixture.send((await execute(fixture, made)).instruction);
    const { feeBps, windows: stored, liveProposalsFrom } = await readConfig(fixture);
    assert.deepEqual([feeBps, stored.lease, liveProposalsFrom], [60, 20_000n, 2n]);
  });

  it('is checked again as a whole: what held when it was proposed may not any more', async () => {
    const fixture = await setup();
    const shared = key();
    const panel = { members: [shared], threshold: 1 };
    const first = await propose(fixture, { firstPanel: panel, windows: { holdbackMin: 150n } });
    const overlapping = await propose(fixture, { secondPanel: panel });
    const inverted = await propose(fixture, { windows: { holdbackMax: 140n } });
    await fixture.chain.setUnixTime(inverted.stored.executableAt);
    await fixture.send((await execute(fixture, first)).instruction);
    const { chain, deployment, admin } = fixture;
    for (const [made, error] of [
      [overlapping, 'PanelsOverlap'],
      [inverted, 'HoldbackRangeInvalid'],
    ] as const) {
      const { instruction } = await configExecute(deployment, { ...made, signer: admin.publicKey });
      await expectRefused(chain, instruction, [admin], error);
    }
  });

  it('keeps the delay that was announced, though another proposal changes it', async () => {
    const fixture = await setup();
    await change(fixture, { windows: { configDelay: 5_000n } });
    const slow = await propose(fixture, { feeBps: 1 });
    assert.equal(slow.stored.executableAt - slow.stored.proposedAt, 5_000n);
  });

  it('never shortens unbonding below the longest windows there were, by however many steps', async () => {
    const fixture = await setup();
    const short = { channelLifeMax: 100n, closeGrace: 1n, holdbackMin: 1n, holdbackMax: 20n, claim: 1n };
    await change(fixture, { windows: short });
    const { longest } = await readConfig(fixture);
    const { channelLifeMax, closeGrace, holdbackMax, claim } = TEST_WINDOWS;
    assertSame(longest, { channelLifeMax, closeGrace, holdbackMax, claim });
    await assert.rejects(propose(fixture, { windows: { unbonding: 2_059n } }), /UnbondingTooShort/);
    // disputes hold stake by themselves: their windows may shorten it
    await change(fixture, { windows: { appealRuling: 1n, unbonding: 1_981n } });
    assert.equal((await readConfig(fixture)).windows.unbonding, 1_981n);
  });

  it('invariant 12: is no risk that a pause stops', async () => {
    const fixture = await due();
    const { deployment, pauser, made } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await fixture.send(pause.instruction, pauser);
    await fixture.send((await execute(fixture, made)).instruction);
    assert.equal((await readConfig(fixture)).pauseBits, 0b111_1111);
  });

  it('leaves a pause of executions the end that it began with', async () => {
    const fixture = await due({ windows: { executionPause: 1_000_000n } });
    const { deployment, pauser, made, chain } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 64 });
    await fixture.send(pause.instruction, pauser);
    await fixture.send((await execute(fixture, made)).instruction);
    const now = await chain.unixTime();
    assert.equal((await readConfig(fixture)).executionPauseEndsAt, now + TEST_WINDOWS.executionPause);
  });

  it('attack 7: pays nobody but the rent payer', async () => {
    const fixture = await due();
    const { instruction } = await execute(fixture, fixture.made);
    for (const pubkey of [fixture.admin.publicKey, fixture.made.proposal, fixture.config, key()]) {
      const spoilt = withAccount(instruction, 'rent_payer', { pubkey });
      await expectRefused(fixture.chain, spoilt, [fixture.feePayer], 'RentPayerMismatch');
    }
  });

  genericNegatives({
    setup: () => due(),
    call: (fixture) => execute(fixture, fixture.made),
    accounts: { config: 'Config', proposal: 'ConfigProposal' },
  });
});
