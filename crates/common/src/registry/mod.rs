//! Accounts of the registry program.

mod agent;
mod config;

pub use agent::*;
pub use config::*;

#[cfg(test)]
mod tests;
