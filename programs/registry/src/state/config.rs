use agent_labs_common::{
    ids,
    registry::{
        config_flags, pause, Config, Panel, CONFIG_VERSION, MAX_FEE_BPS, MAX_PANEL, MAX_SETTLEMENT_MINTS,
    },
};
use anchor_lang::prelude::*;

use crate::{
    constants::{BPS, PUBLIC_CLUSTERS},
    error::RegistryError,
    math,
};

/// What must hold of the config after every instruction that changes it.
pub trait ConfigRules {
    /// The INVARIANTS of `Config`, `Windows` and `Panel`, each with an error of its own.
    fn invariant(&self) -> Result<()>;
    /// Whether the bits name something to pause or unpause, and nothing unknown.
    fn require_pause_bits(bits: u16) -> Result<()>;
}

impl ConfigRules for Config {
    fn invariant(&self) -> Result<()> {
        require!(self.version == CONFIG_VERSION, RegistryError::UnknownLayout);
        check_authorities(self)?;
        check_rates(self)?;
        math::check_windows(&self.windows, &self.longest)?;
        check_panels(&self.panels)?;
        check_settlement_mints(self)?;
        check_flags(self)?;
        check_pause(self)?;
        check_progress(self)
    }

    fn require_pause_bits(bits: u16) -> Result<()> {
        let known = bits != 0 && bits & !pause::ALL == 0;
        require!(known, RegistryError::PauseBitsInvalid);
        Ok(())
    }
}

fn check_authorities(config: &Config) -> Result<()> {
    let zero = Pubkey::default();
    require!(config.admin != zero, RegistryError::AdminMissing);
    require!(config.pauser != zero, RegistryError::PauserMissing);
    require!(config.treasury != zero, RegistryError::TreasuryMissing);
    require!(config.stake_mint != zero, RegistryError::StakeMintMissing);
    require!(config.stake_mint != ids::CREDIT_MINT, RegistryError::StakeMintIsCredits);
    require!(config.genesis_hash != [0; 32], RegistryError::GenesisHashMissing);
    Ok(())
}

fn check_rates(config: &Config) -> Result<()> {
    require!(config.fee_bps <= MAX_FEE_BPS, RegistryError::FeeTooHigh);
    let shares = [config.first_loss_bps, config.penalty_bps, config.bond_bps];
    require!(shares.iter().all(|share| *share <= BPS), RegistryError::BpsTooHigh);
    Ok(())
}

fn check_panels(panels: &[Panel; 2]) -> Result<()> {
    for panel in panels {
        let size = usize::from(panel.count);
        require!((1..=MAX_PANEL).contains(&size), RegistryError::PanelSizeInvalid);
        let threshold = (1..=panel.count).contains(&panel.threshold);
        require!(threshold, RegistryError::PanelThresholdInvalid);
        require!(is_set(panel.members()), RegistryError::PanelMemberInvalid);
        let unused = &panel.members[size..];
        let cleared = unused.iter().all(|member| *member == Pubkey::default());
        require!(cleared, RegistryError::InvariantBroken);
    }
    let [first, second] = panels;
    let shared = first.members().iter().any(|member| second.members().contains(member));
    require!(!shared, RegistryError::PanelsOverlap);
    Ok(())
}

fn check_settlement_mints(config: &Config) -> Result<()> {
    let count = usize::from(config.settlement_mint_count);
    require!(count <= MAX_SETTLEMENT_MINTS, RegistryError::SettlementMintsTooMany);
    let mints = config.settlement_mints[..count].iter().map(|entry| entry.mint);
    let mints = mints.collect::<Vec<_>>();
    // credits weigh nothing: whoever issues them would buy stars with them
    require!(is_set(&mints) && !mints.contains(&ids::CREDIT_MINT), RegistryError::SettlementMintInvalid);
    Ok(())
}

fn check_flags(config: &Config) -> Result<()> {
    require!(config.flags & !config_flags::ALL == 0, RegistryError::FlagsUnknown);
    let private = config.flags & config_flags::ALLOW_PRIVATE_URIS != 0;
    let public = PUBLIC_CLUSTERS.iter().any(|hash| hash.to_bytes() == config.genesis_hash);
    require!(!(private && public), RegistryError::PrivateUrisOnPublicCluster);
    Ok(())
}

fn check_pause(config: &Config) -> Result<()> {
    let known = config.pause_bits & !pause::ALL == 0;
    let unstamped = config.execution_paused_at == 0 && config.execution_pause_ends_at == 0;
    require!(known && (config.is_paused(pause::EXECUTE) || unstamped), RegistryError::InvariantBroken);
    Ok(())
}

/// What proposals and handovers leave behind.
fn check_progress(config: &Config) -> Result<()> {
    let numbered = config.live_proposals_from <= config.next_proposal;
    let handing_over = config.pending_admin != Pubkey::default();
    let stamped = (config.admin_handover_at != 0) == handing_over
        && (config.admin_handover_expires_at != 0) == handing_over;
    let other = config.pending_admin != config.admin;
    require!(numbered && stamped && other, RegistryError::InvariantBroken);
    Ok(())
}

