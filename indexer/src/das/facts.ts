import {
  type Deployment,
  eventsOf,
  type InnerInstruction,
  type LeafMint,
  RECEIPT_PROGRAMS,
  type ReceiptFacts,
  receiptFactsHash,
  type TreeEvent,
  treeEventsOf,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { FactData, NewFact, Plain } from '../decode/facts.js';
import type { Transaction } from '../decode/transaction.js';

/** The module that these facts are of: what trees did, beside what reputation recorded. */
export const RECEIPTS = 'receipts';

const COMPRESSION = RECEIPT_PROGRAMS.compression.toBase58();

/** What reputation says of a leaf, in the transaction that minted it. */
interface ToldReceipt {
  facts: ReceiptFacts;
  leaf: { merkleTree: PublicKey; nonce: bigint } | null;
}

/**
 * The changes of trees that reputation made in a transaction, each with what it minted, and the trees that it
 * registered.
 * @throws RangeError for a change that account compression would not have written
 */
export function receiptFactsOf(deployment: Deployment, { instructions }: Transaction): NewFact[] {
  if (!instructions.some(({ programId }) => programId === COMPRESSION)) return [];
  const reputation = deployment.reputation.toBase58();
  const asked = new Set(
    instructions.filter(({ programId }) => programId === reputation).map(({ outerIndex }) => outerIndex),
  );
  const innerInstructions: InnerInstruction[] = instructions
    .filter(({ innerIndex }) => innerIndex >= 0)
    .map(({ outerIndex, programId, data }) => ({ outerIndex, programId: new PublicKey(programId), data }));
  const events = eventsOf(deployment, { innerInstructions });
  const told = events.flatMap((event): ToldReceipt[] =>
    event.program === 'reputation' && (event.name === 'agentRated' || event.name === 'receiptMinted')
      ? [event.data]
      : [],
  );
  const registered = events.flatMap((event) =>
    event.program === 'reputation' && event.name === 'treeRegistered' ? [event] : [],
  );
  return [
    ...treeEventsOf(innerInstructions)
      .filter(({ outerIndex }) => asked.has(outerIndex))
      .map((event) => treeChanged(event, told)),
    ...registered.map(({ outerIndex, innerIndex, data }) => ({
      outerIndex,
      innerIndex,
      part: 1,
      program: RECEIPTS,
      kind: 'receiptTree',
      data: {
        tree: data.merkleTree.toBase58(),
        depth: data.depth,
        capacity: data.capacity.toString(),
        uriBase: data.uriBase,
        registeredAt: data.registeredAt.toString(),
      },
    })),
  ];
}

function treeChanged({ outerIndex, innerIndex, change, mint }: TreeEvent, told: ToldReceipt[]): NewFact {
  return {
    outerIndex,
    innerIndex,
    part: 1,
    program: RECEIPTS,
    kind: 'treeChanged',
    data: {
      tree: change.tree.toBase58(),
      seq: change.seq.toString(),
      index: change.index,
      // from the leaf to the root; their numbers follow from the index
      path: change.path.map(({ node }) => hex(node)),
      mint: mint === null ? null : minted(mint, told),
    },
  };
}

/** The leaf with its facts; null where it is none of reputation's receipts. */
function minted(mint: LeafMint, told: ToldReceipt[]): FactData | null {
  const found = told.find(({ leaf }) => leaf?.merkleTree.equals(mint.tree) && leaf.nonce === mint.nonce);
  if (found === undefined) return null;
  const { facts } = found;
  const hash = hex(receiptFactsHash(facts));
  const whole = mint.owner.equals(facts.agent) && mint.delegate.equals(facts.agent);
  if (!whole || !mint.metadata.uri.endsWith(hash)) return null;
  return {
    asset: mint.asset.toBase58(),
    nonce: mint.nonce.toString(),
    owner: mint.owner.toBase58(),
    delegate: mint.delegate.toBase58(),
    dataHash: hex(mint.dataHash),
    creatorHash: hex(mint.creatorHash),
    leaf: hex(mint.hash),
    factsHash: hash,
    facts: json(facts),
    metadata: json(mint.metadata),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Amounts as decimal digits, addresses in base58. */
function json(value: object): Plain {
  const text = JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? `${field}` : field));
  return JSON.parse(text) as Plain;
}
