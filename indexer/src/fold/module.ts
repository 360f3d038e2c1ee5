import type { Deployment } from '@agent-labs/sdk';
import type { FactData, NewFact } from '../decode/facts.js';
import type { Transaction } from '../decode/transaction.js';
import type { Row } from '../store/database.js';

/** Something that happened, where the chain put it. */
export interface Fact extends NewFact {
  signature: string;
  slot: number;
  /** Unix seconds */
  blockTime: number | null;
  /** sorts facts as the chain did them */
  place: string;
}

/** Whom or what a fact is about: `agent`, `mandate`, `channel`, `wallet`, … and its address. */
export type Subject = [subject: string, key: string];

/** A subject as one text. */
export const nameOf = ([subject, key]: Subject) => `${subject}:${key}`;

/** A table that a projection writes; all rows of a subject have its key in `key`. */
export interface ProjectedTable {
  table: string;
  /** column */
  key: string;
}

/**
 * Makes rows of what happened to a subject. `apply` gets its facts in the chain's order, each once, from `start`;
 * the state is kept as JSON in between.
 */
export interface Projection<S> {
  subject: string;
  tables: ProjectedTable[];
  start(): S;
  apply(state: S, fact: Fact): void;
  /** Rows by table, columns by name; none while what makes the subject has not arrived. */
  rows(key: string, state: S): Record<string, Row[]>;
}

/** A kind of account, and the rows that it has to agree with. */
export interface AccountKind {
  name: string;
  /** of the program that owns it, base58 */
  program(deployment: Deployment): string;
  /** first 8 bytes of its data */
  discriminator: Uint8Array;
  table: string;
  /** column that has the account's address, or what `derived` says */
  key: string;
  /** For rows that have not the account's address, but what it is derived from. */
  derived?: {
    key(data: Uint8Array): string;
    /** base58 */
    address(deployment: Deployment, key: string): string;
  };
  /** SQL: which rows have an account */
  live: string;
  /** Columns that its rows must have, in the form that rows come in. @throws Error for other bytes */
  columns(address: string, data: Uint8Array): Row;
  /** The token account that holds its money, and what it owes at least, base units. */
  vault?(deployment: Deployment, address: string, data: Uint8Array): { address: string; owed: bigint };
}

/** What one program's transactions mean. */
export interface ProjectModule {
  program: string;
  /** Facts beside events and settles, from the instructions themselves. */
  facts?(transaction: Transaction, deployment: Deployment): NewFact[];
  /** Subjects of a fact of this program; wallets too, for their activity. */
  subjectsOf(kind: string, data: FactData): Subject[];
  // biome-ignore lint/suspicious/noExplicitAny: each has a state of its own
  projections: Projection<any>[];
  /** What rows are compared with. */
  accounts?: AccountKind[];
}

/** Where a fact stands among all: slot, index within the block, instruction. Sorts as bytes. */
export function placeOf(
  transaction: Pick<Transaction, 'slot' | 'position' | 'signature'>,
  { outerIndex, innerIndex, part }: Pick<NewFact, 'outerIndex' | 'innerIndex' | 'part'>,
): string {
  const { slot, position, signature } = transaction;
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  // an unknown position comes last: only where a block holds several of ours it matters, and is looked up
  const at = position === null ? '~' : digits(position, 7);
  const step = `${digits(outerIndex, 3)}.${digits(innerIndex + 1, 4)}.${digits(part, 3)}`;
  return `${digits(slot, 12)}.${at}.${signature.slice(0, 24)}.${step}`;
}
