import assert from 'node:assert/strict';
import { AgentNotInTree, AllowTree, isAllowed } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';

const keys = (count: number) => Array.from({ length: count }, () => Keypair.generate().publicKey);
const filled = (byte: number) => new PublicKey(new Uint8Array(32).fill(byte));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('allow-list as a tree', () => {
  it('hashes what the program hashes: worked out apart from both', () => {
    const one = '85e38ddd7d05dc5f6d1db286ea1f279aa91a5589701ab1c82261079651ef2b20';
    const two = 'eb2643f18acdf25b4d2951098b6f92b8683c32fc8fb5afe22db9f26e11f6744f';
    assert.equal(hex(new AllowTree([filled(1)]).root), one);
    assert.equal(hex(new AllowTree([filled(1), filled(2)]).root), two);
  });

  it('proves each of its agents, for every count up to 33 and 1,000', () => {
    for (const count of [...Array.from({ length: 33 }, (_, at) => at + 1), 1_000]) {
      const agents = keys(count);
      const tree = new AllowTree(agents);
      for (const agent of agents) {
        const proof = tree.proof(agent);
        assert.ok(isAllowed(tree.root, agent, proof), `${count}`);
        assert.ok(proof.length <= Math.ceil(Math.log2(count)), `${count}`);
      }
    }
  });

  it('is a set: order and repetition do not matter, a member does', () => {
    const agents = keys(5);
    const { root } = new AllowTree(agents);
    assert.deepEqual(new AllowTree([...agents, ...agents].reverse()).root, root);
    assert.notDeepEqual(new AllowTree(agents.slice(1)).root, root);
    // the last without a sibling is not counted twice
    assert.notDeepEqual(new AllowTree([...agents, ...keys(1)]).root, root);
  });

  it('proves nobody else', () => {
    const [agents, [stranger]] = [keys(6), keys(1)];
    assert.ok(stranger);
    const tree = new AllowTree(agents);
    assert.throws(() => tree.proof(stranger), AgentNotInTree);
    assert.ok(!tree.has(stranger) && tree.has(agents[0] as PublicKey));
    for (const agent of agents) assert.ok(!isAllowed(tree.root, stranger, tree.proof(agent)));
    // a node is no leaf, though its hash were an address
    const proof = tree.proof(agents[0] as PublicKey);
    const pair = new AllowTree([agents[0] as PublicKey, agents[1] as PublicKey]).root;
    assert.ok(!isAllowed(tree.root, new PublicKey(pair), proof.slice(1)));
    assert.ok(!isAllowed(tree.root, new PublicKey(tree.root), []));
  });

  it('refuses a list that allows nobody', () => {
    assert.throws(() => new AllowTree([]), TypeError);
    assert.throws(() => new AllowTree([PublicKey.default]), TypeError);
  });
});
