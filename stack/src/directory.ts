import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the local stack keeps all it must not lose: chain, stores, generated keys, logs. */
export interface StackDirectory {
  root: string;
  chain: string;
  agent: string;
  gateway: string;
  indexer: string;
  /** Manifests that the dashboard keeps for those who register agents. */
  manifests: string;
  payer: string;
  logs: string;
}

/** `AGENT_LABS_DIR`, or `.agent-labs` where it is started; made where it is missing, for its user only. */
export function stackDirectory(root = process.env.AGENT_LABS_DIR || '.agent-labs'): StackDirectory {
  const at = resolve(root);
  const below = (name: string) => {
    const path = join(at, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    root: at,
    chain: below('chain'),
    agent: below('agent'),
    gateway: below('gateway'),
    indexer: below('indexer'),
    manifests: below('manifests'),
    payer: below('payer'),
    logs: below('logs'),
  };
}
