import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { sha256 } from '#crypto';
import type { Deployment } from './deployment.js';
import { consentIdl } from './generated/consent.js';
import { idlBytes } from './idl.js';
import { concatBytes, expectBytes, utf8 } from './voucher/bytes.js';

const CALL = idlBytes(consentIdl, 'CALL_DOMAIN');
const APPROVAL = idlBytes(consentIdl, 'APPROVAL_DOMAIN');
const ANCHOR = idlBytes(consentIdl, 'ANCHOR_DOMAIN');
const PURPOSE = utf8('agent-labs/purpose/v1', 'domain');

function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

/** What an approval is of: a program, its instruction's data, and the keys of the accounts that it declares. */
export interface Call {
  programId: PublicKey;
  data: Uint8Array;
  keys: readonly PublicKey[];
}

/** The call that an instruction is; whether an account signs or is written does not count. */
export function callOfInstruction({ programId, data, keys }: TransactionInstruction): Call {
  return { programId, data: Uint8Array.from(data), keys: keys.map(({ pubkey }) => pubkey) };
}

/** SHA-256 over a call, as the programs hash it. */
export function callHash({ programId, data, keys }: Call): Uint8Array {
  const accounts = keys.map((key) => key.toBytes());
  return sha256(
    concatBytes(CALL, programId.toBytes(), u32(data.length), data, u32(keys.length), ...accounts),
  );
}

/** What makes a call an approval's: whose approvers, and which of several requests. */
export interface ApprovalScope {
  mandate: PublicKey;
  /** Slot that the mandate opened in. */
  mandateGeneration: bigint;
  /** Tells two requests for the same call apart. */
  nonce: bigint;
}

/** What a mandate's approvers sign: SHA-256 over cluster, mandate, generation, nonce and call. */
export function approvalDigest(
  { genesisHash }: Pick<Deployment, 'genesisHash'>,
  { mandate, mandateGeneration, nonce }: ApprovalScope,
  call: Call,
): Uint8Array {
  const numbers = concatBytes(u64(mandateGeneration), u64(nonce));
  return sha256(concatBytes(APPROVAL, genesisHash, mandate.toBytes(), numbers, callHash(call)));
}

/**
 * What a grant keeps of its purpose, and of its terms. Without the key nobody can tell what stood there, or that two
 * wallets consented to the same: draw one for each subject, and delete it to have the consent forgotten.
 * @param key 32 random bytes
 * @throws TypeError for another length
 */
export function purposeHash(key: Uint8Array, text: string): Uint8Array {
  expectBytes(key, 32, 'key');
  return sha256(concatBytes(PURPOSE, key, new TextEncoder().encode(text.normalize('NFC'))));
}

/** One anchor of a log, as the program's event tells it. */
export interface AnchorFacts {
  sequence: bigint;
  previousRoot: Uint8Array;
  root: Uint8Array;
  entries: bigint;
  /** Unix seconds. */
  anchoredAt: bigint;
}

/** The chain of a log after one more anchor; 32 zeros stand before the first. */
export function anchorChain(before: Uint8Array, log: PublicKey, anchor: AnchorFacts): Uint8Array {
  expectBytes(before, 32, 'chain');
  const { sequence, previousRoot, root, entries, anchoredAt } = anchor;
  const place = concatBytes(log.toBytes(), u64(sequence));
  // Unix seconds are an i64: as unsigned they have the same bytes
  const count = concatBytes(u64(entries), u64(BigInt.asUintN(64, anchoredAt)));
  return sha256(concatBytes(ANCHOR, before, place, previousRoot, root, count));
}
