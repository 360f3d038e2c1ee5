import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HANDLE } from '@agent-labs/example-document-analyst';
import { StoreLock, StoreLocked, type TransactionOutcome } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { type AgentSetup, keyPaths, publishAgent, setUpAgent, stakeAgent } from './agent-setup.js';
import type { StackDirectory } from './directory.js';
import { connectLocalChain, type LocalChain } from './local-chain.js';
import { removePorts, type StackPorts, writePorts } from './port-file.js';
import { freePort } from './ports.js';
import { Program, ProgramFailed, type ProgramOptions } from './program.js';
import { STAKE_SYMBOL, SYMBOL, tokens } from './story/text.js';

/** Ports asked for; the chain's WebSocket takes the one after its own. */
const PORTS = { chain: 8899, gateway: 8787, indexer: 8788, agent: 8790, dashboard: 8780 };
/** Base units of the settlement token for a document: 0.01. */
export const PRICE = 10_000n;
/** Calls, and seconds, after which the local agent settles. */
const SETTLE_EVERY = 10;
const SETTLE_WITHIN = 1;

/** Chain, agent, gateway, indexer and dashboard as processes of this one. */
export interface RunningStack {
  ports: StackPorts;
  local: LocalChain;
  /** Resolves with what to say when a program has ended by itself. */
  failed: Promise<string>;
  /** Ends them, what depends on another first, so that each can finish what it has begun. */
  stop(): Promise<void>;
}

export interface StackOptions {
  directory: StackDirectory;
  /** Told of every step. */
  onStep: (title: string, detail: string, outcome?: TransactionOutcome) => void;
}

/** Tries at a program whose port somebody else takes meanwhile. */
const MOST_ATTEMPTS = 3;

/** Starts a program on a port, or on the next `run` free ones above it, and waits until it listens. */
type StartProgram = <Ready>(
  name: string,
  preferred: number,
  run: number,
  program: (port: number) => Pick<ProgramOptions, 'module' | 'env' | 'parameters'>,
) => Promise<Ready>;

const { resolve } = createRequire(import.meta.url);
const beside = (package_: string, file: string) => join(resolve(package_), '..', file);

/** A stack runs on that directory already. */
export class StackRuns extends Error {
  override readonly name = 'StackRuns';
}

/**
 * Starts chain, indexer, agent and gateway on the state of a directory, registers the agent, and writes the port file.
 * @throws StackRuns, ProgramFailed
 */
export async function startStack({ directory, onStep }: StackOptions): Promise<RunningStack> {
  const lock = lockOf(directory);
  const running: Program[] = [];
  const stop = async () => {
    removePorts(directory);
    for (const program of running.reverse()) await program.stop();
    lock.release();
  };
  const start: StartProgram = async (name, preferred, run, program) => {
    let from = preferred;
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort(from, run);
      const log = join(directory.logs, `${name}.log`);
      try {
        const started = await Program.start<never>({ name, log, ...program(port) });
        running.push(started.program);
        if (port !== preferred) onStep('port', `${preferred} is taken: the ${name} listens on ${port}`);
        return started.ready;
      } catch (error) {
        // somebody took it between the look and the listening
        if (attempt === MOST_ATTEMPTS || !isTaken(error)) throw error;
        from = port + 1;
      }
    }
  };
  let indexing: Promise<string> | null = null;
  try {
    const { rpcUrl } = await start<{ rpcUrl: string }>('chain', PORTS.chain, 2, (port) => ({
      module: beside('@agent-labs/localnet', 'main.js'),
      parameters: ['--port', String(port), '--data', directory.chain],
    }));
    const local = await connectLocalChain(rpcUrl);
    onStep('chain', `local, JSON-RPC at ${rpcUrl}, slot ${await local.chain.slot()}`);

    // beside the rest: its tables take a while to open
    indexing = startIndexerProgram(local, directory, start);
    const setup = await setUpAgent(local, directory.agent);
    const agentUrl = await startAgentProgram(local, setup, directory, start);
    onStep('agent', `answers at ${agentUrl}`);
    const { done, version, outcome } = await publishAgent(local, setup, agentUrl);
    if (outcome !== null) onStep('registry', `${HANDLE} version ${version}: ${done.join(', ')}`, outcome);
    const staked = await stakeAgent(local, setup);
    if (staked.outcome !== null) {
      const amount = tokens(staked.added, STAKE_SYMBOL);
      onStep('stake', `${amount} of the owner's, lost first where the agent fails`, staked.outcome);
    }

    // the gateway answers the dashboard's pages alone, so where those are is settled first
    const dashboardPort = await freePort(PORTS.dashboard);
    const { url: gatewayUrl } = await start<{ url: string }>('gateway', PORTS.gateway, 1, (port) => ({
      module: beside('@agent-labs/gateway', 'main.js'),
      env: {
        PORT: String(port),
        RPC_URL: rpcUrl,
        DATA_DIR: directory.gateway,
        ALLOW_PRIVATE_ENDPOINTS: '1',
        ALLOWED_ORIGINS: `http://127.0.0.1:${dashboardPort}`,
      },
    }));
    onStep('gateway', `relays at ${gatewayUrl}`);

    const indexerUrl = await indexing;
    onStep('indexer', `reads the chain, answers at ${indexerUrl}`);

    const agent = setup.agent.toBase58();
    const urls = { rpcUrl, gatewayUrl, indexerUrl, agentUrl };
    const dashboardUrl = await startDashboardProgram(local, urls, { directory, port: dashboardPort, start });
    onStep('dashboard', `${dashboardUrl}/agents/${agent}`);
    const ports = { pid: process.pid, ...urls, dashboardUrl, agent };
    writePorts(directory, ports);
    const failed = Promise.race(running.map(({ ended }) => ended));
    return { ports, local, failed, stop };
  } catch (error) {
    // what is still starting has to be there to be stopped; why it failed is not why this did
    await indexing?.catch(() => null);
    await stop();
    throw error;
  }
}

