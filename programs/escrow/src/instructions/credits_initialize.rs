use agent_labs_common::{
    create::is_vacant,
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token::Token;

use crate::{
    constants::MAX_CREDIT_DECIMALS,
    credits,
    error::EscrowError,
    events::{emit, CreditsInitialized},
};

#[derive(Accounts)]
pub struct CreditsInitialize<'info> {
    pub admin: Signer<'info>,
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        has_one = admin @ EscrowError::NotAdmin,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made here, at its one address.
    #[account(
        mut,
        address = ids::CREDIT_MINT @ EscrowError::CreditMintMismatch,
        constraint = is_vacant(&mint) @ EscrowError::CreditsExist
    )]
    pub mint: UncheckedAccount<'info>,
    pub token_program: Program<'info, Token>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl CreditsInitialize<'_> {
    fn validate(&self, decimals: u8) -> Result<()> {
        require!(decimals <= MAX_CREDIT_DECIMALS, EscrowError::CreditDecimalsInvalid);
        Ok(())
    }
}

pub fn handle_credits_initialize(ctx: Context<CreditsInitialize>, decimals: u8) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(decimals)?;

    let (token_program, system_program) = (&accounts.token_program, &accounts.system_program);
    credits::open(&accounts.rent_payer, &accounts.mint, token_program, system_program, decimals)?;

    let event = CreditsInitialized { mint: accounts.mint.key(), admin: accounts.admin.key(), decimals };
    emit(&event, &accounts.event_authority)
}
