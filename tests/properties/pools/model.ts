import type { PoolModeName } from '@agent-labs/sdk';
import { GRACE, LENGTH, SHARE } from '../../timelock/pools';

/** An epoch that a member has coming: when its span ends, Unix seconds. */
type Coming = bigint;

/** A membership, as decision 22 says it. */
export interface Membership {
  coming: Coming[];
  /** Unix seconds; null while it is a member. */
  suspendedAt: bigint | null;
}

/** Somebody who may be a member. */
export interface Person {
  /** End of its attestation, Unix seconds; null without one. */
  attestedUntil: bigint | null;
  membership: Membership | null;
  /** Paid to it in all, base units. */
  paid: bigint;
}

/** A pool and those around it: what should be, worked out from lists of epochs and not from counters. */
export class Model {
  funded = 0n;
  withdrawn = 0n;
  donated = 0n;
  epochs = 0n;
  /** End of the latest epoch's span, Unix seconds; 0 before the first. */
  endsAt = 0n;
  stopped = false;
  closed = false;
  paused = false;
  now = 0n;

  constructor(
    readonly mode: PoolModeName,
    readonly firstEpochAt: bigint,
    readonly people: Person[],
    readonly maxMembers: number,
  ) {}

  /** Epochs that a membership can claim now. */
  due({ coming }: Membership): bigint {
    const lasting = this.mode === 'Accrue' ? coming : coming.filter((endsAt) => this.now < endsAt);
    return BigInt(lasting.length) * SHARE;
  }

  get memberships(): Membership[] {
    return this.people.flatMap(({ membership }) => membership ?? []);
  }

  get members(): Membership[] {
    return this.memberships.filter(({ suspendedAt }) => suspendedAt === null);
  }

  get owed(): bigint {
    return this.memberships.reduce((sum, membership) => sum + this.due(membership), 0n);
  }

  get paid(): bigint {
    return this.people.reduce((sum, { paid }) => sum + paid, 0n);
  }

  /** What nobody has coming. */
  get free(): bigint {
    return this.funded - this.paid - this.withdrawn - this.owed;
  }

  isAttested({ attestedUntil }: Person): boolean {
    return attestedUntil !== null && this.now < attestedUntil;
  }

  /** When the next epoch may open at the earliest. */
  get opensAt(): bigint {
    return this.endsAt > this.firstEpochAt ? this.endsAt : this.firstEpochAt;
  }

  openEpoch(): void {
    this.epochs += 1n;
    this.endsAt = this.firstEpochAt + ((this.now - this.firstEpochAt) / LENGTH + 1n) * LENGTH;
    for (const { coming } of this.members) coming.push(this.endsAt);
  }

  /** What an eviction comes to: a refusal, a suspension, or the end. */
  eviction(person: Person): 'StillAttested' | 'ClaimFirst' | 'GraceNotOver' | 'suspended' | 'ended' {
    const { membership } = person;
    if (membership === null) throw new Error('no member');
    const due = this.due(membership) > 0n;
    if (this.stopped && !due) return 'ended';
    if (membership.suspendedAt === null) {
      if (this.isAttested(person)) return 'StillAttested';
      return due ? 'suspended' : 'ended';
    }
    if (!due) return 'ended';
    if (this.isAttested(person)) return 'ClaimFirst';
    return this.now >= membership.suspendedAt + GRACE ? 'ended' : 'GraceNotOver';
  }
}
