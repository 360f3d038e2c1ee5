import {
  type AccountState,
  assertFits,
  assertSigned,
  buildTransaction,
  type Chain,
  type InnerInstruction,
  loadAddresses,
  type SendOptions,
  signatureOf,
  TransactionFailed,
  type TransactionOutcome,
  transactionFailed,
  transactionSize,
} from '@agent-labs/sdk';
import {
  PublicKey,
  type TransactionInstruction,
  type VersionedMessage,
  type VersionedTransaction,
} from '@solana/web3.js';
import { credited, NO_ACCOUNT } from './accounts.js';
import { type Advance, clockStep } from './clock.js';
import type { ProgramBinary } from './programs.js';
import { RecentBlockhashes } from './recent-blockhashes.js';
import { type Executed, Runtime } from './runtime.js';
import { upgradeableAccounts } from './upgradeable.js';

export interface ChainOptions {
  /** Loaded as upgradeable programs. */
  programs: ProgramBinary[];
  /** Who may upgrade them. */
  upgradeAuthority: PublicKey;
  /** The chain's clock at the start, Unix seconds; the host's by default. */
  unixTime?: bigint;
}

/** What a transaction would do. Nothing of it is kept. */
export type Simulation = Pick<TransactionOutcome, 'computeUnits' | 'size' | 'logs' | 'innerInstructions'>;

/**
 * A chain in this process, over LiteSVM: today's runtime with mainnet's features and the SPL programs.
 * Signatures, Ed25519 instructions and blockhashes are checked. Slot and time stand still between
 * calls of `advance` and `setUnixTime`; the epoch stays 0. Fees are burnt.
 */
export class LiteChain implements Chain {
  /**
   * 32 bytes. A cluster's genesis hash is also its first blockhash; this is LiteSVM's first blockhash,
   * SHA-256("genesis"), so it is the same for every chain that LiteChain starts.
   */
  readonly genesisHash: Uint8Array;

  readonly #runtime = new Runtime();
  readonly #blockhashes = new RecentBlockhashes();
  #carryMs = 0n;

