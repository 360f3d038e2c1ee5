use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::{INTAKE_LAYOUT, INTAKE_SEED},
    error::TimelockError,
    events::{emit, IntakeLocked},
    maker::{make, LockPlaces, LockSource, LockTerms},
    state::{Intake, Side},
    token,
};

/// Locks all that waits in one of the intake's token accounts, from now on. The money came in before, and this is its
/// only way out: no pause holds it up, and no list of mints.
#[derive(Accounts)]
pub struct IntakeLock<'info> {
    /// Anyone, from the minimum on; below it, or for another mint, the recipient.
    pub authority: Signer<'info>,
    /// Pays the lock's rent, and gets it back.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(constraint = intake.load()?.version == INTAKE_LAYOUT @ TimelockError::UnknownLayout)]
    pub intake: AccountLoader<'info, Intake>,
    /// CHECK: made by this instruction; `make` derives its address, and nothing may be there.
    #[account(mut)]
    pub lock: UncheckedAccount<'info>,
    pub mint: InterfaceAccount<'info, Mint>,
    /// CHECK: made by this instruction; `make` derives its address.
    #[account(mut)]
    pub tokens: UncheckedAccount<'info>,
    /// One of the intake's.
    #[account(mut)]
    pub source: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl IntakeLock<'_> {
    fn validate(&self) -> Result<()> {
        let intake = self.intake.load()?;
        require_keys_eq!(self.source.owner, self.intake.key(), TimelockError::VaultMismatch);
        token::require_program(&self.token_program, &[self.mint.as_ref(), self.source.as_ref()])?;
        require!(self.source.amount > 0, TimelockError::NothingDue);
        let enough = self.mint.key() == intake.mint && self.source.amount >= intake.min_amount;
        let entitled = enough || self.authority.key() == intake.recipient;
        require!(entitled, TimelockError::BelowMinimum);
        Ok(())
    }
}

pub fn handle_intake_lock(ctx: Context<IntakeLock>, id: u64) -> Result<()> {
    let clock = Clock::get()?;
    let accounts = &*ctx.accounts;
    accounts.validate()?;

    let amount = accounts.source.amount;
    let (recipient, terms, terms_hash, bump) = {
        let intake = accounts.intake.load()?;
        intake.invariant()?;
        (intake.recipient, intake.terms(), intake.terms_hash, [intake.bump])
    };
    let places = LockPlaces {
        rent_payer: &accounts.rent_payer,
        lock: &accounts.lock,
        tokens: &accounts.tokens,
        mint: &accounts.mint,
        token_program: &accounts.token_program,
        system_program: &accounts.system_program,
        event_authority: &accounts.event_authority,
    };
    let seeds: &[&[u8]] = &[INTAKE_SEED, recipient.as_ref(), &terms_hash, &bump];
    let source = LockSource { owner: accounts.intake.as_ref(), seeds: &[seeds], tokens: &accounts.source };
    let lock = LockTerms {
        creator: accounts.intake.key(),
        id,
        funder: recipient,
        recipient,
        amount,
        schedule: terms.schedule(amount, clock.unix_timestamp)?,
        cancel: Side::Nobody,
        change: Side::Nobody,
        top_up: false,
        stopped_at: 0,
    };
    make(&places, &source, lock, &clock)?;

    let event = IntakeLocked {
        intake: accounts.intake.key(),
        recipient,
        lock: accounts.lock.key(),
        mint: accounts.mint.key(),
        amount,
        authority: accounts.authority.key(),
    };
    emit(&event, &accounts.event_authority)
}
