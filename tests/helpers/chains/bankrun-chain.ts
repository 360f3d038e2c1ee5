import {
  type Advance,
  type ChainOptions,
  clockStep,
  credited,
  NO_ACCOUNT,
  type Simulation,
  upgradeableAccounts,
} from '@agent-labs/localnet';
import {
  type AccountState,
  assertFits,
  assertSigned,
  buildTransaction,
  loadAddresses,
  type SendOptions,
  signatureOf,
  TransactionFailed,
  type TransactionOutcome,
  transactionFailed,
  transactionSize,
} from '@agent-labs/sdk';
import {
  type AccountInfo,
  PublicKey,
  type TransactionInstruction,
  type VersionedTransaction,
} from '@solana/web3.js';
import { type BanksTransactionMeta, Clock, type ProgramTestContext, type Rent, start } from 'solana-bankrun';
import { verifySignatures } from './signatures';
import type { TestChain } from './test-chain';
import { Turns } from './turns';

const ASKS_FOR_BLOCKHASH =
  /^transaction refused: (This transaction has already been processed|Blockhash not found)$/;

/**
 * LiteChain's twin over bankrun, which is solana-program-test 1.18. Where it falls short of a cluster:
 * - **It does not verify Ed25519 instructions**: a corrupted signature passes. Test those on LiteSVM.
 * - It does not verify the signatures of transactions; this class does.
 * - It reports no inner instructions; reading `innerInstructions` of an outcome throws.
 * - It makes a new blockhash about every 7 ms of real time, so that one is stale after about a second.
 */
export class BankrunChain implements TestChain {
  /**
   * 32 bytes: the blockhash bankrun started with. Its real genesis hash is not to be had from it.
   * Another one at each start.
   */
  readonly genesisHash: Uint8Array;

  readonly #context: ProgramTestContext;
  readonly #rent: Rent;
  // A fee is read off balances before and after: nothing may come between.
  readonly #turns = new Turns();
  #carryMs = 0n;

  private constructor(context: ProgramTestContext, rent: Rent) {
    this.#context = context;
    this.#rent = rent;
    this.genesisHash = new PublicKey(context.lastBlockhash).toBytes();
  }

  static async start(options: ChainOptions): Promise<BankrunChain> {
    const { programs, upgradeAuthority, unixTime = BigInt(Math.floor(Date.now() / 1000)) } = options;
    // bankrun logs every program log to stderr unless told otherwise.
    process.env.RUST_LOG ??= 'error';
    // Programs are written afterwards: bankrun reads genesis accounts on another thread, after it let go
    // of them, and crashes when the garbage collector was faster.
    const context = await start([], []);
    const chain = new BankrunChain(context, await context.banksClient.getRent());
    const rent = (bytes: number) => chain.#rent.minimumBalance(BigInt(bytes));
    for (const program of programs) {
      for (const placed of upgradeableAccounts(program, upgradeAuthority, rent)) {
        await chain.setAccount(placed.address, placed.account);
      }
    }
    // On to a slot with one behind it, which a lookup table needs.
    context.warpToSlot(2n);
    await chain.setUnixTime(unixTime);
    return chain;
  }

  async getAccount(at: PublicKey): Promise<AccountState | null> {
    const info = await this.#context.banksClient.getAccount(at);
    if (info === null) return null;
    const { lamports, owner, data, executable } = info;
    return { lamports: BigInt(lamports), owner, data, executable };
  }

  getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]> {
    return Promise.all(addresses.map((at) => this.getAccount(at)));
  }

  async unixTime(): Promise<bigint> {
    return (await this.#context.banksClient.getClock()).unixTimestamp;
  }

  async slot(): Promise<bigint> {
    return (await this.#context.banksClient.getClock()).slot;
  }

  async latestBlockhash(): Promise<string> {
    const latest = await this.#context.banksClient.getLatestBlockhash();
    if (latest === null) throw new Error('bankrun has no blockhash');
    return latest[0];
  }

  async rentExemption(bytes: number): Promise<bigint> {
    return this.#rent.minimumBalance(BigInt(bytes));
  }

  async airdrop(to: PublicKey, lamports: bigint): Promise<void> {
    await this.#turns.take(async () => {
      const minimum = (bytes: number) => this.#rent.minimumBalance(BigInt(bytes));
      await this.#write(to, credited(await this.getAccount(to), lamports, minimum));
    });
  }

  async setAccount(at: PublicKey, account: AccountState | null): Promise<void> {
    await this.#turns.take(() => this.#write(at, account ?? NO_ACCOUNT));
  }

  async setUnixTime(unixTime: bigint): Promise<void> {
    await this.#turns.take(async () => {
      this.#carryMs = 0n;
      await this.#setTime(unixTime);
    });
  }

  async advance(by: Advance = {}): Promise<void> {
    const { seconds, slots, carryMs } = clockStep(by, this.#carryMs);
    await this.#turns.take(async () => {
      const { slot, unixTimestamp } = await this.#context.banksClient.getClock();
      this.#carryMs = carryMs;
      this.#context.warpToSlot(slot + slots);
      // Of itself bankrun moves the slot alone.
      await this.#setTime(unixTimestamp + seconds);
    });
  }

  /** Instruction indices are those of `instructions`: a compute unit limit goes behind them. */
  async send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    return this.#turns.take(async () => {
      for (;;) {
        const transaction = await buildTransaction(instructions, options, await this.latestBlockhash());
        try {
          return await this.#process(transaction);
        } catch (error) {
          // The same instructions again, or a stall of a second: the next blockhash, 7 ms away, helps.
          if (!(error instanceof TransactionFailed && ASKS_FOR_BLOCKHASH.test(error.message))) throw error;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      }
    });
  }

  async sendRaw(transaction: VersionedTransaction): Promise<TransactionOutcome> {
    return this.#turns.take(() => this.#process(transaction));
  }

  async simulate(instructions: TransactionInstruction[], options: SendOptions): Promise<Simulation> {
    return this.simulateRaw(await buildTransaction(instructions, options, await this.latestBlockhash()));
  }

  async simulateRaw(transaction: VersionedTransaction): Promise<Simulation> {
    assertSendable(transaction);
    const { result, meta } = await this.#context.banksClient.simulateTransaction(transaction);
    return effects(transaction, result, meta);
  }

  async #process(transaction: VersionedTransaction): Promise<TransactionOutcome> {
    assertSendable(transaction);
    const writable = await this.#writable(transaction);
    const before = await this.#balance(writable);
    const { result, meta } = await this.#context.banksClient.tryProcessTransaction(transaction);
    const done = effects(transaction, result, meta);
    // Instructions neither make nor burn lamports: what the writable accounts lost together is the fee.
    const fee = before - (await this.#balance(writable));
    return Object.assign(done, { signature: signatureOf(transaction), slot: await this.slot(), fee });
  }

  async #writable({ message }: VersionedTransaction): Promise<PublicKey[]> {
    const listed = message.staticAccountKeys.filter((_, index) => message.isAccountWritable(index));
    const loaded = await loadAddresses(message, async (table) => {
      const account = await this.getAccount(table);
      if (account !== null) return account.data;
      throw new TransactionFailed(`transaction refused: no lookup table ${table.toBase58()}`, null, null, []);
    });
    return [...listed, ...loaded.writable];
  }

  async #balance(accounts: PublicKey[]): Promise<bigint> {
    const balances = accounts.map((account) => this.#context.banksClient.getBalance(account));
    return (await Promise.all(balances)).reduce((sum, lamports) => sum + lamports, 0n);
  }

  /**
   * The lamports come from and go to bankrun's own wallet: when bankrun skips slots it adds up all
   * lamports, and aborts the process when the sum has changed.
   */
  async #write(at: PublicKey, account: AccountState): Promise<void> {
    const { banksClient, payer } = this.#context;
    const taken = account.lamports - (await banksClient.getBalance(at));
    const left = (await banksClient.getBalance(payer.publicKey)) - taken;
    if (left < 0n) throw new RangeError(`bankrun has no ${account.lamports} lamports to give`);
    this.#context.setAccount(payer.publicKey, toInfo({ ...NO_ACCOUNT, lamports: left }));
    this.#context.setAccount(at, toInfo(account));
  }

  async #setTime(unixTime: bigint): Promise<void> {
    const { slot, epochStartTimestamp, epoch, leaderScheduleEpoch } =
      await this.#context.banksClient.getClock();
    this.#context.setClock(new Clock(slot, epochStartTimestamp, epoch, leaderScheduleEpoch, unixTime));
  }
}

/** An outcome of bankrun, which has no inner instructions to tell. */
class BankrunEffects implements Simulation {
  constructor(
    readonly computeUnits: bigint,
    readonly size: number,
    readonly logs: string[],
  ) {}

  /** @throws Error always: an empty list would look like a transaction without inner instructions */
  get innerInstructions(): never {
    throw new Error('bankrun does not report inner instructions; use LiteSVM for what needs them');
  }
}

function effects(
  transaction: VersionedTransaction,
  result: string | null,
  meta: BanksTransactionMeta | null,
): BankrunEffects {
  if (result !== null) throw transactionFailed(result, meta?.logMessages ?? []);
  if (meta === null) throw new Error('bankrun gave no metadata for a transaction that landed');
  return new BankrunEffects(
    meta.computeUnitsConsumed,
    transactionSize(transaction.message),
    meta.logMessages,
  );
}

function assertSendable(transaction: VersionedTransaction): void {
  assertFits(transaction.message);
  assertSigned(transaction);
  verifySignatures(transaction);
}

/** @throws RangeError for more lamports than a JavaScript number holds, which bankrun's interface wants */
function toInfo({ lamports, owner, data, executable }: AccountState): AccountInfo<Uint8Array> {
  if (lamports > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${lamports} lamports on bankrun`);
  return { lamports: Number(lamports), owner, data, executable, rentEpoch: 0 };
}
