use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ConsentError,
    events::{emit, ConsentClosed},
    state::ConsentGrant,
};

/// What is gone reads as no consent, as what was never given does.
#[derive(Accounts)]
pub struct GrantClose<'info> {
    pub subject: Signer<'info>,
    #[account(
        mut,
        close = rent_payer,
        has_one = subject @ ConsentError::NotSubject,
        has_one = rent_payer @ ConsentError::RentPayerMismatch,
        constraint = grant.load()?.version == LAYOUT @ ConsentError::UnknownLayout
    )]
    pub grant: AccountLoader<'info, ConsentGrant>,
    /// CHECK: the one the grant names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_grant_close(ctx: Context<GrantClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let event = {
        let grant = accounts.grant.load()?;
        grant.require_rested(Clock::get()?.unix_timestamp)?;
        ConsentClosed {
            grant: accounts.grant.key(),
            subject: grant.subject,
            controller: grant.controller,
            purpose: grant.purpose,
            rent_payer: grant.rent_payer,
            terms_version: grant.terms_version,
            expires_at: grant.expires_at,
            revoked_at: grant.revoked_at,
        }
    };
    emit(&event, &accounts.event_authority)
}
