import fc from 'fast-check';
import { described, withAccount } from '../../../helpers/refused';
import { choose } from '../../commands/wishes';
import type { Snapshot } from '../observe';
import type { Plan } from '../step';
import type { World } from '../world';

/** What is drawn for a command; each planner reads of it what it needs. */
export interface Wish {
  /** Among what fits, where `fit`; among all that is there otherwise. */
  at: number;
  fit: boolean;
  part: 'zero' | 'one' | 'third' | 'half' | 'all' | 'above';
  dice: number;
  /** Somebody acts who may not, most of the time. */
  stray: boolean;
  /** Something about it is wrong: which of several things `dice` says. */
  flawed: boolean;
  /** One account is another, where all else is right. */
  swap: boolean;
}

export interface Scene {
  world: World;
  seen: Snapshot;
  now: bigint;
  slot: bigint;
}
export type Planner = (scene: Scene, wish: Wish) => Promise<Plan>;

export const wish: fc.Arbitrary<Wish> = fc.record<Wish>({
  at: fc.nat(999),
  fit: choose([12, true], [1, false]),
  part: choose<Wish['part']>([1, 'zero'], [1, 'one'], [8, 'third'], [10, 'half'], [12, 'all'], [1, 'above']),
  dice: fc.nat(9_999),
  stray: choose([16, false], [1, true]),
  flawed: choose([14, false], [1, true]),
  swap: choose([12, false], [1, true]),
});

/** Whether nothing about a wish is wrong by intent. */
export const isEarnest = ({ fit, flawed, part, stray }: Wish) =>
  fit && !flawed && !stray && part !== 'zero' && part !== 'above';

/** The one at a drawn place. */
export function pick<T>(from: readonly T[], at: number): T | undefined {
  return from[at % Math.max(1, from.length)];
}

/** One that fits; where none does or is asked for, any that is there. */
export function pickFit<T>(all: readonly T[], { at, fit }: Wish, fits: (one: T) => boolean): T | undefined {
  const fitting = fit ? all.filter(fits) : [];
  return pick(fitting, at) ?? pick(all, at);
}

/** A part of what there is. */
export function partOf(whole: bigint, part: Wish['part']): bigint {
  const parts = { zero: 0n, one: 1n, third: whole / 3n, half: whole / 2n, all: whole, above: whole + 1n };
  return parts[part];
}

/** The first of several reasons that there is. */
export function first(...reasons: (string | null | false)[]): string | null {
  return reasons.find((reason): reason is string => typeof reason === 'string') ?? null;
}

/** What Anchor says of an account that is not there: the system program owns the place. */
export const ABSENT = 'AccountOwnedByWrongProgram';

/** An account in place of the right one, and what is then said. */
const SWAPS: Record<string, { to: string; error: string }> = {
  config: { to: 'decoy', error: 'ConfigMismatch' },
  agent: { to: 'other', error: 'AgentMismatch' },
  tokens: { to: 'purse:gold:stranger', error: 'VaultTokensMismatch' },
  source: { to: 'purse:tin:stranger', error: 'MintMismatch' },
  destination: { to: 'purse:tin:stranger', error: 'DestinationMismatch' },
  claimant_tokens: { to: 'purse:gold:stranger', error: 'DestinationMismatch' },
  first_loss_position: { to: 'nothing', error: 'PositionMismatch' },
  backer_position: { to: 'nothing', error: 'PositionMismatch' },
  delegates: { to: 'nothing', error: 'DelegatesMismatch' },
  instructions: { to: 'nothing', error: 'InstructionsMismatch' },
  claim_authority: { to: 'nothing', error: 'ClaimAuthorityMismatch' },
  escrow_program: { to: 'nothing', error: 'EscrowMismatch' },
  escrow_event_authority: { to: 'nothing', error: 'EscrowMismatch' },
  event_authority: { to: 'nothing', error: 'EventAuthorityMismatch' },
  program: { to: 'nothing', error: 'ProgramMismatch' },
};

/** The plan with one account swapped for another, where it is stake's and would have succeeded. */
export function swapped(plan: Plan, { dice, swap }: Wish, world: World): Plan {
  const own = plan.instructions.find(({ programId }) => programId.equals(world.deployment.stake));
  if (!swap || plan.refusal !== null || own === undefined) return plan;
  const { accounts } = described(own);
  const among = accounts.map((account) => account.name).filter((one) => suits(plan, one));
  const chosen = pick(among, dice);
  const swapping = SWAPS[chosen ?? ''];
  if (chosen === undefined || swapping === undefined) return plan;
  const pubkey = world.at(swapping.to);
  const wrong = withAccount(own, chosen, { pubkey });
  const instructions = plan.instructions.map((one) => (one === own ? wrong : one));
  return { ...plan, instructions, refusal: swapping.error };
}

function suits(plan: Plan, account: string): boolean {
  // without anything to pay it is not looked at
  const isIdle = account === 'claimant_tokens' && (plan.amount ?? 0n) === 0n;
  return SWAPS[account] !== undefined && !isIdle;
}
