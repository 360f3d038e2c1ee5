use agent_labs_common::ids;
use anchor_lang::prelude::*;
use anchor_spl::token::{Mint, Token, TokenAccount};

use crate::{
    credits,
    error::EscrowError,
    events::{emit, CreditsBurned},
    math,
};

/// An exit: no pause stands in its way, so the config is not even read.
#[derive(Accounts)]
pub struct CreditsBurn<'info> {
    pub holder: Signer<'info>,
    #[account(mut, address = ids::CREDIT_MINT @ EscrowError::CreditMintMismatch)]
    pub mint: Account<'info, Mint>,
    /// The token program checks that the holder may spend from it.
    #[account(mut, constraint = source.mint == mint.key() @ EscrowError::MintMismatch)]
    pub source: Account<'info, TokenAccount>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl CreditsBurn<'_> {
    fn validate(&self, amount: u64) -> Result<()> {
        require!(amount > 0, EscrowError::AmountZero);
        Ok(())
    }
}

pub fn handle_credits_burn(ctx: Context<CreditsBurn>, amount: u64, reference: [u8; 32]) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(amount)?;

    let supply_before = accounts.mint.supply;
    credits::burn(
        accounts.mint.as_ref(),
        accounts.source.as_ref(),
        &accounts.holder,
        accounts.token_program.key,
        amount,
    )?;
    accounts.mint.reload()?;
    require!(accounts.mint.supply == math::sub(supply_before, amount)?, EscrowError::InvariantBroken);

    let event = CreditsBurned {
        mint: accounts.mint.key(),
        holder: accounts.holder.key(),
        source: accounts.source.key(),
        amount,
        reference,
        supply_before,
        supply_after: accounts.mint.supply,
    };
    emit(&event, &accounts.event_authority)
}
