import type { AddressInfo } from 'node:net';
import { EndpointHttp, type EndpointHttpOptions } from '@agent-labs/gateway/endpoint-http';
import { clusterName, type Deployment } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { FastifyBaseLogger } from 'fastify';
import { Backfill } from './backfill.js';
import { ChainClient } from './chain-client.js';
import { TreeGaps } from './das/index.js';
import { Every } from './every.js';
import { Finality } from './finality.js';
import { Folder } from './fold/folder.js';
import { FoldLoop } from './fold/loop.js';
import { registerWebhook } from './helius.js';
import { serve } from './http/serve.js';
import { createServer } from './http/server.js';
import { Stream } from './http/stream-routes.js';
import { Intake } from './intake.js';
import { Manifests } from './manifests.js';
import { Metrics } from './metrics.js';
import { MODULES } from './project/modules.js';
import { type Drift, Reconciler } from './reconcile.js';
import { ConfigInvalid } from './refused.js';
import { Rpc } from './rpc.js';
import { refreshAgents } from './search/totals.js';
import type { Database } from './store/database.js';
import { migrate } from './store/migrate.js';
import { openPglite } from './store/pglite.js';
import { openPostgres } from './store/postgres.js';
import { ChangeLog } from './stream.js';
import { Watch } from './watch.js';

/** Milliseconds between looks at the chain's clock, at what became final, and for manifests that are due. */
const LOOK_EVERY = 2_000;
const FINALITY_EVERY = 10_000;
const MANIFESTS_EVERY = 5_000;
const BACKFILL_EVERY = 60_000;
const RECONCILE_EVERY = 300_000;

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
  host?: string;
  /** 0 takes any free one */
  port: number;
  /** Whether it backfills and compares as soon as it runs; so it does unless told otherwise. */
  catchUpAtStart?: boolean;
  /** Milliseconds between backfills, comparisons with accounts, looks at what became final, and fetches of manifests. */
  backfillEvery?: number;
  reconcileEvery?: number;
  finalityEvery?: number;
  manifestsEvery?: number;
  /** Registers a webhook that delivers to `publicUrl`. */
  heliusApiKey?: string | undefined;
  publicUrl?: string | undefined;
  /** Reads manifests at private and loopback addresses. For a local chain alone. */
  allowPrivateEndpoints?: boolean;
  /** Resolves names of manifests' hosts; the system's resolver without it. */
  lookup?: EndpointHttpOptions['lookup'];
  logger?: FastifyBaseLogger | false;
}

export interface RunningIndexer {
  url: string;
  /** Resolves when everything delivered so far is folded. */
  settled(): Promise<void>;
  /** What runs at intervals, now; a fault is logged and counted. */
  backfill(): Promise<void>;
  finality(): Promise<void>;
  manifests(): Promise<void>;
  reconcile(): Promise<void>;
  /** Looks for changes of receipt trees that did not arrive. */
  trees(): Promise<void>;
  database: Database;
  stop(): Promise<void>;
}

/**
 * Starts taking transactions, folding them, and answering.
 * @throws ConfigInvalid; Error when the port is taken or the database does not open
 */
