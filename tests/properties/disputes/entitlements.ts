import { mandateOf, stakerOf } from './cast';
import { channelOfDispute, endOf } from './commands/dispute-ends';
import { positionOf, type Snapshot, vaultOf } from './observe';
import { netAt, worthOf } from './rules';
import type { Plan } from './step';
import type { World } from './world';

/** What each purse gains by a step that succeeds, and loses with its owner's signature, base units. */
export function entitlements(world: World, plan: Plan, before: Snapshot, now: bigint): Map<string, bigint> {
  const { kind, by, amount = 0n, position, channel = 0, dispute = '' } = plan;
  const due = new Map<string, bigint>();
  const owe = (purse: string, more: bigint) => due.set(purse, (due.get(purse) ?? 0n) + more);
  const { mint, payer } = mandateOf(channel);
  const read = before.get(`channel${channel}`)?.channel;
  const case_ = before.get(dispute)?.dispute;
  switch (kind) {
    case 'stake':
    case 'donate':
      owe(`purse:gold:${by}`, -amount);
      break;
    case 'withdraw':
      if (position) {
        owe(
          `purse:gold:${stakerOf(position)}`,
          worthOf(vaultOf(before), positionOf(before, position)).cooling,
        );
      }
      break;
    case 'channel_payout':
      if (read) owe(`purse:${mint}:payee`, netAt(read, now));
      break;
    case 'channel_refund':
      owe(`purse:${mint}:${payer}`, amount);
      break;
    case 'dispute_answer':
      if (case_?.answerer === null) owe(`purse:gold:${by}`, -case_.claimantBond);
      break;
    case 'dispute_vote':
      owe(`purse:gold:${by}`, case_?.arbiterFee ?? 0n);
      break;
    case 'dispute_withdraw':
    case 'dispute_execute':
      ends(world, plan, before, now, owe);
  }
  return due;
}

function ends(
  world: World,
  { dispute = '', kind }: Plan,
  before: Snapshot,
  now: bigint,
  owe: (purse: string, more: bigint) => void,
): void {
  const end = endOf(before, dispute, now, kind === 'dispute_withdraw');
  const ended = before.get(dispute)?.dispute;
  if (end === null || ended === undefined) return;
  const { mint, payer } = mandateOf(channelOfDispute(dispute));
  const goldOf = (wallet: typeof ended.claimant) => `purse:gold:${world.nameOf(wallet)}`;
  owe(`purse:${mint}:${payer}`, end.paid);
  owe(goldOf(ended.claimant), (end.slash?.toClaimant ?? 0n) + end.bonds.claimant);
  owe(goldOf(end.answeringSide), end.bonds.answerer);
  if (end.appealingSide !== null) owe(goldOf(end.appealingSide), end.bonds.appellant);
  owe('purse:gold:treasury', end.slash?.toTreasury ?? 0n);
}

/** The accounts that a successful step may change. */
export function touched(world: World, plan: Plan, before: Snapshot): string[] {
  const { kind, by, position, channel = 0, dispute = '' } = plan;
  const stakers = position === undefined ? [] : [`position:${position}`, `wallet:${stakerOf(position)}`];
  const purse = `purse:gold:${position === undefined ? by : stakerOf(position)}`;
  const { at: mandate, mint, payer } = mandateOf(channel);
  const own = `channel${channel}`;
  const ledger = [own, `mandate${mandate}`];
  switch (kind) {
    case 'vault_start':
      return ['vault', 'tokens', 'wallet:admin'];
    case 'stake':
    case 'withdraw':
      return ['vault', 'tokens', purse, ...stakers];
    case 'unstake':
    case 'tranche_release':
    case 'position_close':
      return ['vault', ...stakers];
    case 'donate':
      return ['tokens', purse];
    case 'mandate_open':
      return [`mandate${mandate}`, `money${mandate}`, `purse:${mint}:${payer}`, `wallet:${payer}`];
    case 'channel_settle':
    case 'channel_hold':
    case 'channel_release':
    case 'channel_close':
      return [own];
    case 'channel_drain':
      return ledger;
    case 'channel_open':
    case 'channel_finish':
      return [...ledger, `wallet:${payer}`];
    case 'channel_payout':
      return [...ledger, `money${mandate}`, `purse:${mint}:payee`];
    case 'channel_refund':
      return [...ledger, `money${mandate}`, `purse:${mint}:${payer}`];
    case 'dispute_open': {
      const last = world.labelOf(vaultOf(before).lastDispute);
      return ['vault', 'tokens', own, dispute, last, purse, `wallet:${by}`];
    }
    case 'dispute_cite':
      return [dispute];
    case 'dispute_answer':
    case 'dispute_appeal':
    case 'dispute_vote':
      return ['vault', 'tokens', dispute, purse];
    case 'dispute_withdraw':
    case 'dispute_execute':
      return endTouches(world, plan, before);
    case 'sell':
    case 'activate':
    case 'retire':
      return ['agent'];
    case 'version_publish':
      return ['agent', `wallet:${by}`, ...[...world.labels].filter((label) => label.startsWith('version'))];
    case 'pause':
      return ['config'];
    default:
      return finalTouches(plan);
  }
}

function endTouches(world: World, { dispute = '' }: Plan, before: Snapshot): string[] {
  const ended = before.get(dispute)?.dispute;
  const channel = channelOfDispute(dispute);
  const { at, mint, payer } = mandateOf(channel);
  const parties = [ended?.claimant, ended?.answerer, ended?.appellant, before.get('agent')?.agent?.owner];
  return [
    ...['vault', 'tokens', dispute, `channel${channel}`, `mandate${at}`, `money${at}`, 'purse:gold:treasury'],
    ...[ended?.previous, ended?.next].flatMap((key) => (key ? [world.labelOf(key)] : [])),
    ...parties.flatMap((key) => (key ? [`purse:gold:${world.nameOf(key)}`] : [])),
    ...[`purse:${mint}:${payer}`, `wallet:${ended ? world.nameOf(ended.claimant) : ''}`],
  ];
}

/** Of what only the beginning and the end of a run do. */
function finalTouches({ kind, channel = 0 }: Plan): string[] {
  const { at, mint, payer } = mandateOf(channel);
  const money = [`mandate${at}`, `money${at}`];
  if (kind === 'fees_sweep') return [...money, `purse:${mint}:treasury`];
  if (kind === 'mandate_close') return [...money, `purse:${mint}:${payer}`, `wallet:${payer}`];
  if (kind === 'vault_end') return ['vault', 'tokens', 'wallet:admin', 'purse:gold:ann', 'purse:gold:ben'];
  return [];
}
