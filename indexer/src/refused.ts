/** What the indexer answers no to, by name. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    /** stable name, in PascalCase */
    readonly code: string,
    message: string,
    options: ErrorOptions & { headers?: Record<string, string> } = {},
  ) {
    super(message, options);
    this.headers = options.headers ?? {};
  }

  /** lower-case headers that go with it */
  readonly headers: Record<string, string>;
}

/** What the indexer was told does not go together. It did not start. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}
