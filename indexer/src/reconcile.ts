import { isDeepStrictEqual } from 'node:util';
import type { Deployment } from '@agent-labs/sdk';
import type { ChainAccount, ChainClient } from './chain-client.js';
import { toBase58 } from './decode/base58.js';
import type { AccountKind } from './fold/module.js';
import type { Database, Row } from './store/database.js';
import { setStanding } from './store/standing.js';

/** Accounts that are read at one slot; an account with money comes with its vault. */
const AT_ONCE = 100;
/** Looks after the first, and milliseconds between: rows follow the chain by a moment. */
const LOOKS = 3;
const LOOK_AFTER = 500;
/** Where a token account's amount is. */
const AMOUNT_AT = 64;

/** A difference between what the tables say and what the chain holds. */
export interface Drift {
  kind: string;
  address: string;
  /** a column; `missing`: no row; `surplus`: no account; `shortfall` and `dust`: of the vault's tokens */
  field: string;
  ours: string | null;
  chain: string | null;
}

export interface ReconcileOptions {
  database: Database;
  chain: ChainClient;
  deployment: Deployment;
  kinds: AccountKind[];
  /** Brings the tables up to now. */
  catchUp(): Promise<void>;
}

/** Compares rows with accounts, and vaults with what they owe. Reports, and changes no row. */
export class Reconciler {
  readonly #options: ReconcileOptions;

  constructor(options: ReconcileOptions) {
    this.#options = options;
  }

  /**
   * A vault that holds less than it owes halts the indexer until a later run finds it covered; tokens that
   * nobody is owed, which anybody may send, are only told of.
   * @throws RpcUnavailable, RpcRefused, and what the database throws
   */
  async run(): Promise<Drift[]> {
    const { database, kinds } = this.#options;
    const drift: Drift[] = [];
    for (const kind of kinds) drift.push(...(await this.#compare(kind)));
    const halted = drift
      .filter(({ field }) => field === 'shortfall')
      .map(
        ({ kind, address, ours, chain }) => `the vault of ${kind} ${address} holds ${chain} and owes ${ours}`,
      );
    await database.transaction(async (queries) => {
      await queries.query('DELETE FROM drift');
      await queries.query(
        'INSERT INTO drift SELECT * FROM jsonb_populate_recordset(NULL::drift, $1::jsonb)',
        [JSON.stringify(drift.map((one) => ({ ...one, found_at: new Date().toISOString() })))],
      );
      await setStanding(queries, 'halted', halted[0] ?? null);
    });
    return drift;
  }

  async #compare(kind: AccountKind): Promise<Drift[]> {
    const { chain, deployment, catchUp } = this.#options;
    const program = kind.program(deployment);
    const accounts = await chain.programAccounts(program, toBase58(kind.discriminator));
    const found = new Map([...accounts].map(([address, data]) => [keyOf(kind, address, data), data]));
    const rows = await this.#rows(kind);
    let suspects = [...new Set([...found.keys(), ...rows.keys()])].filter(
      (key) => differences(kind, key, rows.get(key), found.get(key)).length > 0,
    );
    let drift: Drift[] = [];
    for (let look = 0; look < LOOKS && suspects.length > 0; look += 1) {
      if (look > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_AFTER));
      const now = await this.#accounts(kind, suspects);
      await catchUp();
      const known = await this.#rows(kind, suspects);
      drift = suspects.flatMap((key) => differences(kind, key, known.get(key), now.get(key)));
      suspects = [...new Set(drift.map(({ address }) => address))];
    }
    const told = drift.map((one) => ({ ...one, address: addressOf(kind, deployment, one.address) }));
    return [...told, ...(await this.#vaults(kind, [...accounts.keys()]))];
  }

  async #rows({ table, key, live }: AccountKind, keys?: string[]): Promise<Map<string, Row>> {
    const { database } = this.#options;
    const rows =
      keys === undefined
        ? await database.query(`SELECT * FROM ${table} WHERE ${live}`)
        : await database.query(`SELECT * FROM ${table} WHERE ${live} AND ${key} = ANY($1::text[])`, [keys]);
    return new Map(rows.map((row) => [row[key] as string, row]));
  }

  /** Accounts as they are now, by key. */
  async #accounts(kind: AccountKind, keys: string[]): Promise<Map<string, Buffer>> {
    const { chain, deployment } = this.#options;
    const owner = kind.program(deployment);
    const discriminator = Buffer.from(kind.discriminator);
    const found = new Map<string, Buffer>();
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const few = keys.slice(at, at + AT_ONCE);
      const { accounts } = await chain.accounts(few.map((key) => addressOf(kind, deployment, key)));
      for (const [place, account] of accounts.entries()) {
        const ours = account?.owner === owner && discriminator.equals(account.data.subarray(0, 8));
        if (ours) found.set(few[place] as string, account.data);
      }
    }
    return found;
  }

  /** Account and vault are read at one slot, or a withdrawal in between would look like a theft. */
  async #vaults(kind: AccountKind, addresses: string[]): Promise<Drift[]> {
    const { chain, deployment } = this.#options;
    const { vault } = kind;
    if (vault === undefined) return [];
    const owner = kind.program(deployment);
    const drift: Drift[] = [];
    for (let at = 0; at < addresses.length; at += AT_ONCE / 2) {
      const few = addresses.slice(at, at + AT_ONCE / 2);
      const at1 = (await chain.accounts(few)).accounts;
      const vaults = few.map((address, place) => {
        const data = at1[place]?.data;
        return data === undefined ? address : vault(deployment, address, data).address;
      });
      const { accounts } = await chain.accounts([...few, ...vaults]);
      for (const [place, address] of few.entries()) {
        const account = accounts[place];
        if (account?.owner !== owner) continue;
        const { owed } = vault(deployment, address, account.data);
        const holds = amountOf(accounts[few.length + place] ?? null);
        if (holds === owed) continue;
        const field = holds < owed ? 'shortfall' : 'dust';
        drift.push({ kind: kind.name, address, field, ours: owed.toString(), chain: holds.toString() });
      }
    }
    return drift;
  }
}

/** What an account's rows have in their key column. */
function keyOf({ derived }: AccountKind, address: string, data: Buffer): string {
  return derived === undefined ? address : derived.key(data);
}

function addressOf({ derived }: AccountKind, deployment: Deployment, key: string): string {
  return derived === undefined ? key : derived.address(deployment, key);
}

function amountOf(vault: ChainAccount | null): bigint {
  return vault === null || vault.data.length < AMOUNT_AT + 8 ? 0n : vault.data.readBigUInt64LE(AMOUNT_AT);
}

function differences(
  kind: AccountKind,
  address: string,
  row: Row | undefined,
  data: Buffer | undefined,
): Drift[] {
  const { name } = kind;
  if (data === undefined) {
    return row === undefined ? [] : [{ kind: name, address, field: 'surplus', ours: 'a row', chain: null }];
  }
  if (row === undefined) return [{ kind: name, address, field: 'missing', ours: null, chain: 'an account' }];
  return Object.entries(kind.columns(address, data))
    .filter(([column, value]) => !isDeepStrictEqual(row[column], value))
    .map(([field, value]) => ({ kind: name, address, field, ours: told(row[field]), chain: told(value) }));
}

function told(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
