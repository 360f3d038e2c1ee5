import {
  configPause as configPauseInstruction,
  configUnpause as configUnpauseInstruction,
} from '@agent-labs/sdk';
import { createTransferInstruction } from '@solana/spl-token';
import fc, { type Arbitrary } from 'fast-check';
import { keyOf } from '../addresses';
import { credit, deadlines, type Model } from '../model';
import { Command, type Plan, type Planner } from '../step';
import { choose, first, pickPlace, type Target, target } from './wishes';

/** By so much, or to a moment at which something changes, or a second to either side of it. */
type Until = { seconds: number } | { deadline: number; off: -1n | 0n | 1n; far: boolean };
const until: Arbitrary<Until> = fc.oneof(
  { weight: 18, arbitrary: fc.record({ seconds: fc.nat({ max: 15 }) }) },
  { weight: 8, arbitrary: fc.record({ seconds: fc.integer({ min: 15, max: 120 }) }) },
  { weight: 3, arbitrary: fc.record({ seconds: fc.integer({ min: 120, max: 1_200 }) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      deadline: fc.nat({ max: 3 }),
      off: choose([2, -1n], [4, 0n], [1, 1n]),
      far: choose([9, false], [1, true]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ seconds: fc.constantFrom(9_999, 10_000, 57_600, 90_000) }) },
);

/** Moves the clock on; a slot passes at least. */
export function advanceBy(seconds: bigint): Plan {
  return {
    act: { kind: 'clock' },
    refusal: null,
    instructions: [],
    signers: [],
    advance: { seconds },
    apply: () => undefined,
  };
}

/** Far leaps end every channel and most mandates: they are to be rare. */
const SOON = 400n;

function secondsTo(model: Model, wish: Until): bigint {
  if ('seconds' in wish) return BigInt(wish.seconds);
  const times = deadlines(model).filter((time) => wish.far || time < model.now + SOON);
  if (times.length === 0) return 1n;
  const seconds = (times[wish.deadline % times.length] ?? 0n) + wish.off - model.now;
  return seconds > 0n ? seconds : 0n;
}

const clock: Planner<Until> = async (model, _, wish) => advanceBy(secondsTo(model, wish));

interface PauseWish {
  bits: number;
  by: 'admin' | 'pauser' | 'stranger';
}

const configPause: Planner<PauseWish> = async (model, { deployment }, { bits, by }) => {
  const { instruction } = await configPauseInstruction(deployment, { signer: keyOf(by).publicKey, bits });
  return {
    act: { kind: 'pause', signer: by },
    refusal: first(by === 'stranger' && 'NotPauser', bits === 0 && 'PauseBitsInvalid'),
    instructions: [instruction],
    signers: [by],
    apply: () => {
      model.pauseBits |= bits;
    },
  };
};

const configUnpause: Planner<PauseWish> = async (model, { deployment }, { bits, by }) => {
  const { instruction } = await configUnpauseInstruction(deployment, { admin: keyOf(by).publicKey, bits });
  return {
    act: { kind: 'unpause', signer: by },
    refusal: first(by !== 'admin' && 'NotAdmin', bits === 0 && 'PauseBitsInvalid'),
    instructions: [instruction],
    signers: [by],
    apply: () => {
      model.pauseBits &= ~bits;
    },
  };
};

/** A stranger sends tokens to a vault. */
const donate: Planner<{ place: Target; amount: bigint }> = async (
  model,
  addresses,
  { place: wish, amount },
) => {
  const place = pickPlace(model, wish, (mandate) => mandate !== null);
  const [source, vault] = [addresses.at('tokens:stranger'), addresses.at(`vault${place}`)];
  return {
    act: { kind: 'donate', mandate: place, amount, signer: 'stranger', source: 'tokens:stranger' },
    refusal: model.mandates[place] === null ? 'InvalidAccountData' : null,
    instructions: [createTransferInstruction(source, vault, keyOf('stranger').publicKey, amount)],
    signers: ['stranger'],
    apply: () => {
      credit(model, 'tokens:stranger', -amount);
      credit(model, `vault${place}`, amount);
    },
  };
};

const OPEN_AND_DEPOSIT = (1 << 2) | (1 << 3);
export const clocks = until.map((wish) => new Command(clock, wish));
export const pauses = fc
  .record<PauseWish>({
    bits: choose([4, 1 << 2], [2, 1 << 3], [2, OPEN_AND_DEPOSIT], [1, 1 << 0], [1, 127], [1, 0]),
    by: choose([6, 'pauser'], [2, 'admin'], [1, 'stranger']),
  })
  .map((wish) => new Command(configPause, wish));
export const unpauses = fc
  .record<PauseWish>({ bits: choose([8, 127], [1, 1 << 2], [1, 0]), by: choose([6, 'admin'], [1, 'pauser']) })
  .map((wish) => new Command(configUnpause, wish));
export const donations = fc
  .record({ place: target, amount: fc.bigInt({ min: 1n, max: 1_000n }) })
  .map((wish) => new Command(donate, wish));
