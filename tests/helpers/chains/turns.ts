/** Lets one piece of asynchronous work run at a time, in the order they asked. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` once all before it have ended, whether or not they failed. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    // A failure is told to whoever asked for that work, not to the next in line.
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
