/** Runs work at intervals, never twice at a time; a fault is told, and the next run comes all the same. */
export class Every {
  readonly #work: () => Promise<unknown>;
  readonly #onFault: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #stopped = false;

  /** @param milliseconds between starts */
  constructor(milliseconds: number, work: () => Promise<unknown>, onFault: (error: unknown) => void) {
    this.#work = work;
    this.#onFault = onFault;
    this.#timer = setInterval(() => {
      if (this.#running === null) void this.now();
    }, milliseconds);
    this.#timer.unref();
  }

  /** Runs it from its beginning, once the run that may be on is over. */
  async now(): Promise<void> {
    await this.#running;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.#work();
    } catch (error) {
      if (!this.#stopped) this.#onFault(error);
    }
  }
}
