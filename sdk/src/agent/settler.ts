import { PublicKey, type Signer } from '@solana/web3.js';
import { decodeChannel } from '../accounts/escrow.js';
import { type Chain, TransactionFailed, type TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { channelSettle, type SettleItem } from '../instructions/escrow-channel.js';
import type { AgentStore } from '../store/agent-store.js';
import type { ChannelId } from '../voucher/format.js';

/** Vouchers of independent signers that fit one transaction without a lookup table. */
export const VOUCHERS_PER_TRANSACTION = 4;

export interface SettlerOptions {
  chain: Chain;
  deployment: Deployment;
  store: AgentStore;
  /** Pays the transactions' fees. */
  feePayer: Signer;
}

/** A voucher that could not be settled. It is kept, and tried again next time. */
export interface SettleFailure {
  channel: PublicKey;
  error: Error;
}

export interface SettleReport {
  transactions: TransactionOutcome[];
  /** channels whose watermark rose */
  settled: number;
  failures: SettleFailure[];
}

interface Due {
  id: ChannelId;
  calls: number;
  cumulative: bigint;
  item: SettleItem;
}

/**
 * Settles the last voucher of every channel in an agent's store, several a transaction. Safe to run again
 * after any crash: what to settle follows from the store and the chain alone. One run at a time; a call
 * during a run waits for it and runs again.
 */
export class Settler {
  readonly #options: SettlerOptions;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: SettlerOptions) {
    this.#options = options;
  }

  run(): Promise<SettleReport> {
    const next = this.#running.then(
      () => this.#run(),
      () => this.#run(),
    );
    this.#running = next;
    return next;
  }

  async #run(): Promise<SettleReport> {
    const report: SettleReport = { transactions: [], settled: 0, failures: [] };
    const due = await this.#due(report);
    for (let at = 0; at < due.length; at += VOUCHERS_PER_TRANSACTION) {
      await this.#settle(due.slice(at, at + VOUCHERS_PER_TRANSACTION), report);
    }
    return report;
  }

  /** What the store has above the chain. */
  async #due(report: SettleReport): Promise<Due[]> {
    const { chain, deployment, store } = this.#options;
    const due: Due[] = [];
    for (const { id, state } of store.channels()) {
      const { last, settled } = state;
      if (last === null || last.cumulative <= settled.cumulative) continue;
      const channel = new PublicKey(id.channel);
      const account = await chain.getAccount(channel);
      const onChain = account?.owner.equals(deployment.escrow) ? decodeChannel(account.data) : null;
      if (onChain?.generation !== id.generation) {
        report.failures.push({
          channel,
          error: new Error('the channel is gone; its last voucher is worthless'),
        });
        continue;
      }
      if (onChain.settled >= last.cumulative) {
        await store.recordSettled(id, { calls: onChain.calls, cumulative: onChain.settled });
        continue;
      }
      const { voucher: message, signature, callNumber: calls, cumulative } = last;
      const publicKey = onChain.sessionKey.toBytes();
      due.push({ id, calls, cumulative, item: { channel, publicKey, signature, message } });
    }
    return due;
  }

  async #settle(batch: Due[], report: SettleReport): Promise<void> {
    const { chain, deployment, store, feePayer } = this.#options;
    try {
      const instructions = channelSettle(
        deployment,
        batch.map(({ item }) => item),
      );
      report.transactions.push(await chain.send(instructions, { payer: feePayer }));
    } catch (error) {
      if (batch.length > 1 && error instanceof TransactionFailed) {
        // one bad voucher fails them all: the others go alone
        for (const one of batch) await this.#settle([one], report);
        return;
      }
      for (const { item } of batch) report.failures.push({ channel: item.channel, error: error as Error });
      return;
    }
    for (const { id, calls, cumulative } of batch) {
      await store.recordSettled(id, { calls, cumulative });
      report.settled += 1;
    }
  }
}
