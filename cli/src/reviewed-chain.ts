import {
  type AccountState,
  type Chain,
  compileTransaction,
  type Deployment,
  type RpcChain,
  readConfig,
  reviewTransaction,
  type SendOptions,
  TransactionExpired,
  TransactionFailed,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import {
  type Keypair,
  PublicKey,
  type TransactionInstruction,
  type VersionedTransaction,
} from '@solana/web3.js';
import { confirm } from './confirm.js';
import { CliError } from './errors.js';
import { type Journal, meaningOf, type Resolved } from './journal.js';
import { lines } from './output.js';
import { shownReview } from './review.js';
import type { Tokens } from './tokens.js';
import type { ShownRecord } from './values.js';

/** A dry run has come to its first transaction: what it would do is told, and nothing is sent. */
export class DryRunEnded extends Error {
  override readonly name = 'DryRunEnded';
  constructor(readonly review: ShownRecord) {
    super('nothing was sent');
  }
}

export interface ReviewedChainOptions {
  chain: RpcChain;
  deployment: Deployment;
  wallet: Keypair;
  tokens: Tokens;
  journal: Journal;
  /** what became of transactions of earlier runs */
  earlier: Resolved[];
  dryRun: boolean;
  yes: boolean;
  command: string;
  signal: AbortSignal;
  note: (line: string) => void;
}

/**
 * A chain that shows every transaction before it is sent, asks, and keeps a record of it while it is on its way.
 * Flows of the SDK run on it unchanged.
 */
export class ReviewedChain implements Chain {
  /** Transactions that this run accounts for, those of an earlier run that did the same among them. */
  readonly outcomes: TransactionOutcome[] = [];
  /** Whether one may have left whose end is not known, or that failed. */
  sent = false;
  /** Of the one that left last, base58. */
  signature = '';
  /** Done once it is agreed to, before anything leaves: what must not be lost then, such as a new key. */
  beforeSending: (() => void) | null = null;
  /** Whether somebody is being asked. */
  asking = false;
  readonly #options: ReviewedChainOptions;
  #checked = false;

  constructor(options: ReviewedChainOptions) {
    this.#options = options;
  }

  get wallet(): PublicKey {
    return this.#options.wallet.publicKey;
  }

  get connection() {
    return this.#options.chain.connection;
  }

  getAccount(address: PublicKey): Promise<AccountState | null> {
    return this.#options.chain.getAccount(address);
  }

  getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]> {
    return this.#options.chain.getAccounts(addresses);
  }

  unixTime(): Promise<bigint> {
    return this.#options.chain.unixTime();
  }

  slot(): Promise<bigint> {
    return this.#options.chain.slot();
  }

  /** @throws DryRunEnded; CliError; what sending throws */
  async send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    const { chain, dryRun, note, signal, yes } = this.#options;
    await this.#requireCluster();
    const { blockhash } = await chain.connection.getLatestBlockhash('confirmed');
    const transaction = compileTransaction(instructions, options, blockhash);
    const done = this.#doneBefore(transaction);
    if (done !== null) return done;
    const review = await this.#review(transaction);
    if (dryRun) throw new DryRunEnded(review);
    for (const line of lines(review)) note(line);
    if (!yes) {
      this.asking = true;
      await confirm('Sign and send this?', signal);
      this.asking = false;
    }
    this.beforeSending?.();
    this.beforeSending = null;
    return this.#send(instructions, options);
  }

  async #send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    const { chain, command, journal, note, signal, wallet } = this.#options;
    if (!options.payer.publicKey.equals(wallet.publicKey))
      throw new TypeError('another wallet than the one shown pays');
    const { wallet: payer, end, release } = journal.signer(wallet, command);
    this.sent = false;
    try {
      const outcome = await chain.send(instructions, {
        ...options,
        payer,
        signal,
        onStatus: (status, signature) => {
          this.sent ||= status === 'sent';
          this.signature = signature ?? this.signature;
          note(signature === undefined ? status : `${status} ${signature}`);
        },
      });
      end();
      this.sent = false;
      this.outcomes.push(outcome);
      return outcome;
    } catch (error) {
      // it has ended, or never left; of all others the next run finds out
      if (error instanceof TransactionFailed || error instanceof TransactionExpired) end();
      else release();
      throw error;
    }
  }

  async #review(transaction: VersionedTransaction): Promise<ShownRecord> {
    const { chain, deployment, tokens, wallet } = this.#options;
    const review = await reviewTransaction(chain.connection, deployment, transaction, wallet.publicKey);
    const { preview, problems } = review;
    const [unknown] = preview.unknown;
    if (unknown !== undefined) {
      const what = `${unknown.programId.toBase58()} ${unknown.reason}`;
      throw new CliError(
        'CannotBeShown',
        `the transaction holds what cannot be shown: ${what}; nothing was signed`,
        1,
      );
    }
    const [problem] = problems;
    if (problem !== undefined) {
      const what = `${problem.account.toBase58()}: ${problem.message}`;
      throw new CliError(
        'SimulationMismatch',
        `the node's simulation is not what the bytes say: ${what}; nothing was signed`,
        1,
        'use another node by --url',
      );
    }
    return shownReview(review, tokens);
  }

  /** The outcome of an earlier run's transaction that did the very same; null where there is none. */
  #doneBefore(transaction: VersionedTransaction): TransactionOutcome | null {
    const meaning = meaningOf(transaction);
    const { earlier, note } = this.#options;
    const at = earlier.findIndex((entry) => entry.meaning === meaning && entry.outcome !== null);
    if (at < 0) return null;
    // once: whoever runs the command a further time means it
    const [{ outcome, signature } = { outcome: null, signature: '' }] = earlier.splice(at, 1);
    if (outcome === null) return null;
    note(`an earlier run was cut off after it had sent this: ${signature} has landed, and is not sent again`);
    this.outcomes.push(outcome);
    return outcome;
  }

  /** That the programs were set up for this cluster; nothing signed for another would count here. */
  async #requireCluster(): Promise<void> {
    if (this.#checked) return;
    const { chain, deployment } = this.#options;
    const config = await readConfig(chain, deployment);
    if (config === null) {
      const next = 'check --url; npm run migrate sets a deployment up';
      throw new CliError(
        'ConfigMissing',
        'the protocol is not set up on this cluster; nothing was sent',
        1,
        next,
      );
    }
    const made = new PublicKey(config.genesisHash);
    if (!made.equals(new PublicKey(deployment.genesisHash))) {
      throw new CliError(
        'ClusterMismatch',
        `the config was made for the cluster ${made.toBase58()}; nothing was sent`,
        1,
      );
    }
    this.#checked = true;
  }
}
