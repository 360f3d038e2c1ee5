import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Database, Queries, Row } from './database.js';
import type { Answer, Asked } from './pglite-messages.js';

type Work = Omit<Asked, 'id'>;

/** The database's thread, and who waits for its answers. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { done(rows: unknown[]): void; failed(error: Error): void }>();
  #ended: Error | null = null;
  #last = -1;

  private constructor(directory: string | undefined) {
    this.#worker = new Worker(new URL('./pglite-worker.js', import.meta.url), { workerData: { directory } });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error: Error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the database is closed')));
  }

  static async start(directory: string | undefined): Promise<Thread> {
    const thread = new Thread(directory);
    await thread.#answer();
    return thread;
  }

  ask(work: Work): Promise<unknown[]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const answer = this.#answer();
    this.#worker.postMessage({ ...work, id: this.#last } satisfies Asked);
    return answer;
  }

  async stop(): Promise<void> {
    await this.ask({ work: 'close', sql: '' });
    await this.#worker.terminate();
  }

  #answer(): Promise<unknown[]> {
    this.#last += 1;
    return new Promise((done, failed) => this.#waiting.set(this.#last, { done, failed }));
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('rows' in answer) waiting?.done(answer.rows);
    else waiting?.failed(Object.assign(new Error(answer.error.message), answer.error));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { failed } of this.#waiting.values()) failed(this.#ended);
    this.#waiting.clear();
  }
}

const queriesOf = (run: (work: Work) => Promise<unknown[]>): Queries => ({
  query: <R extends Row>(sql: string, parameters?: unknown[]) =>
    run({ work: 'query', sql, ...(parameters !== undefined && { parameters }) }) as Promise<R[]>,
  script: async (sql) => {
    await run({ work: 'script', sql });
  },
});

/**
 * PostgreSQL in a thread of this process.
 * @param directory where it is kept; in memory without one. One process owns it.
 */
export async function openPglite(directory?: string): Promise<Database> {
  if (directory !== undefined) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const thread = await Thread.start(directory);
  // it has one connection: who has begun a transaction has it alone
  let free: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const result = free.then(work);
    free = result.catch(() => undefined);
    return result;
  };
  const ask = (work: Work) => thread.ask(work);
  const plain = (sql: string) => ask({ work: 'script', sql });
  return {
    ...queriesOf((work) => alone(() => ask(work))),
    shared: false,
    transaction: (work) =>
      alone(async () => {
        await plain('BEGIN');
        try {
          const result = await work(queriesOf(ask));
          await plain('COMMIT');
          return result;
        } catch (error) {
          await plain('ROLLBACK');
          throw error;
        }
      }),
    close: () => alone(() => thread.stop()),
  };
}
