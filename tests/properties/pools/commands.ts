import {
  configPause,
  configUnpause,
  epochOpen,
  PauseBit,
  poolClaim,
  poolClose,
  poolEvict,
  poolFund,
  poolJoin,
  poolLeave,
  poolStop,
  poolWithdraw,
} from '@agent-labs/sdk';
import type { Keypair, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { SHARE } from '../../timelock/pools';
import type { Model, Person } from './model';
import type { World } from './world';

/** What fast-check draws of a step. */
export interface Wish {
  kind: string;
  /** Which person. */
  at: number;
  amount: 'none' | 'one' | 'share' | 'many';
  /** Whether the right one signs, or it is meant so. */
  yes: boolean;
  seconds: bigint;
}

export interface Plan {
  instruction: TransactionInstruction;
  signers: Keypair[];
  /** Why it must be refused; null where it must succeed. */
  refusal: string | null;
  apply(): void;
}

export const KINDS = [
  ...['fund', 'join', 'open', 'claim', 'leave', 'evict', 'stop', 'withdraw', 'pause', 'unpause'],
];
const DRAWN = [
  ...['fund', 'fund', 'join', 'join', 'join', 'open', 'open', 'open', 'claim', 'claim', 'claim', 'leave'],
  ...['evict', 'evict', 'evict', 'evict', 'clock', 'clock', 'clock', 'attest', 'attest', 'revoke', 'revoke'],
  ...['pause', 'unpause'],
  ...['unpause', 'donate', 'stop', 'withdraw', 'withdraw', 'close'],
];

export const wishes = (most: number): fc.Arbitrary<Wish[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...DRAWN),
      at: fc.constantFrom(0, 1, 2),
      amount: fc.constantFrom('none', 'one', 'share', 'many', 'many'),
      yes: fc.constantFrom(true, true, true, false),
      seconds: fc.constantFrom(1n, 5n, 10n, 29n, 30n, 50n, 99n, 100n, 130n),
    }),
    { maxLength: most, size: 'max' },
  );

const first = (...reasons: (string | false | null)[]): string | null =>
  reasons.find((one): one is string => typeof one === 'string') ?? null;

const amountOf = ({ amount }: Wish): bigint =>
  ({ none: 0n, one: 1n, share: SHARE, many: 5n * SHARE })[amount];

interface Scene {
  world: World;
  model: Model;
  wish: Wish;
  person: Person;
  wallet: Keypair;
}

type Planner = (scene: Scene) => Promise<Plan | null>;

const unattested = (model: Model, person: Person): string | false => {
  if (model.isAttested(person)) return false;
  return person.attestedUntil === null ? 'NotAttested' : 'AttestationExpired';
};

