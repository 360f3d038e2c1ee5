import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { timelockIdl } from '@agent-labs/sdk';

const GENERIC = ['helpers/negatives.ts', 'escrow/mints.ts'].map((file) => `${__dirname}/../${file}`);

describe('errors of timelock', () => {
  const errors: readonly { code: number; name: string; msg: string }[] = timelockIdl.errors;

  it('are each expected of some instruction in these tests', () => {
    const files = readdirSync(__dirname).filter((file) => file !== 'errors.test.ts' && file.endsWith('.ts'));
    const tests = [...files.map((file) => `${__dirname}/${file}`), ...GENERIC]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    assert.deepEqual(
      errors.map(({ name }) => name).filter((name) => !tests.includes(`'${name}'`)),
      [],
    );
  });

  it('are numbered from 6000 on, each once, and say what to do', () => {
    const codes = errors.map(({ code }) => code);
    assert.equal(codes[0], 6000);
    assert.deepEqual(
      codes,
      [...new Set(codes)].sort((a, b) => a - b),
    );
    assert.deepEqual(
      errors.filter(({ msg }) => msg.length < 20),
      [],
    );
  });
});
