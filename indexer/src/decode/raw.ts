import { z } from 'zod';

const index = z.int().min(0).max(255);
const instruction = z.object({
  accounts: z.array(index),
  data: z.string(),
  programIdIndex: index,
});
const inner = z.object({ index, instructions: z.array(instruction) });

/**
 * A transaction in the form of `getTransaction` with encoding `json`, which is that of raw Helius webhooks too.
 * What it has beside this is not looked at.
 */
const rawTransaction = z.object({
  slot: z.int().min(0),
  blockTime: z.int().nullish(),
  indexWithinBlock: z.int().min(0).nullish(),
  version: z.union([z.literal('legacy'), z.literal(0), z.literal(1)]).nullish(),
  meta: z.object({
    err: z.unknown(),
    // null where the node did not record them
    innerInstructions: z.array(inner),
    loadedAddresses: z.object({ writable: z.array(z.string()), readonly: z.array(z.string()) }).nullish(),
  }),
  transaction: z.object({
    signatures: z.array(z.string().min(64).max(88)).min(1),
    message: z.object({
      accountKeys: z.array(z.string().min(32).max(44)).min(1),
      instructions: z.array(instruction),
    }),
  }),
});

export type RawTransaction = z.infer<typeof rawTransaction>;

/** A transaction that cannot be taken, and why. */
export class TransactionUnreadable extends Error {
  override readonly name = 'TransactionUnreadable';
  constructor(
    /** stable name, in PascalCase */
    readonly reason: 'MetaMissing' | 'VersionUnknown' | 'InnerInstructionsMissing' | 'Malformed',
    message: string,
  ) {
    super(message);
  }
}

/** @throws TransactionUnreadable */
export function readRaw(item: unknown): RawTransaction {
  const parsed = rawTransaction.safeParse(item);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  const message = `${path === '' ? 'the transaction' : path}: ${issue?.message ?? 'malformed'}`;
  if (path === 'meta') throw new TransactionUnreadable('MetaMissing', message);
  if (path === 'version') throw new TransactionUnreadable('VersionUnknown', message);
  if (path === 'meta.innerInstructions') throw new TransactionUnreadable('InnerInstructionsMissing', message);
  throw new TransactionUnreadable('Malformed', message);
}

/** The signature of what may be a transaction, for a letter to be found by; null where there is none. */
export function signatureOf(item: unknown): string | null {
  const found = z
    .object({ transaction: z.object({ signatures: z.array(z.string().max(88)).min(1) }) })
    .safeParse(item);
  return found.success ? (found.data.transaction.signatures[0] ?? null) : null;
}
