// The agent in a process of its own, to be killed.
import { documentAnalystManifest, startAgent } from '@agent-labs/example-document-analyst';
import { Keypair, PublicKey } from '@solana/web3.js';
import { chain, instructions } from './chain-client.mjs';

const { deployment, agent, agentKey, feePayer, mint, price, dataDirectory, settleEvery } =
  await instructions();
const { url } = await startAgent({
  chain,
  deployment: {
    registry: new PublicKey(deployment.registry),
    escrow: new PublicKey(deployment.escrow),
    stake: new PublicKey(deployment.stake),
    reputation: new PublicKey(deployment.reputation),
    consent: new PublicKey(deployment.consent),
    genesisHash: deployment.genesisHash,
  },
  agent: new PublicKey(agent),
  agentVersion: 1,
  agentKey: Keypair.fromSecretKey(agentKey),
  feePayer: Keypair.fromSecretKey(feePayer),
  manifest: (at) =>
    documentAnalystManifest({
      url: at,
      price,
      mint: new PublicKey(mint).toBase58(),
      allowPrivateEndpoints: true,
    }),
  dataDirectory,
  port: 0,
  settleEvery,
  onSettled: ({ failures }) => {
    for (const { error } of failures) process.send({ failure: error.message });
  },
  onError: (error) => process.send({ failure: error.message }),
});
process.send({ url });
