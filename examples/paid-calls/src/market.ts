import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  documentAnalystManifest,
  HANDLE,
  type RunningAgent,
  startAgent,
  TAGS,
  VERSION,
} from '@agent-labs/example-document-analyst';
import { type SeededChain, startSeededChain } from '@agent-labs/localnet';
import {
  agentAddress,
  agentRegister,
  agentSetStatus,
  manifestHash,
  parseManifest,
  type TransactionOutcome,
  versionPublish,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';

/** Base units of the settlement token: 0.01 a document. */
export const PRICE = 10_000n;
/** Base units the payer starts with: 100. */
const PURSE = 100_000_000n;
/** Seconds that settled money is held back. */
const HOLDBACK = 60n;

/** A local chain with one agent that is registered, running and open for business. */
export interface Market extends SeededChain {
  agent: PublicKey;
  running: RunningAgent;
  /** Directory of what must survive a crash; removed by `close`. */
  directory: string;
  close(): Promise<void>;
}

export interface MarketOptions {
  /** Told of every step as it happens. */
  onStep: (title: string, detail: string, outcome?: TransactionOutcome) => void;
  /** Told of every transaction that settles vouchers. */
  onSettle: (outcome: TransactionOutcome) => void;
  /** Calls after which the agent settles by itself. */
  settleEvery: number;
}

/** Starts chain and agent, and registers the agent from its own manifest. */
export async function openMarket(options: MarketOptions): Promise<Market> {
  const { onStep } = options;
  const seeded = await startSeededChain(PURSE);
  const { chain, deployment, mint, owner, operator } = seeded;
  onStep(
    'chain',
    `local, in this process; registry ${short(deployment.registry)}, escrow ${short(deployment.escrow)}`,
  );

  const directory = await mkdtemp(join(tmpdir(), 'agent-labs-'));
  const agent = agentAddress(deployment, owner.publicKey, HANDLE);
  const agentKey = Keypair.generate();
  const running = await startAgent({
    chain,
    deployment,
    agent,
    agentVersion: 1,
    agentKey,
    feePayer: operator,
    manifest: (url) =>
      documentAnalystManifest({ url, price: PRICE, mint: mint.toBase58(), allowPrivateEndpoints: true }),
    dataDirectory: join(directory, 'agent'),
    port: 0,
    settleEvery: options.settleEvery,
    onSettled: ({ transactions, failures }) => {
      for (const outcome of transactions) options.onSettle(outcome);
      for (const { error } of failures) throw error;
    },
  });
  const close = async () => {
    await running.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    onStep('agent', `answers at ${running.url}`);
    await register(seeded, running.url, agent, agentKey.publicKey, onStep);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...seeded, agent, running, directory, close };
}

/** Registers what the agent's manifest says, as an owner would: read from where it is served, and hashed. */
async function register(
  { chain, deployment, mint, owner }: SeededChain,
  url: string,
  agent: PublicKey,
  agentKey: PublicKey,
  onStep: MarketOptions['onStep'],
): Promise<void> {
  const uri = `${url}/manifest.json`;
  const response = await fetch(uri);
  const manifest = parseManifest(await response.text(), { allowPrivateEndpoints: true });
  const hash = manifestHash(manifest);
  const owned = { agent, owner: owner.publicKey };
  const { instruction: registration } = await agentRegister(deployment, {
    creator: owner.publicKey,
    handle: manifest.handle,
    agentKey,
    payoutOwner: owner.publicKey,
    holdback: HOLDBACK,
    tags: manifest.tags,
  });
  const { instruction: publication } = await versionPublish(deployment, {
    ...owned,
    number: 1,
    semver: VERSION,
    manifestHash: hash,
    uri,
    price: BigInt(manifest.pricing.amount),
    priceMint: mint,
  });
  const { instruction: activation } = await agentSetStatus(deployment, { ...owned, status: 'Active' });
  const outcome = await chain.send([registration, publication, activation], { payer: owner });
  onStep(
    'register',
    `${manifest.handle} ${manifest.version}, manifest ${Buffer.from(hash).toString('hex').slice(0, 16)}…, ` +
      `${TAGS.length} tags, open for business`,
    outcome,
  );
}

/** First and last four characters of an address. */
export function short(address: PublicKey): string {
  const text = address.toBase58();
  return `${text.slice(0, 4)}…${text.slice(-4)}`;
}
