import type { PublicKey } from '@solana/web3.js';
import fc, { type Arbitrary } from 'fast-check';
import type { Addresses } from '../addresses';
import {
  type Agent,
  chargedToday,
  deadReason,
  least,
  type Mandate,
  type Model,
  PLACES,
  type Wallet,
} from '../model';
import { BYSTANDER } from './attestation';
import { choose, first } from './wishes';

/** How much to allot: some calls' worth, or next to a limit. */
export type Allotment =
  | 'zero'
  | 'belowPrice'
  | 'price'
  | 'all'
  | 'aboveAll'
  | 'caps'
  | 'aboveCaps'
  | { calls: number };
export const allotment: Arbitrary<Allotment> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ calls: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 9,
    arbitrary: choose<Allotment>(
      [1, 'zero'],
      [1, 'belowPrice'],
      [2, 'price'],
      [5, 'all'],
      [1, 'aboveAll'],
      [3, 'caps'],
      [1, 'aboveCaps'],
    ),
  },
);

export function allotted(wish: Allotment, price: bigint, mandate: Mandate | null, now: bigint): bigint {
  const free = mandate?.free ?? 0n;
  const today = mandate === null ? 0n : mandate.dailyCap - chargedToday(mandate, now);
  const ever = mandate === null ? 0n : mandate.totalCap - mandate.totalCharged;
  if (typeof wish === 'object') return price * BigInt(wish.calls) + 3n;
  const amounts = { zero: 0n, belowPrice: price - 1n, price, all: free, aboveAll: free + 1n };
  const cap = least(today, ever);
  return { ...amounts, caps: least(cap, free), aboveCaps: least(cap + 1n, free) }[wish];
}

/** When the channel is to end. */
export type Ends = 'now' | 'soon' | 'latest' | 'tooLate' | 'same' | 'sooner';

export function endOf(wish: Ends, { now, windows }: Model, mandate: Mandate | null, present = now): bigint {
  const life = now + windows.channelLifeMax;
  const latest = mandate !== null && mandate.expiresAt < life ? mandate.expiresAt : life;
  const soon = now + 40n < latest ? now + 40n : latest;
  return { now, soon, latest, tooLate: latest + 1n, same: present, sooner: present - 1n }[wish];
}

export function endRefusal(end: bigint, { now, windows }: Model, mandate: Mandate): string | null {
  const right = end > now && end <= now + windows.channelLifeMax && end <= mandate.expiresAt;
  return right ? null : 'ChannelExpiryInvalid';
}

export type By = 'session' | 'payer' | 'stranger';
export const by = choose<By>([14, 'session'], [5, 'payer'], [1, 'stranger']);

export function signerOf(wish: By, mandate: Mandate | null, place: number): Wallet {
  if (wish === 'stranger') return 'stranger';
  return wish === 'payer' || mandate === null ? (PLACES[place]?.payer ?? 'payerA') : mandate.session;
}

const OPEN = 1 << 2;

/** Why nothing can be allotted under the mandate by this signer, or null. */
export function barred(model: Model, mandate: Mandate, wish: By): string | null {
  return first(
    (model.pauseBits & OPEN) !== 0 && 'Paused',
    wish === 'stranger' && 'NotPayerOrSession',
    deadReason(mandate, model.now),
  );
}

/** The attestation that comes with an allotment. */
export type Attested = 'right' | 'missing' | 'bystanders';
export const attested = choose<Attested>([10, 'right'], [3, 'missing'], [3, 'bystanders']);

export function attestationOf(
  wish: Attested,
  mandate: Mandate | null,
  { owner }: Agent,
  addresses: Addresses,
): { attestation?: PublicKey } {
  if (mandate === null || mandate.attestor === '' || wish === 'missing') return {};
  return { attestation: addresses.at(`attestation:${wish === 'right' ? owner : BYSTANDER}`) };
}

/** Whether the approvers' word is missing for an allotment; null where they are not asked. */
export function approvalRefusal({ approvalAbove }: Mandate, amount: bigint): string | null {
  return approvalAbove > 0n && amount >= approvalAbove ? 'ApprovalRequired' : null;
}

/** Why the attestor stands in the way of an allotment, or null. */
export function sayRefusal(model: Model, mandate: Mandate, { owner }: Agent, wish: Attested): string | null {
  const until = model.attested.get(owner);
  const asks = mandate.attestor !== '';
  return first(
    asks && (wish === 'missing' || (wish === 'right' && until === undefined)) && 'NotAttested',
    asks && wish === 'bystanders' && 'AttestationMismatch',
    asks && until !== undefined && wish === 'right' && model.now >= until && 'AttestationExpired',
  );
}

export function agentRefusal(agent: Agent, now: bigint): string | null {
  if (agent.status !== 'Active') return 'AgentNotActive';
  return now >= agent.leaseEnds ? 'AgentStale' : null;
}
