import assert from 'node:assert/strict';
import { agentClose, versionAddress, versionClose } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { type RegistryFixture, type RegistryFixtureOptions, SOL } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, donation, key, lamportsOf, onBothChains, readAgent, setup } from './support';

/** An agent's tombstone, its versions still there. */
async function closed(options: RegistryFixtureOptions = {}, kind?: ChainKind): Promise<RegistryFixture> {
  const fixture = await setup({ status: 'Retiring', ...options }, kind);
  const { chain, deployment, agent, creator } = fixture;
  await chain.setUnixTime((await readAgent(fixture)).retiresAt);
  const owner = creator.publicKey;
  await fixture.send((await agentClose(deployment, { agent, owner, creator: owner })).instruction, creator);
  return fixture;
}

async function close({ deployment, agent, creator }: RegistryFixture, number = 1) {
  return {
    ...(await versionClose(deployment, { agent, number, publisher: creator.publicKey })),
    signers: [],
  };
}

describe('version_close', () => {
  onBothChains('returns every version’s rent to its publisher, in any order, by anybody', async (kind) => {
    const fixture = await closed({ versions: 3 }, kind);
    const { chain, agent, creator } = fixture;
    for (const number of [2, 3, 1]) {
      const { instruction, version } = await close(fixture, number);
      const [rent, before] = [await lamportsOf(chain, version), await lamportsOf(chain, creator.publicKey)];
      const outcome = await fixture.send(instruction);
      assert.equal(await chain.getAccount(version), null);
      assert.equal(await lamportsOf(chain, creator.publicKey), before + rent);
      const publisher = creator.publicKey;
      assertRecorded(kind, outcome, 'versionClosed', { agent, version, number, publisher, returned: rent });
    }
  });

  it('waits for the agent’s end', async () => {
    for (const status of ['Draft', 'Active', 'Suspended', 'Retiring'] as const) {
      const fixture = await setup({ status });
      const { instruction } = await close(fixture);
      await expectRefused(fixture.chain, instruction, [], 'AccountDiscriminatorMismatch');
    }
  });

  it('happens once', async () => {
    const fixture = await closed();
    const { instruction } = await close(fixture);
    await fixture.send(instruction);
    await expectRefused(fixture.chain, instruction, [], 'AccountNotInitialized');
  });

  it('attack 7: pays nobody but the publisher, the version itself neither', async () => {
    const fixture = await closed();
    const { instruction, version } = await close(fixture);
    for (const pubkey of [fixture.feePayer.publicKey, fixture.agent, version, key()]) {
      const spoilt = withAccount(instruction, 'publisher', { pubkey });
      await expectRefused(fixture.chain, spoilt, [], 'PublisherMismatch');
    }
  });

  it('attack 4: closes no version of another agent', async () => {
    const fixture = await closed({ versions: 2 });
    const { instruction } = await close(fixture);
    const others: PublicKey[] = [versionAddress(fixture.deployment, fixture.agent, 2)];
    for (const pubkey of others) {
      const spoilt = withAccount(instruction, 'version', { pubkey });
      await expectRefused(fixture.chain, spoilt, [], 'ConstraintSeeds');
    }
    const foreign = await closed({ handle: 'other-agent' });
    const theirs = await foreign.chain.getAccount(foreign.agent);
    const stranger = key();
    await fixture.chain.setAccount(stranger, theirs);
    const spoilt = withAccount(instruction, 'agent', { pubkey: stranger });
    await expectRefused(fixture.chain, spoilt, [], 'ConstraintSeeds');
  });

  onBothChains('attack 9: stays closed when lamports come back in the same transaction', async (kind) => {
    const fixture = await closed({}, kind);
    const { chain, feePayer, deployment } = fixture;
    const { instruction, version } = await close(fixture);
    await fixture.send([instruction, donation(feePayer.publicKey, version, SOL)]);
    const left = await chain.getAccount(version);
    assert.equal(left?.data.length, 0);
    assert.equal(left?.lamports, SOL);
    assert.notDeepEqual(left?.owner, deployment.registry);
    await expectRefused(chain, instruction, [], 'AccountOwnedByWrongProgram');
  });

  genericNegatives({
    setup: () => closed(),
    call: (fixture) => close(fixture),
    accounts: { agent: 'Tombstone', version: 'AgentVersion' },
  });
});
