import { type ChainClient, MOST_STATUSES } from './chain-client.js';
import { readRaw } from './decode/raw.js';
import type { Folder } from './fold/folder.js';
import type { Database } from './store/database.js';

/** Slots that are looked up at a time. */
const SLOTS = 25;

export interface FinalityOptions {
  database: Database;
  chain: ChainClient;
  folder: Folder;
}

/** What a run did. */
export interface FinalityReport {
  finalized: number;
  /** signatures of what is no more */
  vanished: string[];
  /** landed in another slot than it was first told of */
  moved: number;
  /** learned their index within their block */
  placed: number;
}

interface Pending extends Record<string, unknown> {
  signature: string;
  slot: number;
}

/**
 * Looks again at what was only confirmed, once its slot is final: what is not there any more is taken back, what
 * landed elsewhere is folded there. Learns the order of transactions within a block where it matters.
 */
export class Finality {
  readonly #options: FinalityOptions;

  constructor(options: FinalityOptions) {
    this.#options = options;
  }

  /** @throws RpcUnavailable, RpcRefused, and what the database throws; the next run goes on */
  async run(): Promise<FinalityReport> {
    const { chain, database } = this.#options;
    const report: FinalityReport = { finalized: 0, vanished: [], moved: 0, placed: 0 };
    const root = await chain.slot('finalized');
    // after each other by slot, so that what cannot be told yet holds up nothing
    let after: [number, string] = [-1, ''];
    for (;;) {
      const pending = await database.query<Pending>(
        `SELECT signature, slot FROM transactions WHERE NOT final AND state <> 'vanished' AND slot <= $1
         AND (slot, signature) > ($2, $3) ORDER BY slot, signature LIMIT ${MOST_STATUSES}`,
        [root, ...after],
      );
      const last = pending.at(-1);
      if (last === undefined) break;
      after = [last.slot, last.signature];
      await this.#check(pending, report);
      // what came in meanwhile is for the next run
      if (pending.length < MOST_STATUSES) break;
    }
    report.placed = await this.#place();
    return report;
  }

  async #check(pending: Pending[], report: FinalityReport): Promise<void> {
    const { chain, database, folder } = this.#options;
    const statuses = await chain.statuses(pending.map(({ signature }) => signature));
    const final: string[] = [];
    const gone: Pending[] = [];
    for (const [at, one] of pending.entries()) {
      const status = statuses[at] ?? null;
      if (status === null) gone.push(one);
      else if (status.confirmationStatus !== 'finalized') continue;
      else if (status.slot === one.slot) final.push(one.signature);
      else report.moved += (await this.#move(one.signature)) ? 1 : 0;
    }
    if (final.length > 0) {
      await database.query('UPDATE transactions SET final = true WHERE signature = ANY($1::text[])', [final]);
    }
    report.finalized += final.length;
    const vanished = await this.#vanished(gone);
    if (vanished.length === 0) return;
    await folder.unfold(vanished);
    report.vanished.push(...vanished);
  }

  /** Of those that have no status, the ones that the node would have to know. */
  async #vanished(gone: Pending[]): Promise<string[]> {
    if (gone.length === 0) return [];
    const { chain } = this.#options;
    const first = await chain.firstSlot();
    const vanished: string[] = [];
    for (const { signature, slot } of gone) {
      // a node that has forgotten the slot says nothing about what was in it
      if (slot < first) continue;
      if ((await chain.transaction(signature, 'finalized')) === null) vanished.push(signature);
    }
    return vanished;
  }

  async #move(signature: string): Promise<boolean> {
    const { chain, database } = this.#options;
    const found = await chain.transaction(signature, 'finalized');
    if (found === null) return false;
    const raw = readRaw(found);
    await database.query(
      `UPDATE transactions SET slot = $2, position = $3, block_time = $4, failed = $5, raw = $6, final = true,
         state = 'waiting' WHERE signature = $1`,
      [
        signature,
        raw.slot,
        raw.indexWithinBlock ?? null,
        raw.blockTime ?? null,
        raw.meta.err !== null && raw.meta.err !== undefined,
        JSON.stringify(found),
      ],
    );
    return true;
  }

  /** Only where a slot holds several of ours does their order within it matter. */
  async #place(): Promise<number> {
    const { chain, database } = this.#options;
    let placed = 0;
    // after each other by slot, so that a block that the node does not have holds up no later one
    let after = -1;
    for (;;) {
      const slots = await database.query<{ slot: number }>(
        `SELECT DISTINCT t.slot FROM transactions t WHERE t.position IS NULL AND t.state <> 'vanished'
         AND t.slot > $1 AND EXISTS (SELECT 1 FROM transactions o
           WHERE o.slot = t.slot AND o.signature <> t.signature AND o.state <> 'vanished')
         ORDER BY t.slot LIMIT ${SLOTS}`,
        [after],
      );
      for (const { slot } of slots) placed += await this.#placeIn(slot, await chain.block(slot));
      const last = slots.at(-1);
      if (last === undefined || slots.length < SLOTS) return placed;
      after = last.slot;
    }
  }

  /** @param signatures of the block in order; null where the node does not have it */
  async #placeIn(slot: number, signatures: string[] | null): Promise<number> {
    if (signatures === null) return 0;
    const rows = await this.#options.database.query(
      `UPDATE transactions t SET position = b.position, state = 'waiting'
       FROM unnest($2::text[], $3::int[]) AS b (signature, position)
       WHERE t.slot = $1 AND t.signature = b.signature AND t.position IS NULL RETURNING t.signature`,
      [slot, signatures, signatures.map((_, at) => at)],
    );
    return rows.length;
  }
}
