use anchor_lang::prelude::*;

use crate::{ids, zero_copy_account};

/// Most delegates of an agent.
pub const MAX_DELEGATES: usize = 4;
/// Layout version of `Delegates`.
pub const DELEGATES_LAYOUT: u8 = 1;

/// What a delegate may do for an agent, one bit each. Keys, payouts, transfer and retirement have no bit: they
/// stay the owner's.
pub mod permission {
    /// Publishing versions, which sets the price; the delegate pays their rent.
    pub const PUBLISH: u16 = 1 << 0;
    /// Withdrawing versions.
    pub const YANK: u16 = 1 << 1;
    /// Changing tags and the offered holdback.
    pub const UPDATE: u16 = 1 << 2;
    /// Renewing the liveness lease.
    pub const HEARTBEAT: u16 = 1 << 3;
    /// Opening the agent for business, and suspending it.
    pub const STATUS: u16 = 1 << 4;
    /// Answering ratings, once each; the delegate pays the rent.
    pub const RESPOND: u16 = 1 << 5;
    pub const ALL: u16 = (1 << 6) - 1;
}

/// Why a key may not do something for an agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// The agent changed hands since they were named.
    Void,
    NotDelegate,
    Expired,
    /// Named without the permission.
    NotPermitted,
}

/// A key that acts for an agent's owner.
#[zero_copy]
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Delegate {
    pub key: Pubkey,
    /// From then on it may do nothing, Unix seconds.
    pub expires_at: i64,
    /// `permission`
    pub permissions: u16,
    pub padding: [u8; 6],
}

/// Who acts for an agent's owner: `["delegates", agent]`. It exists while there is a delegate.
///
/// INVARIANTS: 1 ≤ count ≤ 4; entries[..count] have distinct non-zero keys, permissions and an expiry, the rest
/// are zero; each joined by its own signature and sat on no panel then; all are void once the agent's ownership
/// epoch has passed `ownership_epoch`. A panel may take in a delegate later, or an arbiter leave and join an
/// agent: whoever counts an arbiter's vote checks `names` of the agent in question then.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Delegates {
    pub version: u8,
    pub bump: u8,
    pub count: u8,
    pub padding: [u8; 1],
    /// The agent's ownership epoch in which they were named.
    pub ownership_epoch: u32,
    pub agent: Pubkey,
    /// Paid the rent, and gets it back.
    pub rent_payer: Pubkey,
    pub entries: [Delegate; MAX_DELEGATES],
    pub reserved: [u8; 32],
}

zero_copy_account!(Delegates, ids::registry::ID, [21, 255, 226, 20, 19, 153, 169, 204]);

impl Delegates {
    pub const SPACE: usize = 8 + std::mem::size_of::<Delegates>();

    pub fn entries(&self) -> &[Delegate] {
        &self.entries[..usize::from(self.count).min(MAX_DELEGATES)]
    }

    /// Whether `key` may do what `bit` (of `permission`) names for an agent of `ownership_epoch` at `now` (Unix seconds).
    pub fn permit(
        &self,
        ownership_epoch: u32,
        key: &Pubkey,
        bit: u16,
        now: i64,
    ) -> std::result::Result<(), Denied> {
        if self.ownership_epoch != ownership_epoch {
            return Err(Denied::Void);
        }
        match self.entries().iter().find(|delegate| delegate.key == *key) {
            None => Err(Denied::NotDelegate),
            Some(delegate) if now >= delegate.expires_at => Err(Denied::Expired),
            Some(delegate) if delegate.permissions & bit == 0 => Err(Denied::NotPermitted),
            Some(_) => Ok(()),
        }
    }

    /// Whether `key` is listed, expired or void or not: such a key is no impartial arbiter of the agent.
    pub fn names(&self, key: &Pubkey) -> bool {
        self.entries().iter().any(|delegate| delegate.key == *key)
    }
}
