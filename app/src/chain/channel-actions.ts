import {
  associatedTokens,
  attestationAddress,
  channelClose,
  channelDrain,
  channelFinish,
  channelRearm,
  channelReopen,
  mandateDeposit,
  payOut,
  readAgent,
  tokenProgramOf,
} from '@agent-labs/sdk';
import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import type { ChannelView, MandateView } from '../data/views.js';
import { refOf, sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { askFor } from './approval-actions.js';
import { addressOf, deployment } from './connection.js';

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

/** Closings that fit one transaction beside its signature. */
const CLOSINGS = 8;

/** Starts the grace of several channels, of one mandate or of many. */
export async function closeChannels(channels: ChannelView[]): Promise<void> {
  const { wallet } = await signer();
  for (let at = 0; at < channels.length; at += CLOSINGS) {
    const some = channels.slice(at, at + CLOSINGS);
    const closings = some.map((channel) => channelClose(deployment(), channelRef(channel), wallet.publicKey));
    await sendAs(some.length === 1 ? 'Close the channel' : 'Close the channels', await Promise.all(closings));
  }
}

/** Where the mandate's attestor vouches for the agent's owner; nothing where nobody must. */
export async function attestationFor(
  { attestor }: MandateView,
  agent: string,
): Promise<{ attestation?: PublicKey }> {
  if (attestor === null) return {};
  const { chain } = await signer();
  const registered = await readAgent(chain, deployment(), addressOf(agent));
  // without an agent the program refuses by name
  if (registered === null) return {};
  return { attestation: attestationAddress(deployment(), addressOf(attestor), registered.owner) };
}

/** How much more, base units, and until when, Unix seconds. */
export interface Rearming {
  amount: bigint;
  expiresAt: number;
}

async function rearming(channel: ChannelView, mandate: MandateView, { amount, expiresAt }: Rearming) {
  const { wallet } = await signer();
  const ref = {
    ...channelRef(channel),
    agent: addressOf(channel.agent),
    versionNumber: channel.agentVersion,
    ...(await attestationFor(mandate, channel.agent)),
  };
  return channelRearm(deployment(), ref, wallet.publicKey, amount, BigInt(expiresAt));
}

/**
 * Allots more to a channel and moves its end, by the payer's wallet. What the mandate lacks for that is set aside in
 * the same transaction.
 */
export async function rearmChannel(
  channel: ChannelView,
  mandate: MandateView,
  wish: Rearming,
): Promise<void> {
  const missing = wish.amount - mandate.free;
  await sendAs('Allot more to the agent', [
    ...(missing > 0n ? [await mandateDeposit(deployment(), await refOf(mandate), missing)] : []),
    await rearming(channel, mandate, wish),
  ]);
}

/** Asks the mandate's approvers for a larger allotment. @returns the request's address */
export async function askForRearm(
  channel: ChannelView,
  mandate: MandateView,
  wish: Rearming,
  lifetime: number,
): Promise<string> {
  return askFor('allot more', mandate, await rearming(channel, mandate, wish), lifetime);
}

/** Pays out what has matured to the channel's payout owner; anyone may. */
export async function payOutChannel(channel: ChannelView, mint: string): Promise<void> {
  const { chain, wallet } = await signer();
  await ensureTokenAccount(addressOf(mint), addressOf(channel.payoutOwner));
  await payOut(chain.named('Pay out'), deployment(), addressOf(channel.address), wallet);
}

/** A payout needs a token account to go to. */
export async function ensureTokenAccount(mint: PublicKey, owner: PublicKey): Promise<void> {
  const { chain, wallet } = await signer();
  const tokenProgram = await tokenProgramOf(chain, mint);
  const at = associatedTokens(mint, owner, tokenProgram);
  if ((await chain.getAccount(at)) !== null) return;
  await sendAs('Make a token account', [
    createAssociatedTokenAccountIdempotentInstruction(wallet.publicKey, at, owner, mint, tokenProgram),
  ]);
}
