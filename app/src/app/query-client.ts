import { QueryClient } from '@tanstack/react-query';

/** Names of errors that a second try does not mend. */
const FINAL = ['AccountMismatch', 'ClusterMismatch', 'IndexerRefused', 'StoreLocked', 'TypeError'];

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && !FINAL.includes(error.name),
      refetchOnWindowFocus: true,
      refetchInterval: 15_000,
    },
    // money is never moved twice by a machine
    mutations: { retry: false },
  },
});
