import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { escrowIdl } from '@agent-labs/sdk';

const GENERIC = `${__dirname}/../helpers/negatives.ts`;
/** Errors that no instruction says any more: their numbers keep their meaning. */
const RETIRED = ['NotYetEnforced'];

describe('errors of escrow', () => {
  const errors: readonly { code: number; name: string; msg: string }[] = escrowIdl.errors;

  it('are each expected of some instruction in these tests', () => {
    const files = readdirSync(__dirname).filter((file) => file !== 'errors.test.ts' && file.endsWith('.ts'));
    const tests = [...files.map((file) => `${__dirname}/${file}`), GENERIC]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    assert.deepEqual(
      // some come through a program that calls this one
      errors.map(({ name }) => name).filter((name) => !new RegExp(`'(escrow:)?${name}'`).test(tests)),
      RETIRED,
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
      errors.filter(({ msg }) => msg.length < 15),
      [],
    );
  });
});
