import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SECRET } from './support';

const MAIN = join(__dirname, '../../indexer/dist/main.js');

/** The indexer in a process of its own. */
export class IndexerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #errors = '';

  private constructor(
    child: ChildProcess,
    readonly listening: Promise<string>,
  ) {
    this.#child = child;
    this.#ended = once(child, 'exit');
    child.stderr?.on('data', (data) => {
      this.#errors = `${this.#errors}${data}`.slice(-4_000);
    });
  }

  /** `where` is DATA_DIR or DATABASE_URL. */
  static start(rpcUrl: string, where: Record<string, string>): IndexerProcess {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: join(tmpdir(), 'agent-labs-compiled'),
        PORT: '0',
        RPC_URL: rpcUrl,
        WEBHOOK_SECRET: SECRET,
        LOG_LEVEL: 'warn',
        // nothing comes but by delivery
        BACKFILL_SECONDS: '86400',
        ...where,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const listening = once(lines, 'line').then(([line]) => JSON.parse(line as string).url as string);
    const started = new IndexerProcess(child, listening);
    return started;
  }

  /** Where it listens. @throws Error when it ends instead */
  async url(): Promise<string> {
    const ended = this.#ended.then(() => {
      throw new Error(`the indexer ended: ${this.#errors}`);
    });
    ended.catch(() => undefined);
    return Promise.race([this.listening, ended]);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }
}
