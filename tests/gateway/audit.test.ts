import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLog, AuditLogBroken, auditFault } from '@agent-labs/gateway';
import { GatewayFixture } from './support';

const VERIFY = join(__dirname, '../../gateway/dist/audit/verify.js');

describe('gateway: audit log', () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-audit-'));
  after(() => rmSync(directory, { recursive: true, force: true }));
  let files = 0;

  /** A log of ten rows. */
  async function written(): Promise<string> {
    files += 1;
    const path = join(directory, `${files}.jsonl`);
    const log = await AuditLog.open(path);
    for (let at = 1; at <= 10; at += 1) {
      log.add({ action: 'paid-call', actor: at % 2 ? 'odd' : 'even', subject: `call ${at}`, outcome: 'ok' });
    }
    await log.settled();
    await log.close();
    return path;
  }
  const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');
  const rewrite = (path: string, changed: string[]) => writeFileSync(path, `${changed.join('\n')}\n`);

  it('chains its rows, goes on after a restart, and gives each wallet its own', async () => {
    const path = await written();
    assert.equal(auditFault(lines(path)), null);
    const log = await AuditLog.open(path);
    log.add({ action: 'sign-in', actor: 'odd', subject: 'odd', outcome: 'ok', amount: '5' });
    assert.deepEqual(
      log.of('odd', 3, 2).map(({ n }) => n),
      [5, 7],
    );
    await log.close();
    assert.equal(auditFault(lines(path)), null);
    assert.equal(lines(path).length, 11);
    assert.match(execFileSync(process.execPath, [VERIFY, path], { encoding: 'utf8' }), /11 rows, unbroken/);
  });

  it('shows a row that was changed, dropped, put elsewhere or added', async () => {
    const harms: [string, (rows: string[]) => string[], number, RegExp][] = [
      ['changed', (rows) => rows.with(4, (rows[4] ?? '').replace('"ok"', '"OK"')), 5, /was changed/],
      [
        'its hash changed',
        (rows) => rows.with(4, (rows[4] ?? '').replace(/.{3}"\}$/, '000"}')),
        5,
        /was changed/,
      ],
      ['dropped', (rows) => rows.toSpliced(3, 1), 4, /is row 5/],
      ['the first dropped', (rows) => rows.slice(1), 1, /is row 2/],
      ['two exchanged', (rows) => rows.with(2, rows[3] ?? '').with(3, rows[2] ?? ''), 3, /is row 4/],
      ['doubled', (rows) => rows.toSpliced(5, 0, rows[5] ?? ''), 7, /is row 6/],
      ['nonsense', (rows) => rows.with(6, 'x'), 7, /is no row/],
    ];
    for (const [what, harm, line, problem] of harms) {
      const path = await written();
      const harmed = harm(lines(path));
      const fault = auditFault(harmed);
      assert.equal(fault?.line, line, what);
      assert.match(fault?.problem ?? '', problem, what);
      rewrite(path, harmed);
      const run = spawnSync(process.execPath, [VERIFY, path], { encoding: 'utf8' });
      assert.equal(run.status, 1);
      assert.match(run.stderr, problem);
      const bytes = readFileSync(path, 'utf8');
      await assert.rejects(AuditLog.open(path), AuditLogBroken);
      assert.equal(readFileSync(path, 'utf8'), bytes, 'untouched');
    }
    assert.equal(spawnSync(process.execPath, [VERIFY]).status, 2);
  });

  it('cuts off a last line that a crash left unfinished', async () => {
    const path = await written();
    appendFileSync(path, '{"n":11,"at":"20');
    const log = await AuditLog.open(path);
    log.add({ action: 'a', actor: null, subject: 's', outcome: 'ok' });
    await log.close();
    assert.equal(lines(path).length, 11);
    assert.equal(auditFault(lines(path)), null);
  });

  it('is read row by row: a row that goes over two reads, and a line without an end', async () => {
    const path = join(directory, 'long.jsonl');
    const log = await AuditLog.open(path);
    // more than what one read of the file brings
    for (let at = 1; at <= 1_000; at += 1) {
      log.add({ action: 'paid-call', actor: 'w', subject: `Übergröße ${at}`, outcome: 'ok' });
    }
    await log.close();
    const again = await AuditLog.open(path);
    assert.equal(again.of('w', 0, 2_000).length, 1_000);
    again.add({ action: 'a', actor: null, subject: 's', outcome: 'ok' });
    await again.close();
    assert.match(execFileSync(process.execPath, [VERIFY, path], { encoding: 'utf8' }), /1001 rows, unbroken/);
    // larger than the longest text there is
    truncateSync(path, 600 * 1024 * 1024);
    await assert.rejects(AuditLog.open(path), /line 1002 is no row/);
    rmSync(path);
  }).timeout(60_000);

  it('what anybody can cause is counted beyond a hundred rows', async () => {
    const path = join(directory, 'noise.jsonl');
    const log = await AuditLog.open(path);
    const noise = { action: 'paid-call', actor: null, subject: 'a', outcome: 'PaymentMalformed' };
    for (let at = 0; at < 1_000; at += 1) log.addUnproven(noise);
    log.add({ action: 'paid-call', actor: null, subject: 'a', outcome: 'ok' });
    await log.settled();
    const rows = () => lines(path).map((line) => JSON.parse(line));
    const first = rows();
    assert.ok(first.length >= 101 && first.length <= 110, String(first.length));
    assert.equal(first.at(-1).outcome, 'ok', 'what is proven has its row');
    await new Promise((done) => setTimeout(done, 1_100));
    log.addUnproven(noise);
    await log.close();
    const leftOut = rows().filter(({ action }) => action === 'rows-left-out');
    const told = leftOut.reduce((sum, { subject }) => sum + Number(subject), 0);
    assert.equal(told + rows().filter(({ outcome }) => outcome === 'PaymentMalformed').length, 1_001);
    assert.equal(auditFault(lines(path)), null);
  });

  it('junk that is sent to an agent does not fill the log', async () => {
    const fixture = await GatewayFixture.start();
    try {
      const path = `/v1/agents/${fixture.listed.agent.toBase58()}/analyse`;
      const junk = () =>
        fixture.call('POST', path, { headers: { 'payment-signature': 'junk', 'content-type': 'a/b' } });
      for (let at = 0; at < 15; at += 1) {
        const answers = await Promise.all(Array.from({ length: 20 }, junk));
        assert.ok(answers.every(({ status }) => status === 400));
      }
      await fixture.gateway.stop();
      const log = lines(join(fixture.directory, 'audit.jsonl'));
      assert.ok(log.length < 200, String(log.length));
      assert.equal(auditFault(log), null);
    } finally {
      await fixture.stop();
    }
  }).timeout(120_000);

  it('a wallet reads its own rows over HTTP, and no other', async () => {
    const fixture = await GatewayFixture.start();
    try {
      const [one, other] = [await fixture.member(), await fixture.member()];
      await fixture.call('POST', '/v1/sessions', { token: one.token, body: { name: 'x' } });
      const { body } = await fixture.call('GET', '/v1/audit', { token: one.token });
      assert.deepEqual(
        body.rows.map(({ action, actor }: { action: string; actor: string }) => [action, actor]),
        [
          ['sign-in', one.address],
          ['session-created', one.address],
        ],
      );
      const theirs = await fixture.call('GET', '/v1/audit', { token: other.token });
      assert.equal(theirs.body.rows.length, 1);
      const log = readFileSync(join(fixture.directory, 'audit.jsonl'), 'utf8');
      assert.doesNotMatch(log, new RegExp(one.token));
    } finally {
      await fixture.stop();
    }
  });
});
