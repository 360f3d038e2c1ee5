/** Codes of JSON-RPC, and of Solana's own. */
export const RpcCode = {
  parse: -32700,
  invalidRequest: -32600,
  unknownMethod: -32601,
  invalidParams: -32602,
  internal: -32603,
  blockCleanedUp: -32001,
  preflight: -32002,
  signatureVerification: -32003,
  blockNotAvailable: -32004,
  minContextSlot: -32016,
  slotSkipped: -32007,
  unsupportedVersion: -32015,
} as const;

/** An answer that is an error. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

export function invalidParams(message: string): RpcError {
  return new RpcError(RpcCode.invalidParams, `Invalid params: ${message}`);
}
