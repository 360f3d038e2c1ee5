import assert from 'node:assert/strict';
import { configPause, PauseBit } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { NOW, type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, onBothChains, readConfig, setup } from './support';

const ALL = 0b111_1111;

async function pause(fixture: RegistryFixture, signer: Keypair, bits: number) {
  const { instruction } = await configPause(fixture.deployment, { signer: signer.publicKey, bits });
  return { instruction, signers: [signer] };
}

async function apply(fixture: RegistryFixture, signer: Keypair, bits: number) {
  const { instruction, signers } = await pause(fixture, signer, bits);
  return fixture.send(instruction, ...signers);
}

describe('config_pause', () => {
  onBothChains('adds bits, by the pauser and by the admin', async (kind) => {
    const fixture = await setup({}, kind);
    const { pauser, admin, config } = fixture;
    const first = await apply(fixture, pauser, PauseBit.Register | PauseBit.Stake);
    assert.equal((await readConfig(fixture)).pauseBits, 0b11);
    const unchanged = { oldExecutionPausedAt: 0n, newExecutionPausedAt: 0n, executionPauseEndsAt: 0n };
    const byPauser = { config, signer: pauser.publicKey, oldBits: 0, newBits: 0b11, ...unchanged };
    assertRecorded(kind, first, 'configPaused', byPauser);

    const second = await apply(fixture, admin, PauseBit.Stake | PauseBit.Rate);
    assert.equal((await readConfig(fixture)).pauseBits, 0b10_0011);
    const byAdmin = { config, signer: admin.publicKey, oldBits: 0b11, newBits: 0b10_0011, ...unchanged };
    assertRecorded(kind, second, 'configPaused', byAdmin);
  });

  onBothChains('stamps the beginning of a pause of executions, and prolongs none', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, config, pauser } = fixture;
    const first = await apply(fixture, pauser, PauseBit.Execute);
    const executionPauseEndsAt = NOW + TEST_WINDOWS.executionPause;
    const at = { config, signer: pauser.publicKey, newExecutionPausedAt: NOW, executionPauseEndsAt };
    const began = { ...at, oldBits: 0, newBits: 64, oldExecutionPausedAt: 0n };
    assertRecorded(kind, first, 'configPaused', began);

    await chain.setUnixTime(NOW + 1_000n);
    const again = await apply(fixture, pauser, ALL);
    const stored = await readConfig(fixture);
    assert.equal(stored.executionPausedAt, NOW);
    assert.equal(stored.executionPauseEndsAt, executionPauseEndsAt, 'lapsed, and not renewed');
    const stood = { ...at, oldBits: 64, newBits: ALL, oldExecutionPausedAt: NOW };
    assertRecorded(kind, again, 'configPaused', stood);
  });

  it('changes nothing but the bits', async () => {
    const fixture = await setup();
    const before = await readConfig(fixture);
    await apply(fixture, fixture.pauser, PauseBit.Open);
    assert.deepEqual(await readConfig(fixture), { ...before, pauseBits: PauseBit.Open });
  });

  it('attack 16: refuses anybody else, the owner of an agent too', async () => {
    const fixture = await setup();
    for (const signer of [fixture.creator, fixture.treasury]) {
      const { instruction, signers } = await pause(fixture, signer, PauseBit.Open);
      await expectRefused(fixture.chain, instruction, signers, 'NotPauser');
    }
  });

  it('attack 14: refuses no bit, and bits it does not know', async () => {
    const fixture = await setup();
    for (const bits of [0, 128, 0xffff]) {
      const { instruction, signers } = await pause(fixture, fixture.pauser, bits);
      await expectRefused(fixture.chain, instruction, signers, 'PauseBitsInvalid');
    }
  });

  genericNegatives({
    setup,
    call: (fixture) => pause(fixture, fixture.pauser, PauseBit.Open),
    accounts: { config: 'Config' },
  });
});
