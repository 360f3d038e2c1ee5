import assert from 'node:assert/strict';
import {
  exportReceipt,
  type Receipt,
  type ReceiptRefusal,
  ReceiptRefused,
  readReceiptDocument,
  readTreeAccounts,
  verifyReceipt,
  verifyReceiptDocument,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { base58, ReceiptWorld } from './receipt-world';

const refusedAs = (code: ReceiptRefusal) => (error: unknown) => {
  assert.ok(error instanceof ReceiptRefused, String(error));
  assert.equal(error.code, code, error.message);
  return true;
};
/** A copy with one bit of it changed. */
const flipped = (bytes: Uint8Array, at = 0) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe('exported receipts', () => {
  let world: ReceiptWorld;
  let receipt: Receipt;

  before(async () => {
    world = await ReceiptWorld.start();
    const customer = await world.customer(await world.agent());
    const first = await world.rate(customer, 4);
    await world.rate(customer, 2);
    receipt = { ...first.receipt, proof: world.proof(first.receipt.tree, 0) };
  });
  after(() => world.stop());

  const verify = async (claim: Receipt) => {
    const { node, deployment } = world.localnet;
    return verifyReceipt(deployment, claim, await readTreeAccounts(node, deployment, claim.tree));
  };

  const document = async () => {
    const { deployment, node } = world.localnet;
    const proven = await verify(receipt);
    const slot = await node.slot();
    return JSON.parse(JSON.stringify(exportReceipt(deployment, receipt, proven, slot))) as Record<
      string,
      unknown
    >;
  };
  const offline = (value: unknown, root = world.root(world.small)) =>
    verifyReceiptDocument(world.localnet.deployment, value, root);

  it('verifies without a chain against a root that the reader brings', async () => {
    const exported = await document();
    const proven = offline(exported);
    assert.equal(proven.facts.stars, 4);
    assert.equal(proven.asset.toBase58(), receipt.asset.toBase58());
    const read = readReceiptDocument(exported);
    assert.equal(base58(read.root), base58(proven.root));
    const { node, deployment } = world.localnet;
    const again = verifyReceipt(
      deployment,
      read.receipt,
      await readTreeAccounts(node, deployment, receipt.tree),
    );
    assert.equal(again.behind, 0);
  });

  it('does not verify against another root, another program or another cluster', async () => {
    const exported = await document();
    assert.throws(() => offline(exported, flipped(world.root(world.small))), refusedAs('ProofMismatch'));
    const { deployment } = world.localnet;
    const root = world.root(world.small);
    for (const other of [
      { ...deployment, genesisHash: flipped(deployment.genesisHash) },
      { ...deployment, reputation: Keypair.generate().publicKey },
    ]) {
      assert.throws(() => verifyReceiptDocument(other, exported, root), refusedAs('WrongDeployment'));
    }
    const { reputation } = { reputation: Keypair.generate().publicKey };
    assert.throws(
      () =>
        verifyReceiptDocument(
          { ...deployment, reputation },
          { ...exported, reputation: reputation.toBase58() },
          root,
        ),
      refusedAs('NotAReceipt'),
    );
  });

  it('is not written of what does not verify', async () => {
    const proven = await verify(receipt);
    const { deployment } = world.localnet;
    const wrong = { ...proven, root: flipped(proven.root) };
    assert.throws(() => exportReceipt(deployment, receipt, wrong, 1n), refusedAs('ProofMismatch'));
  });

  it('is refused by the name of the field that is wrong', async () => {
    const exported = await document();
    const facts = exported.facts as object;
    const metadata = exported.metadata as object;
    for (const [change, named] of [
      [{ format: 'agent-labs/receipt/v2' }, /format/],
      [{ extra: 1 }, /unknown field extra/],
      [{ proof: 'x' }, /receipt\.proof/],
      [{ proof: ['x'] }, /receipt\.proof\[0\]/],
      [{ proof: Array.from({ length: 31 }, () => exported.root) }, /at most 30/],
      [{ leafIndex: 0 }, /receipt\.leafIndex/],
      [{ leafIndex: '01' }, /receipt\.leafIndex/],
      [{ leafIndex: '18446744073709551616' }, /receipt\.leafIndex/],
      [{ root: undefined }, /receipt\.root/],
      [{ leaf: `${exported.leaf as string}1` }, /receipt\.leaf/],
      [{ facts: { ...facts, stars: 256 } }, /receipt\.facts\.stars/],
      [{ facts: { ...facts, paid: 1_000_000 } }, /receipt\.facts\.paid/],
      [{ facts: { ...facts, comment: '' } }, /unknown field comment/],
      [{ facts: [] }, /receipt\.facts must be an object/],
      [{ metadata: { ...metadata, isMutable: 0 } }, /receipt\.metadata\.isMutable/],
      [{ metadata: { ...metadata, tokenStandard: 'Programmable' } }, /receipt\.metadata\.tokenStandard/],
      [{ metadata: { ...metadata, creators: null } }, /receipt\.metadata\.creators/],
    ] as [object, RegExp][]) {
      assert.throws(
        () => offline({ ...exported, ...change }),
        (error: unknown) => refusedAs('ReceiptMalformed')(error) && named.test((error as Error).message),
        String(named),
      );
    }
    for (const value of [null, 1, 'x', [], undefined]) {
      assert.throws(() => offline(value), refusedAs('ReceiptMalformed'));
    }
  });
});
