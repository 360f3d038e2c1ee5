import { EventEmitter } from 'node:events';
import {
  type AccountState,
  buildTransaction,
  type Chain,
  type SendOptions,
  signatureOf,
  type TransactionOutcome,
  transactionFailed,
} from '@agent-labs/sdk';
import {
  ComputeBudgetProgram,
  type Keypair,
  type PublicKey,
  SystemProgram,
  type TransactionInstruction,
  type VersionedTransaction,
} from '@solana/web3.js';
import { NO_ACCOUNT } from '../accounts.js';
import { type Advance, clockStep, SLOT_MS } from '../clock.js';
import type { ProgramBinary } from '../programs.js';
import { Runtime, type Simulated } from '../runtime.js';
import { upgradeableAccounts } from '../upgradeable.js';
import { lookUp } from './addresses.js';
import { NodeBlockhashes } from './blockhashes.js';
import type { History } from './history.js';
import { ALREADY_PROCESSED, outcomeOf } from './outcome.js';
import { placeAccounts } from './place-accounts.js';
import { storeAccount, storeRecord, type TransactionRecord } from './records.js';
import { NOTE_EVERY, Restored } from './restored.js';
import { type Entry, Storage } from './storage.js';
import { tokenBalances } from './tokens.js';
import { readTransaction, requireSigned, TransactionRefused } from './wire.js';

/** Slots after which a block cannot vanish any more, as on a cluster. Here nothing ever vanishes. */
export const FINALITY = 32;
/** Lamports of the faucet: five million SOL, which a JavaScript number holds. */
const FAUCET = 5_000_000n * 1_000_000_000n;

export interface NodeOptions {
  /** Loaded as upgradeable programs. */
  programs: ProgramBinary[];
  upgradeAuthority: PublicKey;
  /** Where the chain is kept; null keeps nothing. */
  directory: string | null;
  /** Milliseconds of a slot by the host's clock; null: the clock only moves when told to. */
  tick: number | null;
}

interface NodeEvents {
  /** once it is on disk */
  transaction: [record: TransactionRecord, accounts: [PublicKey, AccountState | null][]];
  /** a slot began */
  slot: [slot: number];
}

/**
 * A chain of one node, with the memory that clients expect of a cluster: blocks, transactions, statuses. It
 * ticks by the host's clock, and keeps on disk what it has acknowledged. A transaction is confirmed as soon as
 * it is processed, for nobody could vote against it, and finalized 32 slots later.
 */
export class LocalNode implements Chain {
  /** 32 bytes, random at the first start. */
  readonly genesisHash: Uint8Array;
  readonly history: History;
  readonly events = new EventEmitter<NodeEvents>();
  readonly #runtime: Runtime;
  readonly #blockhashes: NodeBlockhashes;
  readonly #storage: Storage;
  readonly #faucet: Keypair;
  readonly #ticking: boolean;
  readonly #firstSlot: number;
  #timer: NodeJS.Timeout | null = null;
  #offset: number;
  #carryMs = 0n;
  #drops = 0;
  #failure: Error | null = null;
  #appended: Promise<void> = Promise.resolve();
  /** Transactions of the block that is being made, those not on disk yet too. */
  #block = { slot: 0, transactions: 0 };

  private constructor(runtime: Runtime, storage: Storage, restored: Restored, tick: number | null) {
    this.#runtime = runtime;
    this.#storage = storage;
    this.genesisHash = restored.genesisHash;
    this.history = restored.history();
    this.#firstSlot = restored.firstSlot ?? this.height;
    this.#faucet = restored.faucet;
    this.#offset = restored.offset;
    this.#blockhashes = new NodeBlockhashes(restored.faucet.secretKey.subarray(0, 32));
    this.#ticking = tick !== null;
    this.events.setMaxListeners(0);
    this.#blockhashes.renew(this.height, 1);
    if (tick === null) return;
    this.#timer = setInterval(() => this.#tick(), tick);
    this.#timer.unref();
  }

