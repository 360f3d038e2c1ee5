import {
  decodeDispute,
  decodePosition,
  decodeStakeVault,
  type StakePool,
  stakeIdl,
  vaultTokensAddress,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { AccountKind } from '../fold/module.js';
import { disputeColumns } from './dispute-columns.js';
import { addressOrNull, discriminatorOf } from './values.js';

const program: AccountKind['program'] = ({ stake }) => stake.toBase58();

function pool(column: string, { tokens, shares, epoch }: StakePool) {
  return {
    [column]: tokens.toString(),
    [`${column}_shares`]: shares.toString(),
    [`${column}_epoch`]: epoch,
  };
}

export const stakeAccounts: AccountKind[] = [
  {
    name: 'vault',
    program,
    discriminator: discriminatorOf(stakeIdl, 'stakeVault'),
    table: 'stake_vaults',
    key: 'address',
    live: 'NOT closed',
    columns: (address, data) => {
      const vault = decodeStakeVault(data);
      return {
        address,
        agent: vault.agent.toBase58(),
        mint: vault.mint.toBase58(),
        ownership_epoch: vault.ownershipEpoch,
        ...pool('first_loss', vault.firstLoss),
        ...pool('first_loss_cooling', vault.firstLossCooling),
        ...pool('backers', vault.backers),
        ...pool('backers_cooling', vault.backersCooling),
        staked: vault.staked.toString(),
        returned: vault.returned.toString(),
        slashed: vault.slashed.toString(),
        slashed_in_period: vault.slashedInPeriod.toString(),
        period_started_at: Number(vault.periodStartedAt),
        bonds: vault.bonds.toString(),
        open_disputes: vault.openDisputes,
        next_dispute: vault.nextDispute.toString(),
        disputes_lost: vault.disputesLost,
        first_dispute: addressOrNull(vault.firstDispute.toBase58()),
        last_dispute: addressOrNull(vault.lastDispute.toBase58()),
        oldest_dispute_at: Number(vault.oldestDisputeAt),
      };
    },
    vault: (deployment, address, data) => {
      const { firstLoss, firstLossCooling, backers, backersCooling, bonds } = decodeStakeVault(data);
      const owed = [firstLoss, firstLossCooling, backers, backersCooling].reduce(
        (sum, { tokens }) => sum + tokens,
        bonds,
      );
      return { address: vaultTokensAddress(deployment, new PublicKey(address)).toBase58(), owed };
    },
  },
  {
    name: 'position',
    program,
    discriminator: discriminatorOf(stakeIdl, 'position'),
    table: 'stake_positions',
    key: 'address',
    live: 'NOT closed',
    columns: (address, data) => {
      const position = decodePosition(data);
      return {
        address,
        vault: position.vault.toBase58(),
        staker: position.staker.toBase58(),
        tranche: position.tranche,
        active_shares: position.activeShares.toString(),
        active_epoch: position.activeEpoch,
        cooling_shares: position.coolingShares.toString(),
        cooling_epoch: position.coolingEpoch,
        cooling_until: Number(position.coolingUntil),
      };
    },
  },
  {
    name: 'dispute',
    program,
    discriminator: discriminatorOf(stakeIdl, 'dispute'),
    table: 'disputes',
    key: 'address',
    live: "status <> 'Ended'",
    columns: (address, data) => disputeColumns(address, decodeDispute(data)),
  },
  {
    name: 'disputeLinks',
    program,
    discriminator: discriminatorOf(stakeIdl, 'dispute'),
    table: 'dispute_links',
    key: 'address',
    live: 'true',
    columns: (address, data) => {
      const { previous, next } = decodeDispute(data);
      return { address, previous: previous?.toBase58() ?? null, next: next?.toBase58() ?? null };
    },
  },
];
