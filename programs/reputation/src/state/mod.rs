//! The program's own accounts, and the rules of `Score`, whose layout lives in crates/common.

pub mod pair;
pub mod receipt;
pub mod response;
pub mod score;
pub mod tree;

pub use pair::*;
pub use receipt::*;
pub use response::*;
pub use score::*;
pub use tree::*;

use agent_labs_common::registry::{Agent, Tombstone};
use anchor_lang::prelude::*;

/// The ownership epoch of the agent at this address; `None` once it is closed. For instructions that must
/// work with a tombstone in the agent's place.
pub fn epoch_of(info: &AccountInfo) -> Result<Option<u32>> {
    require_keys_eq!(*info.owner, Agent::owner(), ErrorCode::AccountOwnedByWrongProgram);
    let data = info.try_borrow_data()?;
    if data.starts_with(Tombstone::DISCRIMINATOR) {
        return Ok(None);
    }
    let is_agent = data.len() == Agent::SPACE && data.starts_with(Agent::DISCRIMINATOR);
    require!(is_agent, ErrorCode::AccountDiscriminatorMismatch);
    let agent: &Agent = bytemuck::from_bytes(&data[Agent::DISCRIMINATOR.len()..]);
    Ok(Some(agent.ownership_epoch))
}
