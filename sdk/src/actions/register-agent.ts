import { PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { agentHeartbeat, agentRegister, agentSetStatus, versionPublish } from '../instructions/registry.js';
import { type AgentManifest, manifestHash } from '../manifest/index.js';
import { agentAddress } from '../pda/registry.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { readAgent, readVersion } from './read.js';

export interface RegisterAgentParams {
  /** Signs, pays, and owns the agent. */
  owner: TransactionSigner;
  manifest: AgentManifest;
  /** where the manifest can be read, at most 200 bytes */
  uri: string;
  /** Signs answers. */
  agentKey: PublicKey;
  /** Gets the earnings; the owner unless given. */
  payoutOwner?: PublicKey;
  /** Seconds that settled money is held back. */
  holdback: bigint;
}

export interface RegisteredAgent {
  agent: PublicKey;
  version: number;
  /** what was done, in order; empty where all was as it should be */
  done: ('registered' | 'published' | 'activated' | 'renewed')[];
  /** null where nothing had to be done */
  outcome: TransactionOutcome | null;
}

/** The handle is registered to another agent key: take it over by `agentUpdate`, or take another handle. */
export class AgentKeyMismatch extends Error {
  override readonly name = 'AgentKeyMismatch';
}

/**
 * Has an agent registered, its manifest published as the latest version, and open for business, in one
 * transaction; a second run finds it so, and renews its lease alone.
 * @throws AgentKeyMismatch; AccountMismatch for a handle that was given up; ProgramError; what sending throws
 */
export async function registerAgent(
  chain: Chain,
  deployment: Deployment,
  params: RegisterAgentParams,
): Promise<RegisteredAgent> {
  const { owner, manifest, uri, agentKey, holdback } = params;
  const agent = agentAddress(deployment, owner.publicKey, manifest.handle);
  const owned = { agent, owner: owner.publicKey };
  const known = await readAgent(chain, deployment, agent);
  if (known !== null && !known.agentKey.equals(agentKey)) {
    throw new AgentKeyMismatch(`${manifest.handle} is registered to the key ${known.agentKey.toBase58()}`);
  }
  const hash = manifestHash(manifest);
  const latest = known?.latestVersion ?? 0;
  const current = latest === 0 ? null : await readVersion(chain, deployment, agent, latest);
  const isPublished =
    current !== null && Buffer.from(current.manifestHash).equals(Buffer.from(hash)) && current.uri === uri;
  const version = isPublished ? latest : latest + 1;

  const instructions: TransactionInstruction[] = [];
  const done: RegisteredAgent['done'] = [];
  if (known === null) {
    const { instruction } = await agentRegister(deployment, {
      creator: owner.publicKey,
      handle: manifest.handle,
      agentKey,
      payoutOwner: params.payoutOwner ?? owner.publicKey,
      holdback,
      tags: manifest.tags,
    });
    instructions.push(instruction);
    done.push('registered');
  }
  if (!isPublished) {
    const { instruction } = await versionPublish(deployment, {
      ...owned,
      number: version,
      semver: manifest.version,
      manifestHash: hash,
      uri,
      price: BigInt(manifest.pricing.amount),
      priceMint: new PublicKey(manifest.pricing.mint),
    });
    instructions.push(instruction);
    done.push('published');
  }
  if (known === null || known.status === 'Draft') {
    const { instruction } = await agentSetStatus(deployment, { ...owned, status: 'Active' });
    instructions.push(instruction);
    done.push('activated');
  } else if (isPublished) {
    const { instruction } = await agentHeartbeat(deployment, { agent, signer: owner.publicKey });
    instructions.push(instruction);
    done.push('renewed');
  }
  const outcome = instructions.length === 0 ? null : await chain.send(instructions, { payer: owner });
  return { agent, version, done, outcome };
}
