import type { DisputeAccount } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { must } from '../violated';
import { CAPS } from './cast';
import { endOf } from './commands/dispute-ends';
import type { Checked } from './invariants';
import { type Snapshot, vaultOf } from './observe';
import { disputesIn, isListed, sum } from './rules';
import type { Settlement } from './settlement';
import type { World } from './world';

/** What a dispute keeps from its opening to its end. */
const TERMS = [
  ...(['nonce', 'subject', 'generation', 'agent', 'vault', 'mandate', 'claimant', 'mint', 'tag'] as const),
  ...(['sessionKey', 'agentKey', 'payoutOwner', 'perCallMax', 'claim', 'held', 'refunded'] as const),
  ...(['claimantBond', 'arbiterFee', 'slashCapDispute', 'slashCapPeriod', 'slashPeriod'] as const),
  ...(['penaltyBps', 'openedAt', 'responseEndsAt', 'rulingEndsAt', 'appealWindow'] as const),
  ...(['appealRulingWindow', 'deadline'] as const),
] as const;

const STATUSES = ['Open', 'Answered', 'Ruled', 'Appealed', 'Final'];

/** Of single disputes and of their list: 3, 7, 10 and 11. */
export function checkDisputes(world: World, { plan, before, after }: Checked): void {
  for (const [label, is] of disputesIn(after)) {
    const was = before.get(label)?.dispute;
    if (was === undefined || was === is) continue;
    for (const term of TERMS) {
      must(String(was[term]) === String(is[term]), 3, () => `${term} of ${label} changed`);
    }
    for (const panel of [0, 1] as const) checkVotes(label, was, is, panel);
    must(STATUSES.indexOf(is.status) >= STATUSES.indexOf(was.status), 10, () => `${label} went back`);
    must(is.citedCalls >= was.citedCalls && is.citedCalls <= was.citedCalls + 1, 10, () => `${label} cites`);
    const cites = is.citedCalls > was.citedCalls;
    must(!cites || is.lastCitedCall > was.lastCitedCall, 10, () => `a call counts twice in ${label}`);
    if (label !== plan.dispute) {
      const [a, b] = [before, after].map((seen) => withoutLinks(seen, label));
      must(a === b, 11, () => `${plan.kind} changed more of ${label} than its neighbours`);
    }
  }
  if (after.get('vault')?.vault) checkList(world, after);
}

/** 10: a member votes once, and a vote stands; 3: panels stay as they were. */
function checkVotes(label: string, was: DisputeAccount, is: DisputeAccount, panel: 0 | 1): void {
  const [a, b] = [was.panels[panel], is.panels[panel]];
  must(a.members.join() === b.members.join(), 3, () => `panel ${panel} of ${label} changed`);
  const more = b.votes.filter((vote, at) => {
    const before = a.votes[at] ?? null;
    must(before === null || before === vote, 10, () => `a vote in ${label} changed`);
    return before === null && vote !== null;
  });
  must(more.length <= 1, 10, () => `${more.length} votes at once in ${label}`);
}

/** Where the links to its neighbours lie in a dispute. */
const LINKS = [688, 752] as const;

function withoutLinks(seen: Snapshot, label: string): string {
  const data = Buffer.from(seen.get(label)?.state?.data ?? []);
  return data.fill(0, ...LINKS).toString('hex');
}

