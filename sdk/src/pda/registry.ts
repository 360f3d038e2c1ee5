import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { idlBytes } from '../idl.js';

const CONFIG = idlBytes(registryIdl, 'CONFIG_SEED');
const AGENT = idlBytes(registryIdl, 'AGENT_SEED');
const VERSION = idlBytes(registryIdl, 'VERSION_SEED');
const DELEGATES = idlBytes(registryIdl, 'DELEGATES_SEED');
const ATTESTATION = idlBytes(registryIdl, 'ATTESTATION_SEED');
const CONFIG_PROPOSAL = idlBytes(registryIdl, 'CONFIG_PROPOSAL_SEED');

const UPGRADEABLE_LOADER = new PublicKey('BPFLoaderUpgradeab1e11111111111111111111111');

/** The protocol's settings: `["config"]` */
export function configAddress(deployment: Deployment): PublicKey {
  return PublicKey.findProgramAddressSync([CONFIG], deployment.registry)[0];
}

/**
 * An agent, and the tombstone in its place once it is closed: `["agent", creator, handle]`
 * @throws TypeError for a handle over 32 bytes, which no agent has
 */
export function agentAddress(deployment: Deployment, creator: PublicKey, handle: string): PublicKey {
  const seeds = [AGENT, creator.toBytes(), Buffer.from(handle)];
  return PublicKey.findProgramAddressSync(seeds, deployment.registry)[0];
}

/**
 * A version of an agent: `["version", agent, n: u32 LE]`
 * @param n from 1
 * @throws RangeError for what is not a u32
 */
export function versionAddress(deployment: Deployment, agent: PublicKey, n: number): PublicKey {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(n);
  return PublicKey.findProgramAddressSync([VERSION, agent.toBytes(), number], deployment.registry)[0];
}

/** Who acts for an agent's owner: `["delegates", agent]` */
export function delegatesAddress(deployment: Deployment, agent: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([DELEGATES, agent.toBytes()], deployment.registry)[0];
}

/** What an attestor vouches for about a wallet: `["attestation", attestor, subject]` */
export function attestationAddress(
  deployment: Deployment,
  attestor: PublicKey,
  subject: PublicKey,
): PublicKey {
  const seeds = [ATTESTATION, attestor.toBytes(), subject.toBytes()];
  return PublicKey.findProgramAddressSync(seeds, deployment.registry)[0];
}

/**
 * A change of the config that waits: `["config_proposal", number: u64 LE]`
 * @throws RangeError for what is not a u64
 */
export function configProposalAddress(deployment: Deployment, number: bigint): PublicKey {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(number);
  return PublicKey.findProgramAddressSync([CONFIG_PROPOSAL, bytes], deployment.registry)[0];
}

/** Where the upgradeable loader says who may upgrade the registry. */
export function registryProgramDataAddress(deployment: Deployment): PublicKey {
  return PublicKey.findProgramAddressSync([deployment.registry.toBytes()], UPGRADEABLE_LOADER)[0];
}
