import {
  decodeChannel,
  decodeJob,
  decodeMandate,
  instructionOfCall,
  mandateDeposit,
  transactionFailed,
  withApproval,
} from '@agent-labs/sdk';
import { type TransactionInstruction, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type ApprovalDiff, type ApprovalView, type Change, signedBy } from '../data/approval-views.js';
import type { JobView } from '../data/job-views.js';
import type { ChannelView, MandateView } from '../data/views.js';
import {
  afterAllotment,
  allotmentRefusal,
  type MandateFigures,
  mandateChanges,
} from '../lib/approval-diff.js';
import { refOf } from './actions.js';
import { agentDetail } from './agents.js';
import { channelView } from './channel-view.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { type EscrowCall, escrowCall } from './escrow-calls.js';
import { jobAt, jobView } from './jobs.js';
import { channelAt, mandateAt, mandateView } from './money.js';

const DAY = 86_400;

/** What a call is about, before and after it. */
interface Touched {
  mandate: MandateFigures;
  channel: Pick<ChannelView, 'allotted' | 'expiresAt'> | null;
  job: Pick<JobView, 'undecided' | 'earned' | 'returned'> | null;
}

/** The call of an approval, of escrow's and about a mandate that is there; null for others. */
function callOf(view: ApprovalView): EscrowCall | null {
  if (view.program !== deployment().escrow.toBase58()) return null;
  return escrowCall(Buffer.from(view.data, 'hex'), view.keys.map(addressOf));
}

/** The call as an instruction with its approval, and the deposit that must come before it. */
export async function approvedInstructions(
  view: ApprovalView,
  mandate: MandateView,
): Promise<TransactionInstruction[]> {
  const call = instructionOfCall(deployment(), {
    programId: addressOf(view.program),
    data: Buffer.from(view.data, 'hex'),
    keys: view.keys.map(addressOf),
  });
  const approval = { approval: addressOf(view.address), rentPayer: addressOf(view.rentPayer) };
  const missing = missingFor(callOf(view), mandate);
  return [
    ...(missing > 0n ? [await mandateDeposit(deployment(), await refOf(mandate), missing)] : []),
    withApproval(deployment(), call, approval),
  ];
}

const ALLOTS = ['channel_open', 'channel_rearm', 'job_open'];

function missingFor(call: EscrowCall | null, mandate: MandateView): bigint {
  if (call === null || !ALLOTS.includes(call.name)) return 0n;
  return afterAllotment(mandate, call.numbers.amount ?? 0n).missing;
}

/** What the call of an approval changes; null where it is not one that this page knows the figures of. */
export async function approvalDiff(view: ApprovalView): Promise<ApprovalDiff | null> {
  const call = callOf(view);
  const [mandate, chain] = await Promise.all([mandateAt(view.mandate), connectChain()]);
  if (call === null || mandate === null || call.accounts.mandate !== view.mandate) return null;
  const now = Number(await chain.unixTime());
  const before = await touchedBy(call, mandate);
  const computed = after(call, before);
  if (computed === null) return null;
  const ready = view.matches && !view.outlived && signedBy(view) >= view.threshold && now < view.expiresAt;
  const simulated = ready ? await simulate(view, call, mandate) : null;
  const reached = simulated !== null && 'touched' in simulated ? simulated.touched : null;
  const result = reached ?? computed;
  const isAllotment = ALLOTS.includes(call.name);
  const refusal =
    simulated !== null && 'refusal' in simulated
      ? simulated.refusal
      : isAllotment
        ? allotmentRefusal(computed.mandate, mandate, mandate, now)
        : null;
  return {
    from: reached === null ? 'computed' : 'simulated',
    mint: mandate.mint,
    changes: [
      ...subjectChanges(call, before, result),
      ...mandateChanges(before.mandate, result.mandate, mandate),
      { label: 'Mandate ends', kind: 'time', before: mandate.expiresAt, after: mandate.expiresAt },
    ],
    paid: await paidBy(call),
    missing: missingFor(call, mandate),
    refusal,
  };
}

async function touchedBy({ accounts }: EscrowCall, mandate: MandateView): Promise<Touched> {
  const [channel, listed] = await Promise.all([
    accounts.channel === undefined ? null : channelAt(accounts.channel),
    accounts.job === undefined ? null : jobAt(accounts.job),
  ]);
  return { mandate, channel, job: listed?.job ?? null };
}

