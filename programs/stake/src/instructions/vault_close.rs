use agent_labs_common::{
    registry::{Agent, AgentStatus, AGENT_LAYOUT},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    error::StakeError,
    events::{emit, VaultClosed},
    state::VaultRules,
    token,
};

/// The agent's account is there as long as the vault is: no agent with a vault is closed.
#[derive(Accounts)]
pub struct VaultClose<'info> {
    /// The agent's owner, where there never was a dispute; anyone once it is retiring.
    pub authority: Signer<'info>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ StakeError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        mut,
        close = rent_payer,
        has_one = agent @ StakeError::AgentMismatch,
        has_one = tokens @ StakeError::VaultTokensMismatch,
        has_one = rent_payer @ StakeError::RentPayerMismatch,
        constraint = vault.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub vault: AccountLoader<'info, StakeVault>,
    #[account(mut)]
    pub tokens: Account<'info, TokenAccount>,
    /// Takes what was donated: any token account of the agent's owner.
    #[account(mut)]
    pub destination: Account<'info, TokenAccount>,
    /// CHECK: the one the vault names; it only receives its rent.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl VaultClose<'_> {
    fn validate(&self) -> Result<()> {
        let (agent, vault) = (self.agent.load()?, self.vault.load()?);
        let retiring = agent.status == AgentStatus::Retiring as u8;
        // a vault that saw a dispute stays: its history cannot be shed, nor a dispute's address recur
        let entitled = retiring || (self.authority.key() == agent.owner && vault.next_dispute == 0);
        require!(entitled, StakeError::CloseNotAllowed);
        // without positions no pool holds anything: part of the vault's invariant
        require!(vault.positions == 0, StakeError::PositionsRemain);
        vault.invariant()?;
        require!(vault.open_disputes == 0, StakeError::DisputeOpen);
        token::require_owned(&self.destination, &agent.owner, &vault.mint)
    }
}

pub fn handle_vault_close(ctx: Context<VaultClose>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;

    let donated = accounts.tokens.amount;
    if donated > 0 {
        token::pay_out(
            &accounts.vault,
            &accounts.tokens,
            &accounts.destination,
            &accounts.token_program,
            donated,
        )?;
    }
    token::close(&accounts.vault, &accounts.tokens, &accounts.rent_payer, &accounts.token_program)?;

    let event = {
        let vault = accounts.vault.load()?;
        VaultClosed {
            vault: accounts.vault.key(),
            agent: vault.agent,
            authority: accounts.authority.key(),
            rent_payer: vault.rent_payer,
            donated,
            destination: accounts.destination.key(),
            staked: vault.staked,
            returned: vault.returned,
            slashed: vault.slashed,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
