use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{pause, Config, CONFIG_VERSION},
    token,
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, PoolCreated},
    math,
    mint::require_plain,
    state::{IncomePool, PoolMode},
};

/// Terms of a new pool, for good. Times are Unix seconds, spans seconds.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct PoolCreateArgs {
    /// Tells the creator's pools apart.
    pub id: u64,
    /// Vouches for members in the registry.
    pub attestor: Pubkey,
    pub mode: PoolMode,
    pub max_members: u32,
    /// Of one member and epoch, base units.
    pub amount: u64,
    pub epoch_length: i64,
    /// When the first epoch may open.
    pub first_epoch_at: i64,
    /// How long a suspended member keeps what it has coming.
    pub grace: i64,
}

#[derive(Accounts)]
#[instruction(args: PoolCreateArgs)]
pub struct PoolCreate<'info> {
    #[account(mut)]
    pub creator: Signer<'info>,
    #[account(
        address = ids::CONFIG @ TimelockError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ TimelockError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made here, where nothing was made before.
    #[account(
        mut,
        seeds = [POOL_SEED, creator.key().as_ref(), &args.id.to_le_bytes()],
        bump,
        constraint = is_vacant(&pool) @ TimelockError::AddressTaken
    )]
    pub pool: UncheckedAccount<'info>,
    pub mint: InterfaceAccount<'info, Mint>,
    /// CHECK: made here, once the mint has been looked at.
    #[account(mut, seeds = [POOL_TOKENS_SEED, pool.key().as_ref()], bump)]
    pub vault: UncheckedAccount<'info>,
    pub token_program: Interface<'info, TokenInterface>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PoolCreate<'_> {
    fn validate(&self, args: &PoolCreateArgs, now: i64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::LOCK), TimelockError::Paused);
        require_plain(&self.mint, self.token_program.key)?;
        require!(args.attestor != Pubkey::default(), TimelockError::AttestorInvalid);
        require!(args.max_members > 0, TimelockError::MembersLimitInvalid);
        // so that what all members cost never leaves its range
        let most = math::mul(u64::from(args.max_members), args.amount).unwrap_or(0);
        require!(most > 0, TimelockError::EpochAmountInvalid);
        require!(EPOCH_LENGTHS.contains(&args.epoch_length), TimelockError::EpochLengthInvalid);
        let latest = math::after(now, LONGEST_WAIT)?;
        require!((now..=latest).contains(&args.first_epoch_at), TimelockError::FirstEpochInvalid);
        require!((0..=MAX_GRACE).contains(&args.grace), TimelockError::GraceInvalid);
        Ok(())
    }
}

pub fn handle_pool_create(ctx: Context<PoolCreate>, args: PoolCreateArgs) -> Result<()> {
    let clock = Clock::get()?;
    let accounts = &*ctx.accounts;
    accounts.validate(&args, clock.unix_timestamp)?;

    let (creator, key) = (accounts.creator.key(), accounts.pool.key());
    let (bump, vault_bump, id) = (ctx.bumps.pool, ctx.bumps.vault, args.id.to_le_bytes());
    let seeds: &[&[u8]] = &[POOL_SEED, creator.as_ref(), &id, &[bump]];
    let (payer, system) = (&accounts.creator, &accounts.system_program);
    create(&crate::ID, payer, &accounts.pool, system, IncomePool::SPACE, seeds)?;
    {
        let mut pool = init_zero_copy::<IncomePool>(&accounts.pool)?;
        (pool.version, pool.bump, pool.vault_bump) = (POOL_LAYOUT, bump, vault_bump);
        (pool.mode, pool.max_members) = (args.mode as u8, args.max_members);
        (pool.id, pool.generation, pool.creator) = (args.id, clock.slot, creator);
        (pool.mint, pool.token_program) = (accounts.mint.key(), accounts.token_program.key());
        (pool.vault, pool.attestor) = (accounts.vault.key(), args.attestor);
        (pool.amount, pool.epoch_length) = (args.amount, args.epoch_length);
        (pool.first_epoch_at, pool.grace) = (args.first_epoch_at, args.grace);
        pool.invariant()?;
    }
    token::open(
        payer,
        &accounts.vault,
        &accounts.mint.to_account_info(),
        &key,
        accounts.token_program.key,
        system,
        &[POOL_TOKENS_SEED, key.as_ref(), &[vault_bump]],
    )?;

    let event = PoolCreated {
        pool: key,
        creator,
        id: args.id,
        generation: clock.slot,
        mint: accounts.mint.key(),
        token_program: accounts.token_program.key(),
        vault: accounts.vault.key(),
        attestor: args.attestor,
        mode: args.mode,
        max_members: args.max_members,
        amount: args.amount,
        epoch_length: args.epoch_length,
        first_epoch_at: args.first_epoch_at,
        grace: args.grace,
    };
    emit(&event, &accounts.event_authority)
}
