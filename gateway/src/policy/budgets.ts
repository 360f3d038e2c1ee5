import { join } from 'node:path';
import { Journal } from '@agent-labs/sdk';

const KIND = 'agent-labs-gateway-budgets-1';
const COMPACT_ABOVE = 16 * 1024 * 1024;

type BudgetRecord =
  | { type: 'reserved'; session: string; key: string; amount: string }
  | { type: 'charged' | 'released'; session: string; key: string };

interface Reservation {
  /** base units */
  amount: bigint;
  /** a try is with the agent just now */
  underWay: boolean;
  /** the outcome of an earlier try is not known: the agent may have the voucher, whatever a later one says */
  doubted: boolean;
}

interface Budget {
  spent: bigint;
  /** by call */
  reserved: Map<string, Reservation>;
  charged: Set<string>;
}

/**
 * What sessions have spent. An amount is reserved before a call is forwarded and charged or released by its
 * outcome; once that was unknown, only the agent's word on the very voucher releases it. A call counts once,
 * however often it is sent. What a start finds reserved was cut off: its outcome is not known.
 */
export class Budgets {
  readonly #budgets = new Map<string, Budget>();
  /** call → sessions that have it reserved */
  readonly #holders = new Map<string, Set<string>>();
  #journal: Journal | null = null;

  static async open(directory: string): Promise<Budgets> {
    const budgets = new Budgets();
    const journal = await Journal.open(join(directory, 'budgets.journal'), KIND, (record) =>
      budgets.#fold(record as unknown as BudgetRecord),
    );
    budgets.#journal = journal;
    for (const { reserved } of budgets.#budgets.values()) {
      for (const reservation of reserved.values()) {
        reservation.underWay = false;
        reservation.doubted = true;
      }
    }
    if (journal.size > COMPACT_ABOVE) {
      const released = new Set<string>();
      await journal.scan((record) => {
        if (record.type === 'released') released.add(`${record.session}:${record.key}`);
      });
      await journal.compact((record) =>
        released.has(`${record.session}:${record.key}`) && !budgets.#isHeld(record) ? null : record,
      );
    }
    return budgets;
  }

  /** Base units spent or reserved. */
  used(session: string): bigint {
    const { spent, reserved } = this.#budget(session);
    return [...reserved.values()].reduce((sum, { amount }) => sum + amount, spent);
  }

  /** Whether a call is counted already. */
  has(session: string, key: string): boolean {
    const { reserved, charged } = this.#budget(session);
    return reserved.has(key) || charged.has(key);
  }

  /** Begins another try of a call. @returns false where it is not counted yet: reserve it first */
  resume(session: string, key: string): boolean {
    const reservation = this.#budget(session).reserved.get(key);
    if (reservation !== undefined) reservation.underWay = true;
    return this.has(session, key);
  }

  /**
   * Sets an amount aside for a try that begins; resolves once that is on disk.
   * @returns false where the maximum leaves no room; nothing changed then
   */
  async reserve(session: string, maximum: bigint, key: string, amount: bigint): Promise<boolean> {
    if (this.resume(session, key)) return true;
    if (this.used(session) + amount > maximum) return false;
    await this.#write({ type: 'reserved', session, key, amount: amount.toString() });
    return true;
  }

  /** The try was paid for. */
  async charge(session: string, key: string): Promise<void> {
    if (!this.#budget(session).reserved.has(key)) return;
    await this.#write({ type: 'charged', session, key });
  }

  /** The try was refused, which gives the amount back unless an earlier one may have been taken. */
  async release(session: string, key: string): Promise<void> {
    const reservation = this.#budget(session).reserved.get(key);
    if (reservation === undefined) return;
    reservation.underWay = false;
    if (!reservation.doubted) await this.#write({ type: 'released', session, key });
  }

  /** Nobody knows whether the try was paid for. */
  doubt(session: string, key: string): void {
    const reservation = this.#budget(session).reserved.get(key);
    if (reservation === undefined) return;
    reservation.underWay = false;
    reservation.doubted = true;
  }

  /**
   * Takes the agent's word on a voucher, in every session that has it reserved.
   * @param taken false releases it, but for a try that is under way: that one's own outcome decides
   */
  async settle(key: string, taken: boolean): Promise<void> {
    for (const session of [...(this.#holders.get(key) ?? [])]) {
      const underWay = this.#budget(session).reserved.get(key)?.underWay ?? false;
      if (taken) await this.#write({ type: 'charged', session, key });
      else if (!underWay) await this.#write({ type: 'released', session, key });
    }
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  /** In memory at once, so that no two calls see the same room; an error of the disk leaves it reserved. */
  async #write(record: BudgetRecord): Promise<void> {
    this.#fold(record);
    await this.#journal?.append(record as unknown as Record<string, unknown>);
  }

  #fold(record: BudgetRecord): void {
    const budget = this.#budget(record.session);
    const { key, session } = record;
    if (record.type === 'reserved') {
      budget.reserved.set(key, { amount: BigInt(record.amount), underWay: true, doubted: false });
      this.#holders.set(key, (this.#holders.get(key) ?? new Set()).add(session));
      return;
    }
    const reservation = budget.reserved.get(key);
    budget.reserved.delete(key);
    const holders = this.#holders.get(key);
    holders?.delete(session);
    if (holders?.size === 0) this.#holders.delete(key);
    if (record.type === 'released' || reservation === undefined) return;
    budget.spent += reservation.amount;
    budget.charged.add(key);
  }

  #isHeld({ session, key }: Record<string, unknown>): boolean {
    return this.has(String(session), String(key));
  }

  #budget(session: string): Budget {
    const known = this.#budgets.get(session);
    if (known !== undefined) return known;
    const made: Budget = { spent: 0n, reserved: new Map(), charged: new Set() };
    this.#budgets.set(session, made);
    return made;
  }
}
