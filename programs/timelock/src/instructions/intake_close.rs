use anchor_lang::prelude::*;

use crate::{
    constants::INTAKE_LAYOUT,
    error::TimelockError,
    events::{emit, IntakeClosed},
    state::Intake,
};

/// Only the account goes, not the address: money that waits there, or comes later, is locked once it is opened again,
/// which its terms allow anyone.
#[derive(Accounts)]
pub struct IntakeClose<'info> {
    pub recipient: Signer<'info>,
    #[account(
        mut,
        close = rent_payer,
        has_one = recipient @ TimelockError::NotIntakeRecipient,
        has_one = rent_payer @ TimelockError::RentPayerMismatch,
        constraint = intake.load()?.version == INTAKE_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub intake: AccountLoader<'info, Intake>,
    /// CHECK: the one the intake names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_intake_close(ctx: Context<IntakeClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let event = {
        let intake = accounts.intake.load()?;
        IntakeClosed {
            intake: accounts.intake.key(),
            recipient: intake.recipient,
            rent_payer: intake.rent_payer,
            terms: intake.terms(),
        }
    };
    emit(&event, &accounts.event_authority)
}
