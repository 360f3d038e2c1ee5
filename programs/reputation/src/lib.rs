//! Reputation: what paying customers say of an agent, and a receipt of each rating that nobody can sell.
//!
//! A rating spends a right that paid-out settlement left in escrow. It counts in the agent's `Score`, and
//! leaves a compressed NFT (Bubblegum V1) that belongs to the agent's account in the registry.
//!
//! Every instruction can fail with `MathOverflow`, `InvariantBroken`, `UnknownLayout` or an error of Anchor’s;
//! the special errors of each stand with it.

use agent_labs_common::escrow::SubjectKind;
use anchor_lang::prelude::*;

pub mod bubblegum;
pub mod compression;
pub mod constants;
pub mod error;
pub mod events;
pub mod instructions;
pub mod math;
pub mod receipt;
pub mod records;
pub mod right;
pub mod state;
pub mod tree_size;

use instructions::*;

declare_id!("AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee");

#[program]
pub mod reputation {
    use super::*;

    /// Makes a prepared Merkle tree the one that a shard's receipts go to. Signed by the config's admin, who
    /// pays the rent of the records; it stays, since receipts must stay provable.
    ///
    /// Errors: `NotAdmin`, `ConfigMismatch`, `ShardInvalid`, `TreeNotPrepared`, `TreeSizeInvalid`,
    /// `UriBaseInvalid`, `TreeNotFull`, `TreeMismatch`, `TreeExists`, `TreePoolMismatch`
    pub fn tree_register(ctx: Context<TreeRegister>, args: TreeRegisterArgs) -> Result<()> {
        handle_tree_register(ctx, args)
    }

    /// Rates an agent with 1 to 5 stars by the right that a channel or a job carries. Signed by the mandate's payer,
    /// who pays the rent of the records. The receipt is minted at once where the shard's tree is passed and has
    /// room; else it is kept until `receipt_mint`.
    ///
    /// Errors: `StarsInvalid`, `Paused`, `RightMismatch`, `NotPayer`, `SelfRating`, `RatingByDelegate`,
    /// `BackerRating`, `DelegatesMismatch`, `PositionMismatch`, `ScoreMismatch`, `PairMismatch`, `ReceiptMismatch`,
    /// `TreeAccountsMissing`, `TreeMismatch`, `ConfigMismatch`, and escrow's `RatingRightMissing`, `MandateMismatch`
    pub fn rate(ctx: Context<Rate>, stars: u8, kind: SubjectKind) -> Result<()> {
        handle_rate(ctx, stars, kind)
    }

    /// Mints the receipt of a rating that found no tree; its rent goes back to the payer. Signed by nobody;
    /// never paused.
    ///
    /// Errors: `TreeMismatch`, `TreeFull`, `AgentMismatch`, `RentPayerMismatch`
    pub fn receipt_mint(ctx: Context<ReceiptMint>) -> Result<()> {
        handle_receipt_mint(ctx)
    }

    /// Answers a rating, once, by the hash of a text. The receipt's leaf proves the rating: the proof's nodes from the
    /// leaf up are the remaining accounts, less those of the tree's canopy. Signed by the agent's owner, or a
    /// delegate that may, who pays the rent. Never paused.
    ///
    /// Errors: `ResponseExists`, `ResponseMismatch`, `ResponseEmpty`, `NotAgentSide`, `DelegatesMismatch`,
    /// `DelegatesVoid`, `DelegateExpired`, `DelegateNotPermitted`, `NotAgentsRating`, `TreeMismatch`, `LeafMissing`,
    /// and account compression's for a proof that is none
    pub fn respond<'info>(ctx: Context<'_, '_, '_, 'info, Respond<'info>>, args: RespondArgs) -> Result<()> {
        handle_respond(ctx, args)
    }

    /// Ends an answer of a closed agent; its rent goes back to whoever gave it. Signed by nobody; never paused.
    ///
    /// Errors: `ResponseInUse`, `AgentMismatch`, `RentPayerMismatch`
    pub fn response_close(ctx: Context<ResponseClose>) -> Result<()> {
        handle_response_close(ctx)
    }

    /// Ends the record of a payer's ratings once they can count no more; its rent goes back to the payer.
    /// Signed by nobody; never paused.
    ///
    /// Errors: `PairInUse`, `AgentMismatch`, `RentPayerMismatch`
    pub fn pair_close(ctx: Context<PairClose>) -> Result<()> {
        handle_pair_close(ctx)
    }

    /// Takes over from the agent's stake vault what disputes cost it, into a new score where there is none: its rent
    /// is the payer's, who signs and may be anyone. Never paused.
    ///
    /// Errors: `ScoreUnchanged`, `ScoreMismatch`, `AgentMismatch`
    pub fn score_sync(ctx: Context<ScoreSync>) -> Result<()> {
        handle_score_sync(ctx)
    }

    /// Ends the score of a closed agent; its rent goes back to whoever paid it. Signed by nobody; never paused.
    ///
    /// Errors: `ScoreInUse`, `AgentMismatch`, `RentPayerMismatch`
    pub fn score_close(ctx: Context<ScoreClose>) -> Result<()> {
        handle_score_close(ctx)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn id_is_the_one_others_know() {
        assert_eq!(crate::ID, agent_labs_common::ids::reputation::ID);
    }
}
