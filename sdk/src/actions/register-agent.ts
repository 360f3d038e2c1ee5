import { PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { agentHeartbeat, agentRegister, agentSetStatus, versionPublish } from '../instructions/registry.js';
import { type AgentManifest, manifestHash } from '../manifest/index.js';
import { agentAddress } from '../pda/registry.js';
import type { IntakeTerms } from '../pda/timelock.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { intakeInstructions } from './intakes.js';
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
  /** Has the earnings locked as they come in, for `payoutOwner`: payouts go to the intake of these terms. */
  payoutLock?: IntakeTerms;
  /** Seconds that settled money is held back. */
  holdback: bigint;
}

export interface RegisteredAgent {
  agent: PublicKey;
  version: number;
  /** where earnings are locked, where `payoutLock` asked for it */
  intake: PublicKey | null;
  /** what was done, in order; empty where all was as it should be */
  done: ('intake opened' | 'registered' | 'published' | 'activated' | 'renewed')[];
  /** null where nothing had to be done */
  outcome: TransactionOutcome | null;
}

/** The handle is registered to another agent key: take it over by `agentUpdate`, or take another handle. */
export class AgentKeyMismatch extends Error {
  override readonly name = 'AgentKeyMismatch';
}

/** The agent is registered, and its payouts go elsewhere than to the intake that is wished for. */
export class PayoutOwnerMismatch extends Error {
  override readonly name = 'PayoutOwnerMismatch';
}

/**
 * Has an agent registered, its manifest published as the latest version, and open for business, in one
 * transaction; a second run finds it so, and renews its lease alone.
 * @throws AgentKeyMismatch; PayoutOwnerMismatch; AccountMismatch for a handle that was given up; ProgramError; what sending throws
 */
export async function registerAgent(
  chain: Chain,
  deployment: Deployment,
  params: RegisterAgentParams,
): Promise<RegisteredAgent> {
  const { owner, manifest, uri, agentKey, holdback, payoutLock } = params;
  const earner = params.payoutOwner ?? owner.publicKey;
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
  const locked =
    payoutLock && (await intakeInstructions(chain, deployment, owner.publicKey, earner, payoutLock));
  if (locked !== undefined) {
    if (known !== null && !known.payoutOwner.equals(locked.intake)) {
      throw new PayoutOwnerMismatch(
        `${manifest.handle} is paid to ${known.payoutOwner.toBase58()}: change it by agentUpdate`,
      );
    }
    instructions.push(...locked.instructions);
    if (locked.instructions.length > 0) done.push('intake opened');
  }
  if (known === null) {
    const { instruction } = await agentRegister(deployment, {
      creator: owner.publicKey,
      handle: manifest.handle,
      agentKey,
      payoutOwner: locked?.intake ?? earner,
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
  return { agent, version, intake: locked?.intake ?? null, done, outcome };
}
