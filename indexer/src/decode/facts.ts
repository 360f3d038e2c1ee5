import {
  type Deployment,
  eventsOf,
  isSettle,
  isSettleSet,
  type ProgramEvent,
  settledBy,
} from '@agent-labs/sdk';
import { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { Instruction, Transaction } from './transaction.js';

/** Values of a fact: addresses in base58, amounts as decimal text, bytes in hex. */
export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };
export type FactData = { [name: string]: Plain };

/** Something that a transaction did, to be folded once. */
export interface NewFact {
  outerIndex: number;
  innerIndex: number;
  /** tells several facts of one instruction apart */
  part: number;
  program: string;
  /** the event's name in camel case, or `channelSettled` */
  kind: string;
  data: FactData;
}

const ED25519 = 'Ed25519SigVerify111111111111111111111111111';
const keys = new Map<string, PublicKey>();

/**
 * What our programs did in a transaction: the events that they recorded themselves, and settles, which record
 * none. Of one that failed there is nothing to tell.
 * @throws UnknownEvent where a program is newer than this software; NotBase58
 */
export function factsOf(deployment: Deployment, transaction: Transaction): NewFact[] {
  if (transaction.failed) return [];
  return [...recorded(deployment, transaction), ...settles(deployment, transaction)];
}

function recorded(deployment: Deployment, { instructions }: Transaction): NewFact[] {
  const innerInstructions = instructions
    .filter(({ innerIndex }) => innerIndex >= 0)
    .map((inner) => ({
      outerIndex: inner.outerIndex,
      programId: keyOf(inner.programId),
      get data() {
        return inner.data;
      },
    }));
  return eventsOf(deployment, { innerInstructions }).map((event: ProgramEvent) => ({
    outerIndex: event.outerIndex,
    innerIndex: event.innerIndex,
    part: 0,
    program: event.program,
    kind: event.name,
    data: plain(event.data) as FactData,
  }));
}

/** A settle's signatures stand in the top-level instruction before it, or before the one that called it. */
function settles(deployment: Deployment, { instructions }: Transaction): NewFact[] {
  const escrow = deployment.escrow.toBase58();
  return instructions
    .filter(({ programId, data }) => programId === escrow && (isSettle(data) || isSettleSet(data)))
    .flatMap((settle) => {
      const proof = instructions.find(
        ({ outerIndex, innerIndex }) => outerIndex === settle.outerIndex - 1 && innerIndex === -1,
      );
      if (proof?.programId !== ED25519) return [];
      return settledBy(deployment, [asSent(proof), asSent(settle)]).map(
        ({ outerIndex: _, ...moved }, part) => ({
          outerIndex: settle.outerIndex,
          innerIndex: settle.innerIndex,
          part,
          program: 'escrow',
          kind: 'channelSettled',
          data: plain(moved) as FactData,
        }),
      );
    });
}

function asSent({ programId, accounts, data }: Instruction): TransactionInstruction {
  return new TransactionInstruction({
    programId: keyOf(programId),
    keys: accounts.map((at) => ({ pubkey: keyOf(at), isSigner: false, isWritable: true })),
    data: Buffer.from(data),
  });
}

/** Few addresses recur in most transactions. */
function keyOf(address: string): PublicKey {
  const known = keys.get(address);
  if (known !== undefined) return known;
  const key = new PublicKey(address);
  if (keys.size >= 10_000) keys.clear();
  keys.set(address, key);
  return key;
}

/** A decoded value as facts have it. */
export function plain(value: unknown): Plain {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof PublicKey) return value.toBase58();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return isBytes(value) ? Buffer.from(value).toString('hex') : value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Plain;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}

/** Hashes and tags come as lists of 16 or 32 numbers. */
function isBytes(value: unknown[]): value is number[] {
  return (value.length === 16 || value.length === 32) && value.every((entry) => typeof entry === 'number');
}
