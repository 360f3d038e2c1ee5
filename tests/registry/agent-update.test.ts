import { type AgentChanges, agentUpdate, configPause } from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { AGENT_AT, assertRecorded, assertSame, key, onBothChains, patch, readAgent, setup } from './support';

async function update(fixture: RegistryFixture, fields: AgentChanges, owner: Keypair = fixture.creator) {
  const { deployment, agent } = fixture;
  const built = await agentUpdate(deployment, { agent, owner: owner.publicKey, ...fields });
  return { ...built, signers: [owner] };
}

describe('agent_update', () => {
  onBothChains('changes what it is given, each alone and all together', async (kind) => {
    const fixture = await setup({}, kind);
    const { agent, creator } = fixture;
    const changes: AgentChanges[] = [
      { agentKey: key() },
      { payoutOwner: key() },
      { holdback: TEST_WINDOWS.holdbackMin },
      { tags: ['x'] },
      { tags: [] },
      { agentKey: key(), payoutOwner: key(), holdback: TEST_WINDOWS.holdbackMax, tags: ['a', 'b', 'c', 'd'] },
    ];
    for (const fields of changes) {
      const before = await readAgent(fixture);
      const outcome = await fixture.send((await update(fixture, fields)).instruction, creator);
      const after = await readAgent(fixture);
      assertSame(after, { ...before, ...fields });
      assertRecorded(kind, outcome, 'agentUpdated', {
        agent,
        owner: creator.publicKey,
        signer: creator.publicKey,
        oldAgentKey: before.agentKey,
        newAgentKey: after.agentKey,
        oldPayoutOwner: before.payoutOwner,
        newPayoutOwner: after.payoutOwner,
        oldHoldback: before.holdback,
        newHoldback: after.holdback,
        oldTags: before.tags,
        newTags: after.tags,
      });
    }
  });

  it('works in every status, and under every pause', async () => {
    for (const status of ['Draft', 'Active', 'Suspended', 'Retiring'] as const) {
      const fixture = await setup({ status });
      const { deployment, pauser } = fixture;
      const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
      await fixture.send(pause.instruction, pauser);
      const agentKey = key();
      await fixture.send((await update(fixture, { agentKey })).instruction, fixture.creator);
      const stored = await readAgent(fixture);
      assertSame([stored.status, stored.agentKey], [status, agentKey]);
    }
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (fields: AgentChanges, error: string, owner?: Keypair) => {
      const { instruction, signers } = await update(fixture, fields, owner);
      await expectRefused(fixture.chain, instruction, signers, error);
    };

    it('attack 16: anybody but the owner, the agent’s key too', async () => {
      for (const other of [fixture.agentKey, fixture.payoutOwner, fixture.admin]) {
        await refused({ payoutOwner: other.publicKey }, 'NotOwner', other);
      }
    });

    it('nothing to change', () => refused({}, 'NothingToUpdate'));

    it('keys of zero', async () => {
      await refused({ agentKey: PublicKey.default }, 'AgentKeyMissing');
      await refused({ payoutOwner: PublicKey.default }, 'PayoutOwnerMissing');
    });

    it('attack 14: a holdback outside the window', async () => {
      const { holdbackMin, holdbackMax } = TEST_WINDOWS;
      for (const holdback of [holdbackMin - 1n, holdbackMax + 1n, -(1n << 63n), (1n << 63n) - 1n]) {
        await refused({ holdback, tags: [] }, 'HoldbackOutOfRange');
      }
    });

    it('attack 17: wrong tags', async () => {
      await refused({ tags: ['a', 'b', 'c', 'd', 'e'] }, 'TagsTooMany');
      await refused({ tags: ['Tag'], agentKey: key() }, 'TagInvalid');
      await refused({ tags: ['a', 'a'] }, 'TagRepeated');
    });
  });

  it('refuses to leave broken state behind', async () => {
    const fixture = await setup();
    await patch(fixture.chain, fixture.agent, (data) => data.writeUInt32LE(0, AGENT_AT.ownershipEpoch));
    const { instruction, signers } = await update(fixture, { tags: [] });
    await expectRefused(fixture.chain, instruction, signers, 'InvariantBroken');
  });

  genericNegatives({
    setup,
    call: (fixture) => update(fixture, { tags: ['new'] }),
    accounts: { config: 'Config', agent: 'Agent' },
  });
});
