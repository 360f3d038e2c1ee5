import {
  channelClose as channelCloseInstruction,
  channelDrain as channelDrainInstruction,
  channelFinish as channelFinishInstruction,
  channelReopen as channelReopenInstruction,
} from '@agent-labs/sdk';
import fc from 'fast-check';
import { keyOf } from '../addresses';
import { type Channel, heldAt, type Mandate, pastSettling, unpaid, unspent, windsDown } from '../model';
import { Command, type Planner } from '../step';
import { find, plan, type SignedWish, signerOf, type Wish } from './channel-plan';
import { ABSENT, choose, first, swap, target } from './wishes';

export const channelClose: Planner<SignedWish> = async (model, addresses, wish) => {
  const found = find(model, addresses, wish, ({ status }) => status === 'Open');
  const signer = signerOf(wish.by, found);
  const authority = keyOf(signer).publicKey;
  return plan(model, addresses, wish, found, {
    kind: 'channel_close',
    instruction: await channelCloseInstruction(addresses.deployment, found.ref, authority),
    signer,
    refusal: (channel, mandate) =>
      first(
        channel.status !== 'Open' && 'NotOpen',
        model.slot <= channel.generation && 'ClosedInOpeningSlot',
        wish.by === 'stranger' && !windsDown(mandate, channel, model.now) && 'CloseNotAllowed',
      ),
    apply: (channel) => {
      channel.status = 'Closing';
      channel.closingEndsAt = model.now + channel.closeGrace;
    },
  });
};

const channelReopen: Planner<SignedWish> = async (model, addresses, wish) => {
  const closing = (channel: Channel) => channel.status === 'Closing' && !pastSettling(channel, model.now);
  const found = find(model, addresses, wish, closing);
  const by = wish.swap === null ? wish.by : 'payer';
  const signer = signerOf(by, found);
  const details = {
    kind: 'channel_reopen',
    instruction: await channelReopenInstruction(addresses.deployment, found.ref, keyOf(signer).publicKey),
    signer,
    refusal: (channel: Channel, mandate: Mandate) =>
      first(
        channel.status !== 'Closing' && 'NotClosing',
        pastSettling(channel, model.now) && 'GraceOver',
        windsDown(mandate, channel, model.now) && 'ReopenNotAllowed',
      ),
    apply: (channel: Channel) => {
      channel.status = 'Open';
      channel.closingEndsAt = 0n;
    },
  };
  const accounts = by !== 'payer' && found.mandate !== null ? 'PayerMismatch' : null;
  const absent = found.channel === undefined || found.mandate === null;
  return plan(
    model,
    addresses,
    wish,
    { ...found, accounts: absent ? ABSENT : (accounts ?? found.accounts) },
    details,
  );
};

export const channelDrain: Planner<Wish> = async (model, addresses, wish) => {
  const fits = (channel: Channel) => channel.status !== 'Draining' && pastSettling(channel, model.now);
  const found = find(model, addresses, wish, fits);
  return plan(model, addresses, wish, found, {
    kind: 'channel_drain',
    instruction: await channelDrainInstruction(addresses.deployment, found.ref),
    refusal: (channel) =>
      first(
        channel.status === 'Draining' && 'ChannelDraining',
        !pastSettling(channel, model.now) && 'NotDrainable',
      ),
    apply: (channel, mandate) => {
      const rest = unspent(channel);
      channel.returned += rest;
      channel.status = 'Draining';
      channel.closingEndsAt = 0n;
      mandate.allotted -= rest;
      mandate.free += rest;
    },
  });
};

export const channelFinish: Planner<SignedWish & { rentTo: 'right' | 'caller' }> = async (
  model,
  addresses,
  wish,
) => {
  const done = (channel: Channel) =>
    channel.status === 'Draining' && (unpaid(channel) === 0n || channel.held > 0n);
  const found = find(model, addresses, wish, done);
  const signer = signerOf(wish.by, found);
  const rightful = found.channel?.rentPayer ?? found.payer;
  const rentPayer = wish.rentTo === 'right' || wish.swap !== null ? rightful : 'stranger';
  const keys = [keyOf(signer).publicKey, keyOf(rentPayer).publicKey] as const;
  return plan(model, addresses, wish, found, {
    kind: 'channel_finish',
    instruction: await channelFinishInstruction(addresses.deployment, found.ref, ...keys),
    signer,
    refusal: (channel) => {
      const { status, settled, lastSettleAt, claimWindow, lastPayoutAt, ratingWindow } = channel;
      const rating = model.now < lastPayoutAt + ratingWindow && signer !== found.payer;
      return first(
        rentPayer !== rightful && 'RentPayerMismatch',
        status !== 'Draining' && 'NotDraining',
        heldAt(channel, model.now) > 0n && 'HeldOrDisputed',
        unpaid(channel) > 0n && 'UnpaidRemains',
        settled > 0n && model.now < lastSettleAt + claimWindow && 'ClaimWindowOpen',
        settled > 0n && rating && 'RatingWindowOpen',
      );
    },
    apply: (_, mandate) => {
      model.channels.delete(found.key);
      mandate.channels -= 1;
    },
  });
};

const plain = { at: target, swap: swap('event_authority', 'program', 'mandate') };
const by = choose<SignedWish['by']>([4, 'payer'], [2, 'session'], [3, 'stranger']);
export const channelCloses = fc.record({ ...plain, by }).map((wish) => new Command(channelClose, wish));
const reopener = choose<SignedWish['by']>([9, 'payer'], [1, 'session'], [1, 'stranger']);
export const channelReopens = fc
  .record({ ...plain, by: reopener })
  .map((wish) => new Command(channelReopen, wish));
export const channelDrains = fc.record(plain).map((wish) => new Command(channelDrain, wish));
export const channelFinishes = fc
  .record({ ...plain, by, rentTo: choose([12, 'right'], [1, 'caller']) })
  .map((wish) => new Command(channelFinish, wish));
