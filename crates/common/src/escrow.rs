//! What escrow tells other programs.

use anchor_lang::prelude::*;

/// What a payer may rate by: escrow's answer (return data, Borsh) to `rating_consume`, which uses it up.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct RatingRight {
    pub channel: Pubkey,
    /// Tells this channel from an earlier one at the same address.
    pub generation: u64,
    pub agent: Pubkey,
    /// The mandate's payer: the only one who may use the right.
    pub payer: Pubkey,
    pub payout_owner: Pubkey,
    pub agent_key: Pubkey,
    /// Mint of the amounts.
    pub mint: Pubkey,
    pub ownership_epoch: u32,
    pub agent_version: u32,
    /// Paid out for a fee and not rated yet, base units.
    pub paid: u64,
    /// Refunded and not rated yet, base units: it can only lower a score.
    pub refunded: u64,
}
