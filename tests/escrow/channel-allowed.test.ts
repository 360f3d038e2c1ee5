import assert from 'node:assert/strict';
import {
  AllowTree,
  type ChannelOpenParams,
  channelRearm,
  escrowIdl,
  isAllowed,
  type TransactionFailed,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { dataOf, key } from '../registry/support';
import { channelOpening, openAnother, sharedChain } from './shared';

describe('escrow channels under an allow-list of any length', () => {
  const { escrowOfAgent } = sharedChain();

  const signers = (on: EscrowFixture) => [on.session, on.payer];
  const refused = async (on: EscrowFixture, error: string, changes: Partial<ChannelOpenParams> = {}) => {
    const { instruction } = await channelOpening(on, changes);
    await expectRefused(on.chain, instruction, signers(on), error);
  };
  /** A mandate that allows the agent of `on` and `others`. */
  const allowing = async (on: EscrowFixture, others: PublicKey[]) => {
    const tree = new AllowTree([on.agent, ...others]);
    const mandate = { allowRoot: tree.root };
    return { tree, under: await escrowOn(on, { mandate, channel: null }) };
  };
  const keys = (count: number) => Array.from({ length: count }, key);

  for (const count of [1, 2, 3, 4, 5, 7, 16, 17, 1_000]) {
    it(`opens to an agent among ${count} by its proof, and re-arms without one`, async () => {
      const { tree, under } = await allowing(await escrowOfAgent({ channel: null }), keys(count - 1));
      const allowProof = tree.proof(under.agent);
      assert.ok(allowProof.length <= Math.ceil(Math.log2(count)));
      await openAnother(under, { allowProof });
      await under.chain.advance({ slots: 1 });
      const { expiresAt } = await under.readChannel();
      const rearm = await channelRearm(
        under.deployment,
        under.channelRef,
        under.session.publicKey,
        1n,
        expiresAt,
      );
      await under.send(rearm, under.session);
    });
  }

  it('AllowProofMissing: opens to no agent without a proof', async () => {
    const { under } = await allowing(await escrowOfAgent({ channel: null }), keys(2));
    await refused(under, 'AllowProofMissing');
  });

  it('AllowProofInvalid: takes no proof of another agent, list or order, and none cut or prolonged', async () => {
    const other = await escrowOfAgent({ channel: null });
    const outsider = await escrowOfAgent({ channel: null });
    const { tree, under } = await allowing(await escrowOfAgent({ channel: null }), [other.agent, ...keys(6)]);
    const proof = tree.proof(under.agent);
    const foreign = new AllowTree([under.agent, ...keys(7)]);
    const wrong: [PublicKey, Uint8Array[]][] = [
      [under.agent, tree.proof(other.agent)],
      [other.agent, proof],
      [outsider.agent, proof],
      [under.agent, foreign.proof(under.agent)],
      [under.agent, [...proof].reverse()],
      [under.agent, proof.slice(1)],
      [under.agent, proof.slice(0, -1)],
      [under.agent, [...proof, proof[0] as Uint8Array]],
      [under.agent, [tree.root]],
    ];
    for (const [agent, allowProof] of wrong) {
      assert.ok(!isAllowed(tree.root, agent, allowProof));
      await refused(under, 'AllowProofInvalid', { agent, allowProof });
    }
    await openAnother(under, { allowProof: proof });
    await openAnother(under, { agent: other.agent, allowProof: tree.proof(other.agent) });
  });

  it('AllowProofInvalid, second preimage: takes no node of the tree for a leaf', async () => {
    // a "list" of one whose root is an agent's own address, or the node above two agents
    const on = await escrowOfAgent({ channel: null });
    const bare = await escrowOn(on, { mandate: { allowRoot: on.agent.toBytes() }, channel: null });
    await refused(bare, 'AllowProofMissing');
    const pair = new AllowTree([on.agent, key()]);
    const above = new AllowTree([new PublicKey(pair.root), key()]);
    const under = await escrowOn(on, { mandate: { allowRoot: above.root }, channel: null });
    const path = [...pair.proof(on.agent), ...above.proof(new PublicKey(pair.root))];
    await refused(under, 'AllowProofInvalid', { allowProof: path });
    // the proof of the node itself, without the leaf's sibling
    await refused(under, 'AllowProofInvalid', { allowProof: above.proof(new PublicKey(pair.root)) });
  });

  it('AllowProofTooLong: reads at most 20 hashes', async () => {
    const { under } = await allowing(await escrowOfAgent({ channel: null }), keys(2));
    const { chain, mandate, payer } = under;
    // so many fit a transaction that the payer alone signs
    for (const [length, error] of [
      [20, 'AllowProofInvalid'],
      [21, 'AllowProofTooLong'],
    ] as const) {
      const allowProof = keys(length).map((hash) => hash.toBytes());
      const { instruction } = await channelOpening(under, { authority: payer.publicKey, allowProof });
      const before = await dataOf(chain, mandate);
      const { code } = await chain.send([instruction], { payer }).then(
        () => assert.fail('not refused'),
        (refusal: TransactionFailed) => refusal,
      );
      assert.equal(code, escrowIdl.errors.find(({ name }) => (name as string) === error)?.code);
      assert.deepEqual(await dataOf(chain, mandate), before);
    }
  });

  it('AllowProofUnexpected: takes no proof where none is asked for', async () => {
    const on = await escrowOfAgent({ channel: null });
    const allowProof = new AllowTree([on.agent, key()]).proof(on.agent);
    await refused(on, 'AllowProofUnexpected', { allowProof });
    const listed = await escrowOn(on, { mandate: { allowList: [on.agent] }, channel: null });
    await refused(listed, 'AllowProofUnexpected', { allowProof });
    await openAnother(listed);
  });
});
