// Copies a JSON file with two-space indentation and a final newline.
import { readFileSync, writeFileSync } from 'node:fs';

const [from, to] = process.argv.slice(2);
writeFileSync(to, `${JSON.stringify(JSON.parse(readFileSync(from, 'utf8')), null, 2)}\n`);
