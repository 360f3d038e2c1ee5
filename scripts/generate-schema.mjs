// Writes sdk/schema/manifest.schema.json from the SDK's schema. With --check it writes nothing and fails where
// they differ. The SDK must be built.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestJsonSchema } from '../sdk/dist/manifest/schema.js';
import { root } from './programs.mjs';

const path = join(root, 'sdk/schema/manifest.schema.json');
const text = `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  mkdirSync(join(root, 'sdk/schema'), { recursive: true });
  writeFileSync(path, text);
} else if (readFileSync(path, 'utf8') !== text) {
  console.error('sdk/schema/manifest.schema.json does not follow from the SDK: npm run build:schema');
  process.exit(1);
}
console.log('sdk/schema/manifest.schema.json', process.argv.includes('--check') ? 'follows' : 'written');
