import {
  agentTransferAccept,
  agentTransferPropose,
  channelPayout,
  channelRefund,
  channelSettle,
  jobCancel,
  jobRefund,
  jobSplit,
  mintPendingReceipt,
  NoReceiptTree,
  pendingReceiptAddress,
  treeOf,
  versionPublish,
} from '@agent-labs/sdk';
import type { AsyncCommand } from 'fast-check';
import fc from 'fast-check';
import { tokenAccount } from '../../fixtures/escrow';
import { openJobOn } from '../../fixtures/jobs';
import { funded, type RegistryFixture } from '../../fixtures/registry';
import { jobRated } from '../../reputation/jobs';
import { addTree, anotherChannel, rated, treeOfRecord } from '../../reputation/support';
import type { Statistics } from '../statistics';
import { errorName } from '../world';
import { checkAll, InvariantViolated } from './invariants';
import type { Model, PaidChannel, PaidJob, RatedSource } from './model';
import { treesInUse, type World } from './world';

export interface Real {
  world: World;
  statistics: Statistics;
}

export const KINDS = [
  ...(['pay', 'refund', 'rate', 'open', 'publish', 'sell', 'addTree', 'mintPending'] as const),
  ...(['offer', 'work', 'rateJob'] as const),
] as const;
type Kind = (typeof KINDS)[number];

/** Channels one mandate may have here; more money it does not hold. */
const MOST_CHANNELS = 8;
/** Jobs of one payer with one agent. */
const MOST_JOBS = 8;

/** What a command does; answers the error it was refused with, or `ok`. */
type Run = (real: Real, at: number, amount: number) => Promise<string>;

function channelAt({ world: { model } }: Real, at: number): PaidChannel {
  return model.channels[at % model.channels.length] as PaidChannel;
}

async function settle(channel: PaidChannel, amount: bigint): Promise<void> {
  const { on } = channel;
  channel.calls += 1;
  const cumulative = channel.paid + channel.refunded + amount;
  const item = await on.voucher({ cumulative, calls: channel.calls });
  await on.send(channelSettle(on.deployment, [item]));
}

const LEFT = 100_000n;

async function pay(real: Real, at: number, amount: number): Promise<string> {
  const channel = channelAt(real, at);
  const { on } = channel;
  const sum = BigInt(amount);
  if (channel.paid + channel.refunded + sum > LEFT) return 'NothingLeft';
  await settle(channel, sum);
  const { payoutOwner } = await on.readChannel();
  await tokenAccount(on.chain, on.mint, payoutOwner, 0n);
  await on.send(await channelPayout(on.deployment, on.channelRef, on.mint, payoutOwner));
  channel.paid += sum;
  return 'ok';
}

async function refund(real: Real, at: number, amount: number): Promise<string> {
  const channel = channelAt(real, at);
  const { on } = channel;
  const sum = BigInt(amount);
  if (channel.paid + channel.refunded + sum > LEFT) return 'NothingLeft';
  const { payoutOwner } = await on.readChannel();
  const signer = real.world.agents[channel.agent]?.payoutOwner;
  if (!signer?.publicKey.equals(payoutOwner)) return 'SellerGone';
  await settle(channel, sum);
  const parties = [on.mint, payoutOwner, on.payer.publicKey] as const;
  await on.send(await channelRefund(on.deployment, on.channelRef, ...parties, sum), signer);
  channel.refunded += sum;
  return 'ok';
}

function rate(real: Real, at: number, amount: number): Promise<string> {
  return rateBy(real, channelAt(real, at), amount);
}

async function rateJob(real: Real, at: number, amount: number): Promise<string> {
  const { jobs } = real.world.model;
  const job = jobs[at % Math.max(jobs.length, 1)];
  return job === undefined ? 'NoJob' : rateBy(real, job, amount);
}

async function rateBy({ world }: Real, source: RatedSource, amount: number): Promise<string> {
  const { model } = world;
  const right = model.right(source);
  const stars = BigInt((amount % 5) + 1);
  const trees = await treesInUse(world);
  const merkleTree = amount % 3 === 0 ? null : treeOf({ trees }, source.on.agent);
  const full = merkleTree !== null && (await treeOfRecord(world.registry, merkleTree)).minted === 8n;
  const number = BigInt(model.ratings.filter((each) => each.agent === source.agent).length);
  const sent =
    source.kind === 'Job'
      ? jobRated(source.on, Number(stars), { merkleTree })
      : rated(source.on, Number(stars), { merkleTree });
  const outcome = await sent.then(() => 'ok', errorName);
  const expected = right.paid + right.refunded > 0n ? 'ok' : 'RatingRightMissing';
  if (outcome !== expected) throw new InvariantViolated(10, `rate: ${expected} expected, got ${outcome}`);
  if (outcome !== 'ok') return outcome;
  model.rate(source, stars);
  if (merkleTree === null || full) {
    model.pending.push({ agent: source.agent, payer: source.on.payer.publicKey, number });
  } else model.minted += 1;
  await world.plant(world, source);
  return outcome;
}

