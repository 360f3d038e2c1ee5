import {
  configPause,
  configUnpause,
  type LockSideName,
  lockAccept,
  lockCancel,
  lockClaim,
  lockClose,
  lockCreate,
  lockOffer,
  lockRecipientChange,
  lockReclaim,
  lockTopUp,
  milestoneApprove,
  PauseBit,
} from '@agent-labs/sdk';
import type { Keypair, TransactionInstruction } from '@solana/web3.js';
import {
  AMOUNT,
  CLIFF_AMOUNT,
  due,
  hasCreator,
  hasRecipient,
  isOver,
  type Kind,
  type Lock,
  MILESTONES,
  returnable,
} from './model';
import type { World } from './world';

export interface Wish {
  kind: string;
  slot: number;
  /** 0 and 1 the one it is for, 2 the other side, 3 a stranger */
  by: 0 | 1 | 2 | 3;
  /** of a wallet, or of a milestone */
  index: number;
  schedule: Kind;
  cancel: LockSideName;
  change: LockSideName;
  topUp: boolean;
  /** whether what is named is this lock */
  stale: boolean;
  seconds: bigint;
}

export interface Plan {
  instruction: TransactionInstruction;
  signers: Keypair[];
  /** Why it must be refused; null where it must succeed. */
  refusal: string | null;
  apply(): void;
}

interface Scene {
  world: World;
  wish: Wish;
  lock: Lock;
  now: bigint;
}

const first = (...reasons: (string | false)[]): string | null => reasons.find((one) => one !== false) || null;

/** Signs for a lock's side, or does not. */
function signer({ world, wish, lock }: Scene, side: 'funder' | 'recipient'): Keypair {
  const sides = { funder: world.funder, recipient: world.wallet(lock.recipient) };
  if (wish.by < 2) return sides[side];
  return wish.by === 2 ? sides[side === 'funder' ? 'recipient' : 'funder'] : world.on.pauser;
}

