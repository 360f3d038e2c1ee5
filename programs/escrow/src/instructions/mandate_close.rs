use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::MANDATE_LAYOUT,
    error::EscrowError,
    events::{emit, MandateClosed},
    state::Mandate,
    token,
};

#[derive(Accounts)]
pub struct MandateClose<'info> {
    #[account(mut)]
    pub payer: Signer<'info>,
    #[account(
        mut,
        close = payer,
        has_one = payer @ EscrowError::PayerMismatch,
        has_one = mint @ EscrowError::MintMismatch,
        has_one = vault @ EscrowError::VaultMismatch,
        has_one = token_program @ EscrowError::TokenProgramMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    #[account(mut, constraint = destination.mint == vault.mint @ EscrowError::MintMismatch)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateClose<'_> {
    fn validate(&self) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        let mandate = self.mandate.load()?;
        // so that no (address, generation) recurs
        require!(Clock::get()?.slot > mandate.generation, EscrowError::ClosedInOpeningSlot);
        require!(mandate.channels == 0, EscrowError::ChannelsRemain);
        require!(mandate.jobs == 0, EscrowError::JobsRemain);
        require!(mandate.fees_accrued == 0, EscrowError::FeesRemain);
        require!(self.destination.key() != self.vault.key(), EscrowError::DestinationMismatch);
        mandate.invariant()?;
        mandate.covered_by(self.vault.amount)
    }
}

pub fn handle_mandate_close(ctx: Context<MandateClose>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;

    // all of it: what is free, and what anybody donated
    let withdrawn = accounts.vault.amount;
    if withdrawn > 0 {
        token::pay_out(
            &accounts.mandate,
            &accounts.mint,
            &accounts.vault,
            &accounts.destination,
            &accounts.token_program,
            withdrawn,
        )?;
    }
    token::close_vault(&accounts.mandate, &accounts.vault, &accounts.payer, &accounts.token_program)?;

    let event = MandateClosed {
        mandate: accounts.mandate.key(),
        payer: accounts.payer.key(),
        generation: accounts.mandate.load()?.generation,
        withdrawn,
        destination: accounts.destination.key(),
    };
    emit(&event, &ctx.accounts.event_authority)
}
