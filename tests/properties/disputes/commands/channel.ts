import {
  type ChannelAccount,
  channelClose,
  channelDrain,
  channelFinish,
  channelHold,
  channelOpen,
  channelPayout,
  channelRefund,
  channelRelease,
  PauseBit,
  versionPublish,
} from '@agent-labs/sdk';
import { CALL_MAX, CHANNELS, entry, type MandatePlace, type Mint, mandateOf } from '../cast';
import { agentOf, configOf, type Snapshot } from '../observe';
import { claimsEnd, heldAt, holdableAt, pastSettling, payableAt, unpaid } from '../rules';
import type { World } from '../world';
import { ABSENT, first, type Planner, partOf, pick, pickFit, type Wish } from './wishes';

export interface Found extends MandatePlace {
  at: number;
  mandate: number;
  channel: ChannelAccount | undefined;
  ref: ReturnType<typeof refOf>;
}

function refOf(world: World, at: number) {
  const mandate = world.at(`mandate${entry(CHANNELS, at).mandate}`);
  return { channel: world.at(`channel${at}`), mandate, agent: world.at('agent') };
}

/** A channel that fits; where none does, any that is there, else any place. */
export function findChannel(
  world: World,
  seen: Snapshot,
  wish: Wish,
  fits: (channel: ChannelAccount) => boolean,
): Found {
  const places = [...CHANNELS.keys()];
  const channelAt = (at: number) => seen.get(`channel${at}`)?.channel;
  const there = places.filter((at) => channelAt(at) !== undefined);
  const fitting = (at: number) => {
    const channel = channelAt(at);
    return channel !== undefined && fits(channel);
  };
  const at = pickFit(there, wish, fitting) ?? pick(places, wish.at) ?? 0;
  const { at: mandate, ...place } = mandateOf(at);
  return { at, mandate, ...place, channel: channelAt(at), ref: refOf(world, at) };
}

const gone = `escrow:${ABSENT}`;
/** Refusals of escrow's own instructions bear its name; those of accounts are Anchor's, in its name too. */
const told = (absent: boolean, ...reasons: (string | null | false)[]) => {
  const reason = first(...reasons);
  return absent ? gone : reason === null ? null : `escrow:${reason}`;
};

/** The payer, its session key, or somebody else. */
function holderOf({ payer, session }: Found, { dice, stray }: Wish): string {
  if (stray) return dice % 2 === 0 ? 'stranger' : 'payee';
  return dice % 3 === 0 ? session : payer;
}

const hold: Planner = async ({ world, seen, now }, wish) => {
  const isFree = (one: ChannelAccount) => heldAt(one, now) === 0n && one.holdDisputed === 0;
  const fits = (one: ChannelAccount) => isFree(one) && holdableAt(one, now) > 0n;
  const found = findChannel(world, seen, wish, fits);
  const { channel } = found;
  const most = channel === undefined ? 1n : holdableAt(channel, now);
  const [by, amount] = [holderOf(found, wish), partOf(most, wish.part)];
  return {
    kind: 'channel_hold',
    by,
    channel: found.at,
    amount,
    refusal: told(
      channel === undefined,
      ![found.payer, found.session].some((one) => one === by) && 'NotPayerOrSession',
      amount === 0n && 'AmountZero',
      channel !== undefined && !isFree(channel) && 'HoldExists',
      amount > most && 'HoldTooHigh',
    ),
    instructions: [await channelHold(world.deployment, found.ref, world.key(by).publicKey, amount)],
    signers: [by],
  };
};

const release: Planner = async ({ world, seen }, wish) => {
  const fits = (one: ChannelAccount) => one.held > 0n && one.holdDisputed === 0;
  const found = findChannel(world, seen, wish, fits);
  const by = holderOf(found, wish);
  const { channel } = found;
  return {
    kind: 'channel_release',
    by,
    channel: found.at,
    refusal: told(
      channel === undefined,
      ![found.payer, found.session].some((one) => one === by) && 'NotPayerOrSession',
      channel?.holdDisputed === 1 && 'HoldDisputed',
      channel?.held === 0n && 'NothingHeld',
    ),
    instructions: [await channelRelease(world.deployment, found.ref, world.key(by).publicKey)],
    signers: [by],
  };
};

const payout: Planner = async ({ world, seen, now }, wish) => {
  const found = findChannel(world, seen, wish, (one) => payableAt(one, now) > 0n);
  const { channel } = found;
  const payee = world.key('payee').publicKey;
  return {
    kind: 'channel_payout',
    by: null,
    channel: found.at,
    refusal: told(
      channel === undefined,
      channel !== undefined && payableAt(channel, now) === 0n && 'NothingPayable',
    ),
    instructions: [await channelPayout(world.deployment, found.ref, world.at(`mint:${found.mint}`), payee)],
    signers: [],
  };
};

const refund: Planner = async ({ world, seen }, wish) => {
  const found = findChannel(world, seen, wish, (one) => unpaid(one) > 0n);
  const { channel } = found;
  const most = channel === undefined ? 1n : unpaid(channel);
  const [by, amount] = [wish.stray ? 'stranger' : 'payee', partOf(most, wish.part)];
  const keys = [world.key(by).publicKey, world.key(found.payer).publicKey] as const;
  const mint = world.at(`mint:${found.mint}`);
  return {
    kind: 'channel_refund',
    by,
    channel: found.at,
    amount,
    refusal: told(
      channel === undefined,
      wish.stray && 'NotPayee',
      amount === 0n && 'AmountZero',
      amount > most && 'RefundTooHigh',
    ),
    instructions: [await channelRefund(world.deployment, found.ref, mint, ...keys, amount)],
    signers: [by],
  };
};