export async function startIndexer(options: IndexerOptions): Promise<RunningIndexer> {
  const { deployment, host = '127.0.0.1', port, logger = false } = options;
  if (options.heliusApiKey !== undefined && options.publicUrl === undefined) {
    throw new ConfigInvalid('PUBLIC_URL: Helius needs to know where it delivers to');
  }
  const allowPrivate = options.allowPrivateEndpoints ?? false;
  if (allowPrivate && clusterName(deployment.genesisHash) !== 'localnet') {
    const genesis = new PublicKey(deployment.genesisHash).toBase58();
    throw new ConfigInvalid(`ALLOW_PRIVATE_ENDPOINTS is for local chains; ${genesis} is a public cluster`);
  }
  const closing: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const app = await createServer(logger);
    const metrics = new Metrics(() => stream.size);
    const fault = (doing: string) => (error: unknown) => {
      metrics.faults.inc({ doing });
      app.log.error({ err: error, doing }, 'fault');
    };
    const { databaseUrl, dataDirectory } = options;
    const database =
      databaseUrl === undefined
        ? await openPglite(dataDirectory)
        : await openPostgres(databaseUrl, fault('database'));
    closing.push(() => database.close());
    await migrate(database);
    // a newer version may know what an older one could not decode
    await database.query("UPDATE transactions SET state = 'waiting' WHERE state = 'undecodable'");

    const rpc = new Rpc(options.rpcUrl);
    const chain = new ChainClient(rpc);
    const watch = new Watch({ database, chain, genesisHash: deployment.genesisHash });
    const stream = new Stream({
      log: new ChangeLog(database),
      status: () => watch.status(),
      onFault: fault('stream'),
    });
    const folder = new Folder({ database, deployment, modules: MODULES, after: refreshAgents });
    const loop = new FoldLoop(folder, () => stream.wake(), fault('fold'));
    const intake = new Intake(database, () => loop.wake());
    const http = new EndpointHttp({ allowPrivate, ...(options.lookup && { lookup: options.lookup }) });
    closing.push(
      () => http.close(),
      () => loop.stop(),
    );

    const programs = programsOf(deployment);
    const backfill = new Backfill({ database, chain, intake, programs });
    const trees = new TreeGaps({
      database,
      chain,
      intake,
      every: options.backfillEvery ?? BACKFILL_EVERY,
      onFault: fault('trees'),
    });
    const finality = new Finality({ database, chain, folder });
    const manifests = new Manifests({ database, http, allowPrivate });
    const catchUp = async () => {
      await watch.backfill(backfill);
      await loop.settled();
    };
    const kinds = MODULES.flatMap(({ accounts = [] }) => accounts);
    const reconciler = new Reconciler({ database, chain, deployment, kinds, catchUp });
    const jobs = {
      look: new Every(
        LOOK_EVERY,
        async () => {
          await watch.look();
          metrics.tell(await watch.status());
        },
        fault('look'),
      ),
      backfill: new Every(options.backfillEvery ?? BACKFILL_EVERY, catchUp, fault('backfill')),
      finality: new Every(
        options.finalityEvery ?? FINALITY_EVERY,
        async () => {
          const { vanished, placed, moved } = await finality.run();
          if (vanished.length > 0) app.log.warn({ vanished }, 'vanished before they were final: taken back');
          if (vanished.length + placed + moved > 0) await loop.settled();
        },
        fault('finality'),
      ),
      manifests: new Every(
        options.manifestsEvery ?? MANIFESTS_EVERY,
        () => manifests.run(),
        fault('manifests'),
      ),
      reconcile: new Every(
        options.reconcileEvery ?? RECONCILE_EVERY,
        async () => tellDrift(app.log, await reconciler.run()),
        fault('reconcile'),
      ),
    };
    const { webhookSecret } = options;
    const das = { deployment, onGap: (tree: string) => trees.noticed(tree) };
    await serve(app, { database, intake, metrics, webhookSecret, watch, rpc, stream, das });
    closing.push(
      () => intake.idle(),
      () => app.close(),
      () => stream.close(),
      () => Promise.all([...Object.values(jobs), trees].map((job) => job.stop())),
      () => rpc.stop(),
    );
    await app.listen({ host, port });
    loop.wake();
    const url = `http://${host}:${(app.server.address() as AddressInfo).port}`;
    const { heliusApiKey, publicUrl } = options;
    if (heliusApiKey !== undefined && publicUrl !== undefined) {
      const webhookUrl = `${publicUrl}/webhooks/helius`;
      await registerWebhook({
        apiKey: heliusApiKey,
        webhookUrl,
        webhookSecret,
        programs,
        genesisHash: deployment.genesisHash,
      });
    }
    // what happened while nobody was here; deliveries are taken meanwhile
    void jobs.look.now();
    if (options.catchUpAtStart ?? true) {
      void jobs.backfill
        .now()
        .then(() => jobs.finality.now())
        .then(() => jobs.reconcile.now())
        .then(() => trees.check());
    }
    return {
      url,
      settled: () => loop.settled(),
      backfill: () => jobs.backfill.now(),
      finality: () => jobs.finality.now(),
      manifests: () => jobs.manifests.now(),
      reconcile: () => jobs.reconcile.now(),
      trees: () => trees.check(),
      database,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Addresses of all programs of a deployment, base58. */
function programsOf(deployment: Deployment): string[] {
  const keys: unknown[] = Object.values(deployment);
  return keys.flatMap((key) => (key instanceof PublicKey ? [key.toBase58()] : []));
}

function tellDrift(log: FastifyBaseLogger, drift: Drift[]): void {
  for (const one of drift) {
    if (one.field === 'shortfall')
      log.fatal(one, 'a vault holds less than it owes: nothing is answered any more');
    else if (one.field === 'dust') log.warn(one, 'a vault holds more than it owes: somebody sent it tokens');
    else log.error(one, 'a row is not as the chain has it');
  }
}
