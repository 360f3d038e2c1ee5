import type { PublicKey, Signer } from '@solana/web3.js';
import type { ChannelAccount } from '../accounts/escrow.js';
import { burnCredits } from '../actions/credits.js';
import { type MintedRating, mintRating } from '../actions/mint-rating.js';
import { ensureChannel, ensureMandate } from '../actions/open-channel.js';
import { payOut, settleLast } from '../actions/settle.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { CreditIssuer, IssuedCredits } from '../credits/types.js';
import type { Deployment } from '../deployment.js';
import { type PaidAnswer, PaidClient, type PaidRequest } from '../payer/paid-client.js';
import type { CallEvidence, PayerRecords } from '../store/records.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { type Amount, toU64 } from '../voucher/bytes.js';
import { type ChannelId, channelId } from '../voucher/format.js';
import { PayerChannel } from '../voucher/payer.js';
import { createMessageSigner } from '../voucher/sign.js';
import { readBody } from '../x402/body.js';
import { caip2Network, PAYMENT_REQUIRED } from '../x402/headers.js';
import { ChallengeRefused, type CheckedChallenge, checkChallenge } from './challenge.js';

const DAY = 86_400n;
/** Bytes of an answer that asks for a payment: the question itself is in a header. */
const LARGEST_QUESTION = 1024 * 1024;

/** What may be spent; amounts in base units. */
export interface Budget {
  /** set aside in the mandate */
  deposit: Amount;
  perCallMax: Amount;
  /** the deposit unless given */
  dailyCap?: Amount;
  /** ten times the deposit unless given */
  totalCap?: Amount;
  /** to each agent, at opening and re-arming; a tenth of the deposit unless given */
  allotment?: Amount;
  /** tells the wallet's mandates apart; 1 unless given */
  mandateId?: bigint;
}

/** Stores of a payer, on disk in Node, in IndexedDB in a browser. */
export interface PayerStoreLike extends PayerRecords {
  evidence(id: ChannelId): Promise<CallEvidence[]>;
}

export interface PaymentsOptions {
  chain: Chain;
  deployment: Deployment;
  wallet: TransactionSigner;
  /** Signs vouchers, and allots within the mandate. */
  session: Signer;
  store: PayerStoreLike;
  budget: Budget;
  /** The agents that the mandate's tree was built of, where it allows them by one. */
  allowed?: Iterable<PublicKey>;
  /** headers of every call, for a gateway that wants a token */
  headers?: () => Promise<Record<string, string>>;
  /** mints credits; without it there are none to be had here */
  credits?: CreditIssuer;
  /** seconds that asking for the price may take; 30 unless given */
  timeoutSeconds?: number;
}

/** What to pay, checked and funded, and not yet paid. */
export interface Payment extends CheckedChallenge {
  request: PaidRequest;
  channel: PublicKey;
  /** transactions that setting money aside took; none where an earlier payment left enough */
  transactions: TransactionOutcome[];
}

/** The server did not ask for a payment where one was to be made, or did not answer. Nothing was paid. */
export class NoPaymentAsked extends Error {
  override readonly name = 'NoPaymentAsked';
}

/**
 * Pays agents per call, within one mandate of the wallet.
 * @example
 * const payment = await payments.createPayment({ url, request, maximum: 10_000n });
 * const { body, receipt } = await payments.executePayment(payment);
 */
export class PaymentIntegration {
  readonly #options: PaymentsOptions;
  readonly #clients = new Map<string, PaidClient>();
  readonly #urls = new WeakMap<Payment, string>();

  constructor(options: PaymentsOptions) {
    this.#options = options;
  }

  /**
   * Asks what a call costs, checks the answer against the chain, and has the money set aside: no token moves to
   * the agent by that.
   * @param wish `url`: the agent's address, or the gateway's for it, without a final slash; `maximum`: base
   *   units a call may cost
   * @throws ChallengeRefused, NoPaymentAsked; MandateUnusable, AgentUnavailable, NoChannelFree; ProgramError;
   *   TypeError for an amount that is no whole number of base units
   */
  async createPayment(wish: {
    url: string;
    request: PaidRequest;
    maximum: Amount;
    agent?: PublicKey;
  }): Promise<Payment> {
    const { url, request, agent } = wish;
    const maximum = toU64(wish.maximum, 'maximum');
    const { chain, deployment, wallet, session } = this.#options;
    const { status, header } = await this.#ask(`${url}${request.path}`);
    if (status !== 402 || header === null) {
      throw new NoPaymentAsked(`${url}${request.path} answered ${status} instead of 402; nothing was paid`);
    }
    const checked = await checkChallenge(chain, deployment, header, { maximum, agent });
    const budget = this.#budget();
    if (checked.price > budget.perCallMax) {
      const message = `a call costs ${checked.price} base units, the budget allows ${budget.perCallMax}`;
      throw new ChallengeRefused('AboveMaximum', message);
    }
    const { mandate, steps } = await ensureMandate(chain, deployment, {
      payer: wallet,
      session,
      mint: checked.mint,
      lifetime: 30n * DAY,
      ...budget,
    });
    const { allowed } = this.#options;
    const ready = await ensureChannel(chain, deployment, {
      ...(allowed && { allowed: { agents: allowed } }),
      payer: wallet,
      session,
      mandate,
      agent: checked.agent,
      allotment: budget.allotment,
      least: checked.price,
      lifetime: 2n * DAY,
      leastLifetime: DAY / 4n,
      owed: (channel, account) =>
        this.#options.store.state(this.#id(channel, account)).highestSigned.cumulative,
    });
    const { channel, account } = ready;
    this.#clients.set(`${url} ${channel.toBase58()}`, this.#client(url, channel, account));
    const transactions = [...steps, ...ready.steps].map(({ outcome }) => outcome);
    const payment: Payment = { ...checked, request, channel, transactions };
    this.#urls.set(payment, url);
    return payment;
  }

