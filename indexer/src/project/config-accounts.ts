import { type ConfigAccount, decodeConfig, decodeConfigProposal, registryIdl } from '@agent-labs/sdk';
import { toBase58 } from '../decode/base58.js';
import { type FactData, plain } from '../decode/facts.js';
import type { AccountKind } from '../fold/module.js';
import { namedIn, secondsOf } from './config.js';
import { addressOrNull, discriminatorOf } from './values.js';

const program: AccountKind['program'] = ({ registry }) => registry.toBase58();

/** Settings that are one value each, as rows have them. */
function settingsOf(config: ConfigAccount) {
  return {
    pauser: config.pauser.toBase58(),
    treasury: config.treasury.toBase58(),
    stake_mint: config.stakeMint.toBase58(),
    genesis_hash: toBase58(Uint8Array.from(config.genesisHash)),
    flags: config.flags,
    fee_bps: config.feeBps,
    first_loss_bps: config.firstLossBps,
    penalty_bps: config.penaltyBps,
    bond_bps: config.bondBps,
    min_stake: config.minStake.toString(),
    slash_cap_dispute: config.slashCapDispute.toString(),
    slash_cap_period: config.slashCapPeriod.toString(),
    bond_min: config.bondMin.toString(),
    arbiter_fee: config.arbiterFee.toString(),
  };
}

export const configAccounts: AccountKind[] = [
  {
    name: 'config',
    program,
    discriminator: discriminatorOf(registryIdl, 'config'),
    table: 'config',
    key: 'address',
    live: 'true',
    columns: (address, data) => {
      const config = decodeConfig(data);
      return {
        address,
        ...settingsOf(config),
        admin: config.admin.toBase58(),
        pending_admin: addressOrNull(config.pendingAdmin.toBase58()),
        admin_handover_at: Number(config.adminHandoverAt),
        admin_handover_expires_at: Number(config.adminHandoverExpiresAt),
        windows: secondsOf(config.windows),
        longest: secondsOf(config.longest),
        panels: plain(config.panels),
        settlement_mints: plain(config.settlementMints),
        pause_bits: config.pauseBits,
        execution_paused_at: Number(config.executionPausedAt),
        execution_pause_ends_at: Number(config.executionPauseEndsAt),
        next_proposal: config.nextProposal.toString(),
        live_proposals_from: config.liveProposalsFrom.toString(),
      };
    },
  },
  {
    name: 'configProposal',
    program,
    discriminator: discriminatorOf(registryIdl, 'configProposal'),
    table: 'config_proposals',
    key: 'address',
    live: "outcome = 'Open'",
    columns: (address, data) => {
      const proposal = decodeConfigProposal(data);
      return {
        address,
        number: proposal.number.toString(),
        admin: proposal.admin.toBase58(),
        rent_payer: proposal.rentPayer.toBase58(),
        proposed_at: Number(proposal.proposedAt),
        executable_at: Number(proposal.executableAt),
        expires_at: Number(proposal.expiresAt),
        changes: namedIn(plain(proposal.changes) as FactData),
      };
    },
  },
];
