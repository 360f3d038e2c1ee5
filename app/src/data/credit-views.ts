/** Credits as pages show them. Addresses are base58, amounts base units of the credits' mint, times Unix seconds. */

/** The mint of a cluster's credits, as it stands on the chain. */
export interface CreditsView {
  mint: string;
  decimals: number;
  /** all credits that there are */
  supply: bigint;
  /** whether the pause of deposits stops all minting; burning is never stopped */
  mintingPaused: boolean;
}

export interface CreditIssuerView {
  address: string;
  /** signs each mint */
  issuer: string;
  active: boolean;
  /** null without a cap */
  dailyCap: bigint | null;
  /** days since 1970-01-01 UTC that `mintedOnDay` is about */
  day: number;
  mintedOnDay: bigint;
  minted: bigint;
  /** for which credits were minted */
  payments: number;
}

/** Credits that a wallet was given, gave as an issuer, or burned. */
export interface CreditMove {
  /** place in the chain's history; text that sorts as it happened */
  key: string;
  kind: 'minted' | 'issued' | 'burned';
  signature: string;
  slot: number;
  /** null where nobody told */
  time: number | null;
  amount: bigint;
  mint: string;
  /** who minted them to the wallet, or whom it minted them to; null where it burned them */
  other: string | null;
  /** hexadecimal; null where none was named */
  reference: string | null;
}

export interface CreditMoves {
  moves: CreditMove[];
  /** whether the indexer has older ones */
  more: boolean;
}

/** An event of credits as the indexer writes it: amounts as decimal text, bytes in hexadecimal. */
export interface ToldCredits {
  id: string;
  signature: string;
  slot: number;
  blockTime: number | null;
  data: {
    mint: string;
    amount: string;
    reference: string;
    /** of those that were minted */
    wallet?: string;
    issuer?: string;
  };
}
