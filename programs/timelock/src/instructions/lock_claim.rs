use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockClaimed},
    math,
    state::Lock,
    token,
};

/// No pause stands in the way of a claim, so the config is not even read.
#[derive(Accounts)]
pub struct LockClaim<'info> {
    /// Anyone: where the money goes is the recipient's own.
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
    /// The recipient's: any token account where the recipient signs, else the associated one.
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

impl LockClaim<'_> {
    /// Whom to pay, and how much.
    fn validate(&self, former: bool, now: i64) -> Result<(Pubkey, u64)> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.tokens.as_ref(), self.destination.as_ref()],
        )?;
        let lock = self.lock.load()?;
        let (payee, amount) =
            if former { (lock.former_recipient, lock.former_due) } else { (lock.recipient, lock.due(now)?) };
        require!(amount > 0, TimelockError::NothingDue);
        let signs = self.authority.key() == payee;
        token::require_payable(&self.destination, &payee, self.mint.as_ref(), signs)?;
        Ok((payee, amount))
    }
}

pub fn handle_lock_claim(ctx: Context<LockClaim>, former: bool) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    let (payee, amount) = accounts.validate(former, now)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let claimed_before = lock.claimed;
        lock.claimed = math::add(claimed_before, amount)?;
        if former {
            lock.former_due = 0;
            lock.former_recipient = Pubkey::default();
        }
        LockClaimed {
            lock: accounts.lock.key(),
            payee,
            former,
            authority: accounts.authority.key(),
            destination: accounts.destination.key(),
            amount,
            claimed_before,
            claimed_after: lock.claimed,
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
