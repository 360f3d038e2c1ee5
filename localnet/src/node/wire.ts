import { PACKET_DATA_SIZE, VersionedTransaction } from '@solana/web3.js';

/** A transaction refused as a whole: nothing was charged, and nothing is told of it afterwards. */
export class TransactionRefused extends Error {
  override readonly name = 'TransactionRefused';
  constructor(
    /** Rust's debug form */
    readonly error: string,
    readonly logs: string[] = [],
    readonly computeUnits = 0n,
  ) {
    super(error);
  }
}

/** @throws TransactionRefused for bytes that are none, that no packet holds, or of a version not run here */
export function readTransaction(raw: Uint8Array): VersionedTransaction {
  if (raw.length > PACKET_DATA_SIZE) {
    throw new TransactionRefused(`too large: ${raw.length} bytes, a packet holds ${PACKET_DATA_SIZE}`);
  }
  const version = versionOf(raw);
  if (version !== 'legacy' && version !== 0) {
    throw new TransactionRefused(
      `UnsupportedVersion: this local chain runs legacy and v0 transactions, not v${version}`,
    );
  }
  try {
    return VersionedTransaction.deserialize(raw);
  } catch (error) {
    throw new TransactionRefused(`SanitizeFailure: ${(error as Error).message}`);
  }
}

/** @throws TransactionRefused where a signature is missing; whether those there are good is for the runtime */
export function requireSigned({ message, signatures }: VersionedTransaction): void {
  const required = signatures.slice(0, message.header.numRequiredSignatures);
  const missing = required.some((signature) => signature.every((byte) => byte === 0));
  if (missing || required.length === 0) throw new TransactionRefused('SignatureFailure');
}

/** The version that a transaction's bytes name. */
function versionOf(raw: Uint8Array): 'legacy' | number {
  const first = raw[0] ?? 0;
  // from v1 on the message comes first, and its version with it
  if (first >= 0x81) return first & 0x7f;
  const prefix = raw[1 + 64 * first] ?? 0;
  return prefix < 0x80 ? 'legacy' : prefix & 0x7f;
}
