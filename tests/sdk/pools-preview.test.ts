import assert from 'node:assert/strict';
import {
  type BatchLeaf,
  BatchTree,
  batchAddress,
  batchClaim,
  batchFund,
  builtDeployment,
  poolCreate,
  poolFund,
  poolLeave,
  previewMessage,
  timelockIdl,
} from '@agent-labs/sdk';
import { Keypair, MessageV0, PublicKey, type TransactionInstruction } from '@solana/web3.js';

const deployment = builtDeployment(new Uint8Array(32).fill(1));
const key = () => Keypair.generate().publicKey;
const [wallet, mint, attestor] = [key(), key(), key()];

const shownOf = (instruction: TransactionInstruction) => {
  const message = MessageV0.compile({
    ...{ payerKey: wallet, instructions: [instruction], recentBlockhash: PublicKey.default.toBase58() },
  });
  const { instructions, unknown } = previewMessage(deployment, message);
  assert.deepEqual(unknown, []);
  const [shown] = instructions;
  assert.ok(shown);
  return { ...shown, field: (label: string) => shown.fields.find((field) => field.label === label) };
};

describe('preview of pools and batches', () => {
  const poolTerms = {
    ...{ creator: wallet, mint, id: 1n, attestor, mode: 'Expire' as const, maxMembers: 9, amount: 25n },
    ...{ epochLength: 604_800n, firstEpochAt: 1_800_000_000n, grace: 86_400n },
  };
  const ref = { pool: key(), creator: wallet, attestor, mint };

  it('has words for each of their instructions', async () => {
    const ours = timelockIdl.instructions
      .map(({ name }) => name)
      .filter((name) => /^(pool|batch|epoch)/.test(name));
    assert.equal(ours.length, 16);
    const shown = shownOf((await poolCreate(deployment, poolTerms)).instruction);
    assert.equal(shown.title, 'Make an income pool');
    assert.equal(shown.field('mode')?.value, 'expire');
    assert.deepEqual(shown.field('amount'), {
      ...{ label: 'amount', kind: 'amount', value: '25', mint: mint.toBase58() },
    });
    assert.deepEqual(shown.field('epoch length'), { label: 'epoch length', kind: 'span', value: '604800' });
    assert.equal(shown.field('first epoch at')?.kind, 'time');
    assert.equal(shown.field('grace')?.kind, 'span');
    assert.equal(shown.field('max members')?.value, '9');
  });

  it('tells what leaves the wallet, and who could take it', async () => {
    const funding = await poolFund(deployment, ref, wallet, 500n);
    const shown = shownOf(funding);
    assert.match(shown.title, /its creator can take/);
    assert.deepEqual(
      shown.moves.map(({ amount }) => amount),
      [-500n],
    );
    const batch = batchAddress(deployment, wallet, 1n);
    const deposit = shownOf(await batchFund(deployment, { batch, creator: wallet, mint }, wallet, 7n));
    assert.deepEqual(
      deposit.moves.map(({ amount }) => amount),
      [-7n],
    );
  });

  it('tells that an income is given up', async () => {
    const leaving = shownOf(await poolLeave(deployment, ref.pool, wallet, { forfeit: true }));
    assert.equal(leaving.field('forfeit')?.value, 'yes');
    assert.equal(shownOf(await poolLeave(deployment, ref.pool, wallet)).field('forfeit'), undefined);
  });

  it('tells a leaf by what it gives to whom', async () => {
    const batch = batchAddress(deployment, wallet, 1n);
    const grant: Omit<BatchLeaf, 'index'> = {
      ...{ recipient: key(), amount: 900n },
      schedule: { kind: 'Linear', start: 1n, cliffAt: 2n, cliffAmount: 3n, end: 4n },
    };
    const tree = new BatchTree(batch, [grant, grant, grant]);
    const named = { batch, creator: wallet, mint, generation: 5n };
    const { instruction, lock } = await batchClaim(deployment, named, tree.leaf(0), tree.proof(0), wallet);
    const shown = shownOf(instruction);
    assert.equal(shown.title, 'Make a grant of a batch a lock');
    assert.deepEqual(
      ['recipient', 'amount', 'lock', 'proof'].map((label) => shown.field(label)?.value),
      [grant.recipient.toBase58(), '900', lock.toBase58(), '2 hashes'],
    );
  });
});