/// Whether no key is zero or repeated.
fn is_set(keys: &[Pubkey]) -> bool {
    keys.iter().enumerate().all(|(at, key)| *key != Pubkey::default() && !keys[..at].contains(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use agent_labs_common::registry::SettlementMint;
    use RegistryError as E;

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    fn panel(members: &[u8], threshold: u8) -> Panel {
        let mut panel: Panel = bytemuck::Zeroable::zeroed();
        for (slot, member) in panel.members.iter_mut().zip(members) {
            *slot = key(*member);
        }
        panel.count = members.len() as u8;
        panel.threshold = threshold;
        panel
    }

    fn config() -> Config {
        let mut config: Config = bytemuck::Zeroable::zeroed();
        config.version = CONFIG_VERSION;
        config.admin = key(1);
        config.pauser = key(2);
        config.treasury = key(3);
        config.stake_mint = key(4);
        config.genesis_hash = [5; 32];
        config.fee_bps = MAX_FEE_BPS;
        config.first_loss_bps = BPS;
        config.windows = math::tests::windows();
        config.panels = [panel(&[10, 11, 12], 2), panel(&[20], 1)];
        config.settlement_mint_count = 1;
        config.settlement_mints[0].mint = key(30);
        config
    }

    fn refused(change: impl Fn(&mut Config), error: RegistryError) {
        let mut changed = config();
        change(&mut changed);
        assert_eq!(changed.invariant(), Err(error.into()));
    }

    #[test]
    fn a_valid_config_holds() {
        config().invariant().unwrap();
        let mut full = config();
        full.panels =
            [panel(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 9), panel(&[11, 12, 13, 14, 15, 16, 17, 18, 19], 1)];
        full.settlement_mint_count = 8;
        for (at, entry) in full.settlement_mints.iter_mut().enumerate() {
            let mint = key(100 + at as u8);
            *entry = SettlementMint { mint, weight_bps: u32::MAX, padding: [0; 4] };
        }
        full.invariant().unwrap();
    }

    #[test]
    fn every_rule_is_named() {
        refused(|c| c.version = 2, E::UnknownLayout);
        refused(|c| c.admin = key(0), E::AdminMissing);
        refused(|c| c.pauser = key(0), E::PauserMissing);
        refused(|c| c.treasury = key(0), E::TreasuryMissing);
        refused(|c| c.stake_mint = key(0), E::StakeMintMissing);
        refused(|c| c.stake_mint = ids::CREDIT_MINT, E::StakeMintIsCredits);
        refused(|c| c.genesis_hash = [0; 32], E::GenesisHashMissing);
        refused(|c| c.fee_bps = MAX_FEE_BPS + 1, E::FeeTooHigh);
        refused(|c| c.first_loss_bps = BPS + 1, E::BpsTooHigh);
        refused(|c| c.penalty_bps = BPS + 1, E::BpsTooHigh);
        refused(|c| c.bond_bps = u16::MAX, E::BpsTooHigh);
        refused(|c| c.windows.lease = 0, E::WindowOutOfRange);
        refused(|c| c.panels[1] = panel(&[], 0), E::PanelSizeInvalid);
        refused(|c| c.panels[0].count = 10, E::PanelSizeInvalid);
        refused(|c| c.panels[0].threshold = 0, E::PanelThresholdInvalid);
        refused(|c| c.panels[0].threshold = 4, E::PanelThresholdInvalid);
        refused(|c| c.panels[0] = panel(&[10, 0, 12], 1), E::PanelMemberInvalid);
        refused(|c| c.panels[0] = panel(&[10, 11, 10], 1), E::PanelMemberInvalid);
        refused(|c| c.panels[0].members[8] = key(9), E::InvariantBroken);
        refused(|c| c.panels[1] = panel(&[21, 12], 1), E::PanelsOverlap);
        refused(|c| c.settlement_mint_count = 9, E::SettlementMintsTooMany);
        refused(|c| c.settlement_mint_count = 2, E::SettlementMintInvalid);
        refused(
            |c| {
                c.settlement_mint_count = 2;
                c.settlement_mints[1].mint = key(30);
            },
            E::SettlementMintInvalid,
        );
        refused(|c| c.settlement_mints[0].mint = ids::CREDIT_MINT, E::SettlementMintInvalid);
        refused(|c| c.flags = 2, E::FlagsUnknown);
        refused(|c| c.pause_bits = pause::ALL + 1, E::InvariantBroken);
        refused(|c| c.execution_paused_at = 7, E::InvariantBroken);
        refused(|c| c.execution_pause_ends_at = 7, E::InvariantBroken);
        refused(|c| c.live_proposals_from = 1, E::InvariantBroken);
        refused(|c| c.pending_admin = key(9), E::InvariantBroken);
        refused(|c| c.admin_handover_at = 1, E::InvariantBroken);
        refused(|c| c.admin_handover_expires_at = 1, E::InvariantBroken);
        refused(|c| c.longest.claim = c.windows.claim + 1, E::UnbondingTooShort);
    }

    #[test]
    fn private_addresses_stay_on_local_clusters() {
        let mut local = config();
        local.flags = config_flags::ALLOW_PRIVATE_URIS;
        local.invariant().unwrap();
        for hash in PUBLIC_CLUSTERS {
            refused(
                |c| {
                    c.flags = config_flags::ALLOW_PRIVATE_URIS;
                    c.genesis_hash = hash.to_bytes();
                },
                E::PrivateUrisOnPublicCluster,
            );
        }
    }

    #[test]
    fn pause_bits() {
        for good in [pause::REGISTER, pause::EXECUTE, pause::ALL] {
            Config::require_pause_bits(good).unwrap();
        }
        for bad in [0, pause::ALL + 1, u16::MAX] {
            assert_eq!(Config::require_pause_bits(bad), Err(E::PauseBitsInvalid.into()));
        }
    }
}
