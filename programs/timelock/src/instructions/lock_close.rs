use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, LockClosed},
    state::Lock,
    token,
};

/// Anyone may do it once all is paid: what is left is rent, and what somebody donated.
#[derive(Accounts)]
pub struct LockClose<'info> {
    pub authority: Signer<'info>,
    #[account(
        mut,
        close = rent_payer,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = tokens @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        has_one = rent_payer @ TimelockError::RentPayerMismatch,
        constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub lock: AccountLoader<'info, Lock>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub tokens: InterfaceAccount<'info, TokenAccount>,
    /// Takes what was donated, and is needed for that alone: the funder's, the associated one unless the funder signs.
    #[account(mut)]
    pub destination: Option<InterfaceAccount<'info, TokenAccount>>,
    /// CHECK: the one the lock names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockClose<'_> {
    fn validate(&self, clock: &Clock) -> Result<()> {
        token::require_program(&self.token_program, &[self.mint.as_ref(), self.tokens.as_ref()])?;
        let lock = self.lock.load()?;
        // so that no (address, generation) recurs
        require!(clock.slot > lock.generation, TimelockError::ClosedInOpeningSlot);
        let over = lock.is_over(clock.unix_timestamp)?;
        require!(over && lock.owed()? == 0, TimelockError::LockNotOver);
        lock.invariant(clock.unix_timestamp)?;
        if self.tokens.amount == 0 {
            return Ok(());
        }
        let destination = self.destination.as_ref().ok_or(TimelockError::DestinationMismatch)?;
        token::require_program(&self.token_program, &[destination.as_ref()])?;
        let signs = self.authority.key() == lock.funder;
        token::require_payable(destination, &lock.funder, self.mint.as_ref(), signs)
    }
}

pub fn handle_lock_close(ctx: Context<LockClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(&Clock::get()?)?;

    let donated = accounts.tokens.amount;
    let destination = accounts.destination.as_ref().filter(|_| donated > 0);
    if let Some(destination) = destination {
        token::pay_out(
            &accounts.lock,
            &accounts.mint,
            &accounts.tokens,
            destination,
            &accounts.token_program,
            donated,
        )?;
    }
    token::close(&accounts.lock, &accounts.tokens, &accounts.rent_payer, &accounts.token_program)?;

    let event = {
        let lock = accounts.lock.load()?;
        LockClosed {
            lock: accounts.lock.key(),
            generation: lock.generation,
            funder: lock.funder,
            authority: accounts.authority.key(),
            rent_payer: lock.rent_payer,
            donated,
            destination: destination.map(|account| account.key()).unwrap_or_default(),
            deposited: lock.deposited,
            claimed: lock.claimed,
            returned: lock.returned,
        }
    };
    emit(&event, &accounts.event_authority)
}
