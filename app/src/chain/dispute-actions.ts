import {
  type CallEvidence,
  channelHold,
  channelRelease,
  type DisputeAccount,
  type DisputeEnding,
  type DisputeRef,
  disputeAnswer,
  disputeAppeal,
  disputeCite,
  disputeExecute,
  disputeOpen,
  disputeVote,
  disputeWithdraw,
  readAgent,
  readConfig,
  readDispute,
  readMandate,
  readStakeVault,
  type TrancheName,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { DisputeView } from '../data/dispute-views.js';
import type { ChannelView } from '../data/views.js';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { evidenceOf } from './calls.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { rolesIn } from './disputes.js';
import { positionsOf } from './stake.js';

/** The dispute is over, or there never was one. Nothing was signed. */
export class DisputeGone extends Error {
  override readonly name = 'DisputeGone';
}

/** This browser does not have what both sides signed of a call. Nothing was signed. */
export class EvidenceElsewhere extends Error {
  override readonly name = 'EvidenceElsewhere';
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
  /** most to put in, base units of the stake mint */
  bond: bigint;
  /** hexadecimal SHA-256 of what the claimant brings */
  evidenceHash: string;
}

/** Opens a dispute about a channel. @returns its address */
export async function openDispute({ channel, claim, bond, evidenceHash }: DisputeWish): Promise<string> {
  const { chain, wallet } = await signer();
  const agent = addressOf(channel.agent);
  const vault = await readStakeVault(chain, deployment(), agent);
  if (vault === null)
    throw new DisputeGone('Nothing stands behind this agent: there is no vault to claim of.');
  const last = vault.lastDispute;
  const { instruction, dispute } = await disputeOpen(deployment(), {
    claimant: wallet.publicKey,
    agent,
    stakeMint: vault.mint,
    ...channelRef(channel),
    nonce: vault.nextDispute,
    lastDispute: isNobody(last) ? null : last,
    claim,
    evidenceHash: Buffer.from(evidenceHash, 'hex'),
    bond,
  });
  await sendAs('Open a dispute', [instruction]);
  return dispute.toBase58();
}

/** Cites a call of this browser's own: what both sides signed of it. */
export async function citeCall(dispute: DisputeView, callNumber: number): Promise<void> {
  const { wallet } = await signer();
  const { evidence, account } = await evidenceOf(dispute.channel);
  const at = evidence.findIndex((entry) => entry.callNumber === callNumber);
  const call = evidence[at];
  if (call === undefined) {
    throw new EvidenceElsewhere(
      `Call ${callNumber} is not in this browser, so it cannot be cited from here.`,
    );
  }
  const before = evidence[at - 1];
  const [signatures, cite] = await disputeCite(deployment(), {
    claimant: wallet.publicKey,
    dispute: addressOf(dispute.address),
    call: signedCall(call, account),
    transcriptBefore: call.previousTranscript,
    responseBefore: call.callNumber === 1 ? new Uint8Array(32) : responseOf(before, call),
  });
  await sendAs(`Cite call ${callNumber}`, [signatures, cite]);
}

/** The hash of the response before a call. @throws EvidenceElsewhere where that call is not here */
function responseOf(before: CallEvidence | undefined, call: CallEvidence): Uint8Array {
  if (before?.callNumber === call.callNumber - 1) return before.responseHash;
  throw new EvidenceElsewhere(
    `Call ${call.callNumber - 1} is not in this browser, and call ${call.callNumber} rests on it.`,
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
    tokensFor(wallet.publicKey, ref.stakeMint, wallet.publicKey),
    await disputeVote(deployment(), ref, wallet.publicKey, awardBps),
  ]);
}

export async function appealRuling(dispute: DisputeView, bond: bigint): Promise<void> {
  const side = await sideOf(dispute);
  await sendAs('Appeal', [await disputeAppeal(deployment(), refOf(dispute), { ...side, bond })]);
}

export async function withdrawClaim(dispute: DisputeView): Promise<void> {
  const { wallet } = await signer();
  const { ending, accounts } = await endingOf(dispute, wallet.publicKey);
  await sendAs('Take the claim back', [...accounts, await disputeWithdraw(deployment(), ending)]);
}

