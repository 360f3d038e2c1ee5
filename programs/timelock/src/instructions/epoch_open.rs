use anchor_lang::prelude::*;

use crate::{
    constants::POOL_LAYOUT,
    error::TimelockError,
    events::{emit, EpochOpened},
    math,
    state::IncomePool,
};

#[derive(Accounts)]
pub struct EpochOpen<'info> {
    #[account(mut, constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout)]
    pub pool: AccountLoader<'info, IncomePool>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_epoch_open(ctx: Context<EpochOpen>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut pool = accounts.pool.load_mut()?;
        let before = pool.books();
        pool.roll(now)?;
        pool.open_epoch(now)?;
        pool.invariant()?;
        EpochOpened {
            pool: accounts.pool.key(),
            generation: pool.generation,
            epoch: math::sub(pool.epochs, 1)?,
            members: pool.members,
            amount: pool.amount,
            opened_at: now,
            ends_at: pool.epoch_ends_at,
            before,
            after: pool.books(),
        }
    };
    emit(&event, &accounts.event_authority)
}
