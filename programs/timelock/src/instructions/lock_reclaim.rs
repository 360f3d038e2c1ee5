use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockReclaimed},
    math,
    state::Lock,
    token,
};

/// What a cancelled lock had not released, or milestones' deadline left unapproved, goes back.
#[derive(Accounts)]
pub struct LockReclaim<'info> {
    /// Anyone: where the money goes is the funder's own.
    pub authority: Signer<'info>,
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
    /// The funder's: any token account where the funder signs, else the associated one.
    #[account(mut)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockReclaim<'_> {
    /// How much goes back.
    fn validate(&self, now: i64) -> Result<u64> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.tokens.as_ref(), self.destination.as_ref()],
        )?;
        let lock = self.lock.load()?;
        let amount = lock.returnable(now)?;
        require!(amount > 0, TimelockError::NothingToReclaim);
        let signs = self.authority.key() == lock.funder;
        token::require_payable(&self.destination, &lock.funder, self.mint.as_ref(), signs)?;
        Ok(amount)
    }
}

pub fn handle_lock_reclaim(ctx: Context<LockReclaim>) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    let amount = accounts.validate(now)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let returned_before = lock.returned;
        lock.returned = math::add(returned_before, amount)?;
        LockReclaimed {
            lock: accounts.lock.key(),
            funder: lock.funder,
            authority: accounts.authority.key(),
            destination: accounts.destination.key(),
            amount,
            returned_before,
            returned_after: lock.returned,
        }
    };
    token::pay_out(
        &accounts.lock,
        &accounts.mint,
        &accounts.tokens,
        &accounts.destination,
        &accounts.token_program,
        amount,
    )?;
    token::check_books(&accounts.lock, accounts.tokens.as_ref(), now)?;

    emit(&event, &accounts.event_authority)
}
