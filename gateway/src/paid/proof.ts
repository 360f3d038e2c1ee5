import {
  decodeHeader,
  PAYMENT_RESPONSE,
  PaymentMalformed,
  type PaymentResponse,
  responseHash,
  responseProofMessage,
  SIGNATURE_LENGTH,
  type Voucher,
  verifySignature,
} from '@agent-labs/sdk';
import type { EndpointAnswer } from '../agents/endpoint-http.js';
import type { KnownChannel } from './channels.js';

/**
 * Whether an answer carries the agent's signature over this very call.
 * @param requestHash null where the request is not known, as when an old answer is asked for
 */
export function isProven(
  { account, tag }: KnownChannel,
  { calls: callNumber, cumulative }: Voucher,
  requestHash: Uint8Array | null,
  { headers, body }: EndpointAnswer,
): boolean {
  const header = headers[PAYMENT_RESPONSE];
  if (typeof header !== 'string') return false;
  const receipt = receiptIn(header);
  const proof = Buffer.from(receipt?.responseProof ?? '', 'base64');
  const hash = requestHash ?? Buffer.from(receipt?.requestHash ?? '', 'hex');
  if (proof.length !== SIGNATURE_LENGTH || hash.length !== 32) return false;
  const message = responseProofMessage({
    tag,
    callNumber,
    requestHash: new Uint8Array(hash),
    responseHash: responseHash(body),
    cumulative,
  });
  return verifySignature(account.agentKey.toBytes(), message, new Uint8Array(proof));
}

function receiptIn(header: string): Partial<PaymentResponse['receipt']> | null {
  try {
    return decodeHeader<PaymentResponse>(header)?.receipt ?? null;
  } catch (error) {
    if (error instanceof PaymentMalformed) return null;
    throw error;
  }
}
