import type { PublicKey } from '@solana/web3.js';
import type { CreditPaymentAccount } from '../accounts/credits.js';
import type { CreditWish } from '../actions/credits.js';

/** Credits that stand on the chain for a payment. */
export interface IssuedCredits {
  /** address of the payment's record */
  payment: PublicKey;
  /** as the chain has it, whatever a provider says */
  credited: CreditPaymentAccount;
  /** base58; null where an earlier attempt had done it already */
  signature: string | null;
}

/**
 * Mints credits for payments that were made elsewhere. An adapter: whoever sells credits depends on this, and not on
 * who holds the issuer's key.
 */
export interface CreditIssuer {
  /** Registered as an issuer by the config's admin. */
  readonly issuer: PublicKey;
  /**
   * Mints once for a reference: asked again, after a crash too, it answers what was done.
   * @throws CreditPaymentConflict, CreditsNotIssued, CreditsUncertain; what the chain throws
   */
  issue(wish: CreditWish): Promise<IssuedCredits>;
}

/** Nothing was minted, for certain. The payer is owed credits or the money: ask again once the reason is gone. */
export class CreditsNotIssued extends Error {
  override readonly name = 'CreditsNotIssued';
  constructor(
    readonly reason: 'Unauthorized' | 'Refused' | 'Busy' | 'Failed',
    message: string,
    /** seconds to wait, where the provider says so */
    readonly retryAfter: number | null = null,
  ) {
    super(`${message}; nothing was minted`);
  }
}

/** It may have been minted, or may yet be. Ask again with the same reference: it is never minted twice. */
export class CreditsUncertain extends Error {
  override readonly name = 'CreditsUncertain';
  constructor(
    readonly reason: 'Silent' | 'Pending' | 'AwaitingApproval' | 'NotOnChain',
    message: string,
    /** of the provider, where there is one */
    readonly transactionId: string | null = null,
    options?: ErrorOptions,
  ) {
    super(`${message}; it may have been minted: ask again with the same reference`, options);
  }
}
