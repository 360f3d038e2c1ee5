import { queryOptions } from '@tanstack/react-query';
import { chain } from './queries.js';

/** Milliseconds for which what the chain told counts as fresh, where nothing says that it changed. */
const FRESH = 10_000;

export const poolsQuery = queryOptions({
  queryKey: ['pool', 'all'],
  queryFn: async () => (await chain()).pools(),
  staleTime: FRESH,
});

export const joinedPoolsQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'pools'],
    queryFn: async () => (wallet === null ? [] : (await chain()).poolsJoinedBy(wallet)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

export const poolQuery = (address: string, wallet: string | null) =>
  queryOptions({
    queryKey: ['pool', address, wallet],
    queryFn: async () => (await chain()).poolAt(address, wallet),
    staleTime: FRESH,
  });
