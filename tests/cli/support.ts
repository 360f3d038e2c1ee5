import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Deployment, RpcChain } from '@agent-labs/sdk';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { type ChainProcess, startChainProcess } from '../helpers/chain-process';

export const BINARY = join(__dirname, '../../cli/bin/agentlabs.js');

export interface Ran {
  /** null where a signal ended it */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** whose key signs; the payer's unless given */
  as?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers field by field
export type Json = any;

/** Environment of a child: nothing of whoever runs the tests decides what it finds. */
function environment(home: string, more: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', NODE_V8_COVERAGE } = process.env;
  return {
    ...{ PATH, HOME: home, AGENT_LABS_DIR: join(home, 'no-stack'), AGENT_LABS_CLI_DIR: join(home, 'state') },
    // where Node.js knows it, children load in half the time
    NODE_COMPILE_CACHE: join(tmpdir(), 'agent-labs-compiled'),
    ...(NODE_V8_COVERAGE && { NODE_V8_COVERAGE }),
    ...more,
  };
}

/** Starts the real program. */
export function start(home: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BINARY, ...args], {
    env: environment(home, env),
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = new Promise<Ran>((done) => child.once('close', (code) => done({ code, stdout, stderr })));
  return { child, ended };
}

/** A local chain in a process of its own, and the program on it. */
export class CliWorld {
  /** commands that a dry run came before */
  readonly #tried = new Set<string>();

  private constructor(
    readonly home: string,
    readonly chain: ChainProcess,
    readonly rpc: RpcChain,
    readonly keys: Record<string, Keypair>,
    readonly mint: PublicKey,
    readonly stakeMint: PublicKey,
  ) {}

  static async start(): Promise<CliWorld> {
    const home = mkdtempSync(join(tmpdir(), 'agent-labs-cli-'));
    process.on('exit', () => rmSync(home, { recursive: true, force: true }));
    const chain = await startChainProcess(join(home, 'chain'));
    const rpc = await RpcChain.connect(chain.rpcUrl, { pollEvery: 50 });
    const stored = JSON.parse(readFileSync(join(home, 'chain/keys.json'), 'utf8')) as Record<
      string,
      number[]
    >;
    const keys = Object.fromEntries(
      Object.entries(stored).map(([name, secret]) => [name, Keypair.fromSecretKey(Uint8Array.from(secret))]),
    );
    return new CliWorld(home, chain, rpc, keys, key(keys, 'mint'), key(keys, 'stakeMint'));
  }

  get deployment(): Deployment {
    return this.rpc.deployment;
  }

  wallet(name: string): string {
    return key(this.keys, name).toBase58();
  }

  keypair(name: string): Keypair {
    const found = this.keys[name];
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  }

  /** A key file for its user only. @returns its path */
  keyFile(name: string, keypair = Keypair.generate(), mode = 0o600): string {
    const path = join(this.home, `${name}.json`);
    writeFileSync(path, JSON.stringify(Array.from(keypair.secretKey)), { mode });
    return path;
  }

