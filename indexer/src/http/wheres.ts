/** Conditions of a list, and the values that they are about. */
export class Wheres {
  readonly parameters: unknown[];
  readonly #conditions: string[] = [];

  constructor(parameters: unknown[] = []) {
    this.parameters = [...parameters];
  }

  /** Adds a condition where a value was asked for. @param of gets what stands for the value in SQL */
  add(value: unknown, of: (placeholder: string) => string): this {
    if (value !== undefined) this.#conditions.push(`(${of(`$${this.parameters.push(value)}`)})`);
    return this;
  }

  /** Adds that columns are what was asked for; without a value nothing is. */
  equal(asked: Record<string, unknown>): this {
    for (const [column, value] of Object.entries(asked)) this.add(value, (at) => `${column} = ${at}`);
    return this;
  }

  /** `WHERE …`, or nothing. */
  get sql(): string {
    return this.#conditions.length === 0 ? '' : ` WHERE ${this.#conditions.join(' AND ')}`;
  }
}
