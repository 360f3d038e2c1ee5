import { parseArgs } from 'node:util';
import { startLocalnet } from './localnet.js';

const USAGE = `usage: localnet [--port N] [--data DIR] [--no-tick] [--no-config]

A local Solana chain with the Agent Labs programs: JSON-RPC on the port (8899), WebSockets on the next one.
--data keeps it between runs; without it, it is gone at the end. --no-tick lets its clock stand still.
--no-config leaves it without a config, so that a deployment can be tried on it.`;

function options(): { port: number; directory: string | undefined; config: boolean; tick?: null } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8899' },
        data: { type: 'string' },
        'no-tick': { type: 'boolean', default: false },
        'no-config': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_534) throw new TypeError('--port must be 0 to 65534');
    const config = !values['no-config'];
    return { port, directory: values.data, config, ...(values['no-tick'] && { tick: null }) };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}

const say = (event: string, more: object) => process.stdout.write(`${JSON.stringify({ event, ...more })}\n`);
const fault = (error: unknown) =>
  say('fault', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });

const localnet = await startLocalnet({ ...options(), onFault: fault });
let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  try {
    await localnet.stop();
    process.exit(0);
  } catch (error) {
    fault(error);
    process.exit(1);
  }
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
const { rpcUrl, wsUrl, info } = localnet;
say('listening', { rpcUrl, wsUrl, ...info });
