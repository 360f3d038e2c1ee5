import fc from 'fast-check';
import { choose } from '../../commands/wishes';
import type { Plan } from '../step';
import { CHANNEL_PLANNERS } from './channel';
import { execute, takeBack } from './dispute-ends';
import { cite, openDispute } from './dispute-open';
import { answer, appeal, vote } from './dispute-sides';
import { clock, donate, pause, sell } from './environment';
import { settle } from './settle';
import { STAKE_PLANNERS } from './stake';
import { ABSENT, isEarnest, type Scene, swapped, type Wish, wish } from './wishes';

export const PLANNERS = {
  ...STAKE_PLANNERS,
  ...CHANNEL_PLANNERS,
  channel_settle: settle,
  dispute_open: openDispute,
  dispute_cite: cite,
  dispute_answer: answer,
  dispute_vote: vote,
  dispute_appeal: appeal,
  dispute_withdraw: takeBack,
  dispute_execute: execute,
  ...{ clock, donate, pause, sell },
};
export type Kind = keyof typeof PLANNERS;

const kinds = choose<Kind>(
  [6, 'stake'],
  [4, 'unstake'],
  [7, 'withdraw'],
  [4, 'tranche_release'],
  [3, 'position_close'],
  [1, 'vault'],
  [14, 'channel_settle'],
  [6, 'channel_hold'],
  [1, 'channel_release'],
  [4, 'channel_payout'],
  [3, 'channel_refund'],
  [2, 'channel_close'],
  [4, 'channel_drain'],
  [4, 'channel_finish'],
  [5, 'channel_open'],
  [1, 'version_publish'],
  [16, 'dispute_open'],
  [16, 'dispute_cite'],
  [5, 'dispute_answer'],
  [24, 'dispute_vote'],
  [8, 'dispute_appeal'],
  [2, 'dispute_withdraw'],
  [14, 'dispute_execute'],
  [8, 'clock'],
  [1, 'donate'],
  [2, 'pause'],
  [1, 'sell'],
);

/** What is drawn for a step: several commands, of which the first is carried out that can succeed. */
export interface Draw {
  kinds: Kind[];
  wish: Wish;
}

/** Commands in any order. */
export function commands(most: number): fc.Arbitrary<Draw[]> {
  const draw = fc.record({ kinds: fc.array(kinds, { minLength: 5, maxLength: 5 }), wish });
  return fc.array(draw, { minLength: Math.floor(most / 2), maxLength: most, size: 'max' });
}

/** What is worth seeing refused, be it never so earnest. */
const WAITS = ['ExecutionPaused', 'DisputeOpen', 'escrow:HeldOrDisputed'];

export async function planOf(scene: Scene, { kinds, wish }: Draw): Promise<Plan> {
  const plans: Plan[] = [];
  const isThere = ({ refusal }: Plan) => !refusal?.endsWith(ABSENT);
  for (const kind of kinds) {
    const plan = await PLANNERS[kind](scene, wish);
    const { refusal } = plan;
    const suits = isEarnest(wish) ? refusal === null || WAITS.includes(refusal ?? '') : isThere(plan);
    if (suits) return swapped(plan, wish, scene.world);
    plans.push(plan);
  }
  const first = plans.find(isThere) ?? plans[0];
  if (first === undefined) throw new Error('no command was drawn');
  return first;
}