const PLANNERS: Record<string, (scene: Scene) => Promise<Plan>> = {
  lock_top_up: async (scene) => {
    const { world, wish, lock, now } = scene;
    const by = signer(scene, 'funder');
    const amount = wish.index === 0 ? 0n : 777n;
    const { deployment } = world.on;
    return {
      instruction: await lockTopUp(
        deployment,
        world.refOf(wish.slot),
        by.publicKey,
        amount,
        world.funderTokens,
      ),
      signers: [by],
      refusal: first(
        world.paused && 'Paused',
        amount === 0n && 'AmountZero',
        wish.by > 1 && 'NotFunder',
        !lock.topUp && 'TopUpNotAllowed',
        lock.stoppedAt !== 0n && 'LockStopped',
        isOver(lock, now) && 'ScheduleOver',
      ),
      apply: () => {
        lock.deposited += amount;
        world.spent += amount;
      },
    };
  },
  lock_claim: async ({ world, wish, lock, now }) => {
    const former = wish.index === 2;
    const payee = former ? (lock.former ?? 0) : lock.recipient;
    const amount = former ? lock.formerDue : due(lock, now);
    // who signs does not matter, and whose account it is does
    const into = wish.by === 3 ? (payee + 1) % world.tokens.length : payee;
    return {
      instruction: await lockClaim(world.on.deployment, {
        ...world.refOf(wish.slot),
        payee: world.wallet(payee).publicKey,
        former,
        authority: world.on.pauser.publicKey,
        destination: world.tokens[into] as never,
      }),
      signers: [world.on.pauser],
      refusal: first(amount === 0n && 'NothingDue', into !== payee && 'DestinationMismatch'),
      apply: () => {
        lock.claimed += amount;
        world.paid[payee] = (world.paid[payee] ?? 0n) + amount;
        if (former) Object.assign(lock, { former: null, formerDue: 0n });
      },
    };
  },
  milestone_approve: async ({ world, wish, lock, now }) => {
    const by = wish.by < 2 ? world.approver : world.funder;
    const generation = wish.stale ? lock.generation + 1n : lock.generation;
    const at = world.addressOf(wish.slot);
    return {
      instruction: await milestoneApprove(world.on.deployment, at, by.publicKey, wish.index, generation),
      signers: [by],
      refusal: first(
        (wish.by > 1 || lock.kind !== 'milestones') && 'NotApprover',
        wish.stale && 'GenerationMismatch',
        lock.stoppedAt !== 0n && 'LockStopped',
        now >= lock.start + 100n && 'DeadlineOver',
        wish.index >= MILESTONES.length && 'MilestoneUnknown',
        ((lock.approved >> wish.index) & 1) === 1 && 'MilestoneApproved',
      ),
      apply: () => {
        lock.approved |= 1 << wish.index;
      },
    };
  },
  lock_cancel: async (scene) => {
    const { world, wish, lock, now } = scene;
    const side = wish.index % 2 === 0 ? 'funder' : 'recipient';
    const by = signer(scene, side);
    const entitled =
      (by === world.funder && hasCreator(lock.cancel)) ||
      (by === world.wallet(lock.recipient) && hasRecipient(lock.cancel));
    return {
      instruction: await lockCancel(world.on.deployment, world.addressOf(wish.slot), by.publicKey),
      signers: [by],
      refusal: first(
        !entitled && 'CancelNotAllowed',
        lock.stoppedAt !== 0n && 'LockStopped',
        isOver(lock, now) && 'ScheduleOver',
      ),
      apply: () => Object.assign(lock, { stoppedAt: now, pending: null }),
    };
  },
  lock_reclaim: async ({ world, wish, lock, now }) => {
    const amount = returnable(lock, now);
    const destination = wish.by === 3 ? world.tokens[lock.recipient] : world.funderTokens;
    return {
      instruction: await lockReclaim(world.on.deployment, {
        ...world.refOf(wish.slot),
        funder: world.funder.publicKey,
        authority: world.on.pauser.publicKey,
        destination: destination as never,
      }),
      signers: [world.on.pauser],
      refusal: first(amount === 0n && 'NothingToReclaim', wish.by === 3 && 'DestinationMismatch'),
      apply: () => {
        lock.returned += amount;
        world.spent -= amount;
      },
    };
  },
  lock_recipient_change: async (scene) => {
    const { world, wish, lock, now } = scene;
    const by = signer(scene, 'funder');
    const to = wish.index % world.wallets.length;
    const left = due(lock, now);
    const { deployment } = world.on;
    const at = world.addressOf(wish.slot);
    return {
      instruction: await lockRecipientChange(deployment, at, by.publicKey, world.wallet(to).publicKey),
      signers: [by],
      refusal: first(
        wish.by > 1 && 'NotFunder',
        !hasCreator(lock.change) && 'ChangeNotAllowed',
        lock.stoppedAt !== 0n && 'LockStopped',
        isOver(lock, now) && 'ScheduleOver',
        lock.formerDue > 0n && 'FormerUnpaid',
        to === lock.recipient && 'RecipientInvalid',
      ),
      apply: () => {
        if (left > 0n) Object.assign(lock, { former: lock.recipient, formerDue: left });
        Object.assign(lock, { recipient: to, pending: null });
      },
    };
  },
  lock_offer: async (scene) => {
    const { world, wish, lock } = scene;
    const by = signer(scene, 'recipient');
    const to = wish.index > 3 ? null : wish.index % world.wallets.length;
    const { deployment } = world.on;
    const wallet = to === null ? null : world.wallet(to).publicKey;
    return {
      instruction: await lockOffer(deployment, world.addressOf(wish.slot), by.publicKey, wallet),
      signers: [by],
      refusal: first(
        (wish.by > 1 || !hasRecipient(lock.change)) && 'ChangeNotAllowed',
        to === lock.recipient && 'RecipientInvalid',
      ),
      apply: () => Object.assign(lock, { pending: to }),
    };
  },
  lock_accept: async ({ world, wish, lock }) => {
    const mine = wish.by < 3 && lock.pending !== null;
    const by = mine ? world.wallet(lock.pending ?? 0) : world.on.pauser;
    const claimedAtMost = wish.index < 2 && lock.claimed > 0n ? lock.claimed - 1n : lock.claimed;
    return {
      instruction: await lockAccept(world.on.deployment, {
        lock: world.addressOf(wish.slot),
        newRecipient: by.publicKey,
        generation: wish.stale ? lock.generation + 1n : lock.generation,
        claimedAtMost,
      }),
      signers: [by],
      refusal: first(
        !mine && 'NotPendingRecipient',
        wish.stale && 'GenerationMismatch',
        claimedAtMost < lock.claimed && 'ClaimedMeanwhile',
      ),
      apply: () => Object.assign(lock, { recipient: lock.pending, pending: null }),
    };
  },
  lock_close: async ({ world, wish, lock, now }) => ({
    instruction: await lockClose(world.on.deployment, {
      ...world.refOf(wish.slot),
      rentPayer: wish.by === 3 ? world.on.pauser.publicKey : world.on.feePayer.publicKey,
      authority: world.on.pauser.publicKey,
    }),
    signers: [world.on.pauser],
    refusal: first(
      wish.by === 3 && 'RentPayerMismatch',
      (!isOver(lock, now) || lock.deposited !== lock.claimed + lock.returned) && 'LockNotOver',
    ),
    apply: () => {
      world.locks[wish.slot] = null;
    },
  }),
};

