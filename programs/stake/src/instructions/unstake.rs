use agent_labs_common::{
    ids,
    registry::{Agent, AgentStatus, Config, AGENT_LAYOUT, CONFIG_VERSION},
    stake::{Position, StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    error::StakeError,
    events::{emit, PoolState, PositionState, Unstaked},
    math,
    state::{PositionRules, VaultRules},
};

/// Never paused: the config is read for its windows alone.
#[derive(Accounts)]
pub struct Unstake<'info> {
    /// The staker; anyone once the agent is retiring.
    pub authority: Signer<'info>,
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
    #[account(
        mut,
        has_one = vault @ StakeError::PositionMismatch,
        constraint = position.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub position: AccountLoader<'info, Position>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl Unstake<'_> {
    fn validate(&self, shares: u64) -> Result<()> {
        require!(shares > 0, StakeError::AmountZero);
        let position = self.position.load()?;
        if position.staker == self.authority.key() {
            return Ok(());
        }
        let retiring = self.agent.load()?.status == AgentStatus::Retiring as u8;
        require!(retiring, StakeError::NotStaker);
        // all at once, so that nobody restarts another's clock more than one time
        require!(shares == position.active_shares, StakeError::NotAllShares);
        Ok(())
    }
}

pub fn handle_unstake(ctx: Context<Unstake>, shares: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(shares)?;

    let event = {
        let unbonding = accounts.config.load()?.windows.unbonding;
        let until = math::after(Clock::get()?.unix_timestamp, unbonding)?;
        let mut vault = accounts.vault.load_mut()?;
        let mut position = accounts.position.load_mut()?;
        let tranche = position.tranche()?;
        let position_before = PositionState::from(&*position);
        let before = vault.pools(tranche);
        let amount = vault.cool(&mut position, shares, until)?;
        let after = vault.pools(tranche);
        vault.invariant()?;
        Unstaked {
            vault: position.vault,
            agent: vault.agent,
            position: accounts.position.key(),
            staker: position.staker,
            tranche,
            authority: accounts.authority.key(),
            shares,
            amount,
            position_before,
            position_after: PositionState::from(&*position),
            active_before: PoolState::from(&before.0),
            active_after: PoolState::from(&after.0),
            cooling_before: PoolState::from(&before.1),
            cooling_after: PoolState::from(&after.1),
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
