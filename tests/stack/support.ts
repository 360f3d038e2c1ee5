import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StackPorts } from '@agent-labs/stack';

export const ROOT = join(__dirname, '../..');
export const DOCUMENTS = join(ROOT, 'examples/document-analyst/documents');

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** A stack that serves, as a process of its own. */
export interface Serving {
  /** As Ctrl-C. @returns its exit code */
  interrupt(): Promise<number>;
  /** With no chance to clean up. */
  kill(): Promise<void>;
  /** Waits until it has ended by itself. */
  end(): Promise<Run>;
}

/** The stack's commands on a directory of their own, which is gone when the tests are. */
export class StackRun {
  readonly directory = mkdtempSync(join(tmpdir(), 'agent-labs-stack-'));
  readonly #env = { ...process.env, AGENT_LABS_DIR: join(this.directory, 'state') };
  readonly #servers: Server[] = [];

  constructor() {
    process.on('exit', () => rmSync(this.directory, { recursive: true, force: true }));
  }

  /** @param script below the stack's dist, or a path */
  run(script: string, ...parameters: string[]): Promise<Run> {
    const path = resolve(ROOT, 'stack/dist', script);
    return new Promise((done) => {
      execFile(
        process.execPath,
        [path, ...parameters],
        { timeout: 170_000, env: this.#env },
        (error, stdout, stderr) =>
          done({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
      );
    });
  }

  /** `npm start` without an end, once it has made its calls. */
  serve(): Promise<Serving> {
    const child = spawn(process.execPath, [join(ROOT, 'stack/dist/start.js')], { env: this.#env });
    let [stdout, stderr] = ['', ''];
    const ended = new Promise<Run>((done) =>
      child.once('close', (code) => done({ code: code ?? -1, stdout, stderr })),
    );
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const serving: Serving = {
      interrupt: async () => {
        child.kill('SIGINT');
        return (await ended).code;
      },
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
      end: () => ended,
    };
    process.on('exit', () => (child as ChildProcess).kill('SIGKILL'));
    return new Promise((ready, failed) => {
      child.stdout.on('data', (data) => {
        stdout += data;
        if (stdout.includes('Running until Ctrl-C')) ready(serving);
      });
      void ended.then(({ code, stderr }) => failed(new Error(`ended with ${code}: ${stderr}`)));
    });
  }

  /** What the port file says. */
  ports(): StackPorts {
    return JSON.parse(readFileSync(join(this.directory, 'state/stack.json'), 'utf8')) as StackPorts;
  }

  childrenOf(pid: number): { pid: number; command: string }[] {
    const lines = execFileSync('ps', ['-A', '-o', 'ppid=,pid=,args='], { encoding: 'utf8' }).split('\n');
    return lines.flatMap((line) => {
      const [, parent, child, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(parent) === pid ? [{ pid: Number(child), command: command ?? '' }] : [];
    });
  }

  /** Waits until nobody answers at an address. */
  async untilSilent(url: string): Promise<void> {
    for (const end = Date.now() + 20_000; ; ) {
      const answers = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
        () => true,
        () => false,
      );
      if (!answers) return;
      if (Date.now() > end) throw new Error(`${url} still answers`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Listens on ports, where nobody else does yet. @returns all that are taken now */
  async occupy(ports: number[]): Promise<number[]> {
    for (const port of ports) {
      const server = createServer();
      const listening = new Promise<void>((done) => {
        server.once('error', () => done());
        server.listen({ host: '127.0.0.1', port }, done);
      });
      await listening;
      if (server.listening) this.#servers.push(server);
    }
    return ports;
  }

  async release(): Promise<void> {
    for (const server of this.#servers.splice(0)) await new Promise((done) => server.close(done));
  }
}
