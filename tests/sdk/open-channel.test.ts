import assert from 'node:assert/strict';
import {
  AgentNotInTree,
  AllowListUnknown,
  AllowTree,
  ApprovalNeeded,
  type ChannelWish,
  ensureChannel,
  ensureMandate,
  escrowIdl,
  type MandateWish,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { attest } from '../fixtures/attestations';
import { agentOn, tokenAccount } from '../fixtures/escrow';
import { funded, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';
import { key } from '../registry/support';

describe('actions: ensureMandate and ensureChannel under limits', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await registryFixture(await startProgramChain('litesvm'));
  });

  interface Under {
    payer: Keypair;
    session: Keypair;
    mandate: PublicKey;
  }
  const under = async (limits: NonNullable<MandateWish['limits']>): Promise<Under> => {
    const { chain, deployment, mint } = registry;
    const [payer, session] = [await funded(chain), await funded(chain)];
    await tokenAccount(chain, mint, payer.publicKey, 1_000_000n);
    const { mandate, account, steps } = await ensureMandate(chain, deployment, {
      ...{ payer, session, mint, limits },
      ...{ perCallMax: 10_000n, dailyCap: 500_000n, totalCap: 900_000n },
      ...{ lifetime: 800n, deposit: 300_000n },
    });
    assert.deepEqual([steps.length, account.free], [1, 300_000n]);
    return { payer, session, mandate };
  };
  const ensure = (on: Under, agent: PublicKey, changes: Partial<ChannelWish> = {}) =>
    ensureChannel(registry.chain, registry.deployment, {
      ...on,
      agent,
      allotment: 20_000n,
      least: 10_000n,
      lifetime: 500n,
      leastLifetime: 100n,
      ...changes,
    });
  const whats = ({ steps }: { steps: { what: string }[] }) => steps.map(({ what }) => what);

  it('fills in the proof from the list, or takes the proof, and needs neither to re-arm', async () => {
    const { agent } = registry;
    const agents = [agent, key(), key(), key()];
    const tree = new AllowTree(agents);
    for (const allowed of [{ agents }, { proof: tree.proof(agent) }]) {
      const on = await under({ allowRoot: tree.root });
      await assert.rejects(ensure(on, agent), AllowListUnknown);
      await assert.rejects(ensure(on, agent, { allowed: { agents: agents.slice(0, 3) } }), AllowListUnknown);
      await assert.rejects(ensure(on, agent, { allowed: { agents: [key()] } }), AgentNotInTree);
      await assert.rejects(ensure(on, agent, { allowed: { proof: [] } }), AllowListUnknown);
      assert.deepEqual(whats(await ensure(on, agent, { allowed })), ['channel opened']);
      assert.deepEqual(whats(await ensure(on, agent, { least: 30_000n })), ['channel re-armed']);
      assert.deepEqual(whats(await ensure(on, agent)), []);
    }
  });

  it('passes the attestation of the agent’s owner, at opening and re-arming', async () => {
    const other = await agentOn(registry);
    const attestor = await funded(registry.chain);
    const on = await under({ attestor: attestor.publicKey });
    const code = escrowIdl.errors.find(({ name }) => (name as string) === 'NotAttested')?.code;
    await assert.rejects(ensure(on, other.agent), { code });
    await attest(registry, attestor, other.creator.publicKey);
    assert.deepEqual(whats(await ensure(on, other.agent)), ['channel opened']);
    assert.deepEqual(whats(await ensure(on, other.agent, { least: 30_000n })), ['channel re-armed']);
  });

  it('says before it sends that an allotment needs approvers', async () => {
    const { agent } = registry;
    const on = await under({ approval: { approvers: [key()], threshold: 1, above: 20_000n } });
    await assert.rejects(ensure(on, agent), ApprovalNeeded);
    assert.deepEqual(whats(await ensure(on, agent, { allotment: 19_999n })), ['channel opened']);
    await assert.rejects(ensure(on, agent, { least: 30_000n }), ApprovalNeeded);
  });
});
