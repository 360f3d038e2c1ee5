import fc from 'fast-check';
import type { TestChain } from '../helpers/chains/test-chain';
import type { Addresses } from './addresses';
import { commands } from './commands';
import { attestationIssue } from './commands/attestation';
import { channelDrain, channelFinish } from './commands/channel-exits';
import { channelOpen } from './commands/channel-open';
import { advanceBy } from './commands/environment';
import { mandateOpen, type TERMS, terms } from './commands/mandate-open';
import { type Ending, unwind } from './epilogue';
import { Invariants } from './invariants';
import { DAY, dayOf, type Model } from './model';
import { observe } from './observe';
import type { Statistics } from './statistics';
import { type Plan, type Real, step } from './step';
import { startModel, startWorld } from './world';

export interface PropertyOptions {
  statistics: Statistics;
  /** Most commands of one run; half of it on average. */
  maxCommands: number;
  /** Compare with the model too; otherwise the invariants stand alone. */
  compare: boolean;
  /** Puts something between the test and the chain. */
  wrap?: (chain: TestChain, addresses: Addresses) => TestChain;
}

/** The property: any commands whatever leave every invariant standing after each of them, and all money gets out. */
export function escrowProperty(options: PropertyOptions) {
  const { statistics, maxCommands, compare, wrap = (chain) => chain } = options;
  const ending = fc.constantFrom<Ending>('payers', 'strangers');
  return fc.asyncProperty(commands(maxCommands), ending, terms, async (drawn, how, second) => {
    const world = await startWorld();
    const { addresses } = world;
    const chain = wrap(world.chain, addresses);
    const [perByte, base] = [
      (await chain.rentExemption(1)) - (await chain.rentExemption(0)),
      await chain.rentExemption(0),
    ];
    const invariants = new Invariants((bytes) => base + perByte * BigInt(bytes));
    const seen = await observe(chain, addresses);
    const real: Real = { chain, addresses, invariants, statistics, compare, seen };
    const model = await startModel(chain);
    statistics.runs += 1;
    await begin(real, model, how === 'strangers', second);
    await fc.asyncModelRun(() => ({ model, real }), drawn);
    await unwind(real, model, how);
  });
}

/**
 * Opens two mandates with a channel each, so that the first commands have something to work on.
 * @param second who else has a say in the second one's allotments
 * @param charged whether they have charged before what 64 bits almost, and what a day just holds
 */
async function begin(real: Real, model: Model, charged: boolean, second: keyof typeof TERMS): Promise<void> {
  const { addresses } = real;
  const must = async (plan: Plan) => {
    const outcome = await step(real, model, plan);
    if (outcome !== 'ok') throw new Error(`${plan.act.kind} at the beginning: ${outcome}`);
  };
  const open = async (place: number, wish: Partial<Parameters<typeof channelOpen>[2]>) => {
    const right = { proof: 'right', attestation: 'right', swap: null } as const;
    const plain = { ...right, by: 'session', sponsored: false, version: 'latest' } as const;
    const [at, amount, ends] = [{ at: 4 * place, fit: false }, { calls: 5 }, 'latest' as const];
    await must(await channelOpen(model, addresses, { ...plain, at, amount, ends, ...wish }));
  };
  // long enough for the beginning, and not for every run
  await must(await attestationIssue(model, addresses, { subject: 'owner1', life: 90_000n, evident: true }));
  for (const place of [0, 1]) {
    const none = { terms: place === 1 ? second : 'plain', flaw: null, swap: null } as const;
    const plain = { ...none, session: place, life: 100_000n, deposit: 'all' } as const;
    const at = { at: place, fit: false };
    await must(await mandateOpen(model, addresses, { ...plain, place: at }));
    if (charged && place === 0) {
      await open(place, { amount: 'all', ends: 'soon' });
      const [key] = model.channels.keys();
      const whole = { at: { key: key ?? '' }, swap: null };
      await must(advanceBy(40n));
      await must(await channelDrain(model, addresses, whole));
      await must(await channelFinish(model, addresses, { ...whole, by: 'stranger', rentTo: 'right' }));
    }
    // what approvers are to be asked about is no beginning
    const full = charged && place === 1 && second !== 'approved';
    await open(place, full ? { amount: 'caps' } : {});
  }
  if (charged) await must(advanceBy(BigInt(dayOf(model.now) + 1) * DAY - model.now));
}
