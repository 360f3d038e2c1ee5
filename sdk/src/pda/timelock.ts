import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { sha256 } from '#crypto';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { i64, idlBytes, u64 } from '../idl.js';

const LOCK = idlBytes(timelockIdl, 'LOCK_SEED');
const LOCK_TOKENS = idlBytes(timelockIdl, 'LOCK_TOKENS_SEED');
const INTAKE = idlBytes(timelockIdl, 'INTAKE_SEED');
const INTAKE_DOMAIN = idlBytes(timelockIdl, 'INTAKE_DOMAIN');

/**
 * A lock: `["lock", creator, id: u64 LE]`
 * @throws TypeError for an id that is not a u64
 */
export function lockAddress(deployment: Deployment, creator: PublicKey, id: bigint): PublicKey {
  const seeds = [LOCK, creator.toBytes(), u64(id, 'id').toArrayLike(Buffer, 'le', 8)];
  return PublicKey.findProgramAddressSync(seeds, deployment.timelock)[0];
}

/** A lock's token account: `["lock_tokens", lock]` */
export function lockTokensAddress(deployment: Deployment, lock: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([LOCK_TOKENS, lock.toBytes()], deployment.timelock)[0];
}

/** How an intake locks what is paid to it. Its address is derived from all of them: keep them, or open it at once. */
export interface IntakeTerms {
  /** tells intakes of one recipient and the same terms apart */
  id: bigint;
  /** mint that anyone may lock; of any other one the recipient alone */
  mint: PublicKey;
  /** less than this only the recipient locks, base units */
  minAmount: bigint;
  /** from locking to the first release, seconds */
  cliff: bigint;
  /** from locking to the last release, seconds; at most 100 years */
  duration: bigint;
  /** seconds between releases, a whole part of `duration`; 0 releases by the second */
  period: bigint;
}

/** No intake can be opened under such terms: what is paid to its address would stay there for good. */
export class IntakeTermsInvalid extends Error {
  override readonly name = 'IntakeTermsInvalid';
}

const MAX_DURATION = 3_155_760_000n;

/** @throws IntakeTermsInvalid for terms that the program refuses to open an intake under */
export function requireIntakeTerms({ minAmount, cliff, duration, period }: IntakeTerms): void {
  if (duration < 1n || duration > MAX_DURATION) {
    throw new IntakeTermsInvalid('an intake locks for 1 second to 100 years');
  }
  if (cliff < 0n || cliff > duration) throw new IntakeTermsInvalid('the cliff is longer than the duration');
  if (period < 0n || period > duration || (period > 0n && duration % period !== 0n)) {
    throw new IntakeTermsInvalid('the duration is not a whole number of periods');
  }
  const periods = period === 0n ? 1n : duration / period;
  if (minAmount < periods) {
    throw new IntakeTermsInvalid(`a minimum of ${minAmount} gives less than a base unit a period`);
  }
}

/** SHA-256 over a domain and the terms: the last seed of the intake's address. @throws TypeError */
export function intakeTermsHash(terms: IntakeTerms): Uint8Array {
  const { id, mint, minAmount, cliff, duration, period } = terms;
  const unsigned = (value: bigint, what: string) => u64(value, what).toArrayLike(Buffer, 'le', 8);
  const signed = (value: bigint, what: string) => i64(value, what).toTwos(64).toArrayLike(Buffer, 'le', 8);
  return sha256(
    Buffer.concat([
      INTAKE_DOMAIN,
      unsigned(id, 'id'),
      mint.toBytes(),
      unsigned(minAmount, 'minAmount'),
      signed(cliff, 'cliff'),
      signed(duration, 'duration'),
      signed(period, 'period'),
    ]),
  );
}

/**
 * An address that locks what is paid to it: `["intake", recipient, hash of its terms]`
 * @throws IntakeTermsInvalid: nobody could open it, and what is paid there would be lost
 */
export function intakeAddress(deployment: Deployment, recipient: PublicKey, terms: IntakeTerms): PublicKey {
  requireIntakeTerms(terms);
  const seeds = [INTAKE, recipient.toBytes(), intakeTermsHash(terms)];
  return PublicKey.findProgramAddressSync(seeds, deployment.timelock)[0];
}
