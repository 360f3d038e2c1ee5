import { join } from 'node:path';
import { HANDLE } from '@agent-labs/example-document-analyst';
import {
  type AgentAccount,
  agentAddress,
  type EnsuredStake,
  ensureStake,
  parseManifest,
  type RegisteredAgent,
  readAgent,
  readVersion,
  registerAgent,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { keyFile } from './key-files.js';
import type { LocalChain } from './local-chain.js';

/** Seconds that settled money is held back. */
const HOLDBACK = 60n;
/** Lamports the agent's fee payer has at least. */
const FEES = 500_000_000;

/** The agent's keys, and what the chain says of it so far. */
export interface AgentSetup {
  agent: PublicKey;
  agentKey: Keypair;
  feePayer: Keypair;
  account: AgentAccount | null;
  /** Address in the manifest of its latest version, without a path; null where it has none. */
  publishedUrl: string | null;
}

/** Paths of the agent's key files in its directory. */
export const keyPaths = (directory: string) => ({
  agentKey: join(directory, 'agent-key.json'),
  feePayer: join(directory, 'fee-payer.json'),
});

export async function setUpAgent(local: LocalChain, directory: string): Promise<AgentSetup> {
  const { chain, deployment } = local;
  const paths = keyPaths(directory);
  const feePayer = keyFile(paths.feePayer);
  await local.fund(feePayer.publicKey, FEES);
  const agent = agentAddress(deployment, local.persona('owner').publicKey, HANDLE);
  const account = await readAgent(chain, deployment, agent);
  const setup = { agent, agentKey: keyFile(paths.agentKey), feePayer, account };
  if (account === null || account.latestVersion === 0) return { ...setup, publishedUrl: null };
  const version = await readVersion(chain, deployment, agent, account.latestVersion);
  if (version === null) throw new Error(`version ${account.latestVersion} of the agent is not there`);
  return { ...setup, publishedUrl: new URL(version.uri).origin };
}

/** Registers the agent as its owner would, from the manifest it serves: read, hashed and published. */
export async function publishAgent(
  { chain, deployment, persona }: LocalChain,
  { agentKey }: AgentSetup,
  url: string,
): Promise<RegisteredAgent> {
  const uri = `${url}/manifest.json`;
  const manifest = parseManifest(await (await fetch(uri)).text(), { allowPrivateEndpoints: true });
  return registerAgent(chain, deployment, {
    owner: persona('owner'),
    manifest,
    uri,
    agentKey: agentKey.publicKey,
    holdback: HOLDBACK,
  });
}

/** Puts at stake what the chain asks of an agent before anybody opens a channel to it, as its owner would. */
export function stakeAgent(
  { chain, deployment, persona }: LocalChain,
  { agent }: AgentSetup,
): Promise<EnsuredStake> {
  return ensureStake(chain, deployment, { owner: persona('owner'), agent });
}
