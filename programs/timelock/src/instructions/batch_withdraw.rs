use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, BatchWithdrawn},
    state::Batch,
    token::require_program,
    vault::Vault,
};

#[derive(Accounts)]
pub struct BatchWithdraw<'info> {
    pub creator: Signer<'info>,
    #[account(
        mut,
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
    /// Wherever the creator wants it.
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

impl BatchWithdraw<'_> {
    fn validate(&self) -> Result<()> {
        let moved = [self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()];
        require_program(&self.token_program, &moved)?;
        require!(self.destination.key() != self.vault.key(), TimelockError::DestinationMismatch);
        Ok(())
    }
}

pub fn handle_batch_withdraw(ctx: Context<BatchWithdraw>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;
    let now = Clock::get()?.unix_timestamp;

    let (event, id, bump) = {
        let mut batch = accounts.batch.load_mut()?;
        let before = batch.books();
        let amount = batch.withdraw(now)?;
        batch.invariant()?;
        let event = BatchWithdrawn {
            batch: accounts.batch.key(),
            generation: batch.generation,
            creator: batch.creator,
            destination: accounts.destination.key(),
            amount,
            before,
            after: batch.books(),
        };
        (event, batch.id.to_le_bytes(), batch.bump)
    };
    let vault = Vault {
        tokens: accounts.vault.as_ref(),
        mint: &accounts.mint,
        token_program: &accounts.token_program,
    };
    let seeds: &[&[u8]] = &[BATCH_SEED, accounts.creator.key.as_ref(), &id, &[bump]];
    vault.pay_out(accounts.batch.as_ref(), accounts.destination.as_ref(), event.amount, seeds)?;
    accounts.batch.load()?.covered_by(vault.amount()?)?;
    emit(&event, &accounts.event_authority)
}
