use agent_labs_common::{
    registry::{Agent, AGENT_LAYOUT},
    stake::{Position, StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    constants::DISPUTE_LAYOUT,
    error::StakeError,
    events::{emit, DisputeAnswered},
    math,
    parties::require_of_agent,
    state::{Dispute, DisputeStatus},
    token,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct DisputeAnswerArgs {
    /// SHA-256 of what is stated.
    pub statement_hash: [u8; 32],
    /// Most that the author puts in as a bond, base units of the stake mint.
    pub bond: u64,
}

#[derive(Accounts)]
pub struct DisputeAnswer<'info> {
    /// The agent's owner, or a wallet whose shares are worth something; puts in as much as the claimant did.
    pub author: Signer<'info>,
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
    /// The author's; left out by the owner.
    #[account(
        has_one = vault @ StakeError::PositionMismatch,
        constraint = position.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub position: Option<AccountLoader<'info, Position>>,
    #[account(mut)]
    pub tokens: Box<Account<'info, TokenAccount>>,
    /// The author's; the token program checks that the author may spend from it.
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

impl DisputeAnswer<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let (dispute, agent) = (self.dispute.load()?, self.agent.load()?);
        let author = self.author.key();
        require!(now < dispute.response_ends_at, StakeError::ResponseOver);
        // who claims cannot take the agent's side, and its bond with it
        require_keys_neq!(author, dispute.claimant, StakeError::NotParty);
        require_of_agent(&agent, &*self.vault.load()?, self.position.as_ref(), &author)?;
        let open = !dispute.is_answered() || author == agent.owner;
        require!(open, StakeError::AlreadyAnswered);
        Ok(())
    }
}

pub fn handle_dispute_answer(ctx: Context<DisputeAnswer>, args: DisputeAnswerArgs) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let mut vault = accounts.vault.load_mut()?;
        let mut dispute = accounts.dispute.load_mut()?;
        let author = accounts.author.key();
        let mut bond = 0;
        if !dispute.is_answered() {
            bond = dispute.claimant_bond;
            require!(bond <= args.bond, StakeError::BondTooLow);
            dispute.status = DisputeStatus::Answered as u8;
            dispute.answerer = author;
            dispute.answer_bond = bond;
        }
        if dispute.answerer == author {
            dispute.answer_hash = args.statement_hash;
        } else {
            dispute.owner_hash = args.statement_hash;
        }
        let bonds_before = vault.bonds;
        vault.bonds = math::add(bonds_before, bond)?;
        dispute.invariant()?;
        DisputeAnswered {
            dispute: accounts.dispute.key(),
            vault: dispute.vault,
            agent: dispute.agent,
            author,
            answerer: dispute.answerer,
            statement_hash: args.statement_hash,
            bond,
            bonds_before,
            bonds_after: vault.bonds,
        }
    };
    if event.bond > 0 {
        let source = &accounts.source;
        token::pay_in(&accounts.author, source, &accounts.tokens, &accounts.token_program, event.bond)?;
    }
    token::check_books(&accounts.vault, &mut accounts.tokens)?;

    emit(&event, &ctx.accounts.event_authority)
}
