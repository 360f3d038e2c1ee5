use anchor_lang::prelude::*;

use crate::{
    constants::MANDATE_LAYOUT,
    error::EscrowError,
    events::{emit, MandateKilled},
    state::Mandate,
};

#[derive(Accounts)]
pub struct MandateKill<'info> {
    pub payer: Signer<'info>,
    #[account(
        mut,
        has_one = payer @ EscrowError::PayerMismatch,
        constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateKill<'_> {
    fn validate(&self) -> Result<()> {
        require!(self.mandate.load()?.killed_at == 0, EscrowError::MandateKilled);
        Ok(())
    }
}

pub fn handle_mandate_kill(ctx: Context<MandateKill>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;

    let killed_at = Clock::get()?.unix_timestamp;
    {
        let mut mandate = accounts.mandate.load_mut()?;
        mandate.killed_at = killed_at;
        mandate.invariant()?;
    }

    let event = MandateKilled { mandate: accounts.mandate.key(), payer: accounts.payer.key(), killed_at };
    emit(&event, &ctx.accounts.event_authority)
}
