/** Entries let go before the list is moved up. */
const MOVE_AFTER = 1_024;

/** A list that grows at its end and is let go of from its front, either at the same cost however long it is. */
export class Line<T> {
  readonly #entries: T[] = [];
  #start = 0;

  get length(): number {
    return this.#entries.length - this.#start;
  }

  get first(): T | undefined {
    return this.#entries[this.#start];
  }

  push(entry: T): void {
    this.#entries.push(entry);
  }

  /** Takes out the first one; undefined where there is none. */
  shift(): T | undefined {
    const { first } = this;
    if (this.length > 0) this.#start += 1;
    // one by one, moving up would cost as much as there are
    if (this.#start >= MOVE_AFTER && this.#start * 2 >= this.#entries.length) {
      this.#entries.splice(0, this.#start);
      this.#start = 0;
    }
    return first;
  }

  /** All of them in a list of their own, first to last. */
  toArray(): T[] {
    return this.#entries.slice(this.#start);
  }
}
