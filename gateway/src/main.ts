import { RpcChain } from '@agent-labs/sdk';
import { pino } from 'pino';
import { gatewayConfig } from './config.js';
import { ConfigInvalid, startGateway } from './gateway.js';
import { REDACTED } from './http/server.js';

function configured() {
  try {
    return gatewayConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

const { rpcUrl, wsUrl, genesisHash, logLevel, ...config } = configured();
// one line on standard output says where it listens; the log goes to the other one
const logger = pino({ level: logLevel, redact: REDACTED }, pino.destination(2));
const chain = await RpcChain.connect(rpcUrl, {
  ...(wsUrl !== undefined && { wsUrl }),
  ...(genesisHash !== undefined && { genesisHash }),
});
const gateway = await startGateway({ ...config, chain, deployment: chain.deployment, logger });

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  try {
    await gateway.stop();
    process.exit(0);
  } catch (error) {
    logger.fatal({ err: error }, 'the gateway could not stop as it should');
    process.exit(1);
  }
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
process.stdout.write(`${JSON.stringify({ event: 'listening', url: gateway.url })}\n`);
