import type {
  DisputeEndName,
  DisputeOutcome,
  DisputeStep,
  DisputeView,
  PanelView,
  SlashView,
} from './dispute-views.js';
import { askIndexer } from './indexer.js';

/** A dispute as the indexer writes it: amounts as decimal text, votes beside their panels. */
type Told = Omit<DisputeView, 'slashes' | 'slashCap' | 'panels' | 'outcome' | (typeof AMOUNTS)[number]> & {
  listed: boolean;
  slashCapDispute: string;
  panels: { members: string[]; threshold: number }[];
  votes: { arbiter: string; awardBps: number }[][];
  awards: number[];
  outcome: ToldOutcome | null;
  endedIn: string | null;
} & Record<(typeof AMOUNTS)[number], string>;

type ToldOutcome = Record<(typeof PAID)[number], string> & {
  end: DisputeEndName;
  awardBps: number;
  endedAt: number | null;
};

interface ToldStep {
  kind: string;
  at: number | null;
  who: string | null;
  signature: string;
  data: Record<string, unknown>;
}

interface ToldSlash {
  dispute: string;
  agent: string;
  mint: string;
  toClaimant: string;
  toTreasury: string;
  slashedAt: number | null;
  firstLoss: string;
  firstLossCooling: string;
  backers: string;
  backersCooling: string;
  ofFirstLoss: string;
  ofFirstLossCooling: string;
  ofBackers: string;
  ofBackersCooling: string;
}

const AMOUNTS = [
  ...(['claim', 'held', 'perCallMax', 'claimantBond', 'answerBond', 'appealBond'] as const),
  ...(['arbiterFee', 'feesPaid'] as const),
] as const;
const PAID = [
  ...(['loss', 'refundedSince', 'paid', 'released', 'shortfall', 'slashedToClaimant'] as const),
  ...(['slashedToTreasury', 'bondsToClaimant', 'bondsToAnswerer', 'bondsToAppellant'] as const),
] as const;

const MOST = '100';

export interface DisputeSearch {
  agent?: string;
  claimant?: string;
  channel?: string;
  voter?: string;
}

/** What the indexer tells of disputes. All throw IndexerDown and IndexerRefused. */
export const toldDisputes = {
  async list(search: DisputeSearch): Promise<DisputeView[]> {
    const page = await askIndexer<{ items: Told[] }>('/v1/disputes', { limit: MOST, ...search });
    return (page?.items ?? []).map(disputeOf);
  },

  /** A dispute with all that was done in it; null where there never was one. */
  async one(
    address: string,
  ): Promise<{ dispute: DisputeView; steps: DisputeStep[]; slash: SlashView | null } | null> {
    const told = await askIndexer<Told & { timeline: ToldStep[]; slash: ToldSlash | null }>(
      `/v1/disputes/${address}`,
    );
    if (told === null) return null;
    const slash = told.slash && slashOf(told.slash);
    return { dispute: disputeOf(told), steps: told.timeline.map(stepOf), slash };
  },

  async slashes(agent: string): Promise<SlashView[]> {
    const page = await askIndexer<{ items: ToldSlash[] }>(`/v1/agents/${agent}/slashes`, { limit: MOST });
    return (page?.items ?? []).map(slashOf);
  },
};

function disputeOf(told: Told): DisputeView {
  const { listed, slashCapDispute, panels, votes, awards, outcome, ...rest } = told;
  const ruled = [rest.status !== 'Open' && rest.status !== 'Answered', rest.status === 'Final'];
  const panel = (at: 0 | 1): PanelView => {
    const { members = [], threshold = 0 } = panels[at] ?? {};
    const cast = new Map(votes[at]?.map(({ arbiter, awardBps }) => [arbiter, awardBps]));
    // of one that ended, only a panel that reached its threshold has ruled
    const decided = rest.status === 'Ended' ? cast.size >= threshold : ruled[at];
    return {
      members,
      threshold,
      votes: members.map((member) => cast.get(member) ?? null),
      award: decided ? (awards[at] ?? 0) : null,
    };
  };
  const units = Object.fromEntries(AMOUNTS.map((name) => [name, BigInt(told[name])]));
  return {
    ...(rest as unknown as DisputeView),
    ...(units as Record<(typeof AMOUNTS)[number], bigint>),
    slashes: listed,
    slashCap: BigInt(slashCapDispute),
    panels: [panel(0), panel(1)],
    outcome: outcome && outcomeOf(outcome, told.endedIn ?? ''),
  };
}

function outcomeOf(told: ToldOutcome, signature: string): DisputeOutcome {
  const { end, awardBps, endedAt } = told;
  const units = Object.fromEntries(PAID.map((name) => [name, BigInt(told[name])]));
  return { end, awardBps, endedAt, signature, ...(units as Record<(typeof PAID)[number], bigint>) };
}

function stepOf({ kind, at, who, signature, data }: ToldStep, place: number): DisputeStep {
  const text = (...names: string[]) =>
    names.map((name) => data[name]).find((value): value is string => typeof value === 'string') ?? null;
  const number = (name: string) => (typeof data[name] === 'number' ? (data[name] as number) : null);
  const amount = text('bond', 'fee');
  return {
    key: `${signature}:${place}`,
    kind,
    at,
    who,
    signature,
    awardBps: number('awardBps'),
    call: number('call'),
    amount: amount === null ? null : BigInt(amount),
    hash: text('evidenceHash', 'statementHash', 'responseHash'),
  };
}

function slashOf(told: ToldSlash): SlashView {
  const sum = (...parts: string[]) => parts.reduce((total, part) => total + BigInt(part), 0n);
  return {
    dispute: told.dispute,
    agent: told.agent,
    mint: told.mint,
    toClaimant: BigInt(told.toClaimant),
    toTreasury: BigInt(told.toTreasury),
    at: told.slashedAt,
    pools: [
      {
        tranche: 'FirstLoss',
        taken: sum(told.firstLoss, told.firstLossCooling),
        of: sum(told.ofFirstLoss, told.ofFirstLossCooling),
      },
      {
        tranche: 'Backers',
        taken: sum(told.backers, told.backersCooling),
        of: sum(told.ofBackers, told.ofBackersCooling),
      },
    ],
  };
}
