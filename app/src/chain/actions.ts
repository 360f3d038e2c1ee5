import {
  type AgentManifest,
  agentAddress,
  agentHeartbeat,
  agentSetStatus,
  associatedTokens,
  channelClose,
  channelDrain,
  channelFinish,
  channelReopen,
  type MandateRef,
  mandateClose,
  mandateDeposit,
  mandateKill,
  mandateOpen,
  mandateRotate,
  mandateWithdraw,
  payOut,
  registerAgent,
  tokenProgramOf,
  UNCAPPED,
  versionYank,
} from '@agent-labs/sdk';
import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { ChannelView, MandateView } from '../data/views.js';
import { signer } from './app-chain.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { newSessionKey } from './session-keys.js';

/** Registers an agent, publishes its manifest and opens it for business, in one transaction. @returns its address */
export async function registerFrom(wish: {
  manifest: AgentManifest;
  uri: string;
  agentKey: string;
  holdback: bigint;
}): Promise<string> {
  const { chain, wallet } = await signer();
  const { agent } = await registerAgent(chain.named(`Register ${wish.manifest.handle}`), deployment(), {
    owner: wallet,
    manifest: wish.manifest,
    uri: wish.uri,
    agentKey: addressOf(wish.agentKey),
    holdback: wish.holdback,
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

/** Limits of a new mandate; amounts in base units, the lifetime in seconds. */
export interface MandateLimits {
  mint: string;
  perCallMax: bigint;
  dailyCap: bigint | null;
  totalCap: bigint | null;
  lifetime: bigint;
  deposit: bigint;
  allowList: string[];
}

/** Opens a mandate with a session key of this browser. @returns its address */
export async function openMandate(limits: MandateLimits, id: bigint): Promise<string> {
  const { chain, wallet } = await signer();
  const session = await newSessionKey();
  const { instruction, mandate } = await mandateOpen(deployment(), {
    payer: wallet.publicKey,
    mint: addressOf(limits.mint),
    tokenProgram: await tokenProgramOf(chain, addressOf(limits.mint)),
    id,
    sessionKey: session.publicKey,
    perCallMax: limits.perCallMax,
    dailyCap: limits.dailyCap ?? UNCAPPED,
    totalCap: limits.totalCap ?? UNCAPPED,
    expiresAt: (await chain.unixTime()) + limits.lifetime,
    deposit: limits.deposit,
    allowList: limits.allowList.map(addressOf),
  });
  await sendAs('Open a mandate', [instruction]);
  return mandate.toBase58();
}

async function refOf({ address, payer, mint }: MandateView): Promise<MandateRef> {
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

const channelRef = ({ address, mandate }: ChannelView) => ({
  channel: addressOf(address),
  mandate: addressOf(mandate),
});

export async function closeChannel(channel: ChannelView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Close the channel', [
    await channelClose(deployment(), channelRef(channel), wallet.publicKey),
  ]);
}

export async function reopenChannel(channel: ChannelView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Take the closing back', [
    await channelReopen(deployment(), channelRef(channel), wallet.publicKey),
  ]);
}

export async function drainChannel(channel: ChannelView): Promise<void> {
  await sendAs('Return what is left', [await channelDrain(deployment(), channelRef(channel))]);
}

export async function finishChannel(channel: ChannelView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Take the channel off the chain', [
    await channelFinish(deployment(), channelRef(channel), wallet.publicKey, addressOf(channel.rentPayer)),
  ]);
}

/** Pays out what has matured to the channel's payout owner; anyone may. */
export async function payOutChannel(channel: ChannelView, mint: string): Promise<void> {
  const { chain, wallet } = await signer();
  await ensureTokenAccount(addressOf(mint), addressOf(channel.payoutOwner));
  await payOut(chain.named('Pay out'), deployment(), addressOf(channel.address), wallet);
}

/** A payout needs a token account to go to. */
async function ensureTokenAccount(mint: PublicKey, owner: PublicKey): Promise<void> {
  const { chain, wallet } = await signer();
  const tokenProgram = await tokenProgramOf(chain, mint);
  const at = associatedTokens(mint, owner, tokenProgram);
  if ((await chain.getAccount(at)) !== null) return;
  await sendAs('Make a token account', [
    createAssociatedTokenAccountIdempotentInstruction(wallet.publicKey, at, owner, mint, tokenProgram),
  ]);
}

export async function sendAs(title: string, instructions: TransactionInstruction[]): Promise<string> {
  const { chain, wallet } = await signer();
  const { signature } = await chain.named(title).send(instructions, { payer: wallet });
  return signature;
}
