import type { PublicKey } from '@solana/web3.js';
import { type CreditWish, mintCredits } from '../actions/credits.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import type { TransactionSigner } from '../transactions/signers.js';
import type { CreditIssuer, IssuedCredits } from './types.js';

export interface LocalCreditIssuerOptions {
  chain: Chain;
  deployment: Deployment;
  /** Signs the mints. */
  issuer: TransactionSigner;
  /** Pays fees and rent; the issuer unless given. */
  feePayer?: TransactionSigner;
}

/** Mints with an issuer's key of this process. */
export class LocalCreditIssuer implements CreditIssuer {
  readonly #options: LocalCreditIssuerOptions;

  constructor(options: LocalCreditIssuerOptions) {
    this.#options = options;
  }

  get issuer(): PublicKey {
    return this.#options.issuer.publicKey;
  }

  /** @throws CreditPaymentConflict; ProgramError; what sending throws */
  async issue(wish: CreditWish): Promise<IssuedCredits> {
    const { chain, deployment, issuer, feePayer } = this.#options;
    const { payment, credited, outcome } = await mintCredits(chain, deployment, wish, issuer, feePayer);
    return { payment, credited, signature: outcome?.signature ?? null };
  }
}
