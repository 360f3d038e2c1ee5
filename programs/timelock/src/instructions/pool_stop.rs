use anchor_lang::prelude::*;

use crate::{
    constants::POOL_LAYOUT,
    error::TimelockError,
    events::{emit, PoolStopped},
    state::IncomePool,
};

#[derive(Accounts)]
pub struct PoolStop<'info> {
    pub creator: Signer<'info>,
    #[account(
        mut,
        has_one = creator @ TimelockError::NotCreator,
        constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub pool: AccountLoader<'info, IncomePool>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_pool_stop(ctx: Context<PoolStop>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut pool = accounts.pool.load_mut()?;
        let before = pool.books();
        pool.roll(now)?;
        pool.require_running()?;
        pool.stopped_at = now;
        pool.invariant()?;
        PoolStopped {
            pool: accounts.pool.key(),
            generation: pool.generation,
            creator: pool.creator,
            stopped_at: now,
            before,
            after: pool.books(),
        }
    };
    emit(&event, &accounts.event_authority)
}
