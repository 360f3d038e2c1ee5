use anchor_lang::prelude::*;

use crate::{
    attested::is_attested,
    constants::*,
    error::TimelockError,
    events::{emit, MemberSuspended, MembershipEnd, MembershipEnded},
    state::{Eviction, IncomePool, Membership},
};

#[derive(Accounts)]
pub struct PoolEvict<'info> {
    #[account(mut, constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout)]
    pub pool: AccountLoader<'info, IncomePool>,
    #[account(
        mut,
        has_one = pool @ TimelockError::PoolMismatch,
        has_one = attestation @ TimelockError::AttestationMismatch,
        has_one = rent_payer @ TimelockError::RentPayerMismatch,
        constraint = membership.load()?.version == MEMBER_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub membership: AccountLoader<'info, Membership>,
    /// CHECK: where the member's attestation is, if there is one: vacant, it proves that there is none.
    pub attestation: UncheckedAccount<'info>,
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

pub fn handle_pool_evict(ctx: Context<PoolEvict>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;

    let ended = {
        let (mut pool, mut membership) = (accounts.pool.load_mut()?, accounts.membership.load_mut()?);
        let attested = is_attested(&accounts.attestation, &pool.attestor, &membership.wallet, now)?;
        let before = pool.books();
        pool.roll(now)?;
        let eviction = membership.evict(&mut pool, attested, now)?;
        pool.invariant()?;
        let (key, generation, wallet) = (membership.pool, pool.generation, membership.wallet);
        match eviction {
            Eviction::Suspended => {
                membership.invariant(&pool)?;
                let event = MemberSuspended {
                    pool: key,
                    generation,
                    membership: accounts.membership.key(),
                    wallet,
                    until: membership.until,
                    due: membership.due(&pool, now)?,
                    suspended_at: now,
                    before,
                    after: pool.books(),
                };
                emit(&event, &accounts.event_authority)?;
                false
            }
            Eviction::Ended(forfeited) => {
                let event = MembershipEnded {
                    pool: key,
                    generation,
                    membership: accounts.membership.key(),
                    wallet,
                    why: MembershipEnd::Evicted,
                    forfeited,
                    paid: membership.paid,
                    rent_payer: membership.rent_payer,
                    ended_at: now,
                    before,
                    after: pool.books(),
                };
                emit(&event, &accounts.event_authority)?;
                true
            }
        }
    };
    if ended {
        accounts.membership.close(accounts.rent_payer.to_account_info())?;
    }
    Ok(())
}
