import type { Folder } from './folder.js';

/** Transactions that are folded in one database transaction: few, for a delivery may be waiting for it. */
const AT_ONCE = 50;
/**
 * Milliseconds between two of them while less than that waits: statements cost more than rows, and what comes one
 * by one is folded together.
 */
const GATHER = 100;
/** Milliseconds after which it looks even when nobody told it to, and after a fault. */
const LOOK_EVERY = 1_000;

/** Folds what waits, as soon as it is told that something does. */
export class FoldLoop {
  readonly #folder: Folder;
  readonly #onFolded: () => void;
  readonly #onFault: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  /** that want nothing to wait any more */
  #urgent = 0;
  #endPause: (() => void) | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(folder: Folder, onFolded: () => void, onFault: (error: unknown) => void) {
    this.#folder = folder;
    this.#onFolded = onFolded;
    this.#onFault = onFault;
    this.#timer = setInterval(() => this.wake(), LOOK_EVERY);
    this.#timer.unref();
  }

  /** Something waits. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing waits any more, or folding met a fault. */
  async settled(): Promise<void> {
    this.#urgent += 1;
    try {
      this.wake();
      this.#endPause?.();
      await this.#running;
    } finally {
      this.#urgent -= 1;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#endPause?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        const folded = await this.#folder.fold(AT_ONCE);
        if (folded > 0) this.#onFolded();
        this.#again ||= folded === AT_ONCE;
        if (folded > 0 && folded < AT_ONCE) await this.#pause();
      } catch (error) {
        // what waits goes on waiting: the timer tries again
        this.#onFault(error);
        return;
      }
    }
  }

  async #pause(): Promise<void> {
    if (this.#urgent > 0 || this.#stopped) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, GATHER);
      this.#endPause = () => {
        clearTimeout(timer);
        done();
      };
    });
    this.#endPause = null;
  }
}
