import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackDirectory } from './directory.js';

/** Where a running stack listens; others find it by this file. */
export interface StackPorts {
  /** Process that runs it. */
  pid: number;
  /** JSON-RPC of the chain; its WebSocket is one port higher. */
  rpcUrl: string;
  gatewayUrl: string;
  indexerUrl: string;
  dashboardUrl: string;
  agentUrl: string;
  /** The agent's account, base58. */
  agent: string;
}

const pathIn = ({ root }: StackDirectory): string => join(root, 'stack.json');

export function writePorts(directory: StackDirectory, ports: StackPorts): void {
  const path = pathIn(directory);
  writeFileSync(`${path}.new`, `${JSON.stringify(ports, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function removePorts(directory: StackDirectory): void {
  rmSync(pathIn(directory), { force: true });
}

/**
 * null where no stack runs, or none that has begun to listen; one that was killed leaves its file behind.
 * @throws Error for a file it cannot read
 */
export function readPorts(directory: StackDirectory): StackPorts | null {
  let text: string;
  try {
    text = readFileSync(pathIn(directory), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const ports = JSON.parse(text) as StackPorts;
  return isAlive(ports.pid) ? ports : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    // somebody else's process: not one of ours, which run as this user
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return false;
    throw error;
  }
}
