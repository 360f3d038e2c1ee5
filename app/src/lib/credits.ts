import type { CreditIssuerView, CreditMove, CreditMoves, ToldCredits } from '../data/credit-views.js';
import { nextReset } from './limits.js';

const DAY = 86_400;
const NO_REFERENCE = /^0*$/;
const REFERENCE = /^[0-9a-f]{64}$/i;

/** What an issuer has of its day. */
export interface IssuersDay {
  /** base units minted since midnight UTC */
  minted: bigint;
  /** base units that it may still mint; null without a cap */
  left: bigint | null;
  /** Unix seconds; when the whole cap is there again */
  resetsAt: number;
}

/** An issuer's day as the chain reckons it at `now`, Unix seconds: what it minted on an earlier day counts no more. */
export function issuersDay(
  {
    active,
    dailyCap,
    day,
    mintedOnDay,
  }: Pick<CreditIssuerView, 'active' | 'dailyCap' | 'day' | 'mintedOnDay'>,
  now: number,
): IssuersDay {
  const minted = day === Math.floor(now / DAY) ? mintedOnDay : 0n;
  const resetsAt = nextReset(now);
  if (!active) return { minted, left: 0n, resetsAt };
  if (dailyCap === null) return { minted, left: null, resetsAt };
  // a cap that was lowered takes nothing back, so that more may be minted than it allows
  return { minted, left: minted >= dailyCap ? 0n : dailyCap - minted, resetsAt };
}

/** What a person typed as a reference is none. */
export class ReferenceInvalid extends Error {
  override readonly name = 'ReferenceInvalid';
}

/** The 32 bytes of a reference in hexadecimal; null for nothing. @throws ReferenceInvalid */
export function referenceBytes(text: string): Uint8Array | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (!REFERENCE.test(typed)) throw new ReferenceInvalid('A reference has 64 digits from 0 to 9 and a to f.');
  const bytes = Uint8Array.from(typed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (bytes.every((byte) => byte === 0)) throw new ReferenceInvalid('All zeros stand for no reference.');
  return bytes;
}

/** What an event is to the wallet that asks: credits minted to it, minted by it as an issuer, or burned by it. */
export function creditMove({ id, blockTime, data, ...event }: ToldCredits, asker: string): CreditMove {
  const { mint, amount, reference, wallet = null, issuer = null } = data;
  const kind = wallet === null ? 'burned' : wallet === asker ? 'minted' : 'issued';
  return {
    key: id,
    kind,
    signature: event.signature,
    slot: event.slot,
    time: blockTime,
    amount: BigInt(amount),
    mint,
    other: kind === 'minted' ? issuer : wallet,
    reference: NO_REFERENCE.test(reference) ? null : reference,
  };
}

/**
 * Several lists as one, the latest first, cut where one of them ends before its oldest is told: nothing is
 * missing between two that are shown.
 */
export function mergedMoves(lists: CreditMoves[]): CreditMoves {
  const cut = lists
    .filter(({ more }) => more)
    .flatMap(({ moves }) => moves.at(-1)?.key ?? [])
    .reduce((latest, key) => (key > latest ? key : latest), '');
  const moves = new Map<string, CreditMove>();
  for (const move of lists.flatMap((list) => list.moves)) if (move.key >= cut) moves.set(move.key, move);
  return {
    moves: [...moves.values()].sort((a, b) => (a.key < b.key ? 1 : -1)),
    more: lists.some(({ more }) => more),
  };
}
