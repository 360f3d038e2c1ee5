import {
  channelPayout as channelPayoutInstruction,
  channelRefund as channelRefundInstruction,
} from '@agent-labs/sdk';
import fc from 'fast-check';
import { keyOf } from '../addresses';
import { credit, feeBetween, lapse, lower, most, payable, rolled, unpaid } from '../model';
import { Command, type Planner } from '../step';
import { find, plan, type Wish } from './channel-plan';
import { type Amount, amount, amountOf, choose, first, swap, target } from './wishes';

export const channelPayout: Planner<Wish & { to: 'payee' | 'stranger' }> = async (model, addresses, wish) => {
  const found = find(model, addresses, wish, (channel) => payable(channel, model.now) > 0n);
  const payee = found.channel?.payoutOwner ?? 'payee0';
  const to = addresses.at(`tokens:${wish.to === 'payee' ? payee : 'stranger'}`);
  const { deployment } = addresses;
  const mint = addresses.at('mint');
  return plan(model, addresses, wish, found, {
    kind: 'channel_payout',
    instruction: await channelPayoutInstruction(deployment, found.ref, mint, keyOf(payee).publicKey, to),
    refusal: (channel) =>
      first(
        wish.to !== 'payee' && 'DestinationMismatch',
        payable(channel, model.now) === 0n && 'NothingPayable',
      ),
    apply: (channel, mandate) => {
      const gross = payable(channel, model.now);
      const fee = feeBetween(channel.paidGross, channel.paidGross + gross, channel.feeBps);
      lapse(channel, model.now);
      Object.assign(channel, rolled(channel, model.now), { lastPayoutAt: model.now });
      channel.paidGross += gross;
      mandate.allotted -= gross;
      mandate.fees += fee;
      credit(model, `vault${found.place}`, fee - gross);
      credit(model, `tokens:${payee}`, gross - fee);
    },
  });
};

interface RefundWish extends Wish {
  by: 'payee' | 'stranger';
  to: 'payer' | 'stranger';
  amount: Amount;
}

const channelRefund: Planner<RefundWish> = async (model, addresses, wish) => {
  const found = find(model, addresses, wish, (channel) => unpaid(channel) > 0n);
  const by = wish.swap === null ? wish.by : 'payee';
  const signer = by === 'payee' ? (found.channel?.payoutOwner ?? 'payee0') : 'stranger';
  const amount = amountOf(wish.amount, found.channel === undefined ? 1n : unpaid(found.channel));
  const instruction = await channelRefundInstruction(
    addresses.deployment,
    found.ref,
    addresses.at('mint'),
    keyOf(signer).publicKey,
    keyOf(found.payer).publicKey,
    amount,
    addresses.at(`tokens:${wish.to === 'payer' ? found.payer : 'stranger'}`),
  );
  return plan(model, addresses, wish, found, {
    kind: 'channel_refund',
    instruction,
    signer,
    amount,
    refusal: (channel) =>
      first(
        by !== 'payee' && 'NotPayee',
        amount === 0n && 'AmountZero',
        amount > unpaid(channel) && 'RefundTooHigh',
        wish.to !== 'payer' && 'DestinationMismatch',
      ),
    apply: (channel, mandate) => {
      lapse(channel, model.now);
      const unheld = unpaid(channel) - channel.held;
      lower(channel, channel.held - most(0n, amount - unheld));
      channel.refunded += amount;
      mandate.allotted -= amount;
      credit(model, `vault${found.place}`, -amount);
      credit(model, `tokens:${found.payer}`, amount);
    },
  });
};

const withVault = { at: target, swap: swap('event_authority', 'program', 'mandate', 'vault') };
export const channelPayouts = fc
  .record({ ...withVault, to: choose([12, 'payee'], [1, 'stranger']) })
  .map((wish) => new Command(channelPayout, wish));
export const channelRefunds = fc
  .record<RefundWish>({
    ...withVault,
    by: choose([12, 'payee'], [1, 'stranger']),
    to: choose([12, 'payer'], [1, 'stranger']),
    amount: fc.oneof(amount, fc.constant('all' as const)),
  })
  .map((wish) => new Command(channelRefund, wish));
