use agent_labs_common::{
    ids,
    registry::{Agent, Config, AGENT_LAYOUT, CONFIG_VERSION},
    stake::{Position, StakeVault, Tranche, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    error::StakeError,
    events::{emit, PoolState, PositionState, Released, TrancheReleased},
    math,
    state::VaultRules,
};

/// Anyone may do it: what happens is fixed by the change of owner.
#[derive(Accounts)]
pub struct TrancheRelease<'info> {
    #[account(
        address = ids::CONFIG @ StakeError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ StakeError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ StakeError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        mut,
        has_one = agent @ StakeError::AgentMismatch,
        constraint = vault.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub vault: AccountLoader<'info, StakeVault>,
    /// The former owner's first-loss position; left out where the tranche is empty.
    #[account(
        mut,
        has_one = vault @ StakeError::PositionMismatch,
        constraint = position.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub position: Option<AccountLoader<'info, Position>>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl TrancheRelease<'_> {
    fn validate(&self) -> Result<()> {
        let (agent, vault) = (self.agent.load()?, self.vault.load()?);
        let behind = vault.ownership_epoch < agent.ownership_epoch;
        require!(behind, StakeError::NothingToRelease);
        Ok(())
    }

    /// Cools what the former owner has in the tranche. All of it is in one position: only the owner of an
    /// epoch stakes in it, and no other epoch begins before this.
    fn release(&self, vault: &mut StakeVault, until: i64) -> Result<Option<Released>> {
        let before = vault.pools(Tranche::FirstLoss);
        if before.0.shares == 0 {
            return Ok(None);
        }
        let loader = self.position.as_ref().ok_or(StakeError::FormerPositionMissing)?;
        let mut position = loader.load_mut()?;
        let shares = position.active_shares;
        let holds_it = position.tranche == Tranche::FirstLoss as u8
            && position.active_epoch == before.0.epoch
            && shares == before.0.shares;
        require!(holds_it, StakeError::NotFormerPosition);

        let position_before = PositionState::from(&*position);
        let amount = vault.cool(&mut position, shares, until)?;
        let after = vault.pools(Tranche::FirstLoss);
        Ok(Some(Released {
            position: loader.key(),
            staker: position.staker,
            shares,
            amount,
            position_before,
            position_after: PositionState::from(&*position),
            active_before: PoolState::from(&before.0),
            active_after: PoolState::from(&after.0),
            cooling_before: PoolState::from(&before.1),
            cooling_after: PoolState::from(&after.1),
        }))
    }
}

pub fn handle_tranche_release(ctx: Context<TrancheRelease>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;

    let event = {
        let unbonding = accounts.config.load()?.windows.unbonding;
        let until = math::after(Clock::get()?.unix_timestamp, unbonding)?;
        let mut vault = accounts.vault.load_mut()?;
        let released = accounts.release(&mut vault, until)?;
        let old_epoch = vault.ownership_epoch;
        vault.ownership_epoch = accounts.agent.load()?.ownership_epoch;
        vault.invariant()?;
        TrancheReleased {
            vault: accounts.vault.key(),
            agent: vault.agent,
            old_epoch,
            new_epoch: vault.ownership_epoch,
            released,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
