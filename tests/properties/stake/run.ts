import assert from 'node:assert/strict';
import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { rewrite } from '../../escrow/shared';
import { tokenAccount } from '../../fixtures/escrow';
import type { TestChain } from '../../helpers/chains/test-chain';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import { PLANNERS, type Plan, type Wish, wishes } from './commands';
import { StakeInvariants } from './invariants';
import { held, type Model, type Vault, worthOf } from './model';
import { observe, type Snapshot, startModel, startWorld, tokensOf, vaultOf, type World } from './world';

export interface StakePropertyOptions {
  statistics: Statistics;
  maxCommands: number;
  /** Compare with the model too; otherwise the invariants stand alone. */
  compare: boolean;
  wrap?: (chain: TestChain, world: World) => TestChain;
}

interface Real extends Pick<StakePropertyOptions, 'statistics' | 'compare'> {
  world: World;
  chain: TestChain;
  invariants: StakeInvariants;
  seen: Snapshot;
}

/** Any commands whatever leave every invariant standing after each of them, and all stake gets out. */
export function stakeProperty({ statistics, maxCommands, compare, wrap }: StakePropertyOptions) {
  return fc.asyncProperty(wishes(maxCommands), async (drawn) => {
    const world = await startWorld();
    const chain = wrap?.(world.chain, world) ?? world.chain;
    const base = await chain.rentExemption(0);
    const perByte = (await chain.rentExemption(1)) - base;
    const invariants = new StakeInvariants((bytes) => base + perByte * BigInt(bytes));
    const seen = await observe(world, chain);
    const real: Real = { world, chain, invariants, seen, statistics, compare };
    const model = await startModel(chain);
    statistics.runs += 1;
    await step(real, model, await PLANNERS.vault_open(world, model));
    for (const wish of drawn) {
      await step(real, model, await PLANNERS[wish.kind](world, model, wish), true);
    }
    await unwind(real, model);
  });
}

async function step(real: Real, model: Model, plan: Plan, drawn = false): Promise<string> {
  const { chain, invariants, statistics, world } = real;
  const before = await observe(world, chain);
  const outcome = await carryOut(real, model, plan);
  const after = await observe(world, chain);
  real.seen = after;
  statistics.count(plan.kind, outcome, drawn);
  const ok = outcome === 'ok';
  if (!ok) await requireExitOpen(real, model, plan, outcome);
  invariants.check({ plan, ok, before, after, now: model.now, paused: model.paused });
  if (real.compare) assert.equal(outcome, plan.refusal ?? 'ok', plan.kind);
  if (ok && !plan.simulated) plan.apply();
  // on a chain with a bug the plans follow what the chain has become
  if (real.compare) compareVault(model.vault, after, plan.kind);
  else model.vault = vaultOf(after);
  return outcome;
}

async function carryOut({ chain, world }: Real, model: Model, plan: Plan): Promise<string> {
  if (plan.seconds !== undefined) await chain.advance({ seconds: plan.seconds, slots: 1 });
  if (plan.simulated) {
    plan.apply();
    if (model.vault !== null) await writeVault(chain, world, model.vault, model.donated);
  }
  if (plan.instructions.length === 0) return 'ok';
  try {
    await chain.send(plan.instructions, { payer: world.feePayer, signers: plan.signers });
    return 'ok';
  } catch (refusal) {
    return errorName(refusal);
  }
}

/** Slashes and disputes, which take windows that no run waits for, written as they would be. */
async function writeVault(chain: TestChain, world: World, vault: Vault, donated: bigint): Promise<void> {
  const { FirstLoss, Backers } = vault.pools;
  const dispute = vault.disputedAt === 0n ? PublicKey.default : world.stakeMint;
  await rewrite(chain, 'stakeVault', world.vault, {
    firstLoss: { ...FirstLoss.active },
    firstLossCooling: { ...FirstLoss.cooling },
    backers: { ...Backers.active },
    backersCooling: { ...Backers.cooling },
    slashed: vault.slashed,
    oldestDisputeAt: vault.disputedAt,
    openDisputes: vault.disputedAt === 0n ? 0 : 1,
    firstDispute: dispute,
    lastDispute: dispute,
  });
  const at = world.addresses.get('tokens');
  await tokenAccount(chain, world.stakeMint, world.vault, held(vault) + donated, at ? { at } : {});
}

/** Invariant 12: what is refused while paused would be refused without the pause too, but for new risk. */
async function requireExitOpen({ chain, world, seen }: Real, model: Model, plan: Plan, outcome: string) {
  const config = seen.get('config');
  const at = world.addresses.get('config');
  if (!model.paused || ['stake', 'vault_open'].includes(plan.kind) || !config || !at) return;
  const data = Uint8Array.from(config.data);
  data.fill(0, 12, 14);
  await chain.setAccount(at, { ...config, data });
  const options = { payer: world.feePayer, signers: plan.signers, computeUnitLimit: 500_000 };
  const unpaused = await chain.simulate(plan.instructions, options).then(() => 'ok', errorName);
  await chain.setAccount(at, config);
  if (unpaused !== outcome) {
    throw new InvariantViolated(12, `${plan.kind}: ${outcome} while paused, ${unpaused} otherwise`);
  }
}

function compareVault(vault: Vault | null, after: Snapshot, kind: string): void {
  const found = vaultOf(after);
  if (vault === null || found === null) {
    assert.equal(found, vault, `vault after ${kind}`);
    return;
  }
  const { count, ...rest } = found;
  const sorted = (of: Vault) => ({ ...of, positions: new Map([...of.positions].sort()) });
  assert.deepEqual(sorted(rest), sorted(vault), `after ${kind}`);
  assert.equal(count, vault.positions.size);
}

/** Invariant 14: from wherever the run got to, strangers bring all stake to its stakers, and end the vault. */
async function unwind(real: Real, model: Model): Promise<void> {
  const plain: Omit<Wish, 'kind'> = {
    at: 0,
    fit: true,
    part: 'all',
    amount: 1n,
    byStranger: true,
    wait: 'one',
  };
  const must = async (kind: Wish['kind'], wish: Partial<Wish> = {}) => {
    const plan = await PLANNERS[kind](real.world, model, { kind, ...plain, ...wish });
    const outcome = await step(real, model, plan);
    if (outcome !== 'ok') throw new InvariantViolated(14, `${kind} is refused at the end: ${outcome}`);
  };
  if (model.vault === null) return;
  if (model.vault.disputedAt !== 0n) await must('dispute');
  if (!model.retiring) await must('retire');
  for (const [kind, wanted] of [
    ['unstake', 'active'],
    ['withdraw', 'cooling'],
    ['position_close', null],
  ] as const) {
    if (kind === 'withdraw') await must('wait', { wait: 'whole' });
    // what leaves takes its place out of the list
    for (const place of [...model.vault.positions.keys()]) {
      const { active, cooling } = worthOf(model.vault, place);
      if (wanted === 'active' && active === 0n) continue;
      if (wanted === 'cooling' && cooling === 0n) continue;
      const suited = [...model.vault.positions.keys()].filter((other) => {
        const now = worthOf(model.vault as Vault, other);
        return wanted === null ? now.active + now.cooling === 0n : now[wanted] > 0n;
      });
      await must(kind, { at: suited.indexOf(place) });
    }
  }
  await must('vault_close');
  const left = ['vault', 'tokens'].filter((label) => (real.seen.get(label)?.data.length ?? 0) > 0);
  if (left.length > 0 || tokensOf(real.seen, 'tokens') > 0n) {
    throw new InvariantViolated(14, `${left.join(', ')} stayed behind`);
  }
}
