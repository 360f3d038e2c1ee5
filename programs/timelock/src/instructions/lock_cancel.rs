use anchor_lang::prelude::*;

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockCancelled},
    state::{Lock, Side},
};

/// Stops the schedule, and moves no token: neither side's token account can hold it up. What was released stays the
/// recipient's to claim, what was not is the funder's to reclaim.
#[derive(Accounts)]
pub struct LockCancel<'info> {
    /// The funder or the recipient, as the lock's mode has it.
    pub authority: Signer<'info>,
    #[account(mut, constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout)]
    pub lock: AccountLoader<'info, Lock>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockCancel<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let (lock, signer) = (self.lock.load()?, self.authority.key());
        let entitled = (signer == lock.funder && Side::has_creator(lock.cancel))
            || (signer == lock.recipient && Side::has_recipient(lock.cancel));
        require!(entitled, TimelockError::CancelNotAllowed);
        require!(lock.stopped_at == 0, TimelockError::LockStopped);
        require!(!lock.is_over(now)?, TimelockError::ScheduleOver);
        Ok(())
    }
}

pub fn handle_lock_cancel(ctx: Context<LockCancel>) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(now)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        lock.stopped_at = now;
        lock.pending_recipient = Pubkey::default();
        lock.invariant(now)?;
        LockCancelled {
            lock: accounts.lock.key(),
            cancelled_by: accounts.authority.key(),
            stopped_at: now,
            released: lock.released(now)?,
            returnable: lock.returnable(now)?,
        }
    };
    emit(&event, &accounts.event_authority)
}
