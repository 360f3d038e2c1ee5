use anchor_lang::prelude::*;

use crate::{constants::*, error::ReputationError, receipt::Facts};

/// A rating whose receipt waits for a tree: `["receipt", agent, number: u64 LE]`.
///
/// INVARIANTS: immutable; closed by the minting of its receipt, so that there is one receipt a rating.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct PendingReceipt {
    pub version: u8,
    pub bump: u8,
    pub stars: u8,
    pub padding: [u8; 5],
    pub ownership_epoch: u32,
    pub agent_version: u32,
    pub agent: Pubkey,
    /// Rated, paid the rent, and gets it back.
    pub payer: Pubkey,
    /// The channel or the job.
    pub subject: Pubkey,
    pub generation: u64,
    pub mint: Pubkey,
    /// Base units of `mint`.
    pub paid: u64,
    pub refunded: u64,
    /// Of the agent's ratings.
    pub number: u64,
    pub slot: u64,
    /// Unix seconds.
    pub rated_at: i64,
    pub reserved: [u8; 32],
}

impl PendingReceipt {
    pub const SPACE: usize = 8 + std::mem::size_of::<PendingReceipt>();

    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == LAYOUT && (1..=MAX_STARS).contains(&self.stars);
        require!(holds, ReputationError::InvariantBroken);
        Ok(())
    }

    pub fn fill(&mut self, facts: &Facts, bump: u8) {
        self.version = LAYOUT;
        self.bump = bump;
        self.stars = facts.stars;
        self.ownership_epoch = facts.ownership_epoch;
        self.agent_version = facts.agent_version;
        self.agent = facts.agent;
        self.payer = facts.payer;
        self.subject = facts.subject;
        self.generation = facts.generation;
        self.mint = facts.mint;
        self.paid = facts.paid;
        self.refunded = facts.refunded;
        self.number = facts.number;
        self.slot = facts.slot;
        self.rated_at = facts.rated_at;
    }

    pub fn facts(&self) -> Facts {
        Facts {
            agent: self.agent,
            ownership_epoch: self.ownership_epoch,
            agent_version: self.agent_version,
            payer: self.payer,
            subject: self.subject,
            generation: self.generation,
            stars: self.stars,
            paid: self.paid,
            refunded: self.refunded,
            mint: self.mint,
            number: self.number,
            slot: self.slot,
            rated_at: self.rated_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::receipt::tests::facts;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(size_of::<PendingReceipt>(), 224);
        assert_eq!(offset_of!(PendingReceipt, agent), 16);
        assert_eq!(offset_of!(PendingReceipt, number), 168);
    }

    #[test]
    fn keeps_every_fact() {
        let mut pending: PendingReceipt = bytemuck::Zeroable::zeroed();
        pending.fill(&facts(), 254);
        assert_eq!(pending.facts(), facts());
        pending.invariant().unwrap();
    }
}
