use agent_labs_common::{
    create::{create, init_zero_copy},
    escrow::ClaimRight,
    ids,
    registry::{Agent, Config, Panel, AGENT_LAYOUT, CONFIG_VERSION},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::prelude::*;
use anchor_spl::token::{Token, TokenAccount};

use crate::{
    claims::Escrow,
    constants::{DISPUTE_LAYOUT, DISPUTE_SEED},
    error::StakeError,
    events::{emit, DisputeOpened, PanelState},
    math,
    parties::require_no_position,
    state::{Dispute, SubjectKind},
    token,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct DisputeOpenArgs {
    /// Base units of the mandate's mint.
    pub claim: u64,
    /// SHA-256 of what the claimant brings.
    pub evidence_hash: [u8; 32],
    /// Most that the claimant puts in as its bond, base units of the stake mint.
    pub bond: u64,
    /// What `subject` is; escrow refuses another.
    pub kind: SubjectKind,
}

/// Never paused: the config is read for the terms that the dispute keeps.
#[derive(Accounts)]
pub struct DisputeOpen<'info> {
    /// The mandate's payer; pays the bond, and the rent, which comes back.
    #[account(mut)]
    pub claimant: Signer<'info>,
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
    /// CHECK: made by this instruction at its derived address, where nothing ever was: numbers do not recur.
    #[account(mut)]
    pub dispute: UncheckedAccount<'info>,
    /// The last of the vault's list, where there is one.
    #[account(
        mut,
        constraint = last_dispute.load()?.version == DISPUTE_LAYOUT @ StakeError::UnknownLayout
    )]
    pub last_dispute: Option<AccountLoader<'info, Dispute>>,
    /// CHECK: escrow checks it.
    pub mandate: UncheckedAccount<'info>,
    /// CHECK: escrow checks it, and answers whose it is.
    #[account(mut)]
    pub subject: UncheckedAccount<'info>,
    /// The claimant's positions in the vault, which must not be there.
    /// CHECK: `require_no_position` derives it.
    pub first_loss_position: UncheckedAccount<'info>,
    /// CHECK: `require_no_position` derives it.
    pub backer_position: UncheckedAccount<'info>,
    #[account(mut)]
    pub tokens: Box<Account<'info, TokenAccount>>,
    /// The claimant's; the token program checks that the claimant may spend from it.
    #[account(mut, constraint = source.mint == tokens.mint @ StakeError::MintMismatch)]
    pub source: Box<Account<'info, TokenAccount>>,
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
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl<'info> DisputeOpen<'info> {
    fn validate(&self, args: &DisputeOpenArgs) -> Result<()> {
        require!(args.claim > 0, StakeError::AmountZero);
        let claimant = self.claimant.key();
        require_keys_neq!(self.agent.load()?.owner, claimant, StakeError::OwnAgent);
        let last = self.last_dispute.as_ref().map_or(Pubkey::default(), |last| last.key());
        require_keys_eq!(self.vault.load()?.last_dispute, last, StakeError::DisputeListMismatch);
        let positions = [self.first_loss_position.as_ref(), self.backer_position.as_ref()];
        require_no_position(&self.vault.key(), &claimant, positions, StakeError::ClaimantHasStake)
    }

    /// That the subject is this claimant's, to this agent, and the claim within what can pay it.
    fn require_entitled(&self, right: &ClaimRight, args: &DisputeOpenArgs) -> Result<()> {
        let claimant = self.claimant.key();
        require_keys_eq!(right.agent, self.agent.key(), StakeError::AgentMismatch);
        require_keys_eq!(right.payer, claimant, StakeError::NotPayer);
        let own = [right.payout_owner, right.agent_key].contains(&claimant);
        require!(!own, StakeError::OwnAgent);
        let most =
            if self.can_slash(right, args.kind) { self.config.load()?.slash_cap_dispute } else { right.held };
        require!(args.claim <= most, StakeError::ClaimTooHigh);
        Ok(())
    }

    /// No other mint can slash; and what a job's claim asks for is all held.
    fn can_slash(&self, right: &ClaimRight, kind: SubjectKind) -> bool {
        right.mint == self.tokens.mint && kind == SubjectKind::Channel
    }

    /// The claimant's bond, base units of the stake mint: it grows with the claim, and pays the first panel.
    fn bond(&self, right: &ClaimRight, claim: u64) -> Result<u64> {
        let config = self.config.load()?;
        let fees = math::times(u64::from(config.panels[0].threshold), config.arbiter_fee)?;
        // a claim in another mint has no measure in this one
        let of_claim =
            if right.mint == self.tokens.mint { math::share_up(claim, config.bond_bps)? } else { 0 };
        Ok(config.bond_min.max(of_claim).max(fees))
    }

    /// Makes the account, at the vault's next number.
    fn create_dispute(&self, nonce: u64) -> Result<u8> {
        let (subject, nonce) = (self.subject.key(), nonce.to_le_bytes());
        let seeds = [DISPUTE_SEED, subject.as_ref(), &nonce];
        let (derived, bump) = Pubkey::find_program_address(&seeds, &crate::ID);
        require_keys_eq!(self.dispute.key(), derived, StakeError::DisputeMismatch);
        let seeds: &[&[u8]] = &[DISPUTE_SEED, subject.as_ref(), &nonce, &[bump]];
        create(&crate::ID, &self.claimant, &self.dispute, &self.system_program, Dispute::SPACE, seeds)?;
        Ok(bump)
    }

    /// Puts the dispute at the end of the vault's list, and says what comes before it.
    fn link(&self, vault: &mut StakeVault, now: i64) -> Result<Pubkey> {
        let (key, before) = (self.dispute.key(), vault.last_dispute);
        if let Some(last) = &self.last_dispute {
            let mut last = last.load_mut()?;
            last.next = key;
            last.invariant()?;
        } else {
            (vault.first_dispute, vault.oldest_dispute_at) = (key, now);
        }
        vault.last_dispute = key;
        Ok(before)
    }

    /// Writes who disputes what with whom.
    fn write_parties(&self, dispute: &mut Dispute, right: &ClaimRight, args: &DisputeOpenArgs) {
        dispute.kind = args.kind as u8;
        dispute.subject = self.subject.key();
        dispute.generation = right.generation;
        dispute.agent = right.agent;
        dispute.vault = self.vault.key();
        dispute.mandate = self.mandate.key();
        dispute.claimant = self.claimant.key();
        dispute.mint = right.mint;
        dispute.session_key = right.session_key;
        dispute.agent_key = right.agent_key;
        dispute.payout_owner = right.payout_owner;
        dispute.tag = right.tag;
        dispute.per_call_max = right.per_call_max;
        dispute.claim = args.claim;
        dispute.held = right.held;
        dispute.refunded = right.refunded;
        dispute.evidence_hash = args.evidence_hash;
    }
}

