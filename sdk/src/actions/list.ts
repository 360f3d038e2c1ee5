import type { Connection, PublicKey } from '@solana/web3.js';
import {
  type ChannelAccount,
  decodeChannel,
  decodeJob,
  decodeMandate,
  type JobAccount,
  type MandateAccount,
} from '../accounts/escrow.js';
import { type AgentAccount, decodeAgent } from '../accounts/registry.js';
import { decodePosition, type PositionAccount } from '../accounts/stake.js';
import { type DisputeAccount, decodeDispute } from '../accounts/stake-dispute.js';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { registryIdl } from '../generated/registry.js';
import { stakeIdl } from '../generated/stake.js';
import { channelAddress, jobAddress, mandateAddress } from '../pda/escrow.js';
import { agentAddress } from '../pda/registry.js';
import { disputeAddress, positionAddress } from '../pda/stake.js';
import { AccountMismatch } from '../rpc/errors.js';
import { programAccounts } from '../rpc/program-accounts.js';

/** An account with its address. */
export interface Listed<T> {
  address: PublicKey;
  account: T;
}

/** What an account must name to be listed; nothing lists all. */
type Naming<K extends string> = { [F in K]?: PublicKey };

/** How one kind of account is listed and checked. */
interface Kind<T> {
  program: PublicKey;
  idl: unknown;
  name: string;
  decode: (data: Uint8Array) => T;
  derive: (account: T) => PublicKey;
}

/** A node can leave accounts out, and cannot make any up: each derives the address that it was listed at. */
async function list<T>(
  connection: Connection,
  { program, idl, name, decode, derive }: Kind<T>,
  fields: Naming<string>,
): Promise<Listed<T>[]> {
  const named = Object.fromEntries(
    Object.entries(fields).flatMap(([field, key]) => (key === undefined ? [] : [[field, key]])),
  ) as Record<string, PublicKey>;
  const found = await programAccounts(connection, program, idl, name, named);
  return found.map(({ address, data }) => {
    const account = decode(data);
    if (!derive(account).equals(address)) {
      throw new AccountMismatch(`${address.toBase58()} was listed as a ${name}, and is none`);
    }
    return { address, account };
  });
}

/** Agents, closed ones left out. @throws AccountMismatch; what the connection throws */
export function listAgents(
  connection: Connection,
  deployment: Deployment,
  by: Naming<'owner'> = {},
): Promise<Listed<AgentAccount>[]> {
  return list(
    connection,
    {
      ...{ program: deployment.registry, idl: registryIdl, name: 'Agent', decode: decodeAgent },
      derive: ({ creator, handle }) => agentAddress(deployment, creator, handle),
    },
    by,
  );
}

/** Mandates. @throws AccountMismatch; what the connection throws */
export function listMandates(
  connection: Connection,
  deployment: Deployment,
  by: Naming<'payer'> = {},
): Promise<Listed<MandateAccount>[]> {
  return list(
    connection,
    {
      ...{ program: deployment.escrow, idl: escrowIdl, name: 'Mandate', decode: decodeMandate },
      derive: ({ payer, id }) => mandateAddress(deployment, payer, id),
    },
    by,
  );
}

/** Channels. @throws AccountMismatch; what the connection throws */
export function listChannels(
  connection: Connection,
  deployment: Deployment,
  by: Naming<'mandate' | 'agent'> = {},
): Promise<Listed<ChannelAccount>[]> {
  return list(
    connection,
    {
      ...{ program: deployment.escrow, idl: escrowIdl, name: 'Channel', decode: decodeChannel },
      derive: ({ mandate, agent, n }) => channelAddress(deployment, mandate, agent, n),
    },
    by,
  );
}

/** Jobs, those left out that are taken off the chain. @throws AccountMismatch; what the connection throws */
export function listJobs(
  connection: Connection,
  deployment: Deployment,
  by: Naming<'mandate' | 'agent'> = {},
): Promise<Listed<JobAccount>[]> {
  return list(
    connection,
    {
      ...{ program: deployment.escrow, idl: escrowIdl, name: 'Job', decode: decodeJob },
      derive: ({ mandate, id }) => jobAddress(deployment, mandate, id),
    },
    by,
  );
}

/** Positions of stake. @throws AccountMismatch; what the connection throws */
export function listPositions(
  connection: Connection,
  deployment: Deployment,
  by: Naming<'vault' | 'staker'> = {},
): Promise<Listed<PositionAccount>[]> {
  return list(
    connection,
    {
      ...{ program: deployment.stake, idl: stakeIdl, name: 'Position', decode: decodePosition },
      derive: ({ vault, staker, tranche }) => positionAddress(deployment, vault, staker, tranche),
    },
    by,
  );
}

/** Disputes that are under way. @throws AccountMismatch; what the connection throws */
export function listDisputes(
  connection: Connection,
  deployment: Deployment,
  by: Naming<'agent' | 'claimant' | 'subject'> = {},
): Promise<Listed<DisputeAccount>[]> {
  return list(
    connection,
    {
      ...{ program: deployment.stake, idl: stakeIdl, name: 'Dispute', decode: decodeDispute },
      derive: ({ subject, nonce }) => disputeAddress(deployment, subject, nonce),
    },
    by,
  );
}
