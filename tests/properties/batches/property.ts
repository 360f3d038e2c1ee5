import assert from 'node:assert/strict';
import {
  batchCancel,
  batchClose,
  batchFund,
  batchWithdraw,
  configPause,
  configUnpause,
  lockClaim,
  PauseBit,
} from '@agent-labs/sdk';
import type { Keypair, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { tokenAccount, tokenBalance } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import type { Model } from './model';
import { World } from './world';

export const KINDS = ['fund', 'claim', 'pay', 'cancel', 'withdraw', 'pause', 'unpause'];

interface Wish {
  kind: string;
  /** Which leaf. */
  at: number;
  amount: 'none' | 'one' | 'rest' | 'above';
  /** Whether it is done right. */
  yes: boolean;
  seconds: bigint;
}

interface Plan {
  instruction: TransactionInstruction;
  signers: Keypair[];
  refusal: string | null;
  apply(): void;
}

const DRAWN = [
  ...['fund', 'fund', 'fund', 'claim', 'claim', 'claim', 'claim', 'pay', 'pay', 'pay', 'clock', 'clock'],
  ...[
    'cancel',
    'cancel',
    'withdraw',
    'withdraw',
    'withdraw',
    'close',
    'pause',
    'unpause',
    'unpause',
    'unpause',
    'donate',
  ],
];
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...DRAWN),
  at: fc.constantFrom(0, 1, 2, 3),
  amount: fc.constantFrom('none', 'one', 'rest', 'rest', 'rest', 'above'),
  yes: fc.constantFrom(true, true, true, false),
  seconds: fc.constantFrom(1n, 7n, 29n, 30n, 50n, 100n),
});

interface Life {
  world: World;
  model: Model;
  statistics: Statistics;
  reasons: boolean;
}

/** Which invariant a success breaks that had to be refused so; 9 for all others. */
const BROKEN: Record<string, number> = { Paused: 12, LeafClaimed: 10, NothingDue: 6, BatchNotFunded: 1 };

/**
 * Steps of a batch, as they are drawn; what lands is what the model lets land, and all money gets out.
 * @param reasons whether a refusal must be for the reason foretold; a bug may leave another one
 */
export function batchProperty(
  registry: RegistryFixture,
  statistics: Statistics,
  { most, reasons }: { most: number; reasons: boolean },
) {
  const start = fc.record({
    cancellable: fc.constantFrom(true, true, false),
    skew: fc.constantFrom(0n, 0n, 0n, 5n, -5n),
  });
  return fc.asyncProperty(start, fc.array(wish, { maxLength: most, size: 'max' }), async (begin, drawn) => {
    const life = { ...(await World.start(registry, begin)), statistics, reasons };
    statistics.runs += 1;
    try {
      for (const one of drawn) await step(life, one);
      await unwind(life);
    } finally {
      const { admin, deployment, send } = registry;
      const open = { admin: admin.publicKey, bits: PauseBit.Lock };
      if (life.model.paused) await send((await configUnpause(deployment, open)).instruction, admin);
    }
  });
}

const first = (...reasons: (string | false)[]): string | null =>
  reasons.find((one): one is string => one !== false) ?? null;

const notClaimable = (model: Model): string | false => {
  if (!model.live) return 'BatchNotFunded';
  return model.now >= model.claimUntil && 'BatchOver';
};

