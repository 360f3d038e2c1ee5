//! Rules of the stored accounts, and the one that no other program reads. The layouts of the others live in
//! crates/common.

pub mod agent;
pub mod attestation;
pub mod config;
pub mod config_changes;
pub mod config_proposal;
pub mod delegates;

pub use agent::*;
pub use attestation::*;
pub use config::*;
pub use config_changes::*;
pub use config_proposal::*;
pub use delegates::*;
