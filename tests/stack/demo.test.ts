import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestHash, responseHash, responseProofMessage, verifySignature } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { DOCUMENTS, StackRun } from './support';

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('npm run demo', () => {
  const stack = new StackRun();
  const { directory } = stack;
  let calls = 0;

  for (const [name, format] of [
    ['garden-minutes.md', 'markdown'],
    ['bakery-sales.csv', 'csv'],
  ] as const) {
    it(`gives analysis and receipt of a ${format} document as JSON`, async () => {
      const path = join(DOCUMENTS, name);
      const { code, stdout, stderr } = await stack.run('demo.js', '--file', path, '--json');
      assert.equal(code, 0, stderr);
      const { analysis, receipt } = JSON.parse(stdout);
      const hash = sha256(readFileSync(path));
      assert.deepEqual([analysis.name, analysis.format, analysis.sha256], [name, format, hash]);
      assert.equal(receipt.documentSha256, hash);
      // the proof covers the answer as it came, which is the analysis as it is printed within
      const answer = Buffer.from(`${JSON.stringify(analysis, null, 2)}\n`, 'utf8');
      assert.equal(receipt.responseHash, sha256(answer));
      calls += 1;
      // the second document goes over the channel of the first
      assert.deepEqual(
        [receipt.callNumber, receipt.amount, receipt.settled.calls, receipt.settled.baseUnits],
        [calls, '0.01 tUSD', calls, String(calls * 10_000)],
      );
      assert.match(receipt.settled.transaction, /^[1-9A-HJ-NP-Za-km-z]{86,88}$/);
      const head = { method: 'POST', path: '/analyse', contentType: `text/${format}`, fileName: name };
      const proof = responseProofMessage({
        tag: Buffer.from(receipt.tag, 'hex'),
        callNumber: receipt.callNumber,
        requestHash: requestHash(head, readFileSync(path)),
        responseHash: responseHash(answer),
        cumulative: BigInt(receipt.cumulative),
      });
      const signature = new Uint8Array(Buffer.from(receipt.responseProof, 'base64'));
      assert.ok(verifySignature(new PublicKey(receipt.agentKey).toBytes(), proof, signature));
      for (const address of [receipt.payer, receipt.agent, receipt.channel]) new PublicKey(address);
    });
  }

  it('prints steps, analysis and a receipt strip without --json', async () => {
    const { code, stdout, stderr } = await stack.run(
      'demo.js',
      '--file',
      join(DOCUMENTS, 'night-trains.html'),
    );
    assert.equal(code, 0, stderr);
    for (const step of ['chain', 'agent', 'registry', 'gateway', 'channel', 'call 3', 'settled']) {
      assert.match(stdout, new RegExp(`^${step} `, 'm'));
    }
    assert.match(stdout, /^channel +\S+ of an earlier run is used again, 9\.98 tUSD left of it$/m);
    assert.match(stdout, /^receipt +call 3, 0\.01 tUSD$/m);
    assert.match(stdout, /^seal +● on the chain$/m);
    const analysis = JSON.parse(stdout.slice(stdout.indexOf('\n{'), stdout.lastIndexOf('\n}') + 2));
    assert.equal(analysis.format, 'html');
  });

  describe('says what is wrong, and that nothing was charged', () => {
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(directory, name), content);
      return join(directory, name);
    };
    const cases: [string, () => string[], number, RegExp][] = [
      ['a missing file', () => ['--file', join(directory, 'none.md')], 1, /none\.md: no such file/],
      ['a file below a file', () => ['--file', join(file('x.md', 'x'), 'y.md')], 1, /y\.md cannot be read/],
      [
        'a directory',
        () => {
          mkdirSync(join(directory, 'folder.md'));
          return ['--file', join(directory, 'folder.md')];
        },
        1,
        /folder\.md is a directory/,
      ],
      ['an endless file', () => ['--file', '/dev/zero'], 1, /\/dev\/zero is no file/],
      ['a PDF', () => ['--file', file('a.pdf', '%PDF-1.7')], 1, /UnsupportedFormat: \.pdf/],
      [
        'a PDF named otherwise',
        () => ['--file', file('pdf.txt', '%PDF-1.7')],
        1,
        /UnsupportedFormat: .* a PDF/,
      ],
      ['an empty file', () => ['--file', file('empty.md', '')], 1, /Empty: /],
      [
        'a file of 3 MiB',
        () => ['--file', file('large.txt', Buffer.alloc(3 * 1024 * 1024, 'a'))],
        1,
        /TooLarge: /,
      ],
      ['no arguments', () => [], 2, /--file PATH is missing[\s\S]*usage: npm run demo/],
      [
        'an empty name',
        () => ['--file', '', '--json'],
        2,
        /--file PATH is missing[\s\S]*usage: npm run demo/,
      ],
      ['an unknown option', () => ['--fiel', 'x.md'], 2, /--fiel[\s\S]*usage: npm run demo/],
      ['a second file', () => ['--file', 'x.md', 'y.md'], 2, /y\.md[\s\S]*usage: npm run demo/],
    ];
    for (const [what, parameters, exit, message] of cases) {
      it(`for ${what}`, async () => {
        const { code, stdout, stderr } = await stack.run('demo.js', ...parameters(), '--json');
        assert.equal(code, exit, stderr);
        assert.match(stderr, message);
        assert.match(stderr, /Nothing was charged\./);
        assert.doesNotMatch(stderr, /\n +at /, 'no stack trace');
        assert.equal(stdout, '');
      });
    }
  });
});
