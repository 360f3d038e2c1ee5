import assert from 'node:assert/strict';
import {
  creatorHash,
  dataHash,
  decodeLeafMetadata,
  emptyNode,
  encodeLeafMetadata,
  type LeafMetadata,
  leafHash,
  leafOf,
  nodeNumber,
  receiptAssetId,
  rootOf,
  siblingNumbers,
} from '@agent-labs/sdk';
import {
  findLeafAssetIdPda,
  getMerkleProof,
  getMerkleRoot,
  getMetadataArgsSerializer,
  hashLeaf,
  hashMetadataCreators,
  hashMetadataData,
} from '@metaplex-foundation/mpl-bubblegum';
import { MerkleTree } from '@solana/spl-account-compression';
import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { metadataBy } from './bubblegum-tree';
import { umiContext, umiKey, umiMetadata } from './metaplex';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const keyOf = (byte: number) => new PublicKey(Buffer.alloc(32, byte));

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => new PublicKey(bytes));
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
/** Records as object literals make them. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;
const option = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const metadata: fc.Arbitrary<LeafMetadata> = record({
  name: fc.string({ unit: 'grapheme', maxLength: 32 }),
  symbol: fc.string({ unit: 'grapheme', maxLength: 10 }),
  uri: fc.webUrl(),
  sellerFeeBasisPoints: fc.integer({ min: 0, max: 0xffff }),
  primarySaleHappened: fc.boolean(),
  isMutable: fc.boolean(),
  editionNonce: option(fc.integer({ min: 0, max: 255 })),
  tokenStandard: option(
    fc.constantFrom('NonFungible' as const, 'FungibleAsset' as const, 'NonFungibleEdition' as const),
  ),
  collection: option(record({ verified: fc.boolean(), key })),
  uses: option(
    record({
      useMethod: fc.constantFrom('Burn' as const, 'Multiple' as const, 'Single' as const),
      remaining: u64,
      total: u64,
    }),
  ),
  tokenProgramVersion: fc.constantFrom('Original' as const, 'Token2022' as const),
  creators: fc.array(
    record({ address: key, verified: fc.boolean(), share: fc.integer({ min: 0, max: 100 }) }),
    { maxLength: 5 },
  ),
});

describe('receipt hashing', () => {
  it('gives what it gave for a fixed leaf', () => {
    // made with mpl-bubblegum 5.1.0
    const fixed = metadataBy(keyOf(7), 'Agent Labs receipt 5/5');
    const tree = keyOf(9);
    const leaf = leafOf(fixed, { owner: keyOf(3), delegate: keyOf(3), nonce: 258n });
    assert.equal(hex(leaf.dataHash), '8d83695c8fba8384866bd4b64ee40d453e750794371e7d8abbb4765cda23907f');
    assert.equal(hex(leaf.creatorHash), 'af13659cd1a3a2b9d57e788f025fd1ff3e81d4aab04ca32774520dda5d9c6516');
    const asset = receiptAssetId(tree, 258n);
    assert.equal(asset.toBase58(), '6HYuWvRZaTvFzUQ1Et8Qw8yKthWFZW5K2FaxBCDwHUsD');
    assert.equal(
      hex(leafHash(asset, leaf)),
      '5d597e3814aed13220d070c2c7bc4184d2e23abc3deab1b40fd4b38ca22c9f28',
    );
  });

  it("equals mpl-bubblegum's in every field", () => {
    fc.assert(
      fc.property(metadata, key, key, key, fc.nat(2 ** 30), (made, tree, owner, delegate, nonce) => {
        const umi = umiMetadata(made);
        const encoded = encodeLeafMetadata(made);
        assert.equal(hex(encoded), hex(getMetadataArgsSerializer().serialize(umi)));
        assert.deepEqual(decodeLeafMetadata(encoded), made);
        assert.equal(hex(dataHash(made)), hex(hashMetadataData(umi)));
        assert.equal(hex(creatorHash(made.creators)), hex(hashMetadataCreators(umi.creators)));
        const merkleTree = umiKey(tree);
        const [asset] = findLeafAssetIdPda(umiContext, { merkleTree, leafIndex: nonce });
        assert.equal(receiptAssetId(tree, BigInt(nonce)).toBase58(), asset);
        const theirs = hashLeaf(umiContext, {
          merkleTree,
          owner: umiKey(owner),
          delegate: umiKey(delegate),
          leafIndex: nonce,
          metadata: umi,
        });
        const leaf = leafOf(made, { owner, delegate, nonce: BigInt(nonce) });
        assert.equal(hex(leafHash(receiptAssetId(tree, BigInt(nonce)), leaf)), hex(theirs));
      }),
      { numRuns: 200 },
    );
  });

  it('takes no metadata that Borsh would not have written', () => {
    const bytes = encodeLeafMetadata(metadataBy(keyOf(7), 'x'));
    assert.throws(() => decodeLeafMetadata(bytes.subarray(0, -1)), RangeError);
    assert.throws(() => decodeLeafMetadata(Buffer.concat([bytes, Buffer.alloc(1)])), /1 bytes too many/);
    const flagged = Buffer.from(bytes);
    const mutable = flagged.length - 34 - 4 - 1 - 1 - 1 - 2 - 1 - 1;
    assert.equal(flagged[mutable], 0);
    flagged[mutable] = 2;
    assert.throws(() => decodeLeafMetadata(flagged), /has 2 as flag/);
    const cut = Buffer.from(bytes);
    cut.writeUInt32LE(0xffff_ffff, 0);
    assert.throws(() => decodeLeafMetadata(cut), /metadata ends/);
    assert.throws(
      () => encodeLeafMetadata({ ...metadataBy(keyOf(7), 'x'), sellerFeeBasisPoints: 65_536 }),
      TypeError,
    );
    assert.throws(() => encodeLeafMetadata(metadataBy(keyOf(7), '\ud800')), TypeError);
  });

  it('every bit of a leaf changes its hash', () => {
    const base = leafOf(metadataBy(keyOf(7), 'x'), { owner: keyOf(1), delegate: keyOf(1), nonce: 1n });
    const hash = (leaf = base, asset = keyOf(4)) => hex(leafHash(asset, leaf));
    const others = [
      hash({ ...base, owner: keyOf(2) }),
      hash({ ...base, delegate: keyOf(2) }),
      hash({ ...base, nonce: 2n }),
      hash({ ...base, dataHash: base.creatorHash }),
      hash({ ...base, creatorHash: base.dataHash }),
      hash(base, keyOf(5)),
    ];
    assert.equal(new Set([hash(), ...others]).size, 7);
  });
});

describe('receipt proofs', () => {
  it("lead to the root of spl-account-compression's and of mpl-bubblegum's tree", () => {
    const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(leaf, { minLength: 1, maxLength: 8 }),
        (depth, leaves) => {
          const held = leaves.slice(0, 2 ** depth);
          const tree = MerkleTree.sparseMerkleTreeFromLeaves(
            held.map((bytes) => Buffer.from(bytes)),
            depth,
          );
          for (const [index, bytes] of held.entries()) {
            const { proof, root } = tree.getProof(index);
            assert.equal(hex(rootOf(bytes, index, proof)), hex(root));
            if (depth < 3) continue;
            const umiLeaves = held.map((one) => umiKey(new PublicKey(one)));
            const umiProof = getMerkleProof(umiLeaves, depth, umiKey(new PublicKey(bytes)), index);
            const nodes = umiProof.map((node) => new PublicKey(node).toBytes());
            const whole = Array.from({ length: depth }, (_, level) => nodes[level] ?? emptyNode(level));
            assert.equal(
              new PublicKey(rootOf(bytes, index, whole)).toBase58(),
              getMerkleRoot(umiLeaves, depth),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('number their nodes as change logs do', () => {
    assert.equal(nodeNumber(5, 3, 0), 13);
    assert.equal(nodeNumber(5, 3, 3), 1);
    assert.deepEqual(siblingNumbers(5, 3), [12, 7, 2]);
    assert.equal(nodeNumber(2 ** 30 - 1, 30, 0), 2 ** 31 - 1);
    assert.throws(() => nodeNumber(8, 3, 0), RangeError);
    assert.throws(() => rootOf(new Uint8Array(32), 4, [emptyNode(0), emptyNode(1)]), RangeError);
    assert.throws(() => rootOf(new Uint8Array(31), 0, [emptyNode(0)]), TypeError);
    assert.throws(() => rootOf(new Uint8Array(32), 0, [new Uint8Array(33)]), TypeError);
  });

  it('of an empty tree lead to its root', () => {
    const proof = Array.from({ length: 14 }, (_, level) => emptyNode(level));
    assert.equal(hex(rootOf(new Uint8Array(32), 1_000, proof)), hex(emptyNode(14)));
    emptyNode(3).fill(1);
    assert.equal(hex(rootOf(new Uint8Array(32), 0, proof)), hex(emptyNode(14)));
  });
});
