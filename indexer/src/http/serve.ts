import { type DasOptions, dasRoutes } from '../das/index.js';
import type { Intake } from '../intake.js';
import type { Metrics } from '../metrics.js';
import type { Rpc } from '../rpc.js';
import type { Database } from '../store/database.js';
import type { Watch } from '../watch.js';
import { agentRoutes } from './agent-routes.js';
import { configRoutes } from './config-routes.js';
import { disputeRoutes } from './dispute-routes.js';
import { jobRoutes } from './job-routes.js';
import { metaRoutes } from './meta-routes.js';
import { moneyRoutes } from './money-routes.js';
import { paymentRoutes } from './payment-routes.js';
import { responseRoutes } from './response-routes.js';
import type { IndexerServer } from './server.js';
import { statusRoutes } from './status-routes.js';
import { type Stream, streamRoutes } from './stream-routes.js';
import { trustRoutes } from './trust-routes.js';
import { webhookRoutes } from './webhook-routes.js';

export interface Served {
  database: Database;
  intake: Intake;
  metrics: Metrics;
  webhookSecret: string;
  watch: Watch;
  rpc: Rpc;
  stream: Stream;
  das: DasOptions;
}

/** All that the indexer answers. */
export async function serve(app: IndexerServer, served: Served): Promise<void> {
  const { database, intake, metrics, webhookSecret, watch, rpc, stream, das } = served;
  const chainIsUp = async () => {
    try {
      await rpc.once('getSlot');
      return true;
    } catch (error) {
      app.log.warn({ err: error }, 'the chain does not answer');
      return false;
    }
  };
  const halted = () => watch.halted();
  const requireTrust = () => watch.requireTrust();
  const reading = { database, now: () => watch.now(), requireTrust };
  metaRoutes(app, { database, intake, metrics, webhookSecret, chainIsUp, halted });
  webhookRoutes(app, { database, intake, metrics, webhookSecret, chainIsUp, halted });
  agentRoutes(app, reading);
  moneyRoutes(app, reading);
  paymentRoutes(app, reading);
  jobRoutes(app, reading);
  trustRoutes(app, reading);
  responseRoutes(app, reading);
  configRoutes(app, reading);
  disputeRoutes(app, reading);
  statusRoutes(app, () => watch.status());
  streamRoutes(app, stream, requireTrust);
  dasRoutes(app, { database, requireTrust, ...das });
}
