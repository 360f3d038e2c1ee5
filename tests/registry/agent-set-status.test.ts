import assert from 'node:assert/strict';
import { AgentStatus, type AgentStatusName, agentSetStatus, registryIdl } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { NOW, type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, onBothChains, readAgent, setup } from './support';

const ALL = Object.keys(AgentStatus) as AgentStatusName[];
const ARROWS: Record<AgentStatusName, AgentStatusName[]> = {
  Draft: ['Active', 'Retiring'],
  Active: ['Suspended', 'Retiring'],
  Suspended: ['Active', 'Retiring'],
  Retiring: [],
};
const LATER = NOW + 77n;

async function become(fixture: RegistryFixture, status: AgentStatusName, owner: Keypair = fixture.creator) {
  const { deployment, agent } = fixture;
  const built = await agentSetStatus(deployment, { agent, owner: owner.publicKey, status });
  return { ...built, signers: [owner] };
}

describe('agent_set_status', () => {
  for (const from of ALL) {
    for (const to of ARROWS[from]) {
      onBothChains(`${from} → ${to}`, async (kind) => {
        const fixture = await setup({ status: from }, kind);
        const before = await readAgent(fixture);
        await fixture.chain.setUnixTime(LATER);
        const { instruction } = await become(fixture, to);
        const outcome = await fixture.send(instruction, fixture.creator);
        const leaseExpiresAt = to === 'Active' ? LATER + TEST_WINDOWS.lease : before.leaseExpiresAt;
        const retiresAt = to === 'Retiring' ? LATER + TEST_WINDOWS.unbonding : 0n;
        assertSame(await readAgent(fixture), { ...before, status: to, leaseExpiresAt, retiresAt });
        assertRecorded(kind, outcome, 'agentStatusChanged', {
          agent: fixture.agent,
          owner: fixture.creator.publicKey,
          signer: fixture.creator.publicKey,
          oldStatus: { [from.toLowerCase()]: {} },
          newStatus: { [to.toLowerCase()]: {} },
          oldLeaseExpiresAt: before.leaseExpiresAt,
          newLeaseExpiresAt: leaseExpiresAt,
          retiresAt,
        });
      });
    }

    it(`${from} becomes nothing else`, async () => {
      const fixture = await setup({ status: from });
      for (const to of ALL.filter((status) => !ARROWS[from].includes(status))) {
        const { instruction, signers } = await become(fixture, to);
        await expectRefused(fixture.chain, instruction, signers, 'StatusChangeInvalid');
      }
    });
  }

  it('wants a version before business', async () => {
    const fixture = await setup({ status: 'Draft', versions: 0 });
    const { instruction, signers } = await become(fixture, 'Active');
    await expectRefused(fixture.chain, instruction, signers, 'NoVersion');
  });

  it('lets a draft leave that never had a version', async () => {
    const fixture = await setup({ status: 'Draft', versions: 0 });
    const { instruction } = await become(fixture, 'Retiring');
    await fixture.send(instruction, fixture.creator);
    const { status, latestVersion, retiresAt } = await readAgent(fixture);
    assert.deepEqual([status, latestVersion, retiresAt], ['Retiring', 0, NOW + TEST_WINDOWS.unbonding]);
  });

  it('attack 16: refuses anybody but the owner, the agent’s key too', async () => {
    const fixture = await setup();
    for (const other of [fixture.agentKey, fixture.admin, fixture.pauser]) {
      const { instruction, signers } = await become(fixture, 'Retiring', other);
      await expectRefused(fixture.chain, instruction, signers, 'NotOwner');
    }
  });

  it('refuses a status it does not know', async () => {
    const fixture = await setup();
    for (const unknown of [4, 255]) {
      const { instruction, signers } = await become(fixture, 'Suspended');
      instruction.data.writeUInt8(unknown, 8);
      await expectRefused(fixture.chain, instruction, signers, 'InstructionDidNotDeserialize');
    }
  });

  it('goes by the names and numbers that the SDK has', () => {
    const type = registryIdl.types.find(({ name }) => name.toLowerCase() === 'agentstatus')?.type;
    const variants = type !== undefined && 'variants' in type ? type.variants : [];
    assertSame(
      variants.map(({ name }) => name),
      ALL,
    );
    assertSame(Object.values(AgentStatus), [0, 1, 2, 3]);
  });

  genericNegatives({
    setup,
    call: (fixture) => become(fixture, 'Suspended'),
    accounts: { config: 'Config', agent: 'Agent' },
  });
});
