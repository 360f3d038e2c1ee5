use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::{
    associated_token::get_associated_token_address,
    token::{Token, TokenAccount},
};

use crate::{
    constants::{CREDIT_ISSUER_LAYOUT, CREDIT_PAYMENT_LAYOUT, CREDIT_PAYMENT_SEED},
    credits,
    error::EscrowError,
    events::{emit, CreditsMinted},
    math,
    state::{CreditIssuer, CreditPayment},
};

#[derive(Accounts)]
#[instruction(amount: u64, reference: [u8; 32])]
pub struct CreditsMint<'info> {
    pub issuer: Signer<'info>,
    /// Pays for the record of the payment, which stays.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        has_one = issuer @ EscrowError::NotIssuer,
        constraint = credit_issuer.load()?.version == CREDIT_ISSUER_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub credit_issuer: AccountLoader<'info, CreditIssuer>,
    /// CHECK: made here: whatever stands at its address is a payment that was credited before.
    #[account(
        mut,
        seeds = [CREDIT_PAYMENT_SEED, issuer.key().as_ref(), reference.as_ref()],
        bump,
        constraint = is_vacant(&payment) @ EscrowError::CreditPaymentUsed
    )]
    pub payment: UncheckedAccount<'info>,
    /// CHECK: at its one address only this program makes an account.
    #[account(mut, address = ids::CREDIT_MINT @ EscrowError::CreditMintMismatch)]
    pub mint: UncheckedAccount<'info>,
    /// CHECK: who is credited; the destination is its associated account.
    pub wallet: UncheckedAccount<'info>,
    #[account(mut)]
    pub destination: Account<'info, TokenAccount>,
    pub token_program: Program<'info, Token>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl CreditsMint<'_> {
    fn validate(&self, amount: u64, reference: &[u8; 32]) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::DEPOSIT), EscrowError::Paused);
        require!(amount > 0, EscrowError::AmountZero);
        require!(*reference != [0; 32], EscrowError::CreditReferenceMissing);
        require!(!self.mint.data_is_empty(), EscrowError::CreditsMissing);
        let wallet = self.wallet.key;
        let canonical = self.destination.owner == *wallet
            && self.destination.mint == ids::CREDIT_MINT
            && self.destination.key() == get_associated_token_address(wallet, &ids::CREDIT_MINT);
        require!(canonical, EscrowError::DestinationMismatch);
        Ok(())
    }

    /// Records the payment, so that it is credited once.
    fn record(&self, amount: u64, reference: &[u8; 32], bump: u8, now: i64) -> Result<()> {
        let issuer = self.issuer.key();
        let seeds: &[&[u8]] = &[CREDIT_PAYMENT_SEED, issuer.as_ref(), reference, &[bump]];
        let (payer, system) = (&self.rent_payer, &self.system_program);
        create(&crate::ID, payer, &self.payment, system, CreditPayment::SPACE, seeds)?;
        let mut payment = init_zero_copy::<CreditPayment>(&self.payment)?;
        (payment.version, payment.bump, payment.issuer) = (CREDIT_PAYMENT_LAYOUT, bump, issuer);
        (payment.reference, payment.wallet) = (*reference, self.wallet.key());
        (payment.amount, payment.minted_at) = (amount, now);
        payment.invariant()
    }
}

pub fn handle_credits_mint(ctx: Context<CreditsMint>, amount: u64, reference: [u8; 32]) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(amount, &reference)?;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut issuer = accounts.credit_issuer.load_mut()?;
        let minted_before = issuer.minted;
        issuer.charge(amount, now)?;
        issuer.invariant()?;
        CreditsMinted {
            mint: accounts.mint.key(),
            issuer: issuer.issuer,
            account: accounts.credit_issuer.key(),
            payment: accounts.payment.key(),
            reference,
            wallet: accounts.wallet.key(),
            destination: accounts.destination.key(),
            amount,
            day: issuer.day,
            minted_today_before: math::sub(issuer.minted_today, amount)?,
            minted_today_after: issuer.minted_today,
            minted_before,
            minted_after: issuer.minted,
            minted_at: now,
        }
    };
    accounts.record(amount, &reference, ctx.bumps.payment, now)?;
    credits::mint(&accounts.mint, accounts.destination.as_ref(), accounts.token_program.key, amount)?;
    emit(&event, &accounts.event_authority)
}
