use agent_labs_common::registry::{Config, Panel, SettlementMint, Windows, MAX_PANEL, MAX_SETTLEMENT_MINTS};
use anchor_lang::prelude::*;

use crate::{
    error::RegistryError,
    instructions::{PanelArgs, SettlementMintArgs},
    math,
};

/// The settings that a proposal changes; `None` leaves one as it is. What a config has for good has no place
/// here: its stake mint, genesis hash and flags. The admin changes by handover.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigChanges {
    pub pauser: Option<Pubkey>,
    pub treasury: Option<Pubkey>,
    pub fee_bps: Option<u16>,
    pub first_loss_bps: Option<u16>,
    pub penalty_bps: Option<u16>,
    pub bond_bps: Option<u16>,
    /// This and the next four: base units of the stake mint.
    pub min_stake: Option<u64>,
    pub slash_cap_dispute: Option<u64>,
    pub slash_cap_period: Option<u64>,
    pub bond_min: Option<u64>,
    pub arbiter_fee: Option<u64>,
    pub windows: WindowsChanges,
    /// The whole panel that rules.
    pub first_panel: Option<PanelArgs>,
    /// The whole panel that hears appeals.
    pub second_panel: Option<PanelArgs>,
    /// The whole list.
    pub settlement_mints: Option<Vec<SettlementMintArgs>>,
}

/// `Windows`, seconds each; `None` leaves one as it is.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct WindowsChanges {
    pub unbonding: Option<i64>,
    pub config_delay: Option<i64>,
    pub config_expiry: Option<i64>,
    pub admin_delay: Option<i64>,
    pub channel_life_max: Option<i64>,
    pub close_grace: Option<i64>,
    pub holdback_min: Option<i64>,
    pub holdback_max: Option<i64>,
    pub hold_lapse: Option<i64>,
    pub claim: Option<i64>,
    pub response: Option<i64>,
    pub ruling: Option<i64>,
    pub appeal: Option<i64>,
    pub appeal_ruling: Option<i64>,
    pub rating: Option<i64>,
    pub lease: Option<i64>,
    pub execution_pause: Option<i64>,
    pub slash_period: Option<i64>,
}

impl ConfigChanges {
    /// What cannot be asked of the config once it is written; the rest is its `invariant()`.
    pub fn validate(&self) -> Result<()> {
        require!(*self != Self::default(), RegistryError::ProposalEmpty);
        let panels = [&self.first_panel, &self.second_panel];
        let panels_fit = panels.into_iter().flatten().all(|panel| panel.members.len() <= MAX_PANEL);
        require!(panels_fit, RegistryError::PanelSizeInvalid);
        let mints = self.settlement_mints.as_ref().map_or(0, Vec::len);
        require!(mints <= MAX_SETTLEMENT_MINTS, RegistryError::SettlementMintsTooMany);
        Ok(())
    }

    /// Gives `config` the settings named here, and keeps those it had in their places.
    pub fn exchange(&mut self, config: &mut Config) {
        swap(&mut self.pauser, &mut config.pauser);
        swap(&mut self.treasury, &mut config.treasury);
        swap(&mut self.fee_bps, &mut config.fee_bps);
        swap(&mut self.first_loss_bps, &mut config.first_loss_bps);
        swap(&mut self.penalty_bps, &mut config.penalty_bps);
        swap(&mut self.bond_bps, &mut config.bond_bps);
        swap(&mut self.min_stake, &mut config.min_stake);
        swap(&mut self.slash_cap_dispute, &mut config.slash_cap_dispute);
        swap(&mut self.slash_cap_period, &mut config.slash_cap_period);
        swap(&mut self.bond_min, &mut config.bond_min);
        swap(&mut self.arbiter_fee, &mut config.arbiter_fee);
        let [first, second] = &mut config.panels;
        swap_panel(&mut self.first_panel, first);
        swap_panel(&mut self.second_panel, second);
        if let Some(mints) = &mut self.settlement_mints {
            let former = settlement_mints(config);
            write_settlement_mints(config, mints);
            *mints = former;
        }
        math::cover(&mut config.longest, &config.windows);
        self.windows.exchange(&mut config.windows);
        math::cover(&mut config.longest, &config.windows);
    }
}

impl WindowsChanges {
    fn exchange(&mut self, windows: &mut Windows) {
        swap(&mut self.unbonding, &mut windows.unbonding);
        swap(&mut self.config_delay, &mut windows.config_delay);
        swap(&mut self.config_expiry, &mut windows.config_expiry);
        swap(&mut self.admin_delay, &mut windows.admin_delay);
        swap(&mut self.channel_life_max, &mut windows.channel_life_max);
        swap(&mut self.close_grace, &mut windows.close_grace);
        swap(&mut self.holdback_min, &mut windows.holdback_min);
        swap(&mut self.holdback_max, &mut windows.holdback_max);
        swap(&mut self.hold_lapse, &mut windows.hold_lapse);
        swap(&mut self.claim, &mut windows.claim);
        swap(&mut self.response, &mut windows.response);
        swap(&mut self.ruling, &mut windows.ruling);
        swap(&mut self.appeal, &mut windows.appeal);
        swap(&mut self.appeal_ruling, &mut windows.appeal_ruling);
        swap(&mut self.rating, &mut windows.rating);
        swap(&mut self.lease, &mut windows.lease);
        swap(&mut self.execution_pause, &mut windows.execution_pause);
        swap(&mut self.slash_period, &mut windows.slash_period);
    }
}

fn swap<T>(given: &mut Option<T>, place: &mut T) {
    if let Some(value) = given {
        std::mem::swap(value, place);
    }
}