  /**
   * Calls, pays and checks the answer. The same payment again, after an error, is the same call: charged once.
   * @throws CallRefused (nothing charged), CallUnanswered (ask again), BadResponseProof
   */
  async executePayment(payment: Payment): Promise<PaidAnswer> {
    const url = this.#urls.get(payment);
    const client = this.#clients.get(`${url} ${payment.channel.toBase58()}`);
    if (client === undefined)
      throw new TypeError('this payment was not made by createPayment of this object');
    return client.call(payment.request);
  }

  /** Settles what was paid on a channel, where the agent does not. @returns null where it did */
  settle({ channel }: Pick<Payment, 'channel'>): Promise<TransactionOutcome | null> {
    const { chain, deployment, store, wallet } = this.#options;
    return settleLast(chain, deployment, channel, store, wallet);
  }

  /** Pays out to the agent's owner what has matured. @throws ProgramError escrow `NothingPayable` */
  payOut({ channel }: Pick<Payment, 'channel'>): Promise<TransactionOutcome> {
    const { chain, deployment, wallet } = this.#options;
    return payOut(chain, deployment, channel, wallet);
  }

  /**
   * Rates an agent that was paid out of this budget, and mints the receipt of that: a compressed NFT that is the
   * agent's, and cannot be sold.
   * @param wish `stars`: 1 to 5; `channel` or `job`: the one that was paid over, a channel looked for unless given
   * @throws NoReceiptTree, RatingRightMissing (pay out first), RangeError: nothing was sent; ProgramError
   */
  mintReputationNFT(wish: {
    agent: PublicKey;
    stars: number;
    channel?: PublicKey;
    job?: PublicKey;
  }): Promise<MintedRating> {
    const { chain, deployment, wallet, budget } = this.#options;
    const { mandateId = 1n } = budget;
    return mintRating(chain, deployment, { payer: wallet, mandateId, ...wish });
  }

  /**
   * Has credits minted to the wallet for a payment that was made elsewhere, once.
   * @param wish `reference`: 32 bytes that tell the payment; see `creditReference`
   * @throws TypeError without an issuer of credits; CreditPaymentConflict, CreditsNotIssued, CreditsUncertain; what
   *   the issuer throws
   */
  async mintCredits(wish: { amount: Amount; reference: Uint8Array }): Promise<IssuedCredits> {
    const { credits, wallet } = this.#options;
    if (credits === undefined) throw new TypeError('these payments have no issuer of credits');
    const amount = toU64(wish.amount, 'amount');
    return credits.issue({ wallet: wallet.publicKey, amount, reference: wish.reference });
  }

  /** Burns credits of the wallet. @param reference see `burnCredits` @throws ProgramError; what sending throws */
  burnCredits(amount: Amount, reference?: Uint8Array): Promise<TransactionOutcome> {
    const { chain, deployment, wallet } = this.#options;
    return burnCredits(chain, deployment, wallet, toU64(amount, 'amount'), reference);
  }

  /** Asks without paying. @throws NoPaymentAsked where nothing comes in time, or too much */
  async #ask(url: string): Promise<{ status: number; header: string | null }> {
    const { timeoutSeconds = 30 } = this.#options;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      await readBody(response, LARGEST_QUESTION);
      return { status: response.status, header: response.headers.get(PAYMENT_REQUIRED) };
    } catch (error) {
      throw new NoPaymentAsked(`${url} asks for nothing: ${(error as Error).message}; nothing was paid`, {
        cause: error,
      });
    }
  }

  #client(url: string, channel: PublicKey, account: ChannelAccount): PaidClient {
    const { chain, deployment, store, session, headers } = this.#options;
    const payer = new PayerChannel(store, createMessageSigner(session.secretKey), {
      id: this.#id(channel, account),
      agentKey: account.agentKey.toBytes(),
      perCallMax: account.perCallMax,
      allotted: account.allotted,
      returned: account.returned,
      expiresAt: account.expiresAt,
      settled: { calls: account.calls, cumulative: account.settled },
    });
    return new PaidClient({
      url,
      channel,
      payer,
      network: caip2Network(deployment.genesisHash),
      price: account.price,
      now: () => chain.unixTime(),
      ...(headers && { headers }),
    });
  }

  #id(channel: PublicKey, { generation }: ChannelAccount): ChannelId {
    const { genesisHash, escrow } = this.#options.deployment;
    return channelId(genesisHash, escrow.toBytes(), channel.toBytes(), generation);
  }

  #budget() {
    const { deposit, perCallMax, dailyCap, totalCap, allotment, mandateId = 1n } = this.#options.budget;
    const whole = toU64(deposit, 'deposit');
    return {
      id: mandateId,
      deposit: whole,
      perCallMax: toU64(perCallMax, 'perCallMax'),
      dailyCap: toU64(dailyCap ?? whole, 'dailyCap'),
      totalCap: toU64(totalCap ?? 10n * whole, 'totalCap'),
      allotment: toU64(allotment ?? whole / 10n, 'allotment'),
    };
  }
}
