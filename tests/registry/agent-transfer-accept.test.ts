import {
  type AgentTransferAcceptParams,
  agentHeartbeat,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { funded, type RegistryFixture, type RegistryFixtureOptions } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { AGENT_AT, assertRecorded, assertSame, key, onBothChains, patch, readAgent, setup } from './support';

interface Offered extends RegistryFixture {
  buyer: Keypair;
}

async function offered(options: RegistryFixtureOptions = {}, kind?: ChainKind): Promise<Offered> {
  const fixture = await setup(options, kind);
  const buyer = await funded(fixture.chain);
  await propose(fixture, buyer.publicKey);
  return { ...fixture, buyer };
}

async function propose(fixture: RegistryFixture, newOwner: PublicKey) {
  const { deployment, agent, creator } = fixture;
  const owned = { agent, owner: creator.publicKey };
  const { instruction } = await agentTransferPropose(deployment, { ...owned, newOwner });
  await fixture.send(instruction, creator);
}

async function accept(
  fixture: Offered,
  changes: Partial<AgentTransferAcceptParams> = {},
  pendingOwner: Keypair = fixture.buyer,
) {
  const params = {
    agent: fixture.agent,
    pendingOwner: pendingOwner.publicKey,
    agentKey: key(),
    payoutOwner: key(),
    ...changes,
  };
  return { ...(await agentTransferAccept(fixture.deployment, params)), params, signers: [pendingOwner] };
}

describe('agent_transfer_accept', () => {
  onBothChains('begins an epoch with keys of the new owner’s', async (kind) => {
    const fixture = await offered({}, kind);
    const { agent, buyer, creator } = fixture;
    const before = await readAgent(fixture);
    const { instruction, params } = await accept(fixture);
    const outcome = await fixture.send(instruction, buyer);
    const { agentKey, payoutOwner } = params;
    assertSame(await readAgent(fixture), {
      ...before,
      owner: buyer.publicKey,
      pendingOwner: PublicKey.default,
      ownershipEpoch: 2,
      agentKey,
      payoutOwner,
    });
    assertRecorded(kind, outcome, 'agentTransferred', {
      agent,
      oldOwner: creator.publicKey,
      newOwner: buyer.publicKey,
      oldEpoch: 1,
      newEpoch: 2,
      oldAgentKey: before.agentKey,
      newAgentKey: agentKey,
      oldPayoutOwner: before.payoutOwner,
      newPayoutOwner: payoutOwner,
    });
  });

  it('attack 10: leaves the former owner and agent key nothing to do', async () => {
    const fixture = await offered();
    const { chain, deployment, agent, creator, agentKey, buyer } = fixture;
    await fixture.send((await accept(fixture)).instruction, buyer);
    const owner = creator.publicKey;
    const update = await agentUpdate(deployment, { agent, owner, payoutOwner: owner });
    await expectRefused(chain, update.instruction, [creator], 'NotOwner');
    for (const former of [agentKey, creator]) {
      const beat = await agentHeartbeat(deployment, { agent, signer: former.publicKey });
      await expectRefused(chain, beat.instruction, [former], 'NotAgentOrOwner');
    }
    const again = await accept(fixture);
    await expectRefused(chain, again.instruction, again.signers, 'NotPendingOwner');
  });

  describe('refuses', () => {
    let fixture: Offered;
    before(async () => {
      fixture = await offered();
    });
    const refused = async (
      changes: Partial<AgentTransferAcceptParams>,
      error: string,
      pendingOwner?: Keypair,
    ) => {
      const { instruction, signers } = await accept(fixture, changes, pendingOwner);
      await expectRefused(fixture.chain, instruction, signers, error);
    };

    it('attack 16: whom it was not offered to, its owner too', async () => {
      for (const other of [fixture.creator, fixture.agentKey, fixture.admin]) {
        await refused({}, 'NotPendingOwner', other);
      }
    });

    it('the former agent key', () => refused({ agentKey: fixture.agentKey.publicKey }, 'AgentKeyNotFresh'));

    it('keys of zero', async () => {
      await refused({ agentKey: PublicKey.default }, 'AgentKeyMissing');
      await refused({ payoutOwner: PublicKey.default }, 'PayoutOwnerMissing');
    });
  });

  it('refuses an offer that was taken back, or made to another', async () => {
    const fixture = await offered();
    for (const newOwner of [key(), PublicKey.default]) {
      await propose(fixture, newOwner);
      const { instruction, signers } = await accept(fixture);
      await expectRefused(fixture.chain, instruction, signers, 'NotPendingOwner');
    }
  });

  it('attack 14: ends where epochs do', async () => {
    const fixture = await offered();
    const last = 0xffff_ffff;
    await patch(fixture.chain, fixture.agent, (data) => data.writeUInt32LE(last, AGENT_AT.ownershipEpoch));
    const { instruction, signers } = await accept(fixture);
    await expectRefused(fixture.chain, instruction, signers, 'MathOverflow');
  });

  it('attack 18: leaves a retirement, and its end, as they are', async () => {
    const fixture = await offered({ status: 'Retiring' });
    const { retiresAt } = await readAgent(fixture);
    await fixture.send((await accept(fixture)).instruction, fixture.buyer);
    const after = await readAgent(fixture);
    assertSame([after.status, after.retiresAt], ['Retiring', retiresAt]);
  });

  genericNegatives({
    setup: () => offered(),
    call: (fixture) => accept(fixture),
    accounts: { agent: 'Agent' },
  });
});
