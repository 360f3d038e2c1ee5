import assert from 'node:assert/strict';
import {
  type AccountState,
  leafHash,
  leafOf,
  RECEIPT_PROGRAMS,
  type Receipt,
  type ReceiptRefusal,
  ReceiptRefused,
  readTreeAccounts,
  receiptAssetId,
  rootOf,
  type TreeAccounts,
  verifyReceipt,
  verifyReceiptAgainstRoot,
} from '@agent-labs/sdk';
import { MerkleTree } from '@solana/spl-account-compression';
import { Keypair, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { BubblegumTree, metadataBy } from './bubblegum-tree';
import { base58, type Customer, type Made, ReceiptWorld, SMALL } from './receipt-world';

const refusedAs = (code: ReceiptRefusal) => (error: unknown) => {
  assert.ok(error instanceof ReceiptRefused, String(error));
  assert.equal(error.code, code, error.message);
  return true;
};
/** A copy with one bit of it changed. */
const flipped = (bytes: Uint8Array, at = 0) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe('verifying receipts', () => {
  let world: ReceiptWorld;
  let customer: Customer;
  let first: Made;
  /** the first receipt, its proof made for the present root */
  let receipt: Receipt;

  const accounts = (tree = receipt.tree): Promise<TreeAccounts> =>
    readTreeAccounts(world.localnet.node, world.localnet.deployment, tree);
  const verify = async (claim: Receipt, against?: TreeAccounts) =>
    verifyReceipt(world.localnet.deployment, claim, against ?? (await accounts()));

  before(async () => {
    world = await ReceiptWorld.start();
    customer = await world.customer(await world.agent());
    first = await world.rate(customer, 4);
    await world.rateOften(customer, 4);
    receipt = { ...first.receipt, proof: world.proof(first.receipt.tree, 0) };
  });
  after(() => world.stop());

  it('proves facts, owner and tree from the proof to the root on the chain', async () => {
    const proven = await verify(receipt);
    assert.equal(proven.facts.stars, 4);
    assert.equal(proven.facts.paid, 1_000_000n);
    assert.equal(proven.facts.payer.toBase58(), customer.payer.publicKey.toBase58());
    assert.equal(proven.asset.toBase58(), receiptAssetId(world.small, 0n).toBase58());
    assert.equal(base58(proven.root), base58(world.root(world.small)));
    assert.equal(proven.behind, 0);
    assert.equal(proven.seq, 5n);
    assert.equal(receipt.metadata.name, 'Agent Labs receipt 4/5');
  });

  it('proves every receipt of both trees, the later ones too', async () => {
    const elsewhere = await world.customer(await world.agent('seed'));
    await world.rateOften(elsewhere, 3);
    const trees = new Set(world.made.map(({ receipt }) => receipt.tree.toBase58()));
    assert.equal(trees.size, 2);
    for (const { receipt: made } of world.made) {
      const proof = world.proof(made.tree, Number(made.leaf.nonce));
      const proven = await verify({ ...made, proof }, await accounts(made.tree));
      assert.equal(proven.behind, 0);
      assert.deepEqual(proven.proof.map(base58), proof.map(base58));
    }
  });

  it('carries an old proof on while its root is kept, and no longer', async () => {
    const old = first.receipt;
    const proven = await verify(old);
    assert.equal(proven.behind, 4);
    assert.deepEqual(proven.proof.map(base58), world.proof(old.tree, 0).map(base58));
    const other = await ReceiptWorld.start();
    try {
      const payer = await other.customer(await other.agent());
      const { receipt: made } = await other.rate(payer);
      const { deployment, node } = other.localnet;
      for (let later = 1; later <= SMALL.buffer; later += 1) {
        await other.rate(payer);
        const now = await readTreeAccounts(node, deployment, made.tree);
        if (later < SMALL.buffer) assert.equal(verifyReceipt(deployment, made, now).behind, later);
        else assert.throws(() => verifyReceipt(deployment, made, now), refusedAs('ProofMismatch'));
      }
    } finally {
      await other.stop();
    }
  });

  it('completes a proof from the canopy, and refuses one that is too short', async () => {
    const short = (nodes: number) => ({ ...receipt, proof: receipt.proof.slice(0, nodes) });
    const proven = await verify(short(SMALL.depth - SMALL.canopy));
    assert.equal(proven.proof.length, SMALL.depth);
    await assert.rejects(verify(short(SMALL.depth - SMALL.canopy - 1)), refusedAs('ProofIncomplete'));
    await assert.rejects(
      verify({ ...receipt, proof: [...receipt.proof, receipt.proof[0] as Uint8Array] }),
      refusedAs('ProofIncomplete'),
    );
  });

  it('refuses each changed fact', async () => {
    const other = Keypair.generate().publicKey;
    for (const change of [
      { stars: 5 },
      { paid: 1n },
      { refunded: 1n },
      { number: 7n },
      { slot: 1n },
      { ratedAt: 1n },
      { generation: 1n },
      { agentVersion: 9 },
      { ownershipEpoch: 9 },
      { payer: other },
      { subject: other },
      { mint: other },
      { agent: other },
    ]) {
      await assert.rejects(
        verify({ ...receipt, facts: { ...receipt.facts, ...change } }),
        refusedAs('FactsMismatch'),
      );
    }
    for (const stars of [0, 6, 4.5, 260]) {
      await assert.rejects(
        verify({ ...receipt, facts: { ...receipt.facts, stars } }),
        refusedAs('ReceiptMalformed'),
      );
    }
  });

  it('refuses changed metadata, leaf, id and proof, each by name', async () => {
    const { metadata, leaf } = receipt;
    const [creator] = metadata.creators;
    assert.ok(creator);
    const stranger = Keypair.generate().publicKey;
    const cases: [ReceiptRefusal, Partial<Receipt>][] = [
      ['LeafMismatch', { metadata: { ...metadata, name: 'Agent Labs receipt 5/5' } }],
      ['LeafMismatch', { metadata: { ...metadata, sellerFeeBasisPoints: 1 } }],
      ['NotAReceipt', { metadata: { ...metadata, isMutable: true } }],
      ['NotAReceipt', { metadata: { ...metadata, creators: [] } }],
      ['NotAReceipt', { metadata: { ...metadata, creators: [{ ...creator, verified: false }] } }],
      ['NotAReceipt', { metadata: { ...metadata, creators: [{ ...creator, address: stranger }] } }],
      ['NotAReceipt', { metadata: { ...metadata, creators: [creator, creator] } }],
      ['FactsMismatch', { metadata: { ...metadata, uri: `${metadata.uri}x` } }],
      ['LeafMismatch', { metadata: { ...metadata, uri: metadata.uri.replace('example', 'evil') } }],
      ['OwnerNotAgent', { leaf: { ...leaf, owner: stranger } }],
      ['OwnerNotAgent', { leaf: { ...leaf, delegate: stranger } }],
      ['AssetMismatch', { asset: stranger }],
      ['AssetMismatch', { leaf: { ...leaf, nonce: 1n } }],
      ['LeafMismatch', { leaf: { ...leaf, dataHash: flipped(leaf.dataHash) } }],
      ['LeafMismatch', { leaf: { ...leaf, creatorHash: flipped(leaf.creatorHash) } }],
      ['LeafMismatch', { leafHash: flipped(receipt.leafHash) }],
      ['ReceiptMalformed', { leafHash: receipt.leafHash.slice(1) }],
      ['ReceiptMalformed', { proof: receipt.proof.map((node) => node.slice(1)) }],
      ['ReceiptMalformed', { leaf: { ...leaf, nonce: -1n } }],
      ['ReceiptMalformed', { metadata: { ...metadata, name: '\ud800' } }],
      ['ProofMismatch', { proof: receipt.proof.toReversed() }],
      ...receipt.proof.map((_, level): [ReceiptRefusal, Partial<Receipt>] => [
        'ProofMismatch',
        { proof: receipt.proof.map((node, at) => (at === level ? flipped(node, 31) : node)) },
      ]),
    ];
    for (const [code, change] of cases)
      await assert.rejects(verify({ ...receipt, ...change }), refusedAs(code));
  });

  it('refuses another leaf’s place, even with a proof that is right for it', async () => {
    const second = world.made[1] as Made;
    const moved = { ...receipt, leaf: second.receipt.leaf, asset: second.receipt.asset };
    await assert.rejects(
      verify({ ...moved, proof: world.proof(receipt.tree, 1) }),
      refusedAs('LeafMismatch'),
    );
    await assert.rejects(
      verify({ ...receipt, proof: world.proof(receipt.tree, 1) }),
      refusedAs('ProofMismatch'),
    );
  });

  it('refuses trees that reputation has not registered', async () => {
    const { merkleTree, registration } = await accounts();
    const seedTree = world.made.find(({ receipt: { tree } }) => !tree.equals(world.small))?.receipt.tree;
    assert.ok(seedTree && registration && merkleTree);
    const other = await accounts(seedTree);
    const stranger = Keypair.generate().publicKey;
    const changed = (at: number): Pick<AccountState, 'owner' | 'data'> => ({
      owner: registration.owner,
      data: flipped(registration.data, at),
    });
    for (const [code, against] of [
      ['TreeNotRegistered', { merkleTree, registration: null }],
      ['TreeNotRegistered', { merkleTree, registration: other.registration }],
      ['TreeNotRegistered', { merkleTree, registration: { ...registration, owner: stranger } }],
      ['TreeNotRegistered', { merkleTree, registration: changed(0) }],
      ['TreeNotRegistered', { merkleTree, registration: changed(8) }],
      ['TreeNotRegistered', { merkleTree, registration: { ...registration, data: new Uint8Array() } }],
      // the first letter of what stands before the hash in a receipt's address
      ['FactsMismatch', { merkleTree, registration: changed(112) }],
      ['ForeignTree', { merkleTree: null, registration }],
      ['ForeignTree', { merkleTree: other.merkleTree, registration }],
      ['ForeignTree', { merkleTree: { ...merkleTree, owner: stranger }, registration }],
      ['TreeMalformed', { merkleTree: { ...merkleTree, data: merkleTree.data.slice(1) }, registration }],
    ] as [ReceiptRefusal, TreeAccounts][]) {
      await assert.rejects(verify(receipt, against), refusedAs(code));
    }
  });

  it('refuses a forgery in a tree of the forger’s own, though its proof is right', async () => {
    const { node, deployment } = world.localnet;
    const [forger, tree] = [Keypair.generate(), Keypair.generate()];
    await node.airdrop(forger.publicKey, 10_000_000_000n);
    // what reputation would have minted, with more stars and the forger's tree
    const asset = receiptAssetId(tree.publicKey, 0n);
    const leaf = leafOf(receipt.metadata, { ...receipt.leaf, nonce: 0n });
    const hash = leafHash(asset, leaf);
    const call = (data: Buffer) =>
      new TransactionInstruction({
        programId: RECEIPT_PROGRAMS.compression,
        keys: [
          { pubkey: tree.publicKey, isSigner: false, isWritable: true },
          { pubkey: forger.publicKey, isSigner: true, isWritable: false },
          { pubkey: RECEIPT_PROGRAMS.noop, isSigner: false, isWritable: false },
        ],
        data,
      });
    const size = (await node.getAccount(receipt.tree))?.data.length ?? 0;
    const make = Buffer.from([191, 11, 119, 7, 180, 107, 220, 110, 5, 0, 0, 0, 8, 0, 0, 0]);
    const append = Buffer.from([149, 120, 18, 222, 236, 225, 88, 203, ...hash]);
    await world.send(
      [
        SystemProgram.createAccount({
          fromPubkey: forger.publicKey,
          newAccountPubkey: tree.publicKey,
          lamports: 1_000_000_000,
          space: size,
          programId: RECEIPT_PROGRAMS.compression,
        }),
        call(make),
        call(append),
      ],
      forger,
      tree,
    );
    const own = MerkleTree.sparseMerkleTreeFromLeaves([Buffer.from(hash)], SMALL.depth);
    const proof = own.getProof(0).proof.map((sibling) => Uint8Array.from(sibling));
    const forged = { ...receipt, tree: tree.publicKey, asset, leaf, leafHash: hash, proof };
    const against = await accounts(tree.publicKey);
    assert.equal(against.registration, null);
    await assert.rejects(verify(forged, against), refusedAs('TreeNotRegistered'));
    const { registration } = await accounts();
    await assert.rejects(verify(forged, { ...against, registration }), refusedAs('TreeNotRegistered'));
    // the honest registration renamed: still no tree of Bubblegum's
    const renamed = Uint8Array.from(registration?.data ?? []);
    renamed.set(tree.publicKey.toBytes(), 24);
    await assert.rejects(
      verify(forged, { ...against, registration: { owner: deployment.reputation, data: renamed } }),
      refusedAs('ForeignTree'),
    );
    // against a root, the tree is the caller's to know
    const root = rootOf(hash, 0, proof);
    assert.ok(verifyReceiptAgainstRoot(deployment, forged, root).tree.equals(tree.publicKey));
  });

  it('refuses what anybody can mint an agent elsewhere', async () => {
    const chain = world.localnet.node;
    const tree = await BubblegumTree.make(chain, SMALL);
    const metadata = metadataBy(tree.creator.publicKey, 'forged', { uri: receipt.metadata.uri });
    await tree.mint(metadata, receipt.facts.agent);
    const asset = receiptAssetId(tree.address, 0n);
    const leaf = leafOf(metadata, { owner: receipt.facts.agent, delegate: receipt.facts.agent, nonce: 0n });
    const forged = { ...receipt, metadata, tree: tree.address, asset, leaf, leafHash: leafHash(asset, leaf) };
    await assert.rejects(verify(forged, await accounts(tree.address)), refusedAs('NotAReceipt'));
    // Bubblegum itself refuses a creator who has not signed
    const claimed = { ...metadata, creators: receipt.metadata.creators };
    await assert.rejects(tree.mint(claimed, receipt.facts.agent), /custom program error|Custom/);
  });

  it('says when a leaf was replaced', async () => {
    const { merkleTree, registration } = await accounts();
    assert.ok(merkleTree && registration);
    // a change of leaf 0 written over the newest one, past every program: none of them would replace a leaf
    const data = Uint8Array.from(merkleTree.data);
    const place = 56 + 24 + 5 * (32 * 6 + 8);
    data.set(flipped(receipt.leafHash), place + 32);
    new DataView(data.buffer).setUint32(place + 32 * 6, 0, true);
    await assert.rejects(
      verify(first.receipt, { merkleTree: { ...merkleTree, data }, registration }),
      refusedAs('LeafReplaced'),
    );
  });
});
