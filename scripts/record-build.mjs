// Writes programs/artifacts/BUILD.json: compiler, source hash and SHA-256 of each built program.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildFile, compiler, placesOf, programs, sha256, sourceHash, testPrograms } from './programs.mjs';

const record = { compiler: compiler(), programs: {} };
for (const program of [...programs, ...testPrograms]) {
  const elf = readFileSync(placesOf(program).artifact);
  record.programs[program] = { sources: sourceHash(program), sha256: sha256(elf), bytes: elf.length };
}
writeFileSync(buildFile, `${JSON.stringify(record, null, 2)}\n`);
for (const [program, { bytes, sha256: hash }] of Object.entries(record.programs)) {
  console.log(`${program}.so  ${bytes} bytes  sha256 ${hash}`);
}
