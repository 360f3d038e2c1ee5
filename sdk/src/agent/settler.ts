import { type AddressLookupTableAccount, PublicKey, type Signer } from '@solana/web3.js';
import { type ChannelAccount, ChannelStatus, decodeChannel } from '../accounts/escrow.js';
import { type Chain, TransactionFailed, type TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { channelSettle, type SettleItem } from '../instructions/escrow-channel.js';
import type { AgentStore } from '../store/agent-store.js';
import type { AgentState } from '../store/records.js';
import { readLookupTable } from '../transactions/lookup-tables.js';
import { type ChannelId, decodeVoucher } from '../voucher/format.js';
import { planSettles } from './settle-plan.js';

export interface SettlerOptions {
  chain: Chain;
  deployment: Deployment;
  store: AgentStore;
  /** Pays the transactions' fees. */
  feePayer: Signer;
  /**
   * A lookup table of the channels and the Instructions sysvar (`ensureLookupTable`): five vouchers instead of four
   * fit a transaction then. Left aside where there is none any more.
   */
  lookupTable?: PublicKey;
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

  /** @throws what the store throws, and the chain where it does not even tell the time */
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
    if (due.length === 0) return report;
    const { chain, deployment, feePayer, lookupTable } = this.#options;
    const table = lookupTable === undefined ? null : await readLookupTable(chain, lookupTable);
    const tables = table === null ? [] : [table];
    for (const batch of planSettles(deployment, feePayer.publicKey, due, tables)) {
      await this.#settle(batch, tables, report);
    }
    return report;
  }

  /** What the store has above the chain, and the chain would take. */
  async #due(report: SettleReport): Promise<Due[]> {
    const { chain, store } = this.#options;
    const waiting = store.channels().filter(({ state }) => isUnsettled(state));
    if (waiting.length === 0) return [];
    const now = await chain.unixTime();
    const due: Due[] = [];
    for (const { id, state } of waiting) {
      const { last } = state;
      if (last === null) continue;
      const channel = new PublicKey(id.channel);
      const account = await this.#read(channel).catch((error: Error) => error);
      if (account instanceof Error) {
        report.failures.push({ channel, error: account });
        continue;
      }
      if (account?.generation === id.generation && account.settled >= last.cumulative) {
        await store.recordSettled(id, { calls: account.calls, cumulative: account.settled });
        continue;
      }
      const { voucher: message, signature, callNumber: calls, cumulative } = last;
      const why = hopeless(account, id, decodeVoucher(message).expires, now);
      if (account === null || why !== null) {
        report.failures.push({ channel, error: new Error(`${why}: its last voucher cannot be settled`) });
        continue;
      }
      const publicKey = account.sessionKey.toBytes();
      due.push({ id, calls, cumulative, item: { channel, publicKey, signature, message } });
    }
    return due;
  }

  async #read(channel: PublicKey): Promise<ChannelAccount | null> {
    const { chain, deployment } = this.#options;
    const account = await chain.getAccount(channel);
    return account?.owner.equals(deployment.escrow) ? decodeChannel(account.data) : null;
  }

  async #settle(
    batch: Due[],
    lookupTables: AddressLookupTableAccount[],
    report: SettleReport,
  ): Promise<void> {
    const { chain, deployment, store, feePayer } = this.#options;
    try {
      const instructions = channelSettle(
        deployment,
        batch.map(({ item }) => item),
      );
      report.transactions.push(await chain.send(instructions, { payer: feePayer, lookupTables }));
    } catch (error) {
      if (batch.length > 1 && error instanceof TransactionFailed) {
        // one bad voucher fails them all: the others go alone
        for (const one of batch) await this.#settle([one], lookupTables, report);
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

/** Whether an agent's store holds a voucher of the channel above what the chain is known to have settled. */
export function isUnsettled({ last, settled }: AgentState): boolean {
  return last !== null && last.cumulative > settled.cumulative;
}

/** Why the chain would refuse a voucher now, or null. In a transaction it would fail the others, in every run. */
function hopeless(
  channel: ChannelAccount | null,
  id: ChannelId,
  expires: number,
  now: bigint,
): string | null {
  if (channel?.generation !== id.generation) return 'the channel is gone';
  if (channel.status === ChannelStatus.Draining) return 'the channel is drained';
  if (channel.status === ChannelStatus.Closing && now >= channel.closingEndsAt) return 'the grace is over';
  if (now >= channel.expiresAt) return 'the channel has expired';
  return now >= BigInt(expires) ? 'the voucher has expired' : null;
}
