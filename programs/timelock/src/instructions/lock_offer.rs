use anchor_lang::prelude::*;

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockOffered},
    state::{Lock, Side},
};

#[derive(Accounts)]
pub struct LockOffer<'info> {
    pub recipient: Signer<'info>,
    #[account(mut, constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout)]
    pub lock: AccountLoader<'info, Lock>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockOffer<'_> {
    fn validate(&self, to: Option<Pubkey>) -> Result<()> {
        let lock = self.lock.load()?;
        let entitled = self.recipient.key() == lock.recipient && Side::has_recipient(lock.change);
        require!(entitled, TimelockError::ChangeNotAllowed);
        match to {
            Some(key) => lock.require_recipient(&self.lock.key(), &key),
            None => Ok(()),
        }
    }
}

pub fn handle_lock_offer(ctx: Context<LockOffer>, to: Option<Pubkey>) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(to)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let old_pending_recipient = lock.pending_recipient;
        lock.pending_recipient = to.unwrap_or_default();
        lock.invariant(now)?;
        LockOffered {
            lock: accounts.lock.key(),
            recipient: lock.recipient,
            old_pending_recipient,
            new_pending_recipient: lock.pending_recipient,
        }
    };
    emit(&event, &accounts.event_authority)
}
