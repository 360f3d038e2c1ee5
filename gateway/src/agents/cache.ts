interface Entry<V> {
  value: Promise<V>;
  at: number;
}

/** What was read lately, each key read once at a time. Failures are not remembered; the oldest make room. */
export class Cache<V> {
  readonly #entries = new Map<string, Entry<V>>();

  /**
   * @param most entries
   * @param keepFor milliseconds
   */
  constructor(
    readonly most: number,
    readonly keepFor: number,
  ) {}

  get(key: string, read: () => Promise<V>): Promise<V> {
    const known = this.#entries.get(key);
    if (known !== undefined && Date.now() - known.at < this.keepFor) return known.value;
    const entry: Entry<V> = { value: read(), at: Date.now() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.most) break;
      this.#entries.delete(oldest);
    }
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry.value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}
