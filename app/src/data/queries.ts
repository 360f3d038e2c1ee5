import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { setChainClock } from './clock.js';
import { config, isLocal, tokenOf } from './config.js';
import { indexerOr } from './indexer.js';
import { searchAgents } from './search.js';
import { gatewayManifest, told } from './told.js';
import type { AgentSearch } from './views.js';

/** The chain's libraries, loaded when first needed. */
export const chain = () => import('../chain/index.js');

/** Milliseconds for which what the chain told counts as fresh, where nothing says that it changed. */
const FRESH = 10_000;

export const tokenQuery = (mint: string | null) =>
  queryOptions({
    queryKey: ['token', mint],
    queryFn: async () => (mint === null ? null : (await chain()).readToken(mint)),
    ...(mint !== null && tokenOf(mint) !== null && { initialData: tokenOf(mint) }),
    enabled: mint !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async () => {
    const time = await (await chain()).chainTime();
    setChainClock(time);
    return time;
  },
  // a local chain's clock is moved by hand
  refetchInterval: () => (isLocal() ? 4_000 : 30_000),
});

export const agentsQuery = (search: AgentSearch) =>
  infiniteQueryOptions({
    queryKey: ['agents', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      indexerOr(
        () => told.agents(search, pageParam),
        async () => searchAgents(await (await chain()).listAgents(), search),
      ),
    getNextPageParam: ({ next }) => next,
    staleTime: FRESH,
    placeholderData: (before) => before,
  });

/** The agent as the chain has it: price and keys are never taken from elsewhere. */
export const agentQuery = (address: string) =>
  queryOptions({
    queryKey: ['agent', address],
    queryFn: async () => (await chain()).agentDetail(address),
    staleTime: FRESH,
  });

export const versionsQuery = (address: string, latest: number) =>
  queryOptions({
    queryKey: ['agent', address, 'versions', latest],
    queryFn: async () => (await chain()).versionsOf(address, latest),
    staleTime: FRESH,
  });

/** What indexer or gateway serve as the manifest, held against the hash on the chain. */
export const manifestQuery = (address: string, hash: string | null) =>
  queryOptions({
    queryKey: ['agent', address, 'manifest', hash],
    queryFn: async () => {
      if (hash === null) return null;
      const { checkManifest } = await chain();
      const served = await indexerOr(
        () => told.manifest(address, hash),
        async () => null,
      );
      return checkManifest(served, hash) ?? checkManifest(await gatewayManifest(address), hash);
    },
    enabled: hash !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const agentChannelsQuery = (address: string) =>
  queryOptions({
    queryKey: ['agent', address, 'channels'],
    queryFn: async () => (await chain()).channelsOfAgent(address),
    staleTime: FRESH,
  });

export const mandatesQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'mandates'],
    queryFn: async () => (wallet === null ? [] : (await chain()).mandatesOf(wallet)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

export const mandateQuery = (address: string) =>
  queryOptions({
    queryKey: ['mandate', address],
    queryFn: async () => (await chain()).mandateAt(address),
    staleTime: FRESH,
  });

export const mandateChannelsQuery = (address: string) =>
  queryOptions({
    queryKey: ['mandate', address, 'channels'],
    queryFn: async () => (await chain()).channelsOfMandate(address),
    staleTime: FRESH,
  });

export const activityQuery = (address: string | null, kind: 'agent' | 'mandate' = 'agent') =>
  queryOptions({
    queryKey: ['activity', address],
    queryFn: () =>
      indexerOr(
        () => told.activity(address, kind),
        async () => (await chain()).recentActivity(address),
      ),
    staleTime: FRESH,
  });

/** SOL and known tokens of a wallet, read from the chain. */
export const balancesQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'balances'],
    queryFn: async () => {
      if (wallet === null) return null;
      const { lamportsOf, tokensOf } = await chain();
      const mints = Object.keys(config().tokens);
      const [lamports, tokens] = await Promise.all([lamportsOf(wallet), tokensOf(wallet, mints)]);
      return { lamports, tokens };
    },
    enabled: wallet !== null,
    staleTime: FRESH,
  });

/** Base units of one mint in a wallet, whether the page knows the mint or not. */
export const tokenBalanceQuery = (wallet: string | null, mint: string) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'balance', mint],
    queryFn: async () => (wallet === null ? 0n : (await chain()).tokenBalance(wallet, mint)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

export const callsQuery = (channel: string) =>
  queryOptions({
    queryKey: ['calls', channel],
    queryFn: async () => (await chain()).callsMade(channel),
    staleTime: FRESH,
  });

/** The score of an agent, read from the chain. */
export const scoreQuery = (address: string) =>
  queryOptions({
    queryKey: ['agent', address, 'score'],
    queryFn: async () => (await chain()).scoreOf(address),
    staleTime: FRESH,
  });

/** Receipts of ratings with their proofs; nothing of them is believed before it is checked. */
export const ratingReceiptsQuery = (address: string) =>
  queryOptions({
    queryKey: ['agent', address, 'receipts'],
    queryFn: async () => {
      const { receiptSays } = await chain();
      const ids = await told.receiptIds(address);
      const documents = await Promise.all(ids.map((id) => told.receipt(id)));
      return documents
        .filter((document) => document !== null)
        .map((document) => ({ document, says: receiptSays(document) }))
        .filter(({ says }) => says.agent === address);
    },
    enabled: config().indexerUrl !== null,
    staleTime: FRESH,
  });

/** What the money of a mandate, or of a channel's, is. */
export const mintOfQuery = (mandate: string | null, channel: string | null) =>
  queryOptions({
    queryKey: ['mint-of', mandate, channel],
    queryFn: async () => {
      const { channelAt, mandateAt } = await chain();
      const at = mandate ?? (channel === null ? null : (await channelAt(channel))?.mandate);
      return at ? ((await mandateAt(at))?.mint ?? null) : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  });

/** Stake behind an agent, read from the chain. */
export const stakeQuery = (address: string) =>
  queryOptions({
    queryKey: ['agent', address, 'stake'],
    queryFn: async () => (await chain()).stakeOf(address),
    staleTime: FRESH,
  });

/** A wallet's positions, behind one agent or all. */
export const positionsQuery = (wallet: string | null, agent: string | null) =>
  queryOptions({
    queryKey: ['wallet', wallet, 'positions', agent],
    queryFn: async () => (wallet === null ? [] : (await chain()).positionsOf(wallet, agent)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

/** What speaks for an agent, all of it as of one slot. */
export const trustQuery = (address: string) =>
  queryOptions({
    queryKey: ['agent', address, 'trust'],
    queryFn: async () => (await chain()).trustOf(address),
    staleTime: FRESH,
  });
