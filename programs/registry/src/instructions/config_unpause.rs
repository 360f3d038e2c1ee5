use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    error::RegistryError,
    events::{emit, ConfigUnpaused},
    state::ConfigRules,
};

#[derive(Accounts)]
pub struct ConfigUnpause<'info> {
    pub admin: Signer<'info>,
    #[account(
        mut,
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        has_one = admin @ RegistryError::NotAdmin,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_config_unpause(ctx: Context<ConfigUnpause>, bits: u16) -> Result<()> {
    Config::require_pause_bits(bits)?;

    let event = {
        let mut config = ctx.accounts.config.load_mut()?;
        let (old_bits, old_at) = (config.pause_bits, config.execution_paused_at);
        config.pause_bits &= !bits;
        if !config.is_paused(pause::EXECUTE) {
            config.execution_paused_at = 0;
            config.execution_pause_ends_at = 0;
        }
        config.invariant()?;
        ConfigUnpaused {
            config: ctx.accounts.config.key(),
            admin: ctx.accounts.admin.key(),
            old_bits,
            new_bits: config.pause_bits,
            old_execution_paused_at: old_at,
            new_execution_paused_at: config.execution_paused_at,
            execution_pause_ends_at: config.execution_pause_ends_at,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
