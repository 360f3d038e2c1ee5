//! Accounts of the registry program.

mod agent;
mod config;
mod delegates;

pub use agent::*;
pub use config::*;
pub use delegates::*;

#[cfg(test)]
mod tests;
