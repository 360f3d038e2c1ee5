import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureSpeed, type Speed } from './speed';
import { type Measured, measureUnits } from './units';

const DOCS = join(__dirname, '../../docs');

const number = (value: number, unit?: string) =>
  unit === 'SOL'
    ? value.toFixed(4)
    : Number.isInteger(value)
      ? value.toString().replace(/\B(?=(\d{3})+$)/g, ',')
      : value.toFixed(1);

function exactRow({ name, value, unit, budget }: Measured): string[] {
  return [name, `${number(value, unit)} ${unit}`, budget === null ? '–' : `${number(budget, unit)} ${unit}`];
}

function speedRow({ name, value, unit, budget, atLeast }: Speed): string[] {
  const limit = budget === null ? '–' : `${atLeast ? '≥' : '≤'} ${number(budget)} ${unit}`;
  return [name, `${number(value)} ${unit}`, limit];
}

function markdown(title: string, rows: string[][]): string {
  const all = [[title, 'measured', 'budget'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(all[0] as string[]), rule, ...rows.map(line)].join('\n');
}

async function main(): Promise<void> {
  const exact = await measureUnits();
  const exactTable = markdown('what', exact.map(exactRow));
  console.log(`${exactTable}\n`);
  const speedTable = markdown('what', (await measureSpeed()).map(speedRow));
  console.log(speedTable);

  const record = Object.fromEntries(exact.map(({ name, value }) => [name, value]));
  writeFileSync(join(DOCS, 'benchmarks.json'), `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync(
    join(DOCS, 'benchmarks.md'),
    `# Benchmarks

Written by \`npm run bench\`. Compute units are LiteSVM's for the committed artifacts of \`programs/artifacts\`;
another compiler gives other figures.

## Exact

The same on every machine. \`npm test\` fails where compute units, bytes or rent are above their budget, or more
than 5 % above what \`docs/benchmarks.json\` records. Keys are fixed, so that derived addresses have the same
bumps each time; each step of a bump below 255 adds 1,500 CU to an instruction that opens an account.
A transaction with a settle is charged for every signature it carries, vouchers included: 5,000 lamports each.

${exactTable}

## Speed

On one machine at one time, with two cores: it says what to expect, and no test holds it.

${speedTable}
`,
  );
  console.log('\nwritten to docs/benchmarks.md');
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
