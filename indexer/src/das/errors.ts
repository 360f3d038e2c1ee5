/** A refusal in JSON-RPC's form. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  constructor(
    /** of JSON-RPC */
    readonly code: number,
    /** stable name, in PascalCase */
    readonly errorName: string,
    message: string,
  ) {
    super(message);
  }
}

export const invalidParams = (message: string) => new RpcError(-32_602, 'InvalidParams', message);
export const assetNotFound = (id: string) =>
  new RpcError(-32_000, 'AssetNotFound', `${id} is no receipt of a registered tree, or has not arrived yet`);
export const proofNotReady = (message: string) => new RpcError(-32_001, 'ProofNotReady', message);
