import { feeBetween } from './model';
import { type Snapshot, tokensOf } from './observe';
import type { Act } from './step';

/** What each token account gains by a step, and loses with its owner's signature. */
export function entitlements(act: Act, before: Snapshot, after: Snapshot): Map<string, bigint> {
  const { kind, amount = 0n } = act;
  const mandate = before.get(`mandate${act.mandate}`)?.mandate;
  const label = `channel${act.channels?.[0]}`;
  const channel = before.get(label)?.channel;
  const paid = channel?.paidGross ?? 0n;
  const paidAfter = after.get(label)?.channel?.paidGross ?? paid;
  const net = paidAfter - paid - feeBetween(paid, paidAfter, channel?.feeBps ?? 0);
  const mine = act.signer !== undefined && act.signer === mandate?.payer;
  switch (kind) {
    case 'mandate_open':
    case 'mandate_deposit':
    case 'donate':
      return new Map(act.source === `tokens:${act.signer}` ? [[act.source, -amount]] : []);
    case 'mandate_withdraw':
      return new Map(mine ? [[act.destination ?? '', amount]] : []);
    case 'mandate_close':
      return new Map(mine ? [[act.destination ?? '', tokensOf(before, `vault${act.mandate}`)]] : []);
    case 'channel_payout':
      return new Map([[`tokens:${channel?.payoutOwner}`, net]]);
    case 'channel_refund':
      return new Map(act.signer === channel?.payoutOwner ? [[`tokens:${mandate?.payer}`, amount]] : []);
    case 'fees_sweep':
      return new Map([['tokens:treasury', mandate?.fees ?? 0n]]);
    default:
      return new Map();
  }
}

/** The accounts that a successful step may change. */
export function touched(act: Act, before: Snapshot, rentPayers: ReadonlyMap<string, string>): string[] {
  const [mandate, vault] = [`mandate${act.mandate}`, `vault${act.mandate}`];
  const channels = (act.channels ?? []).map((key) => `channel${key}`);
  const channel = before.get(channels[0] ?? '')?.channel;
  const payer = before.get(mandate)?.mandate?.payer;
  const rentPayer = rentPayers.get(channels[0] ?? mandate) ?? '';
  const destination = act.destination ?? '';
  const source = act.source ?? '';
  switch (act.kind) {
    case 'mandate_open':
      return [mandate, vault, source, rentPayer];
    case 'mandate_deposit':
      return [mandate, vault, source];
    case 'mandate_withdraw':
      return [mandate, vault, destination];
    case 'mandate_close':
      return [mandate, vault, destination, rentPayer];
    case 'mandate_rotate':
    case 'mandate_kill':
      return [mandate];
    case 'channel_open':
    case 'channel_finish':
      return [mandate, ...channels, rentPayer];
    case 'channel_rearm':
    case 'channel_drain':
      return [mandate, ...channels];
    case 'channel_payout':
      return [mandate, vault, ...channels, `tokens:${channel?.payoutOwner}`];
    case 'channel_refund':
      return [mandate, vault, ...channels, `tokens:${payer}`];
    case 'channel_settle':
    case 'channel_hold':
    case 'channel_release':
    case 'channel_close':
    case 'channel_reopen':
      return channels;
    case 'fees_sweep':
      return [mandate, vault, 'tokens:treasury'];
    case 'donate':
      return [vault, source];
    case 'pause':
    case 'unpause':
      return ['config'];
    case 'config_propose':
    case 'config_execute':
    case 'config_cancel':
      return ['config', `proposal${act.amount}`, 'wallet:admin'];
    case 'attestation_issue':
    case 'attestation_revoke':
      return [source, 'wallet:attestor'];
    case 'version_publish':
    case 'version_yank':
      return [`agent${act.agent}`, `version${act.agent}.${act.amount}`, `wallet:${act.signer}`];
    default:
      return act.kind.startsWith('agent_') ? [`agent${act.agent}`] : [];
  }
}
