//! Where the protocol's accounts have what is read here. Its tests hold these against the protocol's own layouts.

use solana_account_info::AccountInfo;
use solana_pubkey::Pubkey;

use crate::{Unreadable, REGISTRY, REPUTATION, STAKE};

/// Of an account's discriminator, bytes.
const TAG: usize = 8;
/// The system program, which owns what is vacant.
const SYSTEM: Pubkey = Pubkey::new_from_array([0; 32]);
/// Layout version of all three.
const LAYOUT: u8 = 1;
/// Where each has its bump, behind the discriminator.
const BUMP: usize = 1;

/// An account of the protocol: who owns it, and how it is told from others.
pub struct Account {
    program: Pubkey,
    tag: [u8; TAG],
    /// With discriminator, bytes.
    size: usize,
    refusal: Unreadable,
}

/// A kind of account with its fields' places behind the discriminator.
pub trait Kind {
    fn account(&self) -> &Account;

    /// The account's data where it is of this kind; none where it is vacant.
    fn view<'a>(&self, info: &AccountInfo, data: &'a [u8]) -> Result<Option<View<'a>>, Unreadable> {
        let Account { program, tag, size, refusal } = self.account();
        if *info.owner == SYSTEM && data.is_empty() {
            return Ok(None);
        }
        if info.owner != program || data.len() != *size || !data.starts_with(tag) {
            return Err(*refusal);
        }
        let view = View { body: &data[TAG..], program: *program, refusal: *refusal };
        if view.u8(0) != LAYOUT {
            return Err(Unreadable::Layout);
        }
        Ok(Some(view))
    }
}

macro_rules! kind {
    ($kind:ident, $name:ident, $program:ident, $refusal:ident, $tag:expr, $size:literal, {$($field:ident: $at:literal),+ $(,)?}) => {
        pub struct $kind {
            account: Account,
            $(pub $field: usize),+
        }
        pub const $name: $kind = $kind {
            account: Account { program: $program, tag: $tag, size: TAG + $size, refusal: Unreadable::$refusal },
            $($field: $at),+
        };
        impl Kind for $kind {
            fn account(&self) -> &Account {
                &self.account
            }
        }
    };
}

kind!(AgentKind, AGENT, REGISTRY, Agent, [47, 166, 112, 147, 155, 197, 86, 7], 376, {
    status: 2,
    handle_len: 3,
    latest_version: 4,
    ownership_epoch: 8,
    creator: 16,
    owner: 48,
    lease_expires_at: 224,
    handle: 248,
});
kind!(ScoreKind, SCORE, REPUTATION, Score, [187, 110, 62, 119, 232, 235, 185, 90], 272, {
    ownership_epoch: 4,
    payers: 12,
    ratings: 80,
    weight: 88,
    weighted_stars: 96,
    volume: 104,
    disputes_lost: 180,
    slashed: 184,
});
kind!(VaultKind, VAULT, STAKE, StakeVault, [192, 112, 65, 125, 129, 151, 173, 226], 392, {
    ownership_epoch: 4,
    mint: 56,
    first_loss: 152,
    backers: 200,
    slashed: 264,
    disputes_lost: 368,
});

/// An account's data behind its discriminator. Its length was checked, and fields lie within it.
pub struct View<'a> {
    body: &'a [u8],
    program: Pubkey,
    refusal: Unreadable,
}

impl<'a> View<'a> {
    pub fn bytes(&self, at: usize, length: usize) -> &'a [u8] {
        &self.body[at..at + length]
    }

    fn array<const N: usize>(&self, at: usize) -> [u8; N] {
        let mut array = [0; N];
        array.copy_from_slice(self.bytes(at, N));
        array
    }

    pub fn u8(&self, at: usize) -> u8 {
        self.body[at]
    }

    pub fn u32(&self, at: usize) -> u32 {
        u32::from_le_bytes(self.array(at))
    }

    pub fn u64(&self, at: usize) -> u64 {
        u64::from_le_bytes(self.array(at))
    }

    pub fn i64(&self, at: usize) -> i64 {
        i64::from_le_bytes(self.array(at))
    }

    pub fn key(&self, at: usize) -> Pubkey {
        Pubkey::new_from_array(self.array(at))
    }

    /// That the account stands where `path` and the bump that it carries derive. Its program wrote the bump.
    pub fn require_at(&self, path: &[&[u8]], key: &Pubkey) -> Result<(), Unreadable> {
        let bump = [self.u8(BUMP)];
        let derived = match *path {
            [a, b] => Pubkey::create_program_address(&[a, b, &bump], &self.program),
            [a, b, c] => Pubkey::create_program_address(&[a, b, c, &bump], &self.program),
            _ => return Err(self.refusal),
        };
        if derived.as_ref() == Ok(key) {
            Ok(())
        } else {
            Err(self.refusal)
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
