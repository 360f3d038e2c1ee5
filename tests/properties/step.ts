import type { Advance } from '@agent-labs/localnet';
import type { TransactionInstruction } from '@solana/web3.js';
import type { AsyncCommand } from 'fast-check';
import { stringify } from 'fast-check';
import type { TestChain } from '../helpers/chains/test-chain';
import { type Addresses, feePayer, keyOf } from './addresses';
import { compareLedger, ModelMismatch } from './compare';
import type { Invariants } from './invariants';
import type { ChannelKey, Model, Wallet } from './model';
import { changed, namedBy, observe, type Snapshot } from './observe';
import type { Statistics } from './statistics';
import { InvariantViolated } from './violated';
import { errorName } from './world';

/** What a step does, as far as the invariants need to know. */
export interface Act {
  kind: string;
  /** Place of the mandate it is about. */
  mandate?: number;
  /** Places of the channels it is about. */
  channels?: ChannelKey[];
  agent?: number;
  /** Base units it names. */
  amount?: bigint;
  signer?: Wallet;
  /** Token account that is to be paid, where the caller chooses it. */
  destination?: string;
  /** Token account that pays in. */
  source?: string;
}

export interface Plan {
  act: Act;
  /** Why the chain must refuse it; null when it must succeed. */
  refusal: string | null;
  instructions: TransactionInstruction[];
  signers: Wallet[];
  /** Moves the clock instead of sending anything. */
  advance?: Advance;
  /** What its success does to the model. */
  apply(model: Model): void;
}

/** A real chain, what was seen of it, and who watches over it. */
export interface Real {
  readonly chain: TestChain;
  readonly addresses: Addresses;
  readonly invariants: Invariants;
  readonly statistics: Statistics;
  /** Whether the model's prediction and ledger are compared too; without it the invariants stand alone. */
  readonly compare: boolean;
  seen: Snapshot;
}

/**
 * Carries out a plan, and checks everything that must hold after it.
 * @param drawn for the statistics
 * @returns `ok` or the error's name
 */
export async function step(real: Real, model: Model, plan: Plan, drawn = false): Promise<string> {
  // A transaction cannot change what it does not name. Those accounts are read right before and right after
  // it; all the others whenever the clock moves.
  const named = plan.advance === undefined ? namedBy(plan.instructions, real.addresses) : undefined;
  const before = await observe(real.chain, real.addresses, real.seen, named);
  for (const label of changed(real.seen, before)) {
    throw new InvariantViolated(11, `${label} was changed by a step that it has nothing to do with`);
  }
  const outcome = await carryOut(real, plan);
  const after = await observe(real.chain, real.addresses, before, named);
  real.seen = after;
  real.statistics.count(plan.act.kind, outcome, drawn);
  const now = await real.chain.unixTime();

  if (outcome !== 'ok') await requireExitOpen(real, plan, before, outcome);
  real.invariants.check({ act: plan.act, ok: outcome === 'ok', before, after, now });
  const expected = plan.refusal ?? 'ok';
  if (real.compare && outcome !== expected) {
    throw new ModelMismatch(`${plan.act.kind}: ${expected} expected, got ${outcome}`);
  }
  if (outcome === 'ok') plan.apply(model);
  model.now = now;
  model.slot = await real.chain.slot();
  if (real.compare) compareLedger(model, after, plan.act.kind);
  return outcome;
}

async function carryOut({ chain }: Real, plan: Plan): Promise<string> {
  if (plan.advance !== undefined) {
    await chain.advance(plan.advance);
    return 'ok';
  }
  try {
    await chain.send(plan.instructions, { payer: feePayer, signers: plan.signers.map(keyOf) });
    return 'ok';
  } catch (refusal) {
    return errorName(refusal);
  }
}

/** What a pause may stop. Everything else is an exit, or does not concern it. */
const RISKS = ['mandate_open', 'mandate_deposit', 'channel_open', 'channel_rearm', 'version_publish'];
const PAUSE_BITS_AT = 12;

/** Invariant 12, second half: what is refused while paused would be refused without the pause too. */
async function requireExitOpen(real: Real, plan: Plan, before: Snapshot, outcome: string): Promise<void> {
  const config = before.get('config');
  if (!config?.state || config.pauseBits === 0 || RISKS.includes(plan.act.kind)) return;
  const { chain, addresses } = real;
  const data = Uint8Array.from(config.state.data);
  data.fill(0, PAUSE_BITS_AT, PAUSE_BITS_AT + 2);
  await chain.setAccount(addresses.at('config'), { ...config.state, data });
  // the limit makes it another transaction than the one refused
  const options = { payer: feePayer, signers: plan.signers.map(keyOf), computeUnitLimit: 500_000 };
  const unpaused = await chain.simulate(plan.instructions, options).then(() => 'ok', errorName);
  await chain.setAccount(addresses.at('config'), config.state);
  if (unpaused !== outcome) {
    throw new InvariantViolated(12, `${plan.act.kind}: ${outcome} while paused, ${unpaused} otherwise`);
  }
}

/** Draws up a plan from the model and what was drawn. */
export type Planner<W> = (model: Model, addresses: Addresses, wish: W) => Promise<Plan>;

/** A planner with what was drawn for it: what fast-check runs, and prints when it fails. */
export class Command<W> implements AsyncCommand<Model, Real> {
  constructor(
    private readonly planner: Planner<W>,
    private readonly wish: W,
  ) {}
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    await step(real, model, await this.planner(model, real.addresses, this.wish), true);
  }
  toString(): string {
    return `${this.planner.name}(${stringify({ ...this.wish })})`;
  }
}
