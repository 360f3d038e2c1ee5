/** Counts, so that a run that tries nothing does not pass for one that found nothing. */
export class Statistics {
  steps = 0;
  runs = 0;
  readonly #commands = new Map<string, { tries: number; successes: number }>();
  readonly #errors = new Map<string, number>();

  /** @param drawn whether it was one of the drawn commands, not of the fixed steps around them */
  count(kind: string, outcome: string, drawn: boolean): void {
    this.steps += 1;
    if (!drawn) return;
    const counts = this.#commands.get(kind) ?? { tries: 0, successes: 0 };
    counts.tries += 1;
    if (outcome === 'ok') counts.successes += 1;
    else this.#errors.set(outcome, (this.#errors.get(outcome) ?? 0) + 1);
    this.#commands.set(kind, counts);
  }

  /** How often each error was seen. */
  get errors(): ReadonlyMap<string, number> {
    return this.#errors;
  }

  /** Commands that succeeded in no more than `share` of their tries, of `kinds`. */
  rarelySuccessful(kinds: readonly string[], share: number): string[] {
    return kinds.filter((kind) => {
      const { tries, successes } = this.#commands.get(kind) ?? { tries: 0, successes: 0 };
      return successes <= tries * share;
    });
  }

  /** A table to print. */
  report(): string {
    const rows = [...this.#commands].sort(([a], [b]) => a.localeCompare(b));
    const lines = rows.map(([kind, { tries, successes }]) => {
      const share = ((100 * successes) / tries).toFixed(0);
      return `  ${kind.padEnd(24)}${String(successes).padStart(6)} of ${String(tries).padStart(6)}  ${share.padStart(3)} %`;
    });
    const errors = [...this.#errors].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
    return [
      `${this.runs} runs, ${this.steps} steps; successes:`,
      ...lines,
      `  refusals: ${errors.join(', ')}`,
    ].join('\n');
  }
}
