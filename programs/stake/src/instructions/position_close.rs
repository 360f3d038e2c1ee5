use agent_labs_common::stake::{Position, StakeVault, STAKE_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    error::StakeError,
    events::{emit, PoolState, PositionClosed, PositionState},
    state::{worth_of, PoolRules, PositionRules, VaultRules},
};

/// Anyone may do it: only rent is left in the position, and it goes to the staker.
#[derive(Accounts)]
pub struct PositionClose<'info> {
    #[account(mut, constraint = vault.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout)]
    pub vault: AccountLoader<'info, StakeVault>,
    #[account(
        mut,
        close = staker,
        has_one = vault @ StakeError::PositionMismatch,
        has_one = staker @ StakeError::StakerMismatch,
        constraint = position.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub position: AccountLoader<'info, Position>,
    /// CHECK: the one the position names; it only receives its rent.
    #[account(mut)]
    pub staker: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PositionClose<'_> {
    fn validate(&self) -> Result<()> {
        let position = self.position.load()?;
        let (active, cooling) = self.vault.load()?.pools(position.tranche()?);
        let worthless = worth_of(&position, &active, &cooling)? == (0, 0);
        require!(worthless, StakeError::PositionNotWorthless);
        Ok(())
    }
}

pub fn handle_position_close(ctx: Context<PositionClose>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate()?;

    let event = {
        let mut vault = accounts.vault.load_mut()?;
        let mut position = accounts.position.load_mut()?;
        let tranche = position.tranche()?;
        let position_before = PositionState::from(&*position);
        let before = vault.pools(tranche);
        let (mut active, mut cooling) = before;
        position.forget_wiped(&active, &cooling);
        active.leave(position.active_shares)?;
        cooling.leave(position.cooling_shares)?;
        vault.set_pools(tranche, (active, cooling));
        vault.positions = vault.positions.checked_sub(1).ok_or(StakeError::MathOverflow)?;
        vault.invariant()?;
        PositionClosed {
            vault: position.vault,
            agent: vault.agent,
            position: accounts.position.key(),
            staker: position.staker,
            tranche,
            position_before,
            active_before: PoolState::from(&before.0),
            active_after: PoolState::from(&active),
            cooling_before: PoolState::from(&before.1),
            cooling_after: PoolState::from(&cooling),
            returned: accounts.position.get_lamports(),
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
