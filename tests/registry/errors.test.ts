import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { registryIdl } from '@agent-labs/sdk';

/** Errors that no instruction says any more: their numbers keep their meaning. */
const RETIRED = ['NotYetEnforced'];

describe('errors of the registry', () => {
  const errors: readonly { code: number; name: string; msg: string }[] = registryIdl.errors;

  it('are each expected of some instruction in these tests', () => {
    const tests = readdirSync(__dirname)
      .filter((file) => file !== 'errors.test.ts' && file.endsWith('.ts'))
      .map((file) => readFileSync(`${__dirname}/${file}`, 'utf8'))
      .join('\n');
    assert.deepEqual(
      errors.map(({ name }) => name).filter((name) => !tests.includes(`'${name}'`)),
      RETIRED,
    );
  });

  it('are numbered from 6000 in order, and say what to do', () => {
    assert.deepEqual(
      errors.map(({ code }) => code),
      errors.map((_, at) => 6000 + at),
    );
    assert.deepEqual(
      errors.filter(({ msg }) => msg.length < 20),
      [],
    );
  });
});
