use anchor_lang::prelude::*;

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockTransferred},
    state::Lock,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct LockAcceptArgs {
    /// Of the lock that is meant.
    pub generation: u64,
    /// What may have been claimed of it by now, base units: more of it would no longer be what was agreed on.
    pub claimed_at_most: u64,
}

/// The right moves as a whole, with what is released and not claimed yet.
#[derive(Accounts)]
pub struct LockAccept<'info> {
    pub new_recipient: Signer<'info>,
    #[account(mut, constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout)]
    pub lock: AccountLoader<'info, Lock>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockAccept<'_> {
    fn validate(&self, args: &LockAcceptArgs) -> Result<()> {
        let lock = self.lock.load()?;
        require_keys_eq!(
            self.new_recipient.key(),
            lock.pending_recipient,
            TimelockError::NotPendingRecipient
        );
        lock.require_generation(args.generation)?;
        require!(lock.claimed <= args.claimed_at_most, TimelockError::ClaimedMeanwhile);
        Ok(())
    }
}

pub fn handle_lock_accept(ctx: Context<LockAccept>, args: LockAcceptArgs) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(&args)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let old_recipient = lock.recipient;
        lock.recipient = lock.pending_recipient;
        lock.pending_recipient = Pubkey::default();
        lock.invariant(now)?;
        LockTransferred {
            lock: accounts.lock.key(),
            old_recipient,
            new_recipient: lock.recipient,
            due: lock.due(now)?,
        }
    };
    emit(&event, &accounts.event_authority)
}
