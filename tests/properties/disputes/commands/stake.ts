import {
  PauseBit,
  poolsOf,
  positionClose,
  stake,
  stakeWithdraw,
  trancheRelease,
  unstake,
  vaultClose,
  vaultOpen,
} from '@agent-labs/sdk';
import { withAccount } from '../../../helpers/refused';
import { PLACES, type Place, stakerOf, trancheOf } from '../cast';
import { agentOf, configOf, positionOf, tokensOf, vaultOf } from '../observe';
import { worth, worthOf } from '../rules';
import type { World } from '../world';
import { ABSENT, first, isEarnest, type Planner, partOf, pickFit } from './wishes';

const refOf = (world: World, place: Place) => ({
  agent: world.at('agent'),
  staker: world.key(stakerOf(place)).publicKey,
  tranche: trancheOf(place),
});

/** Who stakes how often: payer and arbiter seldom, since that keeps them from their other parts. */
const STAKING: Place[] = [
  ...(['cat:Backers', 'dan:Backers', 'cat:Backers', 'dan:Backers', 'cat:Backers', 'dan:Backers'] as const),
  ...(['ann:FirstLoss', 'ben:FirstLoss', 'ann:FirstLoss', 'ben:FirstLoss', 'ann:FirstLoss'] as const),
  ...(['ben:Backers', 'pat:Backers'] as const),
];

const stakePlan: Planner = async ({ world, seen }, wish) => {
  const [agent, vault] = [agentOf(seen), vaultOf(seen)];
  const isOwner = (place: Place) => agent.owner.equals(world.key(stakerOf(place)).publicKey);
  const fits = (place: Place) => trancheOf(place) === 'Backers' || isOwner(place);
  const place = pickFit(STAKING, wish, fits) ?? 'cat:Backers';
  const amount = partOf(BigInt(1 + (wish.dice % 4_000)), wish.part === 'above' ? 'all' : wish.part);
  const ref = { ...refOf(world, place), stakeMint: world.at('mint:gold'), amount };
  const staker = stakerOf(place);
  const ownersOnly = trancheOf(place) === 'FirstLoss';
  const { pauseBits } = configOf(seen);
  return {
    kind: 'stake',
    by: staker,
    position: place,
    amount,
    refusal: first(
      (pauseBits & PauseBit.Stake) !== 0 && 'Paused',
      amount === 0n && 'AmountZero',
      ownersOnly && !isOwner(place) && 'NotOwner',
      ownersOnly && vault.ownershipEpoch !== agent.ownershipEpoch && 'TrancheNotReleased',
      tokensOf(seen, `purse:gold:${staker}`) < amount && 'token:1',
    ),
    instructions: [(await stake(world.deployment, ref)).instruction],
    signers: [staker],
  };
};

const unstakePlan: Planner = async ({ world, seen }, wish) => {
  const vault = vaultOf(seen);
  const activeOf = (place: Place) => worthOf(vault, positionOf(seen, place)).active;
  const place = pickFit(PLACES, wish, (one) => activeOf(one) > 0n) ?? 'cat:Backers';
  const position = positionOf(seen, place);
  const by = wish.stray ? 'stranger' : stakerOf(place);
  const pool = poolsOf(vault, trancheOf(place)).active;
  // after a slash a single share is worth less than a base unit
  const isSingle = pool.tokens < pool.shares && wish.dice % 3 === 0;
  const shares = isSingle ? 1n : partOf(position?.activeShares ?? 0n, wish.part);
  const valid = position?.activeEpoch === pool.epoch ? position.activeShares : 0n;
  const authority = world.key(by).publicKey;
  return {
    kind: 'unstake',
    by,
    position: place,
    refusal: first(
      position === undefined && ABSENT,
      shares === 0n && 'AmountZero',
      wish.stray && 'NotStaker',
      shares > valid && 'SharesExceeded',
      worth(pool, shares, pool.epoch) === 0n && 'SharesWorthless',
    ),
    instructions: [await unstake(world.deployment, refOf(world, place), shares, authority)],
    signers: [by],
  };
};

