import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentLabs, PayerStore, serveAgent } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { type CliWorld, manifest } from './support';

/** Real calls of the payer's to an agent that was listed by the program, over the mandate that it opened. */
export async function paidCalls(options: {
  world: CliWorld;
  agent: string;
  agentKey: Keypair;
  sessionFile: string;
  directory: string;
  mandateId?: bigint;
}) {
  const { world, agentKey, directory, sessionFile } = options;
  mkdirSync(directory, { recursive: true });
  const agent = new PublicKey(options.agent);
  const owner = world.keypair('owner');
  const serving = await serveAgent({
    ...{ chain: world.rpc, deployment: world.deployment, agent, agentVersion: 1, agentKey, feePayer: owner },
    directory: join(directory, 'agent'),
    manifest: () => JSON.parse(manifest('reverser', world.mint.toBase58())),
    work: async ({ body }) => ({ contentType: 'text/plain', body: Buffer.from(body).reverse() }),
  });
  const session = Keypair.fromSecretKey(Uint8Array.from(JSON.parse(readFileSync(sessionFile, 'utf8'))));
  const journal = join(directory, 'payer.journal');
  const store = await PayerStore.open(journal);
  const buyer = await AgentLabs.connect({ rpcUrl: world.chain.rpcUrl, wallet: world.keypair('payer') });
  const { mandateId = 1n } = options;
  const budget = { deposit: 10_000_000n, perCallMax: 10_000n, allotment: 1_000_000n, mandateId };
  const payments = buyer.payments({ session, store, budget });
  return {
    /** where what both sides signed is kept */
    journal,
    pay: async (count: number) => {
      for (let call = 0; call < count; call += 1) {
        const request = {
          path: '/reverse',
          contentType: 'text/plain',
          fileName: '',
          body: Buffer.from(`call ${call}`),
        };
        const payment = await payments.createPayment({ url: serving.url, request, maximum: 10_000n });
        await payments.executePayment(payment);
      }
    },
    settle: () => serving.settle(),
    stop: async () => {
      await serving.stop();
      await store.close();
    },
  };
}
