import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Connection,
  Keypair,
  SystemProgram,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { WebSocket } from 'ws';
import { type ChainProcess, startChainProcess } from '../helpers/chain-process';
import type { Speed } from './speed';

const TRANSACTIONS = 2_000;
/** Requests under way at once. */
const AT_ONCE = 16;
const SOCKETS = 1_000;
const STALLED = 100;
const ROUNDS = 100;

/** A chain as a process of its own, with its state on disk. */
async function withChain<T>(work: (chain: ChainProcess, payer: Keypair) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-bench-'));
  const chain = await startChainProcess(directory);
  try {
    const keys = JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8'));
    return await work(chain, Keypair.fromSecretKey(Uint8Array.from(keys.payer)));
  } finally {
    chain.process.kill('SIGKILL');
    await chain.ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

function transfer(payer: Keypair, lamports: number, blockhash: string, to = payer.publicKey) {
  const transaction = new VersionedTransaction(
    new TransactionMessage({
      payerKey: payer.publicKey,
      recentBlockhash: blockhash,
      instructions: [SystemProgram.transfer({ fromPubkey: payer.publicKey, toPubkey: to, lamports })],
    }).compileToV0Message(),
  );
  transaction.sign([payer]);
  return transaction.serialize();
}

/** Signed transfers over HTTP: each is on disk before its answer leaves. */
export function transactions(): Promise<Speed> {
  return withChain(async ({ rpcUrl }, payer) => {
    const connection = new Connection(rpcUrl, 'confirmed');
    const { blockhash } = await connection.getLatestBlockhash();
    const signed = Array.from({ length: TRANSACTIONS }, (_, at) => transfer(payer, at + 1, blockhash));
    const started = performance.now();
    const send = async () => {
      for (let raw = signed.pop(); raw !== undefined; raw = signed.pop()) {
        await connection.sendRawTransaction(raw, { skipPreflight: true });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    const value = Math.round((TRANSACTIONS * 1_000) / (performance.now() - started));
    return { name: 'transactions over JSON-RPC', value, unit: '/s', budget: 250, atLeast: true };
  });
}

/** Resident memory of a process, MiB; 0 where the system does not tell. */
function memory({ process: { pid } }: ChainProcess): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1] ?? 0) / 1_024;
  } catch (error) {
    // not Linux
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

function open(url: string, watched: string, onMessage: () => void): Promise<WebSocket> {
  const socket = new WebSocket(url);
  return new Promise((done, failed) => {
    socket.once('error', failed);
    socket.once('open', () => {
      const params = [watched, { encoding: 'base64', commitment: 'confirmed' }];
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'accountSubscribe', params }));
      socket.once('message', () => {
        socket.on('message', onMessage);
        socket.off('error', failed).on('error', () => socket.terminate());
        done(socket);
      });
    });
  });
}

/** Notifications to a thousand sockets: first all of them read, then a tenth does not. */
export function sockets(): Promise<Speed[]> {
  return withChain(async (chain, payer) => {
    const connection = new Connection(chain.rpcUrl, 'confirmed');
    const watched = payer.publicKey.toBase58();
    let sent = 0;
    let latencies: number[] = [];
    const opened: WebSocket[] = [];
    const listen = () => latencies.push(performance.now() - sent);
    for (let at = 0; at < SOCKETS; at += 50) {
      const some = Array.from({ length: 50 }, (_, nth) =>
        open(chain.wsUrl, watched, at + nth < STALLED ? () => undefined : listen),
      );
      opened.push(...(await Promise.all(some)));
    }
    const rounds = async () => {
      latencies = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const { blockhash } = await connection.getLatestBlockhash();
        const raw = transfer(payer, 1_000_000 + round, blockhash, Keypair.generate().publicKey);
        sent = performance.now();
        await connection.sendRawTransaction(raw, { skipPreflight: true });
        while (latencies.length < round * (SOCKETS - STALLED))
          await new Promise((next) => setImmediate(next));
      }
      latencies.sort((a, b) => a - b);
      return latencies[Math.floor(latencies.length * 0.99)] ?? 0;
    };
    await rounds();
    const before = await rounds();
    const memoryBefore = memory(chain);
    for (const socket of opened.slice(0, STALLED)) socket.pause();
    const beside = await rounds();
    const grown = Math.max(0, memory(chain) - memoryBefore);
    for (const socket of opened) socket.terminate();
    const p99 = 'p99 of a notification, 900 sockets that read';
    return [
      { name: p99, value: before, unit: 'ms', budget: null, atLeast: false },
      { name: `${p99}, beside 100 that do not`, value: beside, unit: 'ms', budget: null, atLeast: false },
      { name: "chain's memory, grown by those", value: grown, unit: 'MiB', budget: null, atLeast: false },
    ];
  });
}
