import type { Plain } from '../decode/facts.js';
import type { Fact, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { addressOrNull, plus, Values } from './values.js';

interface Vote {
  arbiter: string;
  awardBps: number;
}

interface Dispute extends Row {
  panels: { members: string[]; threshold: number }[];
  votes: [Vote[], Vote[]];
  awards: [number, number];
  answerer: string | null;
  fees_paid: string;
}

interface Life {
  dispute: Dispute;
  slash: Row | null;
}

/** One dispute after the other at the same address; only the last one changes. */
interface Lives {
  lives: Life[];
}

/** Fields that rows have as the event tells them. */
const TEXTS = ['vault', 'agent', 'nonce', 'subject', 'mandate', 'claimant', 'mint', 'tag'];
const KEYS = ['sessionKey', 'agentKey', 'payoutOwner', 'evidenceHash'];
const AMOUNTS = [
  'perCallMax',
  'claim',
  'held',
  'refunded',
  'arbiterFee',
  'slashCapDispute',
  'slashCapPeriod',
];
const NUMBERS = ['generation', 'slashPeriod', 'penaltyBps', 'openedAt', 'responseEndsAt', 'rulingEndsAt'];
const WINDOWS = ['deadline', 'appealWindow', 'appealRulingWindow'];

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function opened(event: Values, signature: string): Dispute {
  const texts = [...TEXTS, ...KEYS, ...AMOUNTS].map((name) => [column(name), event.text(name)]);
  const numbers = [...NUMBERS, ...WINDOWS].map((name) => [column(name), event.number(name)]);
  return {
    address: event.text('dispute'),
    ...Object.fromEntries([...texts, ...numbers]),
    kind: event.variant('kind'),
    status: 'Open',
    cited_calls: 0,
    last_cited_call: 0,
    answerer: null,
    answer_hash: null,
    owner_hash: null,
    appellant: null,
    claimant_bond: event.text('bond'),
    answer_bond: '0',
    appeal_bond: '0',
    fees_paid: '0',
    ruled_at: 0,
    appeal_ends_at: 0,
    appealed_at: 0,
    appeal_ruling_ends_at: 0,
    listed: event.flag('listed'),
    panels: event.data.panels as unknown as Dispute['panels'],
    awards: [0, 0],
    votes: [[], []],
    outcome: null,
    opened_in: signature,
    ended_in: null,
  };
}

function answered(dispute: Dispute, event: Values): void {
  const hash = event.text('statementHash');
  if (dispute.answerer === null) {
    dispute.status = 'Answered';
    dispute.answerer = event.text('answerer');
    dispute.answer_bond = event.text('bond');
  }
  if (event.text('author') === dispute.answerer) dispute.answer_hash = hash;
  else dispute.owner_hash = hash;
}

function voted(dispute: Dispute, event: Values): void {
  const panel = event.number('panel') as 0 | 1;
  const members = dispute.panels[panel]?.members ?? [];
  const vote = { arbiter: event.text('arbiter'), awardBps: event.number('awardBps') };
  const place = ({ arbiter }: Vote) => members.indexOf(arbiter);
  dispute.votes[panel] = [...dispute.votes[panel], vote].sort((a, b) => place(a) - place(b));
  dispute.fees_paid = plus(dispute.fees_paid, event.amount('fee'));
}

function ruled(dispute: Dispute, event: Values): void {
  const panel = event.number('panel') as 0 | 1;
  dispute.awards[panel] = event.number('awardBps');
  dispute.status = panel === 0 ? 'Ruled' : 'Final';
  if (panel === 1) return;
  dispute.ruled_at = event.number('ruledAt');
  dispute.appeal_ends_at = event.number('appealEndsAt');
}

const CHANGES: Record<string, (dispute: Dispute, event: Values) => void> = {
  callCited: (dispute, event) => {
    dispute.cited_calls = event.number('citedAfter');
    dispute.last_cited_call = event.number('call');
  },
  disputeAnswered: answered,
  voteCast: voted,
  disputeRuled: ruled,
  disputeAppealed: (dispute, event) => {
    dispute.status = 'Appealed';
    dispute.appellant = event.text('appellant');
    dispute.appeal_bond = event.text('bond');
    dispute.appealed_at = event.number('appealedAt');
    dispute.appeal_ruling_ends_at = event.number('appealRulingEndsAt');
  },
};

/** How it ended, by the names of the API. */
function outcomeOf(event: Values, { blockTime }: Fact): Plain {
  const [slash, bonds] = [event.struct('slash'), event.struct('bonds')];
  return {
    end: event.variant('end'),
    authority: event.text('authority'),
    awardBps: event.number('awardBps'),
    ...amounts(event, ['loss', 'refundedSince', 'paid', 'released', 'shortfall']),
    slashedToClaimant: slash.text('toClaimant'),
    slashedToTreasury: slash.text('toTreasury'),
    bondsToClaimant: bonds.text('claimant'),
    answeringSide: addressOrNull(bonds.text('answeringSide')),
    bondsToAnswerer: bonds.text('answerer'),
    appealingSide: addressOrNull(bonds.text('appealingSide')),
    bondsToAppellant: bonds.text('appellant'),
    lost: event.flag('lost'),
    endedAt: blockTime,
  };
}

function amounts(event: Values, names: string[]): { [name: string]: Plain } {
  return Object.fromEntries(names.map((name) => [name, event.text(name)]));
}

const POOLS = ['firstLoss', 'firstLossCooling', 'backers', 'backersCooling'];

/** What it took of each pool; null where it took nothing. */
function slashOf(event: Values, dispute: Dispute, { blockTime, signature }: Fact): Row | null {
  const slash = event.struct('slash');
  const [before, after] = [slash.struct('before'), slash.struct('after')];
  const pools = POOLS.flatMap((pool): [string, string][] => {
    const had = before.struct(pool).text('tokens');
    return [
      [column(pool), plus(had, -after.struct(pool).amount('tokens'))],
      [`of_${column(pool)}`, had],
    ];
  });
  if (slash.amount('toClaimant') + slash.amount('toTreasury') === 0n) return null;
  return {
    dispute: dispute.address,
    opened_at: dispute.opened_at,
    vault: dispute.vault,
    agent: dispute.agent,
    claimant: dispute.claimant,
    to_claimant: slash.text('toClaimant'),
    to_treasury: slash.text('toTreasury'),
    ...Object.fromEntries(pools),
    slashed_at: blockTime,
    signature,
  };
}

/** Disputes, from their opening to how they ended. */
export const disputes: Projection<Lives> = {
  subject: 'dispute',
  tables: [
    { table: 'disputes', key: 'address' },
    { table: 'slashes', key: 'dispute' },
  ],
  start: () => ({ lives: [] }),
  apply: ({ lives }, fact) => {
    const event = new Values(fact.data);
    const life = lives.at(-1);
    if (fact.kind === 'disputeOpened') {
      lives.push({ dispute: opened(event, fact.signature), slash: null });
    } else if (life !== undefined) {
      CHANGES[fact.kind]?.(life.dispute, event);
      if (fact.kind === 'disputeEnded') {
        life.slash = slashOf(event, life.dispute, fact);
        Object.assign(life.dispute, {
          status: 'Ended',
          outcome: outcomeOf(event, fact),
          ended_in: fact.signature,
        });
      }
    }
  },
  rows: (_, { lives }) => ({
    disputes: lives.map(({ dispute }) => dispute),
    slashes: lives.flatMap(({ slash }) => (slash === null ? [] : [slash])),
  }),
};

/** What stands before and after disputes in their vault's list; only of its own subject each knows all. */
interface Links {
  previous: Record<string, string | null>;
  next: Record<string, string | null>;
}

/** The list of a vault's open disputes, as each of them has it: a dispute's neighbours change it too. */
export const disputeLinks: Projection<Links> = {
  subject: 'disputeLink',
  tables: [{ table: 'dispute_links', key: 'address' }],
  start: () => ({ previous: {}, next: {} }),
  apply: (links, { kind, data }) => {
    const event = new Values(data);
    const dispute = event.text('dispute');
    if (kind === 'disputeOpened') {
      const before = addressOrNull(event.text('previous'));
      links.previous[dispute] = before;
      links.next[dispute] = null;
      if (before !== null) links.next[before] = dispute;
    }
    if (kind === 'disputeEnded') {
      const list = event.struct('list');
      const [before, after] = [list.text('previous'), list.text('next')].map(addressOrNull);
      delete links.previous[dispute];
      delete links.next[dispute];
      if (before) links.next[before] = after ?? null;
      if (after) links.previous[after] = before ?? null;
    }
  },
  rows: (key, { previous, next }) => {
    const before = previous[key];
    // its own opening has not arrived, or it has ended
    if (before === undefined) return { dispute_links: [] };
    return { dispute_links: [{ address: key, previous: before, next: next[key] ?? null }] };
  },
};
