import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const CHAIN_PROGRAM = join(__dirname, '../../localnet/dist/main.js');

/** The local chain as a process of its own. */
export interface ChainProcess {
  process: ChildProcess;
  rpcUrl: string;
  wsUrl: string;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
}

/** Starts the chain with its state in a directory; it ends with this process at the latest. */
export function startChainProcess(directory: string): Promise<ChainProcess> {
  const parameters = [CHAIN_PROGRAM, '--port', '0', '--data', directory];
  const child = spawn(process.execPath, parameters, { stdio: 'pipe' });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  process.on('exit', () => child.kill('SIGKILL'));
  let [out, errors] = ['', ''];
  child.stderr.on('data', (data) => {
    errors += data;
  });
  return new Promise((ready, failed) => {
    child.stdout.on('data', (data) => {
      out += data;
      const line = out.split('\n').find((text) => text.includes('"listening"'));
      if (line === undefined) return;
      const { rpcUrl, wsUrl } = JSON.parse(line);
      ready({ process: child, rpcUrl, wsUrl, ended });
    });
    void ended.then((code) => failed(new Error(`ended with ${code}: ${errors}`)));
  });
}
