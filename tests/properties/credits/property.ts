import assert from 'node:assert/strict';
import {
  configPause,
  configUnpause,
  creditIssuerSet,
  creditsBurn,
  PauseBit,
  type TransactionFailed,
} from '@agent-labs/sdk';
import type { Signer, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { type CreditsFixture, DAILY_CAP } from '../../escrow/credits';
import type { RegistryFixture } from '../../fixtures/registry';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import { DAY, type Issuer, World } from './world';

export const KINDS = ['mint', 'burn', 'set', 'pause', 'unpause'];

interface Wish {
  kind: string;
  issuer: number;
  reference: number;
  amount: 'none' | 'one' | 'half' | 'all' | 'above';
  /** whether whoever signs is the right one, or an issuer goes on */
  yes: boolean;
}

interface Plan {
  instruction: TransactionInstruction;
  signer: Signer;
  refusal: string | false;
  apply(): void;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('mint', 'mint', 'mint', 'burn', 'set', 'clock', 'pause', 'unpause', 'unpause'),
  issuer: fc.constantFrom(0, 1),
  reference: fc.constantFrom(0, 1, 2, 3),
  amount: fc.constantFrom('none', 'one', 'half', 'half', 'all', 'above'),
  yes: fc.constantFrom(true, true, true, false),
});

const amountOf = ({ amount }: Wish, most: bigint): bigint =>
  ({ none: 0n, one: 1n, half: most / 2n, all: most, above: most + 1n })[amount];

/** Which invariant a success breaks that had to be refused so. */
const BROKEN: Record<string, number> = { Paused: 12, CreditPaymentUsed: 10, IssuerCapExceeded: 16 };

/**
 * Credits of two issuers, as they are drawn: what lands is what decision 18 lets land, and holders can burn all.
 * @param reasons whether a refusal must be for the reason foretold; a bug may leave another one
 */
export function creditsProperty(
  registry: RegistryFixture,
  statistics: Statistics,
  { most, reasons }: { most: number; reasons: boolean },
) {
  return fc.asyncProperty(fc.array(wish, { maxLength: most, size: 'max' }), async (drawn) => {
    const world = await World.start(registry);
    const life = { world, statistics, reasons };
    statistics.runs += 1;
    try {
      for (const one of drawn) await step(life, one);
      if (world.balance > 0n) {
        await step(life, { kind: 'burn', issuer: 0, reference: 1, amount: 'all', yes: true }, false);
      }
    } finally {
      const { admin, deployment, send } = registry;
      const open = { admin: admin.publicKey, bits: PauseBit.Deposit };
      if (world.paused) await send((await configUnpause(deployment, open)).instruction, admin);
    }
  });
}

interface Life {
  world: World;
  statistics: Statistics;
  reasons: boolean;
}

async function step({ world, statistics, reasons }: Life, one: Wish, drawn = true): Promise<void> {
  const { chain, feePayer } = world.buyer;
  if (one.kind === 'clock') {
    await chain.advance({ seconds: DAY / 3n, slots: 1 });
    return;
  }
  const { apply, instruction, refusal, signer } = await PLANS[one.kind as keyof typeof PLANS](world, one);
  const outcome = await chain.send([instruction], { payer: feePayer, signers: [signer] }).then(
    () => 'ok',
    (error: TransactionFailed) => errorName(error),
  );
  statistics.count(one.kind, outcome, drawn);
  const foretold = refusal || 'ok';
  if (outcome === 'ok' && foretold !== 'ok') {
    throw new InvariantViolated(BROKEN[foretold] ?? 9, `${one.kind}: not ${foretold}`);
  }
  if (outcome !== 'ok' && foretold === 'ok') throw new InvariantViolated(14, `${one.kind}: ${outcome}`);
  if (reasons) assert.equal(outcome, foretold, one.kind);
  if (outcome === 'ok') apply();
  await chain.advance({ slots: 1 });
  await world.check();
}

const first = (...reasons: (string | false)[]): string | false =>
  reasons.find((one) => one !== false) ?? false;

const PLANS = {
  mint: async (world: World, one: Wish): Promise<Plan> => {
    const on = world.on[one.issuer] as CreditsFixture;
    const issuer = world.issuers[one.issuer] as Issuer;
    const day = (await on.chain.unixTime()) / DAY;
    const before = day === issuer.day ? issuer.today : 0n;
    const amount = amountOf(one, issuer.cap);
    const { instruction } = await on.minting({
      ...{ wallet: world.buyer.buyer.publicKey, amount },
      reference: world.references[one.reference] as Uint8Array,
    });
    return {
      instruction,
      signer: on.issuer,
      refusal: first(
        (await world.record(one.issuer, one.reference)) !== null && 'CreditPaymentUsed',
        world.paused && 'Paused',
        amount === 0n && 'AmountZero',
        one.reference === 0 && 'CreditReferenceMissing',
        !issuer.active && 'IssuerInactive',
        before + amount > issuer.cap && 'IssuerCapExceeded',
      ),
      apply: () => {
        Object.assign(issuer, { day, today: before + amount, minted: issuer.minted + amount });
        issuer.payments += 1n;
      },
    };
  },
  burn: async (world: World, one: Wish): Promise<Plan> => {
    const { buyer, deployment } = world.buyer;
    const amount = amountOf(one, world.balance);
    return {
      instruction: await creditsBurn(deployment, buyer.publicKey, amount),
      signer: buyer,
      refusal: first(amount === 0n && 'AmountZero', amount > world.balance && 'token:1'),
      apply: () => {
        world.burned += amount;
      },
    };
  },
  set: async (world: World, one: Wish): Promise<Plan> => {
    const { admin, admins, deployment, pauser } = world.buyer;
    const issuer = world.issuers[one.issuer] as Issuer;
    const terms = {
      issuer: (world.on[one.issuer] as CreditsFixture).issuer.publicKey,
      dailyCap: amountOf(one, DAILY_CAP),
      active: one.reference > 0,
    };
    const signer = one.yes ? admin : pauser;
    const named = { ...admins, admin: signer.publicKey };
    return {
      instruction: (await creditIssuerSet(deployment, named, terms)).instruction,
      signer,
      refusal: !one.yes && 'NotAdmin',
      apply: () => {
        Object.assign(issuer, { cap: terms.dailyCap, active: terms.active });
      },
    };
  },
  pause: async (world: World): Promise<Plan> => {
    const { deployment, pauser } = world.buyer;
    const bits = { signer: pauser.publicKey, bits: PauseBit.Deposit };
    return {
      instruction: (await configPause(deployment, bits)).instruction,
      signer: pauser,
      refusal: false,
      apply: () => {
        world.paused = true;
      },
    };
  },
  unpause: async (world: World): Promise<Plan> => {
    const { admin, deployment } = world.buyer;
    const bits = { admin: admin.publicKey, bits: PauseBit.Deposit };
    return {
      instruction: (await configUnpause(deployment, bits)).instruction,
      signer: admin,
      refusal: false,
      apply: () => {
        world.paused = false;
      },
    };
  },
};
