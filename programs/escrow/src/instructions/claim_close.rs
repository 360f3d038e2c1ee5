use agent_labs_common::{
    escrow::{ClaimEnd, ClaimPaid},
    ids,
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ClaimClosed},
    math,
    state::{Channel, Mandate},
    token,
};

/// Accounts and their order are `agent_labs_common::escrow::claim_close`'s.
#[derive(Accounts)]
pub struct ClaimClose<'info> {
    /// Stake's PDA: no other program can sign for it.
    #[account(address = ids::CLAIM_AUTHORITY @ EscrowError::NotClaimAuthority)]
    pub claim_authority: Signer<'info>,
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
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    /// Any account of the mint that the payer owns, so that nobody wedges a dispute by giving one away; needed
    /// where nothing is paid, too: anyone can make one.
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

impl ClaimClose<'_> {
    fn validate(&self) -> Result<()> {
        token::require_program(
            &self.token_program,
            &[self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()],
        )?;
        let is_payers =
            self.destination.owner == self.mandate.load()?.payer && self.destination.mint == self.vault.mint;
        require!(is_payers, EscrowError::DestinationMismatch);
        Ok(())
    }
}

pub fn handle_claim_close(ctx: Context<ClaimClose>, end: ClaimEnd) -> Result<ClaimPaid> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;

    let (event, outcome) = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut channel = accounts.channel.load_mut()?;
        let (held_before, refunded_before) = (channel.held, channel.refunded);
        let open_disputes_before = channel.open_disputes;
        let outcome = channel.close_claim(&end)?;
        mandate.allotted = math::sub(mandate.allotted, outcome.paid)?;
        channel.invariant()?;
        let closed = ClaimClosed {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            payer: mandate.payer,
            destination: accounts.destination.key(),
            loss: end.loss,
            refunded_since: outcome.refunded_since,
            paid: outcome.paid,
            released: outcome.released,
            shortfall: outcome.shortfall,
            took_hold: end.took_hold,
            held_before,
            held_after: channel.held,
            refunded_before,
            refunded_after: channel.refunded,
            open_disputes_before,
            open_disputes_after: channel.open_disputes,
        };
        (closed, outcome)
    };
    // a frozen account stands in the way of nothing but its own money
    if outcome.paid > 0 {
        token::pay_out(
            &accounts.mandate,
            &accounts.mint,
            &accounts.vault,
            &accounts.destination,
            &accounts.token_program,
            outcome.paid,
        )?;
    }
    token::check_books(&accounts.mandate, accounts.vault.as_ref())?;

    emit(&event, &ctx.accounts.event_authority)?;
    Ok(outcome)
}
