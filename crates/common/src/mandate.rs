//! What other programs read of escrow's `Mandate`. The layout is escrow's own, a test of which holds these places.

use anchor_lang::prelude::*;

use crate::ids;

/// Discriminator of escrow's `Mandate`.
pub const MANDATE_DISCRIMINATOR: [u8; 8] = [113, 216, 98, 159, 185, 63, 55, 18];
/// Layout version of a mandate that is read here.
pub const MANDATE_LAYOUT: u8 = 1;

/// Where in a mandate's body, behind its discriminator, what is read here stands, bytes.
pub mod place {
    pub const VERSION: usize = 0;
    pub const ALLOW_COUNT: usize = 3;
    pub const GENERATION: usize = 24;
    pub const PAYER: usize = 32;
    pub const SESSION_KEY: usize = 160;
    pub const APPROVER_COUNT: usize = 284;
    pub const APPROVAL_THRESHOLD: usize = 285;
    /// Behind the struct: the agents that are allowed, and then the approvers.
    pub const LISTS: usize = 432;
}

/// Who has a say in a mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandateVoices {
    pub payer: Pubkey,
    pub session_key: Pubkey,
    /// Slot that the mandate opened in: tells it from an earlier one at the same address.
    pub generation: u64,
    /// How many of the approvers must approve.
    pub threshold: u8,
    pub approvers: Vec<Pubkey>,
}

impl MandateVoices {
    /// Reads a mandate's account; `None` for what is no mandate of escrow's in the layout known here.
    pub fn read(info: &AccountInfo) -> Result<Option<Self>> {
        if *info.owner != ids::escrow::ID {
            return Ok(None);
        }
        Ok(Self::parse(&info.try_borrow_data()?))
    }

    /// The slot that the mandate opened in, and nothing else of it; `None` as for `read`.
    pub fn generation(info: &AccountInfo) -> Result<Option<u64>> {
        if *info.owner != ids::escrow::ID {
            return Ok(None);
        }
        Ok(body(&info.try_borrow_data()?).and_then(generation))
    }

    fn parse(data: &[u8]) -> Option<Self> {
        let body = body(data)?;
        let byte = |at: usize| body.get(at).copied();
        let (allowed, count) = (byte(place::ALLOW_COUNT)?, byte(place::APPROVER_COUNT)?);
        let from = place::LISTS + 32 * usize::from(allowed);
        let lists = body.get(from..from + 32 * usize::from(count))?;
        Some(Self {
            payer: key(body, place::PAYER)?,
            session_key: key(body, place::SESSION_KEY)?,
            generation: generation(body)?,
            threshold: byte(place::APPROVAL_THRESHOLD)?,
            approvers: lists.chunks_exact(32).filter_map(|bytes| Pubkey::try_from(bytes).ok()).collect(),
        })
    }
}

fn body(data: &[u8]) -> Option<&[u8]> {
    let body = data.strip_prefix(&MANDATE_DISCRIMINATOR)?;
    (body.get(place::VERSION) == Some(&MANDATE_LAYOUT)).then_some(body)
}

fn generation(body: &[u8]) -> Option<u64> {
    let bytes = body.get(place::GENERATION..place::GENERATION + 8)?;
    bytes.try_into().map(u64::from_le_bytes).ok()
}

fn key(body: &[u8], at: usize) -> Option<Pubkey> {
    Pubkey::try_from(body.get(at..at + 32)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mandate(agents: u8, approvers: u8) -> Vec<u8> {
        let mut body = vec![0; place::LISTS];
        body[place::VERSION] = MANDATE_LAYOUT;
        body[place::ALLOW_COUNT] = agents;
        body[place::APPROVER_COUNT] = approvers;
        body[place::APPROVAL_THRESHOLD] = 2;
        body[place::GENERATION] = 9;
        body[place::PAYER] = 1;
        body[place::SESSION_KEY] = 2;
        for at in 0..agents + approvers {
            body.extend_from_slice(&[at + 10; 32]);
        }
        [MANDATE_DISCRIMINATOR.to_vec(), body].concat()
    }

    #[test]
    fn approvers_stand_behind_the_agents() {
        let voices = MandateVoices::parse(&mandate(2, 3)).unwrap();
        let keys: Vec<Pubkey> = (12..15).map(|n| Pubkey::new_from_array([n; 32])).collect();
        assert_eq!((voices.approvers, voices.threshold, voices.generation), (keys, 2, 9));
        assert_eq!((voices.payer.to_bytes()[0], voices.session_key.to_bytes()[0]), (1, 2));
    }

    #[test]
    fn other_bytes_are_no_mandate() {
        let good = mandate(1, 1);
        assert!(MandateVoices::parse(&good).is_some());
        assert!(MandateVoices::parse(&good[..good.len() - 1]).is_none());
        for at in [0, 7, 8] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert!(MandateVoices::parse(&bad).is_none(), "byte {at}");
        }
    }
}
