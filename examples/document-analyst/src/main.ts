import { builtDeployment, RpcChain } from '@agent-labs/sdk';
import { startAgent } from './agent.js';
import { agentConfig } from './config.js';
import { documentAnalystManifest } from './manifest.js';

/** Says one thing a line, as JSON; `event` names it. */
function say(event: string, more: object = {}): void {
  process.stdout.write(`${JSON.stringify({ event, at: new Date().toISOString(), ...more })}\n`);
}

const config = agentConfig(process.env);
const chain = await RpcChain.connect(config.rpcUrl);
const agent = await startAgent({
  ...config,
  chain,
  deployment: builtDeployment(chain.genesisHash),
  manifest: (url) =>
    documentAnalystManifest({
      url: config.publicUrl ?? url,
      price: config.price,
      mint: config.mint.toBase58(),
      allowPrivateEndpoints: config.allowPrivateEndpoints,
      versionNumber: config.agentVersion,
    }),
  onSettled: ({ transactions, failures }) => {
    for (const { signature, slot } of transactions) say('settled', { signature, slot: slot.toString() });
    for (const { error } of failures) say('not settled', { error: error.message });
  },
  onError: (error) => say('fault', { error: error.stack ?? error.message }),
});

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  try {
    await agent.stop();
    process.exit(0);
  } catch (error) {
    say('fault', { error: (error as Error).stack });
    process.exit(1);
  }
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
say('listening', { url: agent.url });
