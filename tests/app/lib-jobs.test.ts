import assert from 'node:assert/strict';
import { loadLib } from './load-lib';

// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
let lib: any;

const [PAYER, OWNER, KEY, PAYEE, OTHER] = ['payer', 'owner', 'agent key', 'payee', 'somebody else'];
const NOW = 1_000_000;

/** A job on offer. */
const listed = (changes: object = {}) => ({
  job: {
    state: 'Funded',
    agentKey: KEY,
    payoutOwner: PAYEE,
    earned: 0n,
    paidGross: 0n,
    undecided: 100n,
    acceptBy: NOW + 10,
    deliverBy: NOW + 20,
    reviewEndsAt: 0,
    acceptedAt: 0,
    endedAt: 0,
    lastPayoutAt: 0,
    ratingWindow: 50,
    ...changes,
  },
  mandate: { payer: PAYER },
  agentOwner: OWNER,
});
const accepted = (changes: object = {}) => listed({ state: 'Accepted', acceptedAt: NOW - 5, ...changes });
const delivered = (changes: object = {}) =>
  accepted({ state: 'Delivered', reviewEndsAt: NOW + 30, ...changes });

describe('what can be done with a job, and when', () => {
  before(async () => {
    lib = await loadLib();
  });

  const possible = (act: string, on: object, wallet: string | null, now = NOW) =>
    lib.possibleOf(act, on, { wallet, now });
  const yes = (...input: Parameters<typeof possible>) => assert.deepEqual(possible(...input), { can: true });
  const no = (why: RegExp, at: number, ...input: Parameters<typeof possible>) => {
    const found = possible(...input);
    assert.deepEqual([found.can, found.at], [false, at], found.why);
    assert.match(found.why, why);
  };

  it('asks for a wallet before anything', () => {
    for (const act of lib.JOB_ACTS) no(/Connect a wallet/, 0, act, listed(), null);
  });

  it('is taken on or declined by the agent’s side, while it is on offer', () => {
    for (const wallet of [OWNER, KEY] as string[]) {
      yes('accept', listed(), wallet);
      yes('reject', listed(), wallet);
    }
    no(/takes the job on/, 0, 'accept', listed(), PAYER as string);
    no(/declines the job/, 0, 'reject', listed(), PAYEE as string);
    no(/time to accept is over/, 0, 'accept', listed(), OWNER as string, NOW + 10);
    no(/not on offer/, 0, 'accept', accepted(), OWNER as string);
    no(/not on offer/, 0, 'reject', accepted(), KEY as string);
  });

  it('is taken back by its payer before that', () => {
    yes('cancel', listed(), PAYER as string);
    no(/Only its payer/, 0, 'cancel', listed(), OTHER as string);
    no(/has answered/, 0, 'cancel', accepted(), PAYER as string);
  });

  it('is accepted by its payer, by anyone once the review is over; disputed before', () => {
    yes('release', delivered(), PAYER as string);
    no(/payer reviews/, NOW + 30, 'release', delivered(), OTHER as string);
    yes('release', delivered(), OTHER as string, NOW + 30);
    no(/no result/, 0, 'release', accepted(), PAYER as string);
    yes('dispute', delivered(), PAYER as string);
    no(/review is over/, 0, 'dispute', delivered(), PAYER as string, NOW + 30);
    no(/Only its payer/, 0, 'dispute', delivered(), OWNER as string);
    no(/no result/, 0, 'dispute', listed(), PAYER as string);
    no(/is open/, 0, 'dispute', delivered({ state: 'Disputed' }), PAYER as string);
  });

  it('has money given back by the one who is paid, from acceptance on', () => {
    for (const on of [accepted(), delivered(), delivered({ state: 'Disputed' })]) {
      yes('giveBack', on, PAYEE as string);
    }
    no(/one who is paid/, 0, 'giveBack', accepted(), OWNER as string);
    no(/nothing under way/, 0, 'giveBack', listed(), PAYEE as string);
    no(/Nothing is left/, 0, 'giveBack', delivered({ undecided: 0n }), PAYEE as string);
  });

  it('runs out where the agent lets it', () => {
    no(/may still accept/, NOW + 10, 'expire', listed(), OTHER as string);
    yes('expire', listed(), OTHER as string, NOW + 10);
    no(/may still deliver/, NOW + 20, 'expire', accepted(), OTHER as string);
    yes('expire', accepted(), OTHER as string, NOW + 20);
    no(/waits for nothing/, 0, 'expire', delivered(), OTHER as string);
  });

  it('pays out what is earned, and ends once that is done', () => {
    const over = { state: 'Released', earned: 100n, undecided: 0n, endedAt: NOW - 10 };
    yes('payout', accepted(over), OTHER as string);
    no(/Nothing is earned/, 0, 'payout', listed(), OTHER as string);
    no(/paid out first/, 0, 'finish', accepted(over), PAYER as string);
    const paid = { ...over, paidGross: 100n, lastPayoutAt: NOW - 1 };
    no(/is paid out/, 0, 'payout', accepted(paid), OTHER as string);
    yes('finish', accepted(paid), PAYER as string);
    no(/may still rate/, NOW + 49, 'finish', accepted(paid), OTHER as string);
    yes('finish', accepted(paid), OTHER as string, NOW + 49);
    yes('finish', listed({ state: 'Refunded', endedAt: NOW }), OTHER as string);
    no(/not over/, 0, 'finish', delivered(), PAYER as string);
  });

  it('is rated by its payer alone, once what was earned is paid out', () => {
    const over = (changes: object = {}) =>
      accepted({ state: 'Released', earned: 100n, paidGross: 100n, rateable: 100n, ...changes });
    yes('rate', over(), PAYER as string);
    no(/Only its payer/, 0, 'rate', over(), OWNER as string);
    no(/paid out first/, 0, 'rate', over({ paidGross: 0n, rateable: 0n }), PAYER as string);
    no(/nothing to rate/, 0, 'rate', over({ rateable: 0n }), PAYER as string);
  });
});
