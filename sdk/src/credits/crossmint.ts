import { utils } from '@coral-xyz/anchor';
import { type PublicKey, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { type CreditWish, creditedAs, creditsMintInstructions } from '../actions/credits.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { creditPaymentAddress } from '../pda/escrow.js';
import { CrossmintHttp, type CrossmintHttpOptions } from './crossmint-http.js';
import { type CreditIssuer, CreditsNotIssued, CreditsUncertain, type IssuedCredits } from './types.js';

export interface CrossmintCreditIssuerOptions extends CrossmintHttpOptions {
  chain: Chain;
  deployment: Deployment;
  /** A recent blockhash, base58. */
  latestBlockhash: () => Promise<string>;
  /** Crossmint's name of the wallet that holds the issuer's key. */
  walletLocator: string;
  /** Its address: the registered issuer. It pays fees and rent. */
  issuer: PublicKey;
  /** seconds between two looks at a transaction; 2 unless given */
  pollSeconds?: number;
  /** seconds that a transaction may take; 90 unless given */
  patienceSeconds?: number;
}

/** A transaction at Crossmint. */
interface Submitted {
  id: string;
  status: 'awaiting-approval' | 'pending' | 'failed' | 'success';
  signature: string | null;
}

/** Transactions of which each failed for good before the next was made. */
const MOST_ATTEMPTS = 3;

/**
 * Mints with a key that Crossmint holds: hands it the mint transaction, and waits for its end. What counts is what
 * stands on the chain in the end, not what Crossmint says.
 *
 * An attempt has an idempotency key that follows from the payment's reference, so that a process that comes back
 * after a crash asks for the same transaction, and makes another only once that one has failed.
 */
export class CrossmintCreditIssuer implements CreditIssuer {
  readonly #options: CrossmintCreditIssuerOptions;
  readonly #http: CrossmintHttp;

  constructor(options: CrossmintCreditIssuerOptions) {
    this.#options = options;
    this.#http = new CrossmintHttp(options);
  }

  get issuer(): PublicKey {
    return this.#options.issuer;
  }

  /** @throws CreditPaymentConflict, CreditsNotIssued, CreditsUncertain; AccountMismatch; what the chain throws */
  async issue(wish: CreditWish): Promise<IssuedCredits> {
    const done = await this.#credited(wish, null);
    if (done !== null) return done;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { status, signature } = await this.#ended(await this.#submit(wish, attempt));
      const credited = await this.#credited(wish, signature);
      if (credited !== null) return credited;
      if (status === 'success') return this.#arrived(wish, signature);
    }
    throw new CreditsNotIssued('Failed', `Crossmint gave up ${MOST_ATTEMPTS} transactions in a row`);
  }

  async #submit(wish: CreditWish, attempt: number): Promise<Submitted> {
    const { deployment, issuer, latestBlockhash } = this.#options;
    const message = new TransactionMessage({
      payerKey: issuer,
      recentBlockhash: await latestBlockhash(),
      instructions: await creditsMintInstructions(deployment, wish, issuer, issuer),
    }).compileToV0Message();
    const transaction = utils.bytes.bs58.encode(new VersionedTransaction(message).serialize());
    const key = `${Buffer.from(wish.reference).toString('hex')}-${attempt}`;
    return submitted(await this.#http.request('POST', this.#path(), { params: { transaction } }, key));
  }

  /** Waits for a transaction's end. */
  async #ended(first: Submitted): Promise<Submitted> {
    const { pollSeconds = 2, patienceSeconds = 90 } = this.#options;
    const until = Date.now() + patienceSeconds * 1_000;
    let now = first;
    while (now.status === 'pending' || now.status === 'awaiting-approval') {
      if (Date.now() >= until) {
        const waits = now.status === 'awaiting-approval';
        const message = waits ? 'Crossmint waits for an approval' : 'Crossmint has not sent it yet';
        throw new CreditsUncertain(waits ? 'AwaitingApproval' : 'Pending', message, now.id);
      }
      await new Promise((done) => setTimeout(done, pollSeconds * 1_000));
      now = submitted(await this.#http.request('GET', `${this.#path()}/${encodeURIComponent(first.id)}`));
    }
    return now;
  }

  /** Crossmint says that it landed: the chain may be a moment behind. */
  async #arrived(wish: CreditWish, signature: string | null): Promise<IssuedCredits> {
    const { pollSeconds = 2 } = this.#options;
    for (let look = 0; look < 5; look += 1) {
      await new Promise((done) => setTimeout(done, pollSeconds * 1_000));
      const credited = await this.#credited(wish, signature);
      if (credited !== null) return credited;
    }
    throw new CreditsUncertain('NotOnChain', 'Crossmint says that it landed, and the chain does not know it');
  }

  async #credited(wish: CreditWish, signature: string | null): Promise<IssuedCredits | null> {
    const { chain, deployment, issuer } = this.#options;
    const credited = await creditedAs(chain, deployment, wish, issuer);
    if (credited === null) return null;
    return { payment: creditPaymentAddress(deployment, issuer, wish.reference), credited, signature };
  }

  #path(): string {
    return `/2025-06-09/wallets/${encodeURIComponent(this.#options.walletLocator)}/transactions`;
  }
}

const STATUSES = ['awaiting-approval', 'pending', 'failed', 'success'];

function submitted(answer: unknown): Submitted {
  const { id, status, onChain } = (answer ?? {}) as Partial<Submitted> & { onChain?: { txId?: unknown } };
  if (typeof id !== 'string' || typeof status !== 'string' || !STATUSES.includes(status)) {
    throw new CreditsUncertain('Silent', 'Crossmint answered what is no transaction of its own');
  }
  return { id, status, signature: typeof onChain?.txId === 'string' ? onChain.txId : null };
}
