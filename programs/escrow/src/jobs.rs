//! What the instructions of jobs have in common: who is on which side, and what a refund tells.

use agent_labs_common::registry::Agent;
use anchor_lang::prelude::*;

use crate::{
    error::EscrowError,
    events::{JobRefund, JobRefunded},
    state::{Job, Mandate},
};

/// Who decides about a job for the payer: the wallet, or the session key that the job was opened with, while the
/// mandate lives and still has it.
pub fn require_payers_side(authority: &Pubkey, mandate: &Mandate, job: &Job) -> Result<()> {
    let is_session = *authority == mandate.session_key
        && *authority == job.session_key
        && job.key_epoch == mandate.key_epoch
        && mandate.killed_at == 0;
    require!(is_session || *authority == mandate.payer, EscrowError::NotPayerOrSession);
    Ok(())
}

/// Who takes or declines a job for the agent: the key that the job was opened with, or the owner.
pub fn require_agents_side(authority: &Pubkey, agent: &Agent, job: &Job) -> Result<()> {
    require!([job.agent_key, agent.owner].contains(authority), EscrowError::NotJobAgent);
    Ok(())
}

impl Job {
    /// What the indexer is told of money that went back; `job` is this one's address.
    pub fn refunded(&self, job: Pubkey, payer: Pubkey, why: JobRefund, returned_before: u64) -> JobRefunded {
        JobRefunded {
            job,
            mandate: self.mandate,
            agent: self.agent,
            generation: self.generation,
            payer,
            why,
            amount: self.returned.saturating_sub(returned_before),
            returned_before,
            returned_after: self.returned,
            ended_at: self.ended_at,
        }
    }
}
