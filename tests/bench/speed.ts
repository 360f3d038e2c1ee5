import { createMessageSigner, verifySignature } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { measureApp } from './app-speed';
import { sockets, transactions } from './chain-speed';
import { measureIndexer } from './indexer-speed';
import { paidCalls } from './paid-calls-speed';

/** How fast one thing is, on this machine, now. */
export interface Speed {
  name: string;
  value: number;
  unit: '/s' | 's' | 'ms' | 'MiB';
  /** From the design; null without one. */
  budget: number | null;
  /** Whether more is better. */
  atLeast: boolean;
}

const SIGNATURES = 20_000;
const CHECKS = 10_000;

function signatures(): Speed[] {
  const signer = createMessageSigner(Keypair.generate().secretKey);
  const message = Buffer.alloc(64, 1);
  const perSecond = (count: number, work: (at: number) => void) => {
    const started = performance.now();
    for (let at = 0; at < count; at += 1) work(at);
    return Math.round((count * 1_000) / (performance.now() - started));
  };
  // both once to warm up
  const signature = signer.sign(message);
  verifySignature(signer.publicKey, message, signature);
  const signed = perSecond(SIGNATURES, (at) => {
    message.writeUInt32LE(at, 0);
    signer.sign(message);
  });
  const last = signer.sign(message);
  const checked = perSecond(CHECKS, () => verifySignature(signer.publicKey, message, last));
  return [
    { name: 'voucher signatures', value: signed, unit: '/s', budget: 20_000, atLeast: true },
    { name: 'voucher checks, strict', value: checked, unit: '/s', budget: 8_000, atLeast: true },
  ];
}

/** Measures what has a budget in time. */
export async function measureSpeed(): Promise<Speed[]> {
  return [
    ...signatures(),
    ...(await paidCalls()),
    await transactions(),
    ...(await sockets()),
    ...(await measureIndexer()),
    ...(await measureApp()),
  ];
}
