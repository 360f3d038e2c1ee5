//! Makes a lock and puts the money in: for a wallet, an intake or a batch.

use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    token::open,
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, LockCreated},
    schedule::ScheduleTerms,
    state::{Lock, Side},
    token,
};

/// What a lock is made of.
#[derive(Clone, Debug)]
pub struct LockTerms {
    /// First of the address's seeds: a wallet, an intake or a batch.
    pub creator: Pubkey,
    pub id: u64,
    /// Wallet with the creator's rights.
    pub funder: Pubkey,
    pub recipient: Pubkey,
    /// Base units; above zero.
    pub amount: u64,
    pub schedule: ScheduleTerms,
    pub cancel: Side,
    pub change: Side,
    pub top_up: bool,
    /// Unix seconds; 0 unless nothing is released after then.
    pub stopped_at: i64,
}

/// Where it is made. `lock` and its `tokens` are vacant accounts at the addresses that the bumps complete, checked
/// here; which mint is let in is for the caller to check.
pub struct LockPlaces<'a, 'info> {
    pub rent_payer: &'a Signer<'info>,
    pub lock: &'a AccountInfo<'info>,
    pub tokens: &'a AccountInfo<'info>,
    pub mint: &'a InterfaceAccount<'info, Mint>,
    pub token_program: &'a Interface<'info, TokenInterface>,
    pub system_program: &'a Program<'info, System>,
    pub event_authority: &'a AccountInfo<'info>,
}

/// The account the money comes from. `seeds` stand for its owner where that is an account of this program; no loan of
/// that account's data may be open.
pub struct LockSource<'a, 'info> {
    pub owner: &'a AccountInfo<'info>,
    pub seeds: &'a [&'a [&'a [u8]]],
    pub tokens: &'a InterfaceAccount<'info, TokenAccount>,
}

/// Makes a lock at `now` and moves its amount in; records `LockCreated`.
///
/// Does not look at pauses, nor whether the schedule has anything left to release.
/// Errors: `AmountZero`, `AddressTaken`, `RecipientInvalid`, `ApproverInvalid`, `MintMismatch`, `TokenProgramMismatch`,
/// and those of `ScheduleTerms::checked`
pub fn make<'info>(
    places: &LockPlaces<'_, 'info>,
    source: &LockSource<'_, 'info>,
    terms: LockTerms,
    clock: &Clock,
) -> Result<()> {
    let now = clock.unix_timestamp;
    require!(terms.amount > 0, TimelockError::AmountZero);
    token::require_program(places.token_program, &[places.mint.as_ref(), source.tokens.as_ref()])?;
    require_keys_eq!(source.tokens.mint, places.mint.key(), TimelockError::MintMismatch);
    let schedule = terms.schedule.checked(terms.amount)?;

    let (key, tokens) = (places.lock.key(), places.tokens.key());
    let id = terms.id.to_le_bytes();
    let (lock_at, bump) = Pubkey::find_program_address(&[LOCK_SEED, terms.creator.as_ref(), &id], &crate::ID);
    let (tokens_at, tokens_bump) =
        Pubkey::find_program_address(&[LOCK_TOKENS_SEED, key.as_ref()], &crate::ID);
    require_keys_eq!(key, lock_at, ErrorCode::ConstraintSeeds);
    require_keys_eq!(tokens, tokens_at, ErrorCode::ConstraintSeeds);
    require!(is_vacant(places.lock), TimelockError::AddressTaken);

    create(
        &crate::ID,
        places.rent_payer,
        places.lock,
        places.system_program,
        Lock::SPACE,
        &[LOCK_SEED, terms.creator.as_ref(), &id, &[bump]],
    )?;
    open(
        places.rent_payer,
        places.tokens,
        places.mint.as_ref(),
        &key,
        places.token_program.key,
        places.system_program,
        &[LOCK_TOKENS_SEED, key.as_ref(), &[tokens_bump]],
    )?;
    {
        let mut lock = init_zero_copy::<Lock>(places.lock)?;
        lock.version = LOCK_LAYOUT;
        lock.bump = bump;
        lock.tokens_bump = tokens_bump;
        lock.cancel = terms.cancel as u8;
        lock.change = terms.change as u8;
        lock.top_up = u8::from(terms.top_up);
        lock.id = terms.id;
        lock.generation = clock.slot;
        lock.creator = terms.creator;
        lock.funder = terms.funder;
        lock.rent_payer = places.rent_payer.key();
        lock.mint = places.mint.key();
        lock.token_program = places.token_program.key();
        lock.tokens = tokens;
        lock.schedule = schedule;
        lock.require_recipient(&key, &terms.recipient)?;
        lock.recipient = terms.recipient;
        lock.deposited = terms.amount;
        lock.opened_at = now;
        lock.stopped_at = terms.stopped_at;
        lock.invariant(now)?;
    }
    token::pay_in(
        source.owner,
        source.seeds,
        places.mint,
        source.tokens,
        places.tokens,
        places.token_program.key,
        terms.amount,
    )?;

    let event = LockCreated {
        lock: key,
        creator: terms.creator,
        id: terms.id,
        generation: clock.slot,
        funder: terms.funder,
        recipient: terms.recipient,
        rent_payer: places.rent_payer.key(),
        mint: places.mint.key(),
        token_program: places.token_program.key(),
        tokens,
        amount: terms.amount,
        schedule: terms.schedule,
        cancel: terms.cancel,
        change: terms.change,
        top_up: terms.top_up,
        opened_at: now,
        stopped_at: terms.stopped_at,
    };
    emit(&event, places.event_authority)
}
