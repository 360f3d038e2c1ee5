use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::POOL_LAYOUT,
    error::TimelockError,
    events::{emit, PoolFunded},
    math,
    mint::require_plain,
    state::IncomePool,
    token::{amount_in, pay_in, require_program},
};

#[derive(Accounts)]
pub struct PoolFund<'info> {
    /// Anyone.
    pub funder: Signer<'info>,
    #[account(
        address = ids::CONFIG @ TimelockError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ TimelockError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = vault @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub pool: AccountLoader<'info, IncomePool>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// The funder's; the token program checks that the funder may spend from it.
    #[account(mut, constraint = source.mint == mint.key() @ TimelockError::MintMismatch)]
    pub source: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PoolFund<'_> {
    fn validate(&self, amount: u64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::LOCK), TimelockError::Paused);
        require!(amount > 0, TimelockError::AmountZero);
        self.pool.load()?.require_running()?;
        require_program(&self.token_program, &[self.vault.as_ref(), self.source.as_ref()])?;
        require_plain(&self.mint, self.token_program.key)?;
        // the vault as its own source would credit money that never came in
        require!(self.source.key() != self.vault.key(), TimelockError::VaultMismatch);
        Ok(())
    }
}

pub fn handle_pool_fund(ctx: Context<PoolFund>, amount: u64) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(amount)?;
    let now = Clock::get()?.unix_timestamp;

    pay_in(
        &accounts.funder,
        &[],
        &accounts.mint,
        &accounts.source,
        accounts.vault.as_ref(),
        accounts.token_program.key,
        amount,
    )?;

    let event = {
        let mut pool = accounts.pool.load_mut()?;
        let before = pool.books();
        pool.roll(now)?;
        pool.funded = math::add(pool.funded, amount)?;
        pool.free = math::add(pool.free, amount)?;
        pool.invariant()?;
        pool.covered_by(amount_in(accounts.vault.as_ref())?)?;
        PoolFunded {
            pool: accounts.pool.key(),
            generation: pool.generation,
            funder: accounts.funder.key(),
            source: accounts.source.key(),
            amount,
            before,
            after: pool.books(),
        }
    };
    emit(&event, &accounts.event_authority)
}
