//! Rules of the stored accounts. Their layouts live in crates/common, which other programs read them with.

pub mod agent;
pub mod config;

pub use agent::*;
pub use config::*;
