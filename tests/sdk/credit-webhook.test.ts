import assert from 'node:assert/strict';
import { CrossmintWebhook, LocalCreditIssuer, readSvixWebhook, WebhookRefused } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { type CreditsFixture, creditsFixture, creditsOn } from '../escrow/credits';
import { tokenBalance } from '../fixtures/escrow';
import { svixHeaders, WEBHOOK_SECRET } from './crossmint-server';

const NOW = 1_800_000_000;

describe('credit webhooks', () => {
  let shared: CreditsFixture;
  let on: CreditsFixture;
  let orders: Map<string, { wallet: PublicKey; amount: bigint }>;
  let webhook: CrossmintWebhook;
  before(async () => {
    shared = await creditsFixture('litesvm');
  });
  beforeEach(async () => {
    on = await creditsOn(shared);
    orders = new Map([['order-1', { wallet: on.buyer.publicKey, amount: 40n }]]);
    webhook = new CrossmintWebhook({
      secret: WEBHOOK_SECRET,
      issuer: new LocalCreditIssuer({ ...on, issuer: on.issuer, feePayer: on.feePayer }),
      creditsFor: async (id) => orders.get(id) ?? null,
    });
  });

  const paid = (orderId: unknown = 'order-1', type = 'orders.payment.succeeded') =>
    JSON.stringify({ type, data: { orderId, quantity: 999_999 } });
  const bytes = (text: string) => new TextEncoder().encode(text);
  const receive = (body: string, headers: Record<string, string> = svixHeaders(body, NOW)) =>
    webhook.receive(headers, bytes(body), NOW);
  const refused = async (reason: WebhookRefused['reason'], work: Promise<unknown>) => {
    const error = await work.then(
      () => assert.fail('it was taken'),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof WebhookRefused, String(error));
    assert.equal(error.reason, reason);
    assert.match(error.message, /nothing was minted/);
  };
  const held = () => tokenBalance(on.chain, on.buyerTokens);

  it('mints for a paid order what the seller’s record says, once, however often it is told', async () => {
    const first = await receive(paid());
    assert.ok(first.done === 'minted' && first.issued.signature !== null);
    for (const id of ['msg_1', 'msg_2']) {
      const body = paid();
      const again = await receive(body, svixHeaders(body, NOW, WEBHOOK_SECRET, id));
      assert.equal(again.done, 'already minted');
    }
    assert.equal(await held(), 40n);
  });

  it('twice at once mints once', async () => {
    const outcomes = await Promise.all([receive(paid()), receive(paid())]);
    assert.deepEqual(outcomes.map(({ done }) => done).sort(), ['already minted', 'minted']);
    assert.equal(await held(), 40n);
  });

  it('ignores other events, and orders that are for no credits', async () => {
    for (const body of [paid('order-1', 'orders.delivery.completed'), paid('order-2'), '{}', 'null', '[]']) {
      assert.equal((await receive(body)).done, 'ignored', body);
    }
    assert.equal(await held(), 0n);
  });

  it('refuses forgeries: another secret, body, id or time, and what is signed in part', async () => {
    const body = paid();
    const good = svixHeaders(body, NOW);
    const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
    const signature = good['svix-signature'];
    for (const headers of [
      svixHeaders(body, NOW, other),
      svixHeaders(`${body} `, NOW),
      { ...good, 'svix-id': 'msg_2' },
      { ...good, 'svix-timestamp': String(NOW + 1) },
      { ...good, 'svix-signature': signature.slice(0, -2) },
      { ...good, 'svix-signature': signature.replace('v1,', 'v2,') },
      { ...good, 'svix-signature': 'v1,' },
      { ...good, 'svix-signature': ',' },
    ]) {
      await refused('Forged', receive(body, headers));
    }
    assert.equal(await held(), 0n);
    // of several signatures one suffices, as while a secret is replaced
    const both = { ...good, 'svix-signature': `v1,${Buffer.alloc(32).toString('base64')} ${signature}` };
    assert.equal((await receive(body, both)).done, 'minted');
  });

  it('refuses what is older or newer than five minutes', async () => {
    for (const at of [NOW - 301, NOW + 301, 0])
      await refused('Stale', receive(paid(), svixHeaders(paid(), at)));
    for (const at of [NOW - 300, NOW + 300]) await receive(paid(), svixHeaders(paid(), at));
    assert.equal(await held(), 40n);
  });

  it('refuses what lacks a header, an order, or JSON', async () => {
    const good = svixHeaders(paid(), NOW);
    for (const name of Object.keys(good))
      await refused('Incomplete', receive(paid(), { ...good, [name]: '' }));
    for (const body of [paid(7), paid(''), paid(null)]) await refused('Malformed', receive(body));
    const body = 'not json';
    await refused('Malformed', receive(body));
  });

  it('lets what is not the webhook’s fault through, so that it is sent again', async () => {
    orders.set('order-1', { wallet: on.buyer.publicKey, amount: 1_001n });
    await assert.rejects(receive(paid()), { name: 'TransactionFailed' });
    assert.equal(await held(), 0n);
  });

  it('takes no secret that is none', () => {
    for (const secret of ['', 'whsec_', 'abc', `sec_${'a'.repeat(32)}`]) {
      assert.throws(() => readSvixWebhook(secret, {}, new Uint8Array()), TypeError);
    }
  });
});
