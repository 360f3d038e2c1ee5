import assert from 'node:assert/strict';
import {
  readReceiptDocument,
  respondToRating,
  responseAddress,
  responseTextHash,
  verifyReceiptDocument,
} from '@agent-labs/sdk';
import { onEachDatabase } from '../indexer/support';
import { Indexed } from './indexed';
import { type Customer, ReceiptWorld } from './receipt-world';

const TEXT = 'Thank you, and come again.';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at freely
type Body = any;

onEachDatabase('receipts that an agent has answered', (database) => {
  let world: ReceiptWorld;
  let indexed: Indexed;
  let customer: Customer;
  const hash = Buffer.from(responseTextHash(TEXT)).toString('hex');

  before(async () => {
    world = await ReceiptWorld.start();
    indexed = await Indexed.start(world, database());
    customer = await world.customer(await world.agent());
    await world.rateOften(customer, 2);
    await indexed.deliver(world.deliveries());
  });
  after(async () => {
    await indexed?.stop();
    await world?.stop();
  });

  const receipt = async (number: number): Promise<Body> =>
    (await indexed.get(`/v1/receipts/${world.made[number]?.receipt.asset.toBase58()}`)).body;

  it('carry the hash of the answer beside what verifies offline, and in their metadata', async () => {
    assert.equal((await receipt(0)).response, null);
    const { node, deployment } = world.localnet;
    const responder = world.owners.get(customer.agent.toBase58());
    assert.ok(responder);
    const document = readReceiptDocument((await receipt(0)).receipt).receipt;
    await respondToRating(node, deployment, { responder, receipt: document, text: TEXT });
    await node.advance({ slots: 1 });
    await indexed.deliver(world.deliveries().slice(-1));

    const answered = await receipt(0);
    assert.deepEqual(
      [answered.response.hash, answered.response.responder],
      [hash, responder.publicKey.toBase58()],
    );
    assert.ok(answered.response.respondedAt > 0);
    verifyReceiptDocument(deployment, answered.receipt, world.root(document.tree));
    const metadata = async (file: string): Promise<Body> => (await indexed.get(`/v1/receipts/${file}`)).body;
    const { body: ratings } = await indexed.get(`/v1/agents/${customer.agent.toBase58()}/ratings`);
    const files = (ratings as Body).items.map(({ factsHash }: Body) => factsHash).reverse();
    assert.equal((await metadata(files[0])).response_hash, hash);
    assert.equal('response_hash' in (await metadata(files[1])), false);
    assert.equal((await receipt(1)).response, null);
  });

  it('are compared with the account of the answer', async () => {
    const { running } = indexed;
    const drift = async () => {
      await running.reconcile();
      const { body } = await indexed.get('/v1/status');
      const found: { kind: string; address: string; field: string }[] = (body as Body).drift;
      return found.filter(({ kind }) => kind === 'response').map(({ address, field }) => [address, field]);
    };
    assert.deepEqual(await drift(), []);
    const at = responseAddress(world.localnet.deployment, customer.agent, 0n).toBase58();
    await running.database.query(`UPDATE responses SET text_hash = reverse(text_hash) WHERE address = $1`, [
      at,
    ]);
    assert.deepEqual(await drift(), [[at, 'text_hash']]);
    await running.database.query('DELETE FROM responses');
    assert.deepEqual(await drift(), [[at, 'missing']]);
  });
});
