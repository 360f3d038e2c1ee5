import {
  type JobRef,
  jobAccept,
  jobCancel,
  jobDeliver,
  jobExpire,
  jobFinish,
  jobPayout,
  jobRefund,
  jobReject,
  jobRelease,
  jobSplit,
  mandateClose,
  mandateKill,
  mandateRotate,
} from '@agent-labs/sdk';
import type { Keypair, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { jobClaimClose, jobClaimOpen, throughStake } from '../../escrow/claims';
import { jobOpening, RESULT, TERMS } from '../../fixtures/jobs';
import { TEST_WINDOWS } from '../../fixtures/registry';
import {
  chargedToday,
  DAILY_CAP,
  DAY,
  end,
  feeOn,
  hasEnded,
  isExpired,
  isUnderWay,
  type Job,
  type Model,
  TOTAL_CAP,
  takeBack,
  undecided,
} from './model';
import type { World } from './world';

/** What fast-check draws of a step. */
export interface Wish {
  kind: string;
  at: number;
  /** whether whoever signs is the right one, and what is named is this job */
  by: 'right' | 'session' | 'other';
  stale: boolean;
  amount: 'none' | 'one' | 'half' | 'all' | 'above';
  seconds: bigint;
}

export interface Plan {
  instruction: TransactionInstruction;
  signers: Keypair[];
  /** Why it must be refused; null where it must succeed. */
  refusal: string | null;
  apply(): void;
}

/** What is right about a job that is there, and about a wish. */
interface Scene {
  world: World;
  model: Model;
  job: Job;
  wish: Wish;
  ref: JobRef;
}

type Planner = (scene: Scene) => Promise<Plan>;

/** The first reason that holds. */
const first = (...reasons: (string | false)[]): string | null => reasons.find((one) => one !== false) || null;

const amountOf = ({ wish }: Scene, most: bigint): bigint =>
  ({ none: 0n, one: 1n, half: most / 2n, all: most, above: most + 1n })[wish.amount];
const isSession = ({ model: { mandate }, job }: Scene) =>
  !mandate.killed && job.keyEpoch === mandate.keyEpoch;

/** Who signs for the payer, and whether that is refused. */
function payersSide(scene: Scene): { key: Keypair; wrong: boolean } {
  const { on } = scene.world;
  if (scene.wish.by === 'right') return { key: on.payer, wrong: false };
  if (scene.wish.by === 'session') {
    return { key: scene.world.sessionOf(scene.job.keyEpoch), wrong: !isSession(scene) };
  }
  return { key: on.feePayer, wrong: true };
}

const gone = (status: Job['status'], job: Job) => job.status !== status;

const PLANNERS: Record<string, Planner> = {
  job_accept: async ({ world: { on }, model, job, wish, ref }) => {
    const key = { right: on.agentKey, session: on.creator, other: on.payer }[wish.by];
    return {
      instruction: await jobAccept(
        on.deployment,
        ref,
        key.publicKey,
        wish.amount === 'none' ? RESULT : TERMS,
      ),
      signers: [key],
      refusal: first(
        wish.by === 'other' && 'NotJobAgent',
        wish.stale && 'JobGenerationMismatch',
        gone('Funded', job) && 'JobNotFunded',
        wish.amount === 'none' && 'TermsMismatch',
        model.now >= job.acceptBy && 'AcceptanceOver',
      ),
      apply: () => Object.assign(job, { status: 'Accepted', acceptedAt: model.now }),
    };
  },
  job_reject: async ({ world: { on }, model, job, wish, ref }) => {
    const key = { right: on.agentKey, session: on.creator, other: on.payer }[wish.by];
    return {
      instruction: await jobReject(on.deployment, ref, key.publicKey),
      signers: [key],
      refusal: first(wish.by === 'other' && 'NotJobAgent', gone('Funded', job) && 'JobNotFunded'),
      apply: () => end(model, job, 'Refunded', 0n),
    };
  },
  job_cancel: async (scene) => {
    const { world, model, job, ref } = scene;
    const { key, wrong } = payersSide(scene);
    return {
      instruction: await jobCancel(world.on.deployment, ref, key.publicKey),
      signers: [key],
      refusal: first(wrong && 'NotPayerOrSession', gone('Funded', job) && 'JobNotFunded'),
      apply: () => end(model, job, 'Refunded', 0n),
    };
  },
  job_deliver: async ({ world: { on }, model, job, wish, ref }) => {
    const key = wish.by === 'other' ? on.creator : on.agentKey;
    const hash = wish.amount === 'none' ? new Uint8Array(32) : RESULT;
    return {
      instruction: await jobDeliver(on.deployment, ref, key.publicKey, hash),
      signers: [key],
      refusal: first(
        wish.by === 'other' && 'NotJobAgent',
        wish.stale && 'JobGenerationMismatch',
        gone('Accepted', job) && 'JobNotAccepted',
        model.now >= job.deliverBy && 'DeliveryOver',
        wish.amount === 'none' && 'HashMissing',
      ),
      apply: () => {
        const reviewEndsAt = model.now + job.reviewWindow;
        Object.assign(job, { status: 'Delivered', deliveredAt: model.now, reviewEndsAt });
      },
    };
  },
  job_release: async (scene) => {
    const { world, model, job, wish, ref } = scene;
    const { key, wrong } = payersSide(scene);
    return {
      instruction: await jobRelease(world.on.deployment, ref, key.publicKey),
      signers: [key],
      refusal: first(
        wish.stale && 'JobGenerationMismatch',
        gone('Delivered', job) && 'JobNotDelivered',
        wrong && model.now < job.reviewEndsAt && 'ReviewOpen',
      ),
      apply: () => end(model, job, 'Released', undecided(job)),
    };
  },
  job_split: async (scene) => {
    const { world, model, job, wish, ref } = scene;
    const { on } = world;
    const { key, wrong } = payersSide(scene);
    const toAgent = amountOf(scene, undecided(job));
    return {
      instruction: await jobSplit(on.deployment, ref, key.publicKey, on.payoutOwner.publicKey, toAgent),
      signers: [key, on.payoutOwner],
      refusal: first(
        wrong && 'NotPayerOrSession',
        wish.stale && 'JobGenerationMismatch',
        !isUnderWay(job) && 'JobNotUnderWay',
        wish.amount === 'above' && 'JobSplitTooHigh',
      ),
      apply: () => end(model, job, 'Split', toAgent),
    };
  },
  job_expire: async ({ world, model, job, ref }) => ({
    instruction: await jobExpire(world.on.deployment, ref),
    signers: [],
    refusal: first(!isExpired(job, model.now) && 'JobNotExpired'),
    apply: () => end(model, job, 'Refunded', 0n),
  }),
  job_refund: async (scene) => {
    const { world, model, job, wish, ref } = scene;
    const { on } = world;
    const key = wish.by === 'other' ? on.creator : on.payoutOwner;
    const amount = amountOf(scene, undecided(job));
    const disputed = job.status === 'Disputed';
    return {
      instruction: await jobRefund(on.deployment, ref, key.publicKey, amount),
      signers: [key],
      refusal: first(
        wish.by === 'other' && 'NotPayee',
        wish.stale && 'JobGenerationMismatch',
        amount === 0n && 'AmountZero',
        !isUnderWay(job) && !disputed && 'JobNotUnderWay',
        amount > undecided(job) && 'JobRefundTooHigh',
      ),
      apply: () => {
        if (amount === undecided(job) && !disputed) return end(model, job, 'Refunded', 0n);
        job.returned += amount;
        takeBack(model, amount);
      },
    };
  },
  job_payout: async ({ world: { on }, model, job, ref }) => {
    const gross = job.earned - job.paidGross;
    const fee = feeOn(job.earned) - feeOn(job.paidGross);
    return {
      instruction: await jobPayout(on.deployment, ref, on.mint, on.payoutOwner.publicKey),
      signers: [],
      refusal: first(gross === 0n && 'JobNothingPayable'),
      apply: () => {
        Object.assign(job, { paidGross: job.earned, lastPayoutAt: model.now });
        model.mandate.allotted -= gross;
        model.mandate.feesAccrued += fee;
        model.paid += gross - fee;
      },
    };
  },
  job_finish: async ({ world: { on }, model, job, wish, ref }) => {
    const key = wish.by === 'right' ? on.payer : on.feePayer;
    const last = job.lastPayoutAt > job.endedAt ? job.lastPayoutAt : job.endedAt;
    const early = job.acceptedAt !== 0n && model.now < last + TEST_WINDOWS.rating && key !== on.payer;
    return {
      instruction: await jobFinish(on.deployment, ref, key.publicKey, on.payer.publicKey),
      signers: [key],
      refusal: first(
        !hasEnded(job) && 'JobNotEnded',
        job.earned > job.paidGross && 'JobUnpaid',
        early && 'RatingWindowOpen',
      ),
      apply: () => {
        model.jobs[wish.at] = null;
        model.mandate.jobs -= 1;
      },
    };
  },
  claim_open: async (scene) => {
    const { world, model, job, wish, ref } = scene;
    const claim = amountOf(scene, undecided(job));
    return {
      instruction: throughStake(world.on.deployment)(
        await jobClaimOpen({ ...world.on, job: ref.job }, claim),
      ),
      signers: [],
      refusal: first(
        claim === 0n && 'AmountZero',
        gone('Delivered', job) && 'JobNotDelivered',
        model.now >= job.reviewEndsAt && 'ReviewOver',
        claim > undecided(job) && 'JobClaimTooHigh',
      ),
      apply: () => {
        job.earned += undecided(job) - claim;
        Object.assign(job, { status: 'Disputed', claimed: claim });
        model.before[wish.at] = job.returned;
      },
    };
  },
  claim_close: async (scene) => {
    const { world, model, job, wish, ref } = scene;
    const loss = amountOf(scene, job.claimed);
    const refundedBefore = model.before[wish.at] ?? 0n;
    const since = job.returned - job.awarded - refundedBefore;
    return {
      instruction: throughStake(world.on.deployment)(
        await jobClaimClose({ ...world.on, job: ref.job }, { loss, refundedBefore }),
      ),
      signers: [],
      refusal: first((gone('Disputed', job) || loss > job.claimed) && 'ClaimMismatch'),
      apply: () => {
        const paid = since >= loss ? 0n : loss - since;
        end(model, job, 'Resolved', undecided(job) - paid);
        job.awarded = paid;
      },
    };
  },
};

/** Kinds that need no job. */
const OF_MANDATE = ['job_open', 'mandate_kill', 'mandate_rotate', 'mandate_close'];
export const KINDS = [...Object.keys(PLANNERS), 'job_open', 'mandate_kill', 'mandate_rotate'];

/** What a wish comes to; null where there is nothing that it could be about. */
export async function planOf(world: World, model: Model, wish: Wish): Promise<Plan | null> {
  const { on } = world;
  const { mandate } = model;
  if (OF_MANDATE.includes(wish.kind)) {
    if (wish.kind === 'job_open') return opening(world, model, wish);
    const signers = [on.payer];
    if (wish.kind === 'mandate_close') {
      const instruction = await mandateClose(on.deployment, on.mandateRef);
      // only ever tried where it must be refused: the world goes on
      return mandate.jobs === 0
        ? null
        : { instruction, signers, refusal: 'JobsRemain', apply: () => undefined };
    }
    if (mandate.killed) return null;
    if (wish.kind === 'mandate_kill') {
      const instruction = await mandateKill(on.deployment, on.mandateRef);
      return { instruction, signers, refusal: null, apply: () => Object.assign(mandate, { killed: true }) };
    }
    // to another key and back: the former one counts no more for jobs that it opened
    const instruction = await mandateRotate(on.deployment, on.mandateRef, world.nextSession(model).publicKey);
    return { instruction, signers, refusal: null, apply: () => world.rotated(model) };
  }
  const job = model.jobs[wish.at];
  const planner = PLANNERS[wish.kind];
  if (!job || planner === undefined) return null;
  const generation = wish.stale ? job.generation + 1n : job.generation;
  const ref = { ...world.refOf(wish.at), generation };
  return planner({ world, model, job, wish, ref });
}

async function opening(world: World, model: Model, wish: Wish): Promise<Plan> {
  const { on } = world;
  const { mandate, now } = model;
  const key = { right: on.payer, session: world.session(model), other: on.feePayer }[wish.by];
  const amount = { none: 0n, one: 1n, half: 40_000n, all: 90_000n, above: mandate.free + 1n }[wish.amount];
  const [acceptBy, deliverBy] = [now + 30n, now + (wish.stale ? 30n : 60n)];
  const today = chargedToday(model) + amount;
  const { instruction } = await jobOpening(on, {
    ...{ authority: key.publicKey, rentPayer: on.payer.publicKey, id: world.idOf(wish.at), amount },
    ...{ acceptBy, deliverBy, reviewWindow: 40n },
  });
  return {
    instruction,
    signers: key === on.payer ? [key] : [key, on.payer],
    refusal: first(
      Boolean(model.jobs[wish.at]) && 'system:0',
      wish.by === 'other' && 'NotPayerOrSession',
      mandate.killed && 'MandateKilled',
      wish.stale && 'JobDeadlinesInvalid',
      amount === 0n && 'AmountZero',
      amount > mandate.free && 'InsufficientFree',
      today > DAILY_CAP && 'DailyCapExceeded',
      mandate.charged + amount > TOTAL_CAP && 'TotalCapExceeded',
    ),
    apply: () => {
      Object.assign(mandate, {
        free: mandate.free - amount,
        allotted: mandate.allotted + amount,
        charged: mandate.charged + amount,
        ...{ day: now / DAY, today },
        jobs: mandate.jobs + 1,
      });
      model.jobs[wish.at] = {
        ...{ status: 'Funded', generation: 0n, keyEpoch: mandate.keyEpoch, amount },
        ...{ earned: 0n, returned: 0n, paidGross: 0n, claimed: 0n, awarded: 0n },
        ...{ acceptBy, deliverBy, reviewWindow: 40n, acceptedAt: 0n, deliveredAt: 0n },
        ...{ reviewEndsAt: 0n, endedAt: 0n, lastPayoutAt: 0n },
      };
    },
  };
}

/** The wish with `onward` made the step that a job's way goes on with; which of several, the amount says. */
export function resolved({ jobs }: Model, wish: Wish): Wish {
  if (wish.kind !== 'onward') return wish;
  const job = jobs[wish.at];
  const half = wish.amount === 'half';
  const steps: Record<Job['status'], string> = {
    Funded: 'job_accept',
    Accepted: wish.amount === 'one' ? 'job_split' : 'job_deliver',
    Delivered: {
      none: 'job_release',
      one: 'job_split',
      half: 'claim_open',
      all: 'claim_open',
      above: 'job_release',
    }[wish.amount],
    Disputed: half ? 'job_refund' : 'claim_close',
    ...{ Released: 'job_payout', Refunded: 'job_finish', Split: 'job_payout', Resolved: 'job_payout' },
  };
  if (!job) return { ...wish, kind: 'job_open' };
  const paid = hasEnded(job) && job.earned === job.paidGross;
  return { ...wish, kind: paid ? 'job_finish' : steps[job.status] };
}

const weights: [number, string][] = [
  [120, 'onward'],
  [14, 'job_open'],
  [14, 'job_accept'],
  [2, 'job_reject'],
  [2, 'job_cancel'],
  [14, 'job_deliver'],
  [6, 'job_release'],
  [4, 'job_split'],
  [6, 'job_expire'],
  [6, 'job_refund'],
  [10, 'job_payout'],
  [10, 'job_finish'],
  [8, 'claim_open'],
  [10, 'claim_close'],
  [1, 'mandate_rotate'],
  [1, 'mandate_close'],
  [12, 'clock'],
];

/** Wishes of one run; the kill, where there is one, comes somewhere among them. */
export function wishes(most: number): fc.Arbitrary<Wish[]> {
  const kind = fc.oneof(...weights.map(([weight, name]) => ({ weight, arbitrary: fc.constant(name) })));
  const often = <T>(usual: T, ...others: T[]) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(usual) },
      { weight: 3, arbitrary: fc.constantFrom(...others) },
    );
  const wish = fc.record<Wish>({
    kind,
    at: fc.nat(2),
    by: often<Wish['by']>('right', 'session', 'other'),
    stale: often(false, true, false, false),
    amount: fc.constantFrom('none', 'one', 'half', 'half', 'all', 'all', 'above'),
    seconds: fc.bigInt(1n, 45n),
  });
  const kill = fc.option(fc.nat(most), { freq: 2 });
  return fc
    .tuple(fc.array(wish, { minLength: most / 2, maxLength: most, size: 'max' }), kill)
    .map(([all, at]) => {
      const killing = all[at ?? -1];
      if (killing !== undefined) killing.kind = 'mandate_kill';
      return all;
    });
}
