import { askIndexer } from './indexer.js';
import type { PaymentPage, PaymentRow } from './payment-views.js';

/** A payment as the indexer writes it: amounts as decimal text. */
type Told = Omit<PaymentRow, 'key' | 'time' | 'amount' | 'fee'> & {
  id: string;
  blockTime: number | null;
  amount: string;
  fee: string;
};

/** What is shown together. */
export const PAYMENT_GROUPS = {
  budgets: ['deposit', 'withdrawal'],
  work: ['settled', 'payout', 'refund', 'returned', 'fees'],
  holds: ['hold', 'release', 'award'],
  stake: ['stake', 'unstake'],
  disputes: ['bond', 'bondReturned', 'compensation', 'arbiterFee', 'award'],
  locks: [
    ...['locked', 'lockClaim', 'lockReturned', 'poolFunding', 'poolClaim', 'poolReturned'],
    ...['batchFunding', 'batchReturned'],
  ],
} as const;
export type PaymentGroup = keyof typeof PAYMENT_GROUPS;

const ROWS = 50;
const MOST_ROWS = 100;

/** @param most rows asked for at once. @throws IndexerDown, IndexerRefused */
export async function toldPayments(
  wallet: string,
  { group, cursor, most = ROWS }: { group: PaymentGroup | null; cursor: string | null; most?: number },
): Promise<PaymentPage> {
  const page = await askIndexer<{ items: Told[]; next: string | null }>(`/v1/wallets/${wallet}/payments`, {
    limit: String(Math.min(most, MOST_ROWS)),
    ...(group !== null && { what: PAYMENT_GROUPS[group].join(',') }),
    ...(cursor !== null && { cursor }),
  });
  return { items: (page?.items ?? []).map(row), next: page?.next ?? null };
}

function row({ id, blockTime, amount, fee, ...rest }: Told): PaymentRow {
  return { ...rest, key: id, time: blockTime, amount: BigInt(amount), fee: BigInt(fee) };
}
