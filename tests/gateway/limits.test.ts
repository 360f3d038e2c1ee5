import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { within } from '../helpers/within';
import { GatewayFixture, refusal } from './support';

describe('gateway: limits (attack 79)', () => {
  let fixture: GatewayFixture;
  before(async () => {
    const slow = { perSecond: 0.5, burst: 5 };
    fixture = await GatewayFixture.start({
      allowances: { read: slow, paid: slow, auth: { perSecond: 1_000, burst: 1_000 } },
    });
  });
  after(() => fixture.stop());

  it("are the wallet's, whatever address a header claims", async () => {
    const [one, other] = [await fixture.member(), await fixture.member()];
    const ask = (token: string, at: number) =>
      fixture.call('GET', '/v1/sessions', { token, headers: { 'x-forwarded-for': `203.0.113.${at}` } });
    for (let at = 0; at < 5; at += 1) assert.equal((await ask(one.token, at)).status, 200);
    const refused = await ask(one.token, 99);
    assert.deepEqual(refusal(refused), [429, 'TooManyRequests']);
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.equal(refused.body.error.charged, false);
    assert.equal((await ask(other.token, 0)).status, 200, 'another wallet has its own');
    // signing in again makes another token of the same wallet, and no more room
    const again = await fixture.member(one.wallet);
    assert.equal((await ask(again.token, 0)).status, 429);
  });

  it("are the socket's address without a token", async () => {
    const { agent } = fixture.listed;
    const ask = (at: number) =>
      fixture.call('POST', `/v1/agents/${agent.toBase58()}/analyse`, {
        headers: { 'x-forwarded-for': `198.51.100.${at}`, forwarded: `for=198.51.100.${at}` },
      });
    const answers = [];
    for (let at = 0; at < 7; at += 1) answers.push((await ask(at)).status);
    assert.deepEqual(answers, [402, 402, 402, 402, 402, 429, 429]);
  });

  /** Sends bytes, and says what came back until the other side closed. */
  function raw(bytes: string): Promise<string> {
    const { port, hostname } = new URL(fixture.gateway.url);
    return new Promise((done) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (data) => {
        answer += data;
      });
      // a reset is an end as well
      socket.on('error', () => socket.destroy());
      socket.on('close', () => done(answer));
    });
  }

  it('half a request holds no socket for long', async () => {
    const headers = raw('GET /health HTTP/1.1\r\nhost: x\r\n');
    const body = raw(
      'POST /v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    );
    const [first, second] = await within(60, Promise.all([headers, body]));
    assert.match(first, /^HTTP\/1\.1 408/);
    assert.match(second, /^HTTP\/1\.1 (408|401)/);
  }).timeout(90_000);

  it('what is not HTTP, and headers without an end, are refused', async () => {
    assert.match(await within(20, raw('hello\r\n\r\n')), /^HTTP\/1\.1 400/);
    assert.match(
      await within(20, raw(`GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)),
      /^HTTP\/1\.1 431/,
    );
  });

  it('says no to what is too large for an agent, before it reads it', async () => {
    const { agent } = fixture.listed;
    const path = `/v1/agents/${agent.toBase58()}/analyse`;
    const answer = await within(
      20,
      raw(
        `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9000000\r\nconnection: close\r\n\r\n`,
      ),
    );
    assert.match(answer, /^HTTP\/1\.1 413/);
    assert.match(answer, /"code":"TooLarge".*"charged":false/);
  });

  it('answers carry headers that keep pages out', async () => {
    const { headers } = await fixture.call('GET', '/health');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    const origin = { origin: 'https://evil.example' };
    const foreign = await fixture.call('GET', '/health', { headers: origin });
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    await fixture.restart({ allowedOrigins: ['https://app.example'] });
    const ours = await fixture.call('GET', '/health', { headers: { origin: 'https://app.example' } });
    assert.equal(ours.headers.get('access-control-allow-origin'), 'https://app.example');
    assert.equal(
      (await fixture.call('GET', '/health', { headers: origin })).headers.get('access-control-allow-origin'),
      null,
    );
  });

  it('pages that may call may use every method that a route has', async () => {
    await fixture.restart({ allowedOrigins: ['https://app.example'] });
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await fixture.call('OPTIONS', '/v1/sessions', {
        headers: { origin: 'https://app.example', 'access-control-request-method': method },
      });
      assert.equal(status, 204);
      assert.ok(headers.get('access-control-allow-methods')?.split(', ').includes(method), method);
    }
  });
});
