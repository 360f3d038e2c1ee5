import {
  exportReceipt,
  ReceiptRefused,
  readReceiptDocument,
  treeAddress,
  verifyReceipt,
  verifyReceiptDocument,
} from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { RatingReceipt, SealCheck } from '../data/views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { receiptSays } from './ratings.js';

/** Bytes of a receipt file at most: a proof and facts are a few thousand. */
const LARGEST = 64 * 1024;
const HEX_ROOT = /^[0-9a-f]{64}$/i;

/** The file is no receipt. */
export class NoReceiptFile extends Error {
  override readonly name = 'NoReceiptFile';
}

/** What a root must be. */
export class RootUnreadable extends Error {
  override readonly name = 'RootUnreadable';
}

/** Reads a receipt out of a file that a person gave: its form alone is checked. @throws NoReceiptFile */
export async function readReceiptFile(file: File): Promise<{ document: unknown; says: RatingReceipt }> {
  if (file.size > LARGEST) {
    throw new NoReceiptFile(`It has ${file.size} bytes; a receipt has at most ${LARGEST}.`);
  }
  try {
    const document: unknown = JSON.parse(await file.text());
    return { document, says: receiptSays(document) };
  } catch (error) {
    if (!(error instanceof ReceiptRefused) && !(error instanceof SyntaxError)) throw error;
    throw new NoReceiptFile(`That is no receipt: ${error.message}.`, { cause: error });
  }
}

/**
 * Checks a receipt against a root that the reader has from elsewhere: no node is asked.
 * @param text the root, hexadecimal or base58
 * @throws RootUnreadable
 */
export function checkAgainstRoot(document: unknown, text: string): SealCheck {
  const root = rootOf(text.trim());
  try {
    verifyReceiptDocument(deployment(), document, root);
    return {
      state: 'solid',
      facts: [
        'Its facts hash to the address in the leaf, and the leaf belongs to the agent.',
        'Its proof leads to the root that you gave. No node was asked.',
        'That the root is of a tree that the protocol registered is yours to know.',
      ],
    };
  } catch (error) {
    if (!(error instanceof ReceiptRefused)) throw error;
    return { state: 'broken', facts: [error.message] };
  }
}

function rootOf(text: string): Uint8Array {
  if (HEX_ROOT.test(text)) return Buffer.from(text, 'hex');
  try {
    return addressOf(text).toBytes();
  } catch {
    throw new RootUnreadable('A root is 32 bytes: 64 hexadecimal digits, or base58.');
  }
}

/**
 * A receipt as one file that verifies without a chain, its proof carried on to the root that the tree has now.
 * @throws ReceiptRefused where it does not verify
 */
export async function receiptFile(document: unknown): Promise<{ name: string; text: string }> {
  const { receipt } = readReceiptDocument(document);
  const { connection } = await connectChain();
  const { context, value } = await connection.getMultipleAccountsInfoAndContext(
    [receipt.tree, treeAddress(deployment(), receipt.tree)],
    'confirmed',
  );
  const [merkleTree = null, registration = null] = value;
  const verified = verifyReceipt(deployment(), receipt, { merkleTree, registration });
  const exported = exportReceipt(deployment(), receipt, verified, BigInt(context.slot));
  return {
    name: `receipt-${receipt.asset.toBase58().slice(0, 12)}.json`,
    text: `${JSON.stringify(exported, null, 2)}\n`,
  };
}