const withdrawPlan: Planner = async ({ world, seen, now }, wish) => {
  const vault = vaultOf(seen);
  const coolingOf = (place: Place) => worthOf(vault, positionOf(seen, place)).cooling > 0n;
  const isDone = (place: Place) =>
    coolingOf(place) && (wish.dice % 6 === 0 || now >= (positionOf(seen, place)?.coolingUntil ?? 0n));
  const place = pickFit(PLACES, wish, isDone) ?? 'cat:Backers';
  const position = positionOf(seen, place);
  const by = wish.stray ? 'stranger' : stakerOf(place);
  const { epoch } = poolsOf(vault, trancheOf(place)).cooling;
  const [shares, until] = [position?.coolingShares ?? 0n, position?.coolingUntil ?? 0n];
  const { oldestDisputeAt } = vault;
  const authority = world.key(by).publicKey;
  const gold = world.at('mint:gold');
  const instruction = await stakeWithdraw(world.deployment, refOf(world, place), gold, authority);
  const stranger = world.at('wallet:stranger');
  return {
    kind: 'withdraw',
    by,
    position: place,
    refusal: first(
      position === undefined && ABSENT,
      wish.flawed && 'StakerMismatch',
      (shares === 0n || position?.coolingEpoch !== epoch) && 'NothingCooling',
      now < until && 'StillCooling',
      oldestDisputeAt !== 0n && oldestDisputeAt < until && 'DisputeOpen',
    ),
    instructions: [wish.flawed ? withAccount(instruction, 'staker', { pubkey: stranger }) : instruction],
    signers: [by],
  };
};

const releasePlan: Planner = async ({ world, seen }, wish) => {
  const [agent, vault] = [agentOf(seen), vaultOf(seen)];
  const { epoch, shares } = vault.firstLoss;
  const owners: Place[] = ['ann:FirstLoss', 'ben:FirstLoss'];
  const holds = (place: Place) => {
    const position = positionOf(seen, place);
    return position?.activeEpoch === epoch && position.activeShares === shares && shares > 0n;
  };
  const right = owners.find(holds);
  const wrong = owners.find((place) => place !== right && positionOf(seen, place) !== undefined);
  const named = isEarnest(wish) ? right : wrong;
  const wallet = named === undefined ? null : world.key(stakerOf(named)).publicKey;
  return {
    kind: 'tranche_release',
    by: null,
    ...(right !== undefined && { position: right }),
    refusal: first(
      vault.ownershipEpoch === agent.ownershipEpoch && 'NothingToRelease',
      shares > 0n && named === undefined && 'FormerPositionMissing',
      shares > 0n && named !== right && 'NotFormerPosition',
    ),
    instructions: [await trancheRelease(world.deployment, world.at('agent'), wallet)],
    signers: [],
  };
};

const closePositionPlan: Planner = async ({ world, seen }, wish) => {
  const wholeOf = (place: Place) => {
    const { active, cooling } = worthOf(vaultOf(seen), positionOf(seen, place));
    return active + cooling;
  };
  const there = PLACES.filter((place) => positionOf(seen, place) !== undefined);
  // seldom one that is worth something: most of the time there is no other
  const isHasty = wish.dice % 8 === 0;
  const place = there.find((one) => isHasty || wholeOf(one) === 0n);
  return {
    kind: 'position_close',
    by: null,
    ...(place !== undefined && { position: place }),
    refusal: place === undefined ? ABSENT : first(wholeOf(place) > 0n && 'PositionNotWorthless'),
    instructions: [await positionClose(world.deployment, refOf(world, place ?? 'pat:Backers'))],
    signers: [],
  };
};

/** What cannot be while the agent is in business: a second vault, and a stranger closing the first. */
const vaultPlan: Planner = async ({ world, seen }, { dice }) => {
  const { deployment } = world;
  const [agent, stakeMint] = [world.at('agent'), world.at('mint:gold')];
  const rentPayer = world.key('admin').publicKey;
  const isOpening = dice % 2 === 0;
  const closing = {
    ...{ agent, stakeMint, rentPayer, owner: agentOf(seen).owner },
    authority: world.key('stranger').publicKey,
  };
  const wrong = { ...closing, rentPayer: closing.authority };
  const isWrong = dice % 4 === 1;
  const instruction = isOpening
    ? (await vaultOpen(deployment, { rentPayer, agent, stakeMint })).instruction
    : await vaultClose(deployment, isWrong ? wrong : closing);
  return {
    kind: isOpening ? 'vault_open' : 'vault_close',
    by: isOpening ? 'admin' : 'stranger',
    refusal: isOpening ? 'VaultExists' : isWrong ? 'RentPayerMismatch' : 'CloseNotAllowed',
    instructions: [instruction],
    signers: [isOpening ? 'admin' : 'stranger'],
  };
};

export const STAKE_PLANNERS = {
  stake: stakePlan,
  unstake: unstakePlan,
  withdraw: withdrawPlan,
  tranche_release: releasePlan,
  position_close: closePositionPlan,
  vault: vaultPlan,
};
