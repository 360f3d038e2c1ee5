import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  BatchFileInvalid,
  type BatchLeaf,
  BatchTree,
  encodeSchedule,
  type Grant,
  isGranted,
  LeafUnknown,
  type LockSchedule,
  MAX_BATCH,
  readBatchFile,
  scheduleArg,
  timelockIdl,
  writeBatchFile,
} from '@agent-labs/sdk';
import { type Idl, Program, type Provider } from '@coral-xyz/anchor';
import { Keypair, PublicKey } from '@solana/web3.js';

const filled = (byte: number) => new PublicKey(new Uint8Array(32).fill(byte));
const BATCH = filled(100);
const LINEAR: LockSchedule = { kind: 'Linear', start: 10n, cliffAt: 20n, cliffAmount: 1n, end: 40n };
const PERIODIC: LockSchedule = {
  ...{ kind: 'Periodic', start: 10n, cliffAt: 10n, cliffAmount: 0n, period: 5n },
  periodAmount: 3n,
};
const MILESTONES: LockSchedule = {
  ...{ kind: 'Milestones', amounts: [60n, 40n], approver: filled(9), inOrder: true, deadline: 99n },
};
const grants = (count: number): Grant[] =>
  Array.from({ length: count }, (_, at) => ({
    recipient: Keypair.generate().publicKey,
    amount: 100n,
    schedule: [LINEAR, PERIODIC, MILESTONES][at % 3] as LockSchedule,
  }));

describe('batch as a tree', () => {
  it('hashes what the program hashes: worked out apart from both', () => {
    const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const number = (value: bigint, bytes: 4 | 8) => {
      const all = Buffer.alloc(8);
      all.writeBigUInt64LE(value);
      return all.subarray(0, bytes);
    };
    const domain = Buffer.from('agent-labs/batch/v1');
    const schedule = Buffer.concat([
      Buffer.of(0),
      ...[10n, 20n, 1n, 40n].map((value) => Buffer.from(number(value, 8))),
    ]);
    const leaf = (index: bigint, recipient: PublicKey) =>
      sha(
        ...[Buffer.of(0), domain, BATCH.toBytes(), number(index, 4), recipient.toBytes()],
        ...[number(100n, 8), schedule],
      );
    const [one, two] = [leaf(0n, filled(1)), leaf(1n, filled(2))];
    const grant = (n: number) => ({ recipient: filled(n), amount: 100n, schedule: LINEAR });
    assert.deepEqual(Buffer.from(new BatchTree(BATCH, [grant(1)]).root), one);
    const pair = Buffer.compare(one, two) <= 0 ? [one, two] : [two, one];
    const root = sha(Buffer.of(1), domain, ...pair);
    assert.deepEqual(Buffer.from(new BatchTree(BATCH, [grant(1), grant(2)]).root), root);
  });

  it('encodes schedules as Anchor does', () => {
    const { coder } = new Program<Idl>(
      timelockIdl as unknown as Idl,
      { connection: null } as unknown as Provider,
    );
    for (const schedule of [LINEAR, PERIODIC, MILESTONES]) {
      const encoded = coder.types.encode('scheduleTerms', scheduleArg(schedule));
      assert.deepEqual(Buffer.from(encodeSchedule(schedule)), encoded);
    }
  });

  it('proves each of its leaves, for every count up to 33 and 1,000', () => {
    for (const count of [...Array.from({ length: 33 }, (_, at) => at + 1), 1_000]) {
      const tree = new BatchTree(BATCH, grants(count));
      for (const leaf of tree.leaves) {
        const proof = tree.proof(leaf.index);
        assert.ok(isGranted(tree.root, BATCH, leaf, proof), `${count}`);
        assert.ok(proof.length <= Math.ceil(Math.log2(count)), `${count}`);
      }
    }
  });

  it('proves nothing else', () => {
    const tree = new BatchTree(BATCH, grants(6));
    const leaf = tree.leaf(2);
    const proof = tree.proof(2);
    const others: Partial<BatchLeaf>[] = [
      { index: 3 },
      { recipient: filled(3) },
      { amount: 101n },
      { schedule: LINEAR },
    ];
    for (const change of others) assert.ok(!isGranted(tree.root, BATCH, { ...leaf, ...change }, proof));
    assert.ok(!isGranted(tree.root, filled(101), leaf, proof));
    for (const { index } of tree.leaves) {
      if (index !== 2) assert.ok(!isGranted(tree.root, BATCH, leaf, tree.proof(index)));
    }
    assert.throws(() => tree.leaf(6), LeafUnknown);
    assert.throws(() => tree.proof(-1), LeafUnknown);
  });

  it('numbers its grants, and finds those of a wallet', () => {
    const list = grants(9);
    const tree = new BatchTree(BATCH, [...list, { ...(list[4] as Grant) }]);
    assert.deepEqual(
      tree.leavesOf((list[4] as Grant).recipient).map(({ index }) => index),
      [4, 9],
    );
    assert.deepEqual(tree.leavesOf(filled(77)), []);
    assert.deepEqual([tree.count, tree.total], [10, 1_000n]);
    assert.notDeepEqual(new BatchTree(BATCH, [...list].reverse()).root, new BatchTree(BATCH, list).root);
  });

  it('refuses grants that no lock can be made of, and names them', () => {
    const good: Grant = { recipient: filled(1), amount: 100n, schedule: LINEAR };
    const refused = (change: Partial<Grant>, why: RegExp) =>
      assert.throws(
        () => new BatchTree(BATCH, [good, { ...good, ...change }]),
        (error: Error) =>
          error instanceof TypeError && /grant 1/.test(error.message) && why.test(error.message),
      );
    const linear = (change: Partial<typeof LINEAR>) => ({
      schedule: { ...LINEAR, ...change } as LockSchedule,
    });
    refused({ recipient: PublicKey.default }, /zero address/);
    refused({ amount: 0n }, /of nothing/);
    refused({ amount: -1n }, /amount/);
    refused({ amount: 2n ** 64n }, /amount/);
    refused(linear({ end: 10n }), /starts at its end/);
    refused(linear({ cliffAt: 41n }), /cliff/);
    refused(linear({ cliffAt: 9n }), /cliff/);
    refused(linear({ cliffAmount: 101n }), /more with its cliff/);
    refused(linear({ start: -1n }), /1970/);
    refused(linear({ end: 2n ** 62n }), /3000/);
    refused({ schedule: { ...PERIODIC, period: 0n } as LockSchedule }, /period/);
    refused({ schedule: { ...PERIODIC, periodAmount: 0n } as LockSchedule }, /period/);
    refused({ schedule: { ...PERIODIC, period: 2n ** 40n } as LockSchedule }, /3000/);
    refused({ schedule: { ...MILESTONES, amounts: [60n, 41n] } as LockSchedule }, /add up/);
    refused({ schedule: { ...MILESTONES, amounts: [] } as LockSchedule }, /milestones/);
    refused({ schedule: { ...MILESTONES, approver: PublicKey.default } as LockSchedule }, /approver/);
    refused({ schedule: MILESTONES, recipient: filled(9) }, /approve its own/);
    assert.throws(() => new BatchTree(BATCH, []), TypeError);
    const all = Array.from({ length: 2 }, () => ({ ...good, amount: 2n ** 63n }));
    assert.throws(() => new BatchTree(BATCH, all), TypeError);
    assert.throws(() => new BatchTree(BATCH, Array(MAX_BATCH + 1).fill(good)), TypeError);
  });
});

