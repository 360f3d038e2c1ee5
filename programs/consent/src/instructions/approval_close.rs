use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ConsentError,
    events::{emit, ApprovalClosed},
    state::Approval,
};

#[derive(Accounts)]
pub struct ApprovalClose<'info> {
    /// Who asked, or the mandate's payer; anyone from the expiry on.
    pub authority: Signer<'info>,
    #[account(
        mut,
        close = rent_payer,
        has_one = rent_payer @ ConsentError::RentPayerMismatch,
        constraint = approval.load()?.version == LAYOUT @ ConsentError::UnknownLayout
    )]
    pub approval: AccountLoader<'info, Approval>,
    /// CHECK: the one the approval names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ApprovalClose<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let approval = self.approval.load()?;
        let entitled = [approval.requester, approval.payer].contains(&self.authority.key());
        require!(entitled || now >= approval.expires_at, ConsentError::NotRequester);
        Ok(())
    }
}

pub fn handle_approval_close(ctx: Context<ApprovalClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(now)?;
    let event = {
        let approval = accounts.approval.load()?;
        ApprovalClosed {
            approval: accounts.approval.key(),
            mandate: approval.mandate,
            digest: approval.digest,
            closed_by: accounts.authority.key(),
            rent_payer: approval.rent_payer,
            signatures: approval.signatures(),
            expires_at: approval.expires_at,
            closed_at: now,
        }
    };
    emit(&event, &accounts.event_authority)
}
