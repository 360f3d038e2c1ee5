use agent_labs_common::{
    create::is_vacant,
    registry::{Agent, AGENT_LAYOUT},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    error::ReputationError,
    events::{emit, ScoreSynced},
    records::Maker,
    state::ScoreRules,
};

#[derive(Accounts)]
pub struct ScoreSync<'info> {
    /// Anyone; pays the rent of a new score.
    #[account(mut)]
    pub payer: Signer<'info>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ ReputationError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    /// Stake makes one vault for an agent, so that the agent it names tells it.
    #[account(
        has_one = agent @ ReputationError::AgentMismatch,
        constraint = stake_vault.load()?.version == STAKE_LAYOUT @ ReputationError::UnknownLayout
    )]
    pub stake_vault: AccountLoader<'info, StakeVault>,
    /// CHECK: `Maker::score` checks it, or makes it.
    #[account(mut)]
    pub score: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_score_sync(ctx: Context<ScoreSync>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let (agent, is_new) = (accounts.agent.key(), is_vacant(&accounts.score));
    let ownership_epoch = accounts.agent.load()?.ownership_epoch;
    let maker = Maker { payer: &accounts.payer, system: &accounts.system_program };

    let event = {
        let vault = accounts.stake_vault.load()?;
        let mut score = maker.score(&accounts.score, &agent, ownership_epoch)?;
        let (disputes_lost_before, slashed_before) = (score.disputes_lost, score.slashed);
        score.sync(vault.disputes_lost, vault.slashed)?;
        score.invariant()?;
        ScoreSynced {
            score: accounts.score.key(),
            agent,
            stake_vault: accounts.stake_vault.key(),
            rent_payer: score.rent_payer,
            is_new,
            disputes_lost_before,
            disputes_lost_after: score.disputes_lost,
            slashed_before,
            slashed_after: score.slashed,
            state: (&*score).into(),
        }
    };
    emit(&event, &accounts.event_authority)
}
