import { createAssociatedTokenAccountIdempotentInstruction, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import {
  claimantBond,
  type DisputeAccount,
  decodeDispute,
  disputeEnd,
  type SubjectKindName,
} from '../accounts/stake-dispute.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  type DisputeEnding,
  type DisputeOpenParams,
  disputeCite,
  disputeExecute,
  disputeOpen,
  disputeWithdraw,
} from '../instructions/stake-disputes.js';
import { mandateVaultAddress } from '../pda/escrow.js';
import { disputeAddress } from '../pda/stake.js';
import { AccountMismatch } from '../rpc/errors.js';
import { associatedTokens, tokenProgramOf } from '../tokens.js';
import { isProgramError } from '../transactions/program-error.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { channelId, responseProofMessage, ZERO_HASH } from '../voucher/format.js';
import { read, readAgent, readChannel, readConfig, readMandate, readStakeVault } from './read.js';
import type { EvidenceSource } from './settle.js';

/** The payer's store has no evidence of a call that was to be cited: both sides must have signed it. */
export class EvidenceMissing extends Error {
  override readonly name = 'EvidenceMissing';
}

/** The end of a dispute can not be carried out yet, and would need token accounts that are missing. Nothing was sent. */
export class DisputeUndecided extends Error {
  override readonly name = 'DisputeUndecided';
}

