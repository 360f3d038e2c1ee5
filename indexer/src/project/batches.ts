import { decodeBatch, timelockIdl } from '@agent-labs/sdk';
import type { FactData } from '../decode/facts.js';
import type { AccountKind, Fact, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { scheduleTold } from './schedules.js';
import { addressOrNull, discriminatorOf, hex, Values } from './values.js';

interface Batch extends Row {
  bitmap: string;
}

/** One generation after the other at the same address; only the last one changes. */
interface Lives {
  lives: Batch[];
}

function created(event: Values): Batch {
  const count = event.number('count');
  return {
    address: event.text('batch'),
    generation: event.number('generation'),
    creator: event.text('creator'),
    id: event.text('id'),
    mint: event.text('mint'),
    token_program: event.text('tokenProgram'),
    vault: event.text('vault'),
    root: event.text('root'),
    count,
    claimed: 0,
    bitmap: '00'.repeat(Math.ceil(count / 8)),
    total: event.text('total'),
    deposited: '0',
    open: '0',
    locked: '0',
    free: '0',
    returned: '0',
    cancel: event.variant('cancel'),
    change: event.variant('change'),
    claim_until: event.number('claimUntil'),
    created_at: event.number('createdAt'),
    cancelled_at: 0,
    closed: false,
  };
}

/** The ledger, as an event leaves it. */
function books(event: Values): Row {
  const after = event.within('after');
  if (after === null) return {};
  return {
    claimed: after.number('claimed'),
    deposited: after.text('deposited'),
    open: after.text('open'),
    locked: after.text('locked'),
    free: after.text('free'),
    returned: after.text('returned'),
  };
}

/** @throws RangeError for a leaf that the batch does not have */
function marked(bitmap: string, index: number): string {
  const bytes = Buffer.from(bitmap, 'hex');
  const at = Math.floor(index / 8);
  const byte = bytes[at];
  if (byte === undefined) throw new RangeError(`a batch of ${8 * bytes.length} has no leaf ${index}`);
  bytes[at] = byte | (1 << (index % 8));
  return hex(bytes);
}

/** Grants to many under one root. */
export const batches: Projection<Lives> = {
  subject: 'batch',
  tables: [{ table: 'batches', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data }) => {
    const event = new Values(data);
    const batch = lives.at(-1);
    if (kind === 'batchCreated') lives.push(created(event));
    else if (batch !== undefined) {
      Object.assign(batch, books(event));
      if (kind === 'batchClaimed') batch.bitmap = marked(batch.bitmap, event.number('index'));
      if (kind === 'batchCancelled') batch.cancelled_at = event.number('cancelledAt');
      if (kind === 'batchClosed') batch.closed = true;
    }
  },
  rows: (_, { lives }) => ({ batches: lives }),
};

/** One claim is one subject, `BATCH/GENERATION/INDEX`: a batch may have many. */
export function claimKey(data: FactData): string {
  const event = new Values(data);
  return `${event.text('batch')}/${event.text('generation')}/${event.number('index')}`;
}

export const batchClaims: Projection<{ row: Row | null }> = {
  subject: 'batchClaim',
  tables: [{ table: 'batch_claims', key: 'claim' }],
  start: () => ({ row: null }),
  apply: (state, { data, signature, blockTime }: Fact) => {
    const event = new Values(data);
    state.row = {
      claim: claimKey(data),
      batch: event.text('batch'),
      generation: event.number('generation'),
      index: event.number('index'),
      recipient: event.text('recipient'),
      amount: event.text('amount'),
      schedule: scheduleTold(event, 'schedule'),
      locked: event.text('locked'),
      lock: addressOrNull(event.text('lock')),
      rent_payer: event.text('rentPayer'),
      claimed_at: blockTime,
      signature,
    };
  },
  rows: (_, { row }) => ({ batch_claims: row === null ? [] : [row] }),
};

export const batchAccount: AccountKind = {
  name: 'batch',
  program: ({ timelock }) => timelock.toBase58(),
  discriminator: discriminatorOf(timelockIdl, 'batch'),
  table: 'batches',
  key: 'address',
  live: 'NOT closed',
  columns: (address, data) => {
    const batch = decodeBatch(data);
    return {
      address,
      generation: Number(batch.generation),
      creator: batch.creator.toBase58(),
      id: batch.id.toString(),
      mint: batch.mint.toBase58(),
      token_program: batch.tokenProgram.toBase58(),
      vault: batch.vault.toBase58(),
      root: hex(batch.root),
      count: batch.count,
      claimed: batch.claimed,
      bitmap: hex(batch.bitmap),
      total: batch.total.toString(),
      deposited: batch.deposited.toString(),
      open: batch.open.toString(),
      locked: batch.locked.toString(),
      free: batch.free.toString(),
      returned: batch.returned.toString(),
      cancel: batch.cancel,
      change: batch.change,
      claim_until: Number(batch.claimUntil),
      created_at: Number(batch.createdAt),
      cancelled_at: Number(batch.cancelledAt),
    };
  },
  vault: (_deployment, _address, data) => {
    const { vault, open, free } = decodeBatch(data);
    return { address: vault.toBase58(), owed: open + free };
  },
};