  /** @throws StoreLocked, JournalCorrupt, JournalFormatUnknown; Error when a program does not load */
  static async open(options: NodeOptions): Promise<LocalNode> {
    const { programs, upgradeAuthority, directory, tick } = options;
    const restored = new Restored();
    const storage = await Storage.open(directory, (entry) => restored.take(entry));
    try {
      if (restored.isNew) await storage.append(restored.create());
      const runtime = new Runtime(restored.genesisHash);
      const time = BigInt(Math.floor(Date.now() / 1_000) + restored.offset);
      // a new chain begins where LiteSVM does, an old one after every slot it has told of
      const { slot } = runtime;
      runtime.move(restored.nextSlot > slot ? restored.nextSlot - slot : 1n, time);
      const rent = (bytes: number) => runtime.rent(bytes);
      const own = programs.flatMap((program) => upgradeableAccounts(program, upgradeAuthority, rent));
      const [owner, data] = [SystemProgram.programId, new Uint8Array()];
      placeAccounts(runtime, [
        ...own.map(({ address, account }): [PublicKey, AccountState] => [address, account]),
        [restored.faucet.publicKey, { lamports: FAUCET, owner, data, executable: false }],
        // after those, for an upgrade may have changed them
        ...restored.accounts(),
      ]);
      const node = new LocalNode(runtime, storage, restored, tick);
      await storage.append({ type: 'clock', slot: node.height, offset: node.#offset });
      return node;
    } catch (error) {
      await storage.close();
      throw error;
    }
  }

  /** Current slot, which is the block height too: no slot is skipped. */
  get height(): number {
    return Number(this.#runtime.slot);
  }

  /** Newest slot that is final. */
  get root(): number {
    return Math.max(0, this.height - FINALITY);
  }

  /** Oldest slot whose block can be told of: there was none before the chain, and its oldest are forgotten. */
  get firstBlock(): number {
    return Math.max(this.#firstSlot, this.history.firstWholeSlot);
  }

  get latestBlockhash(): { blockhash: string; lastValidBlockHeight: number } {
    return this.#blockhashes.latest;
  }

  /** Of the block at a slot. */
  blockhashAt(slot: number): string {
    return this.#blockhashes.at(slot);
  }

  isBlockhashValid(blockhash: string): boolean {
    return this.#blockhashes.has(blockhash);
  }

  rent(bytes: number): bigint {
    return this.#runtime.rent(bytes);
  }

  read(at: PublicKey): AccountState | null {
    return this.#runtime.read(at);
  }

  owned(program: PublicKey): { address: PublicKey; account: AccountState }[] {
    return this.#runtime.owned(program);
  }

  async getAccount(at: PublicKey): Promise<AccountState | null> {
    const account = this.read(at);
    await this.onDisk();
    return account;
  }

  async getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]> {
    const accounts = addresses.map((at) => this.read(at));
    await this.onDisk();
    return accounts;
  }

  /**
   * Resolves once all that can be read now is on disk: `read` and `owned` tell of what is still on its way.
   * @throws what kept the chain from being kept, from then on
   */
  async onDisk(): Promise<void> {
    await this.#appended;
    if (this.#failure) throw this.#failure;
  }

  async unixTime(): Promise<bigint> {
    return this.#runtime.unixTime;
  }

  async slot(): Promise<bigint> {
    return this.#runtime.slot;
  }

  /** Writes accounts past every rule; null deletes. Resolves once that is on disk. */
  async write(accounts: [PublicKey, AccountState | null][]): Promise<void> {
    const stored = accounts.map(([at, account]) => {
      this.#runtime.write(at, account ?? NO_ACCOUNT);
      return storeAccount(at.toBase58(), account ?? NO_ACCOUNT);
    });
    await this.#append({ type: 'write', accounts: stored });
  }

  /** Moves slot and time on. @throws RangeError when a number is negative or not whole */
  async advance(by: Advance): Promise<void> {
    const { seconds, slots, carryMs } = clockStep(by, this.#carryMs);
    this.#carryMs = carryMs;
    await this.#setClock(slots, this.#runtime.unixTime + seconds);
  }

  /** Sets the chain's time, Unix seconds; a ticking clock goes on from there. */
  async setUnixTime(unixTime: bigint): Promise<void> {
    this.#carryMs = 0n;
    await this.#setClock(1n, unixTime);
  }

  /** Lamports from the faucet, by a transaction of its own. @returns its signature */
  async airdrop(to: PublicKey, lamports: bigint): Promise<string> {
    this.#drops += 1;
    // two alike in one slot would be one transaction
    const limit = ComputeBudgetProgram.setComputeUnitLimit({ units: 10_000 + (this.#drops % 100_000) });
    const transfer = SystemProgram.transfer({ fromPubkey: this.#faucet.publicKey, toPubkey: to, lamports });
    const { blockhash } = this.latestBlockhash;
    const transaction = await buildTransaction([transfer, limit], { payer: this.#faucet }, blockhash);
    return (await this.process(transaction.serialize())).signature;
  }

  async send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    const { blockhash } = this.latestBlockhash;
    const transaction = await buildTransaction(instructions, options, blockhash);
    const record = await this.process(transaction.serialize()).catch((error: unknown) => {
      if (!(error instanceof TransactionRefused)) throw error;
      throw transactionFailed(error.error, error.logs);
    });
    if (record.error !== null) throw transactionFailed(record.error, record.logs);
    return outcomeOf(record);
  }

  /**
   * Runs a transaction. Resolves once it is on disk; one that failed was charged and has an error.
   * @throws TransactionRefused where nothing was charged
   */
  async process(raw: Uint8Array): Promise<TransactionRecord> {
    if (this.#failure) throw this.#failure;
    const { transaction, checkBlockhash } = this.#accept(raw);
    const { message } = transaction;
    const read = (at: PublicKey) => this.read(at);
    const loaded = lookUp(message, read) ?? { writable: [], readonly: [] };
    const keys = [...message.staticAccountKeys, ...loaded.writable, ...loaded.readonly];
    const balances = () => keys.map((key) => Number(read(key)?.lamports ?? 0n));
    const [preBalances, preTokens] = [balances(), tokenBalances(keys, read)];
    const result = this.#runtime.execute(transaction, checkBlockhash);
    if (!result.charged) throw new TransactionRefused(result.error ?? '', result.logs, result.computeUnits);
    this.#blockhashes.record(message);
    const postBalances = balances();
    const { programId, data } = result.returnData ?? {};
    const record: TransactionRecord = {
      signature: signatureOf(transaction),
      slot: this.height,
      blockTime: Number(this.#runtime.unixTime),
      index: this.#nextIndex(),
      raw: Uint8Array.from(raw),
      error: result.error,
      logs: result.logs,
      computeUnits: Number(result.computeUnits),
      // what fails moves no lamports but its fee
      fee: Number(result.fee ?? (preBalances[0] ?? 0) - (postBalances[0] ?? 0)),
      inner: result.inner,
      loaded: {
        writable: loaded.writable.map((key) => key.toBase58()),
        readonly: loaded.readonly.map((key) => key.toBase58()),
      },
      preBalances,
      postBalances,
      preTokens,
      postTokens: tokenBalances(keys, read),
      returnData:
        programId === undefined || data === undefined
          ? null
          : { programId: programId.toBase58(), data: Buffer.from(data).toString('base64') },
    };
    const fixed = message.staticAccountKeys.length;
    const written = keys
      .filter((_, at) => (at < fixed ? message.isAccountWritable(at) : at < fixed + loaded.writable.length))
      .map((key): [PublicKey, AccountState | null] => [key, read(key)]);
    const accounts = written.map(([at, account]) => storeAccount(at.toBase58(), account ?? NO_ACCOUNT));
    await this.#append({ type: 'transaction', record: storeRecord(record), accounts });
    // appends end in the order they began in
    this.history.add(record);
    this.events.emit('transaction', record, written);
    return record;
  }

  /**
   * What a transaction would do.
   * @throws TransactionRefused where it would not even run
   */
  simulate(raw: Uint8Array, options: { checkSignatures: boolean; replaceBlockhash: boolean }): Simulated {
    const { checkSignatures, replaceBlockhash } = options;
    const transaction = readTransaction(raw);
    if (checkSignatures) requireSigned(transaction);
    if (replaceBlockhash) transaction.message.recentBlockhash = this.latestBlockhash.blockhash;
    const checkBlockhash = !replaceBlockhash && this.#checkBlockhash(transaction);
    const simulated = this.#runtime.simulate(transaction, checkBlockhash, checkSignatures);
    if (simulated.error === 'SignatureFailure') throw new TransactionRefused(simulated.error);
    return this.#blockhashes.processed(transaction.message) ? ALREADY_PROCESSED : simulated;
  }

  /** Stands still from here on, waits for the disk, and lets the directory go. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#failure === null) {
      await this.#append({ type: 'clock', slot: this.height, offset: this.#offset });
    }
    await this.#storage.close();
  }

  #nextIndex(): number {
    if (this.#block.slot !== this.height) this.#block = { slot: this.height, transactions: 0 };
    this.#block.transactions += 1;
    return this.#block.transactions - 1;
  }

  #accept(raw: Uint8Array): { transaction: VersionedTransaction; checkBlockhash: boolean } {
    const transaction = readTransaction(raw);
    requireSigned(transaction);
    if (this.#blockhashes.processed(transaction.message)) throw new TransactionRefused('AlreadyProcessed');
    return { transaction, checkBlockhash: this.#checkBlockhash(transaction) };
  }

  /** LiteSVM does not know this node's blockhashes: it is asked about others alone, for a durable nonce. */
  #checkBlockhash({ message }: VersionedTransaction): boolean {
    return !this.#blockhashes.has(message.recentBlockhash);
  }

  async #setClock(slots: bigint, unixTime: bigint): Promise<void> {
    this.#move(slots, unixTime);
    this.#offset = Number(unixTime) - Math.floor(Date.now() / 1_000);
    await this.#append({ type: 'clock', slot: this.height, offset: this.#offset });
  }

  #tick(): void {
    const host = BigInt(Math.floor(Date.now() / 1_000) + this.#offset);
    const { unixTime } = this.#runtime;
    // a host's clock that is set back does not set back the chain's
    this.#move(1n, host > unixTime ? host : unixTime);
    if (this.height % NOTE_EVERY > 0) return;
    void this.#append({ type: 'clock', slot: this.height, offset: this.#offset }).catch(() => this.#halt());
  }

  #move(slots: bigint, unixTime: bigint): void {
    this.#runtime.move(slots, unixTime);
    this.#runtime.renewBlockhash();
    this.#blockhashes.renew(this.height, Number(slots));
    this.events.emit('slot', this.height);
  }

  /** What cannot be kept must not be acknowledged: the chain takes nothing any more. */
  async #append(entry: Entry): Promise<void> {
    this.#appended = this.#storage.append(entry);
    try {
      await this.#appended;
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  #halt(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Whether the clock ticks by itself, at `SLOT_MS` unless told otherwise. */
  get ticking(): boolean {
    return this.#ticking;
  }
}

/** Milliseconds of a slot on a cluster. */
export const TICK = Number(SLOT_MS);
