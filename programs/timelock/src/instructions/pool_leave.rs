use anchor_lang::prelude::*;

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, MembershipEnd, MembershipEnded},
    state::{IncomePool, Membership},
};

#[derive(Accounts)]
pub struct PoolLeave<'info> {
    pub wallet: Signer<'info>,
    #[account(mut, constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout)]
    pub pool: AccountLoader<'info, IncomePool>,
    #[account(
        mut,
        close = rent_payer,
        has_one = pool @ TimelockError::PoolMismatch,
        has_one = wallet @ TimelockError::NotMember,
        has_one = rent_payer @ TimelockError::RentPayerMismatch,
        constraint = membership.load()?.version == MEMBER_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub membership: AccountLoader<'info, Membership>,
    /// CHECK: the one the membership names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_pool_leave(ctx: Context<PoolLeave>, forfeit: bool) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let (mut pool, mut membership) = (accounts.pool.load_mut()?, accounts.membership.load_mut()?);
        let before = pool.books();
        pool.roll(now)?;
        let forfeited = membership.leave(&mut pool, forfeit, now)?;
        pool.invariant()?;
        MembershipEnded {
            pool: membership.pool,
            generation: pool.generation,
            membership: accounts.membership.key(),
            wallet: membership.wallet,
            why: MembershipEnd::Left,
            forfeited,
            paid: membership.paid,
            rent_payer: membership.rent_payer,
            ended_at: now,
            before,
            after: pool.books(),
        }
    };
    emit(&event, &accounts.event_authority)
}
