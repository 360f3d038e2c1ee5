import { decodeTree, ReceiptRefused } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import type { Intake } from '../intake.js';
import type { Rpc } from '../rpc.js';
import type { Database } from '../store/database.js';

/** Signatures that a node gives at once. */
const AT_ONCE = 1_000;
/** Milliseconds between two looks at the same tree that proofs ask for. */
const LOOK_AGAIN = 2_000;

const account = z.object({
  value: z.object({ owner: z.string(), data: z.tuple([z.string(), z.literal('base64')]) }).nullable(),
});
const signatures = z.array(z.object({ signature: z.string(), err: z.unknown() }));

export interface GapOptions {
  database: Database;
  rpc: Rpc;
  intake: Intake;
  onFault(error: unknown): void;
}

/**
 * Notices changes of registered trees that never arrived, by the numbers of those that did and by the tree's own
 * account, and fetches the transactions of the tree that are not stored.
 */
export class TreeGaps {
  readonly #options: GapOptions;
  readonly #lookedAt = new Map<string, number>();
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: GapOptions) {
    this.#options = options;
  }

  /** A proof could not be made: looks at its tree soon. */
  noticed(tree: string): void {
    const now = Date.now();
    if (this.#stopped || now - (this.#lookedAt.get(tree) ?? 0) < LOOK_AGAIN) return;
    this.#lookedAt.set(tree, now);
    this.#running = this.#running.then(() => this.#guarded(() => this.fill(tree)));
  }

  /** Looks at every registered tree. Resolves when what was missing is stored, to be folded. */
  async check(): Promise<void> {
    const trees = await this.#options.database.query<{ merkle_tree: string }>(
      'SELECT merkle_tree FROM receipt_trees ORDER BY merkle_tree',
    );
    for (const { merkle_tree: tree } of trees) {
      if (this.#stopped) return;
      if (await this.isMissing(tree)) await this.fill(tree);
    }
  }

  /** Looks at every registered tree now and whenever this time has passed. @param every milliseconds */
  start(every: number): void {
    const look = () => {
      this.#running = this.#running.then(() => this.#guarded(() => this.check()));
    };
    look();
    this.#timer = setInterval(look, every);
    this.#timer.unref();
  }
  #timer: NodeJS.Timeout | undefined;

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Whether changes are missing between those that are there, or behind them. */
  async isMissing(tree: string): Promise<boolean> {
    const [row] = await this.#options.database.query<{ count: number; newest: number | null }>(
      'SELECT count(*) AS count, max(seq) AS newest FROM tree_changes WHERE tree = $1',
      [tree],
    );
    const newest = row?.newest ?? -1;
    if ((row?.count ?? 0) < newest + 1) return true;
    return (await this.#seqOnChain(tree)) > newest;
  }

  /** Fetches the transactions of a tree that are not stored. @returns how many there were */
  async fill(tree: string): Promise<number> {
    const { database, rpc, intake } = this.#options;
    let fetched = 0;
    for (let before: string | undefined; !this.#stopped; ) {
      const parameters = { limit: AT_ONCE, commitment: 'confirmed', ...(before !== undefined && { before }) };
      const page = signatures.parse(await rpc.call('getSignaturesForAddress', [tree, parameters]));
      const landed = page.filter(({ err }) => err === null).map(({ signature }) => signature);
      const stored = await database.query<{ signature: string }>(
        `SELECT signature FROM transactions WHERE signature = ANY($1::text[]) AND state <> 'vanished'`,
        [landed],
      );
      const known = new Set(stored.map(({ signature }) => signature));
      for (const signature of landed) {
        if (known.has(signature) || this.#stopped) continue;
        const options = { encoding: 'json', commitment: 'confirmed', maxSupportedTransactionVersion: 1 };
        const transaction = await rpc.call('getTransaction', [signature, options]);
        if (transaction === null) continue;
        await intake.take([transaction]);
        fetched += 1;
      }
      before = page.at(-1)?.signature;
      if (page.length < AT_ONCE) break;
    }
    return fetched;
  }

  async #seqOnChain(tree: string): Promise<number> {
    const { rpc } = this.#options;
    const options = { encoding: 'base64', commitment: 'confirmed' };
    const { value } = account.parse(await rpc.call('getAccountInfo', [tree, options]));
    if (value === null) return -1;
    const state = { owner: new PublicKey(value.owner), data: Buffer.from(value.data[0], 'base64') };
    try {
      return Number(decodeTree(new PublicKey(tree), state).seq);
    } catch (error) {
      // a node that answers such a thing is reported, and what is stored is not doubted
      if (!(error instanceof ReceiptRefused)) throw error;
      this.#options.onFault(error);
      return -1;
    }
  }

  async #guarded(look: () => Promise<unknown>): Promise<void> {
    try {
      await look();
    } catch (error) {
      // the next look tries again
      if (!this.#stopped) this.#options.onFault(error);
    }
  }
}
