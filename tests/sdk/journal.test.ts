import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import fsPromises, { type FileHandle, open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import {
  JournalClosed,
  JournalFailed,
  JournalFormatUnknown,
  StoreLocked,
} from '../../sdk/dist/store/errors.js';
import { Journal } from '../../sdk/dist/store/journal.js';
import { readJournal as read } from './journal-support';
import { temporaryDirectory } from './support';

describe('journal', () => {
  const directory = temporaryDirectory();
  let path = '';
  let file = 0;
  beforeEach(() => {
    path = join(directory, `journal-${++file}`);
  });

  const create = () => Journal.open(path, 'test', () => assert.fail('a new journal holds nothing'));

  it('gives back what was appended, in order', async () => {
    const journal = await create();
    for (let n = 0; n < 3; n++) await journal.append({ n, text: 'a "b"\n\\ é 🦊' });
    assert.equal(journal.size, statSync(path).size);
    await journal.close();
    const texts = await read(path);
    assert.deepEqual(
      texts,
      [0, 1, 2].map((n) => ({ n, text: 'a "b"\n\\ é 🦊' })),
    );
  });

  it('is readable by its user only, and makes it so', async () => {
    const journal = await create();
    await journal.close();
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(`${path}.lock`).mode & 0o777, 0o600);
    const { chmodSync } = await import('node:fs');
    chmodSync(path, 0o644);
    await read(path);
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it('resolves an append only after its fsync, and shares fsyncs', async () => {
    const journal = await create();
    await withHandles(path, async (prototype) => {
      let started = 0;
      let finished = 0;
      const datasync = prototype.datasync;
      prototype.datasync = async function (this: FileHandle) {
        started++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        await datasync.call(this);
        finished++;
      };
      await journal.append({ n: 0 }).then(() => assert.equal(finished, 1));
      const appends = Array.from({ length: 100 }, (_, n) =>
        journal.append({ n: n + 1 }).then(() => assert.equal(started, finished)),
      );
      await Promise.all(appends);
      assert.ok(started <= 3, `${started} for 101 records`);
    });
    await journal.close();
    assert.equal((await read(path)).length, 101);
  });

  it('takes nothing any more after a failed fsync, and opens again', async () => {
    const journal = await create();
    await journal.append({ n: 0 });
    await withHandles(path, async (prototype) => {
      prototype.datasync = () => Promise.reject(new Error('EIO'));
      const appends = await Promise.allSettled([journal.append({ n: 1 }), journal.append({ n: 2 })]);
      for (const each of appends)
        assert.ok(each.status === 'rejected' && each.reason instanceof JournalFailed);
    });
    await assert.rejects(journal.append({ n: 3 }), JournalFailed);
    await assert.rejects(
      journal.compact((record) => record),
      JournalFailed,
    );
    await journal.close();
    assert.deepEqual((await read(path))[0], { n: 0 });
  });

  it('refuses the journal of another kind or version', async () => {
    await (await create()).close();
    await assert.rejects(
      Journal.open(path, 'agent', () => {}),
      JournalFormatUnknown,
    );
  });

  it('refuses records that JSON cannot hold or that are too large, and goes on', async () => {
    const journal = await create();
    await assert.rejects(journal.append({ n: 1n }), TypeError);
    await assert.rejects(journal.append({ text: 'x'.repeat(9 * 1024 * 1024) }), TypeError);
    await journal.append({ n: 0, text: 'y'.repeat(700_000) });
    await journal.close();
    assert.equal((await read(path))[0]?.text?.length, 700_000);
  });

  it('compacts into a new file while appends go on', async () => {
    const journal = await create();
    const append = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => journal.append({ n: from + index }));
    await Promise.all(append(0, 1_000));
    const { size } = journal;
    const during = append(1_000, 50);
    const compacted = journal.compact((record) => (Number(record.n) % 10 === 0 ? record : null));
    // those of one turn of the event loop go with its first; these are later, and wait
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([...during, compacted, ...append(1_050, 50)]);
    assert.ok(journal.size < size / 2);
    const seen: number[] = [];
    await journal.scan((record) => seen.push(Number(record.n)));
    await journal.close();
    const kept = Array.from({ length: 1_100 }, (_, n) => n).filter((n) => n % 10 === 0 || n >= 1_050);
    assert.deepEqual(seen, kept);
    assert.deepEqual(
      (await read(path)).map(({ n }) => n),
      kept,
    );
    assert.equal(existsSync(`${path}.new`), false);
  });

  it('gives a file its name only once it is on disk, and makes the name durable', async () => {
    const events: string[] = [];
    const { rename } = fsPromises;
    await (await Journal.open(`${path}-first`, 'test', () => {})).close();
    await withHandles(directory, async (prototype) => {
      const { sync } = prototype;
      prototype.sync = async function (this: FileHandle) {
        events.push((await this.stat()).isDirectory() ? 'sync directory' : 'sync file');
        await sync.call(this);
      };
      fsPromises.rename = async (from, to) => {
        events.push('rename');
        await rename(from, to);
      };
      syncBuiltinESMExports();
      const journal = await create();
      await journal.append({ n: 0 });
      await journal.compact((record) => record);
      await journal.close();
    }).finally(() => {
      fsPromises.rename = rename;
      syncBuiltinESMExports();
    });
    const once = ['sync file', 'rename', 'sync directory'];
    assert.deepEqual(events, [...once, ...once]);
  });

  it('keeps the old file when compaction fails, and clears away what one left', async () => {
    const journal = await create();
    await journal.append({ n: 0 });
    const failing = journal.compact(() => {
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    assert.equal(existsSync(`${path}.new`), false);
    await journal.append({ n: 1 });
    await journal.close();
    writeFileSync(`${path}.new`, 'half a file');
    assert.equal((await read(path)).length, 2);
    assert.equal(existsSync(`${path}.new`), false);
  });

  it('notices a writer that went round the lock, before mixing with it', async () => {
    const journal = await create();
    await journal.append({ n: 0 });
    appendFileSync(path, 'other');
    await assert.rejects(journal.append({ n: 1 }), JournalFailed);
    await journal.close();
    assert.ok(readFileSync(path, 'utf8').endsWith('other'));
  });

  it('is open once, by whatever name, and is closed for good', async () => {
    const journal = await create();
    await assert.rejects(read(path), StoreLocked);
    symlinkSync(path, `${path}-link`);
    await assert.rejects(read(`${path}-link`), StoreLocked);
    await journal.close();
    await journal.close();
    await assert.rejects(journal.append({ n: 0 }), JournalClosed);
    assert.deepEqual(await read(`${path}-link`), []);
  });
});

/** Runs work with the methods of file handles open to change, and puts them back. */
async function withHandles(path: string, work: (prototype: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, 'r');
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { datasync, sync } = prototype;
  try {
    await work(prototype);
  } finally {
    Object.assign(prototype, { datasync, sync });
  }
}
