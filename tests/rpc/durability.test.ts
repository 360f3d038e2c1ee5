import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { Keypair } from '@solana/web3.js';
import { within } from '../helpers/within';
import { call } from './support';

/** Milliseconds in which an answer that waits for nothing has come. */
const AT_ONCE = 300;

describe('local chain: while the disk is slow', () => {
  const data = mkdtempSync(join(tmpdir(), 'agent-labs-slow-disk-'));
  let localnet: Localnet;
  let handles: { datasync: FileHandle['datasync'] };
  let datasync: FileHandle['datasync'];
  before(async () => {
    localnet = await startLocalnet({ directory: data, tick: null });
    const handle = await open(join(data, 'keys.json'));
    handles = Object.getPrototypeOf(handle);
    await handle.close();
    ({ datasync } = handles);
  });
  afterEach(() => {
    handles.datasync = datasync;
  });
  after(async () => {
    await localnet.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('nothing is told of a transaction that is not on disk, and everything once it is', async () => {
    let synced = () => {};
    const gate = new Promise<void>((done) => {
      synced = done;
    });
    handles.datasync = async function (this: FileHandle) {
      await gate;
      await datasync.call(this);
    };
    const to = Keypair.generate().publicKey;
    const told: string[] = [];
    localnet.node.events.on('transaction', ({ signature }) => told.push(signature));
    const signing = localnet.node.airdrop(to, 5_000_000n);
    // it has run
    while (localnet.node.read(to) === null) await sleep(1);
    const reading = {
      balance: call(localnet, 'getBalance', to.toBase58()),
      account: call(localnet, 'getAccountInfo', to.toBase58()),
      history: call(localnet, 'getSignaturesForAddress', to.toBase58(), { commitment: 'confirmed' }),
      chain: localnet.node.getAccount(to),
    };
    for (const [what, answer] of Object.entries(reading)) {
      const first = await Promise.race([answer.then(() => 'told'), sleep(AT_ONCE, 'waits')]);
      assert.equal(first, 'waits', what);
    }
    assert.deepEqual([told, localnet.node.history.of(to.toBase58())], [[], []]);
    synced();
    const signature = await within(20, signing);
    const { result: balance } = await reading.balance;
    assert.equal((balance as { value: number }).value, 5_000_000);
    assert.equal((await reading.chain)?.lamports, 5_000_000n);
    assert.deepEqual(told, [signature]);
    assert.equal(localnet.node.history.get(signature)?.signature, signature);
    const { result } = await call(localnet, 'getSignatureStatuses', [signature]);
    assert.equal((result as { value: { err: unknown }[] }).value[0]?.err, null);
  });

  it('one that fails is told by every answer that rests on it', async () => {
    const failing: unknown[] = [];
    const other = mkdtempSync(join(tmpdir(), 'agent-labs-failed-disk-'));
    const failed = await startLocalnet({
      directory: other,
      tick: null,
      onFault: (error) => failing.push(error),
    });
    handles.datasync = async () => {
      throw new Error('no space left');
    };
    const to = Keypair.generate().publicKey;
    await assert.rejects(failed.node.airdrop(to, 5_000_000n), { name: 'JournalFailed' });
    const { error } = await call(failed, 'getBalance', to.toBase58());
    assert.equal(error?.code, -32603);
    assert.match(String(failing[0]), /JournalFailed/);
    await failed.stop();
    rmSync(other, { recursive: true, force: true });
  });
});
