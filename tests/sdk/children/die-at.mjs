// Appends, compacts and appends again, and kills itself before its n-th write to the disk; a write is done in
// half then. Says what was acknowledged, and `end` when it got through.
import fs, { writeSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [path, at] = process.argv.slice(2);
let left = Number(at);
const die = () => process.kill(process.pid, 'SIGKILL');

const handle = await fsPromises.open(import.meta.filename, 'r');
const prototype = Object.getPrototypeOf(handle);
await handle.close();
for (const [owner, names] of [
  [prototype, ['write', 'datasync', 'sync', 'truncate']],
  [fsPromises, ['rename', 'rm']],
]) {
  for (const name of names) {
    const original = owner[name];
    owner[name] = async function (...parameters) {
      if (--left > 0) return original.apply(this, parameters);
      if (name === 'write') fs.writeSync(this.fd, parameters[0], 0, parameters[0].length >> 1);
      die();
      // the signal is delivered before this goes on
      return new Promise(() => {});
    };
  }
}
syncBuiltinESMExports();

const { Journal } = await import('../../../sdk/dist/store/journal.js');
const journal = await Journal.open(path, 'test', () => {});
const append = async (n) => {
  await journal.append({ n });
  writeSync(1, `${n}\n`);
};
for (let n = 100; n < 103; n++) await append(n);
await journal.compact((record) => (record.n % 2 === 0 || record.n >= 100 ? record : null));
await Promise.all([append(103), append(104)]);
await journal.close();
writeSync(1, 'end\n');
