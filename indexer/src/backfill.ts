import { type ChainClient, type Listed, PAGE } from './chain-client.js';
import type { Intake } from './intake.js';
import type { Database } from './store/database.js';

/** Transactions that are stored before the cursor moves on, and that are asked for at a time. */
const CHUNK = 100;
const AT_ONCE = 8;

export interface BackfillOptions {
  database: Database;
  chain: ChainClient;
  intake: Intake;
  /** base58 */
  programs: string[];
}

/**
 * Fetches what deliveries missed: lists each program's transactions down to its cursor, and stores those that
 * are not there, oldest first. The cursor follows behind what is stored and final, so that a run that breaks
 * off anywhere is taken up by the next.
 */
export class Backfill {
  readonly #options: BackfillOptions;

  constructor(options: BackfillOptions) {
    this.#options = options;
  }

  /**
   * Brings every program up to now.
   * @returns how many transactions were fetched
   * @throws RpcUnavailable, RpcRefused, and what the database throws; what was stored before stays
   */
  async run(): Promise<number> {
    let fetched = 0;
    for (const program of this.#options.programs) fetched += await this.#catchUp(program);
    return fetched;
  }

  async #catchUp(program: string): Promise<number> {
    const known = await this.#options.database.query<{ signature: string }>(
      'SELECT signature FROM cursors WHERE program = $1',
      [program],
    );
    const listed = (await this.#list(program, known[0]?.signature)).reverse();
    let fetched = 0;
    for (let at = 0; at < listed.length; at += CHUNK) {
      const chunk = listed.slice(at, at + CHUNK);
      const { stored, gap } = await this.#store(chunk);
      fetched += stored;
      // what was listed and cannot be had: the next run lists again from here
      if (gap) break;
      await this.#advance(program, chunk);
    }
    return fetched;
  }

  async #list(program: string, until: string | undefined): Promise<Listed[]> {
    const all: Listed[] = [];
    let page: Listed[];
    do {
      page = await this.#options.chain.signatures(program, all.at(-1)?.signature, until);
      for (const one of page) all.push(one);
    } while (page.length === PAGE);
    return all;
  }

  async #store(chunk: Listed[]): Promise<{ stored: number; gap: boolean }> {
    const { database, chain, intake } = this.#options;
    const known = await database.query<{ signature: string }>(
      `SELECT signature FROM transactions WHERE signature = ANY($1::text[]) AND state <> 'vanished'`,
      [chunk.map(({ signature }) => signature)],
    );
    const there = new Set(known.map(({ signature }) => signature));
    const missing = chunk.filter(({ signature }) => !there.has(signature));
    const found: unknown[] = [];
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const few = missing.slice(at, at + AT_ONCE);
      found.push(...(await Promise.all(few.map(({ signature }) => chain.transaction(signature)))));
    }
    const had = found.filter((one) => one !== null);
    if (had.length > 0) await intake.take(had);
    return { stored: had.length, gap: had.length < found.length };
  }

  async #advance(program: string, chunk: Listed[]): Promise<void> {
    const last = chunk.findLast(({ confirmationStatus }) => confirmationStatus === 'finalized');
    if (last === undefined) return;
    await this.#options.database.query(
      `INSERT INTO cursors (program, signature, slot) VALUES ($1, $2, $3)
       ON CONFLICT (program) DO UPDATE SET signature = EXCLUDED.signature, slot = EXCLUDED.slot
       WHERE cursors.slot <= EXCLUDED.slot`,
      [program, last.signature, last.slot],
    );
  }
}
