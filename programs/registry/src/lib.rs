//! The registry: who offers which agent at what price, and the settings all programs read.
//!
//! Amounts are base units, times and windows Unix seconds, everywhere. Every instruction but the first names
//! `ConfigMismatch`, `UnknownLayout` or Anchor's own errors where it is given an account that is not ours.

use agent_labs_common::registry::AgentStatus;
use anchor_lang::prelude::*;

pub mod constants;
mod create;
pub mod error;
pub mod events;
pub mod instructions;
mod math;
mod state;
mod text;
mod uri;

pub use instructions::*;

#[cfg(test)]
mod tests;

declare_id!("5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG");

#[program]
pub mod registry {
    use super::*;

    /// Makes the protocol's one config.
    ///
    /// Authority: the upgrade authority of this program, so that nobody makes the config first; `payer`
    /// pays the rent. Parameters: every setting. One transaction carries about twelve panel members
    /// and settlement mints together; more are added later, by changes of config.
    /// Errors: `NotUpgradeAuthority`, `ConfigExists`, and one for each rule of `Config`, from `AdminMissing`
    /// to `PrivateUrisOnPublicCluster`.
    pub fn config_initialize(ctx: Context<ConfigInitialize>, args: Box<ConfigInitializeArgs>) -> Result<()> {
        handle_config_initialize(ctx, args)
    }

    /// Stops new risk: sets pause bits. Exits, holds, disputes, answers, votes and appeals go on.
    ///
    /// Authority: the pauser or the admin. Parameters: `bits`, of `pause`, added to those set. A pause of
    /// slash executions lapses by itself, and setting its bit again does not prolong it.
    /// Errors: `NotPauser`, `PauseBitsInvalid`.
    pub fn config_pause(ctx: Context<ConfigPause>, bits: u16) -> Result<()> {
        handle_config_pause(ctx, bits)
    }

    /// Lets new risk in again: clears pause bits.
    ///
    /// Authority: the admin alone. Parameters: `bits`, of `pause`, taken off those set.
    /// Errors: `NotAdmin`, `PauseBitsInvalid`.
    pub fn config_unpause(ctx: Context<ConfigUnpause>, bits: u16) -> Result<()> {
        handle_config_unpause(ctx, bits)
    }

    /// Registers an agent: a Draft in ownership epoch 1, owned by its creator.
    ///
    /// Authority: the creator, who pays the rent and gets it back at the end, but for a tombstone's.
    /// Parameters: see `AgentRegisterArgs`.
    /// Errors: `HandleTaken` (also where a tombstone is), `HandleInvalid`, `Paused`, `HoldbackOutOfRange`,
    /// `AgentKeyMissing`, `PayoutOwnerMissing`, `TagsTooMany`, `TagInvalid`, `TagRepeated`.
    pub fn agent_register(ctx: Context<AgentRegister>, args: AgentRegisterArgs) -> Result<()> {
        handle_agent_register(ctx, args)
    }

    /// Publishes the agent's next version, and makes its price the agent's.
    ///
    /// Authority: the owner, who pays the rent. Parameters: see `VersionPublishArgs`; the price is in the
    /// mint passed as `price_mint`, a mint of the SPL Token program.
    /// Errors: `NotOwner`, `Paused`, `AgentRetiring`, `SemverInvalid`, `ManifestHashMissing`, `UriInvalid`,
    /// `UriSchemeRefused`, `UriHostRefused`, `PriceZero`, `PriceMintInvalid`.
    pub fn version_publish(ctx: Context<VersionPublish>, args: VersionPublishArgs) -> Result<()> {
        handle_version_publish(ctx, args)
    }

    /// Withdraws a version for good: no channel opens on it.
    ///
    /// Authority: the owner. Parameters: `n`, the version's number.
    /// Errors: `NotOwner`, `AlreadyYanked`.
    pub fn version_yank(ctx: Context<VersionYank>, n: u32) -> Result<()> {
        handle_version_yank(ctx, n)
    }

    /// Changes an agent's key, payout wallet, offered holdback or tags, in any status. What is open keeps
    /// the terms it opened with.
    ///
    /// Authority: the owner. Parameters: see `AgentUpdateArgs`.
    /// Errors: `NotOwner`, `NothingToUpdate`, and those of `agent_register` for each field.
    pub fn agent_update(ctx: Context<AgentUpdate>, args: AgentUpdateArgs) -> Result<()> {
        handle_agent_update(ctx, args)
    }

    /// Opens an agent for business, suspends it, or retires it for good. Activating renews the lease;
    /// retiring starts the wait for every claim on the agent.
    ///
    /// Authority: the owner. Parameters: `status`, along the arrows of `AgentStatus`.
    /// Errors: `NotOwner`, `StatusChangeInvalid`, `NoVersion`.
    pub fn agent_set_status(ctx: Context<AgentSetStatus>, status: AgentStatus) -> Result<()> {
        handle_agent_set_status(ctx, status)
    }

    /// Renews the liveness lease of an Active or Suspended agent.
    ///
    /// Authority: the agent's key or its owner.
    /// Errors: `NotAgentOrOwner`, `LeaseNotRenewable`.
    pub fn agent_heartbeat(ctx: Context<AgentHeartbeat>) -> Result<()> {
        handle_agent_heartbeat(ctx)
    }

    /// Offers the agent to a new owner, or takes the offer back.
    ///
    /// Authority: the owner. Parameters: `new_owner`; zero cancels.
    /// Errors: `NotOwner`, `TransferToOwner`, `TransferNotPending`.
    pub fn agent_transfer_propose(ctx: Context<AgentTransferPropose>, new_owner: Pubkey) -> Result<()> {
        handle_agent_transfer_propose(ctx, new_owner)
    }

    /// Takes over an agent that was offered, with keys of one's own: a new ownership epoch begins.
    ///
    /// Authority: the pending owner. Parameters: `agent_key`, another than before, and `payout_owner`.
    /// Errors: `NotPendingOwner`, `AgentKeyMissing`, `PayoutOwnerMissing`, `AgentKeyNotFresh`.
    pub fn agent_transfer_accept(
        ctx: Context<AgentTransferAccept>,
        agent_key: Pubkey,
        payout_owner: Pubkey,
    ) -> Result<()> {
        handle_agent_transfer_accept(ctx, agent_key, payout_owner)
    }

    /// Ends a retired agent: a tombstone stays, so that its handle is never registered twice, and the rest
    /// of the rent goes to the creator.
    ///
    /// Authority: the owner.
    /// Errors: `NotOwner`, `CreatorMismatch`, `AgentNotRetiring`, `RetirementNotOver`, `StakeVaultExists`.
    pub fn agent_close(ctx: Context<AgentClose>) -> Result<()> {
        handle_agent_close(ctx)
    }

    /// Returns the rent of a version whose agent is closed to its publisher.
    ///
    /// Authority: anyone. Parameters: `n`, the version's number.
    /// Errors: `AccountDiscriminatorMismatch` (3002) while the agent is not closed, `PublisherMismatch`.
    pub fn version_close(ctx: Context<VersionClose>, n: u32) -> Result<()> {
        handle_version_close(ctx, n)
    }
}
