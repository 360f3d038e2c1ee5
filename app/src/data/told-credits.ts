import { creditMove, mergedMoves } from '../lib/credits.js';
import type { CreditMoves, ToldCredits } from './credit-views.js';
import { askIndexer } from './indexer.js';

const ROWS = '50';

/** Credits that came to a wallet, that it issued, or that it burned, the latest first. @throws IndexerDown, IndexerRefused */
export async function toldCreditMoves(wallet: string): Promise<CreditMoves> {
  const lists = await Promise.all(
    ['creditsMinted', 'creditsBurned'].map(async (kind) => {
      const parameters = { wallet, kind, program: 'escrow', limit: ROWS };
      const page = await askIndexer<{ items: ToldCredits[]; next: string | null }>(
        '/v1/activity',
        parameters,
      );
      const moves = (page?.items ?? []).map((event) => creditMove(event, wallet));
      return { moves, more: (page?.next ?? null) !== null };
    }),
  );
  return mergedMoves(lists);
}
