// Takes and lets go a lock again and again, says so in a log that all share, and dies holding it.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { StoreLock } from '../../../sdk/dist/store/lock.js';

const [path, log] = process.argv.slice(2);
const me = process.pid;

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    // killed, but not collected by its parent yet
    return !existsSync('/proc/self/stat') || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function expectAlone() {
  const inside = new Set();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [word, pid] = line.split(' ');
    if (word === 'enter') inside.add(Number(pid));
    if (word === 'leave') inside.delete(Number(pid));
  }
  for (const pid of inside) if (pid !== me && isRunning(pid)) appendFileSync(log, `TWICE ${pid} ${me}\n`);
}

for (let entered = 0; entered < 12; ) {
  let lock;
  try {
    lock = StoreLock.acquire(path);
  } catch (error) {
    if (error.name !== 'StoreLocked') throw error;
    await setTimeout(Math.random() * 2);
    continue;
  }
  appendFileSync(log, `enter ${me}\n`);
  expectAlone();
  await setTimeout(Math.random() * 2);
  expectAlone();
  if (++entered === 12) process.kill(me, 'SIGKILL');
  appendFileSync(log, `leave ${me}\n`);
  lock.release();
}
