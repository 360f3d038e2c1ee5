import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreLocked } from '../../sdk/dist/store/errors.js';
import { Journal } from '../../sdk/dist/store/journal.js';
import { StoreLock } from '../../sdk/dist/store/lock.js';
import { liveness, ownIdentity } from '../../sdk/dist/store/process-identity.js';
import { temporaryDirectory } from './support';

describe('store lock', () => {
  const directory = temporaryDirectory();
  const self = ownIdentity();
  let path = '';
  let file = 0;
  beforeEach(() => {
    path = join(directory, `lock-${++file}`);
  });

  const claim = (changes: object, at = Date.now()) =>
    writeFileSync(path, `\n${JSON.stringify({ claim: { ...self, nonce: 'other', at, ...changes } })}\n`);
  const beat = (secondsAgo: number) => {
    writeFileSync(`${path}.beat`, '');
    const time = Date.now() / 1000 - secondsAgo;
    utimesSync(`${path}.beat`, time, time);
  };

  it('is held once, and free again after', () => {
    const lock = StoreLock.acquire(path);
    assert.throws(() => StoreLock.acquire(path), { name: 'StoreLocked', pid: process.pid, host: self.host });
    assert.throws(() => StoreLock.acquire(path), StoreLocked);
    lock.release();
    StoreLock.acquire(path).release();
  });

  it('is taken over from a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'close');
    claim({ pid: child.pid });
    StoreLock.acquire(path).release();
  });

  it('is taken over when another process has the number now', function () {
    if (self.started === null) this.skip();
    claim({ started: 'some other time' });
    StoreLock.acquire(path).release();
    claim({});
    assert.throws(() => StoreLock.acquire(path), StoreLocked);
  });

  it('is taken over from a process that ended but was not collected', async function () {
    if (!existsSync('/proc/self/stat')) this.skip();
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 10']);
    try {
      const [pid] = await once(parent.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 600));
      const stat = readFileSync(`/proc/${Number(pid)}/stat`, 'utf8');
      assert.match(stat, /\) Z /);
      const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
      assert.equal(liveness({ ...self, pid: Number(pid), started }, self), 'dead');
    } finally {
      parent.kill('SIGKILL');
    }
  });

  it('goes by signs of life where it cannot see the process', () => {
    const elsewhere = { boot: 'another boot', namespace: 'pid:[1]', host: 'container' };
    claim(elsewhere);
    assert.throws(() => StoreLock.acquire(path), { name: 'StoreLocked', host: 'container' });
    claim(elsewhere, Date.now() - 60_000);
    beat(10);
    assert.throws(() => StoreLock.acquire(path), StoreLocked);
    beat(30);
    StoreLock.acquire(path).release();
  });

  it('shows signs of life itself', () => {
    beat(30);
    const lock = StoreLock.acquire(path);
    assert.ok(Date.now() - statSync(`${path}.beat`).mtimeMs < 5_000);
    assert.equal(lock.failure, null);
    lock.release();
  });

  it('reads past entries that a power cut left in half', () => {
    writeFileSync(path, '\n{"claim":{"pid":');
    const lock = StoreLock.acquire(path);
    assert.throws(() => StoreLock.acquire(path), StoreLocked);
    lock.release();
  });

  it('does not grow for ever', () => {
    for (let n = 0; n < 500; n++) StoreLock.acquire(path).release();
    assert.ok(statSync(path).size < 70_000, `${statSync(path).size} bytes`);
  });

  it('is never held by two of six processes, which die holding it', async () => {
    const log = join(directory, 'log');
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [join(__dirname, 'children', 'lock.mjs'), path, log], { stdio: 'inherit' }),
    );
    const ends = await Promise.all(children.map((child) => once(child, 'close')));
    for (const [, signal] of ends) assert.equal(signal, 'SIGKILL');
    const lines = readFileSync(log, 'utf8').split('\n');
    assert.equal(lines.filter((line) => line.startsWith('enter')).length, 6 * 12);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('TWICE')),
      [],
    );
  }).timeout(60_000);

  it('keeps a second process out of a journal', async () => {
    const child = spawn(process.execPath, [join(__dirname, 'children', 'append.mjs'), path]);
    await once(child.stdout, 'data');
    await assert.rejects(
      Journal.open(path, 'test', () => {}),
      { name: 'StoreLocked', pid: child.pid },
    );
    child.kill('SIGKILL');
    await once(child, 'close');
    await (await Journal.open(path, 'test', () => {})).close();
  });
});
