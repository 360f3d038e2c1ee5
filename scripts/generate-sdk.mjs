// Writes sdk/src/generated/ from idl/*.json. With --check it writes nothing and fails where they differ.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { programs, root } from './programs.mjs';

const { convertIdlToCamelCase } = createRequire(import.meta.url)('@coral-xyz/anchor/dist/cjs/idl.js');
const check = process.argv.includes('--check');
const outDir = join(root, 'sdk/src/generated');
mkdirSync(outDir, { recursive: true });

let stale = 0;
for (const program of programs) {
  const idl = JSON.parse(readFileSync(join(root, 'idl', `${program}.json`), 'utf8'));
  const name = program[0].toUpperCase() + program.slice(1);
  const text = `// Generated from idl/${program}.json by \`npm run build:programs\`; do not edit.

/** Shape of the ${program} program, for Anchor's types. */
export type ${name} = ${JSON.stringify(convertIdlToCamelCase(idl), null, 2)};

/** IDL of the ${program} program as its build gave it. */
export const ${program}Idl = ${JSON.stringify(idl, null, 2)} as unknown as ${name};
`;
  const path = join(outDir, `${program}.ts`);
  if (!check) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    stale += 1;
    console.error(
      `sdk/src/generated/${program}.ts does not follow from idl/${program}.json: npm run build:programs`,
    );
  }
}
if (stale > 0) process.exit(1);
console.log(check ? 'sdk/src/generated follows from idl/' : 'sdk/src/generated written');
