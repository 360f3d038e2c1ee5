import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder, i64 } from '../idl.js';
import { configAddress, delegatesAddress } from '../pda/registry.js';
import type { OwnedAgent } from './registry.js';
import { eventAccounts, idlNumber } from './registry-shared.js';

/** What a delegate may do for an agent, one bit each. Keys, payouts, transfer and retirement stay the owner's. */
export const DelegatePermission = {
  /** Versions, and so the price; the delegate pays their rent. */
  Publish: idlNumber('PERMISSION_PUBLISH'),
  Yank: idlNumber('PERMISSION_YANK'),
  /** Tags and the offered holdback. */
  Update: idlNumber('PERMISSION_UPDATE'),
  Heartbeat: idlNumber('PERMISSION_HEARTBEAT'),
  /** Opening for business and suspending. */
  Status: idlNumber('PERMISSION_STATUS'),
  /** Answering ratings; the delegate pays the rent. */
  Respond: idlNumber('PERMISSION_RESPOND'),
} as const;

export interface DelegateAddParams extends OwnedAgent {
  /** Agrees by its signature; no arbiter. */
  delegate: PublicKey;
  /** Pays the rent where the agent has no delegates yet; the owner unless told. Signs. */
  rentPayer?: PublicKey;
  /** `DelegatePermission`s, or-ed. */
  permissions: number;
  /** Unix seconds. */
  expiresAt: bigint;
}

/** Lets a key act for the owner, or gives a delegate other permissions. Signers: owner, delegate, rent payer. */
export async function delegateAdd(
  deployment: Deployment,
  params: DelegateAddParams,
): Promise<{ instruction: TransactionInstruction; delegates: PublicKey }> {
  const { agent, owner, delegate, rentPayer = owner, permissions, expiresAt } = params;
  const delegates = delegatesAddress(deployment, agent);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.delegateAdd({ permissions, expiresAt: i64(expiresAt, 'expiresAt') })
    .accountsStrict({
      owner,
      delegate,
      rentPayer,
      config: configAddress(deployment),
      agent,
      delegates,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, delegates };
}

/** An agent's delegates, and who paid their rent. */
export interface DelegatesRef {
  agent: PublicKey;
  rentPayer: PublicKey;
}

export interface DelegateRemoveParams extends DelegatesRef {
  delegate: PublicKey;
  /** The owner, or the delegate itself; signs. */
  signer: PublicKey;
}

/** Ends a delegation; the last returns the rent. Signers: signer. */
export async function delegateRemove(
  deployment: Deployment,
  { agent, rentPayer, delegate, signer }: DelegateRemoveParams,
): Promise<{ instruction: TransactionInstruction; delegates: PublicKey }> {
  const delegates = delegatesAddress(deployment, agent);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.delegateRemove(delegate)
    .accountsStrict({ signer, agent, delegates, rentPayer, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, delegates };
}

/** Returns the rent of delegates whose agent was transferred or closed. Signers: none. */
export async function delegatesClose(
  deployment: Deployment,
  { agent, rentPayer }: DelegatesRef,
): Promise<{ instruction: TransactionInstruction; delegates: PublicKey }> {
  const delegates = delegatesAddress(deployment, agent);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.delegatesClose()
    .accountsStrict({ agent, delegates, rentPayer, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, delegates };
}
