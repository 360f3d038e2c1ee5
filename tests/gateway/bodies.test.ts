import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { note } from '../helpers/raw-payer';
import { within } from '../helpers/within';
import { GatewayFixture } from './support';

/** Bytes of the largest request to an agent. */
const LARGEST = 8 * 1024 * 1024;

describe('gateway: bodies of paid calls take memory only for a voucher that is good (attack 78)', () => {
  let fixture: GatewayFixture;
  const sockets: Socket[] = [];
  before(async () => {
    fixture = await GatewayFixture.start();
  });
  after(async () => {
    for (const socket of sockets) socket.destroy();
    await fixture.stop();
  });

  /** Sends a head and the beginning of a body that does not end, and says what comes back meanwhile. */
  function begin(agent: string, headers: string[]): { answer: Promise<string>; socket: Socket } {
    const { port, hostname } = new URL(fixture.gateway.url);
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    const head = [`POST /v1/agents/${agent}/analyse HTTP/1.1`, 'host: x', 'content-type: a/b', ...headers];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    // of a chunked body as well: its first chunk would be larger than that
    socket.write(headers.some((one) => one.startsWith('transfer-encoding')) ? '7fffff\r\nxxxx' : 'xxxx');
    const answer = new Promise<string>((done) => {
      let text = '';
      socket.on('data', (data) => {
        text += data;
        if (text.includes('"charged":')) done(text);
      });
      socket.on('error', () => done(text));
      socket.on('close', () => done(text));
    });
    return { answer, socket };
  }
  const length = `content-length: ${LARGEST}`;
  const chunked = 'transfer-encoding: chunked';

  it('everybody else is answered before the body is there', async () => {
    const agent = fixture.listed.agent.toBase58();
    const payer = await fixture.payer();
    const forged = payer.header(await payer.sign(note('x'), { tag: new Uint8Array(16) }));
    const cases: [string, string[], number, string][] = [
      ['nonsense', [length], 400, 'AgentMalformed'],
      [agent, [length], 402, 'PaymentRequired'],
      [agent, [chunked], 402, 'PaymentRequired'],
      [agent, [length, 'payment-signature: nonsense'], 400, 'PaymentMalformed'],
      [agent, [length, `payment-signature: ${forged}`], 402, 'WrongChannel'],
      [agent, [length, 'x-agent-labs-session: none'], 401, 'TokenMissing'],
      [agent, [`content-length: ${LARGEST + 1}`], 413, 'TooLarge'],
    ];
    for (const [at, headers, status, code] of cases) {
      // half a request is cut off after 30 s: an answer that waits for the body comes later than this
      const answer = await within(15, begin(at, headers).answer);
      assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `), code);
      assert.match(answer, new RegExp(`"code":"${code}".*"charged":false`));
    }
  }).timeout(120_000);

  it('one channel holds so much and no more, and gets its room back', async () => {
    const agent = fixture.listed.agent.toBase58();
    const payer = await fixture.payer();
    const document = note('room');
    const payment = `payment-signature: ${payer.header(await payer.sign(document))}`;
    const held = [length, chunked, length, chunked].map((one) => begin(agent, [payment, one]).socket);
    const until = async (status: number) => {
      for (;;) {
        const reply = await fixture.call('POST', `/v1/agents/${agent}/analyse`, {
          body: Buffer.from(document.body).toString('utf8'),
          headers: {
            'content-type': document.contentType,
            'x-file-name': document.fileName,
            'payment-signature': payer.header(await payer.sign(document)),
          },
        });
        if (reply.status === status) return reply;
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    const busy = await within(15, until(503));
    assert.deepEqual([busy.body.error.code, busy.body.error.charged], ['GatewayBusy', false]);
    assert.equal(busy.headers.get('retry-after'), '1');
    // another channel is not touched by that
    const other = await fixture.payer();
    assert.equal((await other.pay(fixture.agentUrl, document)).status, 200);
    for (const socket of held) socket.destroy();
    await within(15, until(200));
  }).timeout(120_000);
});
