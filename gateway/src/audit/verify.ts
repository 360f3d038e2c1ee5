import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ChainCheck } from './chain.js';

const [, , path] = process.argv;
if (path === undefined) {
  process.stderr.write('usage: node audit/verify.js FILE\n\nChecks the hash chain of an audit log.\n');
  process.exit(2);
}
const check = new ChainCheck();
for await (const text of createInterface({ input: createReadStream(path) })) {
  const row = check.next(text);
  if (!('problem' in row)) continue;
  process.stderr.write(`${path}: line ${row.line} ${row.problem}\n`);
  process.exit(1);
}
process.stdout.write(`${path}: ${check.line} rows, unbroken\n`);
