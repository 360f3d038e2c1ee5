import assert from 'node:assert/strict';
import { rawWebhook } from '@agent-labs/localnet';
import {
  decodeMerkleTree,
  readReceiptDocument,
  readTreeAccounts,
  receiptFactsHash,
  rootOf,
  verifyReceipt,
  verifyReceiptDocument,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { onEachDatabase } from '../indexer/support';
import { BubblegumTree, metadataBy } from './bubblegum-tree';
import { type DasList, type DasProof, Indexed } from './indexed';
import { base58, type Customer, type Made, ReceiptWorld, SMALL } from './receipt-world';

const bytes = (text: string) => new PublicKey(text).toBytes();

onEachDatabase('receipts in the indexer', (database) => {
  let world: ReceiptWorld;
  let indexed: Indexed;
  let customer: Customer;
  let elsewhere: Customer;

  before(async () => {
    world = await ReceiptWorld.start();
    indexed = await Indexed.start(world, database());
    customer = await world.customer(await world.agent());
    elsewhere = await world.customer(await world.agent('seed'));
    await world.rateOften(customer, 5);
    await world.rateOften(elsewhere, 2);
    await indexed.deliver(world.deliveries());
  });
  after(async () => {
    await indexed.stop();
    await world.stop();
  });

  const rootOnChain = async (tree: PublicKey) => {
    const account = await world.localnet.node.getAccount(tree);
    assert.ok(account);
    const root = decodeMerkleTree(tree, account).changes[0]?.root;
    assert.ok(root);
    return base58(root);
  };

  it('are given with proofs that lead to the root on the chain, after further mints too', async () => {
    for (const more of [0, 1, 3]) {
      await world.rateOften(customer, more);
      await indexed.deliver(world.deliveries().slice(-3 * more - 1));
      for (const { receipt } of world.made) {
        const proof = await indexed.result<DasProof>('getAssetProof', { id: receipt.asset.toBase58() });
        const depth = receipt.tree.equals(world.small) ? SMALL.depth : 14;
        assert.equal(proof.tree_id, receipt.tree.toBase58());
        assert.equal(proof.leaf, base58(receipt.leafHash));
        assert.equal(proof.node_index, 2 ** depth + Number(receipt.leaf.nonce));
        assert.equal(proof.proof.length, depth);
        assert.equal(proof.root, await rootOnChain(receipt.tree));
        const index = Number(receipt.leaf.nonce);
        assert.deepEqual(proof.proof, world.proof(receipt.tree, index).map(base58));
        assert.equal(base58(rootOf(bytes(proof.leaf), index, proof.proof.map(bytes))), proof.root);
      }
    }
  });

  it('are told as DAS tells assets, in both dialects alike', async () => {
    const { receipt, rated } = world.made[0] as Made;
    const id = receipt.asset.toBase58();
    const asset = await indexed.result<Record<string, Record<string, unknown>>>('getAsset', { id });
    const agent = receipt.facts.agent.toBase58();
    assert.equal(asset.id, id);
    assert.equal(asset.interface, 'V1_NFT');
    assert.equal(asset.content?.json_uri, receipt.metadata.uri);
    assert.deepEqual(asset.compression, {
      eligible: false,
      compressed: true,
      data_hash: base58(receipt.leaf.dataHash),
      creator_hash: base58(receipt.leaf.creatorHash),
      asset_hash: base58(receipt.leafHash),
      tree: receipt.tree.toBase58(),
      seq: 1,
      leaf_id: 0,
    });
    assert.deepEqual(asset.ownership, {
      frozen: false,
      delegated: false,
      delegate: null,
      ownership_model: 'single',
      owner: agent,
    });
    const [creator] = receipt.metadata.creators;
    assert.deepEqual(asset.creators, [{ address: creator?.address.toBase58(), verified: true, share: 100 }]);
    assert.equal(asset.mutable, false);
    assert.equal(asset.burnt, false);
    assert.equal(rated.leaf?.nonce, 0n);

    const other = Keypair.generate().publicKey.toBase58();
    const second = (world.made[1] as Made).receipt.asset.toBase58();
    const ids = [second, other, id];
    const batch = await indexed.result<unknown[]>('getAssetBatch', { ids });
    assert.deepEqual(batch[2], asset);
    assert.equal(batch[1], null);
    assert.deepEqual(await indexed.result('getAssets', { ids, displayOptions: {} }, '/rpc'), batch);
    const proofs = await indexed.result<Record<string, DasProof | null>>('getAssetProofBatch', { ids });
    assert.equal(proofs[other], null);
    assert.equal(proofs[id]?.leaf, base58(receipt.leafHash));
    assert.deepEqual(await indexed.result('getAssetProofs', { ids }), proofs);
  });

  it('are listed by owner, page by page and by cursor', async () => {
    const ownerAddress = customer.agent.toBase58();
    const own = world.made.filter(({ facts }) => facts.agent.equals(customer.agent));
    const newestFirst = own.map(({ receipt }) => receipt.asset.toBase58()).toReversed();
    const list = (more: object) => indexed.result<DasList>('getAssetsByOwner', { ownerAddress, ...more });
    const all = await list({ options: { showGrandTotal: true } });
    assert.deepEqual(
      all.items.map(({ id }) => id),
      newestFirst,
    );
    assert.equal(all.total, own.length);
    assert.equal(all.grand_total, own.length);
    assert.equal(all.page, 1);
    const paged: string[] = [];
    for (let page = 1; ; page += 1) {
      const { items, limit } = await list({ page, limit: 4 });
      paged.push(...items.map(({ id }) => id));
      if (items.length < limit) break;
    }
    assert.deepEqual(paged, newestFirst);
    for (const sortBy of [
      { sortBy: 'created', sortDirection: 'asc' },
      { sortBy: 'id', sortDirection: 'desc' },
      { sortBy: 'id', sortDirection: 'asc' },
    ]) {
      const whole = (await list({ sortBy })).items.map(({ id }) => id);
      const walked: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const step: DasList = await list({ sortBy, limit: 2, ...(cursor !== undefined && { cursor }) });
        walked.push(...step.items.map(({ id }) => id));
        cursor = step.cursor;
        if (cursor === undefined) break;
      }
      assert.deepEqual(walked, whole);
      const before = await list({ sortBy, limit: 2, before: whole[4] });
      assert.deepEqual(
        before.items.map(({ id }) => id),
        whole.slice(2, 4),
      );
      const between = await list({ sortBy, after: whole[0], before: whole[3] });
      assert.deepEqual(
        between.items.map(({ id }) => id),
        whole.slice(1, 3),
      );
    }
    assert.deepEqual((await list({ ownerAddress: customer.payer.publicKey.toBase58() })).items, []);
  });

  it('are found by what they are, and by what they are not', async () => {
    const found = async (search: object) =>
      new Set((await indexed.result<DasList>('searchAssets', search)).items.map(({ id }) => id));
    const all = new Set(world.made.map(({ receipt }) => receipt.asset.toBase58()));
    const inSmall = new Set(
      world.made
        .filter(({ receipt }) => receipt.tree.equals(world.small))
        .map(({ receipt }) => receipt.asset.toBase58()),
    );
    const others = new Set([...all].filter((id) => !inSmall.has(id)));
    const { receipt } = world.made[0] as Made;
    const one = new Set([receipt.asset.toBase58()]);
    const creatorAddress = receipt.metadata.creators[0]?.address.toBase58();
    const tree = world.small.toBase58();
    const stranger = Keypair.generate().publicKey.toBase58();
    for (const [search, expected] of [
      [{}, all],
      [{ compressed: true, burnt: false, interface: 'V1_NFT', tokenType: 'compressedNft' }, all],
      [{ compressed: false }, new Set()],
      [{ tree }, inSmall],
      [{ tree, negate: true }, others],
      [{ creatorAddress, creatorVerified: true }, all],
      [{ creatorAddress: stranger }, new Set()],
      [{ jsonUri: receipt.metadata.uri }, one],
      [{ jsonUri: receipt.metadata.uri, tree: stranger }, new Set()],
      [{ jsonUri: receipt.metadata.uri, tree: stranger, conditionType: 'any' }, one],
      [{ ownerAddress: elsewhere.agent.toBase58() }, others],
      [{ delegate: customer.agent.toBase58() }, inSmall],
      [{ delegateAddress: customer.agent.toBase58() }, inSmall],
      [{ grouping: ['collection', stranger] }, new Set()],
      [{ name: "x' OR true --" }, new Set()],
    ] as [object, Set<string>][]) {
      assert.deepEqual(await found(search), expected, JSON.stringify(search));
    }
    const stars = receipt.metadata.name;
    const named = world.made.filter((made) => made.receipt.metadata.name === stars);
    assert.equal((await found({ name: stars })).size, named.length);
  });

  it('tell their transactions, and the cluster', async () => {
    const { receipt, outcome } = world.made[0] as Made;
    const id = receipt.asset.toBase58();
    const helius = await indexed.result<{ items: string[][] }>('getSignaturesForAsset', { id, page: 1 });
    assert.deepEqual(helius.items, [[outcome.signature, 'MintV1']]);
    const metaplex = await indexed.result<{ items: object[] }>('getAssetSignatures', { id });
    assert.deepEqual(metaplex.items, [
      { signature: outcome.signature, instruction: 'MintV1', slot: Number(outcome.slot) },
    ]);
    const genesis = base58(world.localnet.deployment.genesisHash);
    assert.equal(await indexed.result('getGenesisHash'), genesis);
    assert.equal(await indexed.result('getGenesisHash', []), genesis);
  });

  it('are given over REST with all that verifies them, without the server and against the chain', async () => {
    for (const { receipt, outcome } of [world.made[2], world.made[5]] as Made[]) {
      const { status, body } = await indexed.get(`/v1/receipts/${receipt.asset.toBase58()}`);
      assert.equal(status, 200);
      const answer = body as { receipt: unknown; signature: string; slot: number; seq: number };
      assert.equal(answer.signature, outcome.signature);
      const { deployment, node } = world.localnet;
      const proven = verifyReceiptDocument(deployment, answer.receipt, world.root(receipt.tree));
      assert.equal(proven.asset.toBase58(), receipt.asset.toBase58());
      const claim = readReceiptDocument(answer.receipt).receipt;
      const onChain = verifyReceipt(deployment, claim, await readTreeAccounts(node, deployment, claim.tree));
      assert.equal(onChain.behind, 0);
      assert.equal(onChain.seq, BigInt(answer.seq));
    }
  });

  it('have the metadata and the picture that their address leads to', async () => {
    const { receipt, facts } = world.made[4] as Made;
    const hash = Buffer.from(receiptFactsHash(facts)).toString('hex');
    assert.ok(receipt.metadata.uri.endsWith(`/v1/receipts/${hash}`));
    const { body, status } = await indexed.get(`/v1/receipts/${hash}`);
    assert.equal(status, 200);
    assert.deepEqual((await indexed.get(`/v1/receipts/${hash}.json`)).body, body);
    const metadata = body as Record<string, unknown> & {
      attributes: { trait_type: string; value: unknown }[];
    };
    assert.equal(metadata.name, receipt.metadata.name);
    assert.equal(metadata.facts_hash, hash);
    assert.equal(metadata.asset, receipt.asset.toBase58());
    assert.equal(metadata.attributes.find(({ trait_type }) => trait_type === 'Stars')?.value, facts.stars);
    assert.equal(metadata.image, `${receipt.metadata.uri}.svg`);
    const picture = await indexed.get(`/v1/receipts/${hash}.svg`);
    assert.match(picture.type, /^image\/svg\+xml/);
    assert.match(picture.text, /^<svg .*<title>5 of 5 stars<\/title>/);
    for (const [name, code] of [
      [Keypair.generate().publicKey.toBase58(), 404],
      ['0'.repeat(64), 404],
      [`${hash}.png`, 400],
      [hash.toUpperCase(), 400],
      ['x', 400],
    ] as [string, number][]) {
      const refused = await indexed.get(`/v1/receipts/${name}`);
      assert.equal(refused.status, code, name);
      const { error } = refused.body as { error: { code: string } };
      assert.equal(error.code, code === 404 ? 'ReceiptNotFound' : 'BadRequest');
    }
  });

  it('are only those of registered trees', async () => {
    const { node } = world.localnet;
    const foreign = await BubblegumTree.make(node, SMALL);
    const owner = customer.agent;
    const { signature } = await foreign.mint(metadataBy(foreign.creator.publicKey, 'forged'), owner);
    const records = [foreign.made.signature, signature].map((one) => {
      const record = node.history.get(one);
      assert.ok(record);
      return record;
    });
    const before = await indexed.result<DasList>('searchAssets', {});
    await indexed.deliver(records.map(rawWebhook));
    assert.deepEqual(await indexed.result('searchAssets', {}), before);
    assert.equal(
      (await indexed.result<DasList>('searchAssets', { tree: foreign.address.toBase58() })).total,
      0,
    );
  });
});
