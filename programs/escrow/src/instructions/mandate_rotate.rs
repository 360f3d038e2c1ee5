use anchor_lang::prelude::*;

use super::mandate_open::validate_session_key;
use crate::{
    constants::MANDATE_LAYOUT,
    error::EscrowError,
    events::{emit, SessionKeyRotated},
    state::{lists, Mandate},
};

#[derive(Accounts)]
pub struct MandateRotate<'info> {
    pub payer: Signer<'info>,
    #[account(
        mut,
        has_one = payer @ EscrowError::PayerMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateRotate<'_> {
    fn validate(&self, session_key: &Pubkey) -> Result<()> {
        validate_session_key(session_key, &self.payer.key())?;
        let mandate = self.mandate.load()?;
        require!(mandate.session_key != *session_key, EscrowError::SessionKeyUnchanged);
        require!(mandate.killed_at == 0, EscrowError::MandateKilled);
        let info = self.mandate.to_account_info();
        let data = info.try_borrow_data()?;
        let (_, approvers) = lists(&mandate, &data)?;
        require!(!approvers.contains(session_key), EscrowError::SessionKeyApproves);
        Ok(())
    }
}

pub fn handle_mandate_rotate(ctx: Context<MandateRotate>, session_key: Pubkey) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(&session_key)?;

    let (old_key, old_epoch, new_epoch) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let (old_key, old_epoch) = (mandate.session_key, mandate.key_epoch);
        mandate.session_key = session_key;
        mandate.key_epoch = old_epoch.checked_add(1).ok_or(EscrowError::MathOverflow)?;
        mandate.invariant()?;
        (old_key, old_epoch, mandate.key_epoch)
    };

    let event = SessionKeyRotated {
        mandate: accounts.mandate.key(),
        payer: accounts.payer.key(),
        old_key,
        new_key: session_key,
        old_epoch,
        new_epoch,
    };
    emit(&event, &ctx.accounts.event_authority)
}
