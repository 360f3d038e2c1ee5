import type { ShownInstruction } from '@agent-labs/sdk';

/** What a mandate's approvers are asked for: one exact call, as the chain has it. */
export interface ApprovalView {
  address: string;
  mandate: string;
  /** of the mandate when it was asked */
  generation: string;
  nonce: string;
  payer: string;
  requester: string;
  rentPayer: string;
  /** the call: base58 keys in their order, data as hexadecimal */
  program: string;
  keys: string[];
  data: string;
  /** as the account has it, and as this browser made it out of the call; hexadecimal */
  digest: string;
  recomputed: string;
  /** whether both are the same, and the address follows from them */
  matches: boolean;
  threshold: number;
  approvers: { wallet: string; signed: boolean }[];
  requestedAt: number;
  /** neither signed nor used from then on */
  expiresAt: number;
  /** the call in words; null where it cannot be told */
  shown: ShownInstruction | null;
  /** why it cannot be told */
  untold: string | null;
  /** the mandate was closed and opened anew since: nothing can use this approval */
  outlived: boolean;
  /** the call is about another mandate than the one whose approvers are asked: nothing can use it */
  strays: boolean;
  /** what the mandate pays in; null where it is gone */
  mint: string | null;
  /** wallets that must sign the call itself */
  signers: string[];
}

/** A figure as it is and as the call leaves it. */
export interface Change {
  label: string;
  kind: 'amount' | 'time' | 'address' | 'text';
  /** null where there is nothing yet */
  before: bigint | number | string | null;
  after: bigint | number | string | null;
  /** what it may not exceed, for amounts */
  limit?: bigint | null;
  /** whether the call would be refused for it */
  over?: boolean;
}

export interface ApprovalDiff {
  /** by the node's simulation of the very call, or by the programs' arithmetic where not enough have signed yet */
  from: 'simulated' | 'computed';
  mint: string;
  changes: Change[];
  /** who gets the money in the end */
  paid: string | null;
  /** set aside from the payer's wallet first, base units */
  missing: bigint;
  /** why the call would be refused now; null where it would not */
  refusal: string | null;
}

export type ApprovalState = 'waiting' | 'enough' | 'late' | 'void';

/** Where a request stands at `now`. */
export function approvalState(view: ApprovalView, now: number): ApprovalState {
  if (!view.matches || view.outlived || view.strays) return 'void';
  if (now >= view.expiresAt) return 'late';
  return signedBy(view) >= view.threshold ? 'enough' : 'waiting';
}

export const signedBy = ({ approvers }: ApprovalView): number =>
  approvers.filter(({ signed }) => signed).length;

/** Whether a wallet is asked to sign, and can now. */
export function waitsFor(view: ApprovalView, wallet: string | null, now: number): boolean {
  const asked = view.approvers.some((one) => one.wallet === wallet && !one.signed);
  return asked && approvalState(view, now) === 'waiting';
}
