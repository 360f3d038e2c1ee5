import type { AccountState } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { errorJson } from '../node/error-json.js';
import { addressesOf } from '../node/history.js';
import { FINALITY, type LocalNode } from '../node/node.js';
import type { TransactionRecord } from '../node/records.js';
import { accountFormat, encodeNotified } from './encode-account.js';
import { invalidParams } from './errors.js';
import { accountFilters } from './methods/accounts.js';
import { type Methods, VERSION } from './methods/method.js';
import type { Options, Params } from './params.js';

/** Subscriptions that one connection may have. */
const MOST_SUBSCRIPTIONS = 1_000;

type Written = [PublicKey, AccountState | null][];

interface Subscription {
  transaction?(record: TransactionRecord, accounts: Written): void;
  slot?(slot: number): void;
}

/** Sends one notification. */
type Notify = (method: string, subscription: number, result: unknown) => void;

/** What one connection has subscribed to. */
export class Subscriptions {
  readonly #node: LocalNode;
  readonly #notify: Notify;
  readonly #onFault: (error: unknown) => void;
  readonly #active = new Map<number, Subscription>();
  readonly #onTransaction = (record: TransactionRecord, accounts: Written) => {
    this.#tellAll((one) => one.transaction?.(record, accounts));
  };
  readonly #onSlot = (slot: number) => {
    this.#tellAll((one) => one.slot?.(slot));
  };
  #next = 1;

  constructor(node: LocalNode, notify: Notify, onFault: (error: unknown) => void) {
    this.#node = node;
    this.#notify = notify;
    this.#onFault = onFault;
    node.events.on('transaction', this.#onTransaction);
    node.events.on('slot', this.#onSlot);
  }

  close(): void {
    this.#node.events.off('transaction', this.#onTransaction);
    this.#node.events.off('slot', this.#onSlot);
    this.#active.clear();
  }

  /** Calls that a WebSocket has beside those of HTTP. */
  get methods(): Methods {
    const subscribe = (make: (params: Params, id: number) => Subscription) => (params: Params) => {
      if (this.#active.size >= MOST_SUBSCRIPTIONS) {
        throw invalidParams(`a connection has at most ${MOST_SUBSCRIPTIONS} subscriptions`);
      }
      const id = this.#next;
      this.#next += 1;
      this.#active.set(id, make(params, id));
      return id;
    };
    const unsubscribe = (params: Params) => {
      if (this.#active.delete(params.whole(0, 'the subscription'))) return true;
      throw invalidParams('there is no such subscription');
    };
    return {
      accountSubscribe: subscribe((params, id) => this.#account(params, id)),
      programSubscribe: subscribe((params, id) => this.#program(params, id)),
      logsSubscribe: subscribe((params, id) => this.#logs(params, id)),
      signatureSubscribe: subscribe((params, id) => this.#signature(params, id)),
      slotSubscribe: subscribe((_, id) => ({
        slot: (slot) => {
          const root = this.#node.root;
          this.#notify('slotNotification', id, { parent: slot - 1, root, slot });
        },
      })),
      rootSubscribe: subscribe((_, id) => ({
        slot: () => this.#notify('rootNotification', id, this.#node.root),
      })),
      accountUnsubscribe: unsubscribe,
      programUnsubscribe: unsubscribe,
      logsUnsubscribe: unsubscribe,
      signatureUnsubscribe: unsubscribe,
      slotUnsubscribe: unsubscribe,
      rootUnsubscribe: unsubscribe,
    };
  }

  #tellAll(tell: (one: Subscription) => void): void {
    for (const one of this.#active.values()) this.#tell(one, tell);
  }

  /** A subscription that cannot be told keeps nobody else from being told, and no transaction from its end. */
  #tell(one: Subscription, tell: (one: Subscription) => void): void {
    try {
      tell(one);
    } catch (error) {
      this.#onFault(error);
    }
  }

  #account(params: Params, id: number): Subscription {
    const key = params.key(0, 'the account');
    const options = params.options(1);
    const format = accountFormat(options);
    const read = (at: PublicKey) => this.#node.read(at);
    return this.#when(options, (record, accounts) => {
      const written = accounts.find(([at]) => at.equals(key));
      if (written === undefined) return;
      const [, account] = written;
      const value = encodeNotified(account ?? GONE, format, read);
      this.#notify('accountNotification', id, this.#inContext(record.slot, value));
    });
  }

  #program(params: Params, id: number): Subscription {
    const program = params.key(0, 'the program');
    const options = params.options(1);
    const format = accountFormat(options);
    const matches = accountFilters(options);
    const read = (at: PublicKey) => this.#node.read(at);
    return this.#when(options, (record, accounts) => {
      for (const [at, account] of accounts) {
        if (account === null || !account.owner.equals(program) || !matches(account)) continue;
        const value = { pubkey: at.toBase58(), account: encodeNotified(account, format, read) };
        this.#notify('programNotification', id, this.#inContext(record.slot, value));
      }
    });
  }

  #logs(params: Params, id: number): Subscription {
    const mentioned = mentions(params.at(0));
    return this.#when(params.options(1), (record) => {
      if (mentioned !== null && !addressesOf(record).includes(mentioned)) return;
      const { signature, logs } = record;
      const value = { signature, err: record.error === null ? null : errorJson(record.error), logs };
      this.#notify('logsNotification', id, this.#inContext(record.slot, value));
    });
  }

  #signature(params: Params, id: number): Subscription {
    const signature = params.text(0, 'the signature');
    const options = params.options(1);
    const received = options.flag('enableReceivedNotification');
    const landed = (record: TransactionRecord) => {
      // told once, then over
      if (!this.#active.delete(id)) return;
      const err = record.error === null ? null : errorJson(record.error);
      this.#notify('signatureNotification', id, this.#inContext(record.slot, { err }));
    };
    const subscription = this.#when(options, (record) => {
      if (record.signature === signature) landed(record);
    });
    const known = this.#node.history.get(signature);
    if (known === null) return subscription;
    // after the answer with the subscription's number
    setImmediate(() => {
      if (received)
        this.#notify('signatureNotification', id, this.#inContext(known.slot, 'receivedSignature'));
      this.#tell(subscription, (one) => {
        one.transaction?.(known, []);
        one.slot?.(this.#node.height);
      });
    });
    return subscription;
  }

  /** Tells of a transaction as soon as it is as settled as the subscriber wants. */
  #when(options: Options, tell: (record: TransactionRecord, accounts: Written) => void): Subscription {
    if (options.commitment() !== 'finalized') return { transaction: tell };
    let waiting: [TransactionRecord, Written][] = [];
    return {
      transaction: (record, accounts) => void waiting.push([record, accounts]),
      slot: (slot) => {
        const final = waiting.filter(([record]) => record.slot <= slot - FINALITY);
        if (final.length === 0) return;
        waiting = waiting.filter(([record]) => record.slot > slot - FINALITY);
        for (const [record, accounts] of final) tell(record, accounts);
      },
    };
  }

  #inContext(slot: number, value: unknown): object {
    return { context: { apiVersion: VERSION, slot }, value };
  }
}

/** What is told of an account that was closed. */
const GONE: AccountState = {
  lamports: 0n,
  owner: PublicKey.default,
  data: new Uint8Array(),
  executable: false,
};

/** The address in the filter of `logsSubscribe`; null for all. */
function mentions(filter: unknown): string | null {
  if (filter === 'all' || filter === 'allWithVotes') return null;
  const { mentions: list } = (typeof filter === 'object' && filter !== null ? filter : {}) as {
    mentions?: unknown;
  };
  if (Array.isArray(list) && list.length === 1 && typeof list[0] === 'string') return list[0];
  throw invalidParams('the filter must be "all" or {"mentions": [one address]}');
}
