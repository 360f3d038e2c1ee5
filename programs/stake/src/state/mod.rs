//! Rules of the stored accounts. Layouts that other programs read live in crates/common.

mod dispute;
mod dispute_rules;
mod pool;
mod position;
mod vault;

pub use dispute::*;
#[cfg(test)]
pub use dispute_rules::opened;
pub use pool::*;
pub use position::*;
pub use vault::*;
