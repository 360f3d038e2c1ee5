import assert from 'node:assert/strict';
import { CallInFlight, CallRefused, CallUnanswered } from '@agent-labs/sdk';
import { PRICE } from '../helpers/paid-agent';
import { ClientFixture, request } from './client-fixture';

describe('document analyst: the paying client', () => {
  let fixture: ClientFixture;

  before(async () => {
    fixture = await ClientFixture.start();
  });
  after(() => fixture.stop());
  afterEach(() => fixture.endServers());

  it('pays call after call, and its evidence is the agent’s', async () => {
    const paid = await fixture.openChannel();
    const { client } = await fixture.clientOf(paid);
    for (const call of [1, 2, 3]) {
      const { receipt, contentType } = await client.call(request(`${call}`));
      assert.equal(receipt.callNumber, call);
      assert.equal(contentType, 'application/json; charset=utf-8');
    }
    assert.deepEqual(
      (await fixture.store.evidence(paid.id)).map(({ callNumber, cumulative }) => [callNumber, cumulative]),
      [1n, 2n, 3n].map((call) => [Number(call), call * PRICE]),
    );
  });

  it('says why it was refused, and uses the call number for the next request', async () => {
    const paid = await fixture.openChannel();
    const { client, payer } = await fixture.clientOf(paid);
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
    const paid = await fixture.openChannel();
    const lost = await fixture.between(() => ({ status: 502, body: Buffer.from('lost') }));
    const { client, payer } = await fixture.clientOf(paid, { url: lost, retries: 1 });
    await assert.rejects(client.call(request('x')), CallUnanswered);
    const pending = payer.pending();
    assert.equal(pending?.callNumber, 1);
    await assert.rejects(client.call(request('y')), CallInFlight);
    const { client: direct } = await fixture.clientOf(paid);
    const { receipt } = await direct.call(request('x'));
    assert.deepEqual([receipt.callNumber, receipt.cumulative], [1, PRICE.toString()]);
    assert.equal((await direct.call(request('y'))).receipt.callNumber, 2);
  });

  it('recovers an answer without the request, or gives the voucher up', async () => {
    const paid = await fixture.openChannel();
    const nowhere = await fixture.clientOf(paid, {
      url: await fixture.liar((_, outgoing) => outgoing.destroy()),
    });
    await assert.rejects(nowhere.client.call(request('never came')), CallUnanswered);
    const { client, payer } = await fixture.clientOf(paid);
    assert.equal(await client.recover(), null);
    assert.equal(payer.pending(), null);
    assert.equal(
      (await client.call(request('never came'))).receipt.callNumber,
      1,
      'another voucher than that',
    );
    const lost = await fixture.clientOf(paid, {
      url: await fixture.between(() => ({ status: 502, body: Buffer.from('') })),
    });
    await assert.rejects(lost.client.call(request('came')), CallUnanswered);
    const recovered = await client.recover();
    assert.equal(recovered?.receipt.callNumber, 2);
    assert.equal(await client.recover(), null, 'nothing is in flight');
  });

  it('signs another voucher for the same request even where another process gave the first one up', async () => {
    const paid = await fixture.openChannel();
    const nowhere = await fixture.clientOf(paid, {
      url: await fixture.liar((_, outgoing) => outgoing.destroy()),
    });
    await assert.rejects(nowhere.client.call(request('x')), CallUnanswered);
    assert.equal(await (await fixture.clientOf(paid)).client.recover(), null);
    const { client } = await fixture.clientOf(paid);
    assert.equal((await client.call(request('x'))).receipt.callNumber, 1);
  });

  it('tries again where the agent is busy or unwell, and not where it names a fault that stays', async () => {
    const paid = await fixture.openChannel();
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
    const url = await fixture.liar((incoming, outgoing) => {
      if (incoming.url === '/answers') return outgoing.writeHead(404).end(refusal('NotTaken'));
      seen.push(String(incoming.headers['payment-signature']));
      const [status, body] = answers[seen.length - 1] ?? [];
      return outgoing.writeHead(status ?? 404).end(body);
    });
    const { client, payer } = await fixture.clientOf(paid, { url, retries: 2 });
    await assert.rejects(client.call(request('x')), { status: 500, code: 'AnalysisFailed' });
    assert.equal(payer.pending(), null);
    assert.equal(new Set(seen).size, 1, 'the very same voucher each time');
    await assert.rejects(client.call(request('x')), { status: 503, code: 'Busy' });
    assert.equal(new Set(seen.slice(3)).size, 1);
    assert.equal(new Set(seen).size, 2, 'and never again once it was refused');
    assert.equal(payer.pending(), null);
  });

  it('takes a refusal of a second try for no word on the first one', async () => {
    const slow = {
      status: 408,
      header: '',
      body: Buffer.from('{"error":{"code":"RequestTimeout","charged":false}}'),
    };
    let tries = 0;
    const paid = await fixture.openChannel();
    const lostThenRefused = await fixture.between(() => {
      tries += 1;
      if (tries === 1) return { status: 502, body: Buffer.from('lost') };
      return tries === 2 ? slow : {};
    });
    const { client } = await fixture.clientOf(paid, { url: lostThenRefused, retries: 1 });
    assert.equal((await client.call(request('x'))).receipt.callNumber, 1, 'the answer to the first one');
    const elsewhere = await fixture.clientOf(paid, {
      url: await fixture.between(() => ({ status: 502, body: Buffer.from('') })),
    });
    await assert.rejects(elsewhere.client.call(request('y')), CallUnanswered);
    const notFound = Buffer.from('{"error":{"code":"NotFound","message":"no such path","charged":false}}');
    const misled = await fixture.clientOf(paid, {
      url: await fixture.liar((_, outgoing) => outgoing.writeHead(404).end(notFound)),
    });
    await assert.rejects(misled.client.recover(), CallUnanswered);
    await assert.rejects(misled.client.call(request('y')), CallUnanswered);
    assert.equal(misled.payer.pending()?.callNumber, 2, 'it was taken, and is not given up');
    assert.equal((await client.call(request('y'))).receipt.callNumber, 2);
  });
});
