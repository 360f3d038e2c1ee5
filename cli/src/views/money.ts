import {
  allowRootOf,
  attestorOf,
  type ChannelAccount,
  ChannelStatus,
  type JobAccount,
  jobUndecided,
  type MandateAccount,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { cap, type Token } from '../tokens.js';
import { Amount, Share, type ShownRecord, Span, Stars, Time } from '../values.js';

/** A mandate in a list. */
export function mandateRow(
  mandate: PublicKey,
  account: MandateAccount,
  token: Token,
  now: bigint,
): ShownRecord {
  return {
    mandate,
    id: account.id,
    state: account.killedAt !== 0n ? 'killed' : account.expiresAt <= now ? 'expired' : 'open',
    free: new Amount(account.free, token),
    allotted: new Amount(account.allotted, token),
    expires: new Time(account.expiresAt),
    channels: account.channels,
    jobs: account.jobs,
  };
}

export function mandateView(
  mandate: PublicKey,
  account: MandateAccount,
  { token, stakeToken, now }: { token: Token; stakeToken: Token; now: bigint },
): ShownRecord {
  const today = account.day === Number(now / 86_400n) ? account.dayCharged : 0n;
  const root = allowRootOf(account);
  return {
    ...mandateRow(mandate, account, token, now),
    payer: account.payer,
    mint: account.mint,
    sessionKey: account.sessionKey,
    feesAccrued: new Amount(account.feesAccrued, token),
    killed: new Time(account.killedAt),
    limits: {
      perCallMax: cap(account.perCallMax, token),
      dailyCap: cap(account.dailyCap, token),
      allottedToday: new Amount(today, token),
      totalCap: cap(account.totalCap, token),
      allottedInAll: new Amount(account.totalCharged, token),
      minStake: new Amount(account.minStake, stakeToken),
      minScore: new Stars(account.minScore === 0 ? null : account.minScore),
      allowList: account.allowList,
      allowRoot: root,
      attestor: attestorOf(account),
    },
    ...(account.approvers.length > 0 && {
      approval: {
        approvers: account.approvers,
        threshold: account.approvalThreshold,
        above: cap(account.approvalAbove, token),
        releaseAbove: cap(account.releaseApprovalAbove, token),
      },
    }),
  };
}

const CHANNEL_STATUS = Object.fromEntries(
  Object.entries(ChannelStatus).map(([name, status]) => [status, name]),
);

/** A channel in a list. */
export function channelRow(
  channel: PublicKey,
  account: ChannelAccount,
  token: Token,
  now: bigint,
): ShownRecord {
  const expired = account.status === ChannelStatus.Open && account.expiresAt <= now;
  return {
    channel,
    status: expired ? 'Expired' : (CHANNEL_STATUS[account.status] ?? `unknown ${account.status}`),
    agent: account.agent,
    calls: account.calls,
    left: new Amount(account.allotted - account.returned - account.settled, token),
    settled: new Amount(account.settled, token),
    expires: new Time(account.expiresAt),
  };
}

export function channelView(
  channel: PublicKey,
  account: ChannelAccount,
  token: Token,
  now: bigint,
): ShownRecord {
  const amount = (value: bigint) => new Amount(value, token);
  return {
    ...channelRow(channel, account, token, now),
    mandate: account.mandate,
    number: account.n,
    generation: account.generation,
    agentVersion: account.agentVersion,
    price: amount(account.price),
    perCallMax: cap(account.perCallMax, token),
    fee: new Share(account.feeBps),
    ledger: {
      allotted: amount(account.allotted),
      settled: amount(account.settled),
      paid: amount(account.paidGross),
      returned: amount(account.returned),
      refunded: amount(account.refunded),
      claimed: amount(account.claimed),
      held: amount(account.held),
    },
    holdback: new Span(account.holdback),
    closingEnds: new Time(account.closingEndsAt),
    lastSettle: new Time(account.lastSettleAt),
    heldUntil: new Time(account.heldUntil),
    openDisputes: account.openDisputes,
    sessionKey: account.sessionKey,
    agentKey: account.agentKey,
    payoutOwner: account.payoutOwner,
    rentPayer: account.rentPayer,
  };
}

/** A job in a list. */
export function jobRow(job: PublicKey, account: JobAccount, token: Token): ShownRecord {
  return {
    job,
    id: account.id,
    status: account.status,
    agent: account.agent,
    amount: new Amount(account.amount, token),
    deliverBy: new Time(account.deliverBy),
  };
}

export function jobView(job: PublicKey, account: JobAccount, token: Token): ShownRecord {
  const amount = (value: bigint) => new Amount(value, token);
  return {
    ...jobRow(job, account, token),
    mandate: account.mandate,
    generation: account.generation,
    agentVersion: account.agentVersion,
    fee: new Share(account.feeBps),
    ledger: {
      amount: amount(account.amount),
      undecided: amount(jobUndecided(account)),
      earned: amount(account.earned),
      returned: amount(account.returned),
      paid: amount(account.paidGross),
      claimed: amount(account.claimed),
    },
    termsHash: Uint8Array.from(account.termsHash),
    resultHash: account.deliveredAt === 0n ? null : Uint8Array.from(account.resultHash),
    acceptBy: new Time(account.acceptBy),
    reviewWindow: new Span(account.reviewWindow),
    opened: new Time(account.openedAt),
    accepted: new Time(account.acceptedAt),
    delivered: new Time(account.deliveredAt),
    reviewEnds: new Time(account.reviewEndsAt),
    ended: new Time(account.endedAt),
    agentKey: account.agentKey,
    payoutOwner: account.payoutOwner,
    rentPayer: account.rentPayer,
  };
}
