import type { Advance } from '@agent-labs/localnet';
import { TransactionFailed } from '@agent-labs/sdk';
import type { TransactionInstruction } from '@solana/web3.js';
import type { TestChain } from '../../helpers/chains/test-chain';
import { ModelMismatch } from '../compare';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import type { Place } from './cast';
import { endOf } from './commands/dispute-ends';
import type { DisputeInvariants } from './invariants';
import { changed, configOf, namedBy, observe, type Snapshot } from './observe';
import { feePayer, type World } from './world';

export interface Plan {
  kind: string;
  /** Who acts; null where nobody has to sign. */
  by: string | null;
  /** Why the chain must refuse it; null when it must succeed, undefined where nobody foretells. */
  refusal: string | null | undefined;
  instructions: TransactionInstruction[];
  signers: string[];
  /** Moves the clock instead of sending anything. */
  advance?: Advance;
  /** Place of the channel, label of the dispute and place of the stake it is about. */
  channel?: number;
  dispute?: string;
  position?: Place;
  /** Base units it names. */
  amount?: bigint;
  /** Runs once it has landed. */
  landed?(): void;
}

/** A real chain, what was seen of it, and who watches over it. */
export interface Real {
  readonly world: World;
  /** The world's chain, or one with a bug in front of it. */
  readonly chain: TestChain;
  readonly invariants: DisputeInvariants;
  readonly statistics: Statistics;
  /** Compare what was foretold too; otherwise the invariants stand alone. */
  readonly compare: boolean;
  seen: Snapshot;
  now: bigint;
  slot: bigint;
}

/** Carries out a plan, and checks everything that must hold after it. @returns `ok` or the error's name */
export async function step(real: Real, plan: Plan, drawn = false): Promise<string> {
  const { chain, world } = real;
  // A transaction cannot change what it does not name: all the others are read whenever the clock moves.
  const named = plan.advance === undefined ? namedBy(plan.instructions, world) : undefined;
  const before = await observe(chain, world, real.seen, named);
  for (const label of changed(real.seen, before)) {
    throw new InvariantViolated(11, `${label} was changed by a step that it has nothing to do with`);
  }
  const now = await chain.unixTime();
  const outcome = await carryOut(real, plan);
  const after = await observe(chain, world, before, named);
  real.seen = after;
  real.now = await chain.unixTime();
  real.slot = await chain.slot();
  real.statistics.count(plan.kind, outcome, drawn);
  const ok = outcome === 'ok';
  if (!ok) await requireExitOpen(real, plan, before, outcome);
  real.invariants.check({ plan, ok, before, after, now });
  const foretold = plan.refusal === null ? 'ok' : plan.refusal;
  if (real.compare && foretold !== undefined && outcome !== foretold) {
    throw new ModelMismatch(`${plan.kind}: ${foretold} expected, got ${outcome}`);
  }
  if (ok) plan.landed?.();
  return outcome;
}

async function carryOut({ chain, world }: Real, plan: Plan): Promise<string> {
  if (plan.advance !== undefined) {
    await chain.advance(plan.advance);
    return 'ok';
  }
  const signers = plan.signers.map((name) => world.key(name));
  return chain.send(plan.instructions, { payer: feePayer, signers }).then(
    () => 'ok',
    (refusal) => namedError(world, refusal),
  );
}

/** The error's name, with `escrow:` before it where escrow gave it. */
function namedError({ deployment }: World, refusal: unknown): string {
  const name = errorName(refusal);
  if (!(refusal instanceof TransactionFailed) || name.includes(':')) return name;
  const failed = refusal.logs.map((line) => /^Program (\w+) failed: custom/.exec(line)?.[1]).find(Boolean);
  return failed === deployment.escrow.toBase58() ? `escrow:${name}` : name;
}

/** What a pause may stop; executions that slash wait too, and are looked at apart. */
const RISKS = ['stake', 'channel_open', 'vault_open'];
const PAUSE_BITS_AT = 12;

/** Invariant 12, second half: what is refused while paused would be refused without the pause too. */
async function requireExitOpen(real: Real, plan: Plan, before: Snapshot, outcome: string): Promise<void> {
  const state = before.get('config')?.state;
  if (!state || configOf(before).pauseBits === 0 || RISKS.includes(plan.kind)) return;
  const { chain, world } = real;
  if (outcome === 'ExecutionPaused') {
    const { slash = null } = endOf(before, plan.dispute ?? '', real.now, false) ?? {};
    if (slash !== null) return;
    throw new InvariantViolated(12, `${plan.kind} waits for a pause, and would not slash`);
  }
  const data = Uint8Array.from(state.data);
  data.fill(0, PAUSE_BITS_AT, PAUSE_BITS_AT + 2);
  await chain.setAccount(world.at('config'), { ...state, data });
  const signers = plan.signers.map((name) => world.key(name));
  // the limit makes it another transaction than the one refused
  const options = { payer: feePayer, signers, computeUnitLimit: 500_000 };
  const unpaused = await chain.simulate(plan.instructions, options).then(
    () => 'ok',
    (refusal) => namedError(world, refusal),
  );
  await chain.setAccount(world.at('config'), state);
  if (unpaused !== outcome) {
    throw new InvariantViolated(12, `${plan.kind}: ${outcome} while paused, ${unpaused} otherwise`);
  }
}
