// The gateway in a process of its own, to be killed.
import { startGateway } from '@agent-labs/gateway';
import { PublicKey } from '@solana/web3.js';
import { chain, instructions } from './chain-client.mjs';

const { deployment, dataDirectory } = await instructions();
const { url } = await startGateway({
  chain,
  deployment: {
    registry: new PublicKey(deployment.registry),
    escrow: new PublicKey(deployment.escrow),
    stake: new PublicKey(deployment.stake),
    reputation: new PublicKey(deployment.reputation),
    consent: new PublicKey(deployment.consent),
    genesisHash: deployment.genesisHash,
  },
  dataDirectory,
  port: 0,
  allowPrivateEndpoints: true,
});
process.send({ url });
