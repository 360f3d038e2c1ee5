//! What escrow tells other programs.

use anchor_lang::{
    prelude::*,
    solana_program::instruction::{AccountMeta, Instruction},
};

use crate::ids;

/// Discriminator of escrow's `rating_consume`.
pub const RATING_CONSUME: [u8; 8] = [182, 253, 172, 58, 252, 123, 95, 171];
/// Discriminator of escrow's `job_rating_consume`.
pub const JOB_RATING_CONSUME: [u8; 8] = [188, 44, 199, 127, 241, 141, 183, 206];

/// Discriminator of escrow's `claim_open`.
pub const CLAIM_OPEN: [u8; 8] = [207, 147, 136, 115, 100, 238, 249, 95];
/// Discriminator of escrow's `claim_close`.
pub const CLAIM_CLOSE: [u8; 8] = [34, 235, 82, 2, 194, 160, 74, 226];
/// Discriminator of escrow's `job_claim_open`.
pub const JOB_CLAIM_OPEN: [u8; 8] = [247, 227, 0, 95, 167, 167, 96, 21];
/// Discriminator of escrow's `job_claim_close`.
pub const JOB_CLAIM_CLOSE: [u8; 8] = [141, 83, 7, 210, 51, 189, 143, 110];

/// What is disputed or rated. Stored as a `u8`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum SubjectKind {
    /// A generation of an escrow channel.
    Channel = 0,
    /// A generation of an escrow job.
    Job = 1,
}

/// Escrow's `rating_consume`, or `job_rating_consume`, signed by the rating authority; answers a `RatingRight`.
pub fn rating_consume(kind: SubjectKind, mandate: Pubkey, subject: Pubkey) -> Instruction {
    let discriminator = match kind {
        SubjectKind::Channel => RATING_CONSUME,
        SubjectKind::Job => JOB_RATING_CONSUME,
    };
    Instruction {
        program_id: ids::escrow::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::RATING_AUTHORITY, true),
            AccountMeta::new_readonly(mandate, false),
            AccountMeta::new(subject, false),
        ],
        data: discriminator.to_vec(),
    }
}

/// What a payer may rate by: escrow's answer (return data, Borsh) to `rating_consume` and `job_rating_consume`,
/// which use it up.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct RatingRight {
    pub kind: SubjectKind,
    /// The channel or the job.
    pub subject: Pubkey,
    /// Tells this subject from an earlier one at the same address.
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
    /// Refunded, or of a job returned, and not rated yet, base units: it can only lower a score.
    pub refunded: u64,
}

/// Escrow's `claim_open`, or `job_claim_open`, signed by the claim authority; answers a `ClaimRight`.
pub fn claim_open(kind: SubjectKind, mandate: Pubkey, subject: Pubkey, claim: u64) -> Result<Instruction> {
    let discriminator = match kind {
        SubjectKind::Channel => CLAIM_OPEN,
        SubjectKind::Job => JOB_CLAIM_OPEN,
    };
    Ok(Instruction {
        program_id: ids::escrow::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::CLAIM_AUTHORITY, true),
            AccountMeta::new_readonly(mandate, false),
            AccountMeta::new(subject, false),
            AccountMeta::new_readonly(ids::escrow::EVENT_AUTHORITY, false),
            AccountMeta::new_readonly(ids::escrow::ID, false),
        ],
        data: [discriminator.as_slice(), &claim.to_le_bytes()].concat(),
    })
}

/// What may be claimed of a channel or a job, and of whom: escrow's answer (return data, Borsh) to `claim_open` and
/// `job_claim_open`, which count the claim and take up to it what is held.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct ClaimRight {
    pub subject: Pubkey,
    /// Tells this subject from an earlier one at the same address.
    pub generation: u64,
    pub agent: Pubkey,
    /// The mandate's payer: the only one who may claim.
    pub payer: Pubkey,
    pub payout_owner: Pubkey,
    /// Signs the channel's vouchers; the mandate's when a job opened.
    pub session_key: Pubkey,
    /// Signs the agent's responses.
    pub agent_key: Pubkey,
    /// Mint of the amounts.
    pub mint: Pubkey,
    /// Tag of the channel's vouchers and response proofs; zeros of a job.
    pub tag: [u8; 16],
    pub ownership_epoch: u32,
    pub agent_version: u32,
    /// Most that one call may cost, base units; 0 of a job.
    pub per_call_max: u64,
    /// Taken from the payer's hold for this claim, base units; all of a claim on a job.
    pub held: u64,
    /// Given back by the agent so far, base units, what claims were paid left out: what is added while the claim is
    /// open counts toward its loss.
    pub refunded: u64,
}

/// How a claim ends; of `claim_close` and `job_claim_close`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimEnd {
    /// What the payer lost, base units, refunds not yet taken off.
    pub loss: u64,
    /// `ClaimRight::refunded` of the opening.
    pub refunded_before: u64,
    /// Whether the claim took the hold.
    pub took_hold: bool,
}

/// Accounts of escrow's `claim_close` and `job_claim_close`.
#[derive(Clone, Copy, Debug)]
pub struct ClaimCloseAccounts {
    pub mandate: Pubkey,
    pub subject: Pubkey,
    /// The mandate's.
    pub mint: Pubkey,
    /// The mandate's token account.
    pub vault: Pubkey,
    /// The payer's token account; of a job, the vault, where the money stays.
    pub destination: Pubkey,
    /// The mint's.
    pub token_program: Pubkey,
}

/// Escrow's `claim_close`, or `job_claim_close`, signed by the claim authority; answers a `ClaimPaid`.
pub fn claim_close(kind: SubjectKind, accounts: &ClaimCloseAccounts, end: &ClaimEnd) -> Result<Instruction> {
    let mut data = match kind {
        SubjectKind::Channel => CLAIM_CLOSE.to_vec(),
        SubjectKind::Job => JOB_CLAIM_CLOSE.to_vec(),
    };
    end.serialize(&mut data)?;
    Ok(Instruction {
        program_id: ids::escrow::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::CLAIM_AUTHORITY, true),
            AccountMeta::new(accounts.mandate, false),
            AccountMeta::new(accounts.subject, false),
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

/// What the end of a claim brought, base units: escrow's answer (return data, Borsh) to `claim_close` and
/// `job_claim_close`.
///
/// `loss = refunded_since (up to the loss) + paid + shortfall`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimPaid {
    /// Given back by the agent while the claim was open, up to the loss.
    pub refunded_since: u64,
    /// Paid to the payer out of the hold; of a job, back to the mandate.
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
            ("job_rating_consume", super::JOB_RATING_CONSUME),
            ("claim_open", super::CLAIM_OPEN),
            ("claim_close", super::CLAIM_CLOSE),
            ("job_claim_open", super::JOB_CLAIM_OPEN),
            ("job_claim_close", super::JOB_CLAIM_CLOSE),
        ] {
            let hash = solana_sha256_hasher::hash(format!("global:{name}").as_bytes()).to_bytes();
            assert_eq!(known, hash[..8], "{name}");
        }
    }
}
