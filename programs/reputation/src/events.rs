pub use agent_labs_common::ids::reputation::EVENT_AUTHORITY;
use agent_labs_common::{
    escrow::SubjectKind,
    event,
    ids::reputation,
    reputation::{Score, Tally},
};
use anchor_lang::prelude::*;

use crate::{receipt::Facts, state::Standing};

/// Records an event by self-CPI; the account was checked against the authority's address.
pub fn emit<E: anchor_lang::Event>(event: &E, authority: &AccountInfo) -> Result<()> {
    event::emit(event, crate::ID, authority, reputation::EVENT_AUTHORITY_BUMP)
}

/// A `Tally` as an event carries it.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct TallyState {
    pub ratings: u64,
    pub weight: u64,
    pub weighted_stars: u64,
    pub volume: u64,
}

impl From<Tally> for TallyState {
    fn from(tally: Tally) -> Self {
        let Tally { ratings, weight, weighted_stars, volume } = tally;
        Self { ratings, weight, weighted_stars, volume }
    }
}

/// A `Score` as an event carries it.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct ScoreState {
    pub ownership_epoch: u32,
    pub agent_version: u32,
    pub payers: u32,
    pub previous_payers: u32,
    pub current: TallyState,
    pub version_tally: TallyState,
    pub previous: TallyState,
    pub ratings: u64,
}

impl From<&Score> for ScoreState {
    fn from(score: &Score) -> Self {
        Self {
            ownership_epoch: score.ownership_epoch,
            agent_version: score.agent_version,
            payers: score.payers,
            previous_payers: score.previous_payers,
            current: score.current.into(),
            version_tally: score.version_tally.into(),
            previous: score.previous.into(),
            ratings: score.ratings,
        }
    }
}

/// A leaf that is a receipt.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub merkle_tree: Pubkey,
    pub nonce: u64,
}

/// A paying customer rated an agent.
#[event]
pub struct AgentRated {
    pub facts: Facts,
    /// SHA-256 of the facts, as the receipt's address carries it.
    pub facts_hash: [u8; 32],
    /// What `facts.subject` is.
    pub kind: SubjectKind,
    pub standing: Standing,
    /// Weight of one base unit of the mint, basis points.
    pub mint_weight_bps: u32,
    /// What the rating counts, base units × the mint's weight.
    pub volume: u64,
    pub weight: u64,
    /// None where the receipt waits for a tree.
    pub leaf: Option<Leaf>,
    pub before: ScoreState,
    pub after: ScoreState,
}

/// The receipt of an earlier rating was minted.
#[event]
pub struct ReceiptMinted {
    pub facts: Facts,
    pub facts_hash: [u8; 32],
    pub leaf: Leaf,
}

/// The agent's side answered a rating.
#[event]
pub struct AgentResponded {
    pub response: Pubkey,
    pub agent: Pubkey,
    /// The agent's ownership epoch at the answer, which may be after the rating's.
    pub ownership_epoch: u32,
    /// The rating's, as its receipt says.
    pub number: u64,
    pub payer: Pubkey,
    pub facts_hash: [u8; 32],
    pub leaf: Leaf,
    /// SHA-256 of the answer's text, UTF-8.
    pub text_hash: [u8; 32],
    /// The owner, or a delegate of its; paid the rent.
    pub responder: Pubkey,
    pub responded_at: i64,
}

/// The answer of a closed agent gave its rent back.
#[event]
pub struct ResponseClosed {
    pub response: Pubkey,
    pub agent: Pubkey,
    pub number: u64,
    pub responder: Pubkey,
}

/// A tree takes a shard's receipts from now on.
#[event]
pub struct TreeRegistered {
    pub merkle_tree: Pubkey,
    pub tree: Pubkey,
    pub admin: Pubkey,
    pub shard: u8,
    pub depth: u8,
    pub buffer: u32,
    pub canopy: u8,
    pub capacity: u64,
    pub uri_base: String,
    /// The full tree that took them before.
    pub replaced: Option<Pubkey>,
    pub registered_at: i64,
}

#[event]
pub struct PairClosed {
    pub pair: Pubkey,
    pub agent: Pubkey,
    pub payer: Pubkey,
    pub ownership_epoch: u32,
    pub volume: u64,
    pub weight: u64,
    pub ratings: u64,
}

/// The score took over from the agent's stake vault what disputes cost the agent.
#[event]
pub struct ScoreSynced {
    pub score: Pubkey,
    pub agent: Pubkey,
    pub stake_vault: Pubkey,
    /// Pays the score's rent, and gets it back: who synced it, where it is new.
    pub rent_payer: Pubkey,
    pub is_new: bool,
    pub disputes_lost_before: u32,
    pub disputes_lost_after: u32,
    /// Base units of the vault's mint.
    pub slashed_before: u64,
    pub slashed_after: u64,
    /// Its ratings, which this leaves as they are.
    pub state: ScoreState,
}

#[event]
pub struct ScoreClosed {
    pub score: Pubkey,
    pub agent: Pubkey,
    pub rent_payer: Pubkey,
    pub state: ScoreState,
}
