import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IndexerOptions } from '@agent-labs/indexer';
import { readTreeAccounts, verifyReceiptDocument } from '@agent-labs/sdk';
import { type Answer, type DasList, type DasProof, Indexed } from './indexed';
import { base58, type Customer, ReceiptWorld } from './receipt-world';

/** Numbers from 0 to below 1, the same ones for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

/** Nothing listens there. */
const NOBODY = { rpcUrl: 'http://127.0.0.1:1' };

const signaturesOf = (delivery: object) =>
  (delivery as { transaction: { signatures: string[] } }).transaction.signatures;

/** A node that knows nothing of some transactions of the one behind it. */
async function forgetful(rpcUrl: string, lost: string[]): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { method, params, id } = JSON.parse(body) as { method: string; params: unknown[]; id: number };
    const headers = { 'content-type': 'application/json' };
    const behind = await fetch(rpcUrl, { method: 'POST', headers, body });
    const answer = (await behind.json()) as { result: { value: unknown[] } };
    if (method === 'getSignatureStatuses') {
      const asked = params[0] as string[];
      answer.result.value = answer.result.value.map((one, at) =>
        lost.includes(asked[at] ?? '') ? null : one,
      );
    }
    const gone = method === 'getTransaction' && lost.includes(params[0] as string);
    response.writeHead(200, headers);
    response.end(JSON.stringify(gone ? { jsonrpc: '2.0', id, result: null } : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe('receipts that arrive in any order', () => {
  let world: ReceiptWorld;
  let customer: Customer;
  before(async () => {
    world = await ReceiptWorld.start();
    customer = await world.customer(await world.agent());
    await world.rateOften(customer, 8);
    await world.rateOften(await world.customer(await world.agent('seed')), 4);
  });
  after(() => world.stop());

  /** All that an indexer says of all receipts. */
  async function told(indexed: Indexed): Promise<unknown> {
    const ids = world.made.map(({ receipt }) => receipt.asset.toBase58());
    return {
      assets: await indexed.result('getAssetBatch', { ids }),
      proofs: await indexed.result('getAssetProofBatch', { ids }),
      list: await indexed.result('searchAssets', {}),
    };
  }

  async function withIndexer<T>(
    work: (indexed: Indexed) => Promise<T>,
    options: Partial<IndexerOptions> = {},
  ): Promise<T> {
    const indexed = await Indexed.start(world, options);
    try {
      return await work(indexed);
    } finally {
      await indexed.stop();
    }
  }

  it('shuffled, twice and in pieces, give the same assets and proofs', async () => {
    const all = world.deliveries();
    const expected = await withIndexer(async (indexed) => {
      await indexed.deliver(all);
      return told(indexed);
    });
    const proofs = (expected as { proofs: Record<string, DasProof> }).proofs;
    for (const { receipt } of world.made) {
      assert.equal(proofs[receipt.asset.toBase58()]?.root, base58(world.root(receipt.tree)));
    }
    await withIndexer(async (indexed) => {
      for (const seed of [1, 2, 3, 4]) {
        const random = randomFrom(seed);
        const twice = all.filter(() => random() < 0.3);
        const order = shuffled([...all, ...twice], random);
        while (order.length > 0) await indexed.deliver(order.splice(0, 1 + Math.floor(random() * 20)));
        assert.deepEqual(await told(indexed), expected, `seed ${seed}`);
        await indexed.forget();
      }
    });
  });

  it('with some missing, are noticed, fetched by the tree, and proven', async () => {
    const all = world.deliveries();
    const mints = world.made.map(({ outcome }) => outcome.signature);
    const [, second, , , fifth] = mints;
    const last = mints[7];
    const without = all.filter((one) => ![second, fifth, last].includes(signaturesOf(one)[0]));
    await withIndexer(async (indexed) => {
      await indexed.deliver(without);
      const id = world.made[0]?.receipt.asset.toBase58();
      const asked: Answer = await indexed.call('getAssetProof', { id });
      assert.equal(asked.error?.data.name, 'ProofNotReady');
      assert.match(asked.error?.message ?? '', /ask again/);
      // the proof that could not be made has set off the search
      await indexed.running.trees();
      await indexed.running.settled();
      const ids = world.made.map(({ receipt }) => receipt.asset.toBase58());
      const proofs = await indexed.result<Record<string, DasProof>>('getAssetProofBatch', { ids });
      for (const { receipt } of world.made) {
        assert.equal(proofs[receipt.asset.toBase58()]?.root, base58(world.root(receipt.tree)));
      }
      assert.equal((await indexed.result<DasList>('searchAssets', {})).total, world.made.length);
    });
  });

  it('with some missing and no chain to ask, have no proof rather than a wrong one', async () => {
    const missing = world.made[1]?.outcome.signature ?? '';
    const without = world.deliveries().filter((one) => !signaturesOf(one).includes(missing));
    await withIndexer(async (indexed) => {
      await indexed.deliver(without);
      const ids = world.made.map(({ receipt }) => receipt.asset.toBase58());
      const { error } = await indexed.call('getAssetProofBatch', { ids });
      assert.equal(error?.data.name, 'ProofNotReady');
      const { status, body } = await indexed.get(`/v1/receipts/${ids[0]}`);
      assert.equal(status, 503);
      assert.equal((body as { error: { code: string } }).error.code, 'ProofNotReady');
      // nothing is missing in the other tree
      const whole = world.made[8]?.receipt;
      const proof = await indexed.result<DasProof>('getAssetProof', { id: whole?.asset.toBase58() });
      assert.equal(proof.root, base58(world.root(whole?.tree ?? world.small)));
    }, NOBODY);
  });

  it('the newest missing is noticed by the tree’s account', async () => {
    const all = world.deliveries();
    const newest = world.made[7];
    const without = all.filter((one) => !signaturesOf(one).includes(newest?.outcome.signature ?? ''));
    await withIndexer(async (indexed) => {
      await indexed.deliver(without);
      const id = newest?.receipt.asset.toBase58() ?? '';
      assert.equal((await indexed.call('getAsset', { id })).error?.data.name, 'AssetNotFound');
      await indexed.running.trees();
      await indexed.running.settled();
      const { body } = await indexed.get(`/v1/receipts/${id}`);
      const { deployment, node } = world.localnet;
      const root = world.root(world.small);
      const proven = verifyReceiptDocument(deployment, (body as { receipt: unknown }).receipt, root);
      assert.equal(proven.asset.toBase58(), id);
      assert.notEqual((await readTreeAccounts(node, deployment, world.small)).registration, null);
    });
  });

  it('that vanish before they are final are taken back, and what was before them is there again', async () => {
    const all = world.deliveries();
    const of = (made: (typeof world.made)[number] | undefined) => made?.outcome.signature ?? '';
    const lost = [world.made[6], world.made[7]].map(of);
    const isLost = (one: object) => lost.some((signature) => signaturesOf(one).includes(signature));
    const expected = await withIndexer(async (indexed) => {
      await indexed.deliver(all.filter((one) => !isLost(one)));
      return told(indexed);
    });
    const front = await forgetful(world.localnet.rpcUrl, lost);
    try {
      await withIndexer(
        async (indexed) => {
          await indexed.deliver(all);
          const whole = await told(indexed);
          assert.notDeepEqual(whole, expected);
          await world.localnet.node.advance({ slots: 40 });
          await indexed.running.finality();
          await indexed.running.settled();
          assert.deepEqual(await told(indexed), expected);
          // they land again
          await indexed.deliver(all.filter(isLost));
          assert.deepEqual(await told(indexed), whole);
        },
        { rpcUrl: front.url },
      );
    } finally {
      front.close();
    }
  });

  it('before their tree is known, are not shown; then all of them are', async () => {
    const all = world.deliveries();
    const small = world.small.toBase58();
    const registers = (one: object) => {
      const { message } = (one as { transaction: { message: { accountKeys: string[] } } }).transaction;
      return message.accountKeys.includes(small) && message.accountKeys.includes(operator);
    };
    const operator = world.localnet.personas.operator.publicKey.toBase58();
    await withIndexer(async (indexed) => {
      await indexed.deliver(all.filter((one) => !registers(one)));
      assert.equal((await indexed.result<DasList>('searchAssets', { tree: small })).total, 0);
      await indexed.deliver(all.filter(registers));
      assert.equal((await indexed.result<DasList>('searchAssets', { tree: small })).total, 8);
    });
  });
});
