use agent_labs_common::{
    registry::{Agent, AgentStatus, AGENT_LAYOUT},
    stake::{Position, StakeVault, STAKE_LAYOUT},
};
use anchor_lang::{prelude::*, AccountsClose};
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    error::StakeError,
    events::{emit, PoolState, PositionState, Withdrawn},
    math,
    state::{PoolRules, PositionRules, VaultRules},
    token,
};

/// No pause stands in the way of an exit, so the config is not even read.
#[derive(Accounts)]
pub struct Withdraw<'info> {
    /// Anyone: where the money goes is the staker's own.
    pub authority: Signer<'info>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ StakeError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        mut,
        has_one = agent @ StakeError::AgentMismatch,
        has_one = tokens @ StakeError::VaultTokensMismatch,
        constraint = vault.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub vault: AccountLoader<'info, StakeVault>,
    #[account(
        mut,
        has_one = vault @ StakeError::PositionMismatch,
        has_one = staker @ StakeError::StakerMismatch,
        constraint = position.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub position: AccountLoader<'info, Position>,
    /// CHECK: the one the position names; gets its rent where nothing is left in it.
    #[account(mut)]
    pub staker: UncheckedAccount<'info>,
    #[account(mut)]
    pub tokens: Account<'info, TokenAccount>,
    /// The staker's: any token account where the staker signs, else the associated one.
    #[account(mut)]
    pub destination: Account<'info, TokenAccount>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl Withdraw<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let (vault, position) = (self.vault.load()?, self.position.load()?);
        let (_, cooling) = vault.pools(position.tranche()?);
        let cools = position.cooling_shares > 0 && position.cooling_epoch == cooling.epoch;
        require!(cools, StakeError::NothingCooling);
        require!(now >= position.cooling_until, StakeError::StillCooling);
        let disputed = vault.is_disputed_before(position.cooling_until);
        require!(!disputed, StakeError::DisputeOpen);

        token::require_owned(&self.destination, &position.staker, &vault.mint)?;
        // Who gave an associated account away cannot keep a retiring agent open by it: any other one will do.
        let chosen = self.authority.key() == position.staker
            || token::is_associated(&self.destination, &position.staker)
            || self.agent.load()?.status == AgentStatus::Retiring as u8;
        require!(chosen, StakeError::DestinationMismatch);
        Ok(())
    }
}

pub fn handle_withdraw(ctx: Context<Withdraw>) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let mut vault = accounts.vault.load_mut()?;
        let mut position = accounts.position.load_mut()?;
        let tranche = position.tranche()?;
        let (active, mut cooling) = vault.pools(tranche);
        let (position_before, cooling_before) = (PositionState::from(&*position), PoolState::from(&cooling));
        position.forget_wiped(&active, &cooling);
        let shares = std::mem::take(&mut position.cooling_shares);
        position.cooling_until = 0;
        let amount = cooling.leave(shares)?;
        vault.set_pools(tranche, (active, cooling));
        vault.returned = math::add(vault.returned, amount)?;
        let closed = position.is_empty();
        if closed {
            vault.positions = vault.positions.checked_sub(1).ok_or(StakeError::MathOverflow)?;
        }
        position.invariant(&active, &cooling)?;
        Withdrawn {
            vault: position.vault,
            agent: vault.agent,
            position: accounts.position.key(),
            staker: position.staker,
            tranche,
            authority: accounts.authority.key(),
            destination: accounts.destination.key(),
            shares,
            amount,
            closed,
            position_before,
            position_after: PositionState::from(&*position),
            cooling_before,
            cooling_after: PoolState::from(&cooling),
        }
    };
    token::pay_out(
        &accounts.vault,
        &accounts.tokens,
        &accounts.destination,
        &accounts.token_program,
        event.amount,
    )?;
    token::check_books(&accounts.vault, &mut accounts.tokens)?;
    if event.closed {
        accounts.position.close(accounts.staker.to_account_info())?;
    }

    emit(&event, &ctx.accounts.event_authority)
}
