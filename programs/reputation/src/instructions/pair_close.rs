use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ReputationError,
    events::{emit, PairClosed},
    state::{epoch_of, Pair},
};

/// A right counts in its own epoch and the next; closed any earlier, a pair would start anew with full weight.
#[derive(Accounts)]
pub struct PairClose<'info> {
    #[account(
        mut,
        close = payer,
        has_one = agent @ ReputationError::AgentMismatch,
        has_one = payer @ ReputationError::RentPayerMismatch,
        constraint = pair.load()?.version == LAYOUT @ ReputationError::UnknownLayout
    )]
    pub pair: AccountLoader<'info, Pair>,
    /// CHECK: the one the pair names; `epoch_of` reads it, agent or tombstone.
    pub agent: UncheckedAccount<'info>,
    /// CHECK: the one the pair names; it only receives its rent.
    #[account(mut)]
    pub payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PairClose<'_> {
    fn validate(&self) -> Result<()> {
        if let Some(epoch) = epoch_of(&self.agent)? {
            let last = self.pair.load()?.ownership_epoch.saturating_add(1);
            require!(epoch > last, ReputationError::PairInUse);
        }
        Ok(())
    }
}

pub fn handle_pair_close(ctx: Context<PairClose>) -> Result<()> {
    ctx.accounts.validate()?;
    let event = {
        let pair = ctx.accounts.pair.load()?;
        pair.invariant()?;
        PairClosed {
            pair: ctx.accounts.pair.key(),
            agent: pair.agent,
            payer: pair.payer,
            ownership_epoch: pair.ownership_epoch,
            volume: pair.volume,
            weight: pair.weight,
            ratings: pair.ratings,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
