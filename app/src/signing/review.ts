import type { AccountEffect, EffectProblem, TransactionPreview } from '@agent-labs/sdk';
import { ExternalStore } from '../lib/external-store.js';

/** What keeps a transaction from being signed here. */
export interface Blocker {
  title: string;
  detail: string;
}

/** A transaction as it is shown before it is signed: told from its bytes, its effects as the node simulates them. */
export interface Review {
  title: string;
  wallet: string;
  walletName: string;
  preview: TransactionPreview;
  effects: AccountEffect[];
  problems: EffectProblem[];
  /** lamports for signatures and priority; null where the node does not tell */
  fee: bigint | null;
  computeUnits: number;
  /** mint of amounts whose instruction does not tell it; null where several could be meant */
  mint: string | null;
  blockers: Blocker[];
  /** whether the blockhash can still land, asked of the node */
  stillValid: () => Promise<boolean>;
  /** seconds until it can no longer land, as the block height tells */
  secondsLeft: () => Promise<number>;
}

interface OpenReview extends Review {
  answer: (approved: boolean, expired?: boolean) => void;
}

/** The review that is open; null without one. */
export const openReview = new ExternalStore<OpenReview | null>(null);

/** The user closed the review. Nothing was signed. */
export class ReviewDeclined extends Error {
  override readonly name = 'ReviewDeclined';
  constructor() {
    super('Not signed. Nothing was charged.');
  }
}

/** The transaction could no longer land before it was approved. Nothing was signed. */
export class ReviewExpired extends Error {
  override readonly name = 'ReviewExpired';
  constructor() {
    super('Expired. Nothing was charged. Try again.');
  }
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Shows a transaction and waits for the answer; reviews come one after the other.
 * @throws ReviewDeclined, ReviewExpired
 */
export function askReview(review: Review): Promise<void> {
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      openReview.set({
        ...review,
        answer: (approved, expired = false) => {
          openReview.set(null);
          if (approved) resolve();
          else reject(expired ? new ReviewExpired() : new ReviewDeclined());
        },
      });
    });
  const asked = turn.then(ask);
  turn = asked.catch(() => undefined);
  return asked;
}
