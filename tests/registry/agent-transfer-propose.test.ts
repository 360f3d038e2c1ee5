import { agentTransferPropose } from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, key, onBothChains, readAgent, setup } from './support';

async function propose(fixture: RegistryFixture, newOwner: PublicKey, owner: Keypair = fixture.creator) {
  const { deployment, agent } = fixture;
  const built = await agentTransferPropose(deployment, { agent, owner: owner.publicKey, newOwner });
  return { ...built, signers: [owner] };
}

describe('agent_transfer_propose', () => {
  onBothChains('offers, offers to another, and takes back', async (kind) => {
    const fixture = await setup({}, kind);
    const { agent, creator } = fixture;
    let oldPendingOwner = PublicKey.default;
    for (const newPendingOwner of [key(), key(), PublicKey.default]) {
      const before = await readAgent(fixture);
      const { instruction } = await propose(fixture, newPendingOwner);
      const outcome = await fixture.send(instruction, creator);
      assertSame(await readAgent(fixture), { ...before, pendingOwner: newPendingOwner });
      assertRecorded(kind, outcome, 'agentTransferProposed', {
        agent,
        owner: creator.publicKey,
        oldPendingOwner,
        newPendingOwner,
      });
      oldPendingOwner = newPendingOwner;
    }
  });

  it('works in every status', async () => {
    for (const status of ['Draft', 'Suspended', 'Retiring'] as const) {
      const fixture = await setup({ status });
      const newOwner = key();
      await fixture.send((await propose(fixture, newOwner)).instruction, fixture.creator);
      assertSame((await readAgent(fixture)).pendingOwner, newOwner);
    }
  });

  it('refuses the present owner', async () => {
    const fixture = await setup();
    const { instruction, signers } = await propose(fixture, fixture.creator.publicKey);
    await expectRefused(fixture.chain, instruction, signers, 'TransferToOwner');
  });

  it('refuses to take back what is not offered', async () => {
    const fixture = await setup();
    const { instruction, signers } = await propose(fixture, PublicKey.default);
    await expectRefused(fixture.chain, instruction, signers, 'TransferNotPending');
  });

  it('attack 16: refuses anybody but the owner, the agent’s key too', async () => {
    const fixture = await setup();
    for (const other of [fixture.agentKey, fixture.admin]) {
      const { instruction, signers } = await propose(fixture, other.publicKey, other);
      await expectRefused(fixture.chain, instruction, signers, 'NotOwner');
    }
  });

  genericNegatives({
    setup,
    call: (fixture) => propose(fixture, key()),
    accounts: { agent: 'Agent' },
  });
});
