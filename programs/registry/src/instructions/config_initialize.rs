use agent_labs_common::registry::{
    Config, Panel, SettlementMint, Windows, CONFIG_VERSION, MAX_PANEL, MAX_SETTLEMENT_MINTS,
};
use anchor_lang::prelude::*;

use crate::{
    constants::CONFIG_SEED,
    create::{create, init_zero_copy, is_vacant},
    error::RegistryError,
    events::{emit, ConfigInitialized},
    program::Registry,
    state::ConfigRules,
};

/// Every setting of the protocol; the fields mean what those of `Config` mean.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct ConfigInitializeArgs {
    pub admin: Pubkey,
    pub pauser: Pubkey,
    pub treasury: Pubkey,
    pub stake_mint: Pubkey,
    pub genesis_hash: [u8; 32],
    pub fee_bps: u16,
    pub first_loss_bps: u16,
    pub penalty_bps: u16,
    pub bond_bps: u16,
    /// Base units of the stake mint; 0 asks agents for no stake.
    pub min_stake: u64,
    pub slash_cap_dispute: u64,
    pub slash_cap_period: u64,
    pub bond_min: u64,
    pub arbiter_fee: u64,
    pub windows: WindowsArgs,
    pub panels: [PanelArgs; 2],
    pub settlement_mints: Vec<SettlementMintArgs>,
    /// `config_flags`
    pub flags: u8,
}

/// `Windows`, seconds each.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct WindowsArgs {
    pub unbonding: i64,
    pub config_delay: i64,
    pub config_expiry: i64,
    pub admin_delay: i64,
    pub channel_life_max: i64,
    pub close_grace: i64,
    pub holdback_min: i64,
    pub holdback_max: i64,
    pub hold_lapse: i64,
    pub claim: i64,
    pub response: i64,
    pub ruling: i64,
    pub appeal: i64,
    pub appeal_ruling: i64,
    pub rating: i64,
    pub lease: i64,
    pub execution_pause: i64,
    pub slash_period: i64,
}

/// A `Panel`, its members listed.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct PanelArgs {
    pub members: Vec<Pubkey>,
    pub threshold: u8,
}

/// A `SettlementMint`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct SettlementMintArgs {
    pub mint: Pubkey,
    /// Weight of one base unit, basis points.
    pub weight_bps: u32,
}

#[derive(Accounts)]
pub struct ConfigInitialize<'info> {
    pub authority: Signer<'info>,
    #[account(mut)]
    pub payer: Signer<'info>,
    /// CHECK: made by this instruction; its address is derived and nothing may be there.
    #[account(
        mut,
        seeds = [CONFIG_SEED],
        bump,
        constraint = is_vacant(&config) @ RegistryError::ConfigExists
    )]
    pub config: UncheckedAccount<'info>,
    #[account(
        constraint = registry.programdata_address()? == Some(program_data.key())
            @ RegistryError::NotUpgradeAuthority
    )]
    pub registry: Program<'info, Registry>,
    #[account(
        constraint = program_data.upgrade_authority_address == Some(authority.key())
            @ RegistryError::NotUpgradeAuthority
    )]
    pub program_data: Account<'info, ProgramData>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ConfigInitialize<'_> {
    /// What cannot be asked of the stored config afterwards; the rest is its `invariant()`.
    fn validate(&self, args: &ConfigInitializeArgs) -> Result<()> {
        let panels_fit = args.panels.iter().all(|panel| panel.members.len() <= MAX_PANEL);
        require!(panels_fit, RegistryError::PanelSizeInvalid);
        let mints_fit = args.settlement_mints.len() <= MAX_SETTLEMENT_MINTS;
        require!(mints_fit, RegistryError::SettlementMintsTooMany);
        Ok(())
    }
}

impl From<&WindowsArgs> for Windows {
    fn from(args: &WindowsArgs) -> Self {
        Windows {
            unbonding: args.unbonding,
            config_delay: args.config_delay,
            config_expiry: args.config_expiry,
            admin_delay: args.admin_delay,
            channel_life_max: args.channel_life_max,
            close_grace: args.close_grace,
            holdback_min: args.holdback_min,
            holdback_max: args.holdback_max,
            hold_lapse: args.hold_lapse,
            claim: args.claim,
            response: args.response,
            ruling: args.ruling,
            appeal: args.appeal,
            appeal_ruling: args.appeal_ruling,
            rating: args.rating,
            lease: args.lease,
            execution_pause: args.execution_pause,
            slash_period: args.slash_period,
        }
    }
}

/// Writes into the zeroed account in place: the whole config would not fit a stack frame twice.
fn write(config: &mut Config, args: &ConfigInitializeArgs, bump: u8) {
    config.version = CONFIG_VERSION;
    config.bump = bump;
    config.flags = args.flags;
    config.fee_bps = args.fee_bps;
    config.first_loss_bps = args.first_loss_bps;
    config.penalty_bps = args.penalty_bps;
    config.bond_bps = args.bond_bps;
    config.admin = args.admin;
    config.pauser = args.pauser;
    config.treasury = args.treasury;
    config.stake_mint = args.stake_mint;
    config.genesis_hash = args.genesis_hash;
    config.min_stake = args.min_stake;
    config.slash_cap_dispute = args.slash_cap_dispute;
    config.slash_cap_period = args.slash_cap_period;
    config.bond_min = args.bond_min;
    config.arbiter_fee = args.arbiter_fee;
    config.windows = Windows::from(&args.windows);
    for (panel, args) in config.panels.iter_mut().zip(&args.panels) {
        write_panel(panel, args);
    }
    config.settlement_mint_count = args.settlement_mints.len() as u8;
    for (entry, args) in config.settlement_mints.iter_mut().zip(&args.settlement_mints) {
        *entry = SettlementMint { mint: args.mint, weight_bps: args.weight_bps, padding: [0; 4] };
    }
}

fn write_panel(panel: &mut Panel, args: &PanelArgs) {
    panel.count = args.members.len() as u8;
    panel.threshold = args.threshold;
    for (slot, member) in panel.members.iter_mut().zip(&args.members) {
        *slot = *member;
    }
}

pub fn handle_config_initialize(
    ctx: Context<ConfigInitialize>,
    args: Box<ConfigInitializeArgs>,
) -> Result<()> {
    ctx.accounts.validate(&args)?;
    let accounts = &ctx.accounts;
    let bump = ctx.bumps.config;

    create(
        &accounts.payer,
        &accounts.config,
        &accounts.system_program,
        Config::SPACE,
        &[CONFIG_SEED, &[bump]],
    )?;
    {
        let mut config = init_zero_copy::<Config>(&accounts.config)?;
        write(&mut config, &args, bump);
        config.invariant()?;
    }

    let event = ConfigInitialized {
        config: ctx.accounts.config.key(),
        upgrade_authority: ctx.accounts.authority.key(),
        settings: args,
    };
    emit(&event, &ctx.accounts.event_authority)
}
