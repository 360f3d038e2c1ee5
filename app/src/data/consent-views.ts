/** A consent of a wallet, as the chain has it, with the words that this browser keeps of it. */
export interface GrantView {
  address: string;
  subject: string;
  controller: string;
  /** keyed hashes, hexadecimal */
  purpose: string;
  termsHash: string;
  termsVersion: number;
  revision: number;
  rentPayer: string;
  givenAt: number;
  expiresAt: number;
  /** 0 where it was not taken back */
  revokedAt: number;
  /** what was consented to; null where this browser has not the words, or they are not those of the hashes */
  words: { purpose: string; terms: string } | null;
  /** from when on its account may be closed */
  closesAt: number;
}

export type GrantState = 'valid' | 'revoked' | 'over';

export function grantState({ revokedAt, expiresAt }: GrantView, now: number): GrantState {
  if (revokedAt > 0) return 'revoked';
  return now >= expiresAt ? 'over' : 'valid';
}
