import { RpcChain } from '@agent-labs/sdk';
import { pino } from 'pino';
import { indexerConfig } from './config.js';
import { REDACTED } from './http/server.js';
import { startIndexer } from './indexer.js';
import { ConfigInvalid } from './refused.js';

function configured() {
  try {
    return indexerConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

const { genesisHash, logLevel, ...config } = configured();
// one line on standard output says where it listens; the log goes to the other one
const logger = pino({ level: logLevel, redact: REDACTED }, pino.destination(2));
const { deployment } = await RpcChain.connect(config.rpcUrl, {
  ...(genesisHash !== undefined && { genesisHash }),
});
const indexer = await startIndexer({ ...config, deployment, logger });

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  try {
    await indexer.stop();
    process.exit(0);
  } catch (error) {
    logger.fatal({ err: error }, 'the indexer could not stop as it should');
    process.exit(1);
  }
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
process.stdout.write(`${JSON.stringify({ event: 'listening', url: indexer.url })}\n`);
