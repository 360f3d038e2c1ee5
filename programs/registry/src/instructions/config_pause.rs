use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    error::RegistryError,
    events::{emit, ConfigPaused},
    math,
    state::ConfigRules,
};

#[derive(Accounts)]
pub struct ConfigPause<'info> {
    pub signer: Signer<'info>,
    #[account(
        mut,
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout,
        constraint = [config.load()?.pauser, config.load()?.admin].contains(signer.key)
            @ RegistryError::NotPauser
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_config_pause(ctx: Context<ConfigPause>, bits: u16) -> Result<()> {
    Config::require_pause_bits(bits)?;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut config = ctx.accounts.config.load_mut()?;
        let (old_bits, old_at) = (config.pause_bits, config.execution_paused_at);
        // One that stands, or has lapsed, is not renewed: else the pauser alone could hold up every slash for
        // good. Once the admin has unpaused, another may begin.
        if bits & pause::EXECUTE != 0 && !config.is_paused(pause::EXECUTE) {
            config.execution_paused_at = now;
            config.execution_pause_ends_at = math::after(now, config.windows.execution_pause)?;
        }
        config.pause_bits |= bits;
        config.invariant()?;
        ConfigPaused {
            config: ctx.accounts.config.key(),
            signer: ctx.accounts.signer.key(),
            old_bits,
            new_bits: config.pause_bits,
            old_execution_paused_at: old_at,
            new_execution_paused_at: config.execution_paused_at,
            execution_pause_ends_at: config.execution_pause_ends_at,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
