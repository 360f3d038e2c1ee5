//! An example: a program of somebody else's that works with agents of the protocol, and with none below what its
//! keeper asks for. It reads three accounts through `agent-labs-trust` and calls nobody.

use agent_labs_trust::{Trust, Unreadable};
use anchor_lang::prelude::*;

declare_id!("TGaTeqYyrcJEzVqUPPGiLahfr8SBHxkWJ8f4zVtGdQp");

#[program]
pub mod trust_gate {
    use super::*;

    /// Opens the keeper's gate with what it asks of agents.
    pub fn gate_open(ctx: Context<GateOpen>, asks: Asks) -> Result<()> {
        let gate = &mut ctx.accounts.gate;
        (gate.keeper, gate.asks) = (ctx.accounts.keeper.key(), asks);
        Ok(())
    }

    /// Works with an agent: here it counts, elsewhere it would pay, list or hire. Signed by nobody.
    ///
    /// Errors: `NotAnAgent`, `ScoreMismatch`, `StakeVaultMismatch`, `LayoutUnknown`, `AgentStale`, `ScoreTooLow`,
    /// `TooFewPayers`, `StakeTooLow`, `DisputesTooMany`
    pub fn work(ctx: Context<Work>) -> Result<()> {
        let Work { gate, agent, score, stake_vault } = ctx.accounts;
        let trust = agent_labs_trust::read(agent, score, stake_vault).map_err(GateError::from)?;
        gate.asks.require(&trust, Clock::get()?.unix_timestamp)?;
        gate.worked = gate.worked.saturating_add(1);
        Ok(())
    }
}

/// What a keeper asks of agents.
#[derive(AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Debug)]
pub struct Asks {
    /// Thousandths of a star; 0 also takes agents that nobody has rated.
    pub min_mean: u32,
    /// Payers whose ratings weigh something: one friend with a wallet is cheaper than ten.
    pub min_payers: u32,
    /// Base units of `stake_mint`.
    pub min_stake: u64,
    pub stake_mint: Pubkey,
    pub max_disputes_lost: u32,
}

impl Asks {
    fn require(&self, trust: &Trust, now: i64) -> Result<()> {
        require!(trust.is_live(now), GateError::AgentStale);
        require!(trust.mean.unwrap_or(0) >= self.min_mean, GateError::ScoreTooLow);
        require!(trust.payers >= self.min_payers, GateError::TooFewPayers);
        require!(trust.stake_in(&self.stake_mint) >= self.min_stake, GateError::StakeTooLow);
        require!(trust.disputes_lost <= self.max_disputes_lost, GateError::DisputesTooMany);
        Ok(())
    }
}

/// `["gate", keeper]`
#[account]
#[derive(InitSpace)]
pub struct Gate {
    pub keeper: Pubkey,
    pub asks: Asks,
    pub worked: u64,
}

#[derive(Accounts)]
pub struct GateOpen<'info> {
    #[account(mut)]
    pub keeper: Signer<'info>,
    #[account(init, payer = keeper, space = 8 + Gate::INIT_SPACE, seeds = [b"gate", keeper.key().as_ref()], bump)]
    pub gate: Account<'info, Gate>,
    pub system_program: Program<'info, System>,
}

#[derive(Accounts)]
pub struct Work<'info> {
    #[account(mut)]
    pub gate: Account<'info, Gate>,
    /// CHECK: `agent_labs_trust::read` checks it.
    pub agent: UncheckedAccount<'info>,
    /// CHECK: `agent_labs_trust::read` checks it.
    pub score: UncheckedAccount<'info>,
    /// CHECK: `agent_labs_trust::read` checks it.
    pub stake_vault: UncheckedAccount<'info>,
}

#[error_code]
pub enum GateError {
    #[msg("The account is no agent of the protocol")]
    NotAnAgent,
    #[msg("The account is not the agent's score")]
    ScoreMismatch,
    #[msg("The account is not the agent's stake vault")]
    StakeVaultMismatch,
    #[msg("The protocol is newer than this program; update it")]
    LayoutUnknown,
    #[msg("The agent is not open for business, or has let its lease run out")]
    AgentStale,
    #[msg("Customers of the agent think less of it than this gate asks for")]
    ScoreTooLow,
    #[msg("Too few customers have rated the agent")]
    TooFewPayers,
    #[msg("Too little stands behind the agent")]
    StakeTooLow,
    #[msg("The agent has lost too many disputes")]
    DisputesTooMany,
}

impl From<Unreadable> for GateError {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::Agent => Self::NotAnAgent,
            Unreadable::Score => Self::ScoreMismatch,
            Unreadable::StakeVault => Self::StakeVaultMismatch,
            Unreadable::Layout | Unreadable::Borrowed => Self::LayoutUnknown,
        }
    }
}
