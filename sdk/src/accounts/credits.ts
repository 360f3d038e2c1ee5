import type { IdlAccounts } from '@coral-xyz/anchor';
import { sha256 } from '@noble/hashes/sha2.js';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Escrow, escrowIdl } from '../generated/escrow.js';
import { encoder, type Plain, plain } from '../idl.js';

/** Who may mint credits, and what it minted. */
export type CreditIssuerAccount = Plain<IdlAccounts<Escrow>['creditIssuer']>;

const { accounts: coder } = encoder(escrowIdl, new PublicKey(escrowIdl.address)).coder;

/** Decodes a credit issuer. @throws Error for other bytes */
export function decodeCreditIssuer(data: Uint8Array): CreditIssuerAccount {
  return plain(coder.decode('creditIssuer', Buffer.from(data))) as CreditIssuerAccount;
}

/** A payment that credits were minted for, and to whom. */
export interface CreditPaymentAccount {
  version: number;
  bump: number;
  issuer: PublicKey;
  /** 32 bytes */
  reference: Uint8Array;
  wallet: PublicKey;
  /** base units */
  amount: bigint;
  /** Unix seconds */
  mintedAt: bigint;
}

/** Bytes of a credit payment; the IDL does not describe it, since no instruction takes one that is there. */
const PAYMENT_LENGTH = 128;
const PAYMENT = sha256(new TextEncoder().encode('account:CreditPayment')).subarray(0, 8);

/** Decodes a credit payment. @throws Error for other bytes */
export function decodeCreditPayment(data: Uint8Array): CreditPaymentAccount {
  const bytes = Buffer.from(data);
  if (bytes.length !== PAYMENT_LENGTH || !bytes.subarray(0, 8).equals(PAYMENT)) {
    throw new Error('no credit payment');
  }
  const key = (at: number) => new PublicKey(bytes.subarray(at, at + 32));
  return {
    version: bytes.readUInt8(8),
    bump: bytes.readUInt8(9),
    issuer: key(16),
    reference: Uint8Array.from(bytes.subarray(48, 80)),
    wallet: key(80),
    amount: bytes.readBigUInt64LE(112),
    mintedAt: bytes.readBigInt64LE(120),
  };
}
