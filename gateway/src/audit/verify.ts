import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { auditFault } from './chain.js';

const [, , path] = process.argv;
if (path === undefined) {
  process.stderr.write('usage: node audit/verify.js FILE\n\nChecks the hash chain of an audit log.\n');
  process.exit(2);
}
const lines: string[] = [];
for await (const line of createInterface({ input: createReadStream(path) })) lines.push(line);
const fault = auditFault(lines);
if (fault === null) process.stdout.write(`${path}: ${lines.length} rows, unbroken\n`);
else {
  process.stderr.write(`${path}: line ${fault.line} ${fault.problem}\n`);
  process.exit(1);
}
