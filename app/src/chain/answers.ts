import {
  readReceiptDocument,
  readResponse,
  receiptFactsHash,
  respondToRating,
  responseAddress,
  responseTextHash,
} from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { AnswerView } from '../data/views.js';
import { signer } from './app-chain.js';
import { browserStore } from './browser-store.js';
import { connectChain, deployment } from './connection.js';

/** Texts of answers by their hash: the chain keeps the hash alone. */
const texts = browserStore<string>('agent-labs-answers', 'texts of answers');

const hex = (bytes: Iterable<number>) => Buffer.from(Uint8Array.from(bytes)).toString('hex');

/** The text is not the one whose hash is on the chain. */
export class OtherText extends Error {
  override readonly name = 'OtherText';
}

/**
 * What the agent answered to the rating of a receipt, read from the chain; null where it has not.
 * @param served texts that somebody served: shown only where their hash is the chain's
 */
export async function answerTo(document: unknown, served: string[] = []): Promise<AnswerView | null> {
  const { facts } = readReceiptDocument(document).receipt;
  const found = await readResponse(await connectChain(), deployment(), facts.agent, facts.number);
  if (found === null) return null;
  const textHash = hex(found.textHash);
  const kept = await texts.get(textHash);
  const shared = served.find((one) => isText(one, textHash));
  const text = shared ?? (kept !== undefined && isText(kept, textHash) ? kept : null);
  return {
    address: responseAddress(deployment(), facts.agent, facts.number).toBase58(),
    textHash,
    matches: hex(found.factsHash) === hex(receiptFactsHash(facts)),
    at: Number(found.respondedAt),
    text,
    shared: shared !== undefined,
  };
}

function isText(text: string, textHash: string): boolean {
  try {
    return hex(responseTextHash(text)) === textHash;
  } catch (error) {
    // empty, too long or no text: nothing that could have been answered
    if (error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
}

/** Why a text cannot be an answer; null where it can. */
export function answerProblem(text: string): string | null {
  try {
    responseTextHash(text);
    return null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return error.message;
    throw error;
  }
}

/** Keeps a text that somebody gave, where it is the one that the chain has the hash of. @throws OtherText */
export async function takeAnswerText(text: string, textHash: string): Promise<void> {
  if (!isText(text, textHash)) throw new OtherText('That is another text than the one that was answered.');
  await texts.put(textHash, text);
}

/** Answers a rating for its agent, once and for good. @returns the hash of the text */
export async function answerRating(document: unknown, text: string): Promise<string> {
  const { chain, wallet } = await signer();
  const { receipt } = readReceiptDocument(document);
  // kept before its hash is on the chain: nobody could tell it anew
  await texts.put(hex(responseTextHash(text)), text);
  const { textHash } = await respondToRating(chain.named('Answer the rating'), deployment(), {
    responder: wallet,
    receipt,
    text,
  });
  return hex(textHash);
}
