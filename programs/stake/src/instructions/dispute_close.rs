use agent_labs_common::{
    escrow::{ClaimEnd, ClaimPaid},
    ids,
    registry::{Agent, Config, AGENT_LAYOUT, CONFIG_VERSION},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::{prelude::*, AccountsClose};
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    claims::{Escrow, Payment},
    constants::DISPUTE_LAYOUT,
    error::StakeError,
    events::{emit, BondsPaid, DisputeEnded, ListChange, Slash, VaultPools},
    math,
    settlement::DisputeEnd,
    slash,
    state::{Dispute, SubjectKind},
    token,
};

/// Ends a dispute: by execution, or by withdrawal. Token accounts of those who get nothing are left out.
#[derive(Accounts)]
pub struct DisputeClose<'info> {
    /// Anyone executes; the claimant withdraws.
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
        has_one = tokens @ StakeError::VaultTokensMismatch,
        constraint = vault.load()?.version == STAKE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub vault: AccountLoader<'info, StakeVault>,
    #[account(
        mut,
        has_one = vault @ StakeError::DisputeMismatch,
        has_one = claimant @ StakeError::NotClaimant,
        has_one = mandate @ StakeError::DisputeMismatch,
        constraint = dispute.load()?.subject == subject.key() @ StakeError::DisputeMismatch,
        constraint = dispute.load()?.version == DISPUTE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub dispute: AccountLoader<'info, Dispute>,
    /// CHECK: the one the dispute names; gets its rent.
    #[account(mut)]
    pub claimant: UncheckedAccount<'info>,
    /// Before and after it in the vault's list, where there are such.
    #[account(mut, constraint = previous.load()?.version == DISPUTE_LAYOUT @ StakeError::UnknownLayout)]
    pub previous: Option<AccountLoader<'info, Dispute>>,
    #[account(mut, constraint = next.load()?.version == DISPUTE_LAYOUT @ StakeError::UnknownLayout)]
    pub next: Option<AccountLoader<'info, Dispute>>,
    #[account(mut)]
    pub tokens: Box<Account<'info, TokenAccount>>,
    /// Of the stake mint, any of the claimant's: takes slash and bond.
    #[account(mut)]
    pub claimant_tokens: Option<Box<Account<'info, TokenAccount>>>,
    /// Of the stake mint, any of the answerer's, of the owner's where nobody answered: takes bonds.
    #[account(mut)]
    pub answerer_tokens: Option<Box<Account<'info, TokenAccount>>>,
    /// Of the stake mint, any of an appellant's who is neither: takes bonds.
    #[account(mut)]
    pub appellant_tokens: Option<Box<Account<'info, TokenAccount>>>,
    /// Of the stake mint, any of the treasury's: takes the penalty.
    #[account(mut)]
    pub treasury_tokens: Option<Box<Account<'info, TokenAccount>>>,
    /// CHECK: the one the dispute names; escrow checks it.
    #[account(mut)]
    pub mandate: UncheckedAccount<'info>,
    /// CHECK: the one the dispute names; escrow checks it.
    #[account(mut)]
    pub subject: UncheckedAccount<'info>,
    /// The claim's mint.
    /// CHECK: escrow checks it.
    pub mandate_mint: UncheckedAccount<'info>,
    /// The mandate's token account.
    /// CHECK: escrow checks it.
    #[account(mut)]
    pub mandate_vault: UncheckedAccount<'info>,
    /// Of the claim's mint, any of the claimant's: takes what the hold pays. Of a job the mandate's token account,
    /// where the award stays.
    /// CHECK: escrow checks it.
    #[account(mut)]
    pub award_destination: UncheckedAccount<'info>,
    /// The claim's mint's; the stake mint's is `token_program`.
    /// CHECK: escrow checks it.
    pub mandate_token_program: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs for escrow.
    #[account(address = ids::CLAIM_AUTHORITY @ StakeError::ClaimAuthorityMismatch)]
    pub claim_authority: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = ids::escrow::ID @ StakeError::EscrowMismatch)]
    pub escrow_program: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = ids::escrow::EVENT_AUTHORITY @ StakeError::EscrowMismatch)]
    pub escrow_event_authority: UncheckedAccount<'info>,
    pub token_program: Program<'info, Token>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

type Tokens<'info> = Option<Box<Account<'info, TokenAccount>>>;

