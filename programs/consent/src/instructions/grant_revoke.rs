use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ConsentError,
    events::{emit, ConsentRevoked},
    state::ConsentGrant,
};

#[derive(Accounts)]
pub struct GrantRevoke<'info> {
    pub subject: Signer<'info>,
    #[account(
        mut,
        has_one = subject @ ConsentError::NotSubject,
        constraint = grant.load()?.version == LAYOUT @ ConsentError::UnknownLayout
    )]
    pub grant: AccountLoader<'info, ConsentGrant>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_grant_revoke(ctx: Context<GrantRevoke>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let event = {
        let mut grant = accounts.grant.load_mut()?;
        grant.revoke(Clock::get()?.unix_timestamp)?;
        grant.invariant()?;
        ConsentRevoked {
            grant: accounts.grant.key(),
            subject: grant.subject,
            controller: grant.controller,
            purpose: grant.purpose,
            revision: grant.revision,
            terms_version: grant.terms_version,
            expires_at: grant.expires_at,
            revoked_at: grant.revoked_at,
        }
    };
    emit(&event, &accounts.event_authority)
}
