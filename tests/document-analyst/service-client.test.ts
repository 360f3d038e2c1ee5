import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  BadResponseProof,
  CallInFlight,
  CallRefused,
  CallUnanswered,
  caip2Network,
  PAYMENT_RESPONSE,
  PaidClient,
  type PaidClientOptions,
  type PaidRequest,
  PayerStore,
} from '@agent-labs/sdk';
import {
  openPaidChannel,
  type PaidChannel,
  PRICE,
  type RegisteredAgent,
  registerAgent,
  runAgent,
  type TestAgent,
} from '../helpers/paid-agent';
import { encoded, note } from './raw-payer';

const request = (text: string): PaidRequest => ({ path: '/analyse', ...note(text) });

describe('document analyst: the paying client', () => {
  let registered: RegisteredAgent;
  let agent: TestAgent;
  let store: PayerStore;
  let servers: Server[] = [];

  before(async () => {
    registered = await registerAgent();
    agent = await runAgent(registered);
    store = await PayerStore.open(join(registered.directory, 'payer'));
  });
  after(async () => {
    await agent.stop();
    await store.close();
  });
  afterEach(() => {
    for (const server of servers) server.close().closeAllConnections();
    servers = [];
  });

  const clientOf = async (paid: PaidChannel, changes: Partial<PaidClientOptions> = {}) => {
    const payer = await paid.payer(store);
    const client = new PaidClient({
      url: agent.url,
      channel: paid.channel,
      payer,
      network: caip2Network(registered.deployment.genesisHash),
      price: PRICE,
      now: () => registered.chain.unixTime(),
      retries: 0,
      ...changes,
    });
    return { client, payer };
  };
  /** An agent that answers as it is told. */
  const liar = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  /** Passes requests on, so that something can be done about the answers. */
  const between = (
    change: (answer: Response, body: Buffer) => { status?: number; header?: string; body?: Buffer },
  ) =>
    liar(async (incoming, outgoing) => {
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part);
      const headers = incoming.headers as Record<string, string>;
      const {
        'content-length': _length,
        connection: _connection,
        'transfer-encoding': _encoding,
        ...rest
      } = headers;
      const body = incoming.method === 'POST' ? Buffer.concat(parts) : null;
      const answer = await fetch(`${agent.url}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: rest,
        body,
      });
      const given = Buffer.from(await answer.arrayBuffer());
      const changed = change(answer, given);
      const header = changed.header ?? answer.headers.get(PAYMENT_RESPONSE) ?? '';
      outgoing.writeHead(
        changed.status ?? answer.status,
        header === '' ? {} : { [PAYMENT_RESPONSE]: header },
      );
      outgoing.end(changed.body ?? given);
    });
  const paidReceipt = (answer: Response) =>
    JSON.parse(Buffer.from(answer.headers.get(PAYMENT_RESPONSE) ?? '', 'base64').toString());

  it('pays call after call, and its evidence is the agent’s', async () => {
    const paid = await openPaidChannel(registered);
    const { client } = await clientOf(paid);
    for (const call of [1, 2, 3]) {
      const { receipt, contentType } = await client.call(request(`${call}`));
      assert.equal(receipt.callNumber, call);
      assert.equal(contentType, 'application/json; charset=utf-8');
    }
    assert.deepEqual(
      (await store.evidence(paid.id)).map(({ callNumber, cumulative }) => [callNumber, cumulative]),
      [1n, 2n, 3n].map((call) => [Number(call), call * PRICE]),
    );
  });

  it('says why it was refused, and uses the call number for the next request', async () => {
    const paid = await openPaidChannel(registered);
    const { client, payer } = await clientOf(paid);
    for (let time = 0; time < 2; time += 1) {
      await assert.rejects(client.call({ ...request('x'), fileName: 'x.pdf' }), (error: unknown) => {
        assert.ok(error instanceof CallRefused);
        assert.deepEqual([error.status, error.code], [415, 'UnsupportedFormat']);
        assert.match(error.message, /^UnsupportedFormat: [^:]*cannot be read/);
        return true;
      });
      assert.equal(payer.pending(), null);
    }
    assert.equal((await client.call(request('x'))).receipt.callNumber, 1);
  });

  it('keeps to the voucher where no answer comes, and refuses to sign another', async () => {
    const paid = await openPaidChannel(registered);
    const lost = await between(() => ({ status: 502, body: Buffer.from('lost') }));
    const { client, payer } = await clientOf(paid, { url: lost, retries: 1 });
    await assert.rejects(client.call(request('x')), CallUnanswered);
    const pending = payer.pending();
    assert.equal(pending?.callNumber, 1);
    await assert.rejects(client.call(request('y')), CallInFlight);
    const { client: direct } = await clientOf(paid);
    const { receipt } = await direct.call(request('x'));
    assert.deepEqual([receipt.callNumber, receipt.cumulative], [1, PRICE.toString()]);
    assert.equal((await direct.call(request('y'))).receipt.callNumber, 2);
  });

  it('recovers an answer without the request, or gives the voucher up', async () => {
    const paid = await openPaidChannel(registered);
    const nowhere = await clientOf(paid, { url: await liar((_, outgoing) => outgoing.destroy()) });
    await assert.rejects(nowhere.client.call(request('never came')), CallUnanswered);
    const { client, payer } = await clientOf(paid);
    assert.equal(await client.recover(), null);
    assert.equal(payer.pending(), null);
    assert.equal(
      (await client.call(request('never came'))).receipt.callNumber,
      1,
      'another voucher than that',
    );
    const lost = await clientOf(paid, { url: await between(() => ({ status: 502, body: Buffer.from('') })) });
    await assert.rejects(lost.client.call(request('came')), CallUnanswered);
    const recovered = await client.recover();
    assert.equal(recovered?.receipt.callNumber, 2);
    assert.equal(await client.recover(), null, 'nothing is in flight');
  });

  it('signs another voucher for the same request even where another process gave the first one up', async () => {
    const paid = await openPaidChannel(registered);
    const nowhere = await clientOf(paid, { url: await liar((_, outgoing) => outgoing.destroy()) });
    await assert.rejects(nowhere.client.call(request('x')), CallUnanswered);
    assert.equal(await (await clientOf(paid)).client.recover(), null);
    const { client } = await clientOf(paid);
    assert.equal((await client.call(request('x'))).receipt.callNumber, 1);
  });

  describe('an agent that lies', () => {
    const lies: [string, Parameters<typeof between>[0], new (...parameters: never[]) => Error][] = [
      ['another body', () => ({ body: Buffer.from('{}') }), BadResponseProof],
      ['no receipt', () => ({ header: '' }), CallUnanswered],
      ['a receipt that is no JSON', () => ({ header: '%' }), BadResponseProof],
      ['an empty receipt', () => ({ header: encoded({}) }), BadResponseProof],
      ['null for a receipt', () => ({ header: encoded(null) }), BadResponseProof],
      [
        'a short proof',
        () => ({ header: encoded({ receipt: { responseProof: 'AAAA' } }) }),
        BadResponseProof,
      ],
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
        const paid = await openPaidChannel(registered);
        const { client, payer } = await clientOf(paid, { url: await between(lie) });
        await assert.rejects(client.call(request('x')), error);
        assert.equal(payer.pending()?.callNumber, 1);
        assert.equal((await (await clientOf(paid)).client.call(request('x'))).receipt.callNumber, 1);
      });
    }

    it('about call number, amount and hashes is not believed: the receipt says what was signed', async () => {
      const url = await between((answer) => {
        const header = paidReceipt(answer);
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
      const paid = await openPaidChannel(registered);
      const { client } = await clientOf(paid, { url });
      const { receipt } = await client.call(request('x'));
      const [evidence] = await store.evidence(paid.id);
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
      const elsewhere = await liar((_, outgoing) => {
        visited += 1;
        outgoing.end();
      });
      const unanswered: [RequestListener, Partial<PaidClientOptions>][] = [
        [(_, outgoing) => outgoing.writeHead(307, { location: `${elsewhere}/analyse` }).end(), {}],
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
        const paid = await openPaidChannel(registered);
        const { client, payer } = await clientOf(paid, { url: await liar(listener), ...changes });
        await assert.rejects(client.call(request('x')), CallUnanswered);
        assert.equal(payer.pending()?.callNumber, 1);
      }
      assert.equal(visited, 0);
    });
  });

  it('tries again where the agent is busy or unwell, and not where it names a fault that stays', async () => {
    const paid = await openPaidChannel(registered);
    const refusal = (code: string) => JSON.stringify({ error: { code, message: 'later', charged: false } });
    const seen: string[] = [];
    const answers: [number, string][] = [
      [503, refusal('Busy')],
      [500, '{}'],
      [500, refusal('AnalysisFailed')],
      [503, refusal('Busy')],
      [503, refusal('Busy')],
      [503, refusal('Busy')],
    ];
    const url = await liar((incoming, outgoing) => {
      seen.push(String(incoming.headers['payment-signature']));
      const [status, body] = answers[seen.length - 1] ?? [];
      outgoing.writeHead(status ?? 404).end(body);
    });
    const { client, payer } = await clientOf(paid, { url, retries: 2 });
    await assert.rejects(client.call(request('x')), { status: 500, code: 'AnalysisFailed' });
    assert.equal(payer.pending(), null);
    assert.equal(new Set(seen).size, 1, 'the very same voucher each time');
    await assert.rejects(client.call(request('x')), { status: 503, code: 'Busy' });
    assert.equal(new Set(seen.slice(3)).size, 1);
    assert.equal(new Set(seen).size, 2, 'and never again once it was refused');
    assert.equal(payer.pending(), null);
  });
});
