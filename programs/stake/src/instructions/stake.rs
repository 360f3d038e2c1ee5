use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{pause, Agent, AgentStatus, Config, AGENT_LAYOUT, CONFIG_VERSION},
    stake::{Position, StakeVault, Tranche, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    constants::POSITION_SEED,
    error::StakeError,
    events::{emit, PoolState, PositionState, Staked},
    math,
    state::{load_position, PoolRules, PositionRules, VaultRules},
    token,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct StakeArgs {
    pub tranche: Tranche,
    /// Base units of the stake mint.
    pub amount: u64,
}

#[derive(Accounts)]
pub struct Stake<'info> {
    /// Pays the position's rent where this makes it.
    #[account(mut)]
    pub staker: Signer<'info>,
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
        has_one = tokens @ StakeError::VaultTokensMismatch,
        constraint = vault.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub vault: AccountLoader<'info, StakeVault>,
    // Vacant at first: derived then, read and compared afterwards, which spares the search for its bump.
    /// CHECK: `open_position` derives it, `load_position` checks owner, discriminator and layout.
    #[account(mut)]
    pub position: UncheckedAccount<'info>,
    #[account(mut)]
    pub tokens: Account<'info, TokenAccount>,
    /// The staker's; the token program checks that the staker may spend from it.
    #[account(mut, constraint = source.mint == tokens.mint @ StakeError::MintMismatch)]
    pub source: Account<'info, TokenAccount>,
    pub token_program: Program<'info, Token>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl Stake<'_> {
    fn validate(&self, args: &StakeArgs) -> Result<()> {
        let (agent, vault) = (self.agent.load()?, self.vault.load()?);
        require!(!self.config.load()?.is_paused(pause::STAKE), StakeError::Paused);
        require!(args.amount > 0, StakeError::AmountZero);
        require!(agent.status != AgentStatus::Retiring as u8, StakeError::AgentRetiring);
        if args.tranche == Tranche::FirstLoss {
            require_keys_eq!(agent.owner, self.staker.key(), StakeError::NotOwner);
            let released = vault.ownership_epoch == agent.ownership_epoch;
            require!(released, StakeError::TrancheNotReleased);
        }
        Ok(())
    }

    /// Makes the position. Its bump is searched for here alone, 1,500 compute units a step.
    fn open_position(&self, tranche: Tranche, now: i64) -> Result<()> {
        let (vault, staker) = (self.vault.key(), self.staker.key());
        let seeds = [POSITION_SEED, vault.as_ref(), staker.as_ref(), &[tranche as u8]];
        let (derived, bump) = Pubkey::find_program_address(&seeds, &crate::ID);
        require_keys_eq!(self.position.key(), derived, StakeError::PositionMismatch);
        create(
            &crate::ID,
            &self.staker,
            &self.position,
            &self.system_program,
            Position::SPACE,
            &[POSITION_SEED, vault.as_ref(), staker.as_ref(), &[tranche as u8], &[bump]],
        )?;
        let mut position = init_zero_copy::<Position>(&self.position)?;
        position.version = STAKE_LAYOUT;
        position.bump = bump;
        position.tranche = tranche as u8;
        position.vault = vault;
        position.staker = staker;
        position.opened_at = now;
        Ok(())
    }
}

pub fn handle_stake(ctx: Context<Stake>, args: StakeArgs) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(&args)?;
    let StakeArgs { tranche, amount } = args;

    let opened = is_vacant(&accounts.position);
    if opened {
        accounts.open_position(tranche, Clock::get()?.unix_timestamp)?;
    }
    let event = {
        // the position first: the vault in its place is told from it, not found borrowed
        let mut position = load_position(&accounts.position)?;
        let mut vault = accounts.vault.load_mut()?;
        let (in_vault, by_staker) = (position.vault, position.staker);
        let theirs = in_vault == accounts.vault.key() && by_staker == accounts.staker.key();
        require!(theirs && position.tranche == tranche as u8, StakeError::PositionMismatch);

        let (mut active, cooling) = vault.pools(tranche);
        let (position_before, active_before) = (PositionState::from(&*position), PoolState::from(&active));
        position.forget_wiped(&active, &cooling);
        let shares = active.enter(amount)?;
        position.active_shares = math::add(position.active_shares, shares)?;
        vault.set_pools(tranche, (active, cooling));
        vault.staked = math::add(vault.staked, amount)?;
        if opened {
            vault.positions = vault.positions.checked_add(1).ok_or(StakeError::MathOverflow)?;
        }
        position.invariant(&active, &cooling)?;
        Staked {
            vault: in_vault,
            agent: vault.agent,
            position: accounts.position.key(),
            staker: by_staker,
            tranche,
            amount,
            shares,
            opened,
            position_before,
            position_after: PositionState::from(&*position),
            active_before,
            active_after: PoolState::from(&active),
        }
    };
    token::pay_in(&accounts.staker, &accounts.source, &accounts.tokens, &accounts.token_program, amount)?;
    token::check_books(&accounts.vault, &mut accounts.tokens)?;

    emit(&event, &ctx.accounts.event_authority)
}
