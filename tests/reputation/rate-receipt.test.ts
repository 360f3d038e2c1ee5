import assert from 'node:assert/strict';
import {
  pendingReceiptAddress,
  RECEIPT_PROGRAMS,
  type ReceiptFacts,
  rateAgent,
  receiptFactsHash,
  treeAddress,
  treeConfigAddress,
  treePoolAddress,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey, SystemProgram } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, copyOf, dataOf, key, lamportsOf, patch } from '../registry/support';
import { expectedLeaf, rootOf, toldBy } from './leaves';
import {
  addTree,
  anotherPayer,
  eventOf,
  paidChannel,
  pay,
  rated,
  rating,
  receiptRegistry,
  rewrite,
  scoreOf,
  treeOfRecord,
} from './support';

/** Bubblegum's count of leaves in its tree config. */
const NUM_MINTED_AT = 80;

describe('reputation rate, with a tree', () => {
  let registry: RegistryFixture;
  let merkleTree: PublicKey;
  beforeEach(async () => {
    registry = await receiptRegistry();
    merkleTree = await addTree(registry);
  });

  const refused = async (on: EscrowFixture, changes: Record<string, PublicKey>, error: string) => {
    let { instruction } = await rating(on, { merkleTree });
    for (const [name, pubkey] of Object.entries(changes)) {
      instruction = withAccount(instruction, name, { pubkey });
    }
    await expectRefused(on.chain, instruction, [on.payer], error, [on.channel]);
  };

  it('mints the receipt to the agent: leaf, data hash and root are those of the facts', async () => {
    const on = await paidChannel(registry);
    const leaves: Buffer[] = [];
    for (const [at, stars] of [5, 1, 3].entries()) {
      const outcome = await rated(on, stars, { merkleTree });
      const event = eventOf(outcome, 'agentRated');
      assertSame(event.leaf, { merkleTree, nonce: BigInt(at) });
      const facts = event.facts as ReceiptFacts;
      assertSame(event.factsHash, receiptFactsHash(facts));
      const expected = expectedLeaf(on, facts, merkleTree, BigInt(at));
      leaves.push(expected.leafHash);
      const { tree, root, leafNode, index, seq, ...told } = toldBy(outcome);
      assertSame(told, expected);
      assertSame([tree, index, seq, leafNode], [merkleTree, at, BigInt(at + 1), expected.leafHash]);
      assertSame(root, rootOf(leaves, 3));
      await pay(on, BigInt(110_000 + 10_000 * at), 20 + at);
    }
    const pending = await on.chain.getAccount(pendingReceiptAddress(on.deployment, on.agent, 2n));
    assert.equal(pending, null, 'nothing waits');
    const config = await dataOf(on.chain, treeConfigAddress(merkleTree));
    assert.equal(config.readBigUInt64LE(NUM_MINTED_AT), 3n);
    assert.equal((await treeOfRecord(on, merkleTree)).minted, 3n);
  });

  it('fits a transaction without lookup table, and stays within its budget', async () => {
    const on = await paidChannel(registry);
    const { size, computeUnits } = await rated(on, 5, { merkleTree });
    assert.ok(size <= 1_232, `${size} bytes`);
    assert.ok(computeUnits < 90_000n, `${computeUnits} CU`);
  });

  it('takes the rent of score and pair from the payer, and nothing else', async () => {
    const on = await paidChannel(registry);
    const before = await lamportsOf(on.chain, on.payer.publicKey);
    await rated(on, 5, { merkleTree });
    const spent = before - (await lamportsOf(on.chain, on.payer.publicKey));
    const rent = (await on.chain.rentExemption(280)) + (await on.chain.rentExemption(144));
    assert.equal(spent, rent);
  });

  it('keeps the receipt where the tree is full, or was not passed', async () => {
    const on = await paidChannel(registry);
    await rated(on, 5);
    assert.ok(await on.chain.getAccount(pendingReceiptAddress(on.deployment, on.agent, 0n)));
    await rewrite(on, 'tree', treeAddress(on.deployment, merkleTree), { minted: 8n });
    await pay(on, 110_000n, 20);
    assert.equal(eventOf(await rated(on, 5, { merkleTree }), 'agentRated').leaf, null);
    assert.ok(await on.chain.getAccount(pendingReceiptAddress(on.deployment, on.agent, 1n)));
    assert.equal((await scoreOf(on))?.current.ratings, 2n);
  });

  it('fills a tree to its last leaf', async () => {
    const on = await paidChannel(registry);
    for (let at = 0; at < 9; at += 1) {
      const { leaf } = eventOf(await rated(on, 5, { merkleTree }), 'agentRated');
      if (at < 8) assert.equal(leaf.nonce, BigInt(at));
      else assert.equal(leaf, null);
      await pay(on, BigInt(110_000 + 1_000 * at), 20 + at);
    }
    const { minted, capacity } = await treeOfRecord(on, merkleTree);
    assert.deepEqual([minted, capacity], [8n, 8n]);
  });

  it('TreeMismatch, attack 50: a foreign tree', async () => {
    const on = await paidChannel(registry);
    // somebody's own tree of the same size, prepared but not registered
    const foreign = Keypair.generate();
    const account = await on.chain.getAccount(merkleTree);
    assert.ok(account);
    await on.chain.setAccount(foreign.publicKey, account);
    await refused(on, { merkle_tree: foreign.publicKey }, 'TreeMismatch');
    await refused(
      on,
      { merkle_tree: foreign.publicKey, tree_config: treeConfigAddress(foreign.publicKey) },
      'TreeMismatch',
    );
    // its record would have to be this program's
    const record = treeAddress(on.deployment, foreign.publicKey);
    const own = await on.chain.getAccount(treeAddress(on.deployment, merkleTree));
    assert.ok(own);
    await on.chain.setAccount(record, { ...own, owner: on.deployment.escrow });
    const all = { merkle_tree: foreign.publicKey, tree_config: treeConfigAddress(foreign.publicKey) };
    await refused(on, { ...all, tree: record }, 'AccountOwnedByWrongProgram');
    await on.chain.setAccount(record, own);
    await rewrite(on, 'tree', record, { merkleTree: foreign.publicKey });
    await refused(on, { ...all, tree: record }, 'TreeMismatch');
  });

  it('TreeMismatch: a registered tree of another shard, or one that was replaced', async () => {
    const on = await paidChannel(registry);
    const second = await addTree(registry, 1);
    const shard = Buffer.from(on.agent.toBytes()).readBigUInt64LE(0) % 2n;
    const [mine, theirs] = shard === 0n ? [merkleTree, second] : [second, merkleTree];
    const wrong = (await rating(on, { merkleTree: theirs })).instruction;
    await expectRefused(on.chain, wrong, [on.payer], 'TreeMismatch', [on.channel]);
    assertSame(eventOf(await rated(on, 5, { merkleTree: mine }), 'agentRated').leaf, {
      merkleTree: mine,
      nonce: 0n,
    });
    await pay(on, 110_000n, 20);
    await rewrite(on, 'tree', treeAddress(on.deployment, mine), { minted: 8n });
    await addTree(registry, Number(shard));
    const old = (await rating(on, { merkleTree: mine })).instruction;
    await expectRefused(on.chain, old, [on.payer], 'TreeMismatch', [on.channel]);
  });

  it('TreeAccountsMissing: some of the seven, and not all', async () => {
    const on = await paidChannel(registry);
    const none = on.deployment.reputation;
    const names = ['tree_pool', 'tree', 'merkle_tree', 'tree_config', 'bubblegum_program'];
    for (const name of [...names, 'compression_program', 'noop_program']) {
      await refused(on, { [name]: none }, 'TreeAccountsMissing');
    }
  });

  it('ProgramMismatch, attacks 6, 43: other programs in the places of Bubblegum, compression and noop', async () => {
    const on = await paidChannel(registry);
    for (const name of ['bubblegum_program', 'compression_program', 'noop_program']) {
      for (const pubkey of [SystemProgram.programId, on.deployment.escrow, key()]) {
        await refused(on, { [name]: pubkey }, 'ProgramMismatch');
      }
    }
    await refused(on, { bubblegum_program: RECEIPT_PROGRAMS.noop }, 'ProgramMismatch');
  });

  it('attacks 2, 3, 12: forged pool and record', async () => {
    const on = await paidChannel(registry);
    const pool = treePoolAddress(on.deployment);
    const record = treeAddress(on.deployment, merkleTree);
    for (const [name, at] of [
      ['tree_pool', pool],
      ['tree', record],
    ] as const) {
      const copy = await copyOf(on.chain, at, on.deployment.registry);
      await refused(on, { [name]: copy }, 'AccountOwnedByWrongProgram');
      const account = await on.chain.getAccount(at);
      assert.ok(account);
      await patch(on.chain, at, (data) => data.fill(0, 0, 8));
      await refused(on, {}, 'AccountDiscriminatorMismatch');
      await on.chain.setAccount(at, account);
      await patch(on.chain, at, (data) => data.writeUInt8(9, 8));
      await refused(on, {}, 'UnknownLayout');
      await on.chain.setAccount(at, account);
    }
    await refused(on, { tree: pool }, 'AccountDiscriminatorMismatch');
    await refused(on, { tree_config: key() }, 'AccountNotInitialized');
  });

  it('rateAgent finds the tree, and the second of two payers at once is not lost', async () => {
    const on = await paidChannel(registry);
    const other = await anotherPayer(on);
    await pay(other, 50_000n);
    const { chain, deployment } = on;
    const both = [on, other].map(({ payer, channel }) =>
      rateAgent(chain, deployment, { payer, channel, stars: 4 }),
    );
    const leaves = (await Promise.all(both)).map(({ rated: { leaf } }) => leaf?.nonce);
    assert.deepEqual(leaves.sort(), [0n, 1n]);
    assert.equal((await scoreOf(on))?.payers, 2);
  });
});