impl<'info> DisputeClose<'info> {
    fn validate_execution(&self, now: i64) -> Result<DisputeEnd> {
        let end = DisputeEnd::reached(&*self.dispute.load()?, now);
        end.ok_or(StakeError::NotExecutable.into())
    }

    fn validate_withdrawal(&self) -> Result<DisputeEnd> {
        let dispute = self.dispute.load()?;
        require_keys_eq!(self.authority.key(), dispute.claimant, StakeError::NotClaimant);
        require!(dispute.is_before_ruling(), StakeError::AlreadyRuled);
        Ok(DisputeEnd::Withdrawn)
    }

    /// Ends the claim at escrow. Says the loss, refunds not taken off, and what escrow made of it.
    fn close_claim(&self, end: DisputeEnd) -> Result<(u64, ClaimPaid)> {
        let (kind, claim) = {
            let dispute = self.dispute.load()?;
            let (loss, took_hold) = (end.loss(&dispute)?, dispute.held > 0);
            (dispute.subject_kind()?, ClaimEnd { loss, refunded_before: dispute.refunded, took_hold })
        };
        let escrow = Escrow {
            kind,
            claim_authority: &self.claim_authority,
            mandate: &self.mandate,
            subject: &self.subject,
            event_authority: &self.escrow_event_authority,
            program: &self.escrow_program,
        };
        let payment = Payment {
            mint: &self.mandate_mint,
            vault: &self.mandate_vault,
            destination: &self.award_destination,
            token_program: &self.mandate_token_program,
        };
        Ok((claim.loss, escrow.close(&payment, &claim)?))
    }

    /// Slashes the vault for `shortfall`, within its caps.
    fn slash(&self, vault: &mut StakeVault, dispute: &Dispute, shortfall: u64, now: i64) -> Result<Slash> {
        let before = VaultPools::from(&*vault);
        let (mut to_claimant, mut to_treasury) = (0, 0);
        if shortfall > 0 {
            dispute.roll_period(vault, now)?;
            let (due, penalty) = dispute.slash_due(vault, shortfall)?;
            let amount = math::add(due, penalty)?;
            let [first_loss, backers] = slash::slash(vault, amount)?;
            let taken = math::add(slash::total(first_loss)?, slash::total(backers)?)?;
            let paused = self.config.load()?.is_execution_paused(now);
            require!(taken == 0 || !paused, StakeError::ExecutionPaused);
            to_claimant = due.min(taken);
            to_treasury = math::sub(taken, to_claimant)?;
            // the rest of a wiped pool is no part of the slash, and of no cap
            vault.slashed_in_period = math::add(vault.slashed_in_period, amount.min(taken))?;
        }
        Ok(Slash {
            to_claimant,
            to_treasury,
            before,
            after: VaultPools::from(&*vault),
            slashed_after: vault.slashed,
            slashed_in_period: vault.slashed_in_period,
            period_started_at: vault.period_started_at,
        })
    }

    /// Splits the bonds, and takes them out of the vault's count.
    fn settle_bonds(&self, vault: &mut StakeVault, dispute: &Dispute, end: DisputeEnd) -> Result<BondsPaid> {
        let bonds = end.bonds(dispute)?;
        let bonds_before = vault.bonds;
        vault.bonds = math::sub(bonds_before, dispute.bonds_left()?)?;
        let owner = self.agent.load()?.owner;
        let beside = dispute.is_appealed_by_another();
        Ok(BondsPaid {
            claimant: bonds.claimant,
            answering_side: if dispute.is_answered() { dispute.answerer } else { owner },
            answerer: bonds.answerer,
            appealing_side: if beside { dispute.appellant } else { Pubkey::default() },
            appellant: bonds.appellant,
            bonds_before,
            bonds_after: vault.bonds,
        })
    }

