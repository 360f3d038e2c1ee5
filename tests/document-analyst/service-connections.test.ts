import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { AnalysisPool, createService, documentAnalystManifest } from '@agent-labs/example-document-analyst';
import { AgentStore, createMessageSigner } from '@agent-labs/sdk';
import { openPaidChannel, PRICE, type RegisteredAgent, registerAgent, runAgent } from '../helpers/paid-agent';
import { note, post, RawPayer, send } from '../helpers/raw-payer';

/** A connection and what came back on it. */
interface Wire {
  socket: Socket;
  said(): string;
  closed: Promise<unknown>;
}

async function wire(url: string, bytes = ''): Promise<Wire> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let said = '';
  socket.on('data', (data) => {
    said += data;
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(bytes);
  return { socket, said: () => said, closed };
}

function request(lines: string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`;
}

describe('document analyst: connections', () => {
  let registered: RegisteredAgent;

  before(async () => {
    registered = await registerAgent();
  });

  it('refuses by name what is no request, and goes on', async () => {
    const agent = await runAgent(registered);
    const huge = `x: ${'a'.repeat(20_000)}`;
    for (const [bytes, status, code] of [
      ['GARBAGE\r\n\r\n', 400, 'BadRequest'],
      [request(['GET /health HTTP/1.1', 'host: x', huge]), 431, 'HeadersTooLarge'],
      [
        request(['GET /health HTTP/1.1', 'host: x', `payment-signature: ${'a'.repeat(70_000)}`]),
        431,
        'HeadersTooLarge',
      ],
      [request(['POST /analyse HTTP/1.1', 'host: x', 'content-length: -1']), 400, 'BadRequest'],
      [
        request(['POST /analyse HTTP/1.1', 'host: x', 'content-length: 1', 'transfer-encoding: chunked']),
        400,
        'BadRequest',
      ],
    ] as const) {
      const { said, closed } = await wire(agent.url, bytes);
      await closed;
      assert.match(said(), new RegExp(`^HTTP/1.1 ${status} `), bytes.slice(0, 60));
      const { error } = JSON.parse(said().split('\r\n\r\n')[1] ?? '');
      assert.deepEqual([error.code, error.charged], [code, false]);
    }
    assert.equal((await send(`${agent.url}/health`, {})).status, 200);
    await agent.stop();
    assert.deepEqual(agent.errors, []);
  });

  it('never answers a request with the refusal of the bytes behind it', async () => {
    const agent = await runAgent(registered);
    const payer = new RawPayer(registered, await openPaidChannel(registered));
    const header = payer.header(await payer.sign(note('x')));
    const { body } = note('x');
    const good = request([
      'POST /analyse HTTP/1.1',
      'host: x',
      'content-type: text/markdown',
      'x-file-name: note.md',
      `payment-signature: ${header}`,
      `content-length: ${body.length}`,
    ]);
    const { said, closed } = await wire(agent.url, `${good}${Buffer.from(body)}GARBAGE\r\n\r\n`);
    await closed;
    assert.equal(said(), '');
    const { status } = await post(agent.url, note('x'), header);
    assert.equal(status, 200, 'whether it was taken shows when it is sent again');
    await agent.stop();
  });

  it('works while hundreds of connections stall, and stops without waiting for them', async () => {
    const agent = await runAgent(registered);
    const payer = new RawPayer(registered, await openPaidChannel(registered));
    const head = ['POST /analyse HTTP/1.1', 'host: x', 'content-type: text/plain', 'x-file-name: a.txt'];
    const header = payer.header(await payer.sign(note('x')));
    const stalled = await Promise.all(
      Array.from({ length: 300 }, (_, at) => {
        if (at % 3 === 0) return wire(agent.url);
        if (at % 3 === 1) return wire(agent.url, head.join('\r\n'));
        return wire(
          agent.url,
          `${request([...head, `payment-signature: ${header}`, 'content-length: 9'])}half`,
        );
      }),
    );
    for (let call = 1; call <= 5; call += 1) {
      assert.equal((await payer.pay(agent.url, note(`${call}`))).status, 200);
    }
    // those with half a body are requests under way
    for (const [at, { socket }] of stalled.entries()) if (at % 3 === 2) socket.destroy();
    const started = performance.now();
    await agent.stop();
    assert.ok(performance.now() - started < 8_000, `${performance.now() - started} ms`);
    await Promise.all(stalled.map(({ closed }) => closed));
    assert.deepEqual(agent.errors, []);
  });

  it('gives up on whoever sends too slowly', async () => {
    const { chain, deployment, mint, agent, agentKey, directory } = registered;
    const store = await AgentStore.open(`${directory}/slow/journal`);
    const pool = new AnalysisPool();
    const service = createService({
      chain,
      deployment,
      store,
      pool,
      agent,
      agentVersion: 1,
      signer: createMessageSigner(agentKey.secretKey),
      manifest: () =>
        documentAnalystManifest({ url, price: PRICE, mint: mint.toBase58(), allowPrivateEndpoints: true }),
    });
    const { server } = service;
    assert.ok(server.headersTimeout > 0 && server.headersTimeout <= 15_000);
    assert.ok(server.requestTimeout > 0 && server.requestTimeout <= 60_000);
    assert.ok(server.maxConnections <= 10_000);
    // the same, sooner
    server.headersTimeout = 1_000;
    server.requestTimeout = 1_500;
    const url = await service.listen({ host: '127.0.0.1', port: 0 });
    const silent = await wire(url);
    const drip = await wire(url, 'GET /health HTTP/1.1\r\n');
    const dripping = setInterval(() => drip.socket.write('x: y\r\n'), 50);
    const payer = new RawPayer(registered, await openPaidChannel(registered));
    const half = await wire(
      url,
      `${request([
        'POST /analyse HTTP/1.1',
        'host: x',
        'content-type: text/markdown',
        'x-file-name: note.md',
        `payment-signature: ${payer.header(await payer.sign(note('x')))}`,
        'content-length: 100',
      ])}half`,
    );
    await Promise.all([silent.closed, drip.closed, half.closed]);
    clearInterval(dripping);
    assert.match(drip.said(), /^HTTP\/1.1 408 [\s\S]*"RequestTimeout"/);
    assert.deepEqual(store.channels(), [], 'half a document is not worked on');
    assert.equal((await payer.pay(url, note('x'))).status, 200);
    await service.close();
    await pool.close();
    await store.close();
  });
});
