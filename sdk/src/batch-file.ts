import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { z } from 'zod';
import type { LockSchedule } from './accounts/timelock.js';
import { BatchTree, type Grant } from './batch-tree.js';

// a page's content security policy may forbid code made from text, which would be tried and told as an error
if ('document' in globalThis) z.config({ jitless: true });

/** What tells the file from others, and its version. */
const FORMAT = 'agent-labs/batch';
const VERSION = 1;

/** The file is no list of a batch's recipients, or one of another batch. */
export class BatchFileInvalid extends Error {
  override readonly name = 'BatchFileInvalid';
}

/** What a batch says of itself, to hold a file against. */
export interface BatchPromise {
  root: Uint8Array | number[];
  count: number;
  total: bigint;
}

const whole = z.string().regex(/^(0|[1-9][0-9]{0,19})$/, 'must be a whole number in digits');
const key = z.string().transform((text, context) => {
  try {
    return new PublicKey(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be an address' });
    return z.NEVER;
  }
});
const amount = whole.transform((digits) => BigInt(digits));
const schedule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('Linear'),
    ...{ start: amount, cliffAt: amount, cliffAmount: amount, end: amount },
  }),
  z.strictObject({
    kind: z.literal('Periodic'),
    ...{ start: amount, cliffAt: amount, cliffAmount: amount, period: amount, periodAmount: amount },
  }),
  z.strictObject({
    kind: z.literal('Milestones'),
    ...{ amounts: z.array(amount), approver: key, inOrder: z.boolean(), deadline: amount },
  }),
]);
const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  batch: key,
  root: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  grants: z.array(z.strictObject({ recipient: key, amount, schedule })),
});

/** The list of a batch's recipients as JSON, to be published: whoever claims needs it for the proof. */
export function writeBatchFile(tree: BatchTree): string {
  const grants = tree.leaves.map(({ recipient, amount, schedule }) => ({ recipient, amount, schedule }));
  const root = Buffer.from(tree.root).toString('hex');
  const written = { format: FORMAT, version: VERSION, batch: tree.batch, root, grants };
  return JSON.stringify(written, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/**
 * Reads such a file and builds its tree anew, so that nothing in it has to be believed.
 * @param promised what the chain has of the batch; without it the file is only held against itself
 * @throws BatchFileInvalid
 */
export function readBatchFile(text: string, batch: PublicKey, promised?: BatchPromise): BatchTree {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BatchFileInvalid(`the file is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BatchFileInvalid(`${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
  }
  const { root, grants, batch: named } = parsed.data;
  if (!named.equals(batch)) {
    throw new BatchFileInvalid(`the file is of the batch ${named.toBase58()}, not of ${batch.toBase58()}`);
  }
  const tree = built(batch, grants);
  if (Buffer.from(tree.root).toString('hex') !== root) {
    throw new BatchFileInvalid('the file was changed: its recipients have another root than it says');
  }
  if (promised !== undefined) requirePromised(tree, promised);
  return tree;
}

function built(batch: PublicKey, grants: (Grant & { schedule: LockSchedule })[]): BatchTree {
  try {
    return new BatchTree(batch, grants);
  } catch (error) {
    throw new BatchFileInvalid((error as Error).message, { cause: error });
  }
}

/** @throws BatchFileInvalid where the batch on the chain was made of another list */
export function requirePromised(tree: BatchTree, { root, count, total }: BatchPromise): void {
  const same = Buffer.compare(tree.root, Uint8Array.from(root)) === 0;
  if (same && tree.count === count && tree.total === total) return;
  throw new BatchFileInvalid('the batch on the chain was made of another list than this');
}
