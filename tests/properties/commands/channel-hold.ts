import {
  channelHold as channelHoldInstruction,
  channelRelease as channelReleaseInstruction,
} from '@agent-labs/sdk';
import fc from 'fast-check';
import { keyOf } from '../addresses';
import { type Channel, heldAt, holdable, lapse, lower, type Mandate, rolled, type Wallet } from '../model';
import { Command, type Planner } from '../step';
import { find, plan, type SignedWish, signerOf } from './channel-plan';
import { type Amount, amount, amountOf, choose, first, swap, target } from './wishes';

/** The payer, or the session key while it is both mandate's and channel's. */
function holderRefusal(signer: Wallet, payer: Wallet, channel: Channel, mandate: Mandate): string | false {
  const isSession = signer === mandate.session && signer === channel.session;
  return !isSession && signer !== payer && 'NotPayerOrSession';
}

interface HoldWish extends SignedWish {
  amount: Amount;
  /** Whether to look among channels that wind down. */
  late: boolean;
}

const channelHold: Planner<HoldWish> = async (model, addresses, wish) => {
  const fits = (channel: Channel) =>
    channel.held === 0n && holdable(channel, model.now) > 0n && (!wish.late || channel.status !== 'Open');
  const found = find(model, addresses, wish, fits);
  const signer = signerOf(wish.by, found);
  const most = found.channel === undefined ? 1n : holdable(found.channel, model.now);
  const amount = amountOf(wish.amount, most);
  const authority = keyOf(signer).publicKey;
  return plan(model, addresses, wish, found, {
    kind: 'channel_hold',
    instruction: await channelHoldInstruction(addresses.deployment, found.ref, authority, amount),
    signer,
    amount,
    refusal: (channel, mandate) =>
      first(
        holderRefusal(signer, found.payer, channel, mandate),
        amount === 0n && 'AmountZero',
        heldAt(channel, model.now) > 0n && 'HoldExists',
        amount > most && 'HoldTooHigh',
      ),
    apply: (channel) => {
      lapse(channel, model.now);
      Object.assign(channel, rolled(channel, model.now));
      channel.held = amount;
      channel.heldUntil = model.now + channel.holdLapse;
    },
  });
};

const channelRelease: Planner<SignedWish> = async (model, addresses, wish) => {
  const found = find(model, addresses, wish, (channel) => channel.held > 0n);
  const signer = signerOf(wish.by, found);
  const authority = keyOf(signer).publicKey;
  return plan(model, addresses, wish, found, {
    kind: 'channel_release',
    instruction: await channelReleaseInstruction(addresses.deployment, found.ref, authority),
    signer,
    refusal: (channel, mandate) =>
      first(
        holderRefusal(signer, found.payer, channel, mandate),
        // also one whose time is over is there until somebody touches it
        channel.held === 0n && 'NothingHeld',
      ),
    apply: (channel) => lower(channel, 0n),
  });
};

const plain = { at: target, swap: swap('event_authority', 'program', 'mandate') };
const by = choose<SignedWish['by']>([8, 'payer'], [6, 'session'], [1, 'stranger']);
export const channelHolds = fc
  .record<HoldWish>({
    ...plain,
    by,
    amount: fc.oneof(amount, fc.constant('all' as const)),
    late: fc.boolean(),
  })
  .map((wish) => new Command(channelHold, wish));
export const channelReleases = fc
  .record<SignedWish>({ ...plain, by })
  .map((wish) => new Command(channelRelease, wish));
