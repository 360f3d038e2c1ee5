import type { FailedTransactionMetadata, TransactionMetadata } from 'litesvm';

// LiteSVM's JavaScript interface gives errors as bare numbers and no fee; both are in its debug form.
// The version is pinned, and a form that reads otherwise is an error here, never a wrong number.

/** What was wrong, in Rust's debug form. @throws Error when LiteSVM's form is unknown */
export function errorTextOf(failed: FailedTransactionMetadata): string {
  const text = failed.toString();
  const error = /^FailedTransactionMetadata\(FailedTransactionMetadata \{ err: (.*?), meta: Tr/s.exec(
    text,
  )?.[1];
  if (error === undefined) throw new Error(`LiteSVM's error reads unlike that of 1.5.0: ${text}`);
  return error;
}

/** Lamports the transaction paid for signatures and priority. @throws Error when its form is unknown */
export function feeOf(landed: TransactionMetadata): bigint {
  const text = landed.toString();
  const fee = /, fee: (\d+) \}\)$/.exec(text)?.[1];
  if (fee === undefined) throw new Error(`LiteSVM's metadata reads unlike that of 1.5.0: ${text}`);
  return BigInt(fee);
}
