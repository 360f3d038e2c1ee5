use agent_labs_common::{
    registry::{Agent, AGENT_LAYOUT},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    constants::{BPS, DISPUTE_LAYOUT},
    error::StakeError,
    events::{emit, DisputeRuled, VoteCast},
    math,
    parties::{require_impartial, require_no_position},
    state::{Dispute, DisputeStatus},
    token,
};

#[derive(Accounts)]
pub struct DisputeVote<'info> {
    /// A member of the panel that decides now.
    pub arbiter: Signer<'info>,
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
    /// The agent's delegates, whether there are any or not.
    /// CHECK: `require_impartial` reads it, or derives it.
    pub delegates: UncheckedAccount<'info>,
    /// The arbiter's positions in the vault, which must not be there.
    /// CHECK: `require_no_position` derives it.
    pub first_loss_position: UncheckedAccount<'info>,
    /// CHECK: `require_no_position` derives it.
    pub backer_position: UncheckedAccount<'info>,
    #[account(mut)]
    pub tokens: Box<Account<'info, TokenAccount>>,
    /// Any token account of the arbiter's; takes the fee.
    #[account(mut)]
    pub destination: Box<Account<'info, TokenAccount>>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

/// Whose vote it is.
struct Seat {
    /// Index of the panel.
    panel: usize,
    /// Place in it.
    member: usize,
}

impl DisputeVote<'_> {
    fn validate(&self, award_bps: u16, now: i64) -> Result<Seat> {
        require!(award_bps <= BPS, StakeError::AwardInvalid);
        let dispute = self.dispute.load()?;
        let panel = deciding_panel(&dispute, now)?;
        let arbiter = self.arbiter.key();
        let member = dispute.panels[panel].members().iter().position(|member| *member == arbiter);
        let member = member.ok_or(StakeError::NotArbiter)?;
        require!(!dispute.votes[panel].has(member), StakeError::AlreadyVoted);

        require_impartial(&dispute, &*self.agent.load()?, &self.delegates, &arbiter)?;
        let positions = [self.first_loss_position.as_ref(), self.backer_position.as_ref()];
        require_no_position(&self.vault.key(), &arbiter, positions, StakeError::ArbiterHasStake)?;
        token::require_owned(&self.destination, &arbiter, &self.vault.load()?.mint)?;
        Ok(Seat { panel, member })
    }
}

/// Index of the panel that decides at `now` (Unix seconds). Votes begin where the response window ends, whether or
/// not somebody answered: an early answer cuts no evidence off, and a late one finds no case ruled.
fn deciding_panel(dispute: &Dispute, now: i64) -> Result<usize> {
    let (panel, ends_at) = if dispute.is_before_ruling() {
        require!(now >= dispute.response_ends_at, StakeError::VotingNotOpen);
        (0, dispute.ruling_ends_at)
    } else if dispute.is(DisputeStatus::Appealed) {
        (1, dispute.appeal_ruling_ends_at)
    } else {
        return err!(StakeError::VotingOver);
    };
    require!(now < ends_at, StakeError::VotingOver);
    Ok(panel)
}

/// Counts a vote, and makes it a ruling where it reaches the panel's threshold.
fn count(dispute: &mut Dispute, seat: &Seat, award_bps: u16, now: i64) -> Result<bool> {
    let Seat { panel, member } = *seat;
    dispute.votes[panel].add(member, award_bps);
    dispute.fees_paid = math::add(dispute.fees_paid, dispute.arbiter_fee)?;
    if dispute.votes[panel].count() < dispute.panels[panel].threshold {
        return Ok(false);
    }
    dispute.awards[panel] = dispute.votes[panel].median();
    if panel == 0 {
        dispute.status = DisputeStatus::Ruled as u8;
        dispute.ruled_at = now;
        dispute.appeal_ends_at = math::after(now, dispute.appeal_window)?;
    } else {
        dispute.status = DisputeStatus::Final as u8;
    }
    Ok(true)
}

pub fn handle_dispute_vote(ctx: Context<DisputeVote>, award_bps: u16) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let seat = accounts.validate(award_bps, now)?;

    let (cast, ruled) = {
        let mut vault = accounts.vault.load_mut()?;
        let mut dispute = accounts.dispute.load_mut()?;
        let has_ruled = count(&mut dispute, &seat, award_bps, now)?;
        let bonds_before = vault.bonds;
        vault.bonds = math::sub(bonds_before, dispute.arbiter_fee)?;
        dispute.invariant()?;
        let key = accounts.dispute.key();
        let ruled = has_ruled.then(|| DisputeRuled {
            dispute: key,
            vault: dispute.vault,
            agent: dispute.agent,
            panel: seat.panel as u8,
            award_bps: dispute.awards[seat.panel],
            ruled_at: now,
            appeal_ends_at: if seat.panel == 0 { dispute.appeal_ends_at } else { 0 },
        });
        let cast = VoteCast {
            dispute: key,
            vault: dispute.vault,
            agent: dispute.agent,
            arbiter: accounts.arbiter.key(),
            panel: seat.panel as u8,
            member: seat.member as u8,
            award_bps,
            votes: dispute.votes[seat.panel].count(),
            fee: dispute.arbiter_fee,
            destination: accounts.destination.key(),
            bonds_before,
            bonds_after: vault.bonds,
        };
        (cast, ruled)
    };
    if cast.fee > 0 {
        let (tokens, destination) = (&accounts.tokens, &accounts.destination);
        token::pay_out(&accounts.vault, tokens, destination, &accounts.token_program, cast.fee)?;
    }
    token::check_books(&accounts.vault, &mut accounts.tokens)?;

    emit(&cast, &ctx.accounts.event_authority)?;
    match ruled {
        Some(ruled) => emit(&ruled, &ctx.accounts.event_authority),
        None => Ok(()),
    }
}
