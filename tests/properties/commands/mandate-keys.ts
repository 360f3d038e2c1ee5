import {
  mandateKill as mandateKillInstruction,
  mandateRotate as mandateRotateInstruction,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { keyOf, SESSIONS } from '../addresses';
import type { Mandate, Wallet } from '../model';
import { Command, type Planner } from '../step';
import { change, named, type Wish, wish } from './mandate';
import { ABSENT, first, pickPlace, type Swap, swapError, swapped } from './wishes';

/** Refused before the handler: no such mandate, another payer, a wrong account. */
function notMine(mandate: Mandate | null, wrong: boolean, swapWish: Swap | null): string | null {
  return first(mandate === null && ABSENT, wrong && 'PayerMismatch', swapError(swapWish));
}

const mandateRotate: Planner<Wish & { key: Wallet }> = async (model, addresses, drawn) => {
  const place = pickPlace(model, drawn.place, (at) => at !== null && at.killedAt === 0n);
  const mandate = model.mandates[place] ?? null;
  const { ref, signer, wrong } = named(addresses, place, drawn.swap === null ? drawn.by : 'payer');
  const invalid = { zero: PublicKey.default, payer: ref.payer }[drawn.key];
  const key = invalid ?? keyOf(drawn.key).publicKey;
  return {
    act: { kind: 'mandate_rotate', mandate: place, signer },
    refusal: first(
      notMine(mandate, wrong, drawn.swap),
      invalid !== undefined && 'SessionKeyInvalid',
      mandate?.session === drawn.key && 'SessionKeyUnchanged',
      mandate !== null && mandate.killedAt !== 0n && 'MandateKilled',
      drawn.key === 'approver' && (mandate?.approvalAbove ?? 0n) > 0n && 'SessionKeyApproves',
    ),
    instructions: [
      swapped(await mandateRotateInstruction(addresses.deployment, ref, key), drawn.swap, addresses),
    ],
    signers: [signer],
    apply: () => {
      change(model, place, (found) => {
        found.session = drawn.key;
        found.keyEpoch += 1;
      });
    },
  };
};

const mandateKill: Planner<Wish> = async (model, addresses, drawn) => {
  const place = pickPlace(model, drawn.place, (at) => at !== null && at.killedAt === 0n);
  const mandate = model.mandates[place] ?? null;
  const { ref, signer, wrong } = named(addresses, place, drawn.swap === null ? drawn.by : 'payer');
  return {
    act: { kind: 'mandate_kill', mandate: place, signer },
    refusal: notMine(mandate, wrong, drawn.swap) ?? (mandate?.killedAt !== 0n ? 'MandateKilled' : null),
    instructions: [swapped(await mandateKillInstruction(addresses.deployment, ref), drawn.swap, addresses)],
    signers: [signer],
    apply: () => {
      change(model, place, (found) => {
        found.killedAt = model.now;
      });
    },
  };
};

const newKey = fc.constantFrom(...SESSIONS, ...SESSIONS, 'zero', 'payer', 'approver');
export const mandateRotates = fc
  .record({ ...wish, key: newKey })
  .map((drawn) => new Command(mandateRotate, drawn));
export const mandateKills = fc.record(wish).map((drawn) => new Command(mandateKill, drawn));
