//! What a receipt says of a rating, and the hash that its address carries.

use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::constants::{MAX_STARS, RECEIPT_DOMAIN};

/// The facts of one rating.
///
/// Their hash is SHA-256 over 206 bytes, numbers in little endian:
///
/// | bytes | fact |
/// |---|---|
/// | 21 | the domain, `agent-labs/receipt/v1` in ASCII |
/// | 32 | agent |
/// | 4, 4 | ownership epoch, agent version |
/// | 32, 32 | payer, subject: the channel or the job |
/// | 8 | generation of the subject |
/// | 1 | stars |
/// | 8, 8, 32 | paid, refunded (base units), mint |
/// | 8, 8, 8 | number of the rating, slot, time (Unix seconds, i64) |
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub agent: Pubkey,
    pub ownership_epoch: u32,
    pub agent_version: u32,
    pub payer: Pubkey,
    pub subject: Pubkey,
    pub generation: u64,
    pub stars: u8,
    pub paid: u64,
    pub refunded: u64,
    pub mint: Pubkey,
    /// Of the agent's ratings, from 0.
    pub number: u64,
    pub slot: u64,
    /// Unix seconds.
    pub rated_at: i64,
}

impl Facts {
    pub fn hash(&self) -> [u8; 32] {
        hashv(&[
            RECEIPT_DOMAIN,
            self.agent.as_ref(),
            &self.ownership_epoch.to_le_bytes(),
            &self.agent_version.to_le_bytes(),
            self.payer.as_ref(),
            self.subject.as_ref(),
            &self.generation.to_le_bytes(),
            &[self.stars],
            &self.paid.to_le_bytes(),
            &self.refunded.to_le_bytes(),
            self.mint.as_ref(),
            &self.number.to_le_bytes(),
            &self.slot.to_le_bytes(),
            &self.rated_at.to_le_bytes(),
        ])
        .to_bytes()
    }
}

/// Name of a receipt; at most 32 bytes.
pub fn name(stars: u8) -> String {
    format!("Agent Labs receipt {stars}/{MAX_STARS}")
}

/// Address of a receipt's JSON: the tree's base and the facts hash in lower-case hex.
pub fn uri(base: &[u8], hash: &[u8; 32]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut uri = Vec::with_capacity(base.len() + 64);
    uri.extend_from_slice(base);
    for byte in hash {
        uri.push(DIGITS[usize::from(byte >> 4)]);
        uri.push(DIGITS[usize::from(byte & 15)]);
    }
    uri
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub fn facts() -> Facts {
        Facts {
            agent: Pubkey::new_from_array([1; 32]),
            ownership_epoch: 2,
            agent_version: 3,
            payer: Pubkey::new_from_array([4; 32]),
            subject: Pubkey::new_from_array([5; 32]),
            generation: 6,
            stars: 5,
            paid: 8,
            refunded: 9,
            mint: Pubkey::new_from_array([10; 32]),
            number: 11,
            slot: 12,
            rated_at: 13,
        }
    }

    #[test]
    fn hash_is_over_the_documented_layout() {
        let mut bytes = b"agent-labs/receipt/v1".to_vec();
        bytes.extend_from_slice(&[1; 32]);
        bytes.extend_from_slice(&[2, 0, 0, 0, 3, 0, 0, 0]);
        bytes.extend_from_slice(&[[4; 32], [5; 32]].concat());
        bytes.extend_from_slice(&[6, 0, 0, 0, 0, 0, 0, 0, 5]);
        bytes.extend_from_slice(&[8, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend_from_slice(&[10; 32]);
        for number in [11u8, 12, 13] {
            bytes.extend_from_slice(&[number, 0, 0, 0, 0, 0, 0, 0]);
        }
        assert_eq!(facts().hash(), solana_sha256_hasher::hash(&bytes).to_bytes());
    }

    #[test]
    fn name_and_address() {
        assert_eq!(name(4), "Agent Labs receipt 4/5");
        let mut hash = [0; 32];
        (hash[0], hash[31]) = (0xa0, 0x0f);
        let expected = format!("https://x/a0{}0f", "00".repeat(30));
        assert_eq!(uri(b"https://x/", &hash), expected.as_bytes());
    }
}
