use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ReputationError,
    events::{emit, ResponseClosed},
    state::{epoch_of, Response},
};

/// Only of a closed agent, for until then it is what keeps a rating from being answered twice.
#[derive(Accounts)]
pub struct ResponseClose<'info> {
    #[account(
        mut,
        close = responder,
        has_one = agent @ ReputationError::AgentMismatch,
        has_one = responder @ ReputationError::RentPayerMismatch,
        constraint = response.load()?.version == LAYOUT @ ReputationError::UnknownLayout
    )]
    pub response: AccountLoader<'info, Response>,
    /// CHECK: the one the answer names; `epoch_of` reads it, agent or tombstone.
    pub agent: UncheckedAccount<'info>,
    /// CHECK: the one the answer names; it only receives its rent.
    #[account(mut)]
    pub responder: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ResponseClose<'_> {
    fn validate(&self) -> Result<()> {
        require!(epoch_of(&self.agent)?.is_none(), ReputationError::ResponseInUse);
        Ok(())
    }
}

pub fn handle_response_close(ctx: Context<ResponseClose>) -> Result<()> {
    ctx.accounts.validate()?;
    let event = {
        let response = ctx.accounts.response.load()?;
        response.invariant()?;
        ResponseClosed {
            response: ctx.accounts.response.key(),
            agent: response.agent,
            number: response.number,
            responder: response.responder,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
