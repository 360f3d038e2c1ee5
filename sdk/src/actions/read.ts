import type { PublicKey } from '@solana/web3.js';
import {
  type ChannelAccount,
  decodeChannel,
  decodeJob,
  decodeMandate,
  type JobAccount,
  type MandateAccount,
} from '../accounts/escrow.js';
import {
  type AgentAccount,
  type AgentVersionAccount,
  type AttestationAccount,
  type ConfigAccount,
  type DelegatesAccount,
  decodeAgent,
  decodeAgentVersion,
  decodeAttestation,
  decodeConfig,
  decodeDelegates,
} from '../accounts/registry.js';
import {
  decodePosition,
  decodeStakeVault,
  type PositionAccount,
  type StakeVaultAccount,
} from '../accounts/stake.js';
import type { AccountState, Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { channelAddress, jobAddress, mandateAddress } from '../pda/escrow.js';
import {
  agentAddress,
  attestationAddress,
  configAddress,
  delegatesAddress,
  versionAddress,
} from '../pda/registry.js';
import { positionAddress, stakeVaultAddress, type TrancheName } from '../pda/stake.js';
import { AccountMismatch } from '../rpc/errors.js';

/**
 * Readers that believe nothing but what they can check: an account counts where the right program owns it, its
 * bytes decode, and what it says of itself derives the address it was read at.
 */
export async function read<T>(
  chain: Chain,
  at: PublicKey,
  program: PublicKey,
  what: string,
  decode: (data: Uint8Array) => T,
  derive: (account: T) => PublicKey,
): Promise<T | null> {
  return accountOf(await chain.getAccount(at), at, program, what, decode, derive);
}

/** The same of an account that was read already. @throws AccountMismatch */
export function accountOf<T>(
  state: AccountState | null,
  at: PublicKey,
  program: PublicKey,
  what: string,
  decode: (data: Uint8Array) => T,
  derive: (account: T) => PublicKey,
): T | null {
  // lamports sent to an address ahead of time make no account of ours
  if (state === null || (state.data.length === 0 && !state.owner.equals(program))) return null;
  if (!state.owner.equals(program)) {
    throw new AccountMismatch(`${at.toBase58()} belongs to ${state.owner.toBase58()}: it is no ${what}`);
  }
  let account: T;
  try {
    account = decode(state.data);
  } catch (error) {
    throw new AccountMismatch(`${at.toBase58()} is no ${what}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (derive(account).equals(at)) return account;
  throw new AccountMismatch(`what is at ${at.toBase58()} says it is another ${what}; the node may be lying`);
}

/** null where there is none. @throws AccountMismatch, a tombstone's address too */
export function readAgent(chain: Chain, deployment: Deployment, at: PublicKey): Promise<AgentAccount | null> {
  return read(chain, at, deployment.registry, 'agent', decodeAgent, ({ creator, handle }) =>
    agentAddress(deployment, creator, handle),
  );
}

/** null where there is none. @throws AccountMismatch */
export function readVersion(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
  number: number,
): Promise<AgentVersionAccount | null> {
  const at = versionAddress(deployment, agent, number);
  return read(chain, at, deployment.registry, 'version', decodeAgentVersion, (version) =>
    versionAddress(deployment, version.agent, version.number),
  );
}

/** null where there is none. @throws AccountMismatch */
export function readMandate(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<MandateAccount | null> {
  return read(chain, at, deployment.escrow, 'mandate', decodeMandate, ({ payer, id }) =>
    mandateAddress(deployment, payer, id),
  );
}

/** null where there is none. @throws AccountMismatch */
export function readChannel(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<ChannelAccount | null> {
  return read(chain, at, deployment.escrow, 'channel', decodeChannel, ({ mandate, agent, n }) =>
    channelAddress(deployment, mandate, agent, n),
  );
}

/** null where there is none. @throws AccountMismatch */
export function readJob(chain: Chain, deployment: Deployment, at: PublicKey): Promise<JobAccount | null> {
  return read(chain, at, deployment.escrow, 'job', decodeJob, ({ mandate, id }) =>
    jobAddress(deployment, mandate, id),
  );
}

/** null where the protocol is not set up. @throws AccountMismatch */
export function readConfig(chain: Chain, deployment: Deployment): Promise<ConfigAccount | null> {
  const at = configAddress(deployment);
  return read(chain, at, deployment.registry, 'config', decodeConfig, () => at);
}

/** The vault of an agent; null where there is none. @throws AccountMismatch */
export function readStakeVault(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
): Promise<StakeVaultAccount | null> {
  const at = stakeVaultAddress(deployment, agent);
  return read(chain, at, deployment.stake, 'stake vault', decodeStakeVault, (vault) =>
    stakeVaultAddress(deployment, vault.agent),
  );
}

/** What a staker has in a tranche of an agent's vault; null where there is nothing. @throws AccountMismatch */
export function readPosition(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
  staker: PublicKey,
  tranche: TrancheName,
): Promise<PositionAccount | null> {
  const at = positionAddress(deployment, stakeVaultAddress(deployment, agent), staker, tranche);
  return read(chain, at, deployment.stake, 'position', decodePosition, (position) =>
    positionAddress(deployment, position.vault, position.staker, position.tranche),
  );
}

/** What an attestor vouches for about a wallet; null where it does not. Look at its end. @throws AccountMismatch */
export function readAttestation(
  chain: Chain,
  deployment: Deployment,
  attestor: PublicKey,
  subject: PublicKey,
): Promise<AttestationAccount | null> {
  const at = attestationAddress(deployment, attestor, subject);
  return read(chain, at, deployment.registry, 'attestation', decodeAttestation, (attestation) =>
    attestationAddress(deployment, attestation.attestor, attestation.subject),
  );
}

/** Who acts for an agent's owner; null where nobody does. @throws AccountMismatch */
export function readDelegates(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
): Promise<DelegatesAccount | null> {
  const at = delegatesAddress(deployment, agent);
  return read(chain, at, deployment.registry, 'list of delegates', decodeDelegates, (delegates) =>
    delegatesAddress(deployment, delegates.agent),
  );
}
