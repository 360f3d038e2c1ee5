use agent_labs_common::{
    registry::{Agent, AGENT_LAYOUT},
    stake::{Position, StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    constants::DISPUTE_LAYOUT,
    error::StakeError,
    events::{emit, DisputeAppealed},
    math,
    parties::require_of_agent,
    state::{Dispute, DisputeStatus},
    token,
};

#[derive(Accounts)]
pub struct DisputeAppeal<'info> {
    /// The claimant, the agent's owner, or a wallet whose shares are worth something.
    pub appellant: Signer<'info>,
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
        has_one = vault @ StakeError::DisputeMismatch,
        constraint = dispute.load()?.version == DISPUTE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub dispute: AccountLoader<'info, Dispute>,
    /// The appellant's; left out by claimant and owner.
    #[account(
        has_one = vault @ StakeError::PositionMismatch,
        constraint = position.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub position: Option<AccountLoader<'info, Position>>,
    #[account(mut)]
    pub tokens: Box<Account<'info, TokenAccount>>,
    /// The appellant's; the token program checks that the appellant may spend from it.
    #[account(mut, constraint = source.mint == tokens.mint @ StakeError::MintMismatch)]
    pub source: Box<Account<'info, TokenAccount>>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl DisputeAppeal<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let dispute = self.dispute.load()?;
        require!(!dispute.is_before_ruling(), StakeError::AppealNotOpen);
        let open = dispute.is(DisputeStatus::Ruled) && now < dispute.appeal_ends_at;
        require!(open, StakeError::AppealOver);
        let appellant = self.appellant.key();
        if appellant == dispute.claimant {
            return Ok(());
        }
        let (agent, vault) = (self.agent.load()?, self.vault.load()?);
        require_of_agent(&agent, &vault, self.position.as_ref(), &appellant)
    }
}

pub fn handle_dispute_appeal(ctx: Context<DisputeAppeal>, most: u64) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(now)?;

    let event = {
        let mut vault = accounts.vault.load_mut()?;
        let mut dispute = accounts.dispute.load_mut()?;
        let fees = math::times(u64::from(dispute.panels[1].threshold), dispute.arbiter_fee)?;
        let bond = math::times(dispute.claimant_bond, 2)?.max(fees);
        require!(bond <= most, StakeError::BondTooLow);
        dispute.status = DisputeStatus::Appealed as u8;
        dispute.appellant = accounts.appellant.key();
        dispute.appeal_bond = bond;
        dispute.appealed_at = now;
        dispute.appeal_ruling_ends_at = math::after(now, dispute.appeal_ruling_window)?;
        let bonds_before = vault.bonds;
        vault.bonds = math::add(bonds_before, bond)?;
        dispute.invariant()?;
        DisputeAppealed {
            dispute: accounts.dispute.key(),
            vault: dispute.vault,
            agent: dispute.agent,
            appellant: dispute.appellant,
            bond,
            bonds_before,
            bonds_after: vault.bonds,
            appealed_at: now,
            appeal_ruling_ends_at: dispute.appeal_ruling_ends_at,
        }
    };
    let (source, tokens) = (&accounts.source, &accounts.tokens);
    token::pay_in(&accounts.appellant, source, tokens, &accounts.token_program, event.bond)?;
    token::check_books(&accounts.vault, &mut accounts.tokens)?;

    emit(&event, &ctx.accounts.event_authority)
}
