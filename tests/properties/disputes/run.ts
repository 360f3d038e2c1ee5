import { mandateOpen, vaultOpen } from '@agent-labs/sdk';
import fc from 'fast-check';
import type { TestChain } from '../../helpers/chains/test-chain';
import type { Statistics } from '../statistics';
import { CALL_MAX, MANDATES } from './cast';
import { commands, type Kind, PLANNERS, planOf } from './commands';
import { published } from './commands/channel';
import type { Wish } from './commands/wishes';
import { planned, unwind } from './epilogue';
import { DisputeInvariants } from './invariants';
import { observe } from './observe';
import { type Plan, type Real, step } from './step';
import { activation, startWorld, type World } from './world';

export interface DisputePropertyOptions {
  statistics: Statistics;
  /** Most commands of a run; at least half of it are drawn. */
  maxCommands: number;
  /** Compare with what was foretold too; otherwise the invariants stand alone. */
  compare: boolean;
  /** Puts something between the test and the chain. */
  wrap?: (chain: TestChain, world: World) => TestChain;
}

/** Any commands whatever leave every invariant standing after each of them, and everything gets out. */
export function disputeProperty({ statistics, maxCommands, compare, wrap }: DisputePropertyOptions) {
  return fc.asyncProperty(commands(maxCommands), async (drawn) => {
    const world = await startWorld();
    const chain = wrap?.(world.chain, world) ?? world.chain;
    const base = await chain.rentExemption(0);
    const perByte = (await chain.rentExemption(1)) - base;
    const invariants = new DisputeInvariants(world, (bytes) => base + perByte * BigInt(bytes));
    const [seen, now] = [await observe(chain, world), await chain.unixTime()];
    const slot = await chain.slot();
    const real: Real = { world, chain, invariants, statistics, compare, seen, now, slot };
    statistics.runs += 1;
    await begin(real);
    for (const draw of drawn) await step(real, await planOf(real, draw), true);
    await unwind(real);
  });
}

const PLAIN: Wish = { at: 0, fit: true, part: 'all', dice: 0, stray: false, flawed: false, swap: false };

/** Opens vault, mandates and channels, stakes and pays for the first calls: something to dispute. */
async function begin(real: Real): Promise<void> {
  const { world } = real;
  const { deployment } = world;
  const must = async (plan: Plan) => {
    const outcome = await step(real, plan);
    if (outcome !== 'ok') throw new Error(`${plan.kind} at the beginning: ${outcome}`);
  };
  const drawn = async (kind: Kind, wish: Partial<Wish>) =>
    must(await PLANNERS[kind](real, { ...PLAIN, ...wish }));

  const [agent, stakeMint] = [world.at('agent'), world.at('mint:gold')];
  const rentPayer = world.key('admin').publicKey;
  const vault = await vaultOpen(deployment, { rentPayer, agent, stakeMint });
  await must(planned('vault_start', 'admin', vault.instruction));
  for (const at of [0, 1, 6]) await drawn('stake', { at, dice: 9_999 });
  for (const [at, place] of MANDATES.entries()) {
    const opened = await mandateOpen(deployment, {
      payer: world.key(place.payer).publicKey,
      mint: world.at(`mint:${place.mint}`),
      id: 1n,
      sessionKey: world.key(place.session).publicKey,
      ...{ perCallMax: CALL_MAX, dailyCap: PLENTY, totalCap: PLENTY, deposit: PLENTY / 4n },
      expiresAt: real.now + PLENTY,
    });
    await must(planned('mandate_open', place.payer, opened.instruction, { channel: at === 0 ? 0 : 2 }));
  }
  for (const number of [1, 2]) {
    const version = await published(world, number, CALL_MAX / 2n, 'ann');
    await must({ kind: 'version_publish', by: 'ann', refusal: null, ...version });
    if (number === 1) await must(planned('activate', 'ann', await activation(world)));
    // the odd versions are in tin, and so is the third channel
    for (const at of number === 1 ? [0] : [0, 0]) await drawn('channel_open', { at });
  }
  for (const at of [0, 1, 2]) await drawn('channel_settle', { at, dice: 2 });
}

const PLENTY = 20_000_000n;
