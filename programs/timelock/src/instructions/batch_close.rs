use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, BatchClosed},
    state::Batch,
    token::require_program,
    vault::Vault,
};

#[derive(Accounts)]
pub struct BatchClose<'info> {
    #[account(mut)]
    pub creator: Signer<'info>,
    #[account(
        mut,
        close = creator,
        has_one = creator @ TimelockError::NotCreator,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = vault @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        constraint = batch.load()?.version == BATCH_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub batch: AccountLoader<'info, Batch>,
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

impl BatchClose<'_> {
    fn validate(&self) -> Result<()> {
        let batch = self.batch.load()?;
        let clock = Clock::get()?;
        // before all of it is funded, nobody was promised anything
        let ends = !batch.is_live() || batch.is_over(clock.unix_timestamp);
        require!(ends, TimelockError::BatchOpen);
        // so that no (address, generation) recurs
        require!(clock.slot > batch.generation, TimelockError::ClosedInOpeningSlot);
        let moved = [self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()];
        require_program(&self.token_program, &moved)?;
        require!(self.destination.key() != self.vault.key(), TimelockError::DestinationMismatch);
        batch.invariant()?;
        batch.covered_by(self.vault.amount)
    }
}

pub fn handle_batch_close(ctx: Context<BatchClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;

    // all of it: what is free, and what anybody donated
    let withdrawn = accounts.vault.amount;
    let (event, id, bump) = {
        let batch = accounts.batch.load()?;
        let event = BatchClosed {
            batch: accounts.batch.key(),
            generation: batch.generation,
            creator: batch.creator,
            destination: accounts.destination.key(),
            withdrawn,
            books: batch.books(),
        };
        (event, batch.id.to_le_bytes(), batch.bump)
    };
    let vault = Vault {
        tokens: accounts.vault.as_ref(),
        mint: &accounts.mint,
        token_program: &accounts.token_program,
    };
    let seeds: &[&[u8]] = &[BATCH_SEED, accounts.creator.key.as_ref(), &id, &[bump]];
    if withdrawn > 0 {
        vault.pay_out(accounts.batch.as_ref(), accounts.destination.as_ref(), withdrawn, seeds)?;
    }
    vault.close(accounts.batch.as_ref(), &accounts.creator, seeds)?;
    emit(&event, &accounts.event_authority)
}
