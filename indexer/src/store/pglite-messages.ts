/** What the thread of the database is asked to do, one after the other. */
export interface Asked {
  /** from 1 */
  id: number;
  work: 'query' | 'script' | 'close';
  sql: string;
  parameters?: unknown[];
}

/** Its answer; that of 0 says that it is there. */
export type Answer =
  | { id: number; rows: unknown[] }
  | { id: number; error: { name: string; message: string } & Record<string, unknown> };
