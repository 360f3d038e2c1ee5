import { readFileSync } from 'node:fs';
import { clusterName, type Deployment, RpcChain } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { deploymentFile } from './deployment-file.js';
import { CliError } from './errors.js';
import { Indexer } from './indexer.js';
import { Journal } from './journal.js';
import { readKeypair } from './keys.js';
import { isLoopback, type LocalChain, localChain, persona, runningStack } from './local-stack.js';
import { ReviewedChain } from './reviewed-chain.js';
import { Tokens } from './tokens.js';

/** What every command takes. */
export interface GlobalOptions {
  url?: string;
  keypair?: string;
  indexer?: string;
  deployment?: string;
  timeout: string;
  json: boolean;
  dryRun: boolean;
  yes: boolean;
}

/** A cluster as a command sees it. */
export interface Connected {
  chain: RpcChain;
  deployment: Deployment;
  tokens: Tokens;
  /** null where it is none */
  local: LocalChain | null;
  url: string;
}

/** A cluster and a wallet that may send there. */
export interface Sending extends Connected {
  sender: ReviewedChain;
  wallet: Keypair;
}

const DEFAULT_URL = 'http://127.0.0.1:8899';
/** The local person who signs where nobody else is named. */
const DEFAULT_PERSONA = 'payer';
const PERSONA_PREFIX = 'persona:';

/** What a command finds: cluster, wallet, indexer, each looked for once and only when it is needed. */
export class Context {
  readonly signal: AbortSignal;
  #connected: Promise<Connected> | null = null;
  #sending: Promise<Sending> | null = null;

  constructor(
    readonly options: GlobalOptions,
    /** words of the command */
    readonly command: string,
    signal: AbortSignal,
  ) {
    this.signal = signal;
  }

  /** Progress and prose, for people. */
  readonly note = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };

  /** What sent, or would have; null before that. */
  sender: ReviewedChain | null = null;

  connected(): Promise<Connected> {
    this.#connected ??= this.#connect();
    return this.#connected;
  }

  /** Wallet and cluster; what an earlier run left on its way is accounted for first. */
  sending(): Promise<Sending> {
    this.#sending ??= this.#send();
    return this.#sending;
  }

  async wallet(): Promise<Keypair> {
    const { local } = await this.connected();
    const named = this.options.keypair ?? process.env.AGENT_LABS_KEYPAIR;
    if (named !== undefined && !named.startsWith(PERSONA_PREFIX)) return readKeypair(named);
    if (local?.keysFile)
      return persona(local.keysFile, named?.slice(PERSONA_PREFIX.length) ?? DEFAULT_PERSONA);
    throw new CliError(
      'KeypairMissing',
      named === undefined
        ? 'this needs a key to sign with'
        : `${named} is of a local chain, and this is none`,
      2,
      'give --keypair FILE, or set AGENT_LABS_KEYPAIR',
    );
  }

  /** Whom a command is about where it names nobody. */
  async self(): Promise<PublicKey> {
    return (await this.wallet()).publicKey;
  }

  /** null where none is known */
  indexer(): Indexer | null {
    const url = this.options.indexer ?? process.env.AGENT_LABS_INDEXER ?? runningStack()?.indexerUrl;
    return url === undefined ? null : new Indexer(requireUrl(url, '--indexer'), this.signal);
  }

  async #connect(): Promise<Connected> {
    const { deployment: path } = this.options;
    const given = this.options.url ?? process.env.AGENT_LABS_URL ?? runningStack()?.rpcUrl ?? DEFAULT_URL;
    const url = requireUrl(given, '--url');
    const file = path === undefined ? null : deploymentFile(readFileOf(path), path);
    const options = isLoopback(url) ? { pollEvery: 100 } : {};
    let chain: RpcChain;
    try {
      chain = await RpcChain.connect(url, {
        ...options,
        ...(file?.genesisHash !== undefined && { genesisHash: file.genesisHash }),
      });
    } catch (error) {
      if ((error as Error).name === 'ClusterMismatch') throw error;
      const next = 'check --url; npm start runs a local chain';
      throw new CliError('NodeSilent', `nobody answers at ${url} as a Solana node`, 3, next, {
        cause: error,
      });
    }
    const deployment = { ...chain.deployment, ...file?.programs };
    const local = clusterName(chain.genesisHash) === 'localnet' ? await localChain(url) : null;
    const symbols = {
      ...(local && { [local.mint]: 'tUSD', [local.stakeMint]: 'tSTAKE' }),
      ...file?.symbols,
    };
    return { chain, deployment, tokens: new Tokens(chain, deployment, symbols), local, url };
  }

  async #send(): Promise<Sending> {
    const connected = await this.connected();
    const wallet = await this.wallet();
    const { chain, deployment, tokens } = connected;
    const { dryRun, yes } = this.options;
    const journal = new Journal(chain.genesisHash, wallet.publicKey);
    const waiting = journal.waiting();
    for (const { signature, command } of waiting) {
      this.note(`an earlier ${command} was cut off while ${signature} was on its way`);
    }
    const earlier = dryRun ? [] : await journal.resolve(chain, waiting, this.signal);
    for (const { signature, outcome, failed } of earlier) {
      const end = failed
        ? 'was refused'
        : outcome === null
          ? 'never landed, and no longer can'
          : 'has landed';
      this.note(`${signature} ${end}`);
    }
    const { command, note, signal } = this;
    const sender = new ReviewedChain({
      ...{ chain, deployment, tokens, wallet, journal, earlier, dryRun, yes, command, note, signal },
    });
    this.sender = sender;
    return { ...connected, sender, wallet };
  }
}

function requireUrl(text: string, what: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return text.replace(/\/$/, '');
  throw new CliError('ArgumentInvalid', `${what} must be an http or https address, got ${text}`);
}

function readFileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError('FileUnreadable', `--deployment ${path}: ${code}`, 2, 'check the path', {
      cause: error,
    });
  }
}
