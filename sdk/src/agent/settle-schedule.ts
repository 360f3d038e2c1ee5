import type { Chain } from '../chain.js';
import type { AgentStore } from '../store/agent-store.js';
import { decodeVoucher } from '../voucher/format.js';
import { isUnsettled, type SettleReport, type Settler } from './settler.js';

/** How often it is looked at least whether something has to be settled, milliseconds. */
const CHECK_EVERY = 15_000;

export interface SettleScheduleOptions {
  chain: Chain;
  store: AgentStore;
  settler: Settler;
  /** Calls after which it is settled at once; none without it. */
  every: number | undefined;
  /** Seconds that a call waits at most: below the grace in which an agent may settle once a payer closes. */
  longestWait: number;
  /** Seconds before a voucher expires in which it is settled. */
  beforeExpiry: number;
  onSettled: (report: SettleReport) => void;
  onError: (error: Error) => void;
}

/**
 * Settles every so many calls, and what no further call brings about: vouchers that would expire, and those
 * that waited for company long enough. After a crash the wait starts anew.
 */
export class SettleSchedule {
  readonly #options: SettleScheduleOptions;
  readonly #timer: NodeJS.Timeout;
  #taken = 0;
  /** chain time at which something unsettled was first seen */
  #waitingSince: bigint | null = null;
  #wanted = false;
  #running: Promise<void> | null = null;

  constructor(options: SettleScheduleOptions) {
    this.#options = options;
    this.#timer = setInterval(
      () => {
        // a chain that does not answer is not asked again meanwhile
        if (this.#running === null) void this.check().catch(options.onError);
      },
      Math.min(CHECK_EVERY, options.longestWait * 1_000),
    );
    this.#timer.unref();
  }

  /** To be told of each call that was taken. */
  taken(): void {
    const { every } = this.#options;
    this.#taken += 1;
    if (every !== undefined && this.#taken % every === 0) void this.#settle();
  }

  /** Looks once whether something has to be settled. @returns whether it settled */
  async check(): Promise<boolean> {
    const { chain, store, longestWait, beforeExpiry } = this.#options;
    const expiries = store
      .channels()
      .flatMap(({ state: { last, settled } }) =>
        last && isUnsettled({ last, settled }) ? [BigInt(decodeVoucher(last.voucher).expires)] : [],
      );
    if (expiries.length === 0) {
      this.#waitingSince = null;
      return false;
    }
    const now = await chain.unixTime();
    this.#waitingSince ??= now;
    // one that is expired cannot be settled, and must not have it tried every time
    const expiring = expiries.some((at) => at > now && at - now <= BigInt(beforeExpiry));
    if (!expiring && now - this.#waitingSince < BigInt(longestWait)) return false;
    this.#waitingSince = null;
    await this.#settle();
    return true;
  }

  /** Looks no more, and waits for what is being settled. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #settle(): Promise<void> {
    this.#wanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** However often it was wanted during a run, one more does for all. */
  async #run(): Promise<void> {
    const { settler, onSettled, onError } = this.#options;
    while (this.#wanted) {
      this.#wanted = false;
      await settler.run().then(onSettled).catch(onError);
    }
  }
}
