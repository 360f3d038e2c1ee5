import assert from 'node:assert/strict';
import { configUnpause, PauseBit, type TransactionFailed } from '@agent-labs/sdk';
import fc from 'fast-check';
import type { RegistryFixture } from '../../fixtures/registry';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import { KINDS, planned, type Wish } from './commands';
import { SLOTS, World } from './world';

const sides = fc.constantFrom('Nobody', 'Creator', 'Recipient', 'Either', 'Either', 'Either' as const);
const often = [
  ...['lock_create', 'lock_create', 'lock_claim', 'lock_claim', 'lock_claim', 'lock_top_up', 'lock_top_up'],
  ...['milestone_approve', 'milestone_approve', 'milestone_approve', 'milestone_approve'],
  ...['lock_offer', 'lock_offer', 'unpause', 'unpause'],
  ...['lock_accept', 'lock_accept', 'lock_accept', 'lock_recipient_change', 'lock_reclaim', 'lock_close'],
  ...['clock', 'clock', 'clock', 'clock', 'clock'],
];

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...KINDS, ...often),
  slot: fc.constantFrom(...SLOTS),
  by: fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 3 as const),
  index: fc.integer({ min: 0, max: 5 }),
  schedule: fc.constantFrom('linear', 'periodic', 'milestones' as const),
  cancel: sides as fc.Arbitrary<Wish['cancel']>,
  change: sides as fc.Arbitrary<Wish['change']>,
  topUp: fc.constantFrom(true, true, false),
  stale: fc.constantFrom(false, false, false, false, true),
  seconds: fc.constantFrom(1n, 5n, 9n, 10n, 15n, 29n, 30n, 100n),
}) as fc.Arbitrary<Wish>;

/** Which invariant a success breaks that had to be refused so; others are of nobody's entitlement. */
const BROKEN: Record<string, number> = {
  Paused: 12,
  NothingDue: 6,
  NothingToReclaim: 6,
  DeadlineOver: 6,
  MilestoneApproved: 10,
  LockNotOver: 14,
  RentPayerMismatch: 13,
};

interface Life {
  world: World;
  statistics: Statistics;
  reasons: boolean;
}

/**
 * Locks as they are drawn: what lands is what decision 21 lets land, and in the end all money gets out.
 * @param reasons whether a refusal must be for the reason foretold; a bug may leave another one
 */
export function lockProperty(
  registry: RegistryFixture,
  statistics: Statistics,
  { most, reasons }: { most: number; reasons: boolean },
) {
  return fc.asyncProperty(fc.array(wish, { maxLength: most, size: 'max' }), async (drawn) => {
    const life = { world: await World.start(registry), statistics, reasons };
    statistics.runs += 1;
    try {
      for (const one of drawn) await step(life, one, true);
      await end(life);
    } finally {
      const { admin, deployment, send } = registry;
      const open = { admin: admin.publicKey, bits: PauseBit.Lock };
      if (life.world.paused) await send((await configUnpause(deployment, open)).instruction, admin);
    }
  });
}

/** Everything is over some day, and then nobody's leave is needed to get it out. */
async function end(life: Life): Promise<void> {
  const { world } = life;
  const plain = {
    by: 0,
    stale: false,
    topUp: false,
    seconds: 0n,
    cancel: 'Nobody',
    change: 'Nobody',
  } as const;
  await world.on.chain.advance({ seconds: 100_000n, slots: 1 });
  for (const slot of SLOTS) {
    for (const [kind, index] of [
      ['lock_claim', 2],
      ['lock_claim', 0],
      ['lock_reclaim', 0],
      ['lock_close', 0],
    ] as const) {
      await step(life, { ...plain, kind, slot, index, schedule: 'linear' }, false);
    }
    if (world.locks[slot] !== null) throw new InvariantViolated(14, `lock ${slot} does not end`);
  }
}

async function step({ world, statistics, reasons }: Life, one: Wish, drawn: boolean): Promise<void> {
  const { chain, feePayer } = world.on;
  if (one.kind === 'clock') {
    await chain.advance({ seconds: one.seconds, slots: 1 });
    await world.check();
    return;
  }
  const plan = await planned(world, one);
  if (plan === null) return;
  const { apply, instruction, refusal, signers } = plan;
  const outcome = await chain.send([instruction], { payer: feePayer, signers }).then(
    () => 'ok',
    (error: TransactionFailed) => errorName(error),
  );
  statistics.count(one.kind, outcome, drawn);
  const foretold = refusal ?? 'ok';
  if (outcome === 'ok' && foretold !== 'ok') {
    throw new InvariantViolated(BROKEN[foretold] ?? 9, `${one.kind}: not ${foretold}`);
  }
  if (outcome !== 'ok' && foretold === 'ok') throw new InvariantViolated(14, `${one.kind}: ${outcome}`);
  if (reasons) assert.equal(outcome, foretold, one.kind);
  if (outcome === 'ok') apply();
  await chain.advance({ slots: 1 });
  await world.check();
}
