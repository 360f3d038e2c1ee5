import assert from 'node:assert/strict';
import { LiteChain, loadThirdPartyPrograms } from '@agent-labs/localnet';
import {
  completeProof,
  decodeLeafTold,
  decodeMerkleTree,
  decodeTreeChange,
  encodeLeafMetadata,
  type InnerInstruction,
  leafHash,
  leafOf,
  merkleTreeBytes,
  RECEIPT_PROGRAMS,
  type ReceiptRefusal,
  ReceiptRefused,
  receiptAssetId,
  rootOf,
  type TransactionOutcome,
  treeEventsOf,
} from '@agent-labs/sdk';
import {
  ALL_DEPTH_SIZE_PAIRS,
  ConcurrentMerkleTreeAccount,
  deserializeApplicationDataEvent,
  deserializeChangeLogEventV1,
  getConcurrentMerkleTreeAccountSize,
  MerkleTree,
} from '@solana/spl-account-compression';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { BubblegumTree, metadataBy } from './bubblegum-tree';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const refusedAs = (code: ReceiptRefusal) => (error: unknown) =>
  error instanceof ReceiptRefused && error.code === code;

const SIZE = { depth: 5, buffer: 8, canopy: 2 };
const MINTS = 11;

describe('receipt trees', () => {
  let tree: BubblegumTree;
  const minted: { outcome: TransactionOutcome; owner: PublicKey; name: string }[] = [];
  /** the tree's account after each number of mints */
  const states: Uint8Array[] = [];
  /** the same tree as spl-account-compression computes it */
  const reference = MerkleTree.sparseMerkleTreeFromLeaves([], SIZE.depth);

  before(async () => {
    const upgradeAuthority = Keypair.generate().publicKey;
    const chain = await LiteChain.start({ programs: loadThirdPartyPrograms(), upgradeAuthority });
    tree = await BubblegumTree.make(chain, SIZE);
    states.push((await tree.account()).data);
    for (let index = 0; index < MINTS; index += 1) {
      const [owner, name] = [Keypair.generate().publicKey, `leaf ${index}`];
      const outcome = await tree.mint(metadataBy(tree.creator.publicKey, name), owner);
      minted.push({ outcome, owner, name });
      states.push((await tree.account()).data);
    }
  });

  const leafAt = (index: number) => {
    const { owner, name } = minted[index] as (typeof minted)[number];
    const leaf = leafOf(metadataBy(tree.creator.publicKey, name), {
      owner,
      delegate: owner,
      nonce: BigInt(index),
    });
    return leafHash(receiptAssetId(tree.address, BigInt(index)), leaf);
  };
  const decoded = (data: Uint8Array) =>
    decodeMerkleTree(tree.address, { owner: RECEIPT_PROGRAMS.compression, data });

  it('have the sizes that account compression has', () => {
    for (const pair of ALL_DEPTH_SIZE_PAIRS) {
      for (const canopy of [0, 3]) {
        const theirs = getConcurrentMerkleTreeAccountSize(pair.maxDepth, pair.maxBufferSize, canopy);
        assert.equal(merkleTreeBytes(pair.maxDepth, pair.maxBufferSize, canopy), theirs);
      }
    }
  });

  it("are read as spl-account-compression reads them, past the buffer's end", () => {
    for (const [count, data] of states.entries()) {
      const theirs = ConcurrentMerkleTreeAccount.fromBuffer(Buffer.from(data));
      const ours = decoded(data);
      assert.equal(ours.depth, theirs.getMaxDepth());
      assert.equal(ours.bufferSize, theirs.getMaxBufferSize());
      assert.equal(ours.canopyDepth, theirs.getCanopyDepth());
      assert.equal(ours.seq, BigInt(theirs.getCurrentSeq().toString()));
      assert.equal(ours.creationSlot, BigInt(theirs.getCreationSlot().toString()));
      assert.equal(ours.authority.toBase58(), theirs.getAuthority().toBase58());
      assert.equal(hex(ours.changes[0]?.root ?? new Uint8Array()), hex(theirs.getCurrentRoot()));
      assert.equal(ours.changes.length, theirs.getBufferSize());
      assert.equal(ours.leaves, count);
      for (const [back, change] of ours.changes.entries()) {
        const place = (theirs.getCurrentBufferIndex() - back + SIZE.buffer) % SIZE.buffer;
        const log = theirs.tree.changeLogs[place];
        assert.equal(hex(change.root), log?.root.toBuffer().toString('hex'));
        assert.equal(change.index, log?.index);
        assert.deepEqual(
          change.path.map(hex),
          log?.pathNodes.map((node) => node.toBuffer().toString('hex')),
        );
      }
    }
    assert.equal(decoded(states[MINTS] as Uint8Array).changes.length, SIZE.buffer);
  });

  it('hold the leaves that we compute, and their proofs lead to the root on the chain', () => {
    for (let index = 0; index < MINTS; index += 1) reference.updateLeaf(index, Buffer.from(leafAt(index)));
    const root = decoded(states[MINTS] as Uint8Array).changes[0]?.root as Uint8Array;
    assert.equal(hex(root), reference.root.toString('hex'));
    for (let index = 0; index < MINTS; index += 1) {
      assert.equal(hex(rootOf(leafAt(index), index, reference.getProof(index).proof)), hex(root));
    }
  });

  it('complete proofs from their canopy', () => {
    for (const [count, data] of states.entries()) {
      if (count === 0) continue;
      const state = decoded(data);
      const then = MerkleTree.sparseMerkleTreeFromLeaves(
        Array.from({ length: count }, (_, index) => Buffer.from(leafAt(index))),
        SIZE.depth,
      );
      for (let index = 0; index < count; index += 1) {
        const { proof } = then.getProof(index);
        for (const given of [SIZE.depth - SIZE.canopy, SIZE.depth]) {
          const whole = completeProof(state, index, proof.slice(0, given));
          assert.deepEqual(whole.map(hex), proof.map(hex));
        }
        const short = completeProof(state, index, proof.slice(0, SIZE.depth - SIZE.canopy - 1));
        assert.ok(short.length < SIZE.depth);
      }
    }
  });

  it('tell their changes as spl-account-compression decodes them', () => {
    const told = [tree.made, ...minted.map(({ outcome }) => outcome)];
    for (const [seq, { innerInstructions }] of told.entries()) {
      const events = treeEventsOf(innerInstructions);
      assert.equal(events.length, 1);
      const [event] = events;
      assert.ok(event);
      const at = event.innerIndex;
      const data = Buffer.from(innerInstructions[at]?.data ?? []);
      const theirs = deserializeChangeLogEventV1(data);
      assert.equal(event.change.seq, BigInt(seq));
      assert.equal(theirs.seq.toString(), event.change.seq.toString());
      assert.equal(theirs.index, event.change.index);
      assert.equal(theirs.treeId.toBase58(), event.change.tree.toBase58());
      assert.deepEqual(
        event.change.path.map(({ node, number }) => [hex(node), number]),
        theirs.path.map(({ node, index }) => [hex(Uint8Array.from(node)), index]),
      );
      if (seq === 0) continue;
      const application = Buffer.from(innerInstructions[0]?.data ?? []);
      assert.ok(deserializeApplicationDataEvent(application));
      const leaf = decodeLeafTold(application);
      assert.ok(leaf);
      assert.equal(hex(leaf.hash), hex(leafAt(seq - 1)));
      assert.equal(hex(leafHash(leaf.asset, leaf)), hex(leaf.hash));
      assert.equal(leaf.asset.toBase58(), receiptAssetId(tree.address, BigInt(seq - 1)).toBase58());
    }
  });

  it('tell what was minted inside another program, and only what account compression told itself', () => {
    const { outcome, name } = minted[3] as (typeof minted)[number];
    const metadata = metadataBy(tree.creator.publicKey, name);
    const instruction = (programId: PublicKey, data: Uint8Array): InnerInstruction => ({
      outerIndex: 0,
      programId,
      data,
    });
    const mintV1 = Buffer.from([145, 98, 192, 118, 184, 147, 118, 104]);
    const mint = instruction(
      RECEIPT_PROGRAMS.bubblegum,
      Buffer.concat([mintV1, encodeLeafMetadata(metadata)]),
    );
    const [told, append, change] = outcome.innerInstructions as [
      InnerInstruction,
      InnerInstruction,
      InnerInstruction,
    ];
    const [event, ...more] = treeEventsOf([mint, told, append, change]);
    assert.equal(more.length, 0);
    assert.deepEqual(event?.mint?.metadata, metadata);
    assert.equal(event?.mint?.nonce, 3n);
    assert.equal(event?.innerIndex, 3);

    const stranger = Keypair.generate().publicKey;
    assert.deepEqual(treeEventsOf([mint, told, append, instruction(stranger, change.data)]), []);
    assert.deepEqual(treeEventsOf([mint, told, instruction(stranger, append.data), change]), []);
    assert.deepEqual(treeEventsOf([change]), []);
    assert.equal(treeEventsOf([mint, told, append, change, change]).length, 1);
    const verifyLeaf = Buffer.from([124, 220, 22, 223, 104, 10, 250, 224]);
    assert.deepEqual(treeEventsOf([instruction(RECEIPT_PROGRAMS.compression, verifyLeaf), change]), []);
    assert.deepEqual(treeEventsOf([append, { ...change, outerIndex: 1 }]), []);
    assert.deepEqual(
      treeEventsOf([mint, told, append, change], () => false),
      [],
    );
    assert.equal(treeEventsOf([told, append, change])[0]?.mint, null);

    const other = Buffer.concat([mintV1, encodeLeafMetadata({ ...metadata, name: 'another' })]);
    // Bubblegum reads no further than it must; nobody's mint may hide the change, or what else is there
    const longer = Buffer.concat([mint.data, Buffer.alloc(1)]);
    const short = mint.data.subarray(0, -1);
    for (const data of [other, longer, short]) {
      const [odd] = treeEventsOf([instruction(RECEIPT_PROGRAMS.bubblegum, data), told, append, change]);
      assert.equal(odd?.mint, null);
      assert.equal(odd?.change.seq, 4n);
    }
  });

  it('are told in exactly the form that account compression writes', () => {
    const change = Buffer.from(minted[0]?.outcome.innerInstructions[2]?.data ?? []);
    assert.equal(decodeTreeChange(Buffer.from([1, 0])), null);
    assert.throws(() => decodeTreeChange(change.subarray(0, -1)), RangeError);
    assert.throws(() => decodeTreeChange(Buffer.concat([change, Buffer.alloc(1)])), RangeError);
    const moved = Buffer.from(change);
    moved.writeUInt32LE(1, change.length - 4);
    assert.throws(() => decodeTreeChange(moved), /names node 32 at level 0 over leaf 1/);
    const long = Buffer.from(change);
    long.writeUInt32LE(0xffff_ffff, 34);
    assert.throws(() => decodeTreeChange(long), /announces 4294967295 elements/);
    const none = Buffer.concat([change.subarray(0, 34), Buffer.alloc(4), Buffer.alloc(12)]);
    assert.throws(() => decodeTreeChange(none), RangeError);
    const told = Buffer.from(minted[0]?.outcome.innerInstructions[0]?.data ?? []);
    assert.throws(() => decodeLeafTold(told.subarray(0, -1)), RangeError);
    const later = Buffer.from(told);
    later[7] = 1;
    assert.equal(decodeLeafTold(later), null);
    assert.equal(decodeLeafTold(change), null);
    assert.ok(
      RECEIPT_PROGRAMS.noop.equals(
        minted[0]?.outcome.innerInstructions[0]?.programId ?? RECEIPT_PROGRAMS.bubblegum,
      ),
    );
  });

  it('that are none are refused by name', () => {
    const good = states[MINTS] as Uint8Array;
    const changed = (at: number, byte: number) => {
      const data = Buffer.from(good);
      data[at] = byte;
      return () => decoded(data);
    };
    const owner = Keypair.generate().publicKey;
    assert.throws(() => decodeMerkleTree(tree.address, { owner, data: good }), refusedAs('ForeignTree'));
    const elsewhere = Keypair.generate().publicKey;
    assert.throws(
      () => decodeMerkleTree(elsewhere, { owner: RECEIPT_PROGRAMS.compression, data: good }),
      refusedAs('ForeignTree'),
    );
    assert.throws(changed(10, (good[10] ?? 0) ^ 1), refusedAs('ForeignTree'));
    for (const [at, byte] of [
      [0, 0],
      [0, 2],
      [1, 1],
      [2, 9],
      [2, 16],
      [6, 4],
      [6, 14],
      [50, 1],
      [55, 1],
      [56 + 8, 8],
      [56 + 16, 0],
      [56 + 16, 9],
      // index of the leaf that the newest change is of: change 11 of 8 kept is at place 3
      [56 + 24 + 3 * 200 + 32 * 6, 32],
      // number of leaves
      [56 + 24 + 8 * 200 + 32 * 6, 33],
    ] as const) {
      assert.throws(changed(at, byte), refusedAs('TreeMalformed'), `byte ${at} as ${byte}`);
    }
    for (const cut of [0, 55, 79, good.length - 1, good.length - 32]) {
      assert.throws(() => decoded(good.subarray(0, cut)), refusedAs('TreeMalformed'));
    }
    assert.throws(() => decoded(Buffer.concat([good, Buffer.alloc(32)])), refusedAs('TreeMalformed'));
  });
});
