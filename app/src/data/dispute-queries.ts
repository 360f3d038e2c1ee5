import { queryOptions } from '@tanstack/react-query';
import { decidingPanel, phaseOf } from '../lib/dispute.js';
import { chainClock } from './clock.js';
import type { DisputeStep, DisputeView, SlashView } from './dispute-views.js';
import { indexerOr } from './indexer.js';
import { chain } from './queries.js';
import { toldDisputes } from './told-disputes.js';

const FRESH = 10_000;

export interface DisputePageData {
  dispute: DisputeView;
  /** null where the indexer is away, which alone knows who did what */
  steps: DisputeStep[] | null;
  slash: SlashView | null;
}

/**
 * A dispute: as the chain has it while it is open; once it is over its account is gone, and the indexer tells what
 * it came to.
 */
export const disputeQuery = (address: string) =>
  queryOptions({
    queryKey: ['dispute', address],
    queryFn: async (): Promise<DisputePageData | null> => {
      const [open, told] = await Promise.all([
        chain().then(({ disputeAt }) => disputeAt(address)),
        indexerOr(
          () => toldDisputes.one(address),
          async () => null,
        ),
      ]);
      const dispute = open ?? told?.dispute ?? null;
      return dispute && { dispute, steps: told?.steps ?? null, slash: told?.slash ?? null };
    },
    staleTime: FRESH,
  });

export const rolesQuery = (dispute: DisputeView | null, wallet: string | null) =>
  queryOptions({
    queryKey: ['dispute', dispute?.address, 'roles', wallet],
    queryFn: async () => (dispute === null ? null : (await chain()).rolesIn(dispute, wallet)),
    enabled: dispute !== null,
    staleTime: FRESH,
  });

export const appealBondQuery = (address: string) =>
  queryOptions({
    queryKey: ['dispute', address, 'appeal-bond'],
    queryFn: async () => (await chain()).appealBondOf(address),
    staleTime: FRESH,
  });

export const executionPauseQuery = queryOptions({
  queryKey: ['protocol', 'execution-pause'],
  queryFn: async () => (await chain()).executionPauseEndsAt(),
  staleTime: FRESH,
});

export const protocolQuery = queryOptions({
  queryKey: ['protocol'],
  queryFn: async () => (await chain()).protocol(),
  staleTime: FRESH,
});

/** Disputes that a wallet brought, or that are about its agents; all without a wallet. */
export const disputesQuery = (by: { agent?: string; claimant?: string; channel?: string }) =>
  queryOptions({
    queryKey: ['disputes', by],
    queryFn: () =>
      indexerOr(
        () => toldDisputes.list(by),
        async () => {
          const { channel, ...filter } = by;
          const found = await (await chain()).openDisputes(filter);
          return found.filter((dispute) => channel === undefined || dispute.subject === channel);
        },
      ),
    staleTime: FRESH,
  });

/** Disputes that wait for the vote of a wallet, or will, the one that ends first at the top. */
export const deskQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['disputes', 'desk', wallet],
    queryFn: async () => {
      if (wallet === null) return [];
      const found = await indexerOr(
        () => toldDisputes.list({ voter: wallet }),
        async () => (await chain()).openDisputes(),
      );
      const now = chainClock();
      const waits = (dispute: DisputeView) => {
        const panel = decidingPanel(phaseOf(dispute, now).phase);
        const seat = panel === null ? -1 : dispute.panels[panel].members.indexOf(wallet);
        return panel !== null && seat >= 0 && dispute.panels[panel].votes[seat] === null;
      };
      const last = (dispute: DisputeView) =>
        dispute.status === 'Appealed' ? dispute.appealRulingEndsAt : dispute.rulingEndsAt;
      return found.filter(waits).sort((a, b) => last(a) - last(b));
    },
    enabled: wallet !== null,
    staleTime: FRESH,
  });

/** On which panel a wallet sits today. */
export const seatQuery = (wallet: string | null) =>
  queryOptions({
    queryKey: ['protocol', 'seat', wallet],
    queryFn: async () => (wallet === null ? null : (await chain()).seatOf(wallet)),
    enabled: wallet !== null,
    staleTime: FRESH,
  });

/** What disputes took of the stake behind an agent; null where the indexer is away, which alone remembers it. */
export const slashesQuery = (agent: string) =>
  queryOptions({
    queryKey: ['agent', agent, 'slashes'],
    queryFn: () =>
      indexerOr<SlashView[] | null>(
        () => toldDisputes.slashes(agent),
        async () => null,
      ),
    staleTime: FRESH,
  });

/** What a dispute takes to be opened. */
export const openingQuery = (claim: bigint, mint: string) =>
  queryOptions({
    queryKey: ['protocol', 'opening', claim.toString(), mint],
    queryFn: async () => (await chain()).openingTerms(claim, mint),
    staleTime: FRESH,
    placeholderData: (before) => before,
  });

export const channelQuery = (address: string) =>
  queryOptions({
    queryKey: ['mandate', 'channel', address],
    queryFn: async () => (await chain()).channelAt(address),
    staleTime: FRESH,
  });