const close: Planner = async ({ world, seen, slot }, wish) => {
  const fits = (one: ChannelAccount) => one.status === 0 && slot > one.generation;
  const found = findChannel(world, seen, wish, fits);
  const by = wish.stray ? 'stranger' : found.payer;
  const { channel } = found;
  return {
    kind: 'channel_close',
    by,
    channel: found.at,
    refusal: told(
      channel === undefined,
      channel?.status !== 0 && 'NotOpen',
      channel !== undefined && slot <= channel.generation && 'ClosedInOpeningSlot',
      wish.stray && 'CloseNotAllowed',
    ),
    instructions: [await channelClose(world.deployment, found.ref, world.key(by).publicKey)],
    signers: [by],
  };
};

const drain: Planner = async ({ world, seen, now }, wish) => {
  const fits = (one: ChannelAccount) => one.status !== 2 && pastSettling(one, now);
  const found = findChannel(world, seen, wish, fits);
  const { channel } = found;
  return {
    kind: 'channel_drain',
    by: null,
    channel: found.at,
    refusal: told(
      channel === undefined,
      channel?.status === 2 && 'ChannelDraining',
      channel !== undefined && !pastSettling(channel, now) && 'NotDrainable',
    ),
    instructions: [await channelDrain(world.deployment, found.ref)],
    signers: [],
  };
};

const finish: Planner = async ({ world, seen, now }, wish) => {
  // what is left of a claim is to stand in the way often enough
  const fits = (one: ChannelAccount) =>
    one.status === 2 && (wish.dice % 4 === 0 || (unpaid(one) === 0n && one.openDisputes === 0));
  const found = findChannel(world, seen, wish, fits);
  const by = wish.stray ? 'stranger' : found.payer;
  const { channel } = found;
  const rated = channel === undefined || !wish.stray || now >= channel.lastPayoutAt + channel.ratingWindow;
  const keys = [world.key(by).publicKey, world.key(found.payer).publicKey] as const;
  return {
    kind: 'channel_finish',
    by,
    channel: found.at,
    refusal: told(
      channel === undefined,
      channel?.status !== 2 && 'NotDraining',
      channel !== undefined && (heldAt(channel, now) > 0n || channel.openDisputes > 0) && 'HeldOrDisputed',
      channel !== undefined && unpaid(channel) > 0n && 'UnpaidRemains',
      channel !== undefined && channel.settled > 0n && now < claimsEnd(channel) && 'ClaimWindowOpen',
      channel !== undefined && channel.settled > 0n && !rated && 'RatingWindowOpen',
    ),
    instructions: [await channelFinish(world.deployment, found.ref, ...keys)],
    signers: [by],
  };
};

/** The mint that the agent's next channel is paid in: its latest version's. */
export function mintOfVersion(seen: Snapshot): Mint {
  return agentOf(seen).latestVersion % 2 === 0 ? 'gold' : 'tin';
}

/** A new generation, at a place that is empty. */
export const open: Planner = async ({ world, seen, now }, wish) => {
  const vacant = [...CHANNELS.keys()].filter((at) => seen.get(`channel${at}`)?.channel === undefined);
  const fits = (at: number) => mandateOf(at).mint === mintOfVersion(seen);
  const at = pickFit(vacant, wish, fits) ?? pick([...CHANNELS.keys()], wish.at) ?? 0;
  const { at: mandate, payer, session } = mandateOf(at);
  const amount = CALL_MAX + partOf(6n * CALL_MAX, wish.part === 'above' ? 'all' : wish.part);
  const { latestVersion: versionNumber } = agentOf(seen);
  const { instruction } = await channelOpen(world.deployment, {
    authority: world.key(session).publicKey,
    rentPayer: world.key(payer).publicKey,
    mandate: world.at(`mandate${mandate}`),
    agent: world.at('agent'),
    versionNumber,
    n: entry(CHANNELS, at).n,
    amount,
    expiresAt: now + 200n + BigInt(wish.dice % 800),
  });
  const free = seen.get(`mandate${mandate}`)?.mandate?.free ?? 0n;
  const isPaused = (configOf(seen).pauseBits & PauseBit.Open) !== 0;
  const isVacant = vacant.includes(at);
  return {
    kind: 'channel_open',
    by: session,
    channel: at,
    refusal: isVacant
      ? told(false, isPaused && 'Paused', !fits(at) && 'MintMismatch', amount > free && 'InsufficientFree')
      : undefined,
    instructions: [instruction],
    signers: [session, payer],
  };
};

/** The next version, in the other mint. */
const publish: Planner = async ({ world, seen }) => {
  const { latestVersion, owner } = agentOf(seen);
  const number = latestVersion + 1;
  const by = world.nameOf(owner);
  const price = CALL_MAX / 2n;
  return { kind: 'version_publish', by, refusal: null, ...(await published(world, number, price, by)) };
};

/** Version `number`, odd ones in tin. */
export async function published(world: World, number: number, price: bigint, by: string) {
  world.at(`version${number}`);
  const { instruction } = await versionPublish(world.deployment, {
    agent: world.at('agent'),
    owner: world.key(by).publicKey,
    number,
    semver: `1.0.${number}`,
    manifestHash: new Uint8Array(32).fill(7),
    uri: 'https://agents.example/manifest.json',
    price,
    priceMint: world.at(number % 2 === 0 ? 'mint:gold' : 'mint:tin'),
  });
  return { instructions: [instruction], signers: [by] };
}

export const CHANNEL_PLANNERS = {
  channel_hold: hold,
  channel_release: release,
  channel_payout: payout,
  channel_refund: refund,
  channel_close: close,
  channel_drain: drain,
  channel_finish: finish,
  channel_open: open,
  version_publish: publish,
};
