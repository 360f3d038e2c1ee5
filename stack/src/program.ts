import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));
/** Milliseconds until a program has to be ready, and until it has to have ended. */
const STARTING_TIME = 60_000;
const STOPPING_TIME = 20_000;
/** Lines of its own that an error about a program repeats. */
const LAST_LINES = 15;

export interface ProgramOptions {
  /** Name on screen and of its log. */
  name: string;
  /** Path of its module. */
  module: string;
  parameters?: string[];
  /** Beside PATH and the like of this process. */
  env?: Record<string, string>;
  /** Path of the file that gets all it prints. */
  log: string;
}

/** A program of the stack that did not do as it should. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
}

/** A process of the stack. It prints one line of JSON with `event: "listening"` when it is ready. */
export class Program {
  readonly name: string;
  /** Resolves, never rejects, once it has ended, with what to say about that. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  readonly #log: WriteStream;
  readonly #lines: string[] = [];
  #stopping = false;

  private constructor({ name, module, parameters = [], env = {}, log }: ProgramOptions) {
    this.name = name;
    this.#log = createWriteStream(log, { flags: 'a', mode: 0o600 });
    this.#child = fork(CHILD, [module, ...parameters], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(`${name} cannot be started: ${error.message}`));
      this.#child.once('close', (code, signal) => {
        this.#log.end();
        const last = this.#lines.length > 0 ? `; it said last:\n${this.#lines.join('\n')}` : '';
        resolve(`${name} ended with ${signal ?? code}${last}`);
      });
    });
  }

  /**
   * Starts a program and waits until it listens.
   * @returns it, and the line it said so with
   * @throws ProgramFailed with its last lines when it ends or says nothing instead
   */
  static async start<Ready>(options: ProgramOptions): Promise<{ program: Program; ready: Ready }> {
    const program = new Program(options);
    const ready = program.#watch<Ready>();
    const { promise: late, cancel } = timeout(STARTING_TIME);
    try {
      const first = await Promise.race([
        ready.then((line) => ({ line })),
        program.ended.then((problem) => ({ problem })),
        late.then(() => ({ problem: `${options.name} is not ready after ${STARTING_TIME / 1_000} s` })),
      ]);
      if ('line' in first) return { program, ready: first.line };
      await program.stop();
      throw new ProgramFailed(first.problem);
    } finally {
      cancel();
    }
  }

  /** Whether it ended without being asked to. */
  get failed(): boolean {
    return !this.#stopping;
  }

  /** Asks it to end, and makes it after 20 seconds. @returns once it has ended */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#child.kill('SIGTERM');
    const { promise: late, cancel } = timeout(STOPPING_TIME);
    const inTime = await Promise.race([this.ended.then(() => true), late.then(() => false)]);
    cancel();
    if (inTime) return;
    process.stderr.write(`${this.name} did not end in ${STOPPING_TIME / 1_000} s and is killed\n`);
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #watch<Ready>(): Promise<Ready> {
    return new Promise((resolve) => {
      const { stdout, stderr } = this.#child;
      if (stdout === null || stderr === null) throw new Error('unreachable: both are pipes');
      for (const stream of [stdout, stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          this.#log.write(`${line}\n`);
          this.#lines.push(line);
          if (this.#lines.length > LAST_LINES) this.#lines.shift();
          const said = stream === stdout ? listening(line) : null;
          if (said !== null) resolve(said as Ready);
        });
      }
    });
  }
}

function listening(line: string): object | null {
  if (!line.startsWith('{')) return null;
  try {
    const said = JSON.parse(line) as { event?: unknown };
    return said.event === 'listening' ? said : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function timeout(milliseconds: number): { promise: Promise<void>; cancel: () => void } {
  let timer: NodeJS.Timeout;
  const promise = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}