/** Starts the indexer and has the chain deliver to it; what it missed it reads from the chain. */
async function startIndexerProgram(
  local: LocalChain,
  directory: StackDirectory,
  start: StartProgram,
): Promise<string> {
  const webhookSecret = randomBytes(32).toString('hex');
  const { url } = await start<{ url: string }>('indexer', PORTS.indexer, 1, (port) => ({
    module: beside('@agent-labs/indexer', 'main.js'),
    env: {
      PORT: String(port),
      RPC_URL: local.rpcUrl,
      DATA_DIR: directory.indexer,
      DATABASE_URL: '',
      HELIUS_API_KEY: '',
      WEBHOOK_SECRET: webhookSecret,
      ALLOW_PRIVATE_ENDPOINTS: '1',
    },
  }));
  await local.deliverTo(`${url}/webhooks/helius`, webhookSecret);
  return url;
}

/** Starts the dashboard, which builds its page first where that is older than its sources. */
async function startDashboardProgram(
  local: LocalChain,
  { rpcUrl, gatewayUrl, indexerUrl }: Pick<StackPorts, 'rpcUrl' | 'gatewayUrl' | 'indexerUrl'>,
  { directory, port: wanted, start }: { directory: StackDirectory; port: number; start: StartProgram },
): Promise<string> {
  const { deployment, mint, stakeMint, tokenDecimals: decimals, keysFile } = local;
  const { url } = await start<{ url: string }>('dashboard', wanted, 1, (port) => ({
    module: beside('@agent-labs/app', 'main.js'),
    env: {
      PORT: String(port),
      CLUSTER: 'localnet',
      GENESIS_HASH: new PublicKey(deployment.genesisHash).toBase58(),
      RPC_URLS: rpcUrl,
      RPC_WS_URL: '',
      INDEXER_URL: indexerUrl,
      GATEWAY_URL: gatewayUrl,
      REGISTRY_ID: deployment.registry.toBase58(),
      ESCROW_ID: deployment.escrow.toBase58(),
      STAKE_ID: deployment.stake.toBase58(),
      REPUTATION_ID: deployment.reputation.toBase58(),
      CONSENT_ID: deployment.consent.toBase58(),
      TOKENS: JSON.stringify({
        [mint.toBase58()]: { symbol: SYMBOL, decimals },
        [stakeMint.toBase58()]: { symbol: STAKE_SYMBOL, decimals },
      }),
      STAKE_MINT: stakeMint.toBase58(),
      MANIFEST_DIR: directory.manifests,
      BURNERS_FILE: keysFile,
    },
  }));
  if (Number(new URL(url).port) === wanted) return url;
  throw new ProgramFailed(
    `somebody took port ${wanted} meanwhile, which the dashboard was to have; start again`,
  );
}

function isTaken(error: unknown): boolean {
  return error instanceof ProgramFailed && error.message.includes('EADDRINUSE');
}

function lockOf({ root }: StackDirectory): StoreLock {
  try {
    return StoreLock.acquire(join(root, 'stack.lock'));
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new StackRuns(`a stack runs on ${root}; stop it, or set AGENT_LABS_DIR to another directory`);
  }
}

async function startAgentProgram(
  local: LocalChain,
  { agent, account, publishedUrl }: AgentSetup,
  directory: StackDirectory,
  start: StartProgram,
): Promise<string> {
  // where its manifest on the chain says it is, unless somebody else is there by now
  const registered = publishedUrl === null ? PORTS.agent : Number(new URL(publishedUrl).port);
  const latest = account?.latestVersion ?? 0;
  const paths = keyPaths(directory.agent);
  const { url } = await start<{ url: string }>('agent', registered, 1, (port) => ({
    module: beside('@agent-labs/example-document-analyst', 'main.js'),
    env: {
      AGENT_RPC_URL: local.rpcUrl,
      AGENT_ACCOUNT: agent.toBase58(),
      AGENT_VERSION: String(publishedUrl !== null && port === registered ? latest : latest + 1),
      AGENT_KEY_FILE: paths.agentKey,
      AGENT_FEE_PAYER_FILE: paths.feePayer,
      AGENT_DATA_DIR: directory.agent,
      AGENT_PORT: String(port),
      AGENT_PRICE: PRICE.toString(),
      AGENT_MINT: local.mint.toBase58(),
      AGENT_SETTLE_EVERY: String(SETTLE_EVERY),
      AGENT_SETTLE_WITHIN: String(SETTLE_WITHIN),
      AGENT_ALLOW_PRIVATE_ENDPOINTS: '1',
    },
  }));
  return url;
}
