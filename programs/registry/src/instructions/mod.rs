//! One file an instruction: arguments, accounts with their stateless checks, `validate()`, handler.
//!
//! A seed that ends in `[..]` stays out of the IDL: Anchor would describe it there, wrongly, as the account
//! itself.

pub mod admin_transfer_accept;
pub mod admin_transfer_propose;
pub mod agent_close;
pub mod agent_heartbeat;
pub mod agent_register;
pub mod agent_set_status;
pub mod agent_transfer_accept;
pub mod agent_transfer_propose;
pub mod agent_update;
pub mod attestation_issue;
pub mod attestation_revoke;
pub mod config_cancel;
pub mod config_execute;
pub mod config_initialize;
pub mod config_pause;
pub mod config_propose;
pub mod config_unpause;
pub mod delegate_add;
pub mod delegate_remove;
pub mod delegates_close;
pub mod version_close;
pub mod version_publish;
pub mod version_yank;

pub use admin_transfer_accept::*;
pub use admin_transfer_propose::*;
pub use agent_close::*;
pub use agent_heartbeat::*;
pub use agent_register::*;
pub use agent_set_status::*;
pub use agent_transfer_accept::*;
pub use agent_transfer_propose::*;
pub use agent_update::*;
pub use attestation_issue::*;
pub use attestation_revoke::*;
pub use config_cancel::*;
pub use config_execute::*;
pub use config_initialize::*;
pub use config_pause::*;
pub use config_propose::*;
pub use config_unpause::*;
pub use delegate_add::*;
pub use delegate_remove::*;
pub use delegates_close::*;
pub use version_close::*;
pub use version_publish::*;
pub use version_yank::*;
