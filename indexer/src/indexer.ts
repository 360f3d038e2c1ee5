import type { AddressInfo } from 'node:net';
import type { Deployment } from '@agent-labs/sdk';
import type { FastifyBaseLogger } from 'fastify';
import { dasRoutes, receiptsModule, TreeGaps } from './das/index.js';
import { Folder } from './fold/folder.js';
import { FoldLoop } from './fold/loop.js';
import type { ProjectModule } from './fold/module.js';
import type { Context } from './http/context.js';
import { metaRoutes } from './http/meta-routes.js';
import { createServer } from './http/server.js';
import { webhookRoutes } from './http/webhook-routes.js';
import { Intake } from './intake.js';
import { Metrics } from './metrics.js';
import { escrowModule } from './project/escrow.js';
import { registryModule } from './project/registry.js';
import { Rpc } from './rpc.js';
import type { Database } from './store/database.js';
import { migrate } from './store/migrate.js';
import { openPglite } from './store/pglite.js';
import { openPostgres } from './store/postgres.js';

/** What the transactions of each program mean. */
export const MODULES: ProjectModule[] = [registryModule, escrowModule];

/** Milliseconds between looks for changes of receipt trees that did not arrive. */
const TREES_EVERY = 60_000;

export interface IndexerOptions {
  /** JSON-RPC of the cluster */
  rpcUrl: string;
  deployment: Deployment;
  /** What the Authorization header of webhooks must be. */
  webhookSecret: string;
  /** A PostgreSQL server. */
  databaseUrl?: string | undefined;
  /** Where its own tables are kept when there is no server; in memory without it. One process owns it. */
  dataDirectory?: string | undefined;
  /** Milliseconds between looks for changes of receipt trees that did not arrive; a minute by default. */
  treesEvery?: number;
  host?: string;
  /** 0 takes any free one */
  port: number;
  logger?: FastifyBaseLogger | false;
}

export interface RunningIndexer {
  url: string;
  /** Resolves when everything delivered so far is folded. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts taking transactions, folding them, and answering.
 * @throws Error when the port is taken or the database does not open
 */
export async function startIndexer(options: IndexerOptions): Promise<RunningIndexer> {
  const { deployment, host = '127.0.0.1', port, logger = false } = options;
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const app = await createServer(logger);
    const metrics = new Metrics();
    const fault = (doing: string) => (error: unknown) => {
      metrics.faults.inc({ doing });
      app.log.error({ err: error, doing }, 'fault');
    };
    const database = await openDatabase(options, fault('database'));
    closing.push(() => database.close());
    await migrate(database);

    const rpc = new Rpc(options.rpcUrl);
    const loop = new FoldLoop(
      new Folder({ database, deployment, modules: [...MODULES, receiptsModule(deployment)] }),
      () => undefined,
      fault('fold'),
    );
    closing.push(() => loop.stop());
    const intake = new Intake(database, () => loop.wake());
    const gaps = new TreeGaps({ database, rpc, intake, onFault: fault('tree gaps') });
    closing.push(() => gaps.stop());
    const context: Context = {
      database,
      intake,
      metrics,
      webhookSecret: options.webhookSecret,
      chainIsUp: async () => {
        try {
          await rpc.once('getSlot');
          return true;
        } catch (error) {
          app.log.warn({ err: error }, 'the chain does not answer');
          return false;
        }
      },
    };
    webhookRoutes(app, context);
    metaRoutes(app, context);
    dasRoutes(app, { database, deployment, onGap: (tree) => gaps.noticed(tree) });
    closing.push(async () => {
      rpc.stop();
      await app.close();
      await intake.idle();
    });
    await app.listen({ host, port });
    loop.wake();
    gaps.start(options.treesEvery ?? TREES_EVERY);
    const { port: listening } = app.server.address() as AddressInfo;
    return { url: `http://${host}:${listening}`, settled: () => loop.settled(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openDatabase(
  { databaseUrl, dataDirectory }: IndexerOptions,
  onFault: (error: unknown) => void,
): Promise<Database> {
  return databaseUrl === undefined ? openPglite(dataDirectory) : openPostgres(databaseUrl, onFault);
}