const PLANNERS: Record<string, Planner> = {
  fund: async ({ world: { on }, model, wish }) => {
    const amount = amountOf(wish);
    return {
      instruction: await poolFund(on.deployment, on.poolRef, on.poolCreator.publicKey, amount),
      signers: [on.poolCreator],
      refusal: first(model.paused && 'Paused', amount === 0n && 'AmountZero', model.stopped && 'PoolStopped'),
      apply: () => {
        model.funded += amount;
      },
    };
  },
  join: async ({ world: { on, sponsor }, model, person, wallet }) => {
    const { instruction } = await poolJoin(on.deployment, on.poolRef, wallet.publicKey, sponsor.publicKey);
    return {
      instruction,
      signers: [wallet, sponsor],
      refusal: first(
        person.membership !== null && 'AlreadyMember',
        model.paused && 'Paused',
        unattested(model, person),
        model.stopped && 'PoolStopped',
        model.members.length === model.maxMembers && 'PoolFull',
      ),
      apply: () => {
        person.membership = { coming: [], suspendedAt: null };
      },
    };
  },
  open: async ({ world: { on }, model }) => ({
    instruction: await epochOpen(on.deployment, on.pool),
    signers: [],
    refusal: first(
      model.stopped && 'PoolStopped',
      model.now < model.opensAt && 'EpochNotDue',
      model.members.length === 0 && 'PoolEmpty',
      model.free < BigInt(model.members.length) * SHARE && 'EpochNotFunded',
    ),
    apply: () => model.openEpoch(),
  }),
  claim: async ({ world: { on }, model, person, wallet, wish }) => {
    if (person.membership === null) return null;
    const { membership } = person;
    const due = model.due(membership);
    const authority = wish.yes ? wallet : on.feePayer;
    return {
      instruction: await poolClaim(on.deployment, on.poolRef, {
        ...{ wallet: wallet.publicKey, authority: authority.publicKey },
      }),
      signers: [authority],
      refusal: first(unattested(model, person), due === 0n && 'NothingDue'),
      apply: () => {
        person.paid += due;
        membership.coming = [];
      },
    };
  },
  leave: async ({ world: { on, sponsor }, model, person, wallet, wish }) => {
    if (person.membership === null) return null;
    const due = model.due(person.membership);
    return {
      instruction: await poolLeave(on.deployment, on.pool, wallet.publicKey, {
        ...{ forfeit: !wish.yes, rentPayer: sponsor.publicKey },
      }),
      signers: [wallet],
      refusal: first(wish.yes && due > 0n && 'ClaimFirst'),
      apply: () => {
        person.membership = null;
      },
    };
  },
  evict: async ({ world: { on, sponsor }, model, person, wallet }) => {
    if (person.membership === null) return null;
    const { membership } = person;
    const comes = model.eviction(person);
    return {
      instruction: await poolEvict(on.deployment, on.poolRef, wallet.publicKey, sponsor.publicKey),
      signers: [],
      refusal: comes === 'ended' || comes === 'suspended' ? null : comes,
      apply: () => {
        if (comes === 'suspended') membership.suspendedAt = model.now;
        else person.membership = null;
      },
    };
  },
  stop: async ({ world: { on }, model, wish }) => {
    // seldom, or little else would be tried
    if (wish.yes && (wish.at !== 0 || wish.amount === 'many')) return null;
    const signer = wish.yes ? on.poolCreator : on.attestor;
    const ref = { ...on.poolRef, creator: signer.publicKey };
    return {
      instruction: await poolStop(on.deployment, ref),
      signers: [signer],
      refusal: first(!wish.yes && 'NotCreator', model.stopped && 'PoolStopped'),
      apply: () => {
        model.stopped = true;
      },
    };
  },
  withdraw: async ({ world: { on }, model, wish }) => {
    const { free } = model;
    // in vain only now and then
    if ((!model.stopped || free === 0n) && wish.yes) return null;
    return {
      instruction: await poolWithdraw(on.deployment, on.poolRef),
      signers: [on.poolCreator],
      refusal: first(!model.stopped && 'PoolNotStopped', free === 0n && 'NothingFree'),
      apply: () => {
        model.withdrawn += free;
      },
    };
  },
  close: async ({ world: { on }, model }) => ({
    instruction: await poolClose(on.deployment, on.poolRef),
    signers: [on.poolCreator],
    refusal: first(!model.stopped && 'PoolNotStopped', model.memberships.length > 0 && 'MembersRemain'),
    apply: () => {
      model.closed = true;
    },
  }),
  pause: async ({ world: { on }, model }) => {
    const bits = { signer: on.pauser.publicKey, bits: PauseBit.Lock };
    return {
      instruction: (await configPause(on.deployment, bits)).instruction,
      signers: [on.pauser],
      refusal: null,
      apply: () => {
        model.paused = true;
      },
    };
  },
  unpause: async ({ world: { on }, model }) => {
    const bits = { admin: on.admin.publicKey, bits: PauseBit.Lock };
    return {
      instruction: (await configUnpause(on.deployment, bits)).instruction,
      signers: [on.admin],
      refusal: null,
      apply: () => {
        model.paused = false;
      },
    };
  },
};

/** What a wish comes to; null where there is nothing to do it to. */
export function planOf(world: World, model: Model, wish: Wish): Promise<Plan | null> {
  const planner = PLANNERS[wish.kind];
  if (planner === undefined) throw new Error(`no plan for ${wish.kind}`);
  const [person, { wallet }] = [model.people[wish.at] as Person, world.member(wish.at)];
  return planner({ world, model, wish, person, wallet });
}