const PLANS: Record<string, (world: World, model: Model, wish: Wish) => Promise<Plan | null>> = {
  fund: async ({ on }, model, one) => {
    const lacks = model.total - model.deposited;
    const amount = { none: 0n, one: 1n, rest: lacks, above: lacks + 1n }[one.amount];
    return {
      instruction: await batchFund(on.deployment, on.batchRef, on.batchCreator.publicKey, amount),
      signers: [on.batchCreator],
      refusal: first(
        model.paused && 'Paused',
        amount === 0n && 'AmountZero',
        model.now >= model.claimUntil && 'BatchOver',
        amount > lacks && 'BatchOverfunded',
      ),
      apply: () => {
        model.deposited += amount;
      },
    };
  },
  claim: async ({ on, sponsor }, model, { at, yes }) => {
    const leaf = model.tree.leaf(at);
    const proof = model.tree.proof(yes ? at : (at + 1) % model.tree.count);
    const { instruction } = await on.claimOf(leaf, proof, sponsor.publicKey);
    const worth = model.worth(at);
    const left = model.total - model.taken;
    return {
      instruction,
      signers: [sponsor],
      refusal: first(
        notClaimable(model),
        !yes && 'LeafProofInvalid',
        model.claimed.has(at) && 'LeafClaimed',
        leaf.amount > left && 'BatchExhausted',
      ),
      apply: () => {
        model.claimed.set(at, { locked: worth, paid: 0n });
        if (model.cancelledAt !== null) model.claimedStopped.add(at);
      },
    };
  },
  pay: async ({ on }, model, { at }) => {
    const claimed = model.claimed.get(at);
    if (claimed === undefined || claimed.locked === 0n) return null;
    const due = model.released(at) - claimed.paid;
    const { recipient } = model.tree.leaf(at);
    return {
      instruction: await lockClaim(on.deployment, {
        ...{ lock: on.lockOf(at).lock, mint: on.mint, payee: recipient, authority: on.feePayer.publicKey },
      }),
      signers: [],
      refusal: first(due === 0n && 'NothingDue'),
      apply: () => {
        claimed.paid += due;
      },
    };
  },
  cancel: async ({ on }, model, { amount, at, yes }) => {
    // seldom, or little else would be tried
    if (model.cancelledAt === null && (at > 1 || amount === 'rest')) return null;
    const signer = yes ? on.batchCreator : on.admin;
    const ref = { ...on.batchRef, creator: signer.publicKey };
    const over = model.live && (model.now >= model.claimUntil || model.claimed.size === model.tree.count);
    return {
      instruction: await batchCancel(on.deployment, ref),
      signers: [signer],
      refusal: first(
        !yes && 'NotCreator',
        !model.cancellable && 'CancelNotAllowed',
        !model.live && 'BatchNotFunded',
        over && 'BatchOver',
        model.cancelledAt !== null && 'BatchCancelled',
      ),
      apply: () => {
        model.cancelledAt = model.now;
      },
    };
  },
  withdraw: async ({ on }, model, { at, yes }) => {
    const amount = model.withdrawable;
    // in vain only now and then
    if (amount === 0n && (yes || at > 0)) return null;
    return {
      instruction: await batchWithdraw(on.deployment, on.batchRef),
      signers: [on.batchCreator],
      refusal: first(amount === 0n && 'NothingFree'),
      apply: () => {
        model.returned += amount;
      },
    };
  },
  close: async ({ on }, model, { at, yes }) => {
    // where it would end the run at once, seldom
    if (!model.live && (at !== 0 || !yes)) return null;
    return {
      instruction: await batchClose(on.deployment, on.batchRef),
      signers: [on.batchCreator],
      refusal: first(model.live && !model.over && 'BatchOpen'),
      apply: () => {
        model.returned = model.deposited - model.locked;
        model.closed = true;
      },
    };
  },
  pause: async ({ on }, model) => ({
    instruction: (await configPause(on.deployment, { signer: on.pauser.publicKey, bits: PauseBit.Lock }))
      .instruction,
    signers: [on.pauser],
    refusal: null,
    apply: () => {
      model.paused = true;
    },
  }),
  unpause: async ({ on }, model) => ({
    instruction: (await configUnpause(on.deployment, { admin: on.admin.publicKey, bits: PauseBit.Lock }))
      .instruction,
    signers: [on.admin],
    refusal: null,
    apply: () => {
      model.paused = false;
    },
  }),
};

async function step(life: Life, one: Wish, drawn = true): Promise<string> {
  const { model, reasons, statistics, world } = life;
  const { chain, feePayer, mint } = world.on;
  // locks go on when their batch is gone
  if (model.closed && one.kind !== 'pay' && one.kind !== 'clock') return 'nothing';
  if (one.kind === 'clock') {
    await chain.advance({ seconds: one.seconds, slots: 1 });
    model.now = await chain.unixTime();
    return 'ok';
  }
  if (one.kind === 'donate') {
    const held = await tokenBalance(chain, world.on.batchVault);
    await tokenAccount(chain, mint, world.on.batch, held + 3n, { at: world.on.batchVault });
    model.donated += 3n;
    return 'ok';
  }
  const plan = await PLANS[one.kind]?.(world, model, one);
  if (!plan) return 'nothing';
  const signers = plan.signers.filter((key) => key !== feePayer);
  const outcome = await chain
    .send([plan.instruction], { payer: feePayer, signers })
    .then(() => 'ok', errorName);
  statistics.count(one.kind, outcome, drawn);
  const foretold = plan.refusal ?? 'ok';
  if (outcome === 'ok' && foretold !== 'ok') {
    throw new InvariantViolated(BROKEN[foretold] ?? 9, `${one.kind}: not ${foretold}`);
  }
  if (outcome !== 'ok' && foretold === 'ok') throw new InvariantViolated(14, `${one.kind}: ${outcome}`);
  if (reasons) assert.equal(outcome, foretold, one.kind);
  if (outcome === 'ok') plan.apply();
  await chain.advance({ slots: 1 });
  model.now = await chain.unixTime();
  await world.check(model);
  return outcome;
}

/** 14: from every state all money gets out, to whom it belongs. */
async function unwind(life: Life): Promise<void> {
  const { model } = life;
  const must = async (kind: string, change: Partial<Wish> = {}) => {
    const one: Wish = { kind, at: 0, amount: 'rest', yes: true, seconds: 2_000n, ...change };
    const outcome = await step(life, one, false);
    if (outcome !== 'ok') throw new InvariantViolated(14, `${kind}: ${outcome}`);
  };
  await must('clock');
  for (const [at, { locked, paid }] of model.claimed) if (locked > paid) await must('pay', { at });
  if (model.closed) return;
  // whoever never claims does not keep the rest for ever
  if (model.live && !model.over) await must('clock', { seconds: model.claimUntil - model.now });
  if (model.withdrawable > 0n) await must('withdraw');
  await must('close');
}
