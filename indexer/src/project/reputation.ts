import type { FactData } from '../decode/facts.js';
import type { Projection, ProjectModule, Subject } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { reputationAccounts } from './reputation-accounts.js';
import { named, Values } from './values.js';

interface Ratings {
  /** by number */
  ratings: Record<string, Row>;
}

/** Where the receipt is; nothing while it waits for a tree. */
function leafOf(event: Values): Row {
  const leaf = event.within('leaf');
  return leaf === null ? {} : { tree: leaf.text('merkleTree'), leaf_nonce: leaf.text('nonce') };
}

function rating(event: Values, signature: string): Row {
  const facts = event.struct('facts');
  return {
    agent: facts.text('agent'),
    number: facts.number('number'),
    payer: facts.text('payer'),
    subject: facts.text('subject'),
    subject_kind: event.variant('kind'),
    generation: facts.number('generation'),
    ownership_epoch: facts.number('ownershipEpoch'),
    agent_version: facts.number('agentVersion'),
    stars: facts.number('stars'),
    paid: facts.text('paid'),
    refunded: facts.text('refunded'),
    mint: facts.text('mint'),
    weight: event.text('weight'),
    facts_hash: event.text('factsHash'),
    tree: null,
    leaf_nonce: null,
    response_hash: null,
    responder: null,
    responded_at: null,
    rated_at: facts.number('ratedAt'),
    signature,
    ...leafOf(event),
  };
}

/** What the agent's side said to it; the hash of the text alone is on the chain. */
function answer(event: Values): Row {
  return {
    response_hash: event.text('textHash'),
    responder: event.text('responder'),
    responded_at: event.number('respondedAt'),
  };
}

/** One rating is one subject, `AGENT/NUMBER`: an agent may have many. */
const ratings: Projection<Ratings> = {
  subject: 'rating',
  tables: [{ table: 'ratings', key: "agent || '/' || number::text" }],
  start: () => ({ ratings: {} }),
  apply: (state, { kind, data, signature }) => {
    const event = new Values(data);
    const number = String((event.within('facts') ?? event).number('number'));
    if (kind === 'agentRated') state.ratings[number] = rating(event, signature);
    const known = state.ratings[number];
    if (kind === 'receiptMinted' && known !== undefined) Object.assign(known, leafOf(event));
    if (kind === 'agentResponded' && known !== undefined) Object.assign(known, answer(event));
  },
  rows: (_, state) => ({ ratings: Object.values(state.ratings) }),
};

function tally(prefix: string, values: Values): Row {
  return {
    [`${prefix}_ratings`]: values.text('ratings'),
    [`${prefix}_weight`]: values.text('weight'),
    [`${prefix}_stars`]: values.text('weightedStars'),
  };
}

/** A score by its ratings; what disputes cost is told apart. */
function standing(state: Values): Row {
  return {
    ownership_epoch: state.number('ownershipEpoch'),
    agent_version: state.number('agentVersion'),
    payers: state.number('payers'),
    previous_payers: state.number('previousPayers'),
    ratings: state.text('ratings'),
    ...tally('current', state.struct('current')),
    current_volume: state.struct('current').text('volume'),
    ...tally('version', state.struct('versionTally')),
    ...tally('previous', state.struct('previous')),
  };
}

const scores: Projection<{ row: Row | null }> = {
  subject: 'score',
  tables: [{ table: 'scores', key: 'agent' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'scoreClosed') state.row = null;
    if (kind === 'agentRated') {
      const agent = event.struct('facts').text('agent');
      const known = state.row ?? { agent, disputes_lost: 0, slashed: '0' };
      state.row = { ...known, ...standing(event.struct('after')) };
    }
    if (kind === 'scoreSynced') {
      state.row = {
        agent: event.text('agent'),
        ...standing(event.struct('state')),
        disputes_lost: event.number('disputesLostAfter'),
        slashed: event.text('slashedAfter'),
      };
    }
  },
  rows: (_, { row }) => ({ scores: row === null ? [] : [row] }),
};

/** What changes a score. */
const OF_SCORES = ['agentRated', 'scoreSynced', 'scoreClosed'];

/** What a rating was of; where only its receipt is told, either. */
function subjectsPaid(data: FactData): string[] {
  if (data.kind === undefined) return ['channel', 'job'];
  return [new Values(data).variant('kind') === 'Job' ? 'job' : 'channel'];
}

function subjectsOf(kind: string, data: FactData): Subject[] {
  const facts = new Values(data).within('facts');
  const from = facts?.data ?? data;
  const of = new Values(from);
  const rated: Subject[] =
    facts === null && kind !== 'agentResponded'
      ? []
      : [['rating', `${of.text('agent')}/${of.number('number')}`]];
  const paid = facts === null ? [] : subjectsPaid(data).flatMap((of) => named(of, from, 'subject'));
  return [
    ...named('agent', from, 'agent'),
    ...(OF_SCORES.includes(kind) ? named('score', from, 'agent') : []),
    ...rated,
    ...paid,
    ...named('wallet', from, 'payer'),
    ...named('wallet', from, 'responder'),
  ];
}

/** Ratings and the scores that they make. */
export const reputationModule: ProjectModule = {
  program: 'reputation',
  subjectsOf,
  projections: [ratings, scores],
  accounts: reputationAccounts,
};
