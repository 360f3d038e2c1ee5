import {
  type DisputeAccount,
  disputeAnswer,
  disputeAppeal,
  disputeVote,
  type PositionAccount,
} from '@agent-labs/sdk';
import { PANELS, PLACES, type Place, stakerOf, trancheOf } from '../cast';
import { agentOf, positionOf, type Snapshot, tokensOf } from '../observe';
import { disputesIn, isBeforeRuling, isOfAgent, max } from '../rules';
import type { World } from '../world';
import { hasPosition } from './dispute-open';
import { ABSENT, first, type Planner, pick, pickFit, type Wish } from './wishes';

const UNKNOWN = 'dispute:0.999';

function refOf(world: World, label: string) {
  return { dispute: world.at(label), agent: world.at('agent'), stakeMint: world.at('mint:gold') };
}

interface Side {
  by: string;
  place: Place | undefined;
  position: PositionAccount | undefined;
}

/** The owner, a staker that shows its position, the claimant, or somebody who shows nothing. */
function sideOf(world: World, seen: Snapshot, claimant: string, { dice, stray }: Wish): Side {
  const none = { place: undefined, position: undefined };
  if (stray && dice % 2 === 0) return { by: 'stranger', ...none };
  if (stray) return { by: claimant, ...none };
  const places = PLACES.filter((place) => positionOf(seen, place) !== undefined);
  const place = dice % 3 === 0 ? undefined : pick(places, dice);
  if (place === undefined) return { by: world.nameOf(agentOf(seen).owner), ...none };
  return { by: stakerOf(place), place, position: positionOf(seen, place) };
}

const built = ({ by, place }: Side, world: World, bond: bigint) => ({
  wallet: world.key(by).publicKey,
  bond,
  ...(place !== undefined && { tranche: trancheOf(place) }),
});

const lacksSay = (world: World, seen: Snapshot, { by, position }: Side) =>
  !isOfAgent(seen, world.key(by).publicKey, position);

export const answer: Planner = async ({ world, seen, now }, wish) => {
  const all = disputesIn(seen);
  const fits = ([, one]: (typeof all)[number]) => now < one.responseEndsAt && one.answerer === null;
  const [label, dispute] = pickFit(all, wish, fits) ?? [UNKNOWN, undefined];
  const claimant = dispute === undefined ? 'pat' : world.nameOf(dispute.claimant);
  const side = sideOf(world, seen, claimant, wish);
  const due = dispute?.answerer === null ? dispute.claimantBond : 0n;
  const low = wish.flawed && due > 0n;
  const isOwner = world.key(side.by).publicKey.equals(agentOf(seen).owner);
  const statement = new Uint8Array(32).fill(wish.dice % 256);
  const party = built(side, world, low ? due - 1n : due);
  return {
    kind: 'dispute_answer',
    by: side.by,
    dispute: label,
    refusal: first(
      dispute === undefined && ABSENT,
      dispute !== undefined && now >= dispute.responseEndsAt && 'ResponseOver',
      side.by === claimant && 'NotParty',
      lacksSay(world, seen, side) && 'NotParty',
      dispute?.answerer != null && !isOwner && 'AlreadyAnswered',
      low && 'BondTooLow',
      tokensOf(seen, `purse:gold:${side.by}`) < due && 'token:1',
    ),
    instructions: [await disputeAnswer(world.deployment, refOf(world, label), party, statement)],
    signers: [side.by],
  };
};

export const appeal: Planner = async ({ world, seen, now }, wish) => {
  const all = disputesIn(seen);
  const fits = ([, one]: (typeof all)[number]) => one.status === 'Ruled' && now < one.appealEndsAt;
  const [label, dispute] = pickFit(all, wish, fits) ?? [UNKNOWN, undefined];
  const claimant = dispute === undefined ? 'pat' : world.nameOf(dispute.claimant);
  // who claims appeals as often as the other side
  const drawn = sideOf(world, seen, claimant, wish);
  const side = wish.at % 2 === 0 ? { by: claimant, place: undefined, position: undefined } : drawn;
  const { panels, claimantBond = 0n, arbiterFee = 0n } = dispute ?? {};
  const due = max(2n * claimantBond, BigInt(panels?.[1].threshold ?? 0) * arbiterFee);
  const party = built(side, world, wish.flawed && due > 0n ? due - 1n : due);
  return {
    kind: 'dispute_appeal',
    by: side.by,
    dispute: label,
    refusal: first(
      dispute === undefined && ABSENT,
      dispute !== undefined && isBeforeRuling(dispute) && 'AppealNotOpen',
      dispute !== undefined && (dispute.status !== 'Ruled' || now >= dispute.appealEndsAt) && 'AppealOver',
      side.by !== claimant && lacksSay(world, seen, side) && 'NotParty',
      wish.flawed && 'BondTooLow',
      tokensOf(seen, `purse:gold:${side.by}`) < due && 'token:1',
    ),
    instructions: [await disputeAppeal(world.deployment, refOf(world, label), party)],
    signers: [side.by],
  };
};

/** The panel that decides now, or why none does. */
function panelAt(dispute: DisputeAccount, now: bigint): 0 | 1 | string {
  if (isBeforeRuling(dispute)) {
    if (now < dispute.responseEndsAt) return 'VotingNotOpen';
    return now < dispute.rulingEndsAt ? 0 : 'VotingOver';
  }
  return dispute.status === 'Appealed' && now < dispute.appealRulingEndsAt ? 1 : 'VotingOver';
}

const AWARDS = [0, 10_000, 10_000, 10_000, 9_999, 5_000, 1, 3_333, 8_000, 10_001];

export const vote: Planner = async ({ world, seen, now }, wish) => {
  const all = disputesIn(seen);
  const fits = ([, one]: (typeof all)[number]) => typeof panelAt(one, now) === 'number';
  const [label, dispute] = pickFit(all, wish, fits) ?? [UNKNOWN, undefined];
  const panel = dispute === undefined ? 'none' : panelAt(dispute, now);
  const at = typeof panel === 'number' ? panel : 0;
  const votes = dispute?.panels[at].votes ?? [];
  const isFree = (member: string) => votes[PANELS[at].indexOf(member as never)] === null;
  const members = wish.stray ? PANELS[1 - at] : PANELS[at];
  const arbiter = pickFit(members ?? [], wish, (one) => wish.stray || isFree(one)) ?? 'stranger';
  const member = PANELS[at].indexOf(arbiter as never);
  const award = AWARDS[wish.dice % (wish.flawed ? AWARDS.length : AWARDS.length - 1)] ?? 0;
  const key = world.key(arbiter).publicKey;
  const parties = [agentOf(seen).owner, dispute?.answerer, dispute?.appellant];
  return {
    kind: 'dispute_vote',
    by: arbiter,
    dispute: label,
    refusal: first(
      dispute === undefined && ABSENT,
      award > 10_000 && 'AwardInvalid',
      typeof panel === 'string' && panel,
      member < 0 && 'NotArbiter',
      votes[member] !== null && 'AlreadyVoted',
      parties.some((party) => party?.equals(key)) && 'ArbiterIsParty',
      hasPosition(seen, arbiter) && 'ArbiterHasStake',
    ),
    instructions: [await disputeVote(world.deployment, refOf(world, label), key, award)],
    signers: [arbiter],
  };
};
