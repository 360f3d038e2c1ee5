import { ChannelStatus, decodeChannel, decodeMandate, escrowIdl } from '@agent-labs/sdk';
import type { AccountKind } from '../fold/module.js';
import { addressOrNull, discriminatorOf, hex, hexOrNull } from './values.js';

const program: AccountKind['program'] = ({ escrow }) => escrow.toBase58();

function statusName(status: number): string | undefined {
  return Object.entries(ChannelStatus).find(([, value]) => value === status)?.[0];
}

export const escrowAccounts: AccountKind[] = [
  {
    name: 'mandate',
    program,
    discriminator: discriminatorOf(escrowIdl, 'mandate'),
    table: 'mandates',
    key: 'address',
    live: 'NOT closed',
    columns: (address, data) => {
      const mandate = decodeMandate(data);
      return {
        address,
        generation: Number(mandate.generation),
        payer: mandate.payer.toBase58(),
        id: mandate.id.toString(),
        mint: mandate.mint.toBase58(),
        session_key: mandate.sessionKey.toBase58(),
        key_epoch: mandate.keyEpoch,
        per_call_max: mandate.perCallMax.toString(),
        daily_cap: mandate.dailyCap.toString(),
        total_cap: mandate.totalCap.toString(),
        total_charged: mandate.totalCharged.toString(),
        expires_at: Number(mandate.expiresAt),
        killed_at: Number(mandate.killedAt),
        allow_list: mandate.allowList.map((agent) => agent.toBase58()),
        allow_root: hexOrNull(hex(mandate.allowRoot)),
        min_stake: mandate.minStake.toString(),
        min_score: mandate.minScore,
        attestor: addressOrNull(mandate.attestor.toBase58()),
        approvers: mandate.approvers.map((wallet) => wallet.toBase58()),
        approval_threshold: mandate.approvalThreshold,
        approval_above: mandate.approvalAbove.toString(),
        release_approval_above: mandate.releaseApprovalAbove.toString(),
        channels: mandate.channels,
        jobs: mandate.jobs,
        free: mandate.free.toString(),
        allotted: mandate.allotted.toString(),
        fees_accrued: mandate.feesAccrued.toString(),
      };
    },
    vault: (_deployment, _address, data) => {
      const { vault, free, allotted, feesAccrued } = decodeMandate(data);
      return { address: vault.toBase58(), owed: free + allotted + feesAccrued };
    },
  },
  {
    name: 'channel',
    program,
    discriminator: discriminatorOf(escrowIdl, 'channel'),
    table: 'channels',
    key: 'address',
    live: "status <> 'Finished'",
    columns: (address, data) => {
      const channel = decodeChannel(data);
      return {
        address,
        generation: Number(channel.generation),
        mandate: channel.mandate.toBase58(),
        agent: channel.agent.toBase58(),
        n: channel.n,
        status: statusName(channel.status),
        tag: hex(channel.tag),
        session_key: channel.sessionKey.toBase58(),
        agent_key: channel.agentKey.toBase58(),
        payout_owner: channel.payoutOwner.toBase58(),
        rent_payer: channel.rentPayer.toBase58(),
        agent_version: channel.agentVersion,
        ownership_epoch: channel.ownershipEpoch,
        price: channel.price.toString(),
        per_call_max: channel.perCallMax.toString(),
        fee_bps: channel.feeBps,
        holdback: Number(channel.holdback),
        expires_at: Number(channel.expiresAt),
        closing_ends_at: Number(channel.closingEndsAt),
        calls: channel.calls,
        allotted: channel.allotted.toString(),
        settled: channel.settled.toString(),
        paid_gross: channel.paidGross.toString(),
        returned: channel.returned.toString(),
        refunded: channel.refunded.toString(),
        held: channel.held.toString(),
        held_until: Number(channel.heldUntil),
        hold_disputed: channel.holdDisputed !== 0,
        claimed: channel.claimed.toString(),
        awarded: channel.awarded.toString(),
        open_disputes: channel.openDisputes,
      };
    },
  },
];
