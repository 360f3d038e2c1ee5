// npm leaves an optional dependency out of the lockfile where the registry it asked did not have it, and `npm ci`
// then fails on the platform that needs it. Adds those of packages that ship a binary for each platform.
// Run it after `npm install`; with --check it only tells.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './programs.mjs';

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const OS = { darwin: 'darwin', linux: 'linux' };
const LIBC = { gnu: 'glibc', musl: 'musl' };

const missing = {};
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const [os, cpu, libc] = name
      .split('-')
      .slice(-3)
      .filter((part) => part !== 'litesvm');
    if (place in lock.packages || !(os in OS)) continue;
    missing[place] = {
      version,
      cpu: [cpu],
      ...(libc in LIBC && { libc: [LIBC[libc]] }),
      license: entry.license,
      optional: true,
      os: [os],
    };
  }
}
const names = Object.keys(missing);
if (process.argv.includes('--check')) {
  for (const name of names) console.error(`package-lock.json lacks ${name}: node scripts/complete-lock.mjs`);
  if (names.length > 0) process.exit(1);
  console.log('package-lock.json has the binaries of every platform');
} else {
  const packages = { ...lock.packages, ...missing };
  lock.packages = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  for (const name of names) console.log(`added ${name}`);
}
