import {
  type AgentManifest,
  type ApprovalTerms,
  agentAddress,
  agentHeartbeat,
  agentSetStatus,
  type MandateRef,
  mandateClose,
  mandateDeposit,
  mandateKill,
  mandateOpen,
  mandateRotate,
  mandateWithdraw,
  registerAgent,
  tokenProgramOf,
  UNCAPPED,
  versionYank,
} from '@agent-labs/sdk';
import type { TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { MandateView } from '../data/views.js';
import type { ApprovalWish } from '../lib/approvers.js';
import { keepAllowList } from './allow-lists.js';
import { signer } from './app-chain.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { newSessionKey } from './session-keys.js';

/** Registers an agent, publishes its manifest and opens it for business, in one transaction. @returns its address */
export async function registerFrom(wish: {
  manifest: AgentManifest;
  uri: string;
  agentKey: string;
  holdback: bigint;
  /** seconds over which each payout is released; null pays it out at once */
  lockedOver: bigint | null;
}): Promise<string> {
  const { chain, wallet } = await signer();
  const { amount, mint } = wish.manifest.pricing;
  const { agent } = await registerAgent(chain.named(`Register ${wish.manifest.handle}`), deployment(), {
    owner: wallet,
    manifest: wish.manifest,
    uri: wish.uri,
    agentKey: addressOf(wish.agentKey),
    holdback: wish.holdback,
    ...(wish.lockedOver !== null && {
      payoutLock: {
        id: 0n,
        mint: addressOf(mint),
        // less than a call's price is not worth a lock that anybody makes
        minAmount: BigInt(amount) > 0n ? BigInt(amount) : 1n,
        cliff: 0n,
        duration: wish.lockedOver,
        period: 0n,
      },
    }),
  });
  return agent.toBase58();
}

/** Address that a handle of this wallet has, registered or not. */
export async function addressOfHandle(handle: string): Promise<string> {
  const { wallet } = await signer();
  return agentAddress(deployment(), wallet.publicKey, handle).toBase58();
}

export async function renewLease(agent: string): Promise<void> {
  const { wallet } = await signer();
  const { instruction } = await agentHeartbeat(deployment(), {
    agent: addressOf(agent),
    signer: wallet.publicKey,
  });
  await sendAs('Renew the lease', [instruction]);
}

export async function setAgentStatus(agent: string, status: 'Active' | 'Suspended'): Promise<void> {
  const { wallet } = await signer();
  const owned = { agent: addressOf(agent), owner: wallet.publicKey };
  const { instruction } = await agentSetStatus(deployment(), { ...owned, status });
  await sendAs(status === 'Active' ? 'Open for business' : 'Suspend the agent', [instruction]);
}

export async function yankVersion(agent: string, number: number): Promise<void> {
  const { wallet } = await signer();
  const owned = { agent: addressOf(agent), owner: wallet.publicKey };
  const { instruction } = await versionYank(deployment(), { ...owned, number });
  await sendAs(`Withdraw version ${number}`, [instruction]);
}

/** Limits of a new mandate; amounts in base units of its mint unless told. */
export interface MandateLimits {
  mint: string;
  perCallMax: bigint;
  dailyCap: bigint | null;
  totalCap: bigint | null;
  /** seconds from now, or a point in time, Unix seconds */
  expires: { after: bigint } | { at: bigint };
  deposit: bigint;
  allowList: string[];
  /** base units of the stake mint; 0 asks for none */
  minStake: bigint;
  /** thousandths of a star; 0 asks for none */
  minScore: number;
  /** agents that the chain keeps the root of; instead of `allowList`; empty for none */
  listed: string[];
  /** must vouch for an agent's owner; null where nobody must */
  attestor: string | null;
  /** null where nobody is asked */
  approval: ApprovalWish | null;
}

/** Opens a mandate with a session key of this browser. @returns its address */
export async function openMandate(limits: MandateLimits, id: bigint): Promise<string> {
  const { chain, wallet } = await signer();
  const session = await newSessionKey();
  const { approval, attestor, expires, listed } = limits;
  // the list is kept before anything rests on its root
  const root = listed.length === 0 ? null : await keepAllowList(listed);
  const { instruction, mandate } = await mandateOpen(deployment(), {
    payer: wallet.publicKey,
    mint: addressOf(limits.mint),
    tokenProgram: await tokenProgramOf(chain, addressOf(limits.mint)),
    id,
    sessionKey: session.publicKey,
    perCallMax: limits.perCallMax,
    dailyCap: limits.dailyCap ?? UNCAPPED,
    totalCap: limits.totalCap ?? UNCAPPED,
    expiresAt: 'at' in expires ? expires.at : (await chain.unixTime()) + expires.after,
    deposit: limits.deposit,
    allowList: limits.allowList.map(addressOf),
    minStake: limits.minStake,
    minScore: limits.minScore,
    ...(root !== null && { allowRoot: Buffer.from(root, 'hex') }),
    ...(attestor !== null && { attestor: addressOf(attestor) }),
    ...(approval !== null && { approval: approvalTerms(approval) }),
  });
  await sendAs('Open a mandate', [instruction]);
  return mandate.toBase58();
}

function approvalTerms({ above, approvers, releaseAbove, threshold }: ApprovalWish): ApprovalTerms {
  return {
    approvers: approvers.map(addressOf),
    threshold,
    above: above ?? UNCAPPED,
    releaseAbove: releaseAbove ?? UNCAPPED,
  };
}

export async function refOf({ address, payer, mint }: MandateView): Promise<MandateRef> {
  const tokenProgram = await tokenProgramOf(await connectChain(), addressOf(mint));
  return { mandate: addressOf(address), payer: addressOf(payer), mint: addressOf(mint), tokenProgram };
}

export async function depositTo(mandate: MandateView, amount: bigint): Promise<void> {
  await sendAs('Set more aside', [await mandateDeposit(deployment(), await refOf(mandate), amount)]);
}

export async function withdrawFrom(mandate: MandateView, amount: bigint): Promise<void> {
  await sendAs('Take free money out', [await mandateWithdraw(deployment(), await refOf(mandate), amount)]);
}

export async function killMandate(mandate: MandateView): Promise<void> {
  await sendAs('Stop all spending', [await mandateKill(deployment(), await refOf(mandate))]);
}

export async function closeMandate(mandate: MandateView): Promise<void> {
  await sendAs('End the mandate', [await mandateClose(deployment(), await refOf(mandate))]);
}

/** Gives a mandate a new session key, of this browser. */
export async function rotateKey(mandate: MandateView): Promise<void> {
  const session = await newSessionKey();
  await sendAs('Replace the session key', [
    await mandateRotate(deployment(), await refOf(mandate), session.publicKey),
  ]);
}

export async function sendAs(title: string, instructions: TransactionInstruction[]): Promise<string> {
  const { chain, wallet } = await signer();
  const { signature } = await chain.named(title).send(instructions, { payer: wallet });
  return signature;
}
