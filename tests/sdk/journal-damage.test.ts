import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JournalCorrupt } from '../../sdk/dist/store/errors.js';
import { Journal } from '../../sdk/dist/store/journal.js';
import { readJournal as read } from './journal-support';
import { temporaryDirectory } from './support';

describe('damaged journal', () => {
  const directory = temporaryDirectory();
  let path = '';
  let file = 0;
  beforeEach(() => {
    path = join(directory, `journal-${++file}`);
  });

  const create = () => Journal.open(path, 'test', () => assert.fail('a new journal holds nothing'));

  it('cuts off a line that a crash left unfinished, at every length of it', async () => {
    const journal = await create();
    await journal.append({ n: 0 });
    await journal.append({ n: 1 });
    const before = journal.size;
    await journal.append({ n: 2, text: 'unfinished' });
    await journal.close();
    const whole = readFileSync(path);
    for (let length = before; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      assert.deepEqual(await read(path), [{ n: 0 }, { n: 1 }], `${length} bytes`);
      assert.equal(statSync(path).size, before);
    }
    writeFileSync(path, Buffer.concat([whole.subarray(0, before), Buffer.alloc(5_000)]));
    assert.equal((await read(path)).length, 2, 'bytes that were never written');
    const reopened = await Journal.open(path, 'test', () => {});
    await reopened.append({ n: 9 });
    await reopened.close();
    assert.deepEqual(await read(path), [{ n: 0 }, { n: 1 }, { n: 9 }]);
  });

  it('names damage at every byte, and leaves the file alone', async () => {
    const journal = await create();
    await journal.append({ n: 0 });
    await journal.append({ n: 1 });
    await journal.close();
    const whole = readFileSync(path);
    for (let offset = 0; offset < whole.length; offset++) {
      for (const change of [0x01, (whole[offset] ?? 0) ^ 0x0a, 0xff]) {
        if (change === 0) continue;
        const damaged = Buffer.from(whole);
        damaged[offset] = (whole[offset] ?? 0) ^ change;
        writeFileSync(path, damaged);
        await assert.rejects(read(path), JournalCorrupt, `byte ${offset} ^ ${change}`);
        assert.deepEqual(readFileSync(path), damaged);
      }
    }
    // a cut through the header is none of ours: a journal gets its name with a whole header
    const header = whole.indexOf(0x0a) + 1;
    for (let length = 0; length < header; length++) {
      writeFileSync(path, whole.subarray(0, length));
      await assert.rejects(read(path), JournalCorrupt);
      assert.equal(statSync(path).size, length);
    }
    for (let length = header; length <= whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const expected = whole.subarray(header, length).filter((byte) => byte === 0x0a).length;
      assert.equal((await read(path)).length, expected);
    }
  }).timeout(20_000);

  it('names lines that were dropped, repeated, moved or brought from another journal', async () => {
    const journal = await create();
    for (let n = 0; n < 3; n++) await journal.append({ n });
    await journal.close();
    const lines = readFileSync(path, 'utf8').split(/(?<=\n)/);
    const [header = '', a = '', b = '', c = ''] = lines;
    const other = join(directory, `other-${file}`);
    const foreign = await Journal.open(other, 'test', () => {});
    for (let n = 0; n < 3; n++) await foreign.append({ n });
    await foreign.close();
    const foreignC = readFileSync(other, 'utf8').split(/(?<=\n)/)[3] ?? '';
    for (const [at, changed] of [
      [header + a, [header, a, c]],
      [header + a, [header, a, a, b, c]],
      [header, [header, b, a, c]],
      ['', [a, b, c]],
      [header + a + b, [header, a, b, foreignC]],
    ] as const) {
      writeFileSync(path, changed.join(''));
      await assert.rejects(read(path), { name: 'JournalCorrupt', offset: at.length });
    }
    writeFileSync(path, lines.join(''));
    assert.equal((await read(path)).length, 3);
  });

  it('names a record that its reader cannot follow', async () => {
    const journal = await create();
    await journal.append({ n: 0 });
    await journal.close();
    const opened = Journal.open(path, 'test', () => {
      throw new Error('does not follow');
    });
    await assert.rejects(opened, /JournalCorrupt.*does not follow/);
    assert.equal((await read(path)).length, 1, 'and lets the lock go');
  });
});
