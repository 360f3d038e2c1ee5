use anchor_lang::prelude::*;

/// Why money of a job went back to the mandate.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobRefund {
    /// The agent did not want the job.
    Rejected,
    /// The payer took it back before the agent accepted.
    Cancelled,
    /// The agent let its time run out.
    Expired,
    /// The agent gave it back after accepting.
    GivenBack,
}

/// A payer offered an agent a job, its money allotted.
#[event]
pub struct JobOpened {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub id: u64,
    pub generation: u64,
    pub payer: Pubkey,
    pub session_key: Pubkey,
    pub key_epoch: u32,
    pub agent_key: Pubkey,
    pub payout_owner: Pubkey,
    pub rent_payer: Pubkey,
    pub agent_version: u32,
    pub ownership_epoch: u32,
    pub fee_bps: u16,
    /// Base units.
    pub amount: u64,
    pub terms_hash: [u8; 32],
    /// Unix seconds.
    pub accept_by: i64,
    pub deliver_by: i64,
    /// Seconds.
    pub review_window: i64,
    pub rating_window: i64,
    /// Unix seconds.
    pub opened_at: i64,
    /// Whether its release needs the mandate's approvers.
    pub release_approval: bool,
}

#[event]
pub struct JobAccepted {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub accepted_by: Pubkey,
    pub terms_hash: [u8; 32],
    /// Unix seconds.
    pub accepted_at: i64,
}

#[event]
pub struct JobDelivered {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub result_hash: [u8; 32],
    /// Unix seconds.
    pub delivered_at: i64,
    pub review_ends_at: i64,
}

/// The result was accepted, by the payer's side or by its silence.
#[event]
pub struct JobReleased {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payout_owner: Pubkey,
    pub released_by: Pubkey,
    /// Earned by it, base units.
    pub amount: u64,
    pub earned_before: u64,
    pub earned_after: u64,
    /// Unix seconds.
    pub ended_at: i64,
}

/// Payer and payee agreed on what is the agent's.
#[event]
pub struct JobSplit {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    pub payout_owner: Pubkey,
    /// Whoever signed for the payer.
    pub agreed_by: Pubkey,
    /// Earned and returned by it, base units.
    pub to_agent: u64,
    pub to_mandate: u64,
    pub earned_after: u64,
    pub returned_after: u64,
    /// Unix seconds.
    pub ended_at: i64,
}

/// Money of a job went back to the mandate's free money.
#[event]
pub struct JobRefunded {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    pub why: JobRefund,
    /// Base units.
    pub amount: u64,
    pub returned_before: u64,
    pub returned_after: u64,
    /// Unix seconds; 0 where the job goes on with the rest.
    pub ended_at: i64,
}

#[event]
pub struct JobPaid {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payout_owner: Pubkey,
    pub gross: u64,
    pub fee: u64,
    pub net: u64,
    pub paid_gross_before: u64,
    pub paid_gross_after: u64,
    /// Unix seconds.
    pub paid_at: i64,
}

/// A dispute claims money of a job.
#[event]
pub struct JobClaimOpened {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    /// Base units.
    pub claim: u64,
    /// Undisputed, and so earned.
    pub released: u64,
    pub earned_after: u64,
    /// Given back by the agent so far.
    pub refunded: u64,
}

/// A dispute's claim ended, and the job with it; `loss = refunded_since + paid`, all in base units.
#[event]
pub struct JobClaimClosed {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub payer: Pubkey,
    pub loss: u64,
    /// Given back by the agent while the claim was open, up to the loss.
    pub refunded_since: u64,
    /// Back to the mandate's free money.
    pub paid: u64,
    /// To the agent.
    pub released: u64,
    pub earned_before: u64,
    pub earned_after: u64,
    pub returned_before: u64,
    pub returned_after: u64,
    /// Unix seconds.
    pub ended_at: i64,
}

#[event]
pub struct JobFinished {
    pub job: Pubkey,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    pub generation: u64,
    pub amount: u64,
    pub paid_gross: u64,
    pub returned: u64,
    pub rent_payer: Pubkey,
}
