//! Rules of the stored accounts. Their layouts live in crates/common, which other programs read them with.

mod pool;
mod position;
mod vault;

pub use pool::*;
pub use position::*;
pub use vault::*;
