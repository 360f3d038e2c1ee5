// Registers an agent, opens a mandate, pays for a call and settles it, on the stack that `npm start` runs.
import { readFileSync } from 'node:fs';
import { AgentLabs, agentAddress, PayerStore, serveAgent } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { MANIFEST } from './manifest.js';

const directory = process.env.AGENT_LABS_DIR || '.agent-labs';
const json = (file: string) => JSON.parse(readFileSync(`${directory}/${file}`, 'utf8'));
const key = (who: string) => Keypair.fromSecretKey(Uint8Array.from(json('chain/keys.json')[who]));
const [owner, wallet, agentKey, session] = [
  key('owner'),
  key('payer'),
  Keypair.generate(),
  Keypair.generate(),
];
const [run, { rpcUrl }] = [Date.now().toString(36), json('stack.json')];

// the agent: served, and registered with what it serves
const seller = await AgentLabs.connect({ rpcUrl, wallet: owner });
const handle = `reverser-${run}`;
const agent = await serveAgent({
  ...{ ...seller, agent: agentAddress(seller.deployment, owner.publicKey, handle), agentVersion: 1 },
  ...{ agentKey, feePayer: owner, directory: `${directory}/quickstart-${run}/agent` },
  manifest: (url) => ({
    ...{ ...MANIFEST, handle, endpoint: { url, protocol: 'http' } },
    pricing: { amount: '1000', mint: key('mint').publicKey.toBase58(), unit: 'call' },
  }),
  work: async ({ body }) => ({ contentType: 'text/plain', body: body.reverse() }),
});
const { manifest, url } = agent;
const registered = await seller.registerAgent({
  manifest,
  uri: `${url}/manifest.json`,
  agentKey: agentKey.publicKey,
  holdback: 60n,
});
// what channels ask for, before any opens: the owner's stake
await seller.stake({ agent: registered.agent });

// the payer: a budget, a call, and the agent settles it
const buyer = await AgentLabs.connect({ rpcUrl, wallet });
const store = await PayerStore.open(`${directory}/quickstart-${run}/payer/vouchers.journal`);
const budget = { deposit: 1_000_000n, perCallMax: 1_000n, mandateId: BigInt(Date.now()) };
const payments = buyer.payments({ session, store, budget });
const request = {
  path: '/reverse',
  contentType: 'text/plain',
  fileName: '',
  body: Buffer.from('!stnega olleH'),
};
const payment = await payments.createPayment({ url, request, maximum: 1_000n });
const { body, receipt } = await payments.executePayment(payment);
console.log(Buffer.from(body).toString(), receipt);
const { transactions } = await agent.settle();
console.log('settled in', transactions[0]?.signature);
await agent.stop();
await store.close();
