import assert from 'node:assert/strict';
import {
  decodeTreePool,
  merkleTreeBytes,
  RECEIPT_PROGRAMS,
  ratingAuthorityAddress,
  registerTree,
  type TreeRegisterParams,
  treeAddress,
  treeConfigAddress,
  treePoolAddress,
  treeRegister,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey, SystemProgram } from '@solana/web3.js';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, copyOf, dataOf, key, patch } from '../registry/support';
import { addTree, eventOf, receiptRegistry, rewrite, SMALL, treeOfRecord, URI_BASE } from './support';

describe('reputation tree_register', () => {
  let on: RegistryFixture;
  beforeEach(async () => {
    on = await receiptRegistry();
  });

  /** A zeroed account of the compression program, past the instruction that would allocate it. */
  const prepared = async (bytes = merkleTreeBytes(3, 8, 0), owner = RECEIPT_PROGRAMS.compression) => {
    const at = Keypair.generate().publicKey;
    const lamports = await on.chain.rentExemption(bytes);
    await on.chain.setAccount(at, { lamports, owner, data: new Uint8Array(bytes), executable: false });
    return at;
  };
  const registering = async (changes: Partial<TreeRegisterParams> = {}) => {
    const { instruction } = await treeRegister(on.deployment, {
      admin: on.admin.publicKey,
      merkleTree: changes.merkleTree ?? (await prepared()),
      shard: 0,
      maxDepth: 3,
      maxBufferSize: 8,
      uriBase: URI_BASE,
      ...changes,
    });
    return instruction;
  };
  const refused = async (error: string, changes: Partial<TreeRegisterParams> = {}) =>
    expectRefused(on.chain, await registering(changes), [on.admin], error);
  const pool = async () => decodeTreePool(await dataOf(on.chain, treePoolAddress(on.deployment)));

  it('makes a tree that the rating authority alone mints in, and tells it', async () => {
    const { admin, chain, deployment } = on;
    const size = { depth: 14, buffer: 64, canopy: 8 };
    const { merkleTree, outcome } = await registerTree(chain, deployment, {
      admin,
      ...size,
      uriBase: URI_BASE,
    });
    const {
      bump: _,
      padding: __,
      padding2: ___,
      reserved: ____,
      ...tree
    } = await treeOfRecord(on, merkleTree);
    const registeredAt = await chain.unixTime();
    const common = {
      merkleTree,
      shard: 0,
      depth: 14,
      buffer: 64,
      canopy: 8,
      capacity: 16_384n,
      registeredAt,
    };
    assertSame(tree, { ...common, version: 1, rentPayer: admin.publicKey, minted: 0n, uriBase: URI_BASE });
    assertSame((await pool()).trees, [merkleTree]);
    assertSame(eventOf(outcome, 'treeRegistered'), {
      ...common,
      tree: treeAddress(deployment, merkleTree),
      admin: admin.publicKey,
      uriBase: URI_BASE,
      replaced: null,
    });
    // Bubblegum's tree config: creator, delegate, capacity, minted, public
    const config = await dataOf(chain, treeConfigAddress(merkleTree));
    const authority = ratingAuthorityAddress(deployment).toBuffer();
    assert.ok(config.subarray(8, 40).equals(authority) && config.subarray(40, 72).equals(authority));
    assert.equal(config.readBigUInt64LE(72), 16_384n);
    assert.equal(config.readUInt8(88), 0, 'not public');
  });

  it('adds shards without gaps, up to 32', async () => {
    await refused('ShardInvalid', { shard: 1 });
    const trees: PublicKey[] = [];
    for (let shard = 0; shard < 32; shard += 1) trees.push(await addTree(on, shard));
    assertSame((await pool()).trees, trees);
    for (const shard of [32, 33, 255]) await refused('ShardInvalid', { shard });
  });

  it('TreeNotFull: replaces a shard’s tree only when full', async () => {
    const first = await addTree(on);
    await refused('TreeNotFull', { replaced: first });
    const record = treeAddress(on.deployment, first);
    await rewrite(on, 'tree', record, { minted: 7n });
    await refused('TreeNotFull', { replaced: first });
    await rewrite(on, 'tree', record, { minted: 8n });
    const merkleTree = await prepared();
    const outcome = await on.send(await registering({ merkleTree, replaced: first }), on.admin);
    assertSame(eventOf(outcome, 'treeRegistered').replaced, first);
    assertSame((await pool()).trees, [merkleTree]);
    assert.equal((await treeOfRecord(on, first)).minted, 8n, 'the full tree stays registered');
  });

  it('TreeMismatch: who shows no tree to replace, or another one, or one where there is none', async () => {
    const [first, second] = [await addTree(on), await addTree(on, 1)];
    for (const tree of [first, second]) {
      await rewrite(on, 'tree', treeAddress(on.deployment, tree), { minted: 8n });
    }
    await refused('TreeMismatch');
    await refused('TreeMismatch', { replaced: second });
    await refused('TreeMismatch', { shard: 2, replaced: first });
  });

  it('NotAdmin: by anyone but the admin', async () => {
    for (const signer of [on.pauser, on.creator, on.treasury]) {
      const instruction = await registering({ admin: signer.publicKey });
      await expectRefused(on.chain, instruction, [signer], 'NotAdmin');
    }
    const unsigned = withAccount(await registering(), 'admin', { isSigner: false });
    await expectRefused(on.chain, unsigned, [], 'AccountNotSigner');
  });

  it('TreeNotPrepared: an account of another program, or one that is a tree already', async () => {
    const bytes = merkleTreeBytes(3, 8, 0);
    for (const owner of [SystemProgram.programId, RECEIPT_PROGRAMS.noop, on.deployment.reputation]) {
      await refused('TreeNotPrepared', { merkleTree: await prepared(bytes, owner) });
    }
    const used = await prepared();
    await patch(on.chain, used, (data) => data.writeUInt8(1, 0));
    await refused('TreeNotPrepared', { merkleTree: used });
  });

  it('TreeExists, attack 8: a tree that is registered already', async () => {
    const first = await addTree(on);
    await rewrite(on, 'tree', treeAddress(on.deployment, first), { minted: 8n });
    await refused('TreeExists', { merkleTree: first, replaced: first });
  });

  it('TreeSizeInvalid: depth, buffer and size that make no tree', async () => {
    const small = merkleTreeBytes(3, 8, 0);
    for (const [maxDepth, maxBufferSize, bytes] of [
      [4, 8, merkleTreeBytes(4, 8, 0)],
      [3, 9, merkleTreeBytes(3, 9, 0)],
      [3, 8, small - 1],
      [3, 8, small + 1],
      [3, 8, small + 32],
      [3, 8, 55],
      [0, 0, small],
      [4_294_967_295, 8, small],
      [20, 64, merkleTreeBytes(20, 64, 2)],
    ] as const) {
      await refused('TreeSizeInvalid', { maxDepth, maxBufferSize, merkleTree: await prepared(bytes) });
    }
  });

  it('takes trees of every size that protocols use', async () => {
    for (const [shard, [depth, buffer, canopy]] of (
      [
        [5, 8, 0],
        [14, 64, 11],
        [20, 64, 3],
        [20, 1_024, 12],
        [24, 64, 10],
      ] as const
    ).entries()) {
      const merkleTree = await prepared(merkleTreeBytes(depth, buffer, canopy));
      const instruction = await registering({ shard, merkleTree, maxDepth: depth, maxBufferSize: buffer });
      await on.send(instruction, on.admin);
      assert.equal((await treeOfRecord(on, merkleTree)).canopy, canopy);
    }
  });

  it('UriBaseInvalid: what no address of a receipt begins with', async () => {
    const long = `https://${'a'.repeat(92)}`;
    for (const uriBase of [
      '',
      'https://',
      'http://x.org/',
      'javascript:x',
      'https://x y/',
      'https://é/',
      `${long}a`,
    ]) {
      await refused('UriBaseInvalid', { uriBase });
    }
    await on.send(await registering({ uriBase: long }), on.admin);
  });

  it('ConfigMismatch, ConstraintSeeds, ProgramMismatch, RatingAuthorityMismatch: other accounts', async () => {
    const instruction = await registering();
    const config = await copyOf(on.chain, on.config);
    for (const [name, pubkey, error] of [
      ['config', config, 'ConfigMismatch'],
      ['tree_pool', key(), 'ConstraintSeeds'],
      ['tree', key(), 'ConstraintSeeds'],
      ['rating_authority', key(), 'RatingAuthorityMismatch'],
      ['bubblegum_program', key(), 'ProgramMismatch'],
      ['compression_program', SystemProgram.programId, 'ProgramMismatch'],
      ['noop_program', on.deployment.escrow, 'ProgramMismatch'],
      ['system_program', key(), 'InvalidProgramId'],
      ['event_authority', key(), 'EventAuthorityMismatch'],
      ['program', key(), 'ProgramMismatch'],
      ['tree_config', key(), 'ConstraintSeeds'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.admin], error);
    }
  });

  it('TreePoolMismatch, UnknownLayout, InvariantBroken: a pool that does not hold', async () => {
    const cut = treePoolAddress(on.deployment);
    const lamports = await on.chain.rentExemption(20);
    const owner = on.deployment.reputation;
    await on.chain.setAccount(cut, { lamports, owner, data: Buffer.alloc(20, 1), executable: false });
    await refused('TreePoolMismatch');
    await on.chain.setAccount(cut, null);
    await addTree(on);
    const at = treePoolAddress(on.deployment);
    await patch(on.chain, at, (data) => data.writeUInt8(2, 8));
    await refused('UnknownLayout', { shard: 1 });
    await patch(on.chain, at, (data) => data.writeUInt8(1, 8));
    await patch(on.chain, at, (data) => data.writeUInt8(7, 16 + 32 * 9));
    await refused('InvariantBroken', { shard: 1 });
  });

  it('works where somebody sent lamports to pool and record', async () => {
    const merkleTree = await prepared();
    await on.chain.airdrop(treePoolAddress(on.deployment), await on.chain.rentExemption(0));
    await on.chain.airdrop(treeAddress(on.deployment, merkleTree), await on.chain.rentExemption(0));
    await on.send(await registering({ merkleTree }), on.admin);
    assertSame((await pool()).trees, [merkleTree]);
    assert.deepEqual([SMALL.depth, (await treeOfRecord(on, merkleTree)).capacity], [3, 8n]);
  });
});
