import assert from 'node:assert/strict';
import {
  RECEIPT_PROGRAMS,
  type ReceiptFacts,
  ratingAuthorityAddress,
  receiptAssetId,
  receiptName,
  receiptUri,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { PublicKey } from '@solana/web3.js';
import type { RegistryFixture } from '../fixtures/registry';
import { URI_BASE } from './support';

/** What a mint told through the noop program. */
export interface Told {
  /** of the tree's change log */
  tree: PublicKey;
  root: Buffer;
  leafNode: Buffer;
  index: number;
  seq: bigint;
  /** of Bubblegum's leaf schema */
  id: PublicKey;
  owner: PublicKey;
  delegate: PublicKey;
  nonce: bigint;
  dataHash: Buffer;
  creatorHash: Buffer;
  leafHash: Buffer;
}

const CHANGE_LOG = 0;
const APPLICATION_DATA = 1;

/** Reads the two inner instructions to noop that a mint makes. */
export function toldBy({ innerInstructions }: TransactionOutcome): Told {
  const noops = innerInstructions
    .filter(({ programId }) => programId.equals(RECEIPT_PROGRAMS.noop))
    .map(({ data }) => Buffer.from(data));
  const [log, leaf] = [CHANGE_LOG, APPLICATION_DATA].map((kind) => {
    const found = noops.filter((data) => data[0] === kind && data[1] === 0);
    assert.equal(found.length, 1);
    return found[0] as Buffer;
  }) as [Buffer, Buffer];
  const nodes = log.readUInt32LE(34);
  const end = 38 + 36 * nodes;
  const schema = leaf.subarray(6);
  assert.deepEqual([...schema.subarray(0, 3)], [1, 0, 0], 'a leaf schema of version 1');
  const key = (at: number) => new PublicKey(schema.subarray(at, at + 32));
  return {
    tree: new PublicKey(log.subarray(2, 34)),
    leafNode: log.subarray(38, 70),
    root: log.subarray(end - 36, end - 4),
    seq: log.readBigUInt64LE(end),
    index: log.readUInt32LE(end + 8),
    id: key(3),
    owner: key(35),
    delegate: key(67),
    nonce: schema.readBigUInt64LE(99),
    dataHash: schema.subarray(107, 139),
    creatorHash: schema.subarray(139, 171),
    leafHash: schema.subarray(171, 203),
  };
}

function keccak(...parts: Uint8Array[]): Buffer {
  return Buffer.from(keccak_256(Buffer.concat(parts)));
}

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

function text(value: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(value.length);
  return Buffer.concat([length, Buffer.from(value)]);
}

/** What the leaf of a receipt must be, computed from its facts alone. */
export function expectedLeaf(
  { deployment }: Pick<RegistryFixture, 'deployment'>,
  facts: ReceiptFacts,
  tree: PublicKey,
  nonce: bigint,
) {
  const creator = ratingAuthorityAddress(deployment).toBytes();
  const metadata = Buffer.concat([
    text(receiptName(facts.stars)),
    text('RECEIPT'),
    text(receiptUri(URI_BASE, facts)),
    // no royalty; neither sold nor mutable; no edition; non-fungible; of no collection, without uses; SPL Token
    Buffer.from([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]),
    Buffer.from([1, 0, 0, 0]),
    creator,
    Buffer.from([1, 100]),
  ]);
  const dataHash = keccak(keccak(metadata), Buffer.from([0, 0]));
  const creatorHash = keccak(creator, Buffer.from([1, 100]));
  const id = receiptAssetId(tree, nonce);
  const owner = facts.agent.toBytes();
  const leafHash = keccak(Buffer.from([1]), id.toBytes(), owner, owner, u64(nonce), dataHash, creatorHash);
  return { id, owner: facts.agent, delegate: facts.agent, nonce, dataHash, creatorHash, leafHash };
}

/** Root of a tree of `depth` with these leaves first and nothing behind. */
export function rootOf(leaves: readonly Uint8Array[], depth: number): Buffer {
  let level: Uint8Array[] = [...leaves];
  let empty: Uint8Array = Buffer.alloc(32);
  for (let at = 0; at < depth; at += 1) {
    const above: Uint8Array[] = [];
    for (let left = 0; left < Math.max(level.length, 1); left += 2) {
      above.push(keccak(level[left] ?? empty, level[left + 1] ?? empty));
    }
    empty = keccak(empty, empty);
    level = above;
  }
  return Buffer.from(level[0] ?? empty);
}
