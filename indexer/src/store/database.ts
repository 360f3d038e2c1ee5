/** A row as the driver gives it: `bigint` columns as numbers, `numeric` ones as text, `jsonb` parsed. */
export type Row = Record<string, unknown>;

export interface Queries {
  query<R extends Row = Row>(sql: string, parameters?: unknown[]): Promise<R[]>;
  /** Several statements without parameters. */
  script(sql: string): Promise<void>;
}

/** PostgreSQL, in this process or behind an address. The SQL is the same for both. */
export interface Database extends Queries {
  /** Whether other processes may work on it at the same time. */
  readonly shared: boolean;
  /** All or nothing: what `work` throws rolls it back. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
