import assert from 'node:assert/strict';
import { Keypair } from '@solana/web3.js';
import { type Answer, Indexed } from './indexed';
import { ReceiptWorld } from './receipt-world';

describe('DAS calls that are refused', () => {
  let world: ReceiptWorld;
  let indexed: Indexed;
  let id: string;
  before(async () => {
    world = await ReceiptWorld.start();
    indexed = await Indexed.start(world);
    const { receipt } = await world.rate(await world.customer(await world.agent()));
    id = receipt.asset.toBase58();
    await indexed.deliver(world.deliveries());
  });
  after(async () => {
    await indexed.stop();
    await world.stop();
  });

  const refused = ({ error, result }: Answer, code: number, name: string, message: RegExp) => {
    assert.equal(result, undefined);
    assert.equal(error?.code, code, JSON.stringify(error));
    assert.equal(error?.data.name, name);
    assert.match(error?.message ?? '', message);
  };

  it('by name where parameters are wrong, and nothing is guessed', async () => {
    const other = Keypair.generate().publicKey.toBase58();
    const owner = { ownerAddress: other };
    const many = Array.from({ length: 1_001 }, () => id);
    for (const [method, params, message] of [
      ['getAsset', undefined, /params/],
      ['getAsset', [id], /params/],
      ['getAsset', {}, /^id/],
      ['getAsset', { id: 1 }, /^id/],
      ['getAsset', { id: 'x' }, /^id/],
      ['getAsset', { id: `${id}1` }, /^id/],
      ['getAsset', { id, colour: 'red' }, /colour/],
      ['getAsset', { id, options: { showAll: 'yes' } }, /options\.showAll/],
      ['getAssetBatch', { ids: [] }, /^ids/],
      ['getAssetBatch', { ids: many }, /^ids/],
      ['getAssetProofBatch', { ids: [id, 'x'] }, /^ids\.1/],
      ['getAssetsByOwner', {}, /^ownerAddress/],
      ['getAssetsByOwner', { ...owner, limit: 0 }, /^limit/],
      ['getAssetsByOwner', { ...owner, limit: 1_001 }, /^limit/],
      ['getAssetsByOwner', { ...owner, page: 0 }, /^page/],
      ['getAssetsByOwner', { ...owner, page: 1.5 }, /^page/],
      ['getAssetsByOwner', { ...owner, page: 2, cursor: id }, /not both/],
      ['getAssetsByOwner', { ...owner, after: id, cursor: id }, /not both/],
      ['getAssetsByOwner', { ...owner, cursor: other }, /is no receipt/],
      ['getAssetsByOwner', { ...owner, sortBy: { sortBy: 'stars' } }, /^sortBy\.sortBy/],
      ['searchAssets', { conditionType: 'some' }, /^conditionType/],
      ['searchAssets', { grouping: ['collection'] }, /^grouping/],
      ['searchAssets', { tree: 7 }, /^tree/],
      ['getGenesisHash', { id }, /./],
    ] as [string, unknown, RegExp][]) {
      refused(await indexed.call(method, params), -32_602, 'InvalidParams', message);
    }
  });

  it('by name where there is no such asset or method', async () => {
    const other = Keypair.generate().publicKey.toBase58();
    for (const method of ['getAsset', 'getAssetProof', 'getSignaturesForAsset', 'getAssetSignatures']) {
      refused(await indexed.call(method, { id: other }), -32_000, 'AssetNotFound', new RegExp(other));
    }
    refused(await indexed.call('getBalance', []), -32_601, 'MethodNotFound', /there is no getBalance/);
    refused(await indexed.call('__proto__', {}), -32_601, 'MethodNotFound', /there is no/);
  });

  it('by name where the request is none', async () => {
    const request = { jsonrpc: '2.0', id: 7, method: 'getAsset', params: { id } };
    for (const [body, code, name] of [
      ['{', -32_700, 'ParseError'],
      ['', -32_700, 'ParseError'],
      ['[]', -32_600, 'InvalidRequest'],
      [JSON.stringify([request]), -32_600, 'InvalidRequest'],
      ['"getAsset"', -32_600, 'InvalidRequest'],
      [JSON.stringify({ ...request, jsonrpc: '1.0' }), -32_600, 'InvalidRequest'],
      [JSON.stringify({ ...request, method: 1 }), -32_600, 'InvalidRequest'],
      [JSON.stringify({ ...request, more: 1 }), -32_600, 'InvalidRequest'],
      [JSON.stringify({ ...request, id: {} }), -32_600, 'InvalidRequest'],
      [
        JSON.stringify({ ...request, params: { id, filler: 'x'.repeat(200_000) } }),
        -32_600,
        'InvalidRequest',
      ],
    ] as [string, number, string][]) {
      for (const path of ['/', '/rpc']) refused(await indexed.post(body, path), code, name, /./);
    }
    refused(await indexed.post('id=1', '/', 'text/csv'), -32_600, 'InvalidRequest', /csv|media/i);
  });

  it('and answered under the id they came with', async () => {
    for (const asked of [7, 'seven', null]) {
      const { id: answered, result } = await indexed.post(
        JSON.stringify({ jsonrpc: '2.0', id: asked, method: 'getGenesisHash' }),
      );
      assert.equal(answered, asked);
      assert.equal(typeof result, 'string');
    }
    const wrong = await indexed.post(JSON.stringify({ jsonrpc: '2.0', id: 9, method: 5 }));
    assert.equal(wrong.id, 9);
  });
});
