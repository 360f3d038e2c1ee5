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
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, Signer } from '@solana/web3.js';
import { createService } from './service.js';

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
  /** Calls taken after which the vouchers are settled; the rest waits for `settle`. */
  settleEvery?: number;
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
  const settler = new Settler({ ...options, store });
  let taken = 0;
  let settling: Promise<void> = Promise.resolve();
  let manifest: AgentManifest | undefined;
  const app = createService({
    ...options,
    store,
    signer: createMessageSigner(options.agentKey.secretKey),
    onError,
    manifest: () => {
      if (manifest === undefined) throw new Error('not listening yet');
      return manifest;
    },
    onAccepted: () => {
      taken += 1;
      if (options.settleEvery === undefined || taken % options.settleEvery !== 0) return;
      settling = settler.run().then((report) => options.onSettled?.(report), onError);
    },
  });
  try {
    const url = await app.listen({ host: '127.0.0.1', port: options.port });
    manifest = options.manifest(url);
    return {
      url,
      settle: () => settler.run(),
      stop: async () => {
        await app.close();
        await settling;
        await store.close();
      },
    };
  } catch (error) {
    await app.close();
    await store.close();
    throw error;
  }
}
