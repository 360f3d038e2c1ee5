import { agentHeartbeat } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { NOW, type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { AGENT_AT, assertRecorded, assertSame, onBothChains, patch, readAgent, setup } from './support';

async function beat(fixture: RegistryFixture, signer: Keypair = fixture.agentKey) {
  const { deployment, agent } = fixture;
  return { ...(await agentHeartbeat(deployment, { agent, signer: signer.publicKey })), signers: [signer] };
}

describe('agent_heartbeat', () => {
  onBothChains('renews the lease, by the agent’s key and by the owner, expired or not', async (kind) => {
    for (const status of ['Active', 'Suspended'] as const) {
      const fixture = await setup({ status }, kind);
      const { chain, agentKey, creator } = fixture;
      for (const [signer, now] of [
        [agentKey, NOW + 10n],
        [creator, NOW + 20n],
        [agentKey, NOW + 10n * TEST_WINDOWS.lease],
      ] as const) {
        const before = await readAgent(fixture);
        await chain.setUnixTime(now);
        const outcome = await fixture.send((await beat(fixture, signer)).instruction, signer);
        const leaseExpiresAt = now + TEST_WINDOWS.lease;
        assertSame(await readAgent(fixture), { ...before, leaseExpiresAt });
        assertRecorded(kind, outcome, 'agentLeaseRenewed', {
          agent: fixture.agent,
          signer: signer.publicKey,
          oldLeaseExpiresAt: before.leaseExpiresAt,
          newLeaseExpiresAt: leaseExpiresAt,
        });
      }
    }
  });

  it('refuses an agent that takes no business', async () => {
    for (const status of ['Draft', 'Retiring'] as const) {
      const fixture = await setup({ status });
      const { instruction, signers } = await beat(fixture);
      await expectRefused(fixture.chain, instruction, signers, 'LeaseNotRenewable');
    }
  });

  it('attack 16: refuses anybody else, the payout owner too', async () => {
    const fixture = await setup();
    for (const signer of [fixture.payoutOwner, fixture.admin]) {
      const { instruction, signers } = await beat(fixture, signer);
      await expectRefused(fixture.chain, instruction, signers, 'NotAgentOrOwner');
    }
  });

  it('attack 1: the agent’s key does not sign by being named', async () => {
    const fixture = await setup();
    const { instruction } = await beat(fixture);
    const spoilt = withAccount(instruction, 'signer', { isSigner: false });
    await expectRefused(fixture.chain, spoilt, [], 'AccountNotSigner');
  });

  it('refuses a status that no program writes', async () => {
    const fixture = await setup();
    await patch(fixture.chain, fixture.agent, (data) => data.writeUInt8(4, AGENT_AT.status));
    const { instruction, signers } = await beat(fixture);
    await expectRefused(fixture.chain, instruction, signers, 'InvariantBroken');
  });

  genericNegatives({
    setup,
    call: (fixture) => beat(fixture),
    accounts: { config: 'Config', agent: 'Agent' },
  });
});
