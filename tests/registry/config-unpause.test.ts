import assert from 'node:assert/strict';
import { configPause, configUnpause, PauseBit } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { NOW, type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, onBothChains, readConfig, setup } from './support';

const ALL = 0b111_1111;

async function pause(fixture: RegistryFixture, bits: number) {
  const { deployment, pauser } = fixture;
  const { instruction } = await configPause(deployment, { signer: pauser.publicKey, bits });
  await fixture.send(instruction, pauser);
}

describe('config_unpause', () => {
  const unpause = async (fixture: RegistryFixture, signer: Keypair, bits: number) => {
    const { instruction } = await configUnpause(fixture.deployment, { admin: signer.publicKey, bits });
    return { instruction, signers: [signer] };
  };
  const paused = async (kind?: ChainKind) => {
    const fixture = await setup({}, kind);
    await pause(fixture, ALL);
    return fixture;
  };

  onBothChains('clears bits, by the admin', async (kind) => {
    const fixture = await paused(kind);
    const { admin, config } = fixture;
    const first = await unpause(fixture, admin, PauseBit.Register | PauseBit.Lock);
    const outcome = await fixture.send(first.instruction, admin);
    const left = ALL & ~(PauseBit.Register | PauseBit.Lock);
    assert.equal((await readConfig(fixture)).pauseBits, left);
    const kept = {
      oldExecutionPausedAt: NOW,
      newExecutionPausedAt: NOW,
      executionPauseEndsAt: NOW + TEST_WINDOWS.executionPause,
    };
    assertRecorded(kind, outcome, 'configUnpaused', {
      config,
      admin: admin.publicKey,
      oldBits: ALL,
      newBits: left,
      ...kept,
    });
  });

  onBothChains('ends a pause of executions, after which another may begin', async (kind) => {
    const fixture = await paused(kind);
    const { admin, config } = fixture;
    const outcome = await fixture.send((await unpause(fixture, admin, PauseBit.Execute)).instruction, admin);
    const ended = await readConfig(fixture);
    assert.deepEqual([ended.executionPausedAt, ended.executionPauseEndsAt], [0n, 0n]);
    assertRecorded(kind, outcome, 'configUnpaused', {
      config,
      admin: admin.publicKey,
      oldBits: ALL,
      newBits: ALL & ~PauseBit.Execute,
      oldExecutionPausedAt: NOW,
      newExecutionPausedAt: 0n,
      executionPauseEndsAt: 0n,
    });
    await fixture.chain.setUnixTime(NOW + 5n);
    await pause(fixture, PauseBit.Execute);
    assert.equal((await readConfig(fixture)).executionPausedAt, NOW + 5n);
  });

  it('clears what is not set without harm', async () => {
    const fixture = await setup();
    const before = await readConfig(fixture);
    await fixture.send((await unpause(fixture, fixture.admin, ALL)).instruction, fixture.admin);
    assert.deepEqual(await readConfig(fixture), before);
  });

  it('attack 55: refuses the pauser, and anybody else', async () => {
    const fixture = await paused();
    for (const signer of [fixture.pauser, fixture.creator]) {
      const { instruction, signers } = await unpause(fixture, signer, PauseBit.Register);
      await expectRefused(fixture.chain, instruction, signers, 'NotAdmin');
    }
  });

  it('attack 14: refuses no bit, and bits it does not know', async () => {
    const fixture = await paused();
    for (const bits of [0, 128, 0xffff]) {
      const { instruction, signers } = await unpause(fixture, fixture.admin, bits);
      await expectRefused(fixture.chain, instruction, signers, 'PauseBitsInvalid');
    }
  });

  genericNegatives({
    setup: () => paused(),
    call: (fixture) => unpause(fixture, fixture.admin, PauseBit.Open),
    accounts: { config: 'Config' },
  });
});
