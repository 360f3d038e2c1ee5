import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { chain } from './queries.js';
import { type PaymentGroup, toldPayments } from './told-payments.js';

/** Milliseconds for which what the chain told counts as fresh, where nothing says that it changed. */
const FRESH = 10_000;

/** Channels that a wallet pays over, or is paid over; those that are on the chain. */
export const walletChannelsQuery = (wallet: string | null, as: 'payer' | 'payee') =>
  queryOptions({
    queryKey: ['wallet', wallet, 'channels', as],
    queryFn: async () => {
      if (wallet === null) return [];
      const { channelsPaidBy, channelsPaidTo } = await chain();
      return as === 'payer' ? channelsPaidBy(wallet) : channelsPaidTo(wallet);
    },
    enabled: wallet !== null,
    staleTime: FRESH,
  });

/** Jobs that a wallet pays for, or is paid for; those that are on the chain. */
export const walletJobsQuery = (wallet: string | null, as: 'payer' | 'payee') =>
  queryOptions({
    queryKey: ['wallet', wallet, 'jobs', as],
    queryFn: async () => {
      if (wallet === null) return [];
      const { jobsPaidBy, jobsPaidTo } = await chain();
      return as === 'payer' ? jobsPaidBy(wallet) : jobsPaidTo(wallet);
    },
    enabled: wallet !== null,
    staleTime: FRESH,
  });

export const jobQuery = (address: string) =>
  queryOptions({
    queryKey: ['job', address],
    queryFn: async () => (await chain()).jobAt(address),
    staleTime: FRESH,
  });

export const jobTermsQuery = queryOptions({
  queryKey: ['job-terms'],
  queryFn: async () => (await chain()).jobTerms(),
  staleTime: 60_000,
});

/** Whether a session key is in this browser. */
export const sessionKeyQuery = (sessionKey: string) =>
  queryOptions({
    queryKey: ['session-key', sessionKey],
    queryFn: async () => (await chain()).hasSessionKey(sessionKey),
    staleTime: FRESH,
  });

export const allotmentTermsQuery = queryOptions({
  queryKey: ['allotment-terms'],
  queryFn: async () => (await chain()).allotmentTerms(),
  staleTime: 60_000,
});

/** Money that moved for a wallet, the latest first; the indexer alone has all of it. */
export const paymentsQuery = (wallet: string | null, group: PaymentGroup | null) =>
  infiniteQueryOptions({
    queryKey: ['wallet', wallet, 'payments', group],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => toldPayments(wallet ?? '', { group, cursor: pageParam }),
    getNextPageParam: ({ next }) => next,
    enabled: wallet !== null,
    staleTime: FRESH,
  });
