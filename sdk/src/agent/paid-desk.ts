import type { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import type { AgentStore } from '../store/agent-store.js';
import type { StoredAnswer } from '../store/records.js';
import { type VoucherRefusal, VoucherRefused } from '../voucher/errors.js';
import type { Answer } from '../voucher/payee.js';
import type { MessageSigner } from '../voucher/sign.js';
import {
  CHANNEL_SCHEME,
  caip2Network,
  decodePayment,
  encodeHeader,
  PAYMENT_REQUIRED,
  PAYMENT_SIGNATURE,
  PaymentMalformed,
  type ReceivedVoucher,
} from '../x402/headers.js';
import { ChannelBook, ChannelRefused } from './channel-book.js';
import { VoucherTurns } from './voucher-turns.js';

/** Refusals for which the chain may have given other reasons since it was read: a re-arm, a new generation. */
const MAYBE_OUTDATED: ReadonlySet<VoucherRefusal> = new Set(['WrongChannel', 'Expired', 'OverAllotment']);

/** A request that is refused by name, and was not charged. */
export class PaidRequestRefused extends Error {
  override readonly name = 'PaidRequestRefused';
  constructor(
    /** of HTTP */
    readonly status: number,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface PaidDeskOptions {
  chain: Chain;
  deployment: Deployment;
  store: AgentStore;
  /** The agent's account. */
  agent: PublicKey;
  agentVersion: number;
  /** Holds the agent's key. */
  signer: MessageSigner;
  /** Seconds that a voucher must still be valid for when it comes in. */
  minimumSecondsLeft: number;
}

/** What a 402 says, beside where to pay. */
export interface Offer {
  url: string;
  description: string;
  /** media type of the answer */
  mimeType: string;
  /** base units a call, decimal */
  amount: string;
  /** mint, base58 */
  asset: string;
}

/**
 * Where an agent takes vouchers: work is done for one that is good, once, and what was paid for is given again
 * to whoever shows its voucher. Says nothing about how requests come in.
 */
export class PaidDesk {
  /** CAIP-2 */
  readonly network: string;
  readonly #options: PaidDeskOptions;
  readonly #book: ChannelBook;
  readonly #turns = new VoucherTurns();

  constructor(options: PaidDeskOptions) {
    this.#options = options;
    this.#book = new ChannelBook(options);
    this.network = caip2Network(options.deployment.genesisHash);
  }

  /**
   * Reads the payment header of a request; cheap enough to do before its body is read.
   * @throws PaidRequestRefused 402 `PaymentRequired` and `WrongNetwork`; PaymentMalformed
   */
  read(header: string | string[] | undefined): ReceivedVoucher {
    if (typeof header !== 'string') {
      throw new PaidRequestRefused(
        402,
        'PaymentRequired',
        `send a voucher in ${PAYMENT_SIGNATURE}; ${PAYMENT_REQUIRED} says for what`,
      );
    }
    const payment = decodePayment(header);
    if (payment.network === this.network) return payment;
    const message = `this agent is on ${this.network}, the voucher names ${payment.network}`;
    throw new PaidRequestRefused(402, 'WrongNetwork', message);
  }

  /**
   * Works for a voucher, or gives the answer it has paid for already.
   * @param hash of the request as it came in, 32 bytes
   * @param onTaken called once where the voucher is taken
   * @throws VoucherRefused, ChannelRefused, PaidRequestRefused `GivenUp`: nothing was charged; what the work
   *   throws, uncharged too; JournalFailed, after which asking again tells
   */
  serve(
    payment: ReceivedVoucher,
    hash: Uint8Array,
    work: () => Promise<Answer>,
    onTaken: () => void,
  ): Promise<StoredAnswer> {
    return this.#turns.run(payment.signature, async () => {
      // first of all: what was paid for is given again, whatever became of the channel since
      const given = await this.#options.store.answerTo(payment.voucher, payment.signature);
      if (given !== null && Buffer.from(given.requestHash).equals(hash)) return given;
      if (this.#turns.isGivenUp(payment.signature)) {
        const message = 'this voucher was given up by asking for its answer; sign one that expires later';
        throw new PaidRequestRefused(409, 'GivenUp', message);
      }
      const stored = await this.#take(payment, hash, work);
      onTaken();
      return stored;
    });
  }

  /**
   * The answer that a voucher has paid for. Where it has paid for none, it is never taken afterwards.
   * @throws PaidRequestRefused 404 `NotTaken`
   */
  async again(payment: ReceivedVoucher): Promise<StoredAnswer> {
    const given = await this.#turns.run(payment.signature, async () => {
      const stored = await this.#options.store.answerTo(payment.voucher, payment.signature);
      // its sender now signs another one for this call: a request that is still on its way comes too late
      if (stored === null) this.#turns.giveUp(payment.signature);
      return stored;
    });
    if (given !== null) return given;
    const message = 'that voucher is not the last one this agent took; send the request again';
    throw new PaidRequestRefused(404, 'NotTaken', message);
  }

  /** The header of a 402. @param error name of the refusal */
  required(offer: Offer, error: string): string {
    const { deployment, agent, agentVersion, minimumSecondsLeft } = this.#options;
    const { url, description, mimeType, amount, asset } = offer;
    return encodeHeader({
      x402Version: 2,
      error,
      resource: { url, description, mimeType },
      accepts: [
        {
          scheme: CHANNEL_SCHEME,
          network: this.network,
          amount,
          asset,
          payTo: agent.toBase58(),
          maxTimeoutSeconds: minimumSecondsLeft,
          extra: { escrow: deployment.escrow.toBase58(), agentVersion, description: SCHEME_DESCRIPTION },
        },
      ],
    });
  }

  /** The header of an answer. @param amount base units of the call, decimal */
  response({ channel }: ReceivedVoucher, stored: StoredAnswer, amount: string): string {
    return encodeHeader({
      success: true,
      transaction: '',
      network: this.network,
      amount,
      receipt: {
        channel: channel.toBase58(),
        callNumber: stored.callNumber,
        cumulative: stored.cumulative.toString(),
        requestHash: Buffer.from(stored.requestHash).toString('hex'),
        responseHash: Buffer.from(stored.responseHash).toString('hex'),
        responseProof: Buffer.from(stored.responseProof).toString('base64'),
      },
    });
  }

  async #take(
    payment: ReceivedVoucher,
    hash: Uint8Array,
    work: () => Promise<Answer>,
  ): Promise<StoredAnswer> {
    const now = await this.#options.chain.unixTime();
    const serve = async () => {
      const { payee } = await this.#book.open(payment.channel, now);
      return payee.serve(payment.voucher, payment.signature, hash, now, work);
    };
    return serve().catch((error: unknown) => {
      if (!(error instanceof VoucherRefused) || !MAYBE_OUTDATED.has(error.code)) throw error;
      this.#book.invalidate(payment.channel);
      return serve();
    });
  }
}

/** What stands in every offer: honest about what the scheme is not. */
export const SCHEME_DESCRIPTION =
  'Ed25519 voucher over an escrow channel to payTo; cumulative, settled later in batches. ' +
  'Not a transfer: x402 facilitators do not settle it.';

/** Status and name of what a desk throws; null for what is no refusal. */
export function paidRefusal(error: unknown): { status: number; code: string; message: string } | null {
  const named = (status: number, code: string, { message }: Error) => {
    const prefix = `${code}: `;
    return { status, code, message: message.startsWith(prefix) ? message.slice(prefix.length) : message };
  };
  if (error instanceof PaidRequestRefused) return named(error.status, error.code, error);
  if (error instanceof PaymentMalformed) return named(400, error.name, error);
  if (error instanceof VoucherRefused) return named(error.code === 'Replayed' ? 409 : 402, error.code, error);
  return error instanceof ChannelRefused ? named(402, error.code, error) : null;
}
