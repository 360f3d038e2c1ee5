use agent_labs_common::stake::StakeVault;
use anchor_lang::prelude::*;

use super::PoolState;
use crate::{settlement::DisputeEnd, state::SubjectKind};

/// A panel as it was when the dispute opened.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct PanelState {
    pub members: Vec<Pubkey>,
    pub threshold: u8,
}

#[event]
pub struct DisputeOpened {
    pub dispute: Pubkey,
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub nonce: u64,
    pub kind: SubjectKind,
    pub subject: Pubkey,
    pub generation: u64,
    pub mandate: Pubkey,
    pub claimant: Pubkey,
    /// Mint of claim, hold and refunds.
    pub mint: Pubkey,
    pub session_key: Pubkey,
    pub agent_key: Pubkey,
    pub payout_owner: Pubkey,
    pub tag: [u8; 16],
    pub per_call_max: u64,
    /// Base units.
    pub claim: u64,
    /// Taken from the payer's hold, base units.
    pub held: u64,
    /// Refunded so far, base units.
    pub refunded: u64,
    pub evidence_hash: [u8; 32],
    /// The claimant's, base units of the stake mint.
    pub bond: u64,
    pub panels: Vec<PanelState>,
    /// Base units of the stake mint.
    pub arbiter_fee: u64,
    pub slash_cap_dispute: u64,
    pub slash_cap_period: u64,
    /// Seconds.
    pub slash_period: i64,
    pub penalty_bps: u16,
    /// Unix seconds.
    pub opened_at: i64,
    pub response_ends_at: i64,
    pub ruling_ends_at: i64,
    pub deadline: i64,
    /// Seconds.
    pub appeal_window: i64,
    pub appeal_ruling_window: i64,
    /// Whether it can slash, and so is in the vault's list, as its last.
    pub listed: bool,
    /// Before it in the list; zero without.
    pub previous: Pubkey,
    /// Bonds of the vault's open disputes, base units.
    pub bonds_before: u64,
    pub bonds_after: u64,
}

/// The claimant cited a call that both sides signed.
#[event]
pub struct CallCited {
    pub dispute: Pubkey,
    pub agent: Pubkey,
    pub claimant: Pubkey,
    pub call: u32,
    pub request_hash: [u8; 32],
    pub response_hash: [u8; 32],
    /// Base units owed with this call.
    pub cumulative: u64,
    pub cited_before: u32,
    pub cited_after: u32,
}

#[event]
pub struct DisputeAnswered {
    pub dispute: Pubkey,
    pub vault: Pubkey,
    pub agent: Pubkey,
    /// Who stated it now.
    pub author: Pubkey,
    /// Who answered first; the bond is theirs.
    pub answerer: Pubkey,
    pub statement_hash: [u8; 32],
    /// Put in now, base units of the stake mint; 0 for a statement after the first.
    pub bond: u64,
    pub bonds_before: u64,
    pub bonds_after: u64,
}

#[event]
pub struct VoteCast {
    pub dispute: Pubkey,
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub arbiter: Pubkey,
    /// 0 for the first panel, 1 for the one that hears the appeal.
    pub panel: u8,
    /// Place in the panel.
    pub member: u8,
    /// Basis points of the claim.
    pub award_bps: u16,
    /// Votes so far.
    pub votes: u8,
    /// Base units of the stake mint, and where they went.
    pub fee: u64,
    pub destination: Pubkey,
    pub bonds_before: u64,
    pub bonds_after: u64,
}

/// A panel's threshold was reached.
#[event]
pub struct DisputeRuled {
    pub dispute: Pubkey,
    pub vault: Pubkey,
    pub agent: Pubkey,
    /// 0 for the first panel, 1 for the one that heard the appeal.
    pub panel: u8,
    /// The median, basis points of the claim.
    pub award_bps: u16,
    /// Unix seconds.
    pub ruled_at: i64,
    /// Until when it can be appealed against, Unix seconds; 0 where it is final.
    pub appeal_ends_at: i64,
}

#[event]
pub struct DisputeAppealed {
    pub dispute: Pubkey,
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub appellant: Pubkey,
    /// Base units of the stake mint.
    pub bond: u64,
    pub bonds_before: u64,
    pub bonds_after: u64,
    /// Unix seconds.
    pub appealed_at: i64,
    pub appeal_ruling_ends_at: i64,
}

/// A dispute is over, and its account gone.
#[event]
pub struct DisputeEnded {
    pub dispute: Pubkey,
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub subject: Pubkey,
    pub generation: u64,
    pub claimant: Pubkey,
    pub mint: Pubkey,
    /// Who brought it about.
    pub authority: Pubkey,
    pub end: DisputeEnd,
    /// Basis points of the claim.
    pub award_bps: u16,
    /// Base units of the claim's mint: what was lost, and of that refunded while the dispute was open, and paid
    /// from the hold; of the hold, back to the agent; of the loss, what neither made good.
    pub loss: u64,
    pub refunded_since: u64,
    pub paid: u64,
    pub released: u64,
    pub shortfall: u64,
    /// Where the hold's part went.
    pub award_destination: Pubkey,
    pub slash: Slash,
    pub bonds: BondsPaid,
    pub list: ListChange,
    /// Whether it cost the agent something, and how many disputes did.
    pub lost: bool,
    pub disputes_lost: u32,
    /// Lamports that went to the claimant.
    pub returned: u64,
}

/// What a `DisputeEnded` took of the vault, base units of the stake mint.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slash {
    pub to_claimant: u64,
    /// Penalty, and the rest of pools that were wiped.
    pub to_treasury: u64,
    pub before: VaultPools,
    pub after: VaultPools,
    /// In the vault's life.
    pub slashed_after: u64,
    /// In its present period.
    pub slashed_in_period: u64,
    /// Unix seconds.
    pub period_started_at: i64,
}

/// All pools of a vault.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct VaultPools {
    pub first_loss: PoolState,
    pub first_loss_cooling: PoolState,
    pub backers: PoolState,
    pub backers_cooling: PoolState,
}

impl From<&StakeVault> for VaultPools {
    fn from(vault: &StakeVault) -> Self {
        Self {
            first_loss: (&vault.first_loss).into(),
            first_loss_cooling: (&vault.first_loss_cooling).into(),
            backers: (&vault.backers).into(),
            backers_cooling: (&vault.backers_cooling).into(),
        }
    }
}

/// Where the bonds of a `DisputeEnded` went, base units of the stake mint.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct BondsPaid {
    /// To the claimant.
    pub claimant: u64,
    /// To whoever answered, else to the owner.
    pub answering_side: Pubkey,
    pub answerer: u64,
    /// To an appellant who is neither; the wallet is zero without one.
    pub appealing_side: Pubkey,
    pub appellant: u64,
    /// Of the vault's open disputes.
    pub bonds_before: u64,
    pub bonds_after: u64,
}

/// What a `DisputeEnded` changed of the vault's list of disputes.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListChange {
    /// Its neighbours, which follow each other from now on; zero without.
    pub previous: Pubkey,
    pub next: Pubkey,
    pub first_after: Pubkey,
    pub last_after: Pubkey,
    /// Unix seconds; 0 without one.
    pub oldest_dispute_at: i64,
    pub open_disputes: u32,
}
