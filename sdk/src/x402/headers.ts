import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';

/** Headers of x402 version 2; each carries base64 of JSON. */
export const PAYMENT_REQUIRED = 'payment-required';
export const PAYMENT_SIGNATURE = 'payment-signature';
export const PAYMENT_RESPONSE = 'payment-response';
/** Name of a document sent as the body, percent-encoded UTF-8; part of what a voucher pays for. */
export const FILE_NAME = 'x-file-name';

/** Scheme of this protocol: a voucher over an escrow channel, settled later, not a transfer. */
export const CHANNEL_SCHEME = 'agent-labs-channel';

/** What a 402 asks for. Amounts are decimal strings of base units. */
export interface PaymentRequirement {
  scheme: typeof CHANNEL_SCHEME;
  /** CAIP-2 */
  network: string;
  amount: string;
  /** mint, base58 */
  asset: string;
  /** agent account, base58: open a channel to it */
  payTo: string;
  /** seconds a voucher must stay valid at least */
  maxTimeoutSeconds: number;
  extra: { escrow: string; agentVersion: number; description: string };
}

export interface PaymentRequired {
  x402Version: 2;
  error?: string;
  resource: { url: string; description?: string; mimeType?: string };
  accepts: PaymentRequirement[];
}

/** What a client sends with a paid request. */
export interface PaymentPayload {
  x402Version: 2;
  accepted: { scheme: string; network: string };
  payload: {
    /** base58 */
    channel: string;
    /** base64, 64 bytes */
    voucher: string;
    /** base64, 64 bytes */
    signature: string;
  };
}

/** What comes back with the answer: the agent's signature over this very call. */
export interface PaymentResponse {
  success: boolean;
  /** empty: the voucher is settled with others, later */
  transaction: string;
  network: string;
  /** base units, this call's */
  amount: string;
  receipt: {
    channel: string;
    callNumber: number;
    /** base units owed since the channel opened */
    cumulative: string;
    /** hexadecimal, 32 bytes */
    requestHash: string;
    /** hexadecimal, 32 bytes */
    responseHash: string;
    /** base64, 64 bytes: the agent's key over tag, call number, hashes and cumulative */
    responseProof: string;
  };
}

/** CAIP-2 name of a cluster: the first 32 characters of its genesis hash in base58. */
export function caip2Network(genesisHash: Uint8Array): string {
  return `solana:${new PublicKey(genesisHash).toBase58().slice(0, 32)}`;
}

export function encodeHeader(value: PaymentRequired | PaymentPayload | PaymentResponse): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64');
}

/** A payment header that cannot be read. Nothing was charged. */
export class PaymentMalformed extends Error {
  override readonly name = 'PaymentMalformed';
}

/** A voucher as it came over the wire, lengths checked and nothing else. */
export interface ReceivedVoucher {
  network: string;
  channel: PublicKey;
  /** 64 bytes */
  voucher: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
}

/** Reads a `payment-signature` header. @throws PaymentMalformed */
export function decodePayment(header: string): ReceivedVoucher {
  const value = decodeJson(header) as Partial<PaymentPayload> | null;
  if (value?.x402Version !== 2) throw new PaymentMalformed('x402Version must be 2');
  if (value.accepted?.scheme !== CHANNEL_SCHEME) {
    throw new PaymentMalformed(`accepted.scheme must be ${CHANNEL_SCHEME}`);
  }
  const { network } = value.accepted;
  if (typeof network !== 'string') throw new PaymentMalformed('accepted.network must be a CAIP-2 name');
  const { channel, voucher, signature } = value.payload ?? {};
  return {
    network,
    channel: address(channel),
    voucher: bytes64(voucher, 'voucher'),
    signature: bytes64(signature, 'signature'),
  };
}

/** Reads a `payment-response` or `payment-required` header. @throws PaymentMalformed */
export function decodeHeader<T extends PaymentResponse | PaymentRequired>(header: string): T {
  return decodeJson(header) as T;
}

function decodeJson(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
  } catch (error) {
    throw new PaymentMalformed('payment header must be base64 of JSON', { cause: error });
  }
}

function address(value: unknown): PublicKey {
  try {
    if (typeof value !== 'string') throw new TypeError('not a string');
    return new PublicKey(value);
  } catch (error) {
    throw new PaymentMalformed('payload.channel must be a base58 address', { cause: error });
  }
}

function bytes64(value: unknown, name: string): Uint8Array {
  const bytes = Buffer.from(typeof value === 'string' ? value : '', 'base64');
  if (bytes.length !== 64) throw new PaymentMalformed(`payload.${name} must be base64 of 64 bytes`);
  return new Uint8Array(bytes);
}
