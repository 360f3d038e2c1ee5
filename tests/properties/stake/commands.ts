import {
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  configPause,
  configUnpause,
  PauseBit,
  positionClose,
  stake,
  stakeWithdraw,
  trancheRelease,
  unstake,
  vaultClose,
  vaultOpen,
} from '@agent-labs/sdk';
import { createTransferInstruction } from '@solana/spl-token';
import { Keypair, type TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import * as rules from './model';
import {
  type Actor,
  type Model,
  PLACES,
  type Place,
  STAKERS,
  stakerOf,
  trancheOf,
  type Vault,
} from './model';
import type { World } from './world';

/** What a step does, and what the model says of it. */
export interface Plan {
  kind: string;
  place?: Place;
  by: Actor;
  /** Base units it names. */
  amount?: bigint;
  /** Why the chain must refuse it; null when it must succeed. */
  refusal: string | null;
  instructions: TransactionInstruction[];
  signers: Keypair[];
  /** Seconds that pass instead of anything being sent. */
  seconds?: bigint;
  /** What stands for an instruction that is not built yet: changes the vault's bytes by what `apply` says. */
  simulated?: boolean;
  apply(): void;
}

export interface Wish {
  kind: keyof typeof PLANNERS;
  /** Among all places, or those that have a position. */
  at: number;
  fit: boolean;
  part: 'zero' | 'one' | 'half' | 'all' | 'above';
  amount: bigint;
  byStranger: boolean;
  wait: 'one' | 'short' | 'almost' | 'whole';
}

type Planner = (world: World, model: Model, wish: Wish) => Promise<Plan>;

/** The first reason that applies. */
const first = (...reasons: (string | false)[]) => reasons.find((reason) => reason !== false) || null;
const NONE = 'AccountOwnedByWrongProgram';

function placeOf(model: Model, { at, fit, kind }: Wish): Place {
  const taken = fit && model.vault ? [...model.vault.positions.keys()].filter(suits(model.vault, kind)) : [];
  const among = taken.length > 0 ? taken : PLACES;
  return among[at % among.length] as Place;
}

/** Whether a position is one that a command can do something to. */
function suits(vault: Vault, kind: Wish['kind']) {
  return (place: Place) => {
    const { active, cooling } = rules.worthOf(vault, place);
    if (kind === 'withdraw') return cooling > 0n;
    if (kind === 'unstake') return active > 0n;
    return kind !== 'position_close' || active + cooling === 0n;
  };
}

/** A part of what there is. */
function partOf(whole: bigint, part: Wish['part']): bigint {
  return { zero: 0n, one: 1n, half: whole / 2n, all: whole, above: whole + 1n }[part];
}

function refOf({ agent, keys }: World, place: Place) {
  return { agent, staker: keys[stakerOf(place)].publicKey, tranche: trancheOf(place) };
}

export const PLANNERS = {
  vault_open: async ({ deployment, agent, keys, stakeMint }, model) => {
    const opening = { rentPayer: keys.cat.publicKey, agent, stakeMint };
    const { instruction } = await vaultOpen(deployment, opening);
    return {
      kind: 'vault_open',
      by: 'cat',
      refusal: first(
        model.vault !== null && 'VaultExists',
        model.paused && 'Paused',
        model.retiring && 'AgentRetiring',
      ),
      instructions: [instruction],
      signers: [keys.cat],
      apply: () => {
        model.vault = rules.newVault(model.epoch);
      },
    };
  },

  stake: async (world, model, wish) => {
    const { deployment, keys, stakeMint } = world;
    const drawn = placeOf(model, wish);
    // an owner's first-loss stake as often as anything else
    const place: Place = wish.fit && wish.at % 2 === 0 ? `${model.owner}:FirstLoss` : drawn;
    const { vault } = model;
    const [staker, amount] = [stakerOf(place), wish.part === 'zero' ? 0n : wish.amount];
    const { instruction } = await stake(deployment, { ...refOf(world, place), stakeMint, amount });
    const ownersOnly = trancheOf(place) === 'FirstLoss';
    return {
      kind: 'stake',
      place,
      by: staker,
      amount,
      refusal: first(
        vault === null && NONE,
        model.paused && 'Paused',
        amount === 0n && 'AmountZero',
        model.retiring && 'AgentRetiring',
        ownersOnly && staker !== model.owner && 'NotOwner',
        ownersOnly && vault?.epoch !== model.epoch && 'TrancheNotReleased',
      ),
      instructions: [instruction],
      signers: [keys[staker]],
      apply: () => {
        const into = model.vault as Vault;
        const none = { active: 0n, activeEpoch: 0, cooling: 0n, coolingEpoch: 0, until: 0n };
        if (!into.positions.has(place)) into.positions.set(place, none);
        rules.forget(into, place).active += rules.enter(into.pools[trancheOf(place)].active, amount);
        into.staked += amount;
      },
    };
  },

  unstake: async (world, model, wish) => {
    const { deployment, keys } = world;
    const place = placeOf(model, wish);
    const { vault } = model;
    const position = vault?.positions.get(place);
    const by: Actor = wish.byStranger ? 'stranger' : stakerOf(place);
    const shares = partOf(position?.active ?? 0n, wish.part);
    const pool = vault?.pools[trancheOf(place)].active ?? rules.newPool();
    const valid = position?.activeEpoch === pool.epoch ? position.active : 0n;
    const absent = by === 'stranger';
    return {
      kind: 'unstake',
      place,
      by,
      refusal: first(
        (vault === null || position === undefined) && NONE,
        shares === 0n && 'AmountZero',
        absent && !model.retiring && 'NotStaker',
        absent && shares !== position?.active && 'NotAllShares',
        shares > valid && 'SharesExceeded',
        rules.worth(pool, shares, pool.epoch) === 0n && 'SharesWorthless',
      ),
      instructions: [await unstake(deployment, refOf(world, place), shares, keys[by].publicKey)],
      signers: [keys[by]],
      apply: () => rules.cool(model.vault as Vault, place, shares, model.now + rules.UNBONDING),
    };
  },

  withdraw: async (world, model, wish) => {
    const { deployment, keys, stakeMint } = world;
    const place = placeOf(model, wish);
    const { vault } = model;
    const position = vault?.positions.get(place);
    const by: Actor = wish.byStranger ? 'stranger' : stakerOf(place);
    const epoch = vault?.pools[trancheOf(place)].cooling.epoch;
    const [cooling, until] = [position?.cooling ?? 0n, position?.until ?? 0n];
    return {
      kind: 'withdraw',
      place,
      by,
      refusal: first(
        (vault === null || position === undefined) && NONE,
        (cooling === 0n || position?.coolingEpoch !== epoch) && 'NothingCooling',
        model.now < until && 'StillCooling',
        vault !== null && vault.disputedAt !== 0n && vault.disputedAt < until && 'DisputeOpen',
      ),
      instructions: [await stakeWithdraw(deployment, refOf(world, place), stakeMint, keys[by].publicKey)],
      signers: [keys[by]],
      apply: () => {
        const from = model.vault as Vault;
        const left = rules.forget(from, place);
        from.returned += rules.leave(from.pools[trancheOf(place)].cooling, left.cooling);
        Object.assign(left, { cooling: 0n, until: 0n });
        if (left.active === 0n) from.positions.delete(place);
      },
    };
  },

  tranche_release: async ({ deployment, agent, keys }, model, wish) => {
    const { vault } = model;
    const pool = vault?.pools.FirstLoss.active ?? rules.newPool();
    const holder = STAKERS.find((staker) => {
      const position = vault?.positions.get(`${staker}:FirstLoss`);
      return position !== undefined && position.activeEpoch === pool.epoch && position.active > 0n;
    });
    const named = wish.byStranger ? null : holder;
    const built = await trancheRelease(deployment, agent, named ? keys[named].publicKey : null);
    return {
      kind: 'tranche_release',
      ...(holder && { place: `${holder}:FirstLoss` as Place }),
      by: 'stranger',
      refusal: first(
        vault === null && NONE,
        vault?.epoch === model.epoch && 'NothingToRelease',
        pool.shares > 0n && !named && 'FormerPositionMissing',
      ),
      instructions: [built],
      signers: [],
      apply: () => {
        const of = model.vault as Vault;
        if (holder) rules.cool(of, `${holder}:FirstLoss`, pool.shares, model.now + rules.UNBONDING);
        of.epoch = model.epoch;
      },
    };
  },

  position_close: async (world, model, wish) => {
    const place = placeOf(model, wish);
    const { vault } = model;
    const { active, cooling } = vault ? rules.worthOf(vault, place) : { active: 0n, cooling: 0n };
    return {
      kind: 'position_close',
      place,
      by: 'stranger',
      refusal: first(!vault?.positions.has(place) && NONE, active + cooling > 0n && 'PositionNotWorthless'),
      instructions: [await positionClose(world.deployment, refOf(world, place))],
      signers: [],
      apply: () => {
        const of = model.vault as Vault;
        const gone = rules.forget(of, place);
        rules.leave(of.pools[trancheOf(place)].active, gone.active);
        rules.leave(of.pools[trancheOf(place)].cooling, gone.cooling);
        of.positions.delete(place);
      },
    };
  },

  vault_close: async ({ deployment, agent, keys, stakeMint }, model, wish) => {
    const by: Actor = wish.byStranger ? 'stranger' : model.owner;
    const [owner, rentPayer] = [keys[model.owner].publicKey, keys.cat.publicKey];
    const closing = { agent, stakeMint, owner, rentPayer, authority: keys[by].publicKey };
    return {
      kind: 'vault_close',
      by,
      refusal: first(
        model.vault === null && NONE,
        by === 'stranger' && !model.retiring && 'CloseNotAllowed',
        (model.vault?.positions.size ?? 0) > 0 && 'PositionsRemain',
        model.vault !== null && model.vault.disputedAt !== 0n && 'DisputeOpen',
      ),
      instructions: [await vaultClose(deployment, closing)],
      signers: [keys[by]],
      apply: () => {
        Object.assign(model, { vault: null, donated: 0n });
      },
    };
  },

  donate: async ({ addresses, keys }, model, wish) => {
    const [source, to] = [addresses.get('purse:stranger'), addresses.get('tokens')];
    if (!source || !to) throw new Error('no such accounts');
    const amount = 1n + (wish.amount % 500n);
    return {
      kind: 'donate',
      by: 'stranger',
      amount,
      refusal: model.vault === null ? 'InvalidAccountData' : null,
      instructions: [createTransferInstruction(source, to, keys.stranger.publicKey, amount)],
      signers: [keys.stranger],
      apply: () => {
        model.donated += amount;
      },
    };
  },

  sell: async ({ deployment, agent, keys }, model) => {
    const buyer = model.owner === 'ann' ? 'ben' : 'ann';
    const [seller, newOwner] = [keys[model.owner], keys[buyer].publicKey];
    const offer = await agentTransferPropose(deployment, { agent, owner: seller.publicKey, newOwner });
    const fresh = { agentKey: Keypair.generate().publicKey, payoutOwner: newOwner };
    const taking = await agentTransferAccept(deployment, { agent, pendingOwner: newOwner, ...fresh });
    return {
      kind: 'sell',
      by: model.owner,
      refusal: null,
      instructions: [offer.instruction, taking.instruction],
      signers: [seller, keys[buyer]],
      apply: () => {
        Object.assign(model, { owner: buyer, epoch: model.epoch + 1 });
      },
    };
  },

  retire: async ({ deployment, agent, keys }, model) => {
    const owned = { agent, owner: keys[model.owner].publicKey, status: 'Retiring' } as const;
    return {
      kind: 'retire',
      by: model.owner,
      refusal: model.retiring ? 'StatusChangeInvalid' : null,
      instructions: [(await agentSetStatus(deployment, owned)).instruction],
      signers: [keys[model.owner]],
      apply: () => {
        model.retiring = true;
      },
    };
  },

  pause: async ({ deployment, admin, pauser }, model) => {
    const bits = PauseBit.Stake;
    const { instruction } = model.paused
      ? await configUnpause(deployment, { admin: admin.publicKey, bits })
      : await configPause(deployment, { signer: pauser.publicKey, bits });
    return {
      kind: 'pause',
      by: 'stranger',
      refusal: null,
      instructions: [instruction],
      signers: [model.paused ? admin : pauser],
      apply: () => {
        model.paused = !model.paused;
      },
    };
  },

  slash: async (_, model, wish) =>
    simulated(model, 'slash', (vault) => {
      const tranche = trancheOf(placeOf(model, wish));
      const { active, cooling } = vault.pools[tranche];
      const total = active.tokens + cooling.tokens;
      const amount = { zero: 0n, one: 1n, half: total / 2n, all: total, above: total - total / 3_000_000n };
      rules.slash(vault, tranche, amount[wish.part] > total ? total : amount[wish.part]);
    }),

  dispute: async (_, model) =>
    simulated(model, 'dispute', (vault) => {
      vault.disputedAt = vault.disputedAt === 0n ? model.now : 0n;
    }),

  wait: async (_, model, wish) => {
    const whole = rules.UNBONDING;
    const seconds = { one: 1n, short: 700n, almost: whole - 1n, whole }[wish.wait];
    return {
      kind: 'wait',
      by: 'stranger',
      refusal: null,
      instructions: [],
      signers: [],
      seconds,
      apply: () => {
        model.now += seconds;
      },
    };
  },
} satisfies Record<string, Planner>;

function simulated(model: Model, kind: string, apply: (vault: Vault) => void): Plan {
  const run = () => {
    if (model.vault !== null) apply(model.vault);
  };
  return { kind, by: 'stranger', refusal: null, instructions: [], signers: [], simulated: true, apply: run };
}

const weights: [keyof typeof PLANNERS, number][] = [
  ['vault_open', 3],
  ['stake', 14],
  ['unstake', 10],
  ['withdraw', 12],
  ['tranche_release', 5],
  ['position_close', 5],
  ['vault_close', 3],
  ['donate', 2],
  ['sell', 3],
  ['retire', 1],
  ['pause', 2],
  ['slash', 4],
  ['dispute', 3],
  ['wait', 12],
];
export const KINDS = weights.map(([kind]) => kind);

/** Commands in any order. */
export function wishes(most: number): fc.Arbitrary<Wish[]> {
  const pick = <T>(...values: T[]) => fc.constantFrom(...values);
  const wish = fc.record<Wish>({
    kind: fc.oneof(...weights.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
    at: fc.nat(63),
    fit: fc.boolean(),
    part: pick('zero', 'one', 'half', 'half', 'all', 'all', 'all', 'above'),
    amount: fc.oneof(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 9_000n })),
    byStranger: pick(true, false, false),
    wait: pick('one', 'short', 'almost', 'whole'),
  });
  return fc.array(wish, { minLength: 40, maxLength: most, size: 'max' });
}