  private constructor(unixTime: bigint) {
    this.genesisHash = new PublicKey(this.#runtime.blockhash).toBytes();
    this.#blockhashes.register(this.#runtime.blockhash, 1n);
    // One slot on, so that there is a slot before the current one, which a lookup table needs.
    this.#runtime.move(1n, unixTime);
  }

  /** @throws Error when a program does not load */
  static async start(options: ChainOptions): Promise<LiteChain> {
    const { programs, upgradeAuthority, unixTime = BigInt(Math.floor(Date.now() / 1000)) } = options;
    const chain = new LiteChain(unixTime);
    for (const program of programs) {
      for (const placed of upgradeableAccounts(program, upgradeAuthority, (n) => chain.#runtime.rent(n))) {
        chain.#runtime.write(placed.address, placed.account);
      }
    }
    return chain;
  }

  async getAccount(at: PublicKey): Promise<AccountState | null> {
    return this.#runtime.read(at);
  }

  async getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]> {
    return addresses.map((at) => this.#runtime.read(at));
  }

  async unixTime(): Promise<bigint> {
    return this.#runtime.unixTime;
  }

  async slot(): Promise<bigint> {
    return this.#runtime.slot;
  }

  /** Base58; a transaction may cite it for 150 slots. */
  async latestBlockhash(): Promise<string> {
    return this.#runtime.blockhash;
  }

  /** Lamports that keep an account of `bytes` bytes rent-exempt. */
  async rentExemption(bytes: number): Promise<bigint> {
    return this.#runtime.rent(bytes);
  }

  /**
   * Gives lamports out of nothing.
   * @throws RangeError when they would not make the account rent-exempt
   */
  async airdrop(to: PublicKey, amount: bigint): Promise<void> {
    this.#runtime.write(
      to,
      credited(this.#runtime.read(to), amount, (n) => this.#runtime.rent(n)),
    );
  }

  /**
   * Writes an account past every rule; null deletes it.
   * @throws Error when it is executable and its program does not load
   */
  async setAccount(at: PublicKey, account: AccountState | null): Promise<void> {
    this.#runtime.write(at, account ?? NO_ACCOUNT);
  }

  /** Sets the clock, Unix seconds, also backwards. The slot stays. */
  async setUnixTime(unixTime: bigint): Promise<void> {
    this.#carryMs = 0n;
    this.#runtime.move(0n, unixTime);
  }

  /**
   * Moves slot and time on together (see Advance), at least one slot.
   * @throws RangeError when a number is negative or not whole
   */
  async advance(by: Advance = {}): Promise<void> {
    const { seconds, slots, carryMs } = clockStep(by, this.#carryMs);
    this.#carryMs = carryMs;
    this.#runtime.move(slots, this.#runtime.unixTime + seconds);
    this.#renewBlockhash(slots);
  }

  /** Instruction indices are those of `instructions`: a compute unit limit goes behind them. */
  async send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    const build = () => buildTransaction(instructions, options, this.#runtime.blockhash);
    let transaction = await build();
    // The same instructions again: only another blockhash makes another transaction of them.
    while (this.#blockhashes.processed(transaction.message.recentBlockhash, signatureOf(transaction))) {
      this.#renewBlockhash(1n);
      transaction = await build();
    }
    return this.sendRaw(transaction);
  }

  /** Processes a signed transaction. @throws TransactionFailed when the chain refused it */
  async sendRaw(transaction: VersionedTransaction): Promise<TransactionOutcome> {
    const { signature, checkBlockhash } = this.#check(transaction);
    const result = this.#runtime.execute(transaction, checkBlockhash);
    // a transaction refused before its fee was charged may come again
    if (result.charged) this.#blockhashes.record(transaction.message.recentBlockhash, signature);
    const { fee } = result;
    const effects = await this.#effects(transaction.message, result);
    if (fee === null) throw new Error('a transaction that landed has no fee');
    return { signature, slot: this.#runtime.slot, fee, ...effects };
  }

  /** Runs a transaction and keeps nothing of it. @throws TransactionFailed when it would fail */
  async simulate(instructions: TransactionInstruction[], options: SendOptions): Promise<Simulation> {
    return this.simulateRaw(await buildTransaction(instructions, options, this.#runtime.blockhash));
  }

  /** As simulate, for a signed transaction. */
  async simulateRaw(transaction: VersionedTransaction): Promise<Simulation> {
    const { checkBlockhash } = this.#check(transaction);
    return this.#effects(transaction.message, this.#runtime.simulate(transaction, checkBlockhash));
  }

  /**
   * What a cluster refuses and LiteSVM would let through, or would refuse without cause.
   * @returns the signature, base58, and whether LiteSVM is to look at the blockhash: it knows its latest only,
   *   so what is recent is not left to it; what is not, it refuses, unless it is a durable nonce
   */
  #check(transaction: VersionedTransaction): { signature: string; checkBlockhash: boolean } {
    const { message } = transaction;
    assertFits(message);
    assertSigned(transaction);
    const signature = signatureOf(transaction);
    if (this.#blockhashes.processed(message.recentBlockhash, signature)) {
      throw new TransactionFailed('transaction refused: AlreadyProcessed', null, null, []);
    }
    return { signature, checkBlockhash: !this.#blockhashes.has(message.recentBlockhash) };
  }

  /** @throws TransactionFailed where it failed */
  async #effects(message: VersionedMessage, result: Executed): Promise<Simulation> {
    const { error, logs, computeUnits } = result;
    if (error !== null) throw transactionFailed(error, logs);
    const innerInstructions = await this.#innerInstructions(message, result);
    return { computeUnits, size: transactionSize(message), logs, innerInstructions };
  }

  async #innerInstructions(message: VersionedMessage, { inner }: Executed): Promise<InnerInstruction[]> {
    if (inner.length === 0) return [];
    const table = async (at: PublicKey) => this.#runtime.read(at)?.data ?? new Uint8Array();
    const loaded = await loadAddresses(message, table);
    const keys = [...message.staticAccountKeys, ...loaded.writable, ...loaded.readonly];
    return inner.map(({ outerIndex, programIdIndex, data }) => {
      const programId = keys[programIdIndex];
      if (programId === undefined)
        throw new Error(`inner instruction of an unknown program under ${outerIndex}`);
      return { outerIndex, programId, data };
    });
  }

  #renewBlockhash(blocks: bigint): void {
    this.#runtime.renewBlockhash();
    this.#blockhashes.register(this.#runtime.blockhash, blocks);
  }
}
