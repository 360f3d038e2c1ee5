use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, BatchClaimed},
    leaf::{leaf, require_in_tree},
    maker::{make, LockPlaces, LockSource, LockTerms},
    math,
    schedule::ScheduleTerms,
    state::{mark, Batch, BatchBooks},
    token::{amount_in, require_program},
};

/// A grant of a batch, and where it is in the tree.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct BatchClaimArgs {
    pub index: u32,
    /// Base units.
    pub amount: u64,
    pub schedule: ScheduleTerms,
    /// Siblings from the leaf up, at most 16.
    pub proof: Vec<[u8; 32]>,
}

#[derive(Accounts)]
pub struct BatchClaim<'info> {
    /// Anyone; gets the lock's rent back when that is closed.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        mut,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = vault @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        constraint = batch.load()?.version == BATCH_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub batch: AccountLoader<'info, Batch>,
    /// CHECK: a part of the leaf, which the proof is of.
    pub recipient: UncheckedAccount<'info>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// CHECK: made here; `make` checks its address.
    #[account(mut)]
    pub lock: UncheckedAccount<'info>,
    /// CHECK: made here; `make` checks its address.
    #[account(mut)]
    pub lock_tokens: UncheckedAccount<'info>,
    pub token_program: Interface<'info, TokenInterface>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl BatchClaim<'_> {
    fn validate(&self, args: &BatchClaimArgs, now: i64) -> Result<()> {
        require_program(&self.token_program, &[self.mint.as_ref(), self.vault.as_ref()])?;
        let batch = self.batch.load()?;
        batch.require_claimable(now)?;
        require!(args.amount > 0, TimelockError::AmountZero);
        let schedule = args.schedule.try_to_vec()?;
        let (key, recipient) = (self.batch.key(), self.recipient.key());
        let leaf = leaf(&key, args.index, &recipient, args.amount, &schedule);
        require_in_tree(&batch.root, leaf, &args.proof)
    }

    /// Marks the leaf and takes it out of the books. Says what goes into its lock, base units.
    fn take(&self, args: &BatchClaimArgs) -> Result<(u64, BatchBooks)> {
        let (before, cancelled_at, count) = {
            let batch = self.batch.load()?;
            (batch.books(), batch.cancelled_at, batch.count)
        };
        {
            let mut data = self.batch.as_ref().try_borrow_mut_data()?;
            let bitmap = data.get_mut(Batch::HEAD..).ok_or(TimelockError::InvariantBroken)?;
            mark(bitmap, args.index, count)?;
        }
        let schedule = args.schedule.checked(args.amount)?;
        let worth = match cancelled_at {
            0 => args.amount,
            stopped_at => schedule.released(args.amount, 0, stopped_at)?,
        };
        let mut batch = self.batch.load_mut()?;
        batch.take(args.amount, worth)?;
        batch.invariant()?;
        Ok((worth, before))
    }

    /// The lock that the leaf becomes: its own terms, or, where the batch was cancelled, what it was worth then.
    fn terms(&self, args: &BatchClaimArgs, worth: u64) -> Result<LockTerms> {
        let batch = self.batch.load()?;
        let (cancel, change) = batch.sides()?;
        let stopped_at = batch.cancelled_at;
        let schedule = if stopped_at == 0 {
            args.schedule.clone()
        } else {
            let start = math::since(stopped_at, 1)?;
            ScheduleTerms::Linear { start, cliff_at: stopped_at, cliff_amount: worth, end: stopped_at }
        };
        Ok(LockTerms {
            creator: self.batch.key(),
            id: batch.lock_id(args.index)?,
            funder: batch.creator,
            recipient: self.recipient.key(),
            amount: worth,
            schedule,
            cancel,
            change,
            top_up: false,
            stopped_at,
        })
    }

    fn make_lock(&self, terms: LockTerms, clock: &Clock) -> Result<()> {
        let (creator, id, bump) = {
            let batch = self.batch.load()?;
            (batch.creator, batch.id.to_le_bytes(), [batch.bump])
        };
        let seeds: &[&[u8]] = &[BATCH_SEED, creator.as_ref(), &id, &bump];
        let places = LockPlaces {
            rent_payer: &self.rent_payer,
            lock: &self.lock,
            tokens: &self.lock_tokens,
            mint: &self.mint,
            token_program: &self.token_program,
            system_program: &self.system_program,
            event_authority: &self.event_authority,
        };
        let source = LockSource { owner: self.batch.as_ref(), seeds: &[seeds], tokens: &self.vault };
        make(&places, &source, terms, clock)
    }
}

pub fn handle_batch_claim(ctx: Context<BatchClaim>, args: BatchClaimArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    let clock = Clock::get()?;
    accounts.validate(&args, clock.unix_timestamp)?;

    let (worth, before) = accounts.take(&args)?;
    if worth > 0 {
        accounts.make_lock(accounts.terms(&args, worth)?, &clock)?;
    }

    let batch = accounts.batch.load()?;
    batch.covered_by(amount_in(accounts.vault.as_ref())?)?;
    let event = BatchClaimed {
        batch: accounts.batch.key(),
        generation: batch.generation,
        index: args.index,
        recipient: accounts.recipient.key(),
        amount: args.amount,
        schedule: args.schedule,
        locked: worth,
        lock: if worth > 0 { accounts.lock.key() } else { Pubkey::default() },
        rent_payer: accounts.rent_payer.key(),
        before,
        after: batch.books(),
    };
    emit(&event, &accounts.event_authority)
}
