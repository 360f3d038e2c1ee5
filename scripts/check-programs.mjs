// Checks the built programs against their sources, and says how far it could.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildFile,
  compiler,
  placesOf,
  programs,
  root,
  sha256,
  sourceHash,
  testPrograms,
} from './programs.mjs';

const record = JSON.parse(readFileSync(buildFile, 'utf8'));
const problems = [];
const all = [...programs, ...testPrograms];

for (const program of all) {
  const { sources, sha256: built } = record.programs[program] ?? {};
  if (sources !== sourceHash(program)) problems.push(`${program}: its sources changed since it was built`);
  if (built !== sha256(readFileSync(placesOf(program).artifact))) {
    problems.push(`${program}: the artifact is not the one BUILD.json records`);
  }
}
console.log(`source hashes and artifact hashes of ${all.join(', ')} compared with BUILD.json`);

const here = compiler();
if (here === null) {
  console.log('not rebuilt: cargo-build-sbf is not on the PATH');
} else if (here !== record.compiler) {
  console.log(`not rebuilt: the artifacts are from "${record.compiler}", on the PATH is "${here}"`);
} else if (problems.length === 0) {
  rebuild();
}

function rebuild() {
  const out = mkdtempSync(join(tmpdir(), 'agent-labs-programs-'));
  try {
    for (const program of all) {
      console.log(`rebuilding ${program}`);
      const manifest = join(root, placesOf(program).crate, 'Cargo.toml');
      execFileSync('cargo', ['build-sbf', '--manifest-path', manifest, '--sbf-out-dir', out], {
        cwd: root,
        env: { ...process.env, CARGO_TARGET_DIR: join(root, 'target') },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (sha256(readFileSync(join(out, `${program}.so`))) !== record.programs[program].sha256) {
        problems.push(`${program}: rebuilt from the same sources it has other bytes`);
      }
      if (testPrograms.includes(program)) continue;
      const idl = join(out, `${program}.json`);
      if (!extractIdl(program, idl)) continue;
      const committed = readFileSync(join(root, 'idl', `${program}.json`), 'utf8');
      const fresh = JSON.stringify(JSON.parse(readFileSync(idl, 'utf8')), null, 2);
      if (`${fresh}\n` !== committed) problems.push(`idl/${program}.json does not follow from the program`);
    }
    console.log('rebuilt, and compared byte by byte');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function extractIdl(program, path) {
  try {
    execFileSync('anchor', ['idl', 'build', '-p', program, '-o', path], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return true;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.log(`IDL of ${program} not extracted: anchor is not on the PATH`);
    return false;
  }
}

for (const problem of problems) console.error(`${problem}: npm run build:programs`);
if (problems.length > 0) process.exit(1);
