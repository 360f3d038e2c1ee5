//! What escrow tells other programs.

use anchor_lang::{
    prelude::*,
    solana_program::instruction::{AccountMeta, Instruction},
};

use crate::ids;

/// Discriminator of escrow's `rating_consume`.
pub const RATING_CONSUME: [u8; 8] = [182, 253, 172, 58, 252, 123, 95, 171];

/// Discriminator of escrow's `claim_open`.
pub const CLAIM_OPEN: [u8; 8] = [207, 147, 136, 115, 100, 238, 249, 95];
/// Discriminator of escrow's `claim_close`.
pub const CLAIM_CLOSE: [u8; 8] = [34, 235, 82, 2, 194, 160, 74, 226];

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

/// Escrow's `claim_open`, signed by the claim authority; answers a `ClaimRight`.
pub fn claim_open(mandate: Pubkey, channel: Pubkey, claim: u64) -> Result<Instruction> {
    Ok(Instruction {
        program_id: ids::escrow::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::CLAIM_AUTHORITY, true),
            AccountMeta::new_readonly(mandate, false),
            AccountMeta::new(channel, false),
            AccountMeta::new_readonly(ids::escrow::EVENT_AUTHORITY, false),
            AccountMeta::new_readonly(ids::escrow::ID, false),
        ],
        data: [CLAIM_OPEN.as_slice(), &claim.to_le_bytes()].concat(),
    })
}

/// What may be claimed of a channel, and of whom: escrow's answer (return data, Borsh) to `claim_open`, which
/// counts the claim and takes the hold up to it.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct ClaimRight {
    pub channel: Pubkey,
    /// Tells this channel from an earlier one at the same address.
    pub generation: u64,
    pub agent: Pubkey,
    /// The mandate's payer: the only one who may claim.
    pub payer: Pubkey,
    pub payout_owner: Pubkey,
    /// Signs the channel's vouchers.
    pub session_key: Pubkey,
    /// Signs the agent's responses.
    pub agent_key: Pubkey,
    /// Mint of the amounts.
    pub mint: Pubkey,
    /// Tag of the channel's vouchers and response proofs.
    pub tag: [u8; 16],
    pub ownership_epoch: u32,
    pub agent_version: u32,
    /// Most that one call may cost, base units.
    pub per_call_max: u64,
    /// Taken from the payer's hold for this claim, base units.
    pub held: u64,
    /// Given back by the agent so far, base units, what claims were paid left out: what is added while the claim is
    /// open counts toward its loss.
    pub refunded: u64,
}

/// How a claim ends; of `claim_close`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimEnd {
    /// What the payer lost, base units, refunds not yet taken off.
    pub loss: u64,
    /// `ClaimRight::refunded` of the opening.
    pub refunded_before: u64,
    /// Whether the claim took the hold.
    pub took_hold: bool,
}

/// Accounts of escrow's `claim_close`.
#[derive(Clone, Copy, Debug)]
pub struct ClaimCloseAccounts {
    pub mandate: Pubkey,
    pub channel: Pubkey,
    /// The mandate's.
    pub mint: Pubkey,
    /// The mandate's token account.
    pub vault: Pubkey,
    /// The payer's token account.
    pub destination: Pubkey,
    /// The mint's.
    pub token_program: Pubkey,
}

/// Escrow's `claim_close`, signed by the claim authority; answers a `ClaimPaid`.
pub fn claim_close(accounts: &ClaimCloseAccounts, end: &ClaimEnd) -> Result<Instruction> {
    let mut data = CLAIM_CLOSE.to_vec();
    end.serialize(&mut data)?;
    Ok(Instruction {
        program_id: ids::escrow::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::CLAIM_AUTHORITY, true),
            AccountMeta::new(accounts.mandate, false),
            AccountMeta::new(accounts.channel, false),
            AccountMeta::new_readonly(accounts.mint, false),
            AccountMeta::new(accounts.vault, false),
            AccountMeta::new(accounts.destination, false),
            AccountMeta::new_readonly(accounts.token_program, false),
            AccountMeta::new_readonly(ids::escrow::EVENT_AUTHORITY, false),
            AccountMeta::new_readonly(ids::escrow::ID, false),
        ],
        data,
    })
}

/// What the end of a claim brought, base units: escrow's answer (return data, Borsh) to `claim_close`.
///
/// `loss = refunded_since (up to the loss) + paid + shortfall`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimPaid {
    /// Given back by the agent while the claim was open, up to the loss.
    pub refunded_since: u64,
    /// Paid to the payer out of the hold.
    pub paid: u64,
    /// Of the hold, back to what the agent is paid from.
    pub released: u64,
    /// Of the loss, what neither refunds nor the hold made good.
    pub shortfall: u64,
}

#[cfg(test)]
mod tests {
    #[test]
    fn discriminators_are_anchors() {
        for (name, known) in [
            ("rating_consume", super::RATING_CONSUME),
            ("claim_open", super::CLAIM_OPEN),
            ("claim_close", super::CLAIM_CLOSE),
        ] {
            let hash = solana_sha256_hasher::hash(format!("global:{name}").as_bytes()).to_bytes();
            assert_eq!(known, hash[..8], "{name}");
        }
    }
}
