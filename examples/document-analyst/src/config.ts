import { readFileSync } from 'node:fs';
import { Keypair, PublicKey } from '@solana/web3.js';

/** What the agent's process is told by its environment. */
export interface AgentConfig {
  /** JSON-RPC of the chain. */
  rpcUrl: string;
  /** The agent's account. */
  agent: PublicKey;
  agentVersion: number;
  /** Signs answers. */
  agentKey: Keypair;
  /** Pays the fees of settling. */
  feePayer: Keypair;
  dataDirectory: string;
  port: number;
  /** Base units of `mint` a document. */
  price: bigint;
  mint: PublicKey;
  settleEvery: number | undefined;
  settleWithin: number | undefined;
  allowPrivateEndpoints: boolean;
  /** Where callers reach it; the address it listens on without it. */
  publicUrl: string | undefined;
}

/** The environment does not say what the agent has to know. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

type Environment = Record<string, string | undefined>;

/**
 * Reads AGENT_RPC_URL, AGENT_ACCOUNT, AGENT_VERSION, AGENT_KEY_FILE, AGENT_FEE_PAYER_FILE, AGENT_DATA_DIR,
 * AGENT_PORT, AGENT_PRICE and AGENT_MINT, and where given AGENT_PUBLIC_URL, AGENT_SETTLE_EVERY (calls),
 * AGENT_SETTLE_WITHIN (seconds) and AGENT_ALLOW_PRIVATE_ENDPOINTS (1). Key files hold 64 numbers as JSON.
 * @throws ConfigInvalid naming the variable
 */
export function agentConfig(environment: Environment): AgentConfig {
  const text = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw new ConfigInvalid(`${name} is missing`);
    return value;
  };
  const read = <T>(name: string, parse: (value: string) => T): T => {
    const value = text(name);
    try {
      return parse(value);
    } catch (error) {
      throw new ConfigInvalid(`${name}: ${(error as Error).message}`, { cause: error });
    }
  };
  const given = <T>(name: string, parse: (value: string) => T): T | undefined =>
    environment[name] ? read(name, parse) : undefined;
  return {
    rpcUrl: read('AGENT_RPC_URL', httpUrl),
    agent: read('AGENT_ACCOUNT', (value) => new PublicKey(value)),
    agentVersion: read('AGENT_VERSION', whole(1, 0xffff_ffff)),
    agentKey: read('AGENT_KEY_FILE', readKeypair),
    feePayer: read('AGENT_FEE_PAYER_FILE', readKeypair),
    dataDirectory: text('AGENT_DATA_DIR'),
    port: read('AGENT_PORT', whole(0, 65_535)),
    price: BigInt(read('AGENT_PRICE', whole(1, Number.MAX_SAFE_INTEGER))),
    mint: read('AGENT_MINT', (value) => new PublicKey(value)),
    settleEvery: given('AGENT_SETTLE_EVERY', whole(1, 1_000_000)),
    settleWithin: given('AGENT_SETTLE_WITHIN', whole(1, 86_400)),
    allowPrivateEndpoints: environment.AGENT_ALLOW_PRIVATE_ENDPOINTS === '1',
    publicUrl: given('AGENT_PUBLIC_URL', httpUrl),
  };
}

function whole(least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new RangeError(`must be a whole number from ${least} to ${most}, got ${value}`);
  };
}

function httpUrl(value: string): string {
  const { protocol } = new URL(value);
  if (protocol === 'http:' || protocol === 'https:') return value.replace(/\/$/, '');
  throw new TypeError(`must be an http or https address, got ${value}`);
}

function readKeypair(path: string): Keypair {
  const bytes: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(bytes) || bytes.length !== 64) throw new TypeError(`${path} must hold 64 numbers`);
  return Keypair.fromSecretKey(Uint8Array.from(bytes as number[]));
}
