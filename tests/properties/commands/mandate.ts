import {
  feesSweep as feesSweepInstruction,
  mandateClose as mandateCloseInstruction,
  mandateDeposit as mandateDepositInstruction,
  mandateWithdraw as mandateWithdrawInstruction,
} from '@agent-labs/sdk';
import fc from 'fast-check';
import { type Addresses, keyOf } from '../addresses';
import { credit, deadReason, type Mandate, type Model, PLACES, type Wallet } from '../model';
import { type Act, Command, type Plan, type Planner } from '../step';
import {
  ABSENT,
  type Amount,
  amount,
  amountOf,
  choose,
  first,
  pickPlace,
  type Swap,
  swap,
  swapError,
  swapped,
  type Target,
  target,
} from './wishes';

export interface Wish {
  place: Target;
  by: 'payer' | 'other';
  swap: Swap | null;
}
export const wish = {
  place: target,
  by: choose([12, 'payer' as const], [1, 'other' as const]),
  swap: swap('event_authority', 'program'),
};
const swapWithVault = swap('event_authority', 'program', 'vault');

/** Who signs as the payer, and how the instruction then names the mandate. */
export function named(addresses: Addresses, place: number, by: Wish['by']) {
  const right: Wallet = PLACES[place]?.payer ?? 'payerA';
  const signer = by === 'payer' ? right : right === 'payerA' ? 'payerB' : 'payerA';
  const ref = {
    mandate: addresses.at(`mandate${place}`),
    payer: keyOf(signer).publicKey,
    mint: addresses.at('mint'),
  };
  return { ref, signer, wrong: by !== 'payer' };
}

const _isThere = (mandate: Mandate | null): boolean => mandate !== null;

interface DepositWish extends Wish {
  amount: Amount;
  source: 'own' | 'foreign' | 'vault' | 'others';
}

const mandateDeposit: Planner<DepositWish> = async (model, addresses, drawn) => {
  const place = pickPlace(model, drawn.place, (at) => at !== null && deadReason(at, model.now) === null);
  const mandate = model.mandates[place] ?? null;
  const { ref, signer, wrong } = named(addresses, place, drawn.swap === null ? drawn.by : 'payer');
  const purse = model.tokens.get(`tokens:${signer}`) ?? 0n;
  const most = purse < 3_000_000n || drawn.amount === 'above' ? purse : 3_000_000n;
  const amount = amountOf(drawn.amount, most);
  const sources = {
    own: `tokens:${signer}`,
    foreign: `foreign:${signer}`,
    vault: `vault${place}`,
    others: 'tokens:stranger',
  };
  const source = sources[drawn.source];
  const instruction = await mandateDepositInstruction(
    addresses.deployment,
    ref,
    amount,
    addresses.at(source),
  );
  const early = wrong ? 'own' : drawn.source;
  const stranger = early === 'others' ? 'token:4' : null;
  return {
    act: { kind: 'mandate_deposit', mandate: place, amount, signer, source },
    refusal: first(
      mandate === null && ABSENT,
      drawn.swap === 'config' && swapError('config'),
      wrong && 'PayerMismatch',
      drawn.swap === 'vault' && swapError('vault'),
      early === 'foreign' && 'MintMismatch',
      swapError(drawn.swap),
      (model.pauseBits & DEPOSIT) !== 0 && 'Paused',
      amount === 0n && 'AmountZero',
      early === 'vault' && 'VaultMismatch',
      mandate !== null && deadReason(mandate, model.now),
      amount > (stranger === null ? purse : (model.tokens.get('tokens:stranger') ?? 0n)) && 'token:1',
      stranger,
    ),
    instructions: [swapped(instruction, drawn.swap, addresses)],
    signers: [signer],
    apply: () => {
      credit(model, source, -amount);
      credit(model, `vault${place}`, amount);
      change(model, place, (found) => {
        found.free += amount;
      });
    },
  };
};

const DEPOSIT = 1 << 3;

export function change(model: Model, place: number, how: (mandate: Mandate) => void): void {
  const mandate = model.mandates[place];
  if (mandate) how(mandate);
}

interface OutWish extends Wish {
  amount: Amount;
  to: 'own' | 'payee' | 'vault' | 'foreign';
}

/** Token account that a payer wants paid. */
function destinationOf(to: OutWish['to'], place: number, signer: Wallet): string {
  return {
    own: `tokens:${signer}`,
    payee: 'tokens:payee3',
    vault: `vault${place}`,
    foreign: `foreign:${signer}`,
  }[to];
}

