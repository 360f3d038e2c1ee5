import {
  type AccountState,
  type Chain,
  type InnerInstruction,
  type SendOptions,
  TransactionFailed,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { type Address, getTransactionDecoder, lamports } from '@solana/kit';
import {
  PublicKey,
  SYSVAR_SLOT_HASHES_PUBKEY,
  type TransactionInstruction,
  type VersionedMessage,
  type VersionedTransaction,
} from '@solana/web3.js';
import { Clock, FailedTransactionMetadata, LiteSVM, type TransactionMetadata } from 'litesvm';
import { credited, NO_ACCOUNT } from './accounts.js';
import { type Advance, clockStep } from './clock.js';
import { failureOf, feeOf } from './litesvm-results.js';
import type { ProgramBinary } from './programs.js';
import { RecentBlockhashes } from './recent-blockhashes.js';
import { SlotHashes } from './slot-hashes.js';
import {
  assertFits,
  assertSigned,
  buildTransaction,
  loadAddresses,
  signatureOf,
  transactionSize,
} from './transactions.js';
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

const wire = getTransactionDecoder();
const SYSVAR_OWNER = new PublicKey('Sysvar1111111111111111111111111111111111111');

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

  readonly #svm: LiteSVM;
  readonly #blockhashes = new RecentBlockhashes();
  readonly #slotHashes: SlotHashes;
  #carryMs = 0n;

  private constructor(svm: LiteSVM, unixTime: bigint) {
    this.#svm = svm;
    this.genesisHash = new PublicKey(svm.latestBlockhash()).toBytes();
    this.#slotHashes = new SlotHashes(this.genesisHash);
    this.#blockhashes.register(svm.latestBlockhash(), 1n);
    // One slot on, so that there is a slot before the current one, which a lookup table needs.
    this.#move(1n, unixTime);
  }

  /** @throws Error when a program does not load */
  static async start(options: ChainOptions): Promise<LiteChain> {
    const { programs, upgradeAuthority, unixTime = BigInt(Math.floor(Date.now() / 1000)) } = options;
    const chain = new LiteChain(new LiteSVM(), unixTime);
    for (const program of programs) {
      for (const placed of upgradeableAccounts(program, upgradeAuthority, (n) => chain.#rent(n))) {
        chain.#write(placed.address, placed.account);
      }
    }
    return chain;
  }

  async getAccount(at: PublicKey): Promise<AccountState | null> {
    return this.#read(at);
  }

  async unixTime(): Promise<bigint> {
    return this.#svm.getClock().unixTimestamp;
  }

  async slot(): Promise<bigint> {
    return this.#svm.getClock().slot;
  }

  /** Base58; a transaction may cite it for 150 slots. */
  async latestBlockhash(): Promise<string> {
    return this.#svm.latestBlockhash();
  }

  /** Lamports that keep an account of `bytes` bytes rent-exempt. */
  async rentExemption(bytes: number): Promise<bigint> {
    return this.#rent(bytes);
  }

  /**
   * Gives lamports out of nothing.
   * @throws RangeError when they would not make the account rent-exempt
   */
  async airdrop(to: PublicKey, amount: bigint): Promise<void> {
    this.#write(
      to,
      credited(this.#read(to), amount, (n) => this.#rent(n)),
    );
  }

  /**
   * Writes an account past every rule; null deletes it.
   * @throws Error when it is executable and its program does not load
   */
  async setAccount(at: PublicKey, account: AccountState | null): Promise<void> {
    this.#write(at, account ?? NO_ACCOUNT);
  }

  /** Sets the clock, Unix seconds, also backwards. The slot stays. */
  async setUnixTime(unixTime: bigint): Promise<void> {
    this.#carryMs = 0n;
    this.#move(0n, unixTime);
  }

  /**
   * Moves slot and time on together (see Advance), at least one slot.
   * @throws RangeError when a number is negative or not whole
   */
  async advance(by: Advance = {}): Promise<void> {
    const { seconds, slots, carryMs } = clockStep(by, this.#carryMs);
    this.#carryMs = carryMs;
    this.#move(slots, this.#svm.getClock().unixTimestamp + seconds);
    this.#renewBlockhash(slots);
  }

  /** Instruction indices are those of `instructions`: a compute unit limit goes behind them. */
  async send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    const build = () => buildTransaction(instructions, options, this.#svm.latestBlockhash());
    const transaction = build();
    const repeated = this.#blockhashes.processed(this.#svm.latestBlockhash(), signatureOf(transaction));
    if (!repeated) return this.sendRaw(transaction);
    // The same instructions again: only another blockhash makes another transaction of them.
    this.#renewBlockhash(1n);
    return this.sendRaw(build());
  }

  /** Processes a signed transaction. @throws TransactionFailed when the chain refused it */
  async sendRaw(transaction: VersionedTransaction): Promise<TransactionOutcome> {
    const { message } = transaction;
    const signature = this.#check(transaction);
    const result = this.#svm.sendTransaction(wire.decode(transaction.serialize()));
    const failed = result instanceof FailedTransactionMetadata;
    // LiteSVM fills in the signature once the fee is charged; a transaction refused before may come again.
    const charged =
      !failed ||
      result
        .meta()
        .signature()
        .some((byte) => byte !== 0);
    if (charged) this.#blockhashes.record(message.recentBlockhash, signature);
    if (failed) throw failureOf(result);
    const { slot } = this.#svm.getClock();
    return { signature, slot, fee: feeOf(result), ...(await this.#effects(message, result)) };
  }

  /** Runs a transaction and keeps nothing of it. @throws TransactionFailed when it would fail */
  async simulate(instructions: TransactionInstruction[], options: SendOptions): Promise<Simulation> {
    return this.simulateRaw(buildTransaction(instructions, options, this.#svm.latestBlockhash()));
  }

  /** As simulate, for a signed transaction. */
  async simulateRaw(transaction: VersionedTransaction): Promise<Simulation> {
    this.#check(transaction);
    const result = this.#svm.simulateTransaction(wire.decode(transaction.serialize()));
    if (result instanceof FailedTransactionMetadata) throw failureOf(result);
    return this.#effects(transaction.message, result.meta());
  }

  /**
   * What a cluster refuses and LiteSVM would let through, or would refuse without cause.
   * @returns the signature, base58
   */
  #check(transaction: VersionedTransaction): string {
    const { message } = transaction;
    assertFits(message);
    assertSigned(transaction);
    const signature = signatureOf(transaction);
    if (this.#blockhashes.processed(message.recentBlockhash, signature)) {
      throw new TransactionFailed('transaction refused: AlreadyProcessed', null, null, []);
    }
    // LiteSVM knows its latest blockhash only. What is not recent either is left to it: it refuses it,
    // unless it is a durable nonce.
    this.#svm.withBlockhashCheck(!this.#blockhashes.has(message.recentBlockhash));
    return signature;
  }

  async #effects(message: VersionedMessage, meta: TransactionMetadata): Promise<Simulation> {
    return {
      computeUnits: meta.computeUnitsConsumed(),
      size: transactionSize(message),
      logs: meta.logs(),
      innerInstructions: await this.#innerInstructions(message, meta),
    };
  }

  async #innerInstructions(
    message: VersionedMessage,
    meta: TransactionMetadata,
  ): Promise<InnerInstruction[]> {
    const inner = meta
      .innerInstructions()
      .flatMap((list, outerIndex) => list.map((called) => ({ outerIndex, called: called.instruction() })));
    if (inner.length === 0) return [];
    const loaded = await loadAddresses(message, async (table) => this.#read(table)?.data ?? new Uint8Array());
    const keys = [...message.staticAccountKeys, ...loaded.writable, ...loaded.readonly];
    return inner.map(({ outerIndex, called }) => {
      const programId = keys[called.programIdIndex()];
      if (programId === undefined)
        throw new Error(`inner instruction of an unknown program under ${outerIndex}`);
      return { outerIndex, programId, data: called.data() };
    });
  }

  #move(slots: bigint, unixTime: bigint): void {
    const { slot, epochStartTimestamp, epoch, leaderScheduleEpoch } = this.#svm.getClock();
    this.#svm.setClock(new Clock(slot + slots, epochStartTimestamp, epoch, leaderScheduleEpoch, unixTime));
    if (slots === 0n) return;
    this.#slotHashes.append(slot, slot + slots);
    const { data } = this.#slotHashes;
    this.#write(SYSVAR_SLOT_HASHES_PUBKEY, {
      lamports: this.#rent(data.length),
      owner: SYSVAR_OWNER,
      data,
      executable: false,
    });
  }

  #renewBlockhash(blocks: bigint): void {
    this.#svm.expireBlockhash();
    this.#blockhashes.register(this.#svm.latestBlockhash(), blocks);
  }

  #rent(bytes: number): bigint {
    return this.#svm.minimumBalanceForRentExemption(BigInt(bytes));
  }

  #read(at: PublicKey): AccountState | null {
    const found = this.#svm.getAccount(addressOf(at));
    if (!found.exists) return null;
    return {
      lamports: found.lamports,
      owner: new PublicKey(found.programAddress),
      data: found.data as Uint8Array,
      executable: found.executable,
    };
  }

  #write(at: PublicKey, account: AccountState): void {
    this.#svm.setAccount({
      address: addressOf(at),
      lamports: lamports(account.lamports),
      programAddress: addressOf(account.owner),
      data: account.data,
      executable: account.executable,
      space: BigInt(account.data.length),
    });
  }
}

// kit's own address() would check again, slowly, what a PublicKey has checked.
function addressOf(key: PublicKey): Address {
  return key.toBase58() as Address;
}
