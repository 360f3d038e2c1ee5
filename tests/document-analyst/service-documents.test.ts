import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { MAX_DOCUMENT_BYTES } from '@agent-labs/example-document-analyst';
import {
  openPaidChannel,
  type RegisteredAgent,
  registerAgent,
  runAgent,
  type TestAgent,
} from '../helpers/paid-agent';
import { note, post, RawPayer, send } from '../helpers/raw-payer';
import { expectRefused } from './expect-refused';

describe('document analyst: documents', () => {
  let registered: RegisteredAgent;
  let agent: TestAgent;
  let url: string;

  const payerOf = async () => new RawPayer(registered, await openPaidChannel(registered));

  before(async () => {
    registered = await registerAgent();
    agent = await runAgent(registered);
    url = agent.url;
  });
  after(() => agent.stop());

  describe('a document', () => {
    it('that is missing, or named badly, is refused', async () => {
      const payer = await payerOf();
      const header = payer.header(await payer.sign(note('x')));
      const { fileName, contentType, body } = note('x');
      await expectRefused(agent, 400, 'DocumentMissing', () => post(url, { fileName, body }, header));
      await expectRefused(agent, 400, 'DocumentMissing', () => post(url, { contentType, body }, header));
      await expectRefused(agent, 400, 'DocumentMissing', () =>
        send(`${url}/analyse`, { method: 'POST', headers: { 'payment-signature': header } }),
      );
      for (const name of ['%', '%E0%A4%A', 'a%ffb.md', '%ED%A0%80.md']) {
        const headers = { 'payment-signature': header, 'content-type': contentType, 'x-file-name': name };
        await expectRefused(agent, 400, 'FileNameMalformed', () =>
          send(`${url}/analyse`, { method: 'POST', headers, body: Buffer.from(body) }),
        );
      }
      for (const type of ['garbage', 'text/', '/', 'text/plain/x']) {
        await expectRefused(agent, 415, 'ContentTypeMalformed', () =>
          post(url, { fileName, contentType: type, body }, header),
        );
      }
    });

    it('that cannot be read costs nothing, and its call number goes to the next one', async () => {
      const payer = await payerOf();
      const unreadable: [number, string, string, string | Buffer][] = [
        [422, 'Empty', 'a.md', ''],
        [422, 'Empty', 'a.md', ' \n\t'],
        [422, 'InvalidName', '', 'x'],
        [422, 'InvalidName', 'a\r\nset-cookie: a=b\r\n.md', 'x'],
        [422, 'InvalidName', 'a\0.md', 'x'],
        [422, 'InvalidName', `${'a'.repeat(253)}.md`, 'x'],
        [415, 'UnsupportedFormat', 'a.pdf', 'x'],
        [415, 'UnsupportedFormat', 'a.txt', '%PDF-1.7\n'],
        [415, 'UnsupportedFormat', 'a.csv', 'PK\x03\x04'],
        [422, 'NotUtf8', 'a.txt', Buffer.from('Grüße', 'latin1')],
        [422, 'NotUtf8', 'a.txt', Buffer.from('\ufeffx', 'utf16le')],
        [422, 'Binary', 'a.txt', Buffer.from([0, 1, 2, 3])],
        [422, 'MalformedCsv', 'a.csv', 'a,b\n1,"2\n'],
      ];
      for (const [status, code, fileName, text] of unreadable) {
        const document = { fileName, contentType: 'text/plain', body: Buffer.from(text as string) };
        await expectRefused(agent, status, code, () => payer.pay(url, document));
      }
      const { status, receipt } = await payer.pay(url, note('readable'));
      assert.deepEqual([status, receipt?.callNumber], [200, 1]);
    });

    it('may be of exactly 2 MiB and not a byte more, which is said before it came in', async () => {
      const payer = await payerOf();
      const body = Buffer.alloc(MAX_DOCUMENT_BYTES + 1, 'word ');
      const large = { fileName: 'a.txt', contentType: 'text/plain', body };
      await expectRefused(agent, 413, 'TooLarge', () => payer.pay(url, large));
      const head = [
        'POST /analyse HTTP/1.1',
        'host: x',
        'content-type: text/plain',
        'x-file-name: a.txt',
        `payment-signature: ${payer.header(await payer.sign(large))}`,
      ];
      const said = await answerTo(`${[...head, 'content-length: 1000000000'].join('\r\n')}\r\n\r\n`);
      assert.match(said, /^HTTP\/1.1 413 [\s\S]*"TooLarge"[\s\S]*"charged":false/);
      const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
      const chunks = `${[...head, 'transfer-encoding: chunked'].join('\r\n')}\r\n\r\n${chunk.repeat(33)}`;
      assert.match(await answerTo(chunks), /^HTTP\/1.1 413 [\s\S]*"TooLarge"[\s\S]*"charged":false/);
      const exact = { ...large, body: body.subarray(1) };
      const { status, receipt } = await payer.pay(url, exact);
      assert.deepEqual([status, receipt?.callNumber], [200, 1]);
    });

    /** What comes back to bytes of an unfinished request. */
    function answerTo(bytes: string): Promise<string> {
      return new Promise((resolve, reject) => {
        const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
        let said = '';
        socket.on('data', (data) => {
          said += data;
          if (said.includes('charged')) resolve(said);
          socket.destroy();
        });
        socket.on('error', reject);
      });
    }
  });

  it('says what it is, and what there is', async () => {
    const health = await send(`${url}/health`, {});
    assert.equal(JSON.parse(health.body.toString()).agent, registered.agent.toBase58());
    const manifest = JSON.parse((await send(`${url}/manifest.json`, {})).body.toString());
    assert.equal(manifest.endpoint.url, url);
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/analyse'],
      ['POST', '/answers'],
      ['DELETE', '/analyse'],
      ['GET', '/analyse/../../etc/passwd'],
    ] as const) {
      await expectRefused(agent, 404, 'NotFound', () => send(`${url}${path}`, { method }));
    }
    await expectRefused(agent, 400, 'BadRequest', () => send(`${url}/%zz`, {}));
  });
});
