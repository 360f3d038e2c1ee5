use agent_labs_common::create::{create, init_zero_copy, is_vacant};
use anchor_lang::prelude::*;

use crate::{
    constants::*,
    error::ConsentError,
    events::{emit, AuditLogOpened},
    state::AuditLog,
};

#[derive(Accounts)]
pub struct AuditLogOpen<'info> {
    /// Anchors the log from now on.
    pub operator: Signer<'info>,
    /// Pays the rent, which stays: so does the log.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    /// CHECK: made at its derived address.
    #[account(mut)]
    pub log: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_audit_log_open(ctx: Context<AuditLogOpen>, id: u64) -> Result<()> {
    let accounts = &*ctx.accounts;
    let (operator, now) = (accounts.operator.key(), Clock::get()?.unix_timestamp);
    let number = id.to_le_bytes();
    let path: &[&[u8]] = &[AUDIT_LOG_SEED, operator.as_ref(), &number];
    let (expected, bump) = Pubkey::find_program_address(path, &crate::ID);
    require_keys_eq!(accounts.log.key(), expected, ConsentError::LogMismatch);
    require!(is_vacant(&accounts.log), ConsentError::LogExists);
    create(
        &crate::ID,
        &accounts.rent_payer,
        &accounts.log,
        &accounts.system_program,
        AuditLog::SPACE,
        &[AUDIT_LOG_SEED, operator.as_ref(), &number, &[bump]],
    )?;
    let event = {
        let mut log = init_zero_copy::<AuditLog>(&accounts.log)?;
        (log.version, log.bump, log.id) = (LAYOUT, bump, id);
        (log.operator, log.rent_payer) = (operator, accounts.rent_payer.key());
        log.opened_at = now;
        log.invariant()?;
        AuditLogOpened { log: accounts.log.key(), operator, rent_payer: log.rent_payer, id, opened_at: now }
    };
    emit(&event, &accounts.event_authority)
}
