//! The stored accounts and their rules.

mod batch;
mod intake;
mod lock;
mod member;
mod pool;

pub use batch::*;
pub use intake::*;
pub use lock::*;
pub use member::*;
pub use pool::*;
