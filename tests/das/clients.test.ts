import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createDasApiDecorator } from '@metaplex-foundation/digital-asset-standard-api';
import { getAssetWithProof, hashMetadata } from '@metaplex-foundation/mpl-bubblegum';
import { publicKey, type RpcInterface, unwrapOption } from '@metaplex-foundation/umi';
import { type DasList, type DasProof, Indexed } from './indexed';
import { umiContext, umiKey } from './metaplex';
import { base58, type Customer, type Made, ReceiptWorld } from './receipt-world';

/** The little of helius-sdk that these tests call; it lives on another web3 client, beside the indexer. */
interface Helius {
  getAsset(input: object): Promise<{ id: string; ownership: { owner: string } }>;
  getAssetBatch(input: object): Promise<{ id: string }[]>;
  getAssetProof(input: object): Promise<DasProof>;
  getAssetProofBatch(input: object): Promise<Record<string, DasProof>>;
  getAssetsByOwner(input: object): Promise<DasList>;
  searchAssets(input: object): Promise<DasList>;
  getSignaturesForAsset(input: object): Promise<{ items: string[][] }>;
}
const besideIndexer = createRequire(join(__dirname, '../../indexer/package.json'));
const { createHelius } = besideIndexer('helius-sdk') as { createHelius(options: object): Helius };

describe('clients of others read receipts', () => {
  let world: ReceiptWorld;
  let indexed: Indexed;
  let customer: Customer;
  let ids: string[];
  before(async () => {
    world = await ReceiptWorld.start();
    indexed = await Indexed.start(world);
    customer = await world.customer(await world.agent());
    await world.rateOften(customer, 3);
    await indexed.deliver(world.deliveries());
    ids = world.made.map(({ receipt }) => receipt.asset.toBase58());
  });
  after(async () => {
    await indexed.stop();
    await world.stop();
  });

  it('helius-sdk, pointed here by its baseUrl', async () => {
    const helius = createHelius({ apiKey: 'none', network: 'devnet', baseUrl: indexed.url });
    const [id] = ids as [string];
    const owner = customer.agent.toBase58();
    const root = base58(world.root(world.small));
    const asset = await helius.getAsset({ id, options: { showCollectionMetadata: true } });
    assert.equal(asset.id, id);
    assert.equal(asset.ownership.owner, owner);
    assert.deepEqual(
      (await helius.getAssetBatch({ ids })).map((one) => one.id),
      ids,
    );
    const proof = await helius.getAssetProof({ id });
    assert.equal(proof.root, root);
    assert.deepEqual(proof.proof, world.proof(world.small, 0).map(base58));
    const proofs = await helius.getAssetProofBatch({ ids });
    assert.deepEqual(Object.keys(proofs).sort(), [...ids].sort());
    assert.ok(Object.values(proofs).every((one) => one.root === root));
    const owned = await helius.getAssetsByOwner({ ownerAddress: owner, page: 1, limit: 2 });
    assert.deepEqual(
      owned.items.map((one) => one.id),
      ids.toReversed().slice(0, 2),
    );
    const found = await helius.searchAssets({
      ownerAddress: owner,
      tree: world.small.toBase58(),
      compressed: true,
    });
    assert.equal(found.total, 3);
    const history = await helius.getSignaturesForAsset({ id, page: 1 });
    assert.deepEqual(history.items, [[(world.made[0] as Made).outcome.signature, 'MintV1']]);
    await assert.rejects(helius.getAsset({ id: owner }), /is no receipt of a registered tree/);
  });

  it("Metaplex's DAS client, and mpl-bubblegum over it, whose hashes and proof check agree", async () => {
    const rpc = createDasApiDecorator({
      call: (method: string, params: unknown) => indexed.result(method, params),
    } as unknown as RpcInterface);
    const keys = ids.map((id) => publicKey(id));
    assert.deepEqual(
      (await rpc.getAssets(keys)).map(({ id }) => id),
      keys,
    );
    assert.equal(Object.keys(await rpc.getAssetProofs(keys)).length, 3);
    const agent = umiKey(customer.agent);
    assert.equal((await rpc.getAssetsByOwner({ owner: agent, limit: 2 })).items.length, 2);
    assert.equal((await rpc.searchAssets({ owner: agent, delegate: agent, burnt: false })).total, 3);
    const signatures = await rpc.getAssetSignatures({ assetId: publicKey(ids[1] as string) });
    assert.equal(signatures.items[0]?.signature, world.made[1]?.outcome.signature);
    for (const [index, { receipt }] of world.made.entries()) {
      const asset = await getAssetWithProof(
        { ...umiContext, rpc } as never,
        receipt.asset.toBase58() as never,
      );
      assert.equal(asset.index, index);
      assert.equal(asset.leafOwner, agent);
      assert.equal(asset.leafDelegate, agent);
      assert.equal(asset.metadata.name, receipt.metadata.name);
      assert.equal(unwrapOption(asset.metadata.collection), null);
      const hashes = Buffer.from(hashMetadata(asset.metadata)).toString('hex');
      const { dataHash, creatorHash } = receipt.leaf;
      assert.equal(hashes, Buffer.concat([dataHash, creatorHash]).toString('hex'));
    }
  });
});