/** By the programs' own arithmetic; null for a call that is not known here. */
function after({ name, numbers }: EscrowCall, { mandate, channel, job }: Touched): Touched | null {
  const amount = numbers.amount ?? 0n;
  const { figures } = afterAllotment(mandate, amount);
  const expiresAt = Number(numbers.expires_at ?? 0n);
  switch (name) {
    case 'channel_open':
      return { mandate: figures, channel: { allotted: amount, expiresAt }, job };
    case 'channel_rearm':
      return {
        mandate: figures,
        channel: { allotted: (channel?.allotted ?? 0n) + amount, expiresAt },
        job,
      };
    case 'job_open':
      return { mandate: figures, channel, job: { undecided: amount, earned: 0n, returned: 0n } };
    case 'job_release':
      return job && { mandate, channel, job: decided(job, job.undecided) };
    case 'job_split': {
      if (job === null) return null;
      const toAgent = numbers.to_agent ?? 0n;
      const back = job.undecided - toAgent;
      return {
        mandate: { ...mandate, free: mandate.free + back, allotted: mandate.allotted - back },
        channel,
        job: decided(job, toAgent),
      };
    }
    default:
      return null;
  }
}

function decided({ undecided, earned, returned }: NonNullable<Touched['job']>, toAgent: bigint) {
  return { undecided: 0n, earned: earned + toAgent, returned: returned + undecided - toAgent };
}

function subjectChanges({ name, numbers }: EscrowCall, before: Touched, result: Touched): Change[] {
  const amount = (label: string, from: bigint | undefined, to: bigint | undefined): Change => ({
    label,
    kind: 'amount',
    before: from ?? null,
    after: to ?? null,
  });
  const time = (label: string, from: number | null, to: bigint | number): Change => ({
    label,
    kind: 'time',
    before: from,
    after: Number(to),
  });
  if (name === 'channel_open' || name === 'channel_rearm') {
    return [
      amount('Allotted to the channel', before.channel?.allotted, result.channel?.allotted),
      time('Channel ends', before.channel?.expiresAt ?? null, result.channel?.expiresAt ?? 0),
    ];
  }
  const job = [
    amount('Not decided yet', before.job?.undecided, result.job?.undecided),
    amount("The agent's for good", before.job?.earned, result.job?.earned),
    amount('Returned to the mandate', before.job?.returned, result.job?.returned),
  ];
  if (name !== 'job_open') return job;
  return [
    ...job.slice(0, 1),
    time('To be accepted by', null, numbers.accept_by ?? 0n),
    time('To be delivered by', null, numbers.deliver_by ?? 0n),
  ];
}

/** Who is paid in the end, as agent or job have it now. */
async function paidBy({ accounts }: EscrowCall): Promise<string | null> {
  if (accounts.agent !== undefined) return (await agentDetail(accounts.agent))?.payoutOwner ?? null;
  if (accounts.job === undefined) return null;
  return (await jobAt(accounts.job))?.job.payoutOwner ?? null;
}

/** Has the node run the very call with its approval. */
async function simulate(
  view: ApprovalView,
  { accounts }: EscrowCall,
  mandate: MandateView,
): Promise<{ touched: Touched } | { refusal: string }> {
  const chain = await connectChain();
  const { connection } = chain;
  const instructions = await approvedInstructions(view, mandate);
  const addresses = [view.mandate, accounts.channel, accounts.job].filter((key) => key !== undefined);
  const { blockhash } = await connection.getLatestBlockhash('confirmed');
  const message = new TransactionMessage({
    payerKey: addressOf(mandate.payer),
    recentBlockhash: blockhash,
    instructions,
  });
  const { value } = await connection.simulateTransaction(
    new VersionedTransaction(message.compileToV0Message()),
    {
      sigVerify: false,
      replaceRecentBlockhash: true,
      commitment: 'confirmed',
      accounts: { encoding: 'base64', addresses },
    },
  );
  if (value.err !== null) return { refusal: transactionFailed(value.err, value.logs ?? []).message };
  const bytes = new Map(
    addresses.map((address, at) => [
      address,
      Buffer.from(value.accounts?.[at]?.data[0] ?? '', 'base64') as Uint8Array,
    ]),
  );
  const of = <T>(
    address: string | undefined,
    decode: (data: Uint8Array) => T,
    view: (address: string, account: T) => Touched[keyof Touched],
  ) => {
    const data = address === undefined ? undefined : bytes.get(address);
    return address === undefined || data === undefined || data.length === 0
      ? null
      : view(address, decode(data));
  };
  const now = await chain.unixTime();
  const today = Math.floor(Number(now) / DAY);
  const reached = of(view.mandate, decodeMandate, (at, account) => mandateView(at, account, today));
  if (reached === null) return { refusal: 'The mandate would be gone.' };
  return {
    touched: {
      mandate: reached as MandateFigures,
      channel: of(accounts.channel, decodeChannel, (at, account) =>
        channelView(at, account, now),
      ) as Touched['channel'],
      job: of(accounts.job, decodeJob, jobView) as Touched['job'],
    },
  };
}
