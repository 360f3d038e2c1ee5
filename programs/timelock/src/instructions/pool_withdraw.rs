use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, PoolWithdrawn},
    math,
    state::IncomePool,
    token::require_program,
    vault::Vault,
};

#[derive(Accounts)]
pub struct PoolWithdraw<'info> {
    pub creator: Signer<'info>,
    #[account(
        mut,
        has_one = creator @ TimelockError::NotCreator,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = vault @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub pool: AccountLoader<'info, IncomePool>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// Wherever the creator wants it.
    #[account(mut, constraint = destination.mint == mint.key() @ TimelockError::MintMismatch)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PoolWithdraw<'_> {
    fn validate(&self) -> Result<()> {
        require!(self.pool.load()?.stopped_at != 0, TimelockError::PoolNotStopped);
        let moved = [self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()];
        require_program(&self.token_program, &moved)?;
        require!(self.destination.key() != self.vault.key(), TimelockError::DestinationMismatch);
        Ok(())
    }
}

pub fn handle_pool_withdraw(ctx: Context<PoolWithdraw>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;
    let now = Clock::get()?.unix_timestamp;

    let (event, id, bump) = {
        let mut pool = accounts.pool.load_mut()?;
        let before = pool.books();
        pool.roll(now)?;
        let amount = pool.free;
        require!(amount > 0, TimelockError::NothingFree);
        pool.free = 0;
        pool.withdrawn = math::add(pool.withdrawn, amount)?;
        pool.invariant()?;
        let event = PoolWithdrawn {
            pool: accounts.pool.key(),
            generation: pool.generation,
            creator: pool.creator,
            destination: accounts.destination.key(),
            amount,
            before,
            after: pool.books(),
        };
        (event, pool.id.to_le_bytes(), pool.bump)
    };
    let vault = Vault {
        tokens: accounts.vault.as_ref(),
        mint: &accounts.mint,
        token_program: &accounts.token_program,
    };
    let seeds: &[&[u8]] = &[POOL_SEED, accounts.creator.key.as_ref(), &id, &[bump]];
    vault.pay_out(accounts.pool.as_ref(), accounts.destination.as_ref(), event.amount, seeds)?;
    accounts.pool.load()?.covered_by(vault.amount()?)?;
    emit(&event, &accounts.event_authority)
}
