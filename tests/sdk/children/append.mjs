// Appends to a journal until it is killed, and says what was acknowledged: its numbers on stdout.
import { writeSync } from 'node:fs';
import { Journal } from '../../../sdk/dist/store/journal.js';

const [path] = process.argv.slice(2);
let next = 0;
const journal = await Journal.open(path, 'test', (record) => {
  next = Math.max(next, record.n + 1);
});

async function appendForever(compacts) {
  for (;;) {
    const n = next++;
    await journal.append({ n, text: 'x'.repeat(n % 997) });
    // written at once: a buffered stream would lose what was acknowledged
    writeSync(1, `${n}\n`);
    if (compacts && n % 50 === 0) await journal.compact((record) => ({ ...record, text: '' }));
  }
}

await Promise.all([appendForever(true), ...Array.from({ length: 7 }, () => appendForever(false))]);
