import assert from 'node:assert/strict';
import { configUnpause, PauseBit } from '@agent-labs/sdk';
import fc from 'fast-check';
import { attest, unattest } from '../../fixtures/attestations';
import { tokenAccount, tokenBalance } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import { GRACE, LENGTH } from '../../timelock/pools';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import { planOf, type Wish, wishes } from './commands';
import type { Model } from './model';
import { ATTESTED, World } from './world';

interface Life {
  world: World;
  model: Model;
  statistics: Statistics;
  reasons: boolean;
}

/** Which invariant a success breaks that had to be refused so; 9 for all others. */
const BROKEN: Record<string, number> = { Paused: 12, NothingDue: 10, EpochNotDue: 6, GraceNotOver: 6 };

/**
 * Steps of a pool, as they are drawn; what lands is what the model lets land, and all money gets out.
 * @param reasons whether a refusal must be for the reason foretold; a bug may leave another one
 */
export function poolProperty(
  registry: RegistryFixture,
  statistics: Statistics,
  { most, reasons }: { most: number; reasons: boolean },
) {
  const modes = fc.constantFrom('Accrue' as const, 'Accrue' as const, 'Expire' as const);
  return fc.asyncProperty(modes, wishes(most), async (mode, drawn) => {
    const life = { ...(await World.start(registry, mode)), statistics, reasons };
    statistics.runs += 1;
    try {
      for (const wish of drawn) await step(life, wish);
      await unwind(life);
    } finally {
      const { admin, deployment, send } = registry;
      const open = { admin: admin.publicKey, bits: PauseBit.Lock };
      if (life.model.paused) await send((await configUnpause(deployment, open)).instruction, admin);
    }
  });
}

async function step(life: Life, wish: Wish, drawn = true): Promise<string> {
  const { model, reasons, statistics, world } = life;
  const { chain, feePayer } = world.on;
  if (model.closed) return 'nothing';
  if (await surroundings(life, wish)) return 'ok';
  const plan = await planOf(world, model, wish);
  if (plan === null) return 'nothing';
  const signers = plan.signers.filter((key) => key !== feePayer);
  const outcome = await chain
    .send([plan.instruction], { payer: feePayer, signers })
    .then(() => 'ok', errorName);
  statistics.count(wish.kind, outcome, drawn);
  const foretold = plan.refusal ?? 'ok';
  if (outcome === 'ok' && foretold !== 'ok') {
    throw new InvariantViolated(BROKEN[foretold] ?? 9, `${wish.kind}: not ${foretold}`);
  }
  if (outcome !== 'ok' && foretold === 'ok') throw new InvariantViolated(14, `${wish.kind}: ${outcome}`);
  if (reasons) assert.equal(outcome, foretold, wish.kind);
  if (outcome === 'ok') plan.apply();
  await chain.advance({ slots: 1 });
  model.now = await chain.unixTime();
  await world.check(model);
  return outcome;
}

/** What happens around a pool, and is none of its instructions. */
async function surroundings({ model, world }: Life, wish: Wish): Promise<boolean> {
  const { on } = world;
  const person = model.people[wish.at];
  const { wallet } = world.member(wish.at);
  assert.ok(person);
  switch (wish.kind) {
    case 'clock':
      await on.chain.advance({ seconds: wish.seconds, slots: 1 });
      break;
    case 'attest': {
      const until = model.now + (wish.yes ? ATTESTED : 60n);
      await attest(on, on.attestor, wallet.publicKey, until);
      person.attestedUntil = until;
      break;
    }
    case 'revoke':
      if (person.attestedUntil === null) return true;
      await unattest(on, on.attestor, wallet.publicKey);
      person.attestedUntil = null;
      break;
    case 'donate': {
      const held = await tokenBalance(on.chain, on.poolVault);
      await tokenAccount(on.chain, on.mint, on.pool, held + 3n, { at: on.poolVault });
      model.donated += 3n;
      break;
    }
    default:
      return false;
  }
  model.now = await on.chain.unixTime();
  return true;
}

/** 14: from every state all money gets out, by those who are entitled alone. */
async function unwind(life: Life): Promise<void> {
  const { model } = life;
  const must = async (kind: string, at = 0, wish: Partial<Wish> = {}) => {
    const one: Wish = { kind, at, amount: 'one', yes: true, seconds: GRACE, ...wish };
    const outcome = await step(life, one, false);
    if (outcome !== 'ok') throw new InvariantViolated(14, `${kind}: ${outcome}`);
  };
  if (model.closed) return;
  if (!model.stopped) await must('stop');
  for (const [at, person] of model.people.entries()) {
    const membership = () => person.membership;
    const now = membership();
    if (now === null) continue;
    if (model.isAttested(person) && model.due(now) > 0n) await must('claim', at);
    while (membership() !== null) {
      if (model.eviction(person) === 'GraceNotOver') await must('clock');
      await must('evict', at);
    }
  }
  if (model.mode === 'Expire') await must('clock', 0, { seconds: LENGTH });
  if (model.free > 0n) await must('withdraw');
  await must('close');
}
