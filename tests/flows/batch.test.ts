import assert from 'node:assert/strict';
import {
  associatedTokens,
  BatchFileInvalid,
  BatchTree,
  batchClaim,
  batchRef,
  claimLeaf,
  closeBatch,
  createBatch,
  fundBatch,
  type Grant,
  isClaimed,
  LeafUnclaimable,
  lockClaim,
  readBatch,
  readBatchFile,
  withdrawBatch,
  writeBatchFile,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { linear } from '../timelock/batches';

const RECIPIENTS = 10_000;
const SAMPLE = [0, 1, 2, 4_095, 4_096, 8_191, 8_192, 9_998, 9_999];
const DAY = 86_400n;

/** Addresses that nobody has, told apart by their number. */
const stranger = (n: number) => {
  const bytes = Buffer.alloc(32, 7);
  bytes.writeUInt32BE(n);
  return new PublicKey(bytes);
};

describe('flow: a batch of 10,000 recipients', () => {
  let on: RegistryFixture;
  let creator: Keypair;
  let tree: BatchTree;
  let batch: PublicKey;
  let mine: Keypair;
  let begun: bigint;
  before(async () => {
    on = await registryFixture(await startProgramChain('litesvm'));
    [creator, mine] = [await funded(on.chain), await funded(on.chain)];
    await tokenAccount(on.chain, on.mint, creator.publicKey, PURSE);
    begun = await on.chain.unixTime();
    const grants: Grant[] = Array.from({ length: RECIPIENTS }, (_, n) => {
      const amount = 1_000n + BigInt(n);
      const recipient = n === 4_095 ? mine.publicKey : stranger(n);
      return { recipient, amount, schedule: linear(begun, amount) };
    });
    ({ batch, tree } = await createBatch(on.chain, on.deployment, {
      ...{ creator, mint: on.mint, id: 1n, grants, cancel: 'Creator', change: 'Recipient' },
      ...{ claimUntil: begun + 365n * DAY, funding: 5_000_000n },
    }));
  });

  const read = async () => {
    const account = await readBatch(on.chain, on.deployment, batch);
    assert.ok(account);
    return account;
  };

  it('pays nobody before all of it is there', async () => {
    await assert.rejects(claimLeaf(on.chain, on.deployment, tree, 0, on.feePayer), LeafUnclaimable);
    await fundBatch(on.chain, on.deployment, batch, creator);
    const { deposited, open } = await read();
    assert.deepEqual([deposited, open], [tree.total, tree.total]);
  });

  it('is claimed with the published file, which is held against the chain', async () => {
    const text = writeBatchFile(tree);
    const known = readBatchFile(text, batch, await read());
    assert.deepEqual(Buffer.from(known.root), Buffer.from(tree.root));
    assert.deepEqual(
      known.leavesOf(mine.publicKey).map(({ index }) => index),
      [4_095],
    );
    const richer = text.replace('"amount":"1000"', '"amount":"1001"');
    assert.notEqual(richer, text);
    assert.throws(() => readBatchFile(richer, batch, undefined), BatchFileInvalid);
  });

  it('takes every right proof of a sample, 14 hashes long, and one wrong one never, which touches nothing', async () => {
    const { chain, deployment, feePayer } = on;
    const wrong = 5_000;
    for (const index of SAMPLE) {
      assert.ok(tree.proof(index).length <= 14);
      // between right claims, the wrong proof is tried again and again
      const ref = batchRef(batch, await read());
      const proof = tree.proof(wrong).map((hash, at) => (at === index % 14 ? tree.root : hash));
      const bad = await batchClaim(deployment, ref, tree.leaf(wrong), proof, feePayer.publicKey);
      const watched = [bad.lock, bad.tokens, associatedTokens(on.mint, creator.publicKey)];
      await expectRefused(chain, bad.instruction, [feePayer], 'LeafProofInvalid', watched);
      const { outcome } = await claimLeaf(chain, deployment, tree, index, feePayer);
      assert.ok(outcome.size <= 1_232, `${outcome.size} bytes`);
    }
    const account = await read();
    const claimed = tree.leaves.filter(({ index }) => isClaimed(account, index)).map(({ index }) => index);
    assert.deepEqual(claimed, SAMPLE);
    const taken = SAMPLE.reduce((sum, index) => sum + tree.leaf(index).amount, 0n);
    assert.deepEqual([account.locked, account.open], [taken, tree.total - taken]);
    // and the leaf itself is as good as ever
    await claimLeaf(chain, deployment, tree, wrong, feePayer);
    await assert.rejects(claimLeaf(chain, deployment, tree, wrong, feePayer), LeafUnclaimable);
  });

  it('a leaf and what its lock has due fit one transaction', async () => {
    const { chain, deployment, mint } = on;
    const index = 9_000;
    await arriveAt(chain, begun + 500n);
    const { amount, recipient } = tree.leaf(index);
    const destination = await tokenAccount(chain, mint, recipient, 0n);
    const ref = batchRef(batch, await read());
    const claim = await batchClaim(deployment, ref, tree.leaf(index), tree.proof(index), mine.publicKey);
    const paid = await lockClaim(deployment, {
      ...{ lock: claim.lock, mint, payee: recipient, authority: mine.publicKey },
    });
    const outcome = await chain.send([claim.instruction, paid], { payer: mine });
    assert.ok(outcome.size <= 1_232, `${outcome.size} bytes`);
    const cliff = amount / 4n;
    assert.equal(await tokenBalance(chain, destination), cliff + (amount - cliff) / 2n);
  });

  it('gives back what nobody claimed, at its end', async () => {
    const { chain, deployment } = on;
    assert.equal(await withdrawBatch(chain, deployment, batch, creator), null);
    await arriveAt(chain, begun + 365n * DAY);
    await assert.rejects(claimLeaf(chain, deployment, tree, 77, on.feePayer), LeafUnclaimable);
    const { locked } = await read();
    await closeBatch(chain, deployment, batch, creator);
    assert.equal(await readBatch(chain, deployment, batch), null);
    assert.equal(await tokenBalance(chain, associatedTokens(on.mint, creator.publicKey)), PURSE - locked);
    assert.ok(new BatchTree(batch, [tree.leaf(0)]).root.length === 32);
  });
});
