use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ConsentError,
    events::{emit, ApprovalSigned},
    state::{place_of, Approval},
};

#[derive(Accounts)]
pub struct ApprovalSign<'info> {
    pub approver: Signer<'info>,
    #[account(mut, constraint = approval.load()?.version == LAYOUT @ ConsentError::UnknownLayout)]
    pub approval: AccountLoader<'info, Approval>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ApprovalSign<'_> {
    /// The address binds the call, `expires_at` the time for which the approver signs.
    fn validate(&self, expires_at: i64, now: i64) -> Result<()> {
        let approval = self.approval.load()?;
        require!(approval.expires_at == expires_at, ConsentError::ExpiryMismatch);
        approval.require_live(now)
    }
}

pub fn handle_approval_sign(ctx: Context<ApprovalSign>, expires_at: i64) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(expires_at, Clock::get()?.unix_timestamp)?;
    let approver = accounts.approver.key();
    let approver_count = accounts.approval.load()?.approver_count;
    let place = place_of(accounts.approval.as_ref(), approver_count, &approver)?;

    let event = {
        let mut approval = accounts.approval.load_mut()?;
        let signatures_before = approval.signatures();
        approval.sign(place)?;
        approval.invariant()?;
        ApprovalSigned {
            approval: accounts.approval.key(),
            mandate: approval.mandate,
            digest: approval.digest,
            approver,
            place,
            signatures_before,
            signatures: approval.signatures(),
            threshold: approval.threshold,
        }
    };
    emit(&event, &accounts.event_authority)
}