async function open(real: Real, at: number): Promise<string> {
  const { model, agents } = real.world;
  const known = channelAt(real, at);
  const theirs = model.channels.filter(({ agent, payer }) => agent === known.agent && payer === known.payer);
  if (theirs.length >= MOST_CHANNELS) return 'EnoughChannels';
  const { epoch, version } = model.agents[known.agent] as Model['agents'][number];
  const on = await anotherChannel(known.on, theirs.length, version);
  const { agentKey, payoutOwner } = agents[known.agent] as RegistryFixture;
  const fresh = { calls: 0, paid: 0n, refunded: 0n, ratedPaid: 0n, ratedRefunded: 0n };
  model.channels.push({
    kind: 'Channel',
    on: { ...on, agentKey, payoutOwner },
    agent: known.agent,
    payer: known.payer,
    epoch,
    version,
    ...fresh,
  });
  return 'ok';
}

/** Offers a job, which is accepted at once, or taken back by the payer. */
async function offer(real: Real, at: number, amount: number): Promise<string> {
  const { model, agents } = real.world;
  const known = channelAt(real, at);
  const theirs = model.jobs.filter(({ agent, payer }) => agent === known.agent && payer === known.payer);
  if (theirs.length >= MOST_JOBS) return 'EnoughJobs';
  const { epoch, version } = model.agents[known.agent] as Model['agents'][number];
  const { agentKey, payoutOwner } = agents[known.agent] as RegistryFixture;
  const sum = BigInt(amount);
  const id = BigInt(theirs.length + 1);
  const on = await openJobOn(
    { ...known.on, agentKey, payoutOwner },
    { id, amount: sum, versionNumber: version },
  );
  const accepted = amount % 4 !== 0;
  const job: PaidJob = {
    kind: 'Job',
    on,
    ...{ agent: known.agent, payer: known.payer, epoch, version },
    ...{ amount: sum, accepted, ended: !accepted },
    ...{ paid: 0n, refunded: 0n, ratedPaid: 0n, ratedRefunded: 0n },
  };
  if (accepted) await on.accept();
  else {
    await on.send(await jobCancel(on.deployment, on.jobRef, on.payer.publicKey), on.payer);
    job.refunded = sum;
  }
  model.jobs.push(job);
  return 'ok';
}

/** A job under way goes on: a part is given back, or all; both agree on a part; or all of it is earned. */
async function work(real: Real, at: number, amount: number): Promise<string> {
  const going = real.world.model.jobs.filter(({ ended }) => !ended);
  const job = going[at % Math.max(going.length, 1)];
  if (job === undefined) return 'NoJob';
  const { on } = job;
  const { deployment, jobRef, payer, payoutOwner } = on;
  const undecided = job.amount - job.refunded;
  const part = undecided / 3n;
  const back = async (sum: bigint) => {
    await on.send(await jobRefund(deployment, jobRef, payoutOwner.publicKey, sum), payoutOwner);
    job.refunded += sum;
    job.ended = job.refunded === job.amount;
  };
  const earned = async (sum: bigint) => {
    job.ended = true;
    if (sum === 0n) return;
    await tokenAccount(on.chain, on.mint, payoutOwner.publicKey, 0n);
    await on.payOut();
    job.paid = sum;
  };
  const turns = [
    () => (part === 0n ? back(undecided) : back(part)),
    () => back(undecided),
    async () => {
      const keys = [payer.publicKey, payoutOwner.publicKey] as const;
      await on.send(await jobSplit(deployment, jobRef, ...keys, part), payer, payoutOwner);
      job.refunded = job.amount - part;
      await earned(part);
    },
    async () => {
      await on.deliver();
      await on.release();
      await earned(undecided);
    },
  ];
  await turns[amount % turns.length]?.();
  return 'ok';
}

