import { queryOptions } from '@tanstack/react-query';
import type { CreditMoves } from './credit-views.js';
import { indexerOr } from './indexer.js';
import { chain } from './queries.js';
import { toldCreditMoves } from './told-credits.js';

/** Milliseconds for which what the chain told counts as fresh, where nothing says that it changed. */
const FRESH = 10_000;

/** The credits' mint; null where the cluster has none. */
export const creditsQuery = queryOptions({
  queryKey: ['credits', 'mint'],
  queryFn: async () => (await chain()).readCredits(),
  staleTime: FRESH,
});

export const creditIssuersQuery = queryOptions({
  queryKey: ['credits', 'issuers'],
  queryFn: async () => (await chain()).creditIssuers(),
  staleTime: FRESH,
});

/** Credits that came to a wallet or left it; null while the indexer, which alone has all of them, is away. */
export const creditMovesQuery = (wallet: string) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'credit-moves'],
    queryFn: () =>
      indexerOr<CreditMoves | null>(
        () => toldCreditMoves(wallet),
        async () => null,
      ),
    staleTime: FRESH,
  });
