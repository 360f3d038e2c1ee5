import type { Intake } from '../intake.js';
import type { Metrics } from '../metrics.js';
import type { Database } from '../store/database.js';

/** What routes work with. */
export interface Context {
  database: Database;
  intake: Intake;
  metrics: Metrics;
  /** What the Authorization header of webhooks must be. */
  webhookSecret: string;
  /** Whether the chain answers. */
  chainIsUp(): Promise<boolean>;
  /** Why the tables must not be believed; null: they may be. */
  halted(): Promise<string | null>;
}
