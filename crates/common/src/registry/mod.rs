//! Accounts of the registry program.

mod agent;
mod attestation;
mod config;
mod delegates;

pub use agent::*;
pub use attestation::*;
pub use config::*;
pub use delegates::*;

#[cfg(test)]
mod tests;
