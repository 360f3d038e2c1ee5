import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { BadResponseProof, CallUnanswered, PAYMENT_RESPONSE, type PaidClientOptions } from '@agent-labs/sdk';
import { PRICE } from '../helpers/paid-agent';
import { encoded } from '../helpers/raw-payer';
import { type Change, ClientFixture, request } from './client-fixture';

function receiptOf(answer: Response) {
  return JSON.parse(Buffer.from(answer.headers.get(PAYMENT_RESPONSE) ?? '', 'base64').toString('utf8'));
}

describe('document analyst: the paying client and an agent that lies', () => {
  let fixture: ClientFixture;

  before(async () => {
    fixture = await ClientFixture.start();
  });
  after(() => fixture.stop());
  afterEach(() => fixture.endServers());

  const lies: [string, Change, new (...parameters: never[]) => Error][] = [
    ['another body', () => ({ body: Buffer.from('{}') }), BadResponseProof],
    ['no receipt', () => ({ header: '' }), CallUnanswered],
    ['a receipt that is no JSON', () => ({ header: '%' }), BadResponseProof],
    ['an empty receipt', () => ({ header: encoded({}) }), BadResponseProof],
    ['null for a receipt', () => ({ header: encoded(null) }), BadResponseProof],
    ['a short proof', () => ({ header: encoded({ receipt: { responseProof: 'AAAA' } }) }), BadResponseProof],
    [
      'a proof that is no text',
      () => ({ header: encoded({ receipt: { responseProof: 7 } }) }),
      BadResponseProof,
    ],
    [
      'another proof',
      () => ({ header: encoded({ receipt: { responseProof: Buffer.alloc(64, 1).toString('base64') } }) }),
      BadResponseProof,
    ],
    [
      'a refusal that does not say that nothing was charged',
      () => ({ status: 402, header: '', body: Buffer.from('{"error":{"code":"Underpaid"}}') }),
      CallUnanswered,
    ],
    [
      'a refusal that is no JSON',
      () => ({ status: 402, header: '', body: Buffer.from('no') }),
      CallUnanswered,
    ],
  ];
  for (const [what, lie, error] of lies) {
    it(`with ${what} has the call stay in flight`, async () => {
      const paid = await fixture.openChannel();
      const { client, payer } = await fixture.clientOf(paid, { url: await fixture.between(lie) });
      await assert.rejects(client.call(request('x')), error);
      assert.equal(payer.pending()?.callNumber, 1);
      assert.equal((await (await fixture.clientOf(paid)).client.call(request('x'))).receipt.callNumber, 1);
    });
  }

  it('about call number, amount and hashes is not believed: the receipt says what was signed', async () => {
    const url = await fixture.between((answer) => {
      const header = receiptOf(answer);
      const receipt = {
        ...header.receipt,
        callNumber: 9,
        cumulative: '1',
        requestHash: 'x',
        responseHash: 'y',
        channel: 'z',
      };
      return { header: encoded({ ...header, receipt }) };
    });
    const paid = await fixture.openChannel();
    const { client } = await fixture.clientOf(paid, { url });
    const { receipt } = await client.call(request('x'));
    const [evidence] = await fixture.store.evidence(paid.id);
    assert.deepEqual(receipt, {
      channel: paid.channel.toBase58(),
      callNumber: 1,
      cumulative: PRICE.toString(),
      requestHash: Buffer.from(evidence?.requestHash ?? []).toString('hex'),
      responseHash: Buffer.from(evidence?.responseHash ?? []).toString('hex'),
      responseProof: Buffer.from(evidence?.responseProof ?? []).toString('base64'),
    });
  });

  it('by sending the payer elsewhere, by silence or by an endless answer is left', async () => {
    let visited = 0;
    const elsewhere = await fixture.liar((_, outgoing) => {
      visited += 1;
      outgoing.end();
    });
    const unanswered: [RequestListener, Partial<PaidClientOptions>][] = [
      [(_, outgoing) => outgoing.writeHead(303, { location: `${elsewhere}/analyse` }).end(), {}],
      [() => undefined, { timeoutSeconds: 0.2 }],
      [(_, outgoing) => void outgoing.writeHead(200).write('x'), { timeoutSeconds: 0.2 }],
      [
        (_, outgoing) => {
          const more = () => outgoing.write(Buffer.alloc(65_536)) && setImmediate(more);
          outgoing.on('drain', more);
          more();
        },
        { largestAnswer: 1_000_000 },
      ],
    ];
    for (const [listener, changes] of unanswered) {
      const paid = await fixture.openChannel();
      const { client, payer } = await fixture.clientOf(paid, {
        url: await fixture.liar(listener),
        ...changes,
      });
      await assert.rejects(client.call(request('x')), CallUnanswered);
      assert.equal(payer.pending()?.callNumber, 1);
    }
    assert.equal(visited, 0);
  });
});
