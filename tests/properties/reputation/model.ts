import type { PublicKey } from '@solana/web3.js';
import type { EscrowFixture } from '../../fixtures/escrow';
import type { JobFixture } from '../../fixtures/jobs';

/** What one payer paid one agent through, and what the test knows of it. */
interface Paid {
  agent: number;
  payer: number;
  epoch: number;
  version: number;
  /** base units, and how much of each was rated */
  paid: bigint;
  refunded: bigint;
  ratedPaid: bigint;
  ratedRefunded: bigint;
}

export interface PaidChannel extends Paid {
  kind: 'Channel';
  on: EscrowFixture;
  calls: number;
}

/** A job; `refunded` is what of it was returned. */
export interface PaidJob extends Paid {
  kind: 'Job';
  on: JobFixture;
  amount: bigint;
  accepted: boolean;
  ended: boolean;
}

export type RatedSource = PaidChannel | PaidJob;

/** A rating that landed, and what it must count. */
export interface Rating {
  agent: number;
  payer: number;
  epoch: number;
  version: number;
  stars: bigint;
  volume: bigint;
  weight: bigint;
  counts: boolean;
}

export interface ModelAgent {
  agent: PublicKey;
  epoch: number;
  version: number;
  /** The epoch at its last rating, which its score is about. */
  scored: number;
}

export interface ModelTally {
  ratings: bigint;
  weight: bigint;
  weightedStars: bigint;
  volume: bigint;
}

/** What ratings must add up to, from the list of them alone. */
export class Model {
  readonly channels: PaidChannel[] = [];
  readonly jobs: PaidJob[] = [];
  readonly ratings: Rating[] = [];
  readonly agents: ModelAgent[] = [];
  /** Receipts minted, in all trees. */
  minted = 0;
  /** Numbers of each agent's ratings whose receipt waits. */
  readonly pending: { agent: number; payer: PublicKey; number: bigint }[] = [];

  tally(fits: (rating: Rating) => boolean): ModelTally {
    const sum: ModelTally = { ratings: 0n, weight: 0n, weightedStars: 0n, volume: 0n };
    for (const rating of this.ratings.filter(fits)) {
      sum.ratings += 1n;
      sum.weight += rating.weight;
      sum.weightedStars += rating.weight * rating.stars;
      sum.volume += rating.volume;
    }
    return sum;
  }

  ofEpoch(agent: number, epoch: number): ModelTally {
    return this.tally((rating) => rating.agent === agent && rating.epoch === epoch && rating.counts);
  }

  /** The newest version that was rated while its epoch was the present one. */
  newestVersion(agent: number): number {
    return Math.max(0, ...this.#present.filter((each) => each.agent === agent).map(({ version }) => version));
  }

  ofVersion(agent: number, epoch: number): ModelTally {
    const version = this.newestVersion(agent);
    const present = new Set(this.#present);
    return this.tally(
      (rating) =>
        present.has(rating) && rating.agent === agent && rating.epoch === epoch && rating.version === version,
    );
  }

  payersOf(agent: number, epoch: number): number {
    const weighing = this.ratings.filter(
      (rating) => rating.agent === agent && rating.epoch === epoch && rating.weight > 0n,
    );
    return new Set(weighing.map(({ payer }) => payer)).size;
  }

  readonly #present: Rating[] = [];

  /** What the payer may rate by; nothing of a job that the agent never took on. */
  right(source: RatedSource): { paid: bigint; refunded: bigint } {
    const { paid, ratedPaid, refunded, ratedRefunded } = source;
    if (source.kind === 'Job' && !source.accepted) return { paid: 0n, refunded: 0n };
    return { paid: paid - ratedPaid, refunded: refunded - ratedRefunded };
  }

  /** Counts a rating of the channel or job that landed. */
  rate(source: RatedSource, stars: bigint): Rating {
    const agent = this.agents[source.agent] as ModelAgent;
    const { paid, refunded } = this.right(source);
    const age = agent.epoch - source.epoch;
    const counts = age <= 1;
    const soFar = this.ofEpoch(source.agent, source.epoch);
    const below = stars * soFar.weight < soFar.weightedStars;
    const volume = counts ? paid + (below ? refunded : 0n) : 0n;
    const sameEpoch = (rating: Rating) =>
      rating.agent === source.agent && rating.payer === source.payer && rating.epoch === source.epoch;
    const pair = this.tally((rating) => sameEpoch(rating) && rating.counts);
    const weight = counts ? capped(pair.volume + volume) - capped(pair.volume) : 0n;
    const { epoch, version, payer } = source;
    const rating = { agent: source.agent, payer, epoch, version, stars, volume, weight, counts };
    this.ratings.push(rating);
    if (age === 0) this.#present.push(rating);
    agent.scored = agent.epoch;
    source.ratedPaid = source.paid;
    source.ratedRefunded = source.refunded;
    return rating;
  }
}

const CAP = 100_000n;

/** Whole square root by search, up to the cap: not the program's way. */
export function capped(volume: bigint): bigint {
  let [low, high] = [0n, CAP];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle * middle <= volume) low = middle;
    else high = middle - 1n;
  }
  return low;
}
