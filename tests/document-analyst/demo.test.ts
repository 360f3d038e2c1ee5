import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestHash, responseHash, responseProofMessage, verifySignature } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';

const ROOT = join(__dirname, '../..');
const DOCUMENTS = join(ROOT, 'examples/document-analyst/documents');

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function run(script: string, ...parameters: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'examples/paid-calls/dist', script), ...parameters],
      { timeout: 170_000 },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('document analyst: npm run demo', () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  for (const [name, format] of [
    ['garden-minutes.md', 'markdown'],
    ['bakery-sales.csv', 'csv'],
  ] as const) {
    it(`gives analysis and receipt of a ${format} document as JSON`, async () => {
      const path = join(DOCUMENTS, name);
      const { code, stdout, stderr } = await run('demo.js', '--file', path, '--json');
      assert.equal(code, 0, stderr);
      const { analysis, receipt } = JSON.parse(stdout);
      const hash = sha256(readFileSync(path));
      assert.deepEqual([analysis.name, analysis.format, analysis.sha256], [name, format, hash]);
      assert.equal(receipt.documentSha256, hash);
      // the proof covers the answer as it came, which is the analysis as it is printed within
      const answer = Buffer.from(`${JSON.stringify(analysis, null, 2)}\n`, 'utf8');
      assert.equal(receipt.responseHash, sha256(answer));
      assert.deepEqual(
        [receipt.callNumber, receipt.amount, receipt.settled.calls, receipt.settled.baseUnits],
        [1, '0.01 tUSD', 1, '10000'],
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
    const { code, stdout, stderr } = await run('demo.js', '--file', join(DOCUMENTS, 'night-trains.html'));
    assert.equal(code, 0, stderr);
    for (const step of ['chain', 'agent', 'register', 'mandate', 'channel', 'settle', 'payout']) {
      assert.match(stdout, new RegExp(`^${step} `, 'm'));
    }
    assert.match(stdout, /^receipt +call 1, 0\.01 tUSD$/m);
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
        const { code, stdout, stderr } = await run('demo.js', ...parameters(), '--json');
        assert.equal(code, exit, stderr);
        assert.match(stderr, message);
        assert.match(stderr, /Nothing was charged\./);
        assert.doesNotMatch(stderr, /\n +at /, 'no stack trace');
        assert.equal(stdout, '');
      });
    }
  });
});

describe('document analyst: npm start', () => {
  it('tells of 25 paid calls and what they cost, in numbers that add up', async () => {
    const { code, stdout, stderr } = await run('start.js');
    assert.equal(code, 0, stderr);
    const lines = stdout.split('\n');
    const calls = lines.filter((line) => /^call \d+ /.test(line));
    assert.deepEqual(
      calls.map((line) => Number(line.match(/^call (\d+) /)?.[1])),
      Array.from({ length: 25 }, (_, at) => at + 1),
    );
    for (const line of calls) assert.match(line, / · 0\.01 tUSD$/);
    assert.match(stdout, /^settled +25 calls, 0\.25 tUSD$/m);
    assert.match(stdout, /^payout +0\.25 tUSD to the owner/m);

    const unitsOf = (step: string) =>
      lines
        .filter((line) => line.startsWith(`${step} `))
        .map((line) => Number(line.match(/\((\d+) CU\)$/)?.[1] ?? 0))
        .reduce((sum, units) => sum + units, 0);
    const row = (name: string) => {
      const line = lines.find((text) => text.trim().startsWith(name));
      assert.ok(line, `no row ${name}`);
      const cells = line
        .slice(line.indexOf(name) + name.length)
        .trim()
        .split(/ {2,}/);
      return cells.map((cell) => Number(cell.replaceAll(',', '')));
    };
    const [lifecycle, settling] = [row('mandate and channel, from open to end'), row('settling vouchers')];
    const [together, transfers] = [row('together'), row('one token transfer a call instead')];
    assert.ok(lifecycle.length === 3 && settling.length === 3);
    assert.deepEqual(
      together,
      [25, ...lifecycle.map((value, at) => value + (settling[at] ?? 0))],
      'the sum of the rows above it',
    );
    const settlements = lines.filter((line) => line.startsWith('settle ')).length;
    assert.deepEqual([settling[0], settling[2]], [settlements, unitsOf('settle')]);
    assert.ok(settlements >= 3 && settlements <= 4);
    const steps = ['mandate', 'channel', 'payout', 'close', 'end'];
    assert.equal(lifecycle[0], steps.length);
    assert.equal(
      lifecycle[2],
      steps.reduce((sum, step) => sum + unitsOf(step), 0),
    );
    assert.deepEqual(transfers.slice(0, 2), [25, 25]);

    const [inFees, inUnits] = ['in fees', 'in compute units'].map((what) =>
      Number(stdout.match(new RegExp(`([\\d,]+)(?: calls)? ${what}`))?.[1]?.replaceAll(',', '')),
    );
    assert.equal(inFees, Math.ceil((together[2] ?? 0) / ((transfers[2] ?? 0) / 25)));
    assert.equal(inUnits, Math.ceil((together[3] ?? 0) / ((transfers[3] ?? 0) / 25)));
    assert.match(stdout, /A call took \d+\.\d ms/);
  });
});
