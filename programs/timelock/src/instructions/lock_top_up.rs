use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::{END_OF_TIME, LOCK_LAYOUT},
    error::TimelockError,
    events::{emit, LockToppedUp},
    math, mint,
    state::Lock,
    token,
};

/// More under the same schedule, as though it had been there from the start: at no moment less is released than
/// without it. What a linear schedule has let pass of it is due at once; a periodic one takes longer.
#[derive(Accounts)]
pub struct LockTopUp<'info> {
    pub funder: Signer<'info>,
    #[account(
        address = ids::CONFIG @ TimelockError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ TimelockError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = tokens @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub lock: AccountLoader<'info, Lock>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub tokens: InterfaceAccount<'info, TokenAccount>,
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

impl LockTopUp<'_> {
    fn validate(&self, amount: u64, now: i64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::LOCK), TimelockError::Paused);
        require!(amount > 0, TimelockError::AmountZero);
        token::require_program(&self.token_program, &[self.tokens.as_ref(), self.source.as_ref()])?;
        mint::require_plain(&self.mint, self.token_program.key)?;
        let lock = self.lock.load()?;
        require_keys_eq!(self.funder.key(), lock.funder, TimelockError::NotFunder);
        require!(lock.top_up == 1, TimelockError::TopUpNotAllowed);
        require!(lock.stopped_at == 0, TimelockError::LockStopped);
        require!(!lock.is_over(now)?, TimelockError::ScheduleOver);
        Ok(())
    }
}

pub fn handle_lock_top_up(ctx: Context<LockTopUp>, amount: u64) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(amount, now)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let deposited_before = lock.deposited;
        let ends_at_before = lock.schedule.ends_at(deposited_before)?;
        lock.deposited = math::add(deposited_before, amount)?;
        let ends_at_after = lock.schedule.ends_at(lock.deposited)?;
        require!(ends_at_after <= END_OF_TIME, TimelockError::ScheduleOutOfRange);
        LockToppedUp {
            lock: accounts.lock.key(),
            funder: lock.funder,
            amount,
            deposited_before,
            deposited_after: lock.deposited,
            ends_at_before,
            ends_at_after,
        }
    };
    token::pay_in(
        &accounts.funder,
        &[],
        &accounts.mint,
        &accounts.source,
        accounts.tokens.as_ref(),
        accounts.token_program.key,
        amount,
    )?;
    token::check_books(&accounts.lock, accounts.tokens.as_ref(), now)?;

    emit(&event, &accounts.event_authority)
}
