/** One thing that is wrong with a manifest. */
export interface ManifestProblem {
  /** such as `capabilities[0].path`; empty for the manifest as a whole */
  path: string;
  message: string;
}

/** A manifest that breaks its rules, with everything that is wrong with it. */
export class ManifestInvalid extends Error {
  override readonly name = 'ManifestInvalid';
  constructor(readonly problems: readonly ManifestProblem[]) {
    super(
      `invalid manifest: ${problems.map(({ path, message }) => `${path || '(all)'}: ${message}`).join('; ')}`,
    );
  }
}

/** Says what is wrong with a value, or null. */
export type Rule<T> = (value: T) => string | null;

/**
 * Walks a parsed JSON value and notes problems instead of stopping at the first. What it returns for a bad
 * value is a stand-in that nobody gets to see: see {@link Reader.finish}.
 */
export class Reader {
  readonly #problems: ManifestProblem[] = [];

  note(path: string, message: string): void {
    this.#problems.push({ path, message });
  }

  /** @throws ManifestInvalid when anything was noted */
  finish(): void {
    if (this.#problems.length > 0) throw new ManifestInvalid(this.#problems);
  }

  /** An object with these fields, all required but for the optional ones, and no others. */
  object(
    value: unknown,
    path: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ): Map<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.note(path, `must be an object, not ${kindOf(value)}`);
      return new Map();
    }
    const fields = new Map<string, unknown>(Object.entries(value));
    for (const name of fields.keys()) {
      if (!required.includes(name) && !optional.includes(name)) {
        this.note(child(path, printable(name)), 'is not a known field');
      }
    }
    for (const name of required) if (!fields.has(name)) this.note(child(path, name), 'is missing');
    return fields;
  }

  text(fields: Map<string, unknown>, path: string, name: string, rule: Rule<string>): string {
    if (!fields.has(name)) return '';
    return this.textItem(fields.get(name), child(path, name), rule);
  }

  textItem(value: unknown, path: string, rule: Rule<string>): string {
    if (typeof value !== 'string') {
      this.note(path, `must be a string, not ${kindOf(value)}`);
      return '';
    }
    const problem = rule(value);
    if (problem) this.note(path, problem);
    return value;
  }

  integer(fields: Map<string, unknown>, path: string, name: string, min: number, max: number): number {
    if (!fields.has(name)) return min;
    const value = fields.get(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max)
      return value;
    this.note(child(path, name), `must be an integer from ${min} to ${max}`);
    return min;
  }

  list<T>(
    fields: Map<string, unknown>,
    path: string,
    name: string,
    [min, max]: [number, number],
    item: (value: unknown, path: string) => T,
  ): T[] {
    if (!fields.has(name)) return [];
    const value = fields.get(name);
    const here = child(path, name);
    if (!Array.isArray(value)) {
      this.note(here, `must be a list, not ${kindOf(value)}`);
      return [];
    }
    if (value.length < min || value.length > max) {
      this.note(here, `must have ${min} to ${max} items, not ${value.length}`);
      // a long list would only fill the error
      return [];
    }
    return value.map((each, index) => item(each, `${here}[${index}]`));
  }

  /** Notes each value that was there before. */
  distinct(values: readonly string[], path: string, suffix = ''): void {
    values.forEach((value, index) => {
      if (values.indexOf(value) < index) this.note(`${path}[${index}]${suffix}`, 'is there twice');
    });
  }
}

export function child(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Names come from the manifest: an error must not carry control characters into a terminal or log. */
function printable(name: string): string {
  return JSON.stringify(name.slice(0, 64))
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, '?');
}