/** 7: the list that withdrawals are held up by has every dispute that can slash, in order of opening. */
function checkList(world: World, after: Snapshot): void {
  const vault = vaultOf(after);
  const listed = disputesIn(after)
    .filter(([, dispute]) => isListed(dispute, vault))
    .sort(([, a], [, b]) => Number(a.nonce - b.nonce));
  const labelOf = (key: PublicKey | null) =>
    key === null || key.equals(PublicKey.default) ? '' : world.labelOf(key);
  const [first, last] = [listed[0], listed.at(-1)];
  const ends = labelOf(vault.firstDispute) === (first?.[0] ?? '');
  must(ends && labelOf(vault.lastDispute) === (last?.[0] ?? ''), 7, () => "the list's ends are others");
  const oldest = first?.[1].openedAt ?? 0n;
  must(vault.oldestDisputeAt === oldest, 7, () => `the oldest is from ${vault.oldestDisputeAt}`);
  listed.forEach(([label, { next, openedAt, previous }], at) => {
    const [before, behind] = [listed[at - 1], listed[at + 1]];
    const linked = labelOf(previous) === (before?.[0] ?? '') && labelOf(next) === (behind?.[0] ?? '');
    must(linked, 7, () => `${label} has other neighbours`);
    must((before?.[1].openedAt ?? 0n) <= openedAt, 7, () => `${label} is out of order`);
  });
}

/** 3: a slash within its caps, once a dispute, by a ruling alone; hold and slash within the claim. */
export class Slashes {
  #period = { from: 0n, slashed: 0n };
  readonly #ended = new Set<string>();

  follow({ plan, before, after, now }: Checked): void {
    const [was, is] = [before.get('vault')?.vault, after.get('vault')?.vault];
    if (was === undefined || is === undefined) return;
    const taken = is.slashed - was.slashed;
    const { dispute: label = '', kind } = plan;
    const ends = kind === 'dispute_execute' || kind === 'dispute_withdraw';
    must(taken === 0n || kind === 'dispute_execute', 3, () => `${kind} slashed ${taken}`);
    if (!ends) return;
    const ended = before.get(label)?.dispute;
    must(!this.#ended.has(label), 10, () => `${label} ended twice`);
    this.#ended.add(label);
    const end = endOf(before, label, now, kind === 'dispute_withdraw');
    if (ended === undefined || end === null) {
      must(false, 3, () => `${label} ended before its time`);
      return;
    }
    this.#caps(label, ended, end, now);
    const slashed = (end.slash?.toClaimant ?? 0n) + (end.slash?.toTreasury ?? 0n);
    // the rest of a wiped pool, less than a base unit for a million shares, is of no cap
    const pools = [was.firstLoss, was.firstLossCooling, was.backers, was.backersCooling];
    const dust = sum(pools.map(({ shares }) => shares / 1_000_000n));
    must(taken <= (end.slash?.counted ?? 0n) + dust, 3, () => `${label} slashed ${taken}, above its caps`);
    must(taken === slashed, 3, () => `${label} slashed ${taken}, which should be ${slashed}`);
    const paid = end.paid + end.refundedSince + (end.slash?.toClaimant ?? 0n);
    must(paid <= ended.claim, 3, () => `${label} brought ${paid} of ${ended.claim}`);
    must(!end.lost === (is.disputesLost === was.disputesLost), 3, () => `${label} is miscounted as lost`);
    for (const pool of ['firstLoss', 'firstLossCooling', 'backers', 'backersCooling'] as const) {
      const due = end.slash?.[pool] ?? was[pool];
      const { epoch, shares, tokens } = is[pool];
      const same = tokens === due.tokens && shares === due.shares && epoch === due.epoch;
      must(same, 3, () => `${label} left ${tokens} in ${pool}, not ${due.tokens}`);
    }
  }

  #caps(label: string, { slashPeriod, status }: DisputeAccount, end: Settlement, now: bigint): void {
    if (end.shortfall > 0n && now >= this.#period.from + slashPeriod)
      this.#period = { from: now, slashed: 0n };
    const counted = end.slash?.counted ?? 0n;
    must(counted <= CAPS.dispute, 3, () => `${label} slashed ${counted}, at most ${CAPS.dispute}`);
    this.#period.slashed += counted;
    const { slashed } = this.#period;
    must(slashed <= CAPS.period, 3, () => `${slashed} slashed in a period, at most ${CAPS.period}`);
    const ruled = ['Ruled', 'Appealed', 'Final'].includes(status);
    must(counted === 0n || ruled, 3, () => `${label} slashed ${counted} without a ruling`);
  }
}