/// Copies the config's terms into a dispute that opens at `now` (Unix seconds).
fn write_terms(dispute: &mut Dispute, config: &Config, now: i64) -> Result<()> {
    let windows = &config.windows;
    dispute.penalty_bps = config.penalty_bps;
    dispute.arbiter_fee = config.arbiter_fee;
    dispute.slash_cap_dispute = config.slash_cap_dispute;
    dispute.slash_cap_period = config.slash_cap_period;
    dispute.slash_period = windows.slash_period;
    dispute.panels = config.panels;
    dispute.appeal_window = windows.appeal;
    dispute.appeal_ruling_window = windows.appeal_ruling;
    dispute.opened_at = now;
    dispute.response_ends_at = math::after(now, windows.response)?;
    dispute.ruling_ends_at = math::after(dispute.response_ends_at, windows.ruling)?;
    let appeal_ends_at = math::after(dispute.ruling_ends_at, windows.appeal)?;
    dispute.deadline = math::after(appeal_ends_at, windows.appeal_ruling)?;
    Ok(())
}

fn told(panel: &Panel) -> PanelState {
    PanelState { members: panel.members().to_vec(), threshold: panel.threshold }
}

fn event_of(
    key: Pubkey,
    dispute: &Dispute,
    kind: SubjectKind,
    listed: bool,
    bonds: (u64, u64),
) -> Box<DisputeOpened> {
    Box::new(DisputeOpened {
        dispute: key,
        vault: dispute.vault,
        agent: dispute.agent,
        nonce: dispute.nonce,
        kind,
        subject: dispute.subject,
        generation: dispute.generation,
        mandate: dispute.mandate,
        claimant: dispute.claimant,
        mint: dispute.mint,
        session_key: dispute.session_key,
        agent_key: dispute.agent_key,
        payout_owner: dispute.payout_owner,
        tag: dispute.tag,
        per_call_max: dispute.per_call_max,
        claim: dispute.claim,
        held: dispute.held,
        refunded: dispute.refunded,
        evidence_hash: dispute.evidence_hash,
        bond: dispute.claimant_bond,
        panels: dispute.panels.iter().map(told).collect(),
        arbiter_fee: dispute.arbiter_fee,
        slash_cap_dispute: dispute.slash_cap_dispute,
        slash_cap_period: dispute.slash_cap_period,
        slash_period: dispute.slash_period,
        penalty_bps: dispute.penalty_bps,
        opened_at: dispute.opened_at,
        response_ends_at: dispute.response_ends_at,
        ruling_ends_at: dispute.ruling_ends_at,
        deadline: dispute.deadline,
        appeal_window: dispute.appeal_window,
        appeal_ruling_window: dispute.appeal_ruling_window,
        listed,
        previous: dispute.previous,
        bonds_before: bonds.0,
        bonds_after: bonds.1,
    })
}

