import type { PublicKey } from '@solana/web3.js';
import { sha256 } from '#crypto';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { respond } from '../instructions/reputation.js';
import { readTreeAccounts } from '../receipt/read.js';
import { decodeMerkleTree } from '../receipt/tree-account.js';
import { type Receipt, verifyReceipt } from '../receipt/verify.js';
import { AccountMismatch } from '../rpc/errors.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { utf8 } from '../voucher/bytes.js';
import { readAgent } from './read.js';

/** Longest text of an answer, bytes of UTF-8: what indexers keep. */
export const LONGEST_ANSWER = 2_000;
/** Compute unit limit that every answer stays under. */
export const RESPOND_COMPUTE_UNITS = 150_000;

/** Control characters but tab and line feed, and marks that turn the direction of text. */
const UNSHOWN = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export interface RespondToRatingParams {
  /** The agent's owner, or a delegate with `Respond`; signs and pays. */
  responder: TransactionSigner;
  /** Of the rating, with its proof: from `readReceiptDocument` of what an indexer served. It is verified here. */
  receipt: Receipt;
  /** The answer. Its hash alone goes on the chain; give the text to whoever shows it. */
  text: string;
}

export interface RatingAnswer {
  outcome: TransactionOutcome;
  /** Where the answer is. */
  response: PublicKey;
  /** 32 bytes */
  textHash: Uint8Array;
}

/**
 * 32 bytes: SHA-256 of an answer's text in UTF-8, as the chain holds it.
 * @throws RangeError for an empty text, one above `LONGEST_ANSWER` bytes, or one with characters that change what
 *   stands around them; TypeError for half a surrogate pair
 */
export function responseTextHash(text: string): Uint8Array {
  const bytes = utf8(text, 'text');
  if (bytes.length === 0 || bytes.length > LONGEST_ANSWER) {
    throw new RangeError(`an answer has 1 to ${LONGEST_ANSWER} bytes, got ${bytes.length}`);
  }
  if (UNSHOWN.test(text))
    throw new RangeError('an answer is plain text: no control characters, no directions');
  return sha256(bytes);
}

/**
 * Answers a rating for its agent, once and for good.
 * @throws ReceiptRefused, RangeError and TypeError for the text, AccountMismatch: nothing was sent then
 * @throws ProgramError, reputation's `ResponseExists` for one; what sending throws
 */
export async function respondToRating(
  chain: Chain,
  deployment: Deployment,
  { responder, receipt, text }: RespondToRatingParams,
): Promise<RatingAnswer> {
  const textHash = responseTextHash(text);
  const accounts = await readTreeAccounts(chain, deployment, receipt.tree);
  const { facts, proof, root } = verifyReceipt(deployment, receipt, accounts);
  if (accounts.merkleTree === null) throw new AccountMismatch(`there is no tree ${receipt.tree.toBase58()}`);
  const { canopyDepth, depth } = decodeMerkleTree(receipt.tree, accounts.merkleTree);
  const agent = await readAgent(chain, deployment, facts.agent);
  if (agent === null) throw new AccountMismatch(`there is no agent at ${facts.agent.toBase58()}`);
  const { instruction, response } = await respond(deployment, {
    responder: responder.publicKey,
    isDelegate: !agent.owner.equals(responder.publicKey),
    facts,
    merkleTree: receipt.tree,
    nonce: receipt.leaf.nonce,
    root,
    proof: proof.slice(0, depth - canopyDepth),
    textHash,
  });
  const options = { payer: responder, computeUnitLimit: RESPOND_COMPUTE_UNITS };
  return { outcome: await chain.send([instruction], options), response, textHash };
}
