import { BorshInstructionCoder, type Idl } from '@coral-xyz/anchor';
import { PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { plain } from '../idl.js';
import { UNCAPPED } from '../instructions/escrow-mandate.js';
import type { ShownField, ShownInstruction, StatedMove } from './types.js';
import { AMOUNTS, MEANS_NONE, SPANS, TIMES, TITLES, UNTOLD } from './words.js';

/** A program of the protocol: where it is deployed, and what its IDL says. */
export interface OwnProgram {
  name: string;
  id: PublicKey;
  idl: Idl;
}

type Accounts = Map<string, PublicKey>;

const coders = new Map<string, BorshInstructionCoder>();

function coderOf(idl: Idl): BorshInstructionCoder {
  const known = coders.get(idl.metadata.name);
  if (known !== undefined) return known;
  const made = new BorshInstructionCoder(idl);
  coders.set(idl.metadata.name, made);
  return made;
}

/** Money that leaves or enters a wallet's own token account by what an instruction's bytes say. */
const MOVES: Record<string, (args: Record<string, unknown>, accounts: Accounts) => StatedMove[]> = {
  'escrow.mandate_open': (args, accounts) => moved(accounts.get('source'), args.deposit, -1n),
  'escrow.mandate_deposit': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'escrow.mandate_withdraw': (args, accounts) => moved(accounts.get('destination'), args.amount, 1n),
  'escrow.channel_refund': (args, accounts) => moved(accounts.get('destination'), args.amount, 1n),
  'escrow.credits_mint': (args, accounts) => moved(accounts.get('destination'), args.amount, 1n),
  'escrow.credits_burn': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'timelock.pool_fund': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'timelock.batch_fund': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'timelock.lock_create': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'timelock.lock_top_up': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'stake.stake': (args, accounts) => moved(accounts.get('source'), args.amount, -1n),
  'stake.dispute_open': (args, accounts) => moved(accounts.get('source'), args.bond, -1n),
  'stake.dispute_answer': (args, accounts) => moved(accounts.get('source'), args.bond, -1n),
  'stake.dispute_appeal': (args, accounts) => moved(accounts.get('source'), args.bond, -1n),
};

function moved(account: PublicKey | undefined, amount: unknown, sign: bigint): StatedMove[] {
  if (account === undefined || typeof amount !== 'bigint') return [];
  return [{ account, amount: sign * amount, kind: 'tokens' }];
}

/** @throws Error for data that are no instruction of the program, or too few accounts */
export function decodeOwn({ name: program, idl }: OwnProgram, ix: TransactionInstruction): ShownInstruction {
  const decoded = coderOf(idl).decode(Buffer.from(ix.data));
  if (decoded === null) throw new Error(`an instruction that ${program} does not have`);
  const name = snake(decoded.name);
  const described = idl.instructions.find((entry) => snake(entry.name) === name);
  if (described === undefined) throw new Error(`an instruction that ${program} does not have`);
  if (ix.keys.length < described.accounts.length) throw new Error(`${name} with too few accounts`);
  const accounts: Accounts = new Map();
  for (const [at, account] of described.accounts.entries()) {
    const key = ix.keys[at]?.pubkey;
    // the program in the place of an optional account means that there is none
    const isNone = 'optional' in account && account.optional === true && key?.equals(ix.programId);
    if (key !== undefined && !isNone) accounts.set(snake(account.name), key);
  }
  const args = flat(plain(decoded.data) as Record<string, unknown>);
  const mint = accounts.get('mint') ?? accounts.get('price_mint');
  const told = [...accounts].filter(([label]) => !UNTOLD.has(label));
  return {
    program,
    name,
    title: TITLES[program]?.[name] ?? `${words(name)} (${program})`,
    fields: [
      ...Object.entries(args).flatMap(([label, value]) => argument(label, value, mint)),
      ...told.map(
        ([label, key]): ShownField => ({ label: words(label), kind: 'address', value: key.toBase58() }),
      ),
    ],
    moves: MOVES[`${program}.${name}`]?.(args, accounts) ?? [],
    risk: null,
  };
}

/** `{args: {...}}` of one level without it; what stands beside it comes first. */
function flat({ args, ...beside }: Record<string, unknown>): Record<string, unknown> {
  if (args === undefined) return beside;
  return typeof args === 'object' && args !== null ? { ...beside, ...args } : { ...beside, args };
}

function argument(name: string, value: unknown, mint: PublicKey | undefined): ShownField[] {
  const label = words(snake(name));
  if (MEANS_NONE.test(name) && (value === 0n || value === 0)) return [];
  if (value === null || value === undefined) return [];
  // the zero address stands for nobody
  if (value instanceof PublicKey && value.equals(PublicKey.default)) return [];
  if (value instanceof PublicKey) return [{ label, kind: 'address', value: value.toBase58() }];
  if (typeof value === 'bigint') return [whole(name, label, value, mint)];
  if (typeof value === 'number') return [{ label, kind: 'number', value: value.toString() }];
  if (typeof value === 'string') return value === '' ? [] : [{ label, kind: 'text', value }];
  if (typeof value === 'boolean') return value ? [{ label, kind: 'text', value: 'yes' }] : [];
  if (Array.isArray(value)) return list(label, value);
  if (value instanceof Uint8Array) return list(label, [...value]);
  return nested(label, value as Record<string, unknown>, mint);
}

/** An enum is an object with its variant as the only key, and what the variant has in there; else it is a struct. */
function nested(label: string, value: Record<string, unknown>, mint: PublicKey | undefined): ShownField[] {
  const [[variant, held] = [], ...others] = Object.entries(value);
  if (variant === undefined) return [];
  const within = (fields: object) =>
    Object.entries(fields).flatMap(([name, field]) => argument(name, field, mint));
  if (others.length > 0 || !isPlain(held)) return within(value);
  return [{ label, kind: 'text', value: words(snake(variant)) }, ...within(held)];
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function whole(name: string, label: string, value: bigint, mint: PublicKey | undefined): ShownField {
  if (TIMES.test(name)) return { label, kind: 'time', value: value.toString() };
  if (SPANS.test(name)) return { label, kind: 'span', value: value.toString() };
  if (!AMOUNTS.test(name)) return { label, kind: 'number', value: value.toString() };
  if (value === UNCAPPED) return { label, kind: 'text', value: 'no limit' };
  return {
    label,
    kind: 'amount',
    value: value.toString(),
    ...(mint !== undefined && { mint: mint.toBase58() }),
  };
}

function list(label: string, value: unknown[]): ShownField[] {
  if (value.length === 0) return [];
  // a proof tells nothing to who reads it
  if (value.every(Array.isArray)) return [{ label, kind: 'text', value: counted(value.length) }];
  if (value.every((entry) => typeof entry === 'number')) {
    const bytes = Buffer.from(value as number[]);
    // an empty root or hash stands for none
    return bytes.some((byte) => byte !== 0) ? [{ label, kind: 'hash', value: bytes.toString('hex') }] : [];
  }
  return value.flatMap((entry): ShownField[] =>
    entry instanceof PublicKey
      ? [{ label, kind: 'address', value: entry.toBase58() }]
      : [{ label, kind: 'text', value: String(entry) }],
  );
}

const counted = (hashes: number) => `${hashes} ${hashes === 1 ? 'hash' : 'hashes'}`;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const words = (name: string) => name.replaceAll('_', ' ').trim();
