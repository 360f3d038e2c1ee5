import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES } from './tables';

const PAGE = join(__dirname, '../../docs/reputation.md');

/** Every table, by the name of its markers. */
export function makeTables(): Record<string, string> {
  return Object.fromEntries(Object.entries(TABLES).map(([name, make]) => [name, make()]));
}

/**
 * The page with these tables between their markers.
 * @throws Error where a table has no markers, or markers no table
 */
export function remade(page: string, tables: Record<string, string>): string {
  let rest = page;
  for (const [name, text] of Object.entries(tables)) {
    const [begin, end] = [`<!-- begin: ${name} -->\n`, `\n<!-- end: ${name} -->`];
    const [from, to] = [rest.indexOf(begin), rest.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/reputation.md has no markers for the table ${name}`);
    rest = `${rest.slice(0, from + begin.length)}\n${text}\n${rest.slice(to)}`;
  }
  for (const [, name = ''] of rest.matchAll(/<!-- begin: (.*?) -->/g)) {
    if (!(name in tables))
      throw new Error(`docs/reputation.md has markers for ${name}, and there is no such table`);
  }
  return rest;
}

if (require.main === module) {
  const page = readFileSync(PAGE, 'utf8');
  const made = remade(page, makeTables());
  const checks = process.argv.includes('--check');
  if (!checks) writeFileSync(PAGE, made);
  else if (made !== page) {
    console.error('docs/reputation.md does not follow from the simulation: npm run simulate:reputation');
    process.exit(1);
  }
  console.log('docs/reputation.md', checks ? 'follows' : 'written');
}
