use anchor_lang::prelude::*;

use crate::{constants::LAYOUT, error::ReputationError};

/// The agent's answer to one rating: `["response", agent, number: u64 LE]`.
///
/// INVARIANTS: immutable; there while its agent is, so that a rating is answered once; `number` and `facts_hash` are
/// those of a receipt that its tree held when it was made.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub version: u8,
    pub bump: u8,
    pub padding: [u8; 2],
    /// The agent's at the answer.
    pub ownership_epoch: u32,
    pub agent: Pubkey,
    /// Of the rating among the agent's.
    pub number: u64,
    pub facts_hash: [u8; 32],
    /// SHA-256 of the answer's text, UTF-8.
    pub text_hash: [u8; 32],
    /// Gave it for the agent, paid the rent, and gets it back.
    pub responder: Pubkey,
    /// Unix seconds.
    pub responded_at: i64,
    pub reserved: [u8; 32],
}

impl Response {
    pub const SPACE: usize = 8 + std::mem::size_of::<Response>();

    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == LAYOUT
            && self.ownership_epoch > 0
            && self.text_hash != [0; 32]
            && ![self.agent, self.responder].contains(&Pubkey::default());
        require!(holds, ReputationError::InvariantBroken);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(size_of::<Response>(), 184);
        assert_eq!(offset_of!(Response, agent), 8);
        assert_eq!(offset_of!(Response, facts_hash), 48);
        assert_eq!(offset_of!(Response, text_hash), 80);
        assert_eq!(offset_of!(Response, responded_at), 144);
    }

    #[test]
    fn every_rule_binds() {
        let mut good: Response = bytemuck::Zeroable::zeroed();
        (good.version, good.ownership_epoch, good.text_hash) = (LAYOUT, 1, [1; 32]);
        good.agent = Pubkey::new_from_array([2; 32]);
        good.responder = Pubkey::new_from_array([3; 32]);
        good.invariant().unwrap();
        let changes: [fn(&mut Response); 5] = [
            |r| r.version = 2,
            |r| r.ownership_epoch = 0,
            |r| r.text_hash = [0; 32],
            |r| r.agent = Pubkey::default(),
            |r| r.responder = Pubkey::default(),
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = good;
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(ReputationError::InvariantBroken.into()), "{at}");
        }
    }
}