  file(name: string, content: string | Buffer): string {
    const path = join(this.home, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  run(args: readonly string[], { env = {}, as = 'payer' }: RunOptions = {}): Promise<Ran> {
    const known = { AGENT_LABS_URL: this.chain.rpcUrl, AGENT_LABS_KEYPAIR: `persona:${as}` };
    return start(this.home, args, { ...known, ...env }).ended;
  }

  /** What a command that sends nothing answers with. */
  async json(...args: string[]): Promise<Json> {
    return answer(await this.run(['--json', ...args]));
  }

  /** Does what a command does. @returns what it answered */
  async acts(as: string, ...args: string[]): Promise<Json> {
    return answer(await this.run(['--json', '--yes', ...args], { as }));
  }

  /**
   * Does what a command does; the first time of each, after a dry run of it that must say so and leave every account
   * as it is.
   * @returns what the command answered
   */
  async does(as: string, ...args: string[]): Promise<Json> {
    const command = args.slice(0, 2).join(' ');
    if (this.#tried.has(command)) return this.acts(as, ...args);
    this.#tried.add(command);
    const before = await this.snapshot();
    const dry = answer(await this.run(['--json', '--dry-run', ...args], { as }));
    // where everything is as it should be already there is nothing to try
    if (dry.dryRun !== undefined) {
      assert.equal(dry.sent, false, args.join(' '));
      assert.ok(dry.instructions.length > 0, args.join(' '));
    }
    assert.equal(await this.snapshot(), before, `a dry run changed something: ${args.join(' ')}`);
    const done = await this.acts(as, ...args);
    if (dry.dryRun !== undefined) assert.ok(done.transactions.length > 0, args.join(' '));
    return done;
  }

  /** A command that fails, with the name of its error and the code that it ends with. */
  async fails(as: string, name: string, code: number, ...args: string[]): Promise<Json> {
    const ran = await this.run(['--json', '--yes', ...args], { as });
    const { error } = parsed(ran);
    assert.equal(error?.name, name, `${args.join(' ')}: ${ran.stdout}${ran.stderr}`);
    assert.equal(ran.code, code, ran.stderr);
    assert.ok(ran.stderr.includes(name), 'people are told too');
    return error;
  }

  /** The same, with every account as it was before. */
  async refused(as: string, name: string, code: number, ...args: string[]): Promise<Json> {
    const before = await this.snapshot();
    const error = await this.fails(as, name, code, ...args);
    assert.equal(error.money, 'nothing was sent');
    assert.equal(await this.snapshot(), before, `a refusal changed something: ${args.join(' ')}`);
    return error;
  }

  /** Hash over every account of the programs and of tokens, the people's lamports, and the count of transactions. */
  async snapshot(): Promise<string> {
    const { connection, deployment } = this.rpc;
    const { genesisHash: _, ...programs } = deployment;
    const hash = createHash('sha256');
    for (const program of [...Object.values(programs), TOKEN_PROGRAM_ID]) {
      const accounts = [...(await connection.getProgramAccounts(program))];
      accounts.sort((a, b) => (a.pubkey.toBase58() < b.pubkey.toBase58() ? -1 : 1));
      for (const { pubkey, account } of accounts) {
        hash.update(pubkey.toBytes()).update(account.data).update(String(account.lamports));
      }
    }
    const people = await connection.getMultipleAccountsInfo(
      Object.values(this.keys).map((of) => of.publicKey),
    );
    for (const person of people) hash.update(String(person?.lamports ?? 0));
    hash.update(String(await connection.getTransactionCount()));
    return hash.digest('hex');
  }

  async stop(): Promise<void> {
    this.chain.process.kill('SIGTERM');
    await this.chain.ended;
    rmSync(this.home, { recursive: true, force: true });
  }
}

function key(keys: Record<string, Keypair>, name: string): PublicKey {
  const found = keys[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return found.publicKey;
}

/** The one JSON value on standard output. */
export function parsed({ stdout, stderr }: Ran): Json {
  try {
    return JSON.parse(stdout);
  } catch (error) {
    throw new Error(`no JSON on stdout: ${stdout}\n${stderr}`, { cause: error });
  }
}

/** The same of a command that worked. */
export function answer(ran: Ran): Json {
  assert.equal(ran.code, 0, `${ran.stdout}${ran.stderr}`);
  const value = parsed(ran);
  assert.equal(value.error, undefined);
  return value;
}

/** A manifest that the registry's rules take. */
export function manifest(handle: string, mint: string, more: object = {}): string {
  return JSON.stringify({
    ...{ schemaVersion: '1', name: 'Text reverser', handle, version: '1.0.0', license: 'Apache-2.0' },
    description: 'Gives a text back with its bytes in reverse order.',
    tags: ['text'],
    endpoint: { url: 'https://agents.example/reverser', protocol: 'http' },
    capabilities: [
      {
        ...{
          name: 'reverse',
          description: 'Reverses the bytes of a text.',
          path: '/reverse',
          method: 'POST',
        },
        input: { contentTypes: ['text/plain'], maxBytes: 65_536 },
        output: { contentType: 'text/plain' },
      },
    ],
    pricing: { amount: '10000', mint, unit: 'call' },
    limits: { timeoutSeconds: 5 },
    ...more,
  });
}

export const URI = 'https://agents.example/reverser/manifest.json';

/** Registers an agent of the owner's with its stake, by the program. @returns its address */
export async function listedAgent(world: CliWorld, handle: string, agentKey: string): Promise<string> {
  const path = world.file(`${handle}.manifest.json`, manifest(handle, world.mint.toBase58()));
  const registering = ['agent', 'register', path, '--uri', URI, '--agent-key', agentKey, '--holdback', '60s'];
  const { agent } = answer(await world.run([...registering, '--yes', '--json'], { as: 'owner' }));
  answer(await world.run(['stake', 'add', agent, '--yes', '--json'], { as: 'owner' }));
  return agent;
}