/** Steps that need a lock, and those that need none. */
export const KINDS = [...Object.keys(PLANNERS), 'lock_create', 'pause', 'unpause'];

async function creating(world: World, wish: Wish, now: bigint): Promise<Plan> {
  const kind = wish.schedule;
  const milestones = kind === 'milestones';
  // milestones that take more are refused: that is tried now and then
  const topUp = wish.topUp && (!milestones || wish.stale);
  // begun earlier or to begin later, by as much as was drawn
  const start = now + (wish.stale ? -wish.seconds : 0n);
  const amount = [0n, CLIFF_AMOUNT - 1n][5 - wish.index] ?? AMOUNT;
  const recipient = wish.index % world.wallets.length;
  const made: Lock = {
    ...{ kind, cancel: wish.cancel, change: wish.change, topUp, start, recipient },
    ...{ deposited: amount, claimed: 0n, returned: 0n, formerDue: 0n, former: null, pending: null },
    ...{ approved: 0, stoppedAt: 0n, generation: 0n },
  };
  const { instruction } = await lockCreate(world.on.deployment, {
    creator: world.funder.publicKey,
    rentPayer: world.on.feePayer.publicKey,
    id: BigInt(wish.slot),
    recipient: world.wallet(recipient).publicKey,
    mint: world.on.mint,
    amount,
    schedule: world.scheduleOf(kind, start),
    cancel: wish.cancel,
    change: wish.change,
    topUp,
  });
  const taken = world.locks[wish.slot] !== null;
  return {
    instruction,
    signers: [world.funder],
    refusal: first(
      world.paused && 'Paused',
      amount === 0n && 'AmountZero',
      milestones && topUp && 'TopUpNotAllowed',
      milestones && amount !== AMOUNT && 'MilestoneSumMismatch',
      !milestones && CLIFF_AMOUNT > amount && 'CliffAboveTotal',
      isOver(made, now) && 'ScheduleOver',
      taken && 'AddressTaken',
    ),
    apply: () => {
      world.locks[wish.slot] = made;
      world.spent += amount;
    },
  };
}

/** Whether a step has something to do with such a lock. */
function isMeant(kind: string, lock: Lock): boolean {
  if (kind === 'milestone_approve') return lock.kind === 'milestones';
  if (kind === 'lock_top_up') return lock.kind !== 'milestones';
  return kind !== 'lock_accept' || lock.pending !== null;
}

/** What a wish comes to; null where there is nothing it could be about. */
export async function planned(world: World, wish: Wish): Promise<Plan | null> {
  const { admin, chain, deployment, pauser } = world.on;
  const bits = PauseBit.Lock;
  if (wish.kind === 'pause' || wish.kind === 'unpause') {
    const pauses = wish.kind === 'pause';
    // seldom, and not for long: little lands meanwhile
    if (pauses ? wish.by !== 3 : !world.paused) return null;
    const by = pauses ? pauser : admin;
    const { instruction } = pauses
      ? await configPause(deployment, { signer: pauser.publicKey, bits })
      : await configUnpause(deployment, { admin: admin.publicKey, bits });
    const apply = () => {
      world.paused = pauses;
    };
    return { instruction, signers: [by], refusal: null, apply };
  }
  const now = await chain.unixTime();
  if (wish.kind === 'lock_create') return creating(world, wish, now);
  const lock = world.locks[wish.slot];
  if (lock === null || lock === undefined) return null;
  // what cannot be meant is tried now and then
  if (wish.by !== 3 && !isMeant(wish.kind, lock)) return null;
  return PLANNERS[wish.kind]?.({ world, wish, lock, now }) ?? null;
}
