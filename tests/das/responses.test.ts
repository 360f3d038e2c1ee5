import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readReceiptDocument, respondToRating } from '@agent-labs/sdk';
import { onEachDatabase } from '../indexer/support';
import { Indexed } from './indexed';
import { type Customer, ReceiptWorld } from './receipt-world';

const TEXT = 'We were late by a day.\n\t— <b>the team</b> 👩‍🔧';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

interface Answered {
  number: number;
  subjectKind: string;
  responseHash: string | null;
  responseText: string | null;
  responder: string | null;
  respondedAt: number | null;
}

onEachDatabase('answers to ratings in the indexer', (database) => {
  let world: ReceiptWorld;
  let indexed: Indexed;
  let customer: Customer;

  before(async () => {
    world = await ReceiptWorld.start();
    indexed = await Indexed.start(world, database());
    customer = await world.customer(await world.agent());
    await world.rateOften(customer, 2);
    await indexed.deliver(world.deliveries());
  });
  after(async () => {
    await indexed.stop();
    await world.stop();
  });

  const upload = async (body: unknown, contentType = 'application/json') => {
    const response = await fetch(`${indexed.url}/v1/responses`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const said = (await response.json()) as { hash?: string; error?: { code: string } };
    return [response.status, said.hash ?? said.error?.code];
  };
  const ratings = async (): Promise<Answered[]> => {
    const { body } = await indexed.get(`/v1/agents/${customer.agent.toBase58()}/ratings`);
    return (body as { items: Answered[] }).items;
  };
  const answer = async (number: number, text: string) => {
    const asset = world.made[number]?.receipt.asset.toBase58();
    const { body } = await indexed.get(`/v1/receipts/${asset}`);
    const { receipt } = readReceiptDocument((body as { receipt: unknown }).receipt);
    const responder = world.owners.get(customer.agent.toBase58());
    assert.ok(responder);
    const { node, deployment } = world.localnet;
    const answered = await respondToRating(node, deployment, { responder, receipt, text });
    await node.advance({ slots: 1 });
    return { responder: responder.publicKey.toBase58(), ...answered };
  };

  it('are known by their hash as soon as they are on the chain, and by their text once it is given', async () => {
    assert.deepEqual(await upload({ text: TEXT }), [404, 'ResponseNotFound']);
    const { responder } = await answer(0, TEXT);
    await indexed.deliver(world.deliveries().slice(-1));
    const told = { number: 0, subjectKind: 'Channel', responseHash: hashOf(TEXT), responder };
    const first = async () => {
      const found = (await ratings()).find(({ number }) => number === 0);
      assert.ok(found);
      const { number, subjectKind, responseHash, responder: by, responseText, respondedAt } = found;
      assert.equal(respondedAt === null, false);
      return { number, subjectKind, responseHash, responder: by, responseText };
    };
    assert.deepEqual(await first(), { ...told, responseText: null });
    assert.deepEqual(await upload({ text: TEXT }), [200, hashOf(TEXT)]);
    assert.deepEqual(await upload({ text: TEXT }), [200, hashOf(TEXT)]);
    assert.deepEqual(await first(), { ...told, responseText: TEXT });
    const other = (await ratings()).find(({ number }) => number === 1);
    assert.deepEqual([other?.responseHash, other?.responseText, other?.responder], [null, null, null]);
  });

  it('keep nothing but what an agent put on the chain, and no text that is none', async () => {
    for (const text of [`${TEXT} `, TEXT.trim().slice(1), 'x'.repeat(2_000)]) {
      assert.deepEqual(await upload({ text }), [404, 'ResponseNotFound']);
    }
    for (const body of [
      { text: '' },
      { text: 'x'.repeat(2_001) },
      { text: 'é'.repeat(1_001) },
      { text: 'a\u0000b' },
      { text: 'a\u001b[31mb' },
      { text: 'a\u202eb' },
      { text: 'a\ud800' },
      { text: 5 },
      { text: TEXT, more: 1 },
      [],
      '{',
    ]) {
      assert.deepEqual(await upload(body), [400, 'BadRequest'], JSON.stringify(body));
    }
    assert.deepEqual(await upload({ text: 'x'.repeat(20_000) }), [413, 'TooLarge']);
    assert.deepEqual(await upload(TEXT, 'text/html'), [415, 'ContentTypeUnsupported']);
    assert.equal((await indexed.running.database.query('SELECT 1 FROM response_texts')).length, 1);
  });

  it('are folded in any order, and stand in the activity of agent, payer and responder', async () => {
    const { responder } = await answer(1, 'Thank you.');
    const before = world.deliveries();
    const expected = await indexed.deliver(before.slice(-1)).then(ratings);
    await indexed.forget();
    await indexed.deliver(before.slice(-1));
    await indexed.deliver(before);
    assert.deepEqual(
      (await ratings()).map((each) => ({ ...each, responseText: null })),
      expected.map((each) => ({ ...each, responseText: null })),
    );
    for (const wallet of [responder, customer.payer.publicKey.toBase58()]) {
      const { body } = await indexed.get(`/v1/activity?wallet=${wallet}&kind=agentResponded`);
      assert.equal((body as { items: unknown[] }).items.length, 2, wallet);
    }
  });
});
