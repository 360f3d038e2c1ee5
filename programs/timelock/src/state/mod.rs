//! The stored accounts and their rules.

mod intake;
mod lock;

pub use intake::*;
pub use lock::*;
