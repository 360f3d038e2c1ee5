import { getBase58Decoder } from '@solana/kit';
import { VersionedTransaction } from '@solana/web3.js';
import { errorJson } from './node/error-json.js';
import { addressesOf } from './node/history.js';
import type { LocalNode } from './node/node.js';
import type { TokenBalance, TransactionRecord } from './node/records.js';
import { uiAmount } from './node/tokens.js';

const base58 = getBase58Decoder();
/** Tries after the first, and milliseconds before each. */
const RETRIES = 3;
const RETRY_AFTER = 1_000;
/** Milliseconds that the receiver has to answer in. */
const ANSWER_WITHIN = 5_000;
/** Deliveries that wait at most; what comes on top is lost, and counted. */
const LONGEST_QUEUE = 10_000;

export interface WebhookOptions {
  url: string;
  /** Comes back in the Authorization header, verbatim. */
  authHeader?: string | undefined;
  /** Transactions that name one of these, base58, are delivered; failed ones too. */
  accountAddresses: string[];
}

/**
 * Delivers transactions as a raw Helius webhook does: an array of one, as soon as it is confirmed, three times
 * more where the receiver does not answer with a 2xx, and then never again. The chain never waits for it.
 */
export class Webhook {
  delivered = 0;
  lost = 0;
  readonly #options: WebhookOptions;
  readonly #wanted: ReadonlySet<string>;
  readonly #detach: () => void;
  readonly #stopped = new AbortController();
  readonly #queue: TransactionRecord[] = [];
  #running: Promise<void> | null = null;

  constructor(node: LocalNode, options: WebhookOptions) {
    this.#options = options;
    this.#wanted = new Set(options.accountAddresses);
    const take = (record: TransactionRecord) => this.#take(record);
    node.events.on('transaction', take);
    this.#detach = () => node.events.off('transaction', take);
  }

  /** Delivers no more; gives up what is being tried. */
  async stop(): Promise<void> {
    this.#detach();
    this.#stopped.abort();
    await this.#running;
  }

  #take(record: TransactionRecord): void {
    if (!addressesOf(record).some((address) => this.#wanted.has(address))) return;
    if (this.#queue.length >= LONGEST_QUEUE) this.lost += 1;
    else this.#queue.push(record);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  async #run(): Promise<void> {
    for (let record = this.#queue.shift(); record !== undefined; record = this.#queue.shift()) {
      if (this.#stopped.signal.aborted) return;
      if (await this.#deliver(JSON.stringify([rawWebhook(record)]))) this.delivered += 1;
      else this.lost += 1;
    }
  }

  async #deliver(body: string): Promise<boolean> {
    const { url, authHeader } = this.#options;
    const headers = {
      'content-type': 'application/json',
      ...(authHeader !== undefined && { authorization: authHeader }),
    };
    for (let attempt = 0; attempt <= RETRIES && !this.#stopped.signal.aborted; attempt += 1) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
      const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(ANSWER_WITHIN)]);
      // no answer and a bad answer come to the same: the next try
      const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return true;
    }
    return false;
  }
}

/** A transaction in the raw form of Helius: indices run over account keys, loaded writable, loaded read-only. */
export function rawWebhook(record: TransactionRecord): object {
  const { message, signatures } = VersionedTransaction.deserialize(record.raw);
  const { numRequiredSignatures, numReadonlySignedAccounts, numReadonlyUnsignedAccounts } = message.header;
  const outer = [...new Set(record.inner.map(({ outerIndex }) => outerIndex))];
  return {
    blockTime: record.blockTime,
    indexWithinBlock: record.index,
    slot: record.slot,
    version: message.version,
    meta: {
      err: record.error === null ? null : errorJson(record.error),
      fee: record.fee,
      innerInstructions: outer.map((index) => ({
        index,
        instructions: record.inner
          .filter(({ outerIndex }) => outerIndex === index)
          .map(({ accounts, data, programIdIndex, stackHeight }) => ({
            accounts,
            data: base58.decode(data),
            programIdIndex,
            stackHeight,
          })),
      })),
      loadedAddresses: record.loaded,
      logMessages: record.logs,
      preBalances: record.preBalances,
      postBalances: record.postBalances,
      preTokenBalances: record.preTokens.map(tokens),
      postTokenBalances: record.postTokens.map(tokens),
      rewards: [],
    },
    transaction: {
      signatures: signatures.map((signature) => base58.decode(signature)),
      message: {
        accountKeys: message.staticAccountKeys.map((key) => key.toBase58()),
        addressTableLookups:
          message.version === 'legacy'
            ? null
            : message.addressTableLookups.map(({ accountKey, writableIndexes, readonlyIndexes }) => ({
                accountKey: accountKey.toBase58(),
                writableIndexes: Array.from(writableIndexes),
                readonlyIndexes: Array.from(readonlyIndexes),
              })),
        header: { numRequiredSignatures, numReadonlySignedAccounts, numReadonlyUnsignedAccounts },
        instructions: message.compiledInstructions.map(({ accountKeyIndexes, data, programIdIndex }) => ({
          accounts: Array.from(accountKeyIndexes),
          data: base58.decode(data),
          programIdIndex,
        })),
        recentBlockhash: message.recentBlockhash,
      },
    },
  };
}

function tokens({ amount, decimals, ...rest }: TokenBalance): object {
  return { ...rest, uiTokenAmount: uiAmount(amount, decimals) };
}
