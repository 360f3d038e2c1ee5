/** The gateway refused by name. `charged: false` where it is certain that nothing was charged. */
export class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused';
  constructor(
    /** of HTTP */
    readonly status: number,
    readonly code: string,
    message: string,
    /** seconds to wait, where the gateway says so */
    readonly retryAfter: number | null,
  ) {
    super(`${code}: ${message}`);
  }
}

/** The gateway does not answer. What was asked may have happened: ask the same again, with the same key. */
export class GatewaySilent extends Error {
  override readonly name = 'GatewaySilent';
}

/** What the gateway asks to sign is not for this wallet at this gateway. Nothing was signed: do not go on. */
export class SignInMismatch extends Error {
  override readonly name = 'SignInMismatch';
  constructor(problem: string) {
    super(`the gateway asks to sign in elsewhere: ${problem}; nothing was signed`);
  }
}
