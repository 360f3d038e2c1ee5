/** What the gateway answers no to, by name. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** lower-case headers that go with it */
  readonly headers: Record<string, string>;
  /** false: this request was not charged; undefined: not a matter of money, or not known */
  readonly charged: false | undefined;

  constructor(
    readonly status: number,
    /** stable name, in PascalCase */
    readonly code: string,
    message: string,
    options: ErrorOptions & { headers?: Record<string, string>; charged?: false } = {},
  ) {
    super(message, options);
    this.headers = options.headers ?? {};
    this.charged = options.charged;
  }
}

/** A refusal of a paid request that was not charged. */
export function uncharged(
  status: number,
  code: string,
  message: string,
  options: ErrorOptions & { headers?: Record<string, string> } = {},
): Refused {
  return new Refused(status, code, message, { ...options, charged: false });
}

/** A refusal of a paid request that went nowhere yet: certain to be uncharged, whoever refused it. */
export function asUncharged(error: unknown): unknown {
  if (!(error instanceof Refused) || error.charged === false) return error;
  const { status, code, message, cause, headers } = error;
  return uncharged(status, code, message, { cause, headers });
}
