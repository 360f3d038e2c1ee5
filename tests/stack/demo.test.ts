import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestHash, responseHash, responseProofMessage, verifySignature } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { ROOT, StackRun } from './support';

const DOCUMENTS = join(ROOT, 'examples/document-analyst/documents');

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

describe('npm start', () => {
  const stack = new StackRun();

  it('tells of 25 paid calls and what they cost, in numbers that add up', async () => {
    const { code, stdout, stderr } = await stack.run('start.js', '--once');
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
    assert.match(stdout, /A call took \d+\.\d ms/);

    const unitsOf = (step: string) =>
      lines
        .filter((line) => line.startsWith(`${step} `))
        .map((line) => Number(line.match(/\((\d+) CU\)$/)?.[1] ?? 0))
        .reduce((sum, units) => sum + units, 0);
    const rowOf = (name: string) => row(lines, name);
    const opening = rowOf('opening mandate and channel');
    const paying = ['settling vouchers', 'payout', 'rating with its receipt'].map(rowOf);
    const [settling = [], payout = [], rating = []] = paying;
    const [together, transfers] = [rowOf('together'), rowOf('one token transfer a call instead')];
    assert.deepEqual(
      together,
      [
        25,
        ...[0, 1, 2].map((at) =>
          [opening, settling, payout, rating].reduce((sum, row) => sum + (row[at] ?? 0), 0),
        ),
      ],
      'the sum of the rows above it',
    );
    assert.equal(settling[0], lines.filter((line) => line.startsWith('settle ')).length);
    assert.ok((settling[0] ?? 0) >= 2);
    assert.deepEqual([opening[0], opening[2]], [2, unitsOf('mandate') + unitsOf('channel')]);
    assert.deepEqual([payout[0], payout[2]], [1, unitsOf('payout')]);
    assert.deepEqual([rating[0], rating[2]], [1, unitsOf('rating')]);
    assert.match(stdout, /^ {2}score +5\.000 of 5 stars by 1 rating of paid work$/m);
    assert.match(stdout, /^ {2}receipt +[1-9A-HJ-NP-Za-km-z]{32,44} {2}● proven against the chain$/m);
    assert.deepEqual(transfers.slice(0, 2), [25, 25]);
  });

  it('uses the channel again in a second run', async () => {
    const { code, stdout, stderr } = await stack.run('start.js', '--once');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^channel +\S+ of an earlier run is used again, 9\.75 tUSD left of it$/m);
    assert.match(stdout, /^call 50 /m);
    const opening = row(stdout.split('\n'), 'mandate and channel, of an earlier run');
    assert.deepEqual(opening, [0, 0, 0]);
  });

  it('serves until it is interrupted; the demo and the quickstart use it; a second stack is refused', async () => {
    const serving = await stack.serve();
    const { gatewayUrl, agent, pid } = stack.ports();
    const response = await fetch(`${gatewayUrl}/v1/agents/${agent}/analyse`, { method: 'POST' });
    assert.equal(response.status, 402);
    assert.ok(response.headers.get('payment-required'));

    const demo = await stack.run('demo.js', '--file', join(DOCUMENTS, 'garden-minutes.md'));
    assert.equal(demo.code, 0, demo.stderr);
    assert.match(demo.stdout, new RegExp(`^stack +the one that runs, gateway ${gatewayUrl}$`, 'm'));

    const quickstart = await stack.run(join(ROOT, 'examples/quickstart/dist/main.js'));
    assert.equal(quickstart.code, 0, quickstart.stderr);
    assert.match(quickstart.stdout, /^Hello agents! \{/);
    assert.match(quickstart.stdout, /^settled in [1-9A-HJ-NP-Za-km-z]{86,88}$/m);

    const second = await stack.run('start.js', '--once');
    assert.equal(second.code, 1);
    assert.match(second.stderr, /^a stack runs on .*; stop it, or set AGENT_LABS_DIR to another directory$/m);

    assert.equal(await serving.interrupt(), 0);
    assert.throws(() => stack.ports(), /ENOENT/);
    assert.throws(() => process.kill(pid, 0), /ESRCH/);
  });

  it('leaves no process behind when it is killed, and goes on where it was', async () => {
    const serving = await stack.serve();
    const { rpcUrl, gatewayUrl, agentUrl } = stack.ports();
    await serving.kill();
    for (const url of [rpcUrl, gatewayUrl, agentUrl]) await stack.untilSilent(url);
    const { code, stdout, stderr } = await stack.run('start.js', '--once');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^channel +\S+ of an earlier run is used again/m);
  });

  it('ends, and says why, when one of its programs is killed', async () => {
    const serving = await stack.serve();
    const chain = stack.childrenOf(stack.ports().pid).find((child) => child.command.includes('localnet'));
    assert.ok(chain);
    process.kill(chain.pid, 'SIGKILL');
    const { code, stderr } = await serving.end();
    assert.equal(code, 1);
    assert.match(stderr, /chain ended with SIGKILL/);
  });

  it('says which port is taken, and takes another', async () => {
    const other = new StackRun();
    const taken = await other.occupy([8899, 8787, 8790]);
    try {
      const { code, stdout, stderr } = await other.run('start.js', '--once');
      assert.equal(code, 0, stderr);
      for (const port of taken)
        assert.match(stdout, new RegExp(`^port +${port} is taken: the \\w+ listens on`, 'm'));
    } finally {
      await other.release();
    }
  });
});

/** Numbers of a row of the table. */
function row(lines: readonly string[], name: string): number[] {
  const line = lines.find((text) => text.startsWith(`  ${name}  `));
  assert.ok(line, `no row ${name}`);
  const cells = line
    .slice(line.indexOf(name) + name.length)
    .trim()
    .split(/ {2,}/);
  return cells.map((cell) => Number(cell.replaceAll(',', '')));
}
