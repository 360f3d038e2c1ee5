import { join } from 'node:path';
import { caip2Network, PaidClient, PayerStore } from '@agent-labs/sdk';
import { GatewayFixture } from '../gateway/support';
import { openPaidChannel, PRICE, registerAgent, runAgent } from '../helpers/paid-agent';
import type { Speed } from './speed';

const CALLS = 1_000;

/** Calls one after another over HTTP: voucher, work and answer on disk before anything leaves. */
async function call(
  url: string,
  registered: Awaited<ReturnType<typeof registerAgent>>,
  versionNumber: number,
): Promise<number> {
  const { channel, payer } = await openPaidChannel(registered, { versionNumber });
  const store = await PayerStore.open(join(registered.directory, `payer-${versionNumber}.journal`));
  try {
    const { chain, deployment } = registered;
    const client = new PaidClient({
      url,
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
    return (performance.now() - started) / 1_000;
  } finally {
    await store.close();
  }
}

/** A thousand paid calls, to the agent itself and through the gateway. */
export async function paidCalls(): Promise<Speed[]> {
  const registered = await registerAgent();
  const agent = await runAgent(registered, { settleEvery: 50 });
  const started = performance.now();
  await call(agent.url, registered, 1);
  await agent.settle();
  const direct = (performance.now() - started) / 1_000;
  await agent.stop();
  const fixture = await GatewayFixture.start();
  try {
    const relayed = await call(fixture.agentUrl, fixture.listed, 2);
    return [
      { name: '1,000 paid calls, settled', value: direct, unit: 's', budget: 20, atLeast: false },
      { name: '1,000 paid calls through the gateway', value: relayed, unit: 's', budget: 20, atLeast: false },
    ];
  } finally {
    await fixture.stop();
  }
}
