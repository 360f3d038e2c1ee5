import {
  decodePosition,
  decodeStakeVault,
  type StakePool,
  stakeIdl,
  vaultTokensAddress,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { AccountKind } from '../fold/module.js';
import { discriminatorOf } from './values.js';

const program: AccountKind['program'] = ({ stake }) => stake.toBase58();

function pool(column: string, { tokens, shares }: StakePool) {
  return { [column]: tokens.toString(), [`${column}_shares`]: shares.toString() };
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
      };
    },
    vault: (deployment, address, data) => {
      const { firstLoss, firstLossCooling, backers, backersCooling } = decodeStakeVault(data);
      const owed = [firstLoss, firstLossCooling, backers, backersCooling].reduce(
        (sum, { tokens }) => sum + tokens,
        0n,
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
];