/** Carries out what a dispute came to; anyone may. */
export async function executeDispute(dispute: DisputeView): Promise<void> {
  const { wallet } = await signer();
  const { ending, accounts } = await endingOf(dispute, wallet.publicKey);
  await sendAs('Carry out the end', [
    ...accounts,
    await disputeExecute(deployment(), ending, wallet.publicKey),
  ]);
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

/** Where everything goes at a dispute's end, and the token accounts that are still to be made for that. */
async function endingOf(
  dispute: DisputeView,
  payer: PublicKey,
): Promise<{ ending: DisputeEnding; accounts: TransactionInstruction[] }> {
  const chain = await connectChain();
  const account = await readDispute(chain, deployment(), addressOf(dispute.address));
  if (account === null)
    throw new DisputeGone('The dispute is over: somebody has carried it out. Nothing was charged.');
  const [agent, config, mandate] = await Promise.all([
    readAgent(chain, deployment(), account.agent),
    readConfig(chain, deployment()),
    readMandate(chain, deployment(), account.mandate),
  ]);
  if (config === null || mandate === null) throw new DisputeGone('The mandate or the protocol is not there.');
  const { stakeMint } = config;
  const third = thirdParty(account);
  const parties = {
    claimantTokens: account.claimant,
    answererTokens: account.answerer ?? agent?.owner ?? null,
    appellantTokens: third,
    treasuryTokens: config.treasury,
  };
  const at = (owner: PublicKey, mint: PublicKey) => getAssociatedTokenAddressSync(mint, owner, true);
  const named = Object.entries(parties).map(([name, owner]) => [name, owner && at(owner, stakeMint)]);
  const wanted: [PublicKey, PublicKey][] = [
    [account.claimant, mandate.mint],
    ...Object.values(parties).flatMap((owner): [PublicKey, PublicKey][] =>
      owner ? [[owner, stakeMint]] : [],
    ),
  ];
  const known = new Map(wanted.map(([owner, mint]) => [at(owner, mint).toBase58(), { owner, mint }]));
  const states = await Promise.all([...known.keys()].map((key) => chain.getAccount(addressOf(key))));
  const missing = [...known.values()].filter((_, place) => states[place] === null);
  return {
    ending: {
      dispute: addressOf(dispute.address),
      agent: account.agent,
      claimant: account.claimant,
      mandate: account.mandate,
      channel: account.subject,
      previous: account.previous,
      next: account.next,
      awardDestination: at(account.claimant, mandate.mint),
      ...(Object.fromEntries(named) as Pick<
        DisputeEnding,
        'claimantTokens' | 'answererTokens' | 'appellantTokens' | 'treasuryTokens'
      >),
    },
    accounts: missing.map(({ owner, mint }) => tokensFor(payer, mint, owner)),
  };
}

/** An appellant who is neither claimant nor answerer, and so is paid apart. */
function thirdParty({ appellant, claimant, answerer }: DisputeAccount): PublicKey | null {
  if (appellant === null || appellant.equals(claimant)) return null;
  return answerer?.equals(appellant) ? null : appellant;
}

function tokensFor(payer: PublicKey, mint: PublicKey, owner: PublicKey): TransactionInstruction {
  const at = getAssociatedTokenAddressSync(mint, owner, true);
  return createAssociatedTokenAccountIdempotentInstruction(payer, at, owner, mint);
}

function isNobody(key: PublicKey): boolean {
  return key.toBytes().every((byte) => byte === 0);
}

function signedCall(
  call: CallEvidence,
  keys: { sessionKey: PublicKey; agentKey: PublicKey; proofMessage(call: CallEvidence): Uint8Array },
) {
  return {
    voucher: { publicKey: keys.sessionKey.toBytes(), signature: call.signature, message: call.voucher },
    proof: {
      publicKey: keys.agentKey.toBytes(),
      signature: call.responseProof,
      message: keys.proofMessage(call),
    },
  };
}
