//! Binds an account layout in this crate to the program that owns it.

/// Implements Anchor's `Owner` and `Discriminator` for a layout owned by `$program`.
///
/// `#[account]` would take this crate's id as the owner; these layouts belong to the program named here.
/// The discriminator is Anchor's, the first eight bytes of SHA-256("account:Name"); a test checks each.
#[macro_export]
macro_rules! program_account {
    ($name:ident, $program:path, $discriminator:expr) => {
        impl anchor_lang::Discriminator for $name {
            const DISCRIMINATOR: &'static [u8] = &$discriminator;
        }
        impl anchor_lang::Owner for $name {
            fn owner() -> anchor_lang::prelude::Pubkey {
                $program
            }
        }
    };
}

/// A `program_account!` that is read in place through `AccountLoader`.
#[macro_export]
macro_rules! zero_copy_account {
    ($name:ident, $program:path, $discriminator:expr) => {
        $crate::program_account!($name, $program, $discriminator);
        impl anchor_lang::ZeroCopy for $name {}
    };
}

/// A `program_account!` that is Borsh encoded behind its discriminator.
#[macro_export]
macro_rules! borsh_account {
    ($name:ident, $program:path, $discriminator:expr) => {
        $crate::program_account!($name, $program, $discriminator);
        impl anchor_lang::AccountSerialize for $name {
            fn try_serialize<W: std::io::Write>(&self, writer: &mut W) -> anchor_lang::Result<()> {
                use anchor_lang::{AnchorSerialize, Discriminator};
                writer
                    .write_all(Self::DISCRIMINATOR)
                    .and_then(|()| AnchorSerialize::serialize(self, writer))
                    .map_err(|_| anchor_lang::error::ErrorCode::AccountDidNotSerialize.into())
            }
        }
        impl anchor_lang::AccountDeserialize for $name {
            fn try_deserialize(buf: &mut &[u8]) -> anchor_lang::Result<Self> {
                use anchor_lang::Discriminator;
                if buf.len() < Self::DISCRIMINATOR.len() {
                    return Err(anchor_lang::error::ErrorCode::AccountDiscriminatorNotFound.into());
                }
                if !buf.starts_with(Self::DISCRIMINATOR) {
                    return Err(anchor_lang::error::ErrorCode::AccountDiscriminatorMismatch.into());
                }
                Self::try_deserialize_unchecked(buf)
            }
            fn try_deserialize_unchecked(buf: &mut &[u8]) -> anchor_lang::Result<Self> {
                use anchor_lang::{AnchorDeserialize, Discriminator};
                let mut body = buf
                    .get(Self::DISCRIMINATOR.len()..)
                    .ok_or(anchor_lang::error::ErrorCode::AccountDiscriminatorNotFound)?;
                AnchorDeserialize::deserialize(&mut body)
                    .map_err(|_| anchor_lang::error::ErrorCode::AccountDidNotDeserialize.into())
            }
        }
    };
}