    /// Takes the dispute out of the vault's list, where it is in it.
    fn unlink(&self, vault: &mut StakeVault, dispute: &Dispute) -> Result<ListChange> {
        let key = |neighbour: &Option<AccountLoader<Dispute>>| {
            neighbour.as_ref().map_or(Pubkey::default(), |neighbour| neighbour.key())
        };
        let (previous, next) = (dispute.previous, dispute.next);
        let theirs = (key(&self.previous), key(&self.next)) == (previous, next);
        require!(theirs, StakeError::DisputeListMismatch);
        if let Some(neighbour) = &self.previous {
            let mut neighbour = neighbour.load_mut()?;
            neighbour.next = next;
            neighbour.invariant()?;
        }
        let mut next_opened_at = 0;
        if let Some(neighbour) = &self.next {
            let mut neighbour = neighbour.load_mut()?;
            neighbour.previous = previous;
            neighbour.invariant()?;
            next_opened_at = neighbour.opened_at;
        }
        let this = self.dispute.key();
        if vault.first_dispute == this {
            (vault.first_dispute, vault.oldest_dispute_at) = (next, next_opened_at);
        }
        if vault.last_dispute == this {
            vault.last_dispute = previous;
        }
        vault.open_disputes = vault.open_disputes.checked_sub(1).ok_or(StakeError::MathOverflow)?;
        Ok(ListChange {
            previous,
            next,
            first_after: vault.first_dispute,
            last_after: vault.last_dispute,
            oldest_dispute_at: vault.oldest_dispute_at,
            open_disputes: vault.open_disputes,
        })
    }

    /// Changes the vault as the end says, and tells of it.
    fn settle(&self, end: DisputeEnd, loss: u64, claim: &ClaimPaid, now: i64) -> Result<Box<DisputeEnded>> {
        let mut vault = self.vault.load_mut()?;
        let dispute = self.dispute.load()?;
        // only a panel slashes, and only for a claim in the stake mint; of a job what is held covers it all
        let slashes = end.is_ruled() && dispute.mint == vault.mint && dispute.is_about(SubjectKind::Channel);
        let shortfall = if slashes { claim.shortfall } else { 0 };
        let slash = self.slash(&mut vault, &dispute, shortfall, now)?;
        let bonds = self.settle_bonds(&mut vault, &dispute, end)?;
        let list = self.unlink(&mut vault, &dispute)?;
        let lost = claim.paid > 0 || shortfall > 0;
        if lost {
            vault.disputes_lost = vault.disputes_lost.checked_add(1).ok_or(StakeError::MathOverflow)?;
        }
        Ok(Box::new(DisputeEnded {
            dispute: self.dispute.key(),
            vault: dispute.vault,
            agent: dispute.agent,
            subject: dispute.subject,
            generation: dispute.generation,
            claimant: dispute.claimant,
            mint: dispute.mint,
            authority: self.authority.key(),
            end,
            award_bps: end.award_bps(&dispute),
            loss,
            refunded_since: claim.refunded_since,
            paid: claim.paid,
            released: claim.released,
            shortfall: claim.shortfall,
            award_destination: self.award_destination.key(),
            slash,
            bonds,
            list,
            lost,
            disputes_lost: vault.disputes_lost,
            returned: self.dispute.get_lamports(),
        }))
    }

    /// Pays a party out of the vault; without an amount its account may be left out.
    fn pay(&self, destination: &Tokens<'info>, wallet: &Pubkey, amount: u64) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let destination = destination.as_ref().ok_or(StakeError::DestinationMismatch)?;
        token::require_owned(destination, wallet, &self.tokens.mint)?;
        token::pay_out(&self.vault, &self.tokens, destination, &self.token_program, amount)
    }

    fn pay_parties(&self, ended: &DisputeEnded) -> Result<()> {
        let DisputeEnded { slash, bonds, claimant, .. } = ended;
        let treasury = self.config.load()?.treasury;
        let of_claimant = math::add(slash.to_claimant, bonds.claimant)?;
        self.pay(&self.claimant_tokens, claimant, of_claimant)?;
        self.pay(&self.answerer_tokens, &bonds.answering_side, bonds.answerer)?;
        self.pay(&self.appellant_tokens, &bonds.appealing_side, bonds.appellant)?;
        self.pay(&self.treasury_tokens, &treasury, slash.to_treasury)
    }

    fn close(&mut self, end: DisputeEnd, now: i64) -> Result<()> {
        let (loss, claim) = self.close_claim(end)?;
        let ended = self.settle(end, loss, &claim, now)?;
        self.pay_parties(&ended)?;
        token::check_books(&self.vault, &mut self.tokens)?;
        self.dispute.close(self.claimant.to_account_info())?;
        emit(&*ended, &self.event_authority)
    }
}

pub fn handle_dispute_execute(ctx: Context<DisputeClose>) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let end = ctx.accounts.validate_execution(now)?;
    ctx.accounts.close(end, now)
}

pub fn handle_dispute_withdraw(ctx: Context<DisputeClose>) -> Result<()> {
    let end = ctx.accounts.validate_withdrawal()?;
    ctx.accounts.close(end, Clock::get()?.unix_timestamp)
}
