//! What two or more of the programs need of each other: program ids, seeds, account layouts.
//!
//! The programs never depend on each other's crates, because escrow and stake read each other and would
//! form a cycle. A program writes its own accounts only; every other program reads them through the types
//! here, which carry the owning program's id, so that Anchor's owner check holds across programs.

pub mod account;
pub mod create;
pub mod escrow;
pub mod event;
pub mod ids;
pub mod mint;
pub mod read;
pub mod registry;
pub mod reputation;
pub mod seeds;
pub mod stake;
pub mod token;
