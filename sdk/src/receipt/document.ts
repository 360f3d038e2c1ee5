import { PublicKey } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { equalBytes } from '../voucher/bytes.js';
import { ReceiptRefused } from './errors.js';
import type { ReceiptFacts } from './facts.js';
import { Fields, key, list, oneOf, record, text, truth, u8, u16, u32, u64 } from './json.js';
import { MAX_DEPTH } from './merkle.js';
import {
  type LeafMetadata,
  type MetadataCreator,
  TOKEN_PROGRAM_VERSIONS,
  TOKEN_STANDARDS,
  USE_METHODS,
} from './metadata.js';
import { type Receipt, type VerifiedReceipt, verifyReceiptAgainstRoot } from './verify.js';

const FORMAT = 'agent-labs/receipt/v1';

/** Names in JSON what numbers are bigger than its own: decimal digits. */
type Json<T> = T extends bigint | PublicKey | Uint8Array
  ? string
  : T extends (infer E)[]
    ? Json<E>[]
    : T extends object
      ? { [K in keyof T]: Json<T[K]> }
      : T;

/**
 * A receipt with all that verifying it takes, as JSON: addresses and hashes in base58, amounts and times as
 * decimal digits.
 */
export interface ReceiptDocument {
  format: typeof FORMAT;
  genesisHash: string;
  reputation: string;
  facts: Json<ReceiptFacts>;
  metadata: Json<LeafMetadata>;
  asset: string;
  tree: string;
  /** number of the leaf in its tree, from 0 */
  leafIndex: string;
  owner: string;
  delegate: string;
  dataHash: string;
  creatorHash: string;
  leaf: string;
  /** siblings from the leaf to below the root */
  proof: string[];
  root: string;
  /** at which `root` was the tree's */
  slot: string;
}

/**
 * Writes a receipt as one JSON value that verifies without a chain, against a root that its reader trusts.
 * @param verified what verifying this receipt gave
 * @param slot at which the tree's account was read
 * @throws ReceiptRefused where the receipt does not verify against the root in `verified`
 */
export function exportReceipt(
  deployment: Deployment,
  receipt: Receipt,
  { proof, root }: Pick<VerifiedReceipt, 'proof' | 'root'>,
  slot: bigint,
): ReceiptDocument {
  verifyReceiptAgainstRoot(deployment, { ...receipt, proof }, root);
  const { reputation, genesisHash } = deployment;
  const { facts, metadata, asset, tree, leaf, leafHash } = receipt;
  return {
    format: FORMAT,
    genesisHash: base58(genesisHash),
    reputation: reputation.toBase58(),
    facts: json(facts),
    metadata: json(metadata),
    asset: asset.toBase58(),
    tree: tree.toBase58(),
    leafIndex: leaf.nonce.toString(),
    owner: leaf.owner.toBase58(),
    delegate: leaf.delegate.toBase58(),
    dataHash: base58(leaf.dataHash),
    creatorHash: base58(leaf.creatorHash),
    leaf: base58(leafHash),
    proof: proof.map(base58),
    root: base58(root),
    slot: slot.toString(),
  };
}

/**
 * Verifies an exported receipt without a chain. The root that stands in it proves nothing, since whoever wrote
 * the receipt wrote it too: give one that you read from a registered tree, or were told by who did.
 * @param document what {@link exportReceipt} wrote, parsed from JSON
 * @param root 32 bytes
 * @throws ReceiptRefused
 */
export function verifyReceiptDocument(
  deployment: Deployment,
  document: unknown,
  root: Uint8Array,
): VerifiedReceipt {
  const read = readReceiptDocument(document);
  if (
    !read.reputation.equals(deployment.reputation) ||
    !equalBytes(read.genesisHash, deployment.genesisHash)
  ) {
    throw new ReceiptRefused('WrongDeployment', 'the receipt is of another program or another cluster');
  }
  return verifyReceiptAgainstRoot(deployment, read.receipt, root);
}

/**
 * Reads an exported receipt and checks its form alone.
 * @throws ReceiptRefused `ReceiptMalformed`, naming the field
 */
export function readReceiptDocument(document: unknown): {
  reputation: PublicKey;
  genesisHash: Uint8Array;
  receipt: Receipt;
  root: Uint8Array;
  slot: bigint;
} {
  const fields = new Fields(document, 'receipt');
  const format = fields.take('format', text);
  if (format !== FORMAT) throw new ReceiptRefused('ReceiptMalformed', `format ${format} is not ${FORMAT}`);
  const hash = (name: string) => fields.take(name, key).toBytes();
  const read = {
    genesisHash: hash('genesisHash'),
    reputation: fields.take('reputation', key),
    receipt: {
      facts: fields.take('facts', factsFrom),
      metadata: fields.take('metadata', metadataFrom),
      asset: fields.take('asset', key),
      tree: fields.take('tree', key),
      leaf: {
        nonce: fields.take('leafIndex', u64),
        owner: fields.take('owner', key),
        delegate: fields.take('delegate', key),
        dataHash: hash('dataHash'),
        creatorHash: hash('creatorHash'),
      },
      leafHash: hash('leaf'),
      proof: fields.take('proof', list(MAX_DEPTH, key)).map((node) => node.toBytes()),
    },
    root: hash('root'),
    slot: fields.take('slot', u64),
  };
  fields.end();
  return read;
}

const factsFrom = record(
  (fields): ReceiptFacts => ({
    agent: fields.take('agent', key),
    ownershipEpoch: fields.take('ownershipEpoch', u32),
    agentVersion: fields.take('agentVersion', u32),
    payer: fields.take('payer', key),
    subject: fields.take('subject', key),
    generation: fields.take('generation', u64),
    stars: fields.take('stars', u8),
    paid: fields.take('paid', u64),
    refunded: fields.take('refunded', u64),
    mint: fields.take('mint', key),
    number: fields.take('number', u64),
    slot: fields.take('slot', u64),
    ratedAt: fields.take('ratedAt', u64),
  }),
);

const creatorFrom = record(
  (fields): MetadataCreator => ({
    address: fields.take('address', key),
    verified: fields.take('verified', truth),
    share: fields.take('share', u8),
  }),
);

const metadataFrom = record(
  (fields): LeafMetadata => ({
    name: fields.take('name', text),
    symbol: fields.take('symbol', text),
    uri: fields.take('uri', text),
    sellerFeeBasisPoints: fields.take('sellerFeeBasisPoints', u16),
    primarySaleHappened: fields.take('primarySaleHappened', truth),
    isMutable: fields.take('isMutable', truth),
    editionNonce: fields.option('editionNonce', u8),
    tokenStandard: fields.option('tokenStandard', oneOf(TOKEN_STANDARDS)),
    collection: fields.option(
      'collection',
      record((collection) => ({
        verified: collection.take('verified', truth),
        key: collection.take('key', key),
      })),
    ),
    uses: fields.option(
      'uses',
      record((uses) => ({
        useMethod: uses.take('useMethod', oneOf(USE_METHODS)),
        remaining: uses.take('remaining', u64),
        total: uses.take('total', u64),
      })),
    ),
    tokenProgramVersion: fields.take('tokenProgramVersion', oneOf(TOKEN_PROGRAM_VERSIONS)),
    creators: fields.take('creators', list(5, creatorFrom)),
  }),
);

function base58(bytes: Uint8Array): string {
  return new PublicKey(bytes).toBase58();
}

function json<T>(value: T): Json<T> {
  const text = JSON.stringify(value, (_, field) => (typeof field === 'bigint' ? field.toString() : field));
  return JSON.parse(text) as Json<T>;
}
