import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocalnet } from '@agent-labs/localnet';
import {
  Connection,
  Keypair,
  LAMPORTS_PER_SOL,
  SystemProgram,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { CHAIN_PROGRAM, startChainProcess } from '../helpers/chain-process';
import { call } from './support';

const KILLS = 12;

describe('local chain: what it keeps', () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-chain-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  it(`everything it acknowledged, through ${KILLS} kills at any moment; nothing runs twice`, async () => {
    const data = join(directory, 'killed');
    let running = await startChainProcess(data);
    const genesis = await new Connection(running.rpcUrl, 'confirmed').getGenesisHash();
    const secret = (JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8')) as Record<string, number[]>)
      .payer;
    const payer = Keypair.fromSecretKey(Uint8Array.from(secret ?? []));
    /** acknowledged transfers: whom, how much, what was sent */
    const done: { to: Keypair; lamports: number; signature: string; raw: Uint8Array }[] = [];
    let killing = true;
    let slot = 0;
    const sending = (async () => {
      while (killing) {
        const connection = new Connection(running.rpcUrl, 'confirmed');
        try {
          const { blockhash } = await connection.getLatestBlockhash();
          slot = Math.max(slot, await connection.getSlot());
          const [to, lamports] = [Keypair.generate(), 1_000_000 + done.length];
          const instruction = SystemProgram.transfer({
            fromPubkey: payer.publicKey,
            toPubkey: to.publicKey,
            lamports,
          });
          const transaction = new VersionedTransaction(
            new TransactionMessage({
              payerKey: payer.publicKey,
              recentBlockhash: blockhash,
              instructions: [instruction],
            }).compileToV0Message(),
          );
          transaction.sign([payer]);
          const raw = transaction.serialize();
          done.push({
            to,
            lamports,
            signature: await connection.sendRawTransaction(raw, { skipPreflight: true }),
            raw,
          });
        } catch {
          // killed meanwhile: what was not acknowledged may be there or not
          await sleep(5);
        }
      }
    })();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = done.length;
      while (done.length < before + 3) await sleep(2);
      await sleep(Math.random() * 150);
      running.process.kill('SIGKILL');
      await running.ended;
      const last = slot;
      running = await startChainProcess(data);
      const connection = new Connection(running.rpcUrl, 'confirmed');
      assert.ok((await connection.getSlot()) > last, 'no slot comes again');
    }
    killing = false;
    await sending;
    const connection = new Connection(running.rpcUrl, 'confirmed');
    assert.equal(await connection.getGenesisHash(), genesis);
    for (const { to, lamports, signature, raw } of done) {
      assert.equal(await connection.getBalance(to.publicKey), lamports);
      const { value } = await connection.getSignatureStatus(signature);
      assert.equal(value?.err, null);
      const history = await connection.getSignaturesForAddress(to.publicKey);
      assert.deepEqual(
        history.map((entry) => entry.signature),
        [signature],
      );
      if (done.length - done.findIndex((one) => one.raw === raw) > 5) continue;
      // an old one sent again does not run again, whatever it is answered with
      await connection.sendRawTransaction(raw, { skipPreflight: true }).catch(() => null);
      assert.equal(await connection.getBalance(to.publicKey), lamports);
    }
    const spent = done.reduce((sum, { lamports }) => sum + lamports + 5_000, 0);
    const left = await connection.getBalance(payer.publicKey);
    // what was sent and not acknowledged may have run as well: one for each kill at most
    const start_ = await firstBalance(connection, payer);
    assert.ok(
      start_ - left >= spent && start_ - left <= spent + (KILLS + 1) * 1_100_000,
      `${start_ - left} ${spent}`,
    );
    running.process.kill('SIGTERM');
    assert.equal(await running.ended, 0);
  }).timeout(300_000);

  /** Lamports of an account before its first transaction that took some. */
  async function firstBalance(connection: Connection, { publicKey }: Keypair): Promise<number> {
    const all = await connection.getSignaturesForAddress(publicKey);
    for (const { signature } of all.toReversed()) {
      const found = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
      const keys = found?.transaction.message.staticAccountKeys ?? [];
      const at = keys.findIndex((key) => key.equals(publicKey));
      if (at === 0) return found?.meta?.preBalances[0] ?? 0;
    }
    throw new Error('it never paid');
  }

  it('one process at a time has a directory', async () => {
    const data = join(directory, 'locked');
    const running = await startChainProcess(data);
    const second = spawnSync(process.execPath, [CHAIN_PROGRAM, '--port', '0', '--data', data], {
      encoding: 'utf8',
    });
    assert.notEqual(second.status, 0);
    assert.match(second.stderr, /StoreLocked/);
    running.process.kill('SIGINT');
    assert.equal(await running.ended, 0);
  });

  it('a damaged journal is told by name, and left as it is', async () => {
    const data = join(directory, 'damaged');
    const localnet = await startLocalnet({ directory: data });
    await localnet.node.airdrop(Keypair.generate().publicKey, BigInt(LAMPORTS_PER_SOL));
    await localnet.stop();
    const path = join(data, 'chain.journal');
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await assert.rejects(startLocalnet({ directory: data }), { name: 'JournalCorrupt' });
    assert.ok(readFileSync(path).equals(bytes));
  });

  it('a clock that stands still moves when it is told to, and goes on from there', async () => {
    const data = join(directory, 'clock');
    const still = await startLocalnet({ directory: data, tick: null });
    const slot = still.node.height;
    const time = await still.node.unixTime();
    await still.node.advance({ seconds: 100_000 });
    assert.equal(await still.node.unixTime(), time + 100_000n);
    assert.ok(still.node.height > slot);
    await still.stop();
    const again = await startLocalnet({ directory: data });
    const now = await again.node.unixTime();
    assert.ok(now >= time + 100_000n && now < time + 100_100n);
    await again.stop();
  });

  it('there is no block before the chain began, after a restart neither', async () => {
    const data = join(directory, 'blocks');
    const began = await startLocalnet({ directory: data, tick: null });
    const { result: first } = await call(began, 'getFirstAvailableBlock');
    assert.ok(Number(first) > 1 && Number(first) <= began.node.height);
    await began.stop();
    const again = await startLocalnet({ directory: data, tick: null });
    for (const method of ['getFirstAvailableBlock', 'minimumLedgerSlot']) {
      assert.equal((await call(again, method)).result, first);
    }
    for (const method of ['getBlock', 'getBlockTime']) {
      for (const slot of [0, 99_999_999, Number(first) - 1]) {
        const { error } = await call(again, method, slot);
        assert.equal(error?.code, -32001);
        assert.match(error?.message ?? '', new RegExp(`${slot} cleaned up.*available block: ${first}$`));
      }
      assert.ok((await call(again, method, first, { maxSupportedTransactionVersion: 0 })).result);
    }
    await again.stop();
  });

  it('says what is wrong with its command line', () => {
    for (const [parameters, message] of [
      [['--port', 'x'], /--port must be 0 to 65534/],
      [['--port', '70000'], /--port must be 0 to 65534/],
      [['--prot', '1'], /--prot/],
      [['extra'], /extra/],
    ] as const) {
      const run = spawnSync(process.execPath, [CHAIN_PROGRAM, ...parameters], { encoding: 'utf8' });
      assert.equal(run.status, 2);
      assert.match(run.stderr, message);
      assert.match(run.stderr, /usage: localnet/);
    }
  });
});