fn swap_panel(given: &mut Option<PanelArgs>, panel: &mut Panel) {
    if let Some(args) = given {
        let former = PanelArgs { members: panel.members().to_vec(), threshold: panel.threshold };
        write_panel(panel, args);
        *args = former;
    }
}

/// Writes a panel of at most `MAX_PANEL` members over another.
pub fn write_panel(panel: &mut Panel, args: &PanelArgs) {
    panel.count = args.members.len() as u8;
    panel.threshold = args.threshold;
    panel.members = Default::default();
    for (slot, member) in panel.members.iter_mut().zip(&args.members) {
        *slot = *member;
    }
}

/// Writes at most `MAX_SETTLEMENT_MINTS` mints over the others.
pub fn write_settlement_mints(config: &mut Config, mints: &[SettlementMintArgs]) {
    config.settlement_mint_count = mints.len() as u8;
    config.settlement_mints.fill(bytemuck::Zeroable::zeroed());
    for (entry, args) in config.settlement_mints.iter_mut().zip(mints) {
        *entry = SettlementMint { mint: args.mint, weight_bps: args.weight_bps, padding: [0; 4] };
    }
}

fn settlement_mints(config: &Config) -> Vec<SettlementMintArgs> {
    let count = usize::from(config.settlement_mint_count).min(MAX_SETTLEMENT_MINTS);
    let listed = config.settlement_mints[..count].iter();
    listed.map(|entry| SettlementMintArgs { mint: entry.mint, weight_bps: entry.weight_bps }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    fn panel(members: &[u8]) -> PanelArgs {
        PanelArgs { members: members.iter().copied().map(key).collect(), threshold: 1 }
    }

    fn mint(n: u8) -> SettlementMintArgs {
        SettlementMintArgs { mint: key(n), weight_bps: u32::from(n) }
    }

    /// Every setting, each value another.
    fn all(from: u8) -> ConfigChanges {
        let amount = |n: u8| Some(u64::from(from + n));
        let share = |n: u8| Some(u16::from(from + n));
        let seconds = |n: u8| Some(i64::from(from) * 100 + i64::from(n));
        ConfigChanges {
            pauser: Some(key(from)),
            treasury: Some(key(from + 1)),
            fee_bps: share(2),
            first_loss_bps: share(3),
            penalty_bps: share(4),
            bond_bps: share(5),
            min_stake: amount(6),
            slash_cap_dispute: amount(7),
            slash_cap_period: amount(8),
            bond_min: amount(9),
            arbiter_fee: amount(10),
            windows: WindowsChanges {
                unbonding: seconds(11),
                config_delay: seconds(12),
                config_expiry: seconds(13),
                admin_delay: seconds(14),
                channel_life_max: seconds(15),
                close_grace: seconds(16),
                holdback_min: seconds(17),
                holdback_max: seconds(18),
                hold_lapse: seconds(19),
                claim: seconds(20),
                response: seconds(21),
                ruling: seconds(22),
                appeal: seconds(23),
                appeal_ruling: seconds(24),
                rating: seconds(25),
                lease: seconds(26),
                execution_pause: seconds(27),
                slash_period: seconds(28),
            },
            first_panel: Some(panel(&[from, from + 1, from + 2])),
            second_panel: Some(panel(&[from + 3])),
            settlement_mints: Some(vec![mint(from), mint(from + 1)]),
        }
    }

    #[test]
    fn exchanging_twice_gives_everything_back() {
        let mut config: Config = bytemuck::Zeroable::zeroed();
        all(1).exchange(&mut config);
        let before = config;
        let mut changes = all(50);
        changes.exchange(&mut config);
        assert_eq!(changes, all(1), "what the config had");
        assert_ne!(config, before);
        changes.exchange(&mut config);
        assert_eq!(changes, all(50), "what it had in between");
        let longest = config.longest;
        assert_eq!(longest.claim, 5_020, "what was longest stays so");
        config.longest = before.longest;
        assert_eq!(config, before);
    }

    #[test]
    fn what_is_not_named_stays() {
        let mut config: Config = bytemuck::Zeroable::zeroed();
        all(1).exchange(&mut config);
        let before = config;
        let mut changes = ConfigChanges { fee_bps: Some(7), ..Default::default() };
        changes.windows.lease = Some(8);
        changes.exchange(&mut config);
        let mut expected = before;
        expected.fee_bps = 7;
        expected.windows.lease = 8;
        assert_eq!(config, expected);
    }

    #[test]
    fn shorter_lists_leave_nothing_behind() {
        let mut config: Config = bytemuck::Zeroable::zeroed();
        all(1).exchange(&mut config);
        let mut changes = ConfigChanges {
            first_panel: Some(panel(&[9])),
            settlement_mints: Some(vec![]),
            ..Default::default()
        };
        changes.exchange(&mut config);
        assert_eq!(config.panels[0].members(), [key(9)]);
        assert!(config.panels[0].members[1..].iter().all(|member| *member == Pubkey::default()));
        assert!(config.settlement_mints.iter().all(|entry| entry.mint == Pubkey::default()));
    }

    #[test]
    fn sizes_and_emptiness_are_refused() {
        assert_eq!(ConfigChanges::default().validate(), Err(RegistryError::ProposalEmpty.into()));
        let ten = Some(panel(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
        for changes in [
            ConfigChanges { first_panel: ten.clone(), ..Default::default() },
            ConfigChanges { second_panel: ten, ..Default::default() },
        ] {
            assert_eq!(changes.validate(), Err(RegistryError::PanelSizeInvalid.into()));
        }
        let nine = (1..=9).map(mint).collect();
        let changes = ConfigChanges { settlement_mints: Some(nine), ..Default::default() };
        assert_eq!(changes.validate(), Err(RegistryError::SettlementMintsTooMany.into()));
        all(1).validate().unwrap();
    }
}
