import { Refused } from '../refused.js';
import type { Queries } from '../store/database.js';

/** What routes that read work with. */
export interface ReadContext {
  database: Queries;
  /** Unix seconds by the chain's clock, as far as it is known. */
  now(): number;
  /** @throws Refused 503 while the tables must not be believed */
  requireTrust(): Promise<void>;
}

export function unknown(what: string, address: string): Refused {
  return new Refused(404, 'Unknown', `no ${what} ${address} was seen on the chain`);
}
