import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Keypair } from '@solana/web3.js';
import { CliError } from './errors.js';

/** Where a running `npm start` listens. */
export interface RunningStack {
  rpcUrl: string;
  indexerUrl: string;
}

/** By the file that it leaves in `.agent-labs` (AGENT_LABS_DIR); null where none runs. */
export function runningStack(): RunningStack | null {
  const path = join(resolve(process.env.AGENT_LABS_DIR || '.agent-labs'), 'stack.json');
  try {
    const { pid, rpcUrl, indexerUrl } = JSON.parse(readFileSync(path, 'utf8')) as RunningStack & {
      pid: number;
    };
    // one that was killed leaves its file behind
    process.kill(pid, 0);
    return { rpcUrl, indexerUrl };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EPERM') return null;
    throw new CliError(
      'StackFileInvalid',
      `${path}: ${(error as Error).message}`,
      2,
      'start the stack anew',
      {
        cause: error,
      },
    );
  }
}

/** What a local chain says of itself. */
export interface LocalChain {
  mint: string;
  stakeMint: string;
  /** path of the local people's keys; null where they are in memory */
  keysFile: string | null;
}

/** Whether a URL is of this machine: another one does not tell which files are read here. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** null for a node that is no local chain */
export async function localChain(url: string): Promise<LocalChain | null> {
  if (!isLoopback(url)) return null;
  try {
    return (await localCall(url, 'localnet_info', [])) as LocalChain;
  } catch (error) {
    if (error instanceof LocalRefused) return null;
    throw error;
  }
}

class LocalRefused extends CliError {}

/** A call that only a local chain has. @throws CliError `LocalChainRefused` */
export async function localCall(url: string, method: string, params: unknown[]): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string } };
  if (error !== undefined) throw new LocalRefused('LocalChainRefused', `${method}: ${error.message}`, 1);
  return result;
}

/** A local person's key, worth nothing elsewhere. @throws CliError `PersonaUnknown` */
export function persona(keysFile: string, name: string): Keypair {
  const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, number[] | undefined>;
  const secret = keys[name];
  if (secret !== undefined) return Keypair.fromSecretKey(Uint8Array.from(secret));
  const names = Object.keys(keys).join(', ');
  throw new CliError('PersonaUnknown', `the local chain has no ${name}; it has ${names}`);
}
