use agent_labs_common::{
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    error::RegistryError,
    events::{emit, AdminTransferred},
    state::ConfigRules,
};

#[derive(Accounts)]
pub struct AdminTransferAccept<'info> {
    pub pending_admin: Signer<'info>,
    #[account(
        mut,
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        has_one = pending_admin @ RegistryError::NotPendingAdmin,
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

impl AdminTransferAccept<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let config = self.config.load()?;
        require!(now >= config.admin_handover_at, RegistryError::HandoverNotDue);
        require!(now < config.admin_handover_expires_at, RegistryError::HandoverExpired);
        Ok(())
    }
}

pub fn handle_admin_transfer_accept(ctx: Context<AdminTransferAccept>) -> Result<()> {
    ctx.accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let mut config = ctx.accounts.config.load_mut()?;
        let (old_admin, old_from) = (config.admin, config.live_proposals_from);
        config.admin = config.pending_admin;
        config.pending_admin = Pubkey::default();
        config.admin_handover_at = 0;
        config.admin_handover_expires_at = 0;
        // what the former admin proposed is not the new one's word
        config.live_proposals_from = config.next_proposal;
        config.invariant()?;
        AdminTransferred {
            config: ctx.accounts.config.key(),
            old_admin,
            new_admin: config.admin,
            old_live_proposals_from: old_from,
            new_live_proposals_from: config.live_proposals_from,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