describe('file of recipients', () => {
  const tree = new BatchTree(BATCH, grants(7));
  const text = writeBatchFile(tree);
  const promised = { root: tree.root, count: tree.count, total: tree.total };
  const changed = (change: (json: Record<string, unknown>) => void) => {
    const json = JSON.parse(text) as Record<string, unknown>;
    change(json);
    return JSON.stringify(json);
  };
  const refused = (file: string, why: RegExp, batch = BATCH) =>
    assert.throws(
      () => readBatchFile(file, batch, promised),
      (error: Error) => error instanceof BatchFileInvalid && why.test(error.message),
    );

  it('is read as it was written', () => {
    const read = readBatchFile(text, BATCH, promised);
    assert.deepEqual(read.root, tree.root);
    assert.deepEqual(
      read.leaves.map(({ amount, schedule }) => [amount, schedule.kind]),
      tree.leaves.map(({ amount, schedule }) => [amount, schedule.kind]),
    );
    assert.equal(writeBatchFile(read), text);
    assert.equal((JSON.parse(text) as { version: number }).version, 1);
  });

  it('is refused where anything in it was changed, or it is of another batch', () => {
    refused(text.replace('"amount":"100"', '"amount":"99"'), /grant|another root/);
    refused(text.replace('"end":"40"', '"end":"41"'), /another root/);
    refused(
      changed((json) => (json.grants as unknown[]).pop()),
      /another root/,
    );
    refused(text, /of the batch/, filled(101));
    // consistent in itself, but not what the chain has
    const other = new BatchTree(BATCH, grants(7));
    refused(writeBatchFile(other), /another list/);
    for (const change of [{ count: 8 }, { total: tree.total + 1n }]) {
      assert.throws(() => readBatchFile(text, BATCH, { ...promised, ...change }), BatchFileInvalid);
    }
  });

  it('is refused where it is none', () => {
    refused('{', /no JSON/);
    refused('[]', /file/);
    refused(
      changed((json) => {
        json.version = 2;
      }),
      /version/,
    );
    refused(
      changed((json) => {
        json.extra = 1;
      }),
      /file/,
    );
    for (const amount of ['1e3', '-1', '0x10', '01', '', ' 5', '1.0']) {
      refused(text.replace('"amount":"100"', `"amount":"${amount}"`), /amount/);
    }
    refused(text.replace('"amount":"100"', '"amount":100'), /amount/);
    refused(text.replace(BATCH.toBase58(), 'nobody'), /address/);
  });
});
