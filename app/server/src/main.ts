import { readFileSync } from 'node:fs';
import { appConfig, ConfigInvalid } from './config.js';
import { startApp } from './server.js';

function configured() {
  try {
    return appConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

const { config, port, host, manifestDirectory, burnersFile } = configured();
/** The local chain's file of people: names, and 64 numbers each. Those who hold mints are no wallets. */
const burners =
  burnersFile === undefined
    ? []
    : Object.entries(JSON.parse(readFileSync(burnersFile, 'utf8')) as Record<string, number[]>)
        .filter(([name]) => !['mint', 'stakeMint'].includes(name))
        .map(([name, secretKey]) => ({ name, secretKey }));
const app = await startApp({
  config,
  port,
  host,
  burners,
  ...(manifestDirectory !== undefined && { manifestDirectory }),
});

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await app.stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
// one line on standard output says where it listens
process.stdout.write(`${JSON.stringify({ event: 'listening', url: app.url })}\n`);
