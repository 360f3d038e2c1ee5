//! What stands behind an agent: its stake, and what paying customers said of it.

use agent_labs_common::{
    read::read,
    registry::Config,
    reputation::{Score, REPUTATION_LAYOUT},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{error::EscrowError, math, state::Mandate};

/// The accounts that an agent's standing is read from. Either may be vacant: nothing at stake, nothing rated.
///
/// Their derivation is left out on purpose: stake and reputation make one account of each kind for an agent, at
/// its derived address, so that owner, discriminator, layout and the agent it names leave no other.
pub struct Standing<'a, 'info> {
    pub agent: &'a Pubkey,
    pub vault: &'a AccountInfo<'info>,
    pub score: &'a AccountInfo<'info>,
}

impl Standing<'_, '_> {
    /// Whether an agent in `ownership_epoch` is good enough for config and mandate. Without a limit no account
    /// is read.
    pub fn require(&self, config: &Config, mandate: &Mandate, ownership_epoch: u32) -> Result<()> {
        let min_stake = config.min_stake.max(mandate.min_stake);
        if min_stake > 0 {
            let (first_loss, staked) = self.stake(config, ownership_epoch)?;
            require!(staked >= min_stake, EscrowError::StakeTooLow);
            let least = math::share_up(config.slash_cap_dispute, config.first_loss_bps)?;
            require!(first_loss >= least, EscrowError::FirstLossTooLow);
        }
        if mandate.min_score > 0 {
            let enough = self.mean(ownership_epoch)?.is_some_and(|mean| mean >= mandate.min_score);
            require!(enough, EscrowError::ScoreTooLow);
        }
        Ok(())
    }

    /// Stake that counts, base units: (the present owner's, that of both tranches).
    fn stake(&self, config: &Config, ownership_epoch: u32) -> Result<(u64, u64)> {
        let Some(vault) = read::<StakeVault>(self.vault, EscrowError::StakeVaultMismatch)? else {
            return Ok((0, 0));
        };
        require!(vault.version == STAKE_LAYOUT, EscrowError::UnknownLayout);
        require_keys_eq!(vault.agent, *self.agent, EscrowError::StakeVaultMismatch);
        // stake in a mint that the config gave up covers no claim
        if vault.mint != config.stake_mint {
            return Ok((0, 0));
        }
        let first_loss = vault.first_loss_of(ownership_epoch);
        Ok((first_loss, math::add(first_loss, vault.backers.tokens)?))
    }

    fn mean(&self, ownership_epoch: u32) -> Result<Option<u32>> {
        let Some(score) = read::<Score>(self.score, EscrowError::ScoreMismatch)? else {
            return Ok(None);
        };
        require!(score.version == REPUTATION_LAYOUT, EscrowError::UnknownLayout);
        require_keys_eq!(score.agent, *self.agent, EscrowError::ScoreMismatch);
        Ok(score.mean_of(ownership_epoch))
    }
}
