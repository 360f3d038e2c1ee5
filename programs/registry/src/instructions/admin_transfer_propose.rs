use agent_labs_common::{
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    error::RegistryError,
    events::{emit, AdminTransferProposed},
    math,
    state::ConfigRules,
};

#[derive(Accounts)]
pub struct AdminTransferPropose<'info> {
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

impl AdminTransferPropose<'_> {
    fn validate(&self, new_admin: &Pubkey) -> Result<()> {
        let config = self.config.load()?;
        require!(*new_admin != config.admin, RegistryError::AdminUnchanged);
        // Zero is both the request to cancel and the mark that nothing is under way.
        let cancels_nothing = *new_admin == Pubkey::default() && config.pending_admin == *new_admin;
        require!(!cancels_nothing, RegistryError::TransferNotPending);
        Ok(())
    }
}

pub fn handle_admin_transfer_propose(ctx: Context<AdminTransferPropose>, new_admin: Pubkey) -> Result<()> {
    ctx.accounts.validate(&new_admin)?;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut config = ctx.accounts.config.load_mut()?;
        let old_pending_admin = config.pending_admin;
        config.pending_admin = new_admin;
        (config.admin_handover_at, config.admin_handover_expires_at) = if new_admin == Pubkey::default() {
            (0, 0)
        } else {
            let from = math::after(now, config.windows.admin_delay)?;
            (from, math::after(from, config.windows.config_expiry)?)
        };
        config.invariant()?;
        AdminTransferProposed {
            config: ctx.accounts.config.key(),
            admin: config.admin,
            old_pending_admin,
            new_pending_admin: new_admin,
            handover_at: config.admin_handover_at,
            handover_expires_at: config.admin_handover_expires_at,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