const mandateWithdraw: Planner<OutWish> = async (model, addresses, drawn) => {
  const place = pickPlace(model, drawn.place, (at) => at !== null && at.free > 0n);
  const mandate = model.mandates[place] ?? null;
  const { ref, signer, wrong } = named(addresses, place, drawn.swap === null ? drawn.by : 'payer');
  const amount = amountOf(drawn.amount, mandate?.free ?? 5n);
  const destination = destinationOf(drawn.to, place, signer);
  const at = addresses.at(destination);
  const instruction = await mandateWithdrawInstruction(addresses.deployment, ref, amount, at);
  return {
    act: { kind: 'mandate_withdraw', mandate: place, amount, signer, destination },
    refusal: first(
      mandate === null && ABSENT,
      wrong && 'PayerMismatch',
      drawn.swap === 'vault' && swapError('vault'),
      drawn.to === 'foreign' && 'MintMismatch',
      swapError(drawn.swap),
      amount === 0n && 'AmountZero',
      drawn.to === 'vault' && 'DestinationMismatch',
      amount > (mandate?.free ?? 0n) && 'InsufficientFree',
    ),
    instructions: [swapped(instruction, drawn.swap, addresses)],
    signers: [signer],
    apply: () => {
      credit(model, `vault${place}`, -amount);
      credit(model, destination, amount);
      change(model, place, (found) => {
        found.free -= amount;
      });
    },
  };
};

/** Ends a mandate: also the last step of every run. */
export const mandateClose: Planner<Omit<OutWish, 'amount'>> = async (model, addresses, drawn) => {
  const used = (at: Mandate) => at.totalCharged > 0n || deadReason(at, model.now) !== null;
  const place = pickPlace(model, drawn.place, (at) => at !== null && at.channels === 0 && used(at));
  const mandate = model.mandates[place] ?? null;
  const { ref, signer, wrong } = named(addresses, place, drawn.swap === null ? drawn.by : 'payer');
  const destination = destinationOf(drawn.to, place, signer);
  const instruction = await mandateCloseInstruction(addresses.deployment, ref, addresses.at(destination));
  const held = model.tokens.get(`vault${place}`) ?? 0n;
  return {
    act: { kind: 'mandate_close', mandate: place, signer, destination },
    refusal: first(
      mandate === null && ABSENT,
      wrong && 'PayerMismatch',
      drawn.swap === 'vault' && swapError('vault'),
      drawn.to === 'foreign' && 'MintMismatch',
      swapError(drawn.swap),
      model.slot <= (mandate?.generation ?? 0n) && 'ClosedInOpeningSlot',
      mandate !== null && mandate.channels > 0 && 'ChannelsRemain',
      mandate !== null && mandate.fees > 0n && 'FeesRemain',
      drawn.to === 'vault' && 'DestinationMismatch',
    ),
    instructions: [swapped(instruction, drawn.swap, addresses)],
    signers: [signer],
    apply: () => {
      model.mandates[place] = null;
      model.tokens.delete(`vault${place}`);
      credit(model, destination, held);
    },
  };
};

/** Pays the fees to the treasury: also done at the end of every run. */
export const feesSweep: Planner<Pick<Wish, 'place' | 'swap'> & { to: string }> = async (
  model,
  addresses,
  drawn,
) => {
  const place = pickPlace(model, drawn.place, (at) => at !== null && at.fees > 0n);
  const mandate = model.mandates[place] ?? null;
  const ref = { mandate: addresses.at(`mandate${place}`), mint: addresses.at('mint') };
  const [treasury, to] = [keyOf('treasury').publicKey, addresses.at(drawn.to)];
  const instruction = await feesSweepInstruction(addresses.deployment, ref, treasury, to);
  const act: Act = { kind: 'fees_sweep', mandate: place };
  const plan: Plan = {
    act,
    refusal: first(
      mandate === null && ABSENT,
      swapError(drawn.swap),
      mandate?.fees === 0n && 'NoFees',
      drawn.to !== 'tokens:treasury' && 'DestinationMismatch',
    ),
    instructions: [swapped(instruction, drawn.swap, addresses)],
    signers: [],
    apply: () => {
      change(model, place, (found) => {
        credit(model, `vault${place}`, -found.fees);
        credit(model, 'tokens:treasury', found.fees);
        found.fees = 0n;
      });
    },
  };
  return plan;
};

export const mandateDeposits = fc
  .record<DepositWish>({
    ...wish,
    amount,
    source: choose([12, 'own'], [1, 'foreign'], [1, 'vault'], [1, 'others']),
    swap: swap('event_authority', 'program', 'vault', 'config'),
  })
  .map((drawn) => new Command(mandateDeposit, drawn));
const to = choose<OutWish['to']>([12, 'own'], [2, 'payee'], [1, 'vault'], [1, 'foreign']);
export const mandateWithdraws = fc
  .record<OutWish>({ ...wish, amount, to, swap: swapWithVault })
  .map((drawn) => new Command(mandateWithdraw, drawn));
export const mandateCloses = fc
  .record({ ...wish, to, swap: swapWithVault })
  .map((drawn) => new Command(mandateClose, drawn));
const sweepTo = choose([9, 'tokens:treasury'], [1, 'tokens:stranger'], [1, 'foreign:treasury']);
export const feesSweeps = fc
  .record({ place: target, to: sweepTo, swap: swap('event_authority', 'program', 'vault', 'config') })
  .map((drawn) => new Command(feesSweep, drawn));
