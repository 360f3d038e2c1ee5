import { join } from 'node:path';
import { caip2Network, createMessageSigner, PaidClient, PayerStore, verifySignature } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { openPaidChannel, PRICE, registerAgent, runAgent } from '../helpers/paid-agent';
import { measureIndexer } from './indexer-speed';

/** How fast one thing is, on this machine, now. */
export interface Speed {
  name: string;
  value: number;
  unit: '/s' | 's' | 'ms';
  /** From the design. */
  budget: number;
  /** Whether more is better. */
  atLeast: boolean;
}

const SIGNATURES = 20_000;
const CHECKS = 10_000;
const CALLS = 1_000;

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

/** Calls one after another over HTTP: voucher, work and answer on disk before anything leaves. */
async function paidCalls(): Promise<Speed> {
  const registered = await registerAgent();
  const agent = await runAgent(registered, { settleEvery: 50 });
  const { channel, payer } = await openPaidChannel(registered);
  const store = await PayerStore.open(join(registered.directory, 'payer.journal'));
  try {
    const { chain, deployment } = registered;
    const client = new PaidClient({
      url: agent.url,
      channel,
      payer: await payer(store),
      network: caip2Network(deployment.genesisHash),
      price: PRICE,
      now: () => chain.unixTime(),
    });
    const body = Buffer.from('# Minutes\n\nThe pump was repaired. The pump holds its pressure.\n');
    const request = { path: '/analyse', contentType: 'text/markdown', fileName: 'minutes.md', body };
    const started = performance.now();
    for (let at = 0; at < CALLS; at += 1) await client.call(request);
    await agent.settle();
    const seconds = (performance.now() - started) / 1_000;
    return { name: '1,000 paid calls, settled', value: seconds, unit: 's', budget: 20, atLeast: false };
  } finally {
    await store.close();
    await agent.stop();
  }
}

/** Measures what has a budget in time. */
export async function measureSpeed(): Promise<Speed[]> {
  return [...signatures(), await paidCalls(), ...(await measureIndexer())];
}
