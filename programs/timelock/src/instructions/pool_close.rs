use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, PoolClosed},
    state::IncomePool,
    token::require_program,
    vault::Vault,
};

#[derive(Accounts)]
pub struct PoolClose<'info> {
    #[account(mut)]
    pub creator: Signer<'info>,
    #[account(
        mut,
        close = creator,
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
    /// Wherever the creator wants what is left.
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

impl PoolClose<'_> {
    fn validate(&self) -> Result<()> {
        let pool = self.pool.load()?;
        require!(pool.stopped_at != 0, TimelockError::PoolNotStopped);
        require!(pool.records == 0, TimelockError::MembersRemain);
        // so that no (address, generation) recurs
        require!(Clock::get()?.slot > pool.generation, TimelockError::ClosedInOpeningSlot);
        let moved = [self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()];
        require_program(&self.token_program, &moved)?;
        require!(self.destination.key() != self.vault.key(), TimelockError::DestinationMismatch);
        pool.invariant()?;
        pool.covered_by(self.vault.amount)
    }
}

pub fn handle_pool_close(ctx: Context<PoolClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;

    // all of it: what is free, and what anybody donated
    let withdrawn = accounts.vault.amount;
    let (event, id, bump) = {
        let pool = accounts.pool.load()?;
        let event = PoolClosed {
            pool: accounts.pool.key(),
            generation: pool.generation,
            creator: pool.creator,
            destination: accounts.destination.key(),
            withdrawn,
            books: pool.books(),
        };
        (event, pool.id.to_le_bytes(), pool.bump)
    };
    let vault = Vault {
        tokens: accounts.vault.as_ref(),
        mint: &accounts.mint,
        token_program: &accounts.token_program,
    };
    let seeds: &[&[u8]] = &[POOL_SEED, accounts.creator.key.as_ref(), &id, &[bump]];
    if withdrawn > 0 {
        vault.pay_out(accounts.pool.as_ref(), accounts.destination.as_ref(), withdrawn, seeds)?;
    }
    vault.close(accounts.pool.as_ref(), &accounts.creator, seeds)?;
    emit(&event, &accounts.event_authority)
}
