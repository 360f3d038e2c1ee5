import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadProgramBinaries, loadThirdPartyPrograms } from '@agent-labs/localnet';

const README = join(__dirname, '../../localnet/programs/README.md');
const ADDRESS = 'noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV';

describe('programs', () => {
  describe('of this repository', () => {
    let root: string;
    const load = () => loadProgramBinaries(pathToFileURL(`${root}/`));

    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'agent-labs-programs-'));
      mkdirSync(join(root, 'programs/artifacts'), { recursive: true });
      mkdirSync(join(root, 'idl'));
    });

    afterEach(() => rmSync(root, { recursive: true }));

    it('are read with the ids of their IDLs', () => {
      writeFileSync(join(root, 'programs/artifacts/registry.so'), Buffer.of(1, 2));
      writeFileSync(join(root, 'programs/artifacts/BUILD.json'), '{}');
      writeFileSync(join(root, 'idl/registry.json'), JSON.stringify({ address: ADDRESS }));
      const [registry, ...more] = load();
      assert.equal(more.length, 0);
      assert.equal(registry?.name, 'registry');
      assert.equal(registry?.programId.toBase58(), ADDRESS);
      assert.deepEqual([...(registry?.elf ?? [])], [1, 2]);
    });

    it('tell what is missing and what to run', () => {
      const missing = (file: string) => ({
        message: `${join(root, file)} is missing; run \`npm run build:programs\``,
      });
      assert.throws(load, missing('programs/artifacts/*.so'));
      writeFileSync(join(root, 'programs/artifacts/escrow.so'), '');
      assert.throws(load, missing('idl/escrow.json'));
      writeFileSync(join(root, 'idl/escrow.json'), '{}');
      assert.throws(load, /escrow\.json has no "address"; run `npm run build:programs`/);
      writeFileSync(join(root, 'idl/registry.json'), JSON.stringify({ address: ADDRESS }));
      writeFileSync(join(root, 'idl/escrow.json'), JSON.stringify({ address: ADDRESS }));
      assert.throws(load, missing('programs/artifacts/registry.so'));
    });
  });

  describe('of others', () => {
    it('are those that the table lists', () => {
      const programs = loadThirdPartyPrograms();
      const rows = readFileSync(README, 'utf8').matchAll(/^\| (\w+)\.so +\| (\w+) +\|.*\| (\w{64}) +\|$/gm);
      assert.deepEqual(
        programs.map(({ name, programId, elf }) => [
          name,
          programId.toBase58(),
          createHash('sha256').update(elf).digest('hex'),
        ]),
        [...rows].map(([, name, programId, hash]) => [name, programId, hash]),
      );
    });

    it('can be had one by one', () => {
      assert.deepEqual(
        loadThirdPartyPrograms(['mpl_bubblegum']).map(({ name }) => name),
        ['mpl_bubblegum'],
      );
    });
  });
});
