use anchor_lang::prelude::*;

use crate::{
    constants::BATCH_LAYOUT,
    error::TimelockError,
    events::{emit, BatchCancelled},
    state::Batch,
};

#[derive(Accounts)]
pub struct BatchCancel<'info> {
    pub creator: Signer<'info>,
    #[account(
        mut,
        has_one = creator @ TimelockError::NotCreator,
        constraint = batch.load()?.version == BATCH_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub batch: AccountLoader<'info, Batch>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_batch_cancel(ctx: Context<BatchCancel>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut batch = accounts.batch.load_mut()?;
        batch.stop(now)?;
        batch.invariant()?;
        BatchCancelled {
            batch: accounts.batch.key(),
            generation: batch.generation,
            creator: batch.creator,
            cancelled_at: now,
            books: batch.books(),
        }
    };
    emit(&event, &accounts.event_authority)
}
