import { Journal } from '../../sdk/dist/store/journal.js';

export type TestRecord = { n: number; text?: string };

/** Opens a journal of tests, and gives what it holds. */
export async function readJournal(path: string): Promise<TestRecord[]> {
  const records: TestRecord[] = [];
  const journal = await Journal.open(path, 'test', (record) => records.push(record as TestRecord));
  await journal.close();
  return records;
}
