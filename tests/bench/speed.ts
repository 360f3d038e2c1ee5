import assert from 'node:assert/strict';
import { createMessageSigner, encodeVoucher, verifySignature } from '@agent-labs/sdk';
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

const VOUCHERS = 10_000;

/** Ten thousand vouchers, one after the other, as a channel makes them. */
function signatures(): Speed[] {
  const signer = createMessageSigner(Keypair.generate().secretKey);
  const tag = new Uint8Array(16).fill(1);
  const transcript = new Uint8Array(32).fill(2);
  const voucher = (calls: number) =>
    encodeVoucher({ tag, cumulative: BigInt(1_000 * calls), calls, expires: 2_000_000_000, transcript });
  const vouchers = Array.from({ length: VOUCHERS }, (_, at) => voucher(at + 1));
  const perSecond = <T>(work: (message: Uint8Array, at: number) => T): [number, T[]] => {
    const started = performance.now();
    const done = vouchers.map(work);
    return [Math.round((VOUCHERS * 1_000) / (performance.now() - started)), done];
  };
  // both once to warm up
  verifySignature(signer.publicKey, voucher(0), signer.sign(voucher(0)));
  const [signed, made] = perSecond((message) => signer.sign(message));
  const [checked, good] = perSecond((message, at) =>
    verifySignature(signer.publicKey, message, made[at] as Uint8Array),
  );
  assert.ok(good.every(Boolean));
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
