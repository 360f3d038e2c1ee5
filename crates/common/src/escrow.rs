//! What escrow tells other programs.

use anchor_lang::{
    prelude::*,
    solana_program::instruction::{AccountMeta, Instruction},
};

use crate::ids;

/// Discriminator of escrow's `rating_consume`.
pub const RATING_CONSUME: [u8; 8] = [182, 253, 172, 58, 252, 123, 95, 171];

/// Escrow's `rating_consume`, signed by the rating authority.
pub fn rating_consume(mandate: Pubkey, channel: Pubkey) -> Instruction {
    Instruction {
        program_id: ids::escrow::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::RATING_AUTHORITY, true),
            AccountMeta::new_readonly(mandate, false),
            AccountMeta::new(channel, false),
        ],
        data: RATING_CONSUME.to_vec(),
    }
}

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

#[cfg(test)]
mod tests {
    #[test]
    fn discriminator_is_anchors() {
        let hash = solana_sha256_hasher::hash(b"global:rating_consume").to_bytes();
        assert_eq!(super::RATING_CONSUME, hash[..8]);
    }
}
