use anchor_lang::prelude::*;
use anchor_spl::token::{self as spl_token, CloseAccount, Token, TokenAccount};

use crate::{
    constants::*,
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
        has_one = vault @ EscrowError::VaultMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(mut)]
    pub vault: Account<'info, TokenAccount>,
    #[account(mut, constraint = destination.mint == vault.mint @ EscrowError::MintMismatch)]
    pub destination: Account<'info, TokenAccount>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateClose<'_> {
    fn validate(&self) -> Result<()> {
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
            &accounts.vault,
            &accounts.destination,
            &accounts.token_program,
            withdrawn,
        )?;
    }
    let (id, bump, generation) = {
        let mandate = accounts.mandate.load()?;
        (mandate.id.to_le_bytes(), [mandate.bump], mandate.generation)
    };
    let payer = accounts.payer.key();
    let seeds: &[&[u8]] = &[MANDATE_SEED, payer.as_ref(), &id, &bump];
    spl_token::close_account(CpiContext::new_with_signer(
        accounts.token_program.to_account_info(),
        CloseAccount {
            account: accounts.vault.to_account_info(),
            destination: accounts.payer.to_account_info(),
            authority: accounts.mandate.to_account_info(),
        },
        &[seeds],
    ))?;

    let event = MandateClosed {
        mandate: accounts.mandate.key(),
        payer,
        generation,
        withdrawn,
        destination: accounts.destination.key(),
    };
    emit(&event, &ctx.accounts.event_authority)
}
