import { queryOptions } from '@tanstack/react-query';
import type { LockRole } from './lock-views.js';
import { chain } from './queries.js';

/** Milliseconds for which what the chain told counts as fresh, where nothing says that it changed. */
const FRESH = 10_000;

export const walletLocksQuery = (wallet: string | null, role: LockRole) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'locks', role],
    queryFn: async () => (wallet === null ? [] : (await chain()).locksOf(wallet, role)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

/** The locks that an intake or a batch has made. */
export const locksMadeByQuery = (creator: string) =>
  queryOptions({
    queryKey: ['locks', 'made-by', creator],
    queryFn: async () => (await chain()).locksMadeBy(creator),
    staleTime: FRESH,
  });

export const lockQuery = (address: string) =>
  queryOptions({
    queryKey: ['lock', address],
    queryFn: async () => (await chain()).lockAt(address),
    staleTime: FRESH,
  });

export const walletIntakesQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'intakes'],
    queryFn: async () => (wallet === null ? [] : (await chain()).intakesOf(wallet)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

export const intakeQuery = (address: string) =>
  queryOptions({
    queryKey: ['intake', address],
    queryFn: async () => (await chain()).intakeAt(address),
    staleTime: FRESH,
  });
