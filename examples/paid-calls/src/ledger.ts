import type { TransactionOutcome } from '@agent-labs/sdk';

/** Transactions of one kind, added up. */
export class Tally {
  transactions = 0;
  lamports = 0n;
  computeUnits = 0n;

  add(outcome: TransactionOutcome): void {
    this.transactions += 1;
    this.lamports += outcome.fee;
    this.computeUnits += outcome.computeUnits;
  }

  /** All of `tallies` together. */
  static sum(tallies: readonly Tally[]): Tally {
    const total = new Tally();
    for (const { transactions, lamports, computeUnits } of tallies) {
      total.transactions += transactions;
      total.lamports += lamports;
      total.computeUnits += computeUnits;
    }
    return total;
  }
}

/** Prints steps as they happen and keeps count of what they cost. */
export class Ledger {
  readonly lifecycle = new Tally();
  readonly settling = new Tally();
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** A step, with the transaction it took, if any. */
  readonly step = (title: string, detail: string, outcome?: TransactionOutcome): void => {
    const cost = outcome === undefined ? '' : `  (${outcome.computeUnits} CU)`;
    this.#print(`${title.padEnd(9)}${detail}${cost}`);
  };

  /** A step of the channel's life, which counts. */
  readonly lifecycleStep = (title: string, detail: string, outcome?: TransactionOutcome): void => {
    if (outcome !== undefined) this.lifecycle.add(outcome);
    this.step(title, detail, outcome);
  };

  /** A transaction that settled vouchers. */
  readonly settled = (outcome: TransactionOutcome): void => {
    this.settling.add(outcome);
    this.step('settle', 'the watermark rises to the last voucher', outcome);
  };
}
