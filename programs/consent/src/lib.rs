//! Consent: what a wallet agreed to, what a mandate's approvers signed off, and what a log said when.
//!
//! A `ConsentGrant` is a subject's own word to a controller, with an end and a way back. An `Approval` is M of N
//! signatures over one exact call, used up by the program that carries the call out. An `AuditLog` binds an
//! off-chain log by an unbroken chain of anchors. No money is held here, so nothing is ever paused.
//!
//! Every instruction can fail with `MathOverflow`, `InvariantBroken`, `UnknownLayout` or an error of Anchor’s;
//! the special errors of each stand with it.

use anchor_lang::prelude::*;

pub mod constants;
pub mod error;
pub mod events;
pub mod instructions;
pub mod math;
pub mod state;

use instructions::*;

declare_id!("tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ");

#[program]
pub mod consent {
    use super::*;

    /// Consents to a purpose of a controller, until a time; again for newer terms, a later end, or after the consent
    /// was taken back or ran out. Signed by the subject; the rent payer pays for a new one.
    ///
    /// Errors: `ControllerMissing`, `PurposeMissing`, `TermsMissing`, `TermsVersionInvalid`, `GrantExpiryInvalid`,
    /// `RevisionMismatch`, `TermsVersionTooLow`, `GrantUnchanged`, `GrantMismatch`
    pub fn grant_give(ctx: Context<GrantGive>, args: GrantGiveArgs) -> Result<()> {
        handle_grant_give(ctx, args)
    }

    /// Takes a consent back: it counts no more, and stays to be read. Signed by the subject.
    ///
    /// Errors: `NotSubject`, `GrantRevoked`
    pub fn grant_revoke(ctx: Context<GrantRevoke>) -> Result<()> {
        handle_grant_revoke(ctx)
    }

    /// Ends a consent's account a day after it was taken back or ran out; its rent goes back to whoever paid it.
    /// Signed by the subject.
    ///
    /// Errors: `NotSubject`, `GrantStays`, `RentPayerMismatch`
    pub fn grant_close(ctx: Context<GrantClose>) -> Result<()> {
        handle_grant_close(ctx)
    }

    /// Asks a mandate's approvers for one call: a program, its instruction's data, and behind the declared accounts
    /// those of the call in order. Signed by the mandate's payer or session key, and by the rent payer.
    ///
    /// Errors: `MandateMismatch`, `NotPayerOrSession`, `NoApprovers`, `CallTooLarge`, `ApprovalExpiryInvalid`,
    /// `ApprovalMismatch`, `ApprovalExists`, `ConfigMismatch`
    pub fn approval_request<'info>(
        ctx: Context<'_, '_, '_, 'info, ApprovalRequest<'info>>,
        args: ApprovalRequestArgs,
    ) -> Result<()> {
        handle_approval_request(ctx, args)
    }

    /// Approves the call, until `expires_at`, which must be the approval's. Signed by an approver, once each.
    ///
    /// Errors: `NotApprover`, `AlreadySigned`, `ApprovalExpired`, `ExpiryMismatch`
    pub fn approval_sign(ctx: Context<ApprovalSign>, expires_at: i64) -> Result<()> {
        handle_approval_sign(ctx, expires_at)
    }

    /// Takes an approver's signature back, while the approval is not used. Signed by that approver.
    ///
    /// Errors: `NotApprover`, `NotSigned`
    pub fn approval_withdraw(ctx: Context<ApprovalWithdraw>) -> Result<()> {
        handle_approval_withdraw(ctx)
    }

    /// Ends an approval that is not to be used; its rent goes back to whoever paid it. Signed by who asked or by the
    /// mandate's payer; by anyone from its expiry on.
    ///
    /// Errors: `NotRequester`, `RentPayerMismatch`
    pub fn approval_close(ctx: Context<ApprovalClose>) -> Result<()> {
        handle_approval_close(ctx)
    }

    /// Uses an approval up for the call whose hash is given; its rent goes back to whoever paid it. Signed by escrow's
    /// approval consumer, which hashes its own running instruction.
    ///
    /// Errors: `NotConsumer`, `MandateMismatch`, `GenerationMismatch`, `CallMismatch`, `ApprovalExpired`,
    /// `ThresholdNotReached`, `RentPayerMismatch`
    pub fn approval_consume(ctx: Context<ApprovalConsume>, call: [u8; 32]) -> Result<()> {
        handle_approval_consume(ctx, call)
    }

    /// Opens a log of anchors, for good. Signed by its operator and by the rent payer.
    ///
    /// Errors: `LogMismatch`, `LogExists`
    pub fn audit_log_open(ctx: Context<AuditLogOpen>, id: u64) -> Result<()> {
        handle_audit_log_open(ctx, id)
    }

    /// Anchors the log as it stands: the Merkle root over all of its entries. Signed by the operator.
    ///
    /// Errors: `NotOperator`, `SequenceMismatch`, `PreviousRootMismatch`, `RootMissing`, `EntriesNotGrowing`
    pub fn audit_anchor(ctx: Context<AuditAnchor>, args: AuditAnchorArgs) -> Result<()> {
        handle_audit_anchor(ctx, args)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn id_is_the_one_others_know() {
        assert_eq!(crate::ID, agent_labs_common::ids::consent::ID);
    }
}
