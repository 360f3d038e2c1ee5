//! The registry: who offers which agent at what price, and the settings all programs read.
//!
//! Amounts are base units, times and windows Unix seconds, everywhere. Every instruction but the first names
//! `ConfigMismatch`, `UnknownLayout` or Anchor's own errors where it is given an account that is not ours.

use agent_labs_common::registry::AgentStatus;
use anchor_lang::prelude::*;

use crate::state::ConfigChanges;

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
    /// and settlement mints together; more are added later, by proposals.
    /// Errors: `NotUpgradeAuthority`, `ConfigExists`, and one for each rule of `Config`, from `AdminMissing`
    /// to `PrivateUrisOnPublicCluster`.
    pub fn config_initialize(ctx: Context<ConfigInitialize>, args: Box<ConfigInitializeArgs>) -> Result<()> {
        handle_config_initialize(ctx, args)
    }

    /// Stops new risk: sets pause bits. Exits, holds, disputes, answers, votes and appeals go on.
    ///
    /// Authority: the pauser or the admin. Parameters: `bits`, of `pause`, added to those set. A pause of
    /// slash executions lapses by itself, and setting its bit again neither prolongs nor renews it: the admin
    /// unpauses first.
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

    /// Announces a change of settings: it waits `config_delay`, can be executed for `config_expiry` after that,
    /// and reaches nothing that is open.
    ///
    /// Authority: the admin; `rent_payer` pays the rent and gets it back at the end. Parameters: `number`, the
    /// config's `next_proposal`, so that what was signed long ago is good for nothing once another was made;
    /// `changes`, the settings to change.
    /// Errors: `NotAdmin`, `ProposalNumberOutdated`, `ProposalEmpty`, and one for each rule of `Config` that it
    /// would break as the config is now.
    pub fn config_propose(
        ctx: Context<ConfigPropose>,
        number: u64,
        changes: Box<ConfigChanges>,
    ) -> Result<()> {
        handle_config_propose(ctx, number, changes)
    }

    /// Makes a change that has waited its time, and voids every proposal before it.
    ///
    /// Authority: anyone, in the order of numbers; the admin to pass over lower ones.
    /// Errors: `ProposalVoid`, `ProposalNotDue`, `ProposalExpired`, `ProposalNotNext`, `RentPayerMismatch`, and one for each rule
    /// of `Config` that it would break by now.
    pub fn config_execute(ctx: Context<ConfigExecute>) -> Result<()> {
        handle_config_execute(ctx)
    }

    /// Takes a proposal back, or clears away one that can never execute.
    ///
    /// Authority: the admin; anyone once it has expired or is void.
    /// Errors: `NotAdmin`, `RentPayerMismatch`.
    pub fn config_cancel(ctx: Context<ConfigCancel>) -> Result<()> {
        handle_config_cancel(ctx)
    }

    /// Offers the config to a new admin, or takes the offer back. It can be accepted after `admin_delay`, for
    /// `config_expiry`.
    ///
    /// Authority: the admin. Parameters: `new_admin`, any key that can sign, a multisig's vault too; zero
    /// cancels.
    /// Errors: `NotAdmin`, `AdminUnchanged`, `TransferNotPending`.
    pub fn admin_transfer_propose(ctx: Context<AdminTransferPropose>, new_admin: Pubkey) -> Result<()> {
        handle_admin_transfer_propose(ctx, new_admin)
    }

    /// Makes the pending admin the admin, and voids every proposal of the former one.
    ///
    /// Authority: the pending admin.
    /// Errors: `NotPendingAdmin`, `HandoverNotDue`, `HandoverExpired`.
    pub fn admin_transfer_accept(ctx: Context<AdminTransferAccept>) -> Result<()> {
        handle_admin_transfer_accept(ctx)
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
    /// Authority: the owner, or a delegate with `PUBLISH`, who pays the rent. Parameters: see
    /// `VersionPublishArgs`; the price is in the mint passed as `price_mint`, of either token program.
    /// Errors: `NotOwner`, those of a delegate (from `NotDelegate` to `DelegateNotPermitted`), `Paused`, `AgentRetiring`, `SemverInvalid`, `ManifestHashMissing`, `UriInvalid`,
    /// `UriSchemeRefused`, `UriHostRefused`, `PriceZero`, `PriceMintInvalid`.
    pub fn version_publish(ctx: Context<VersionPublish>, args: VersionPublishArgs) -> Result<()> {
        handle_version_publish(ctx, args)
    }

    /// Withdraws a version for good: no channel opens on it.
    ///
    /// Authority: the owner, or a delegate with `YANK`. Parameters: `n`, the version's number.
    /// Errors: `NotOwner`, those of a delegate, `AlreadyYanked`.
    pub fn version_yank(ctx: Context<VersionYank>, n: u32) -> Result<()> {
        handle_version_yank(ctx, n)
    }

    /// Changes an agent's key, payout wallet, offered holdback or tags, in any status. What is open keeps
    /// the terms it opened with.
    ///
    /// Authority: the owner; of holdback and tags a delegate with `UPDATE` too. Parameters: see
    /// `AgentUpdateArgs`.
    /// Errors: `NotOwner`, those of a delegate, `NothingToUpdate`, and those of `agent_register` for each field.
    pub fn agent_update(ctx: Context<AgentUpdate>, args: AgentUpdateArgs) -> Result<()> {
        handle_agent_update(ctx, args)
    }

    /// Opens an agent for business, suspends it, or retires it for good. Activating renews the lease;
    /// retiring starts the wait for every claim on the agent.
    ///
    /// Authority: the owner; a delegate with `STATUS` too, but to retire it. Parameters: `status`, along the
    /// arrows of `AgentStatus`.
    /// Errors: `NotOwner`, those of a delegate, `StatusChangeInvalid`, `NoVersion`.
    pub fn agent_set_status(ctx: Context<AgentSetStatus>, status: AgentStatus) -> Result<()> {
        handle_agent_set_status(ctx, status)
    }

    /// Renews the liveness lease of an Active or Suspended agent.
    ///
    /// Authority: the agent's key, its owner, or a delegate with `HEARTBEAT`.
    /// Errors: `NotAgentOrOwner`, those of a delegate, `LeaseNotRenewable`.
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

    /// Lets a key act for the owner within its permissions until it expires, or gives a delegate other ones.
    /// What an earlier owner allowed is void, and cleared here.
    ///
    /// Authority: the owner and the delegate, who both sign; `rent_payer` pays the rent where the agent has no
    /// delegates yet, and gets it back with the last. Parameters: see `DelegateAddArgs`.
    /// Errors: `NotOwner`, `PermissionsInvalid`, `DelegateExpiryInvalid`, `DelegateIsOwner`,
    /// `DelegateIsArbiter` (of either panel), `DelegatesTooMany`.
    pub fn delegate_add(ctx: Context<DelegateAdd>, args: DelegateAddArgs) -> Result<()> {
        handle_delegate_add(ctx, args)
    }

    /// Ends a delegation; the last returns the rent.
    ///
    /// Authority: the owner or the delegate. Parameters: `delegate`, whose delegation ends.
    /// Errors: `NotOwnerOrDelegate`, `NotDelegate`, `RentPayerMismatch`.
    pub fn delegate_remove(ctx: Context<DelegateRemove>, delegate: Pubkey) -> Result<()> {
        handle_delegate_remove(ctx, delegate)
    }

    /// Returns the rent of delegates that are void: their agent has another owner by now, or is closed.
    ///
    /// Authority: anyone.
    /// Errors: `DelegatesInForce`, `RentPayerMismatch`.
    pub fn delegates_close(ctx: Context<DelegatesClose>) -> Result<()> {
        handle_delegates_close(ctx)
    }

    /// Vouches for a wallet until `expires_at`, or does so anew: a mandate may ask for it of an agent's owner.
    ///
    /// Authority: the attestor, which may be any key; it pays the rent and gets it back. Parameters: `subject`,
    /// the wallet; see `AttestationIssueArgs`.
    /// Errors: `SubjectMissing`, `EvidenceMissing`, `AttestationExpiryInvalid`.
    pub fn attestation_issue(
        ctx: Context<AttestationIssue>,
        subject: Pubkey,
        args: AttestationIssueArgs,
    ) -> Result<()> {
        handle_attestation_issue(ctx, subject, args)
    }

    /// Takes an attestation back: no allotment that asks for it any more. What is allotted stays.
    ///
    /// Authority: the attestor, which gets the rent.
    /// Errors: `NotAttestor`.
    pub fn attestation_revoke(ctx: Context<AttestationRevoke>) -> Result<()> {
        handle_attestation_revoke(ctx)
    }
}
