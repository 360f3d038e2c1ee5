import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DOCUMENTS, ROOT, StackRun } from './support';

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
