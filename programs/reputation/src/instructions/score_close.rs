use agent_labs_common::reputation::{Score, REPUTATION_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    error::ReputationError,
    events::{emit, ScoreClosed},
    state::{epoch_of, ScoreRules},
};

/// A closed agent's handle is never registered again, so that no later agent takes over the address.
#[derive(Accounts)]
pub struct ScoreClose<'info> {
    #[account(
        mut,
        close = rent_payer,
        has_one = agent @ ReputationError::AgentMismatch,
        has_one = rent_payer @ ReputationError::RentPayerMismatch,
        constraint = score.load()?.version == REPUTATION_LAYOUT @ ReputationError::UnknownLayout
    )]
    pub score: AccountLoader<'info, Score>,
    /// CHECK: the one the score names; `epoch_of` reads it, agent or tombstone.
    pub agent: UncheckedAccount<'info>,
    /// CHECK: the one the score names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ScoreClose<'_> {
    fn validate(&self) -> Result<()> {
        require!(epoch_of(&self.agent)?.is_none(), ReputationError::ScoreInUse);
        Ok(())
    }
}

pub fn handle_score_close(ctx: Context<ScoreClose>) -> Result<()> {
    ctx.accounts.validate()?;
    let event = {
        let score = ctx.accounts.score.load()?;
        score.invariant()?;
        ScoreClosed {
            score: ctx.accounts.score.key(),
            agent: score.agent,
            rent_payer: score.rent_payer,
            state: (&*score).into(),
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
