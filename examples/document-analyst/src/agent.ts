import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AgentManifest,
  AgentStore,
  type Chain,
  createMessageSigner,
  type Deployment,
  type SettleReport,
  Settler,
  SettleSchedule,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, Signer } from '@solana/web3.js';
import { type AnalysisLimits, AnalysisPool } from './analysis-pool.js';
import { createService, SETTLING_TIME } from './service.js';

/** Seconds that `settleWithin` stands for. */
const SETTLE_WITHIN = 900;
/** Milliseconds that `stop` waits for requests under way. */
const STOPPING_TIME = 10_000;

export interface AgentOptions {
  chain: Chain;
  deployment: Deployment;
  /** The agent's account and the version of it that runs here. */
  agent: PublicKey;
  agentVersion: number;
  /** The agent's key: signs answers, holds no funds. */
  agentKey: Keypair;
  /** Pays the fees of settling. */
  feePayer: Signer;
  /** Makes the manifest from the address that the service listens on. */
  manifest: (url: string) => AgentManifest;
  /** Directory for what must survive a crash. */
  dataDirectory: string;
  /** 0 takes any free port */
  port: number;
  /** Calls taken after which the vouchers are settled at once. */
  settleEvery?: number | undefined;
  /**
   * Seconds after which they are settled however few they are, 900 without it; sooner where one would expire.
   * Keep it well below the deployment's close grace: a payer who closes has the rest back after that.
   */
  settleWithin?: number | undefined;
  /** Bounds of the work on one document, and on all at once. */
  analysis?: AnalysisLimits;
  /** Gets what was settled by itself. */
  onSettled?: (report: SettleReport) => void;
  onError?: (error: Error) => void;
}

export interface RunningAgent {
  /** http://127.0.0.1:PORT */
  url: string;
  /** Settles now what is due. */
  settle(): Promise<SettleReport>;
  /** Takes no more calls, finishes those under way, and closes the store. Settles nothing: the store keeps it. */
  stop(): Promise<void>;
}

/**
 * Starts the agent on the loopback interface.
 * @throws StoreLocked when another process runs on the same directory
 */
export async function startAgent(options: AgentOptions): Promise<RunningAgent> {
  const onError = options.onError ?? ((error: Error) => process.emitWarning(error));
  await mkdir(options.dataDirectory, { recursive: true });
  const store = await AgentStore.open(join(options.dataDirectory, 'vouchers.journal'));
  try {
    return await run(options, store, onError);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function run(
  options: AgentOptions,
  store: AgentStore,
  onError: (error: Error) => void,
): Promise<RunningAgent> {
  const settler = new Settler({ ...options, store });
  const pool = new AnalysisPool(options.analysis);
  const schedule = new SettleSchedule({
    chain: options.chain,
    store,
    settler,
    every: options.settleEvery,
    longestWait: options.settleWithin ?? SETTLE_WITHIN,
    beforeExpiry: 2 * SETTLING_TIME,
    onSettled: (report) => options.onSettled?.(report),
    onError,
  });
  let settling: Promise<unknown> = Promise.resolve();
  let manifest: AgentManifest | undefined;
  const app = createService({
    ...options,
    store,
    pool,
    signer: createMessageSigner(options.agentKey.secretKey),
    onError,
    manifest: () => {
      if (manifest === undefined) throw new Error('not listening yet');
      return manifest;
    },
    onAccepted: () => schedule.taken(),
  });
  const stop = async () => {
    const overdue = setTimeout(() => app.server.closeAllConnections(), STOPPING_TIME);
    await app.close();
    clearTimeout(overdue);
    await Promise.all([pool.close(), schedule.stop(), settling]);
  };
  try {
    const url = await app.listen({ host: '127.0.0.1', port: options.port });
    manifest = options.manifest(url);
    pool.warm();
    return {
      url,
      settle: () => {
        const report = settler.run();
        settling = Promise.allSettled([report]);
        return report;
      },
      stop: async () => {
        await stop();
        await store.close();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
