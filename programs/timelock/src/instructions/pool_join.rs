use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    attested::require_attested,
    constants::*,
    error::TimelockError,
    events::{emit, PoolJoined},
    state::{IncomePool, Membership, ACTIVE},
};

#[derive(Accounts)]
pub struct PoolJoin<'info> {
    pub wallet: Signer<'info>,
    /// Gets it back when the membership ends.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ TimelockError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ TimelockError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(mut, constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout)]
    pub pool: AccountLoader<'info, IncomePool>,
    /// CHECK: made here, where there is none.
    #[account(
        mut,
        seeds = [MEMBER_SEED, pool.key().as_ref(), wallet.key().as_ref()],
        bump,
        constraint = is_vacant(&membership) @ TimelockError::AlreadyMember
    )]
    pub membership: UncheckedAccount<'info>,
    /// CHECK: the registry's attestation of the wallet by the pool's attestor; `require_attested` reads it.
    pub attestation: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PoolJoin<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::LOCK), TimelockError::Paused);
        let pool = self.pool.load()?;
        require_attested(&self.attestation, &pool.attestor, self.wallet.key, now)
    }
}

pub fn handle_pool_join(ctx: Context<PoolJoin>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(now)?;

    let (key, wallet, bump) = (accounts.pool.key(), accounts.wallet.key(), ctx.bumps.membership);
    let mut pool = accounts.pool.load_mut()?;
    let before = pool.books();
    pool.roll(now)?;
    pool.admit()?;
    pool.invariant()?;

    let seeds: &[&[u8]] = &[MEMBER_SEED, key.as_ref(), wallet.as_ref(), &[bump]];
    let (payer, system) = (&accounts.rent_payer, &accounts.system_program);
    create(&crate::ID, payer, &accounts.membership, system, Membership::SPACE, seeds)?;
    {
        let mut membership = init_zero_copy::<Membership>(&accounts.membership)?;
        (membership.version, membership.bump) = (MEMBER_LAYOUT, bump);
        (membership.pool, membership.wallet) = (key, wallet);
        membership.attestation = accounts.attestation.key();
        membership.rent_payer = accounts.rent_payer.key();
        // no part in what opened before
        (membership.next, membership.until) = (pool.epochs, ACTIVE);
        membership.joined_at = now;
        membership.invariant(&pool)?;
    }

    let event = PoolJoined {
        pool: key,
        generation: pool.generation,
        membership: accounts.membership.key(),
        wallet,
        attestation: accounts.attestation.key(),
        rent_payer: accounts.rent_payer.key(),
        first_epoch: pool.epochs,
        joined_at: now,
        before,
        after: pool.books(),
    };
    emit(&event, &accounts.event_authority)
}
