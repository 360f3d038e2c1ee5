import {
  agentTransferAccept,
  agentTransferPropose,
  configPause,
  configUnpause,
  PauseBit,
} from '@agent-labs/sdk';
import { createTransferInstruction } from '@solana/spl-token';
import { PLACES } from '../cast';
import { agentOf, configOf, positionOf, records, type Snapshot } from '../observe';
import { claimsEnd, disputesIn } from '../rules';
import type { Plan } from '../step';
import type { Planner } from './wishes';

/** Moves the clock on; a slot passes at least. */
export function advanceBy(seconds: bigint): Plan {
  const advance = { seconds };
  return { kind: 'clock', by: null, refusal: null, instructions: [], signers: [], advance };
}

/** Moments at which something changes by itself, each the first second of the new state. */
function deadlines(seen: Snapshot): bigint[] {
  const times = disputesIn(seen).flatMap(([, one]) => [
    one.responseEndsAt,
    one.rulingEndsAt,
    one.appealEndsAt,
    one.appealRulingEndsAt,
  ]);
  for (const [, channel] of records(seen, 'channel')) {
    times.push(channel.heldUntil, channel.expiresAt, channel.closingEndsAt, claimsEnd(channel));
    times.push(channel.pendingSince + channel.holdback, channel.lastSettleAt + channel.holdback);
  }
  for (const place of PLACES) times.push(positionOf(seen, place)?.coolingUntil ?? 0n);
  times.push(configOf(seen).executionPauseEndsAt);
  return times;
}

/** By some seconds, or to a moment at which something changes, or a second to either side of it. */
export const clock: Planner = async ({ seen, now }, { at, dice, fit }) => {
  const cooled = PLACES.map((place) => positionOf(seen, place)?.coolingUntil ?? 0n).filter(
    (time) => time > now,
  );
  if (!fit && dice % 3 === 0 && cooled.length > 0) {
    return advanceBy((cooled[at % cooled.length] ?? now) - now);
  }
  if (dice % 2 === 0) return advanceBy(BigInt(1 + (dice % 24)));
  const soon = deadlines(seen)
    .filter((time) => time > now && time < now + 70n)
    .sort((a, b) => Number(a - b));
  const [next] = soon.slice(at % Math.max(1, Math.min(3, soon.length)));
  if (next === undefined) return advanceBy(20n);
  const off = [-1n, 0n, 0n, 0n, 1n][dice % 5] ?? 0n;
  return advanceBy(next + off - now);
};

/** The agent changes hands between its two owners. */
export const sell: Planner = async ({ world, seen }) => {
  const { ownershipEpoch, ...agentNow } = agentOf(seen);
  const owner = world.nameOf(agentNow.owner);
  const buyer = owner === 'ann' ? 'ben' : 'ann';
  const [agent, newOwner] = [world.at('agent'), world.key(buyer).publicKey];
  const offering = { agent, owner: world.key(owner).publicKey, newOwner };
  const keys = {
    agentKey: world.at(`wallet:agentKey${ownershipEpoch + 1}`),
    payoutOwner: world.key('payee').publicKey,
  };
  const offer = await agentTransferPropose(world.deployment, offering);
  const taking = await agentTransferAccept(world.deployment, { agent, pendingOwner: newOwner, ...keys });
  return {
    kind: 'sell',
    by: owner,
    refusal: null,
    instructions: [offer.instruction, taking.instruction],
    signers: [owner, buyer],
  };
};

/** A stranger sends tokens to the vault. */
export const donate: Planner = async ({ world }, { dice }) => {
  const amount = BigInt(1 + (dice % 500));
  const [source, to] = [world.at('purse:gold:stranger'), world.at('tokens')];
  return {
    kind: 'donate',
    by: 'stranger',
    amount,
    refusal: null,
    instructions: [createTransferInstruction(source, to, world.key('stranger').publicKey, amount)],
    signers: ['stranger'],
  };
};

const { Execute, Open, Stake } = PauseBit;
const BITS = [Execute, Execute, Execute | Stake, Open, Stake, Open | Stake | Execute];

/** Something is paused, or nothing any more. */
export const pause: Planner = async ({ world, seen }, { dice }) => {
  const paused = configOf(seen).pauseBits;
  const by = paused === 0 ? 'pauser' : 'admin';
  const signer = world.key(by).publicKey;
  const { instruction } =
    paused === 0
      ? await configPause(world.deployment, { signer, bits: BITS[dice % BITS.length] ?? Stake })
      : await configUnpause(world.deployment, { admin: signer, bits: paused });
  return { kind: 'pause', by, refusal: null, instructions: [instruction], signers: [by] };
};
