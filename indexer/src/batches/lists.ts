import { Worker } from 'node:worker_threads';
import { Refused } from '../refused.js';
import type { Database, Queries } from '../store/database.js';
import { placesOfProof } from './nodes.js';
import type { LeafRow, ListAnswer, ListGiven } from './tree-messages.js';

/** Leaves that one statement stores. */
const AT_ONCE = 5_000;
const NODE = 32;

export interface Promised extends Record<string, unknown> {
  address: string;
  root: string;
  count: number;
  total: string;
}

/** The list of a batch's recipients is made into its tree in a thread, one at a time. */
export class RecipientLists {
  readonly #database: Database;
  #busy = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The batch that is at an address, or was last.
   * @returns null where none was seen
   */
  async batchAt(address: string): Promise<Promised | null> {
    const [row] = await this.#database.query<Promised>(
      `SELECT address, root, count, total FROM batches WHERE address = $1 ORDER BY generation DESC LIMIT 1`,
      [address],
    );
    return row ?? null;
  }

  /** Whether the list of a batch with this root is kept. */
  async isKept({ address, root }: Pick<Promised, 'address' | 'root'>): Promise<boolean> {
    const rows = await this.#database.query('SELECT 1 FROM batch_files WHERE batch = $1 AND root = $2', [
      address,
      root,
    ]);
    return rows.length > 0;
  }

  /** @throws Refused 503 `ListsBusy` while another one is checked */
  requireFree(): void {
    if (!this.#busy) return;
    const headers = { 'retry-after': '5' };
    throw new Refused(503, 'ListsBusy', 'another list is being checked; send it again', { headers });
  }

  /**
   * Keeps a list, if the batch's root can be made again from it.
   * @returns how many leaves
   * @throws Refused 422 `ListInvalid`, 503 `ListsBusy`; what the database throws
   */
  async keep(batch: Promised, text: string): Promise<number> {
    this.requireFree();
    this.#busy = true;
    try {
      const { address, root, count, total } = batch;
      const answer = await checked({ batch: address, root, count, total, text });
      if ('invalid' in answer) throw new Refused(422, 'ListInvalid', answer.invalid);
      if ('fault' in answer) throw new Error(`the list could not be checked: ${answer.fault}`);
      await this.#database.transaction((queries) => store(queries, batch, answer.leaves, answer.nodes));
      return answer.leaves.length;
    } finally {
      this.#busy = false;
    }
  }

  /** The proof of a leaf of a list that is kept, siblings from the leaf up, hex. */
  async proofOf({ address, root, count }: Promised, index: number): Promise<string[]> {
    const places = placesOfProof(count, index);
    const rows = await this.#database.query<{ hash: string }>(
      `SELECT encode(substring(f.nodes FROM asked.place * ${NODE} + 1 FOR ${NODE}), 'hex') AS hash
       FROM batch_files f, unnest($3::int[]) WITH ORDINALITY AS asked (place, step)
       WHERE f.batch = $1 AND f.root = $2 ORDER BY asked.step`,
      [address, root, places],
    );
    return rows.map(({ hash }) => hash);
  }
}

function checked(given: ListGiven): Promise<ListAnswer> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./tree-worker.js', import.meta.url), { workerData: given });
    worker.once('message', done);
    worker.once('error', failed);
    // after its message this does nothing
    worker.once('exit', (code) => failed(new Error(`the thread that checks lists ended with ${code}`)));
  });
}

async function store(
  queries: Queries,
  { address, root, count }: Promised,
  leaves: LeafRow[],
  nodes: string,
): Promise<void> {
  const made = await queries.query(
    `INSERT INTO batch_files (batch, root, count, nodes) VALUES ($1, $2, $3, decode($4, 'hex'))
     ON CONFLICT (batch, root) DO NOTHING RETURNING 1`,
    [address, root, count, nodes],
  );
  // another process was faster: it is the same list, for it has the same root
  if (made.length === 0) return;
  for (let at = 0; at < leaves.length; at += AT_ONCE) {
    const few = leaves.slice(at, at + AT_ONCE).map((leaf) => ({ batch: address, root, ...leaf }));
    await queries.query(
      'INSERT INTO batch_leaves SELECT * FROM jsonb_populate_recordset(NULL::batch_leaves, $1::jsonb)',
      [JSON.stringify(few)],
    );
  }
}
