import type { PageToken } from '../../data/config.js';
import type { PaymentRow } from '../../data/payment-views.js';
import { type PaymentGroup, toldPayments } from '../../data/told-payments.js';
import { decimal } from '../../lib/amounts.js';
import { csv } from '../../lib/csv.js';
import { wordsFor } from './words.js';

/** Rows that are asked for at once, and written at most: a file that a spreadsheet still opens. */
const AT_ONCE = 100;
export const MOST_ROWS = 20_000;

const COLUMNS = [
  'time',
  'what',
  'role',
  'from',
  'to',
  'amount',
  'fee',
  'token',
  'amount_base_units',
  'fee_base_units',
  'mint',
  'agent',
  'mandate',
  'channel',
  'job',
  'dispute',
  'final',
  'slot',
  'signature',
  'description',
];

/**
 * Every payment of a wallet, the latest first, page by page.
 * @param onRows told how many there are so far
 * @throws IndexerDown, IndexerRefused: a file that lacks rows is not written
 */
export async function allPayments(
  wallet: string,
  group: PaymentGroup | null,
  onRows: (rows: number) => void,
): Promise<{ rows: PaymentRow[]; isAll: boolean }> {
  const rows: PaymentRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await toldPayments(wallet, { group, cursor, most: AT_ONCE });
    rows.push(...page.items);
    cursor = page.next;
    onRows(rows.length);
  } while (cursor !== null && rows.length < MOST_ROWS);
  return { rows, isAll: cursor === null };
}

/** @param tokens by mint; amounts of others are told in base units alone */
export function paymentsCsv(rows: PaymentRow[], tokens: Map<string, PageToken>): string {
  return csv([
    COLUMNS,
    ...rows.map((row) => {
      const token = row.mint === null ? undefined : tokens.get(row.mint);
      const units = (amount: bigint) =>
        token === undefined ? '' : decimal(amount, token.decimals).replaceAll(',', '');
      return [
        row.time === null ? '' : new Date(row.time * 1_000).toISOString(),
        row.what,
        row.role,
        row.from,
        row.to,
        units(row.amount),
        units(row.fee),
        token?.symbol ?? '',
        row.amount.toString(),
        row.fee.toString(),
        row.mint ?? '',
        row.agent ?? '',
        row.mandate ?? '',
        row.channel ?? '',
        row.job ?? '',
        row.dispute ?? '',
        String(row.final),
        String(row.slot),
        row.signature,
        wordsFor(row.role, row.what),
      ];
    }),
  ]);
}
