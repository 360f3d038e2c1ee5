pub use agent_labs_common::ids::timelock::EVENT_AUTHORITY;
use agent_labs_common::{event, ids::timelock};
use anchor_lang::prelude::*;

mod batch;
mod intake;
mod lock;
mod pool;

pub use batch::*;
pub use intake::*;
pub use lock::*;
pub use pool::*;

/// Records an event by self-CPI; the account was checked against the authority's address.
pub fn emit<E: anchor_lang::Event>(event: &E, authority: &AccountInfo) -> Result<()> {
    event::emit(event, crate::ID, authority, timelock::EVENT_AUTHORITY_BUMP)
}
