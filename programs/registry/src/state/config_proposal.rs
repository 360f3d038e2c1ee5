use agent_labs_common::registry::Config;
use anchor_lang::prelude::*;

use crate::{error::RegistryError, state::ConfigChanges};

/// Layout version of `ConfigProposal`.
pub const PROPOSAL_LAYOUT: u8 = 1;

/// A change of the config that waits: `["config_proposal", number: u64 LE]`. Sized to its content.
///
/// INVARIANTS: immutable; numbers never recur; `executable_at = proposed_at + config_delay` and
/// `expires_at = executable_at + config_expiry`, both windows as they were when it was proposed; void once a
/// later proposal was executed or another key became admin.
#[account]
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigProposal {
    pub version: u8,
    pub bump: u8,
    pub reserved: [u8; 6],
    pub number: u64,
    /// The admin who proposed it.
    pub admin: Pubkey,
    /// Paid the rent, and gets it back.
    pub rent_payer: Pubkey,
    /// This and the next two: Unix seconds.
    pub proposed_at: i64,
    pub executable_at: i64,
    pub expires_at: i64,
    pub changes: ConfigChanges,
}

impl ConfigProposal {
    /// Account size, bytes.
    pub fn space(changes: &ConfigChanges) -> Result<usize> {
        let fixed = Self::DISCRIMINATOR.len() + 1 + 1 + 6 + 8 + 32 + 32 + 3 * 8;
        Ok(fixed + changes.try_to_vec()?.len())
    }

    /// Whether nothing can execute it any more at `now`, Unix seconds.
    pub fn is_dead(&self, config: &Config, now: i64) -> bool {
        now >= self.expires_at || self.number < config.live_proposals_from
    }

    /// Whether it may execute at `now`, Unix seconds.
    pub fn require_executable(&self, config: &Config, now: i64) -> Result<()> {
        require!(self.number >= config.live_proposals_from, RegistryError::ProposalVoid);
        require!(now >= self.executable_at, RegistryError::ProposalNotDue);
        require!(now < self.expires_at, RegistryError::ProposalExpired);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RegistryError as E;

    fn proposal(number: u64) -> ConfigProposal {
        ConfigProposal {
            version: PROPOSAL_LAYOUT,
            bump: 255,
            reserved: [0; 6],
            number,
            admin: Pubkey::default(),
            rent_payer: Pubkey::default(),
            proposed_at: 0,
            executable_at: 10,
            expires_at: 20,
            changes: ConfigChanges { fee_bps: Some(1), ..Default::default() },
        }
    }

    #[test]
    fn space_is_what_is_written() {
        let stored = proposal(1);
        let mut bytes = Vec::new();
        stored.try_serialize(&mut bytes).unwrap();
        assert_eq!(ConfigProposal::space(&stored.changes).unwrap(), bytes.len());
    }

    #[test]
    fn executable_in_its_time_alone() {
        let mut config: Config = bytemuck::Zeroable::zeroed();
        config.live_proposals_from = 3;
        for (number, now, expected) in [
            (2, 15, Err(E::ProposalVoid)),
            (3, 9, Err(E::ProposalNotDue)),
            (3, 10, Ok(())),
            (4, 19, Ok(())),
            (3, 20, Err(E::ProposalExpired)),
        ] {
            let found = proposal(number).require_executable(&config, now);
            assert_eq!(found, expected.map_err(Into::into), "{number} at {now}");
            assert_eq!(proposal(number).is_dead(&config, now), number < 3 || now >= 20);
        }
    }
}
