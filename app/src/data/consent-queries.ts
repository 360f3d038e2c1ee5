import { queryOptions } from '@tanstack/react-query';
import { chain } from './queries.js';

/** What a wallet has consented to. */
export const grantsQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'grants'],
    queryFn: async () => (wallet === null ? [] : (await chain()).grantsOf(wallet)),
    enabled: wallet !== null,
    staleTime: 10_000,
  });
