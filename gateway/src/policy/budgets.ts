import { join } from 'node:path';
import { Journal } from '@agent-labs/sdk';

const KIND = 'agent-labs-gateway-budgets-1';
const COMPACT_ABOVE = 16 * 1024 * 1024;

type BudgetRecord =
  | { type: 'reserved'; session: string; key: string; amount: string }
  | { type: 'charged' | 'released'; session: string; key: string };

interface Budget {
  spent: bigint;
  /** call → base units: under way, or their outcome not known */
  reserved: Map<string, bigint>;
  charged: Set<string>;
}

/**
 * What sessions have spent. An amount is reserved before a call is forwarded and charged or released by its
 * outcome; while that is not known, it stays reserved. A call counts once, however often it is sent.
 */
export class Budgets {
  readonly #budgets = new Map<string, Budget>();
  #journal: Journal | null = null;

  static async open(directory: string): Promise<Budgets> {
    const budgets = new Budgets();
    const journal = await Journal.open(join(directory, 'budgets.journal'), KIND, (record) =>
      budgets.#fold(record as unknown as BudgetRecord),
    );
    budgets.#journal = journal;
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
    return [...reserved.values()].reduce((sum, amount) => sum + amount, spent);
  }

  /** Whether a call is counted already. */
  has(session: string, key: string): boolean {
    const { reserved, charged } = this.#budget(session);
    return reserved.has(key) || charged.has(key);
  }

  /**
   * Sets an amount aside; resolves once that is on disk.
   * @returns false where the maximum leaves no room; nothing changed then
   */
  async reserve(session: string, maximum: bigint, key: string, amount: bigint): Promise<boolean> {
    if (this.has(session, key)) return true;
    if (this.used(session) + amount > maximum) return false;
    await this.#write({ type: 'reserved', session, key, amount: amount.toString() });
    return true;
  }

  async charge(session: string, key: string): Promise<void> {
    if (!this.#budget(session).reserved.has(key)) return;
    await this.#write({ type: 'charged', session, key });
  }

  async release(session: string, key: string): Promise<void> {
    if (!this.#budget(session).reserved.has(key)) return;
    await this.#write({ type: 'released', session, key });
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
    const { key } = record;
    if (record.type === 'reserved') {
      budget.reserved.set(key, BigInt(record.amount));
      return;
    }
    const amount = budget.reserved.get(key);
    budget.reserved.delete(key);
    if (record.type === 'released' || amount === undefined) return;
    budget.spent += amount;
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
