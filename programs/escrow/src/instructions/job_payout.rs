use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::{JOB_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, JobPaid},
    math,
    state::{Job, Mandate},
    token,
};

/// Anyone may trigger it: where the money goes was fixed when the job opened.
#[derive(Accounts)]
pub struct JobPayout<'info> {
    #[account(
        mut,
        has_one = mint @ EscrowError::MintMismatch,
        has_one = vault @ EscrowError::VaultMismatch,
        has_one = token_program @ EscrowError::TokenProgramMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        constraint = job.load()?.version == JOB_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub job: AccountLoader<'info, Job>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// The associated token account of the job's payout owner.
    #[account(mut)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl JobPayout<'_> {
    fn validate(&self) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        let owner = self.job.load()?.payout_owner;
        token::require_associated(&self.destination, &owner, self.mint.as_ref())
    }
}

pub fn handle_job_payout(ctx: Context<JobPayout>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;
    let now = Clock::get()?.unix_timestamp;

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut job = accounts.job.load_mut()?;
        let gross = job.payable()?;
        require!(gross > 0, EscrowError::JobNothingPayable);
        let before = job.paid_gross;
        let after = math::add(before, gross)?;
        let fee = math::fee_between(before, after, job.fee_bps)?;

        job.paid_gross = after;
        job.last_payout_at = now;
        mandate.allotted = math::sub(mandate.allotted, gross)?;
        mandate.fees_accrued = math::add(mandate.fees_accrued, fee)?;
        job.invariant()?;
        JobPaid {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            generation: job.generation,
            payout_owner: job.payout_owner,
            gross,
            fee,
            net: math::sub(gross, fee)?,
            paid_gross_before: before,
            paid_gross_after: after,
            paid_at: now,
        }
    };
    token::pay_out(
        &accounts.mandate,
        &accounts.mint,
        &accounts.vault,
        &accounts.destination,
        &accounts.token_program,
        event.net,
    )?;
    token::check_books(&accounts.mandate, accounts.vault.as_ref())?;

    emit(&event, &ctx.accounts.event_authority)
}