pub fn handle_dispute_open(ctx: Context<DisputeOpen>, args: DisputeOpenArgs) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    accounts.validate(&args)?;
    let escrow = Escrow {
        kind: args.kind,
        claim_authority: &accounts.claim_authority,
        mandate: &accounts.mandate,
        subject: &accounts.subject,
        event_authority: &accounts.escrow_event_authority,
        program: &accounts.escrow_program,
    };
    let right = Box::new(escrow.open(args.claim)?);
    accounts.require_entitled(&right, &args)?;
    let bond = accounts.bond(&right, args.claim)?;
    require!(bond <= args.bond, StakeError::BondTooLow);
    let nonce = accounts.vault.load()?.next_dispute;
    let bump = accounts.create_dispute(nonce)?;

    let event = {
        let now = Clock::get()?.unix_timestamp;
        let mut vault = accounts.vault.load_mut()?;
        let mut dispute = init_zero_copy::<Dispute>(&accounts.dispute)?;
        dispute.version = DISPUTE_LAYOUT;
        dispute.bump = bump;
        dispute.nonce = nonce;
        accounts.write_parties(&mut dispute, &right, &args);
        write_terms(&mut dispute, &*accounts.config.load()?, now)?;
        dispute.claimant_bond = bond;
        // no stake waits for what cannot touch it
        let listed = accounts.can_slash(&right, args.kind);
        if listed {
            dispute.previous = accounts.link(&mut vault, now)?;
        }
        let bonds_before = vault.bonds;
        vault.bonds = math::add(bonds_before, bond)?;
        vault.next_dispute = math::add(nonce, 1)?;
        vault.open_disputes = vault.open_disputes.checked_add(1).ok_or(StakeError::MathOverflow)?;
        dispute.invariant()?;
        event_of(accounts.dispute.key(), &dispute, args.kind, listed, (bonds_before, vault.bonds))
    };
    token::pay_in(&accounts.claimant, &accounts.source, &accounts.tokens, &accounts.token_program, bond)?;
    token::check_books(&accounts.vault, &mut accounts.tokens)?;

    emit(&*event, &ctx.accounts.event_authority)
}