/** null where there is none: it ended, or never was. @throws AccountMismatch */
export function readDispute(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<DisputeAccount | null> {
  return read(chain, at, deployment.stake, 'dispute', decodeDispute, ({ subject, nonce }) =>
    disputeAddress(deployment, subject, nonce),
  );
}

export interface OpenDisputeParams {
  /** The mandate's payer; signs and pays. */
  claimant: TransactionSigner;
  channel: PublicKey;
  /** Base units of the mandate's mint. */
  claim: bigint;
  /** 32 bytes: SHA-256 of what the claimant brings. */
  evidenceHash: Uint8Array;
  /** Numbers of the calls to cite: a loss is at most what they may have cost. */
  calls: readonly number[];
  /** Has what both sides signed of them. */
  store: EvidenceSource;
}

/** A dispute with the transactions that it took. */
export interface OpenedDispute {
  dispute: PublicKey;
  outcomes: TransactionOutcome[];
}

/** Disputes that may open before this one on the same vault, while it is under way. */
const ATTEMPTS = 3;

/**
 * Disputes what a channel cost, and cites its calls, each in a transaction of its own. Evidence that is missing is
 * found out before anything is sent. Where citing breaks off, `citeCalls` goes on with it.
 * @throws EvidenceMissing; AccountMismatch, where there is no channel or its agent has no vault; ProgramError; what
 *   sending throws
 */
export async function openDispute(
  chain: Chain,
  deployment: Deployment,
  params: OpenDisputeParams,
): Promise<OpenedDispute> {
  const { calls, channel, claim, claimant, evidenceHash, store } = params;
  const account = await readChannel(chain, deployment, channel);
  if (account === null) throw new AccountMismatch(`there is no channel at ${channel.toBase58()}`);
  await evidenceOf(deployment, channel, account.generation, store, calls);
  const { agent, mandate } = account;
  const about = { subject: channel, kind: 'Channel' as const, agent, mandate };
  const { dispute, outcome } = await bringClaim(chain, deployment, {
    ...about,
    claim,
    claimant,
    evidenceHash,
  });
  const cited = await citeCalls(chain, deployment, { dispute, claimant, calls, store });
  return { dispute, outcomes: [outcome, ...cited] };
}

/** A claim about a channel or a job. */
type Claim = Pick<OpenDisputeParams, 'claim' | 'claimant' | 'evidenceHash'> &
  Pick<DisputeOpenParams, 'subject' | 'agent' | 'mandate'> & { kind: SubjectKindName };

/** Opens a dispute with the bond that it needs, at the vault's next number. */
export async function bringClaim(
  chain: Chain,
  deployment: Deployment,
  about: Claim,
): Promise<{ dispute: PublicKey; outcome: TransactionOutcome }> {
  const { agent, claimant, mandate, ...what } = about;
  const config = await readConfig(chain, deployment);
  if (config === null) throw new AccountMismatch('the protocol has no config on this cluster');
  const paid = await readMandate(chain, deployment, mandate);
  if (paid === null) throw new AccountMismatch(`there is no mandate at ${mandate.toBase58()}`);
  for (let attempt = 1; ; attempt += 1) {
    const vault = await readStakeVault(chain, deployment, agent);
    if (vault === null) throw new AccountMismatch(`${agent.toBase58()} has no vault to hold a bond`);
    const { instruction, dispute } = await disputeOpen(deployment, {
      claimant: claimant.publicKey,
      ...{ ...what, agent, mandate, stakeMint: vault.mint },
      nonce: vault.nextDispute,
      lastDispute: isNone(vault.lastDispute) ? null : vault.lastDispute,
      bond: claimantBond(config, what.claim, paid.mint.equals(vault.mint)),
    });
    try {
      return { dispute, outcome: await chain.send([instruction], { payer: claimant }) };
    } catch (error) {
      const overtaken =
        isProgramError(error, 'stake', 'DisputeMismatch') ||
        isProgramError(error, 'stake', 'DisputeListMismatch');
      if (!overtaken || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Cites calls of a dispute, in rising order, those left out that lie below the last one cited.
 * @throws EvidenceMissing; AccountMismatch; ProgramError, stake's `ResponseOver` for one; what sending throws
 */
export async function citeCalls(
  chain: Chain,
  deployment: Deployment,
  params: Pick<OpenDisputeParams, 'claimant' | 'calls' | 'store'> & { dispute: PublicKey },
): Promise<TransactionOutcome[]> {
  const { claimant, dispute, store } = params;
  const account = await readDispute(chain, deployment, dispute);
  if (account === null) throw new AccountMismatch(`there is no dispute at ${dispute.toBase58()}`);
  const { agentKey, generation, lastCitedCall, sessionKey, subject, tag } = account;
  const evidence = await evidenceOf(deployment, subject, generation, store, params.calls);
  const outcomes: TransactionOutcome[] = [];
  for (const { call, responseBefore } of evidence) {
    if (call.callNumber <= lastCitedCall) continue;
    const { callNumber, cumulative, requestHash, responseHash } = call;
    const signed = { tag: Uint8Array.from(tag), callNumber, requestHash, responseHash, cumulative };
    const instructions = await disputeCite(deployment, {
      claimant: claimant.publicKey,
      dispute,
      call: {
        voucher: { publicKey: sessionKey.toBytes(), signature: call.signature, message: call.voucher },
        proof: {
          publicKey: agentKey.toBytes(),
          signature: call.responseProof,
          message: responseProofMessage(signed),
        },
      },
      transcriptBefore: call.previousTranscript,
      responseBefore,
    });
    outcomes.push(await chain.send(instructions, { payer: claimant }));
  }
  return outcomes;
}

/** What the store has of calls, in rising order, each once. */
async function evidenceOf(
  deployment: Deployment,
  channel: PublicKey,
  generation: bigint,
  store: EvidenceSource,
  calls: readonly number[],
) {
  const { genesisHash, escrow } = deployment;
  const all = await store.evidence(channelId(genesisHash, escrow.toBytes(), channel.toBytes(), generation));
  const known = new Map(all.map((call) => [call.callNumber, call]));
  return [...new Set(calls)]
    .sort((a, b) => a - b)
    .map((number) => {
      const [call, before] = [known.get(number), known.get(number - 1)];
      if (!call || (!before && number > 1)) {
        throw new EvidenceMissing(
          `nothing that both sides signed is kept of call ${number}, or of the one before`,
        );
      }
      return { call, responseBefore: before?.responseHash ?? ZERO_HASH };
    });
}

/** Token accounts that an execution pays into, where they are not the associated ones. */
export type EndingTokens = Partial<
  Pick<
    DisputeEnding,
    'awardDestination' | 'claimantTokens' | 'answererTokens' | 'appellantTokens' | 'treasuryTokens'
  >
>;

/** Whose associated token account of a mint an end pays into. */
export interface TokenOwner {
  owner: PublicKey;
  mint: PublicKey;
  tokenProgram: PublicKey;
}

/**
 * What ends a dispute has to name, with everybody's associated token accounts.
 * @throws AccountMismatch where there is no such dispute
 */
export async function disputeEnding(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
  tokens: EndingTokens = {},
): Promise<{ ending: DisputeEnding; owners: TokenOwner[] }> {
  const dispute = await readDispute(chain, deployment, at);
  if (dispute === null) throw new AccountMismatch(`there is no dispute at ${at.toBase58()}`);
  const [config, agent, vault] = await Promise.all([
    readConfig(chain, deployment),
    readAgent(chain, deployment, dispute.agent),
    readStakeVault(chain, deployment, dispute.agent),
  ]);
  if (!config || !agent || !vault) throw new AccountMismatch('a dispute without config, agent or vault');
  const { answerer, appellant, claimant, kind, mandate, mint, next, previous, subject } = dispute;
  const beside = appellant && !appellant.equals(claimant) && !(answerer && appellant.equals(answerer));
  const answering = answerer ?? agent.owner;
  const tokenProgram = await tokenProgramOf(chain, mint);
  const of = (wallet: PublicKey) => associatedTokens(vault.mint, wallet);
  return {
    ending: {
      ...{ dispute: at, agent: dispute.agent, claimant, mandate, subject, previous, next },
      ...{ mint, tokenProgram },
      // what a job does not earn stays in the mandate's vault
      awardDestination:
        kind === 'Job'
          ? mandateVaultAddress(deployment, mandate)
          : associatedTokens(mint, claimant, tokenProgram),
      claimantTokens: of(claimant),
      answererTokens: of(answering),
      appellantTokens: beside ? of(appellant) : null,
      treasuryTokens: of(config.treasury),
      ...tokens,
    },
    owners: [
      { owner: claimant, mint, tokenProgram },
      ...[claimant, answering, ...(beside ? [appellant] : []), config.treasury].map((owner) => ({
        ...{ owner, mint: vault.mint, tokenProgram: TOKEN_PROGRAM_ID },
      })),
    ],
  };
}

/**
 * Carries out what a dispute came to, and makes the associated token accounts that are missing for it. Anyone may.
 * @param tokens accounts to pay into instead, for one whose owner gave the associated one away
 * @throws DisputeUndecided: nothing was sent; AccountMismatch; ProgramError, stake's `NotExecutable` for one; what
 *   sending throws
 */
export async function executeDispute(
  chain: Chain,
  deployment: Deployment,
  dispute: PublicKey,
  feePayer: TransactionSigner,
  tokens: EndingTokens = {},
): Promise<TransactionOutcome> {
  const account = await readDispute(chain, deployment, dispute);
  const when = account === null ? null : disputeEnd(account).from;
  const ending = await endingWithAccounts(chain, deployment, dispute, feePayer, when, tokens);
  return chain.send([await disputeExecute(deployment, ending, feePayer.publicKey)], { payer: feePayer });
}

/**
 * Takes a claim back before a ruling, and makes the associated token accounts that are missing for it.
 * @throws AccountMismatch; ProgramError, stake's `AlreadyRuled` for one; what sending throws
 */
export async function withdrawDispute(
  chain: Chain,
  deployment: Deployment,
  dispute: PublicKey,
  claimant: TransactionSigner,
): Promise<TransactionOutcome> {
  const account = await readDispute(chain, deployment, dispute);
  // nobody makes accounts for a claim that is not theirs to take back
  const ending =
    account?.claimant.equals(claimant.publicKey) === false
      ? (await disputeEnding(chain, deployment, dispute)).ending
      : await endingWithAccounts(chain, deployment, dispute, claimant, null);
  return chain.send([await disputeWithdraw(deployment, ending, claimant.publicKey)], { payer: claimant });
}

/**
 * What ends a dispute has to name, with the token accounts that it pays into made where they are missing.
 * @param when its end can be carried out, Unix seconds; null at any time
 */
async function endingWithAccounts(
  chain: Chain,
  deployment: Deployment,
  dispute: PublicKey,
  feePayer: TransactionSigner,
  when: bigint | null,
  tokens: EndingTokens = {},
): Promise<DisputeEnding> {
  const { ending, owners } = await disputeEnding(chain, deployment, dispute, tokens);
  const missing = [];
  const named = new Set(Object.values(ending).map((key) => key?.toBase58()));
  for (const { owner, mint, tokenProgram } of owners) {
    const at = associatedTokens(mint, owner, tokenProgram);
    // each once, and only those that are paid into
    if (!named.delete(at.toBase58()) || (await chain.getAccount(at)) !== null) continue;
    const account = [at, owner, mint, tokenProgram] as const;
    missing.push(createAssociatedTokenAccountIdempotentInstruction(feePayer.publicKey, ...account));
  }
  if (missing.length === 0) return ending;
  // nobody pays for accounts of an end that the chain would refuse
  if (when !== null && (await chain.unixTime()) < when) {
    throw new DisputeUndecided(`${dispute.toBase58()} can be carried out from ${when} on; nothing was sent`);
  }
  await chain.send(missing, { payer: feePayer });
  return ending;
}

function isNone(key: PublicKey): boolean {
  return key.toBytes().every((byte) => byte === 0);
}
