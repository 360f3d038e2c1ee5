use anchor_lang::prelude::*;

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockRecipientChanged},
    state::{Lock, Side},
};

/// What was released before stays the old recipient's: it is set aside, and anyone claims it for them.
#[derive(Accounts)]
pub struct LockRecipientChange<'info> {
    pub funder: Signer<'info>,
    #[account(mut, constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout)]
    pub lock: AccountLoader<'info, Lock>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockRecipientChange<'_> {
    fn validate(&self, new_recipient: &Pubkey, now: i64) -> Result<()> {
        let lock = self.lock.load()?;
        require_keys_eq!(self.funder.key(), lock.funder, TimelockError::NotFunder);
        require!(Side::has_creator(lock.change), TimelockError::ChangeNotAllowed);
        require!(lock.stopped_at == 0, TimelockError::LockStopped);
        require!(!lock.is_over(now)?, TimelockError::ScheduleOver);
        require!(lock.former_due == 0, TimelockError::FormerUnpaid);
        lock.require_recipient(&self.lock.key(), new_recipient)
    }
}

pub fn handle_lock_recipient_change(ctx: Context<LockRecipientChange>, new_recipient: Pubkey) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(&new_recipient, now)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let old_recipient = lock.recipient;
        let due = lock.due(now)?;
        if due > 0 {
            lock.former_recipient = old_recipient;
            lock.former_due = due;
        }
        lock.recipient = new_recipient;
        lock.pending_recipient = Pubkey::default();
        lock.invariant(now)?;
        LockRecipientChanged {
            lock: accounts.lock.key(),
            changed_by: accounts.funder.key(),
            old_recipient,
            new_recipient,
            former_due: due,
        }
    };
    emit(&event, &accounts.event_authority)
}
