import { queryOptions } from '@tanstack/react-query';
import { config } from './config.js';
import { askIndexer, IndexerDown, IndexerRefused } from './indexer.js';
import { chain } from './queries.js';

/** Milliseconds between two looks: others sign meanwhile. */
const LOOK_EVERY = 10_000;
const SOON = 3_000;

/** What a wallet is asked to sign, has signed, or asked for. */
export const approvalsQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['approvals', wallet],
    queryFn: async () => (wallet === null ? [] : (await chain()).approvalsOf(wallet)),
    enabled: wallet !== null,
    refetchInterval: LOOK_EVERY,
  });

export const approvalQuery = (address: string) =>
  queryOptions({
    queryKey: ['approvals', 'at', address],
    queryFn: async () => (await chain()).approvalAt(address),
    refetchInterval: LOOK_EVERY,
  });

/** What is asked for under a mandate. */
export const mandateApprovalsQuery = (mandate: string, enabled = true) =>
  queryOptions({
    queryKey: ['approvals', 'under', mandate],
    queryFn: async () => (await chain()).approvalsUnder(mandate),
    enabled,
    refetchInterval: LOOK_EVERY,
  });

/** What became of an approval that is not on the chain any more; null where nobody tells. */
export const endedApprovalQuery = (address: string) =>
  queryOptions({
    queryKey: ['approvals', 'ended', address],
    queryFn: async () => {
      if (config().indexerUrl === null) return null;
      try {
        const told = await askIndexer<{ state: string; endedAt: number }>(`/v1/approvals/${address}`);
        return told !== null && (told.state === 'Consumed' || told.state === 'Closed') ? told : null;
      } catch (error) {
        if (error instanceof IndexerDown || error instanceof IndexerRefused) return null;
        throw error;
      }
    },
    // it hears of an end a moment after it
    refetchInterval: ({ state }) => (state.data ? false : SOON),
  });
