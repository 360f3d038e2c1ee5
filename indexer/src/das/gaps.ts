import { decodeMerkleTree } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { type ChainClient, PAGE } from '../chain-client.js';
import { Every } from '../every.js';
import type { Intake } from '../intake.js';
import type { Database } from '../store/database.js';

/** Transactions that are asked for at a time. */
const AT_ONCE = 8;
/** Milliseconds between two looks at a tree that proofs ask for. */
const LOOK_AGAIN = 2_000;

export interface GapOptions {
  database: Database;
  chain: ChainClient;
  intake: Intake;
  /** milliseconds between looks at every tree */
  every: number;
  onFault(error: unknown): void;
}

/**
 * Notices changes of registered trees that never arrived, by the numbers of those that did and by the tree's own
 * account, and fetches the transactions of the tree that are not stored.
 */
export class TreeGaps {
  readonly #options: GapOptions;
  readonly #all: Every;
  readonly #lookedAt = new Map<string, number>();

  constructor(options: GapOptions) {
    this.#options = options;
    this.#all = new Every(options.every, () => this.#checkAll(), options.onFault);
  }

  /** Looks at every registered tree. Resolves when what was missing is stored, to be folded. */
  check(): Promise<void> {
    return this.#all.now();
  }

  /** A proof could not be made: looks at once, though not again and again. */
  noticed(tree: string): void {
    const now = Date.now();
    if (now - (this.#lookedAt.get(tree) ?? 0) < LOOK_AGAIN) return;
    this.#lookedAt.set(tree, now);
    void this.#all.now();
  }

  stop(): Promise<void> {
    return this.#all.stop();
  }

  async #checkAll(): Promise<void> {
    const trees = await this.#options.database.query<{ merkle_tree: string }>(
      'SELECT merkle_tree FROM receipt_trees ORDER BY merkle_tree',
    );
    for (const { merkle_tree: tree } of trees) if (await this.#isMissing(tree)) await this.#fill(tree);
  }

  /** Whether changes are missing between those that are there, or behind them. */
  async #isMissing(tree: string): Promise<boolean> {
    const { database, chain } = this.#options;
    const account = (await chain.accounts([tree])).accounts[0];
    // read after the account: what arrives in between is no gap
    const [row] = await database.query<{ count: number; newest: number | null }>(
      'SELECT count(*) AS count, max(seq) AS newest FROM tree_changes WHERE tree = $1',
      [tree],
    );
    const newest = row?.newest ?? -1;
    if ((row?.count ?? 0) < newest + 1) return true;
    if (!account) return false;
    const state = { owner: new PublicKey(account.owner), data: account.data };
    return decodeMerkleTree(new PublicKey(tree), state).seq > BigInt(newest);
  }

  /** Fetches the transactions of a tree that are not stored. */
  async #fill(tree: string): Promise<void> {
    const { chain } = this.#options;
    for (let before: string | undefined; ; ) {
      const page = await chain.signatures(tree, before);
      await this.#fetch(page.map(({ signature }) => signature));
      if (page.length < PAGE) return;
      before = page.at(-1)?.signature;
    }
  }

  async #fetch(signatures: string[]): Promise<void> {
    const { database, chain, intake } = this.#options;
    const stored = await database.query<{ signature: string }>(
      `SELECT signature FROM transactions WHERE signature = ANY($1::text[]) AND state <> 'vanished'`,
      [signatures],
    );
    const known = new Set(stored.map(({ signature }) => signature));
    const missing = signatures.filter((signature) => !known.has(signature));
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const few = missing.slice(at, at + AT_ONCE);
      const found = await Promise.all(few.map((signature) => chain.transaction(signature)));
      // what a node lists and does not have yet, the next look fetches
      const had = found.filter((one) => one !== null);
      if (had.length > 0) await intake.take(had);
    }
  }
}
