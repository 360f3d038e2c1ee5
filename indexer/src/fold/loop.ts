import type { Folder } from './folder.js';

/** Transactions that are folded in one database transaction: few, for a delivery may be waiting for it. */
const AT_ONCE = 50;
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
    this.wake();
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        const folded = await this.#folder.fold(AT_ONCE);
        if (folded > 0) this.#onFolded();
        this.#again ||= folded === AT_ONCE;
      } catch (error) {
        // what waits goes on waiting: the timer tries again
        this.#onFault(error);
        return;
      }
      // deliveries come first
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
