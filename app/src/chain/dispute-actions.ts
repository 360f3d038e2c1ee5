import {
  AccountMismatch,
  associatedTokens,
  channelHold,
  channelRelease,
  citeCalls,
  type DisputeEnding,
  type DisputeRef,
  disputeAnswer,
  disputeAppeal,
  disputeEnding,
  disputeExecute,
  disputeVote,
  disputeWithdraw,
  openDispute,
  type TokenOwner,
  type TrancheName,
} from '@agent-labs/sdk';
import { createAssociatedTokenAccountIdempotentInstruction, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { DisputeView } from '../data/dispute-views.js';
import type { ChannelView } from '../data/views.js';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { storeOf } from './calls.js';
import { addressOf, deployment } from './connection.js';
import { rolesIn } from './disputes.js';
import { positionsOf } from './stake.js';

/** What a dispute is about, or the dispute, is no longer there. Nothing was signed. */
export class DisputeGone extends Error {
  override readonly name = 'DisputeGone';
}

const channelRef = ({ address, mandate }: ChannelView) => ({
  channel: addressOf(address),
  mandate: addressOf(mandate),
});

/** Keeps settled money from being paid out. */
export async function holdMoney(channel: ChannelView, amount: bigint): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Hold settled money', [
    await channelHold(deployment(), channelRef(channel), wallet.publicKey, amount),
  ]);
}

/** Gives a hold back before its time. */
export async function releaseHold(channel: ChannelView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Release the hold', [
    await channelRelease(deployment(), channelRef(channel), wallet.publicKey),
  ]);
}

export interface DisputeWish {
  channel: ChannelView;
  /** base units of the channel's mint */
  claim: bigint;
  /** hexadecimal SHA-256 of what the claimant brings */
  evidenceHash: string;
}

/** Opens a dispute about a channel; calls are cited after it, one by one. @returns its address */
export async function disputeChannel({ channel, claim, evidenceHash }: DisputeWish): Promise<string> {
  const { chain, wallet } = await signer();
  const { dispute } = await still(
    openDispute(chain.named('Open a dispute'), deployment(), {
      claimant: wallet,
      channel: addressOf(channel.address),
      claim,
      evidenceHash: Buffer.from(evidenceHash, 'hex'),
      calls: [],
      store: { evidence: async () => [] },
    }),
  );
  return dispute.toBase58();
}

/** Cites a call of this browser's own: what both sides signed of it. */
export async function citeCall(dispute: DisputeView, callNumber: number): Promise<void> {
  const { chain, wallet } = await signer();
  const store = await storeOf(wallet.publicKey.toBase58());
  await still(
    citeCalls(chain.named(`Cite call ${callNumber}`), deployment(), {
      claimant: wallet,
      dispute: addressOf(dispute.address),
      calls: [callNumber],
      store,
    }),
  );
}

/** Answers for the agent; the bond is as high as the claimant's, and none where another put it in. */
export async function answerDispute(dispute: DisputeView, statementHash: string): Promise<void> {
  const side = await sideOf(dispute);
  const bond = dispute.answerer === null ? dispute.claimantBond : 0n;
  const ref = refOf(dispute);
  await sendAs('Answer the dispute', [
    await disputeAnswer(deployment(), ref, { ...side, bond }, Buffer.from(statementHash, 'hex')),
  ]);
}

/** Votes, and takes the fee. */
export async function castVote(dispute: DisputeView, awardBps: number): Promise<void> {
  const { wallet } = await signer();
  const ref = refOf(dispute);
  await sendAs('Cast your vote', [
    tokensFor(wallet.publicKey, {
      ...{ owner: wallet.publicKey, mint: ref.stakeMint, tokenProgram: TOKEN_PROGRAM_ID },
    }),
    await disputeVote(deployment(), ref, wallet.publicKey, awardBps),
  ]);
}

export async function appealRuling(dispute: DisputeView, bond: bigint): Promise<void> {
  const side = await sideOf(dispute);
  await sendAs('Appeal', [await disputeAppeal(deployment(), refOf(dispute), { ...side, bond })]);
}

export async function withdrawClaim(dispute: DisputeView): Promise<void> {
  const ending = await endingOf(dispute);
  await sendAs('Take the claim back', [await disputeWithdraw(deployment(), ending)]);
}

/** Carries out what a dispute came to; anyone may. */
export async function carryOut(dispute: DisputeView): Promise<void> {
  const { wallet } = await signer();
  const ending = await endingOf(dispute);
  await sendAs('Carry out the end', [await disputeExecute(deployment(), ending, wallet.publicKey)]);
}

/** Where everything goes at a dispute's end. Token accounts that are missing are made first: both do not fit into one. */
async function endingOf(dispute: DisputeView): Promise<DisputeEnding> {
  const { chain, wallet } = await signer();
  const { ending, owners } = await still(disputeEnding(chain, deployment(), addressOf(dispute.address)));
  const known = new Map(owners.map((of) => [tokensOf(of).toBase58(), of]));
  const states = await Promise.all([...known.keys()].map((key) => chain.getAccount(addressOf(key))));
  const missing = [...known.values()].filter((_, place) => states[place] === null);
  if (missing.length > 0) {
    const made = missing.map((of) => tokensFor(wallet.publicKey, of));
    await sendAs('Make token accounts', made);
  }
  return ending;
}

/** What stands in the way of an action before anything is signed, as it is for who sees it. */
async function still<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AccountMismatch)) throw error;
    throw new DisputeGone(`It is no longer as this page shows it: ${error.message}. Nothing was charged.`, {
      cause: error,
    });
  }
}

function refOf({ address, agent, stakeMint }: DisputeView): DisputeRef {
  return { dispute: addressOf(address), agent: addressOf(agent), stakeMint: addressOf(stakeMint) };
}

/** The wallet as a party: a backer names the tranche that its stake is in. */
async function sideOf(dispute: DisputeView): Promise<{ wallet: PublicKey; tranche?: TrancheName }> {
  const { wallet } = await signer();
  const { isClaimant, isOwner } = await rolesIn(dispute, wallet.publicKey.toBase58());
  if (isClaimant || isOwner) return { wallet: wallet.publicKey };
  const positions = await positionsOf(wallet.publicKey.toBase58(), dispute.agent);
  const staked = positions.find(({ active, cooling }) => active + cooling > 0n);
  return { wallet: wallet.publicKey, ...(staked && { tranche: staked.tranche }) };
}

const tokensOf = ({ owner, mint, tokenProgram }: TokenOwner) => associatedTokens(mint, owner, tokenProgram);

function tokensFor(payer: PublicKey, of: TokenOwner): TransactionInstruction {
  const { owner, mint, tokenProgram } = of;
  return createAssociatedTokenAccountIdempotentInstruction(payer, tokensOf(of), owner, mint, tokenProgram);
}
