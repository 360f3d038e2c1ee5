// Checks that the files, folders and npm scripts named in the repository's pages exist, and that no page or
// lockfile carries what does not belong there.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './programs.mjs';

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const problems = [];

for (const file of tracked.filter(
  (name) => name.endsWith('.md') && !name.startsWith('examples/document-analyst/documents/'),
)) {
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (!existsSync(join(root, dirname(file), target)))
      problems.push(`${file}: links to ${target}, which is not there`);
  }
  for (const [, path] of text.matchAll(
    /`((?:programs|crates|sdk|localnet|cli|examples|tests|docs|idl|scripts|migrations|\.ci)\/[\w./-]*)`/g,
  )) {
    if (!existsSync(join(root, path))) problems.push(`${file}: names ${path}, which is not there`);
  }
  for (const [, script] of text.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)/g)) {
    if (!(script in scripts)) problems.push(`${file}: names npm run ${script}, which is not there`);
  }
}

const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
if (/"resolved": "https?:/.test(lock)) problems.push('package-lock.json carries addresses of packages');
for (const file of tracked) {
  if (/(^|\/)\.env($|\.)|keypair.*\.json$|(^|\/)id\.json$|\.pem$/.test(file))
    problems.push(`${file}: looks like a secret`);
}

for (const problem of problems) console.error(problem);
console.log(`${tracked.length} files, ${problems.length} problems`);
if (problems.length > 0) process.exit(1);
