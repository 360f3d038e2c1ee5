use agent_labs_common::create::{create, init_zero_copy, is_vacant};
use anchor_lang::prelude::*;

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, IntakeOpened},
    state::{Intake, IntakeTerms},
};

/// No pause holds it up: money may wait at the address already, and this is on its way out.
#[derive(Accounts)]
#[instruction(terms: IntakeTerms)]
pub struct IntakeOpen<'info> {
    /// Anyone: pays the rent, and gets it back.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    /// CHECK: only its address counts, with the terms' hash the intake's.
    pub recipient: UncheckedAccount<'info>,
    /// CHECK: made by this instruction; its address is derived, and nothing may be there.
    #[account(
        mut,
        seeds = [INTAKE_SEED, recipient.key().as_ref(), &terms.hash()],
        bump,
        constraint = is_vacant(&intake) @ TimelockError::AddressTaken
    )]
    pub intake: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl IntakeOpen<'_> {
    fn validate(&self, terms: &IntakeTerms) -> Result<()> {
        require!(self.recipient.key() != Pubkey::default(), TimelockError::RecipientInvalid);
        Ok(terms.validate()?)
    }
}

pub fn handle_intake_open(ctx: Context<IntakeOpen>, terms: IntakeTerms) -> Result<()> {
    let accounts = &ctx.accounts;
    accounts.validate(&terms)?;
    let (recipient, terms_hash, bump) = (accounts.recipient.key(), terms.hash(), ctx.bumps.intake);

    create(
        &crate::ID,
        &accounts.rent_payer,
        &accounts.intake,
        &accounts.system_program,
        Intake::SPACE,
        &[INTAKE_SEED, recipient.as_ref(), &terms_hash, &[bump]],
    )?;
    {
        let mut intake = init_zero_copy::<Intake>(&accounts.intake)?;
        intake.version = INTAKE_LAYOUT;
        intake.bump = bump;
        intake.recipient = recipient;
        intake.rent_payer = accounts.rent_payer.key();
        intake.id = terms.id;
        intake.mint = terms.mint;
        intake.min_amount = terms.min_amount;
        intake.cliff = terms.cliff;
        intake.duration = terms.duration;
        intake.period = terms.period;
        intake.terms_hash = terms_hash;
        intake.invariant()?;
    }

    let event = IntakeOpened {
        intake: accounts.intake.key(),
        recipient,
        rent_payer: accounts.rent_payer.key(),
        terms,
    };
    emit(&event, &accounts.event_authority)
}
