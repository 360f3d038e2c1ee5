import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PaidRequestRefused } from '@agent-labs/sdk';
import { type UnreadableCode, UnreadableDocument } from './analysis/index.js';

export interface AnalysisJob {
  body: Uint8Array<ArrayBuffer>;
  fileName: string;
  contentType: string;
}

export type AnalysisOutcome =
  | { result: Uint8Array<ArrayBuffer> }
  | { unreadable: { code: UnreadableCode; message: string } };

export interface AnalysisLimits {
  /** Threads at most; as many as processors, but 2 to 4, without it. */
  threads?: number;
  /** Time for one document. */
  milliseconds?: number;
  /** Heap of a thread, MiB. */
  heap?: number;
  /** Documents that may wait for a thread. */
  waiting?: number;
  /** What the threads run, for tests. */
  script?: URL;
}

interface Waiting extends AnalysisJob {
  resolve: (result: Uint8Array) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  /** what it works on, or will once it has started */
  job: Waiting | null;
  started: boolean;
  timer?: NodeJS.Timeout;
}

/**
 * Analyses documents in threads, so that a large one does not hold up the requests of others. Threads are
 * started when they are needed; one that takes too long or crashes is replaced when the next is needed.
 */
export class AnalysisPool {
  readonly #limits: Required<AnalysisLimits>;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(limits: AnalysisLimits = {}) {
    this.#limits = {
      threads: Math.min(4, Math.max(2, availableParallelism())),
      milliseconds: 20_000,
      heap: 512,
      waiting: 64,
      script: new URL('./analysis-worker.js', import.meta.url),
      ...limits,
    };
  }

  /**
   * The analysis as it is sent: JSON in UTF-8.
   * @throws UnreadableDocument; PaidRequestRefused `TooComplex`, `Busy`, or `AnalysisFailed` for a fault of ours
   */
  analyse(body: Uint8Array, fileName: string, contentType: string): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      // a copy: what is handed to a thread is gone here, and a small buffer shares its memory with others
      const job = { body: new Uint8Array(body), fileName, contentType, resolve, reject };
      const idle = [...this.#threads].find((thread) => thread.job === null);
      if (this.#closed) reject(busy('the agent is stopping'));
      else if (idle !== undefined) this.#assign(idle, job);
      else if (this.#threads.size < this.#limits.threads) this.#start(job);
      else if (this.#waiting.length < this.#limits.waiting) this.#waiting.push(job);
      else reject(busy('too many documents are waiting'));
    });
  }

  /** Starts the first thread ahead of the first document, which then need not wait for it. */
  warm(): void {
    if (!this.#closed && this.#threads.size === 0) this.#start(null);
  }

  /** Ends all threads. What they were working on is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(busy('the agent is stopping'));
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, busy('the agent is stopping'))));
  }

  #start(job: Waiting | null): void {
    const worker = new Worker(this.#limits.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heap },
    });
    const thread: Thread = { worker, job, started: false };
    this.#threads.add(thread);
    worker.unref();
    worker.on('message', (message: 'ready' | AnalysisOutcome) => this.#heard(thread, message));
    worker.on('error', (error: Error & { code?: string }) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      void this.#end(thread, full ? tooComplex('memory') : failed(error));
    });
    worker.on('exit', (code) => void this.#end(thread, failed(new Error(`its thread ended with ${code}`))));
  }

  #assign(thread: Thread, job: Waiting): void {
    thread.job = job;
    if (!thread.started) return;
    const { body, fileName, contentType } = job;
    thread.timer = setTimeout(() => void this.#end(thread, tooComplex('time')), this.#limits.milliseconds);
    thread.worker.postMessage({ body, fileName, contentType } satisfies AnalysisJob, [body.buffer]);
  }

  #heard(thread: Thread, message: 'ready' | AnalysisOutcome): void {
    const { job } = thread;
    if (message === 'ready') {
      thread.started = true;
      if (job !== null) this.#assign(thread, job);
      return;
    }
    clearTimeout(thread.timer);
    thread.job = null;
    const next = this.#waiting.shift();
    if (next !== undefined) this.#assign(thread, next);
    if ('result' in message) job?.resolve(message.result);
    else job?.reject(new UnreadableDocument(message.unreadable.code, message.unreadable.message));
  }

  /** Once only; whoever waits for a thread gets a new one. */
  async #end(thread: Thread, reason: Error): Promise<void> {
    if (!this.#threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const next = this.#waiting.shift();
    if (next !== undefined) this.#start(next);
    await thread.worker.terminate();
    thread.job?.reject(reason);
  }
}

function tooComplex(what: string): PaidRequestRefused {
  return new PaidRequestRefused(
    422,
    'TooComplex',
    `the document takes more ${what} than one may; send a part of it`,
  );
}

function failed(cause: Error): PaidRequestRefused {
  return new PaidRequestRefused(500, 'AnalysisFailed', 'a fault of the agent in reading this document', {
    cause,
  });
}

function busy(why: string): PaidRequestRefused {
  return new PaidRequestRefused(503, 'Busy', `${why}; send the same request again`);
}