async function publish(real: Real, at: number): Promise<string> {
  const which = at % real.world.agents.length;
  const on = real.world.agents[which] as RegistryFixture;
  const known = real.world.model.agents[which] as Model['agents'][number];
  const { instruction } = await versionPublish(on.deployment, {
    agent: on.agent,
    owner: on.creator.publicKey,
    number: known.version + 1,
    semver: `1.0.${known.version + 1}`,
    manifestHash: on.manifestHash,
    uri: 'https://agents.example/other/manifest.json',
    price: on.price,
    priceMint: on.mint,
  });
  await on.send(instruction, on.creator);
  known.version += 1;
  return 'ok';
}

async function sell(real: Real, at: number): Promise<string> {
  const which = at % real.world.agents.length;
  const on = real.world.agents[which] as RegistryFixture;
  const [buyer, agentKey] = [await funded(on.chain), await funded(on.chain)];
  const owned = { agent: on.agent, owner: on.creator.publicKey };
  const propose = await agentTransferPropose(on.deployment, { ...owned, newOwner: buyer.publicKey });
  await on.send(propose.instruction, on.creator);
  const accept = await agentTransferAccept(on.deployment, {
    agent: on.agent,
    pendingOwner: buyer.publicKey,
    agentKey: agentKey.publicKey,
    payoutOwner: buyer.publicKey,
  });
  await on.send(accept.instruction, buyer);
  real.world.agents[which] = { ...on, creator: buyer, agentKey, payoutOwner: buyer };
  (real.world.model.agents[which] as Model['agents'][number]).epoch += 1;
  return 'ok';
}

async function plantTree(real: Real, at: number): Promise<string> {
  const { world } = real;
  const trees = await treesInUse(world);
  const shard = at % (trees.length + 1);
  const old = trees[shard];
  if (old !== undefined && (await treeOfRecord(world.registry, old)).minted < 8n) {
    const outcome = await addTree(world.registry, shard).then(() => 'ok', errorName);
    if (outcome !== 'TreeNotFull')
      throw new InvariantViolated(9, `a tree with room was replaced: ${outcome}`);
    return outcome;
  }
  if (trees.length >= 3 && old === undefined) return 'EnoughTrees';
  world.trees.push(await addTree(world.registry, shard));
  return 'ok';
}

async function mintPending(real: Real, at: number): Promise<string> {
  const { world } = real;
  const { pending, agents } = world.model;
  const which = at % Math.max(pending.length, 1);
  const receipt = pending[which];
  if (receipt === undefined) return 'NothingPending';
  const { chain, deployment, feePayer } = world.registry;
  const { agent } = agents[receipt.agent] as Model['agents'][number];
  try {
    await mintPendingReceipt(chain, deployment, agent, receipt.number, feePayer);
  } catch (error) {
    if (error instanceof NoReceiptTree) return error.name;
    throw error;
  }
  const left = await chain.getAccount(pendingReceiptAddress(deployment, agent, receipt.number));
  if (left !== null) throw new InvariantViolated(13, 'a minted receipt still waits');
  pending.splice(which, 1);
  world.model.minted += 1;
  return 'ok';
}

const RUNS: Record<Kind, Run> = {
  pay,
  refund,
  rate,
  open,
  publish,
  sell,
  addTree: plantTree,
  mintPending,
  offer,
  work,
  rateJob,
};

class Command implements AsyncCommand<Model, Real> {
  constructor(
    readonly kind: Kind,
    readonly at: number,
    readonly amount: number,
  ) {}
  check(): boolean {
    return true;
  }
  async run(_: Model, real: Real): Promise<void> {
    const outcome = await RUNS[this.kind](real, this.at, this.amount);
    real.statistics.count(this.kind, outcome, true);
    await checkAll(real.world);
  }
  toString(): string {
    return `${this.kind}(${this.at}, ${this.amount})`;
  }
}

/** How often each kind is drawn, against the others. */
const WEIGHTS: Record<Kind, number> = {
  pay: 8,
  refund: 4,
  rate: 12,
  open: 2,
  publish: 1,
  sell: 1,
  addTree: 2,
  mintPending: 2,
  offer: 3,
  work: 4,
  rateJob: 6,
};

export function commands(most: number) {
  const drawn = KINDS.flatMap((kind) =>
    Array.from({ length: WEIGHTS[kind] }, () =>
      fc
        .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 9_000 }))
        .map(([at, amount]) => new Command(kind, at, amount)),
    ),
  );
  return fc.commands(drawn, { maxCommands: most, size: 'max' });
}
