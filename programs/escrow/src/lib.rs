//! Escrow: a payer's money under limits, allotted to agents, spent by signed vouchers.
//!
//! A mandate holds the tokens; a channel is an allotment of it, and no token moves until a payout, a refund
//! or a withdrawal. Vouchers settle through `channel_settle`, the one instruction that runs often. A job is an
//! allotment for one larger piece of work, paid when its result is accepted.
//!
//! Every instruction can fail with `MathOverflow`, `InvariantBroken`, `UnknownLayout` or an error of Anchor’s;
//! the special errors of each stand with it.

use agent_labs_common::escrow::{ClaimEnd, ClaimPaid, ClaimRight, RatingRight};
use anchor_lang::prelude::*;

pub mod allowed;
pub mod approvals;
pub mod approvers;
pub mod attested;
pub mod constants;
pub mod credits;
pub mod ed25519;
pub mod entry;
pub mod error;
pub mod events;
pub mod instructions;
pub mod jobs;
pub mod math;
pub mod mint;
pub mod raw;
pub mod standing;
pub mod state;
pub mod token;

use instructions::*;

declare_id!("BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2");

#[program]
pub mod escrow {
    use super::*;

    /// Opens a mandate with its vault and sets `deposit` aside. Signed by the payer, who pays the rent.
    ///
    /// Errors: `Paused`, `SessionKeyInvalid`, `CapsInvalid`, `ExpiryInPast`, `MinScoreInvalid`,
    /// `AllowListInvalid`, `AllowListTwice`, `ApproversInvalid`, `SessionKeyApproves`,
    /// `ApprovalThresholdInvalid`, `ApprovalTriggerInvalid`, `MintMismatch`, `TokenProgramMismatch`,
    /// `ConfigMismatch`, and those of `mint`: `MintMalformed` to `MintExtensionUnknown`
    pub fn mandate_open(ctx: Context<MandateOpen>, args: MandateOpenArgs) -> Result<()> {
        handle_mandate_open(ctx, args)
    }

    /// Adds `amount` base units to the free money. Signed by the payer.
    ///
    /// Errors: `Paused`, `AmountZero`, `MandateKilled`, `MandateExpired`, `PayerMismatch`, `VaultMismatch`,
    /// `MintMismatch`, `TokenProgramMismatch`, `ConfigMismatch`, and those of `mint`
    pub fn mandate_deposit(ctx: Context<MandateDeposit>, amount: u64) -> Result<()> {
        handle_mandate_deposit(ctx, amount)
    }

    /// Takes `amount` base units of free money out. Signed by the payer; never paused.
    ///
    /// Errors: `AmountZero`, `InsufficientFree`, `PayerMismatch`, `VaultMismatch`, `MintMismatch`,
    /// `DestinationMismatch`, `TokenProgramMismatch`
    pub fn mandate_withdraw(ctx: Context<MandateWithdraw>, amount: u64) -> Result<()> {
        handle_mandate_withdraw(ctx, amount)
    }

    /// Replaces the session key. Signed by the payer. Open channels keep the old key; anyone may now close them.
    ///
    /// Errors: `SessionKeyInvalid`, `SessionKeyUnchanged`, `SessionKeyApproves`, `MandateKilled`, `PayerMismatch`
    pub fn mandate_rotate(ctx: Context<MandateRotate>, session_key: Pubkey) -> Result<()> {
        handle_mandate_rotate(ctx, session_key)
    }

    /// The kill switch: no allotment any more, one way. Signed by the payer. Anyone may now close its channels.
    ///
    /// Errors: `MandateKilled`, `PayerMismatch`
    pub fn mandate_kill(ctx: Context<MandateKill>) -> Result<()> {
        handle_mandate_kill(ctx)
    }

    /// Ends a mandate without channels and jobs: all its tokens to `destination`, its rent to the payer, who signs.
    ///
    /// Errors: `ChannelsRemain`, `JobsRemain`, `FeesRemain`, `ClosedInOpeningSlot`, `PayerMismatch`, `VaultMismatch`,
    /// `MintMismatch`, `DestinationMismatch`, `TokenProgramMismatch`
    pub fn mandate_close(ctx: Context<MandateClose>) -> Result<()> {
        handle_mandate_close(ctx)
    }

    /// Allots money to an agent's latest version, under terms copied now. Signed by payer or session key.
    ///
    /// Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `AgentNotActive`, `AgentStale`,
    /// `VersionMismatch`, `VersionNotLatest`, `VersionYanked`, `MintMismatch`, `PriceAboveMaximum`,
    /// `AgentNotAllowed`, `AllotmentBelowPrice`, `ChannelExpiryInvalid`, `InsufficientFree`,
    /// `DailyCapExceeded`, `TotalCapExceeded`, `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`,
    /// `StakeVaultMismatch`, `ScoreMismatch`, `AllowProofMissing`, `AllowProofInvalid`, `AllowProofTooLong`,
    /// `AllowProofUnexpected`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `ApprovalRequired`,
    /// `ApprovalAccountsMismatch`, `ConfigMismatch`, and those of consent's `approval_consume`
    pub fn channel_open<'info>(
        ctx: Context<'_, '_, '_, 'info, ChannelOpen<'info>>,
        args: ChannelOpenArgs,
    ) -> Result<()> {
        handle_channel_open(ctx, args)
    }

    /// Allots more to an open channel and moves its end. Signed by payer or session key.
    ///
    /// Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `NotOpen`, `ChannelExpired`,
    /// `SessionRotated`, `AgentNotActive`, `AgentStale`, `OwnershipChanged`, `ChannelExpiryInvalid`,
    /// `AmountZero`, `InsufficientFree`, `DailyCapExceeded`, `TotalCapExceeded`, `MandateMismatch`,
    /// `AgentMismatch`, `VersionMismatch`, `VersionYanked`, `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`,
    /// `StakeVaultMismatch`, `ScoreMismatch`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`,
    /// `ApprovalRequired`, `ApprovalAccountsMismatch`, `ConfigMismatch`, and those of consent's `approval_consume`
    pub fn channel_rearm<'info>(
        ctx: Context<'_, '_, '_, 'info, ChannelRearm<'info>>,
        args: ChannelRearmArgs,
    ) -> Result<()> {
        handle_channel_rearm(ctx, args)
    }

    /// Raises channels' watermarks by vouchers that the Ed25519 instruction right before has verified.
    /// Signed by nobody. Data begins with the byte 1; what follows is not read.
    ///
    /// Errors: `NotInstructionsSysvar`, `Ed25519Missing`, `Ed25519NotCanonical`, `SignatureCountMismatch`,
    /// `DuplicateChannel`, `NotAChannel`, `UnknownLayout`, `WrongTag`, `WrongSigner`, `VoucherExpired`,
    /// `ChannelExpired`, `GraceOver`, `ChannelDraining`, `NotMonotonic`, `CallsNotMonotonic`,
    /// `PerCallMaximumExceeded`, `AboveAllotment`
    #[instruction(discriminator = [1])]
    pub fn channel_settle(ctx: Context<ChannelSettle>) -> Result<()> {
        handle_channel_settle(ctx)
    }

    /// Raises the watermarks of all channels of a voucher set, by the one signature that the Ed25519 instruction
    /// right before has verified. Signed by nobody. Data begins with the byte 3; what follows is not read.
    ///
    /// Errors: `SetSizeInvalid`, `WrongSet`, and those of `channel_settle` but for `WrongTag`
    #[instruction(discriminator = [3])]
    pub fn channel_settle_set(ctx: Context<ChannelSettleSet>) -> Result<()> {
        handle_channel_settle_set(ctx)
    }

    /// Pays what has matured to the agent's payout owner, less the fee. Signed by nobody; never paused.
    ///
    /// Errors: `NothingPayable`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`, `MintMismatch`,
    /// `TokenProgramMismatch`
    pub fn channel_payout(ctx: Context<ChannelPayout>) -> Result<()> {
        handle_channel_payout(ctx)
    }

    /// Keeps `amount` base units of settled money that has not matured from being paid out, so that a dispute
    /// finds it. Signed by the payer, or by the session key while it is both mandate's and channel's; never
    /// paused. Lapses by itself unless disputed.
    ///
    /// Errors: `AmountZero`, `HoldExists`, `HoldTooHigh`, `NotPayerOrSession`, `MandateMismatch`
    pub fn channel_hold(ctx: Context<ChannelHold>, amount: u64) -> Result<()> {
        handle_channel_hold(ctx, amount)
    }

    /// Gives a hold back before its time. Signed like the hold; never paused.
    ///
    /// Errors: `NothingHeld`, `HoldDisputed`, `NotPayerOrSession`, `MandateMismatch`
    pub fn channel_release(ctx: Context<ChannelRelease>) -> Result<()> {
        handle_channel_release(ctx)
    }

    /// Returns `amount` base units of settled, unpaid money to the payer, held money last. Signed by the payout
    /// owner.
    ///
    /// Errors: `AmountZero`, `RefundTooHigh`, `NotPayee`, `DestinationMismatch`, `MandateMismatch`,
    /// `VaultMismatch`, `MintMismatch`, `TokenProgramMismatch`
    pub fn channel_refund(ctx: Context<ChannelRefund>, amount: u64) -> Result<()> {
        handle_channel_refund(ctx, amount)
    }

    /// Starts the grace in which the agent still settles. Signed by payer or session key; by anyone once the
    /// mandate was killed or has expired, or its session key was rotated.
    ///
    /// Errors: `NotOpen`, `ClosedInOpeningSlot`, `CloseNotAllowed`, `MandateMismatch`
    pub fn channel_close(ctx: Context<ChannelClose>) -> Result<()> {
        handle_channel_close(ctx)
    }

    /// Undoes a closing before its grace ends. Signed by the payer's wallet.
    ///
    /// Errors: `NotClosing`, `GraceOver`, `ReopenNotAllowed`, `PayerMismatch`, `MandateMismatch`
    pub fn channel_reopen(ctx: Context<ChannelReopen>) -> Result<()> {
        handle_channel_reopen(ctx)
    }

    /// Returns what was not settled to the mandate, once nothing can settle any more. Signed by nobody.
    ///
    /// Errors: `NotDrainable`, `ChannelDraining`, `MandateMismatch`
    pub fn channel_drain(ctx: Context<ChannelDrain>) -> Result<()> {
        handle_channel_drain(ctx)
    }

    /// Ends a drained, paid-out channel; its rent goes back to whoever paid it. Signed by anyone.
    ///
    /// Errors: `NotDraining`, `HeldOrDisputed`, `UnpaidRemains`, `ClaimWindowOpen`, `RatingWindowOpen`,
    /// `MandateMismatch`, `RentPayerMismatch`
    pub fn channel_finish(ctx: Context<ChannelFinish>) -> Result<()> {
        handle_channel_finish(ctx)
    }

    /// Pays accrued fees to the treasury. Signed by nobody.
    ///
    /// Errors: `NoFees`, `DestinationMismatch`, `VaultMismatch`, `MintMismatch`, `TokenProgramMismatch`,
    /// `ConfigMismatch`
    pub fn fees_sweep(ctx: Context<FeesSweep>) -> Result<()> {
        handle_fees_sweep(ctx)
    }

    /// Uses up what the payer may rate of a channel and answers it. Signed by reputation's rating authority,
    /// which is to check who rates and to pause ratings; this never does.
    ///
    /// Errors: `NotRatingAuthority`, `RatingRightMissing`, `MandateMismatch`
    pub fn rating_consume(ctx: Context<RatingConsume>) -> Result<RatingRight> {
        handle_rating_consume(ctx)
    }

    /// Counts a claim of `claim` base units, takes the payer's hold up to it and answers what may be claimed of
    /// whom. Signed by stake's claim authority, which is to check who claims; never paused.
    ///
    /// Errors: `NotClaimAuthority`, `AmountZero`, `ClaimTooHigh`, `ClaimWindowOver`, `MandateMismatch`
    pub fn claim_open(ctx: Context<ClaimOpen>, claim: u64) -> Result<ClaimRight> {
        handle_claim_open(ctx, claim)
    }

    /// Ends a claim: pays its loss to the payer as far as the hold goes, less what the agent gave back since, and
    /// answers what is left of it. Signed by stake's claim authority; never paused.
    ///
    /// Errors: `NotClaimAuthority`, `ClaimMismatch`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`,
    /// `MintMismatch`, `TokenProgramMismatch`
    pub fn claim_close(ctx: Context<ClaimClose>, end: ClaimEnd) -> Result<ClaimPaid> {
        handle_claim_close(ctx, end)
    }

    /// Offers an agent a job and allots its money, under terms copied now. Signed by payer or session key. The
    /// mandate's per-call maximum does not bound it, its caps do.
    ///
    /// Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `AgentNotActive`, `AgentStale`,
    /// `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`, `StakeVaultMismatch`, `ScoreMismatch`, `VersionMismatch`,
    /// `VersionNotLatest`, `VersionYanked`, `AgentNotAllowed`, `AllowProofMissing`, `AllowProofInvalid`,
    /// `AllowProofTooLong`, `AllowProofUnexpected`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`,
    /// `ApprovalRequired`, `ApprovalAccountsMismatch`, those of consent's `approval_consume`, `HashMissing`, `JobDeadlinesInvalid`, `ReviewWindowInvalid`, `AmountZero`,
    /// `InsufficientFree`, `DailyCapExceeded`, `TotalCapExceeded`, `ConfigMismatch`
    pub fn job_open<'info>(ctx: Context<'_, '_, '_, 'info, JobOpen<'info>>, args: JobOpenArgs) -> Result<()> {
        handle_job_open(ctx, args)
    }

    /// Takes a job on. Signed by the job's agent key or the agent's owner, for these terms; never paused.
    ///
    /// Errors: `NotJobAgent`, `JobGenerationMismatch`, `OwnershipChanged`, `JobNotFunded`, `TermsMismatch`,
    /// `AcceptanceOver`, `AgentMismatch`, `MandateMismatch`
    pub fn job_accept(ctx: Context<JobAccept>, args: JobAcceptArgs) -> Result<()> {
        handle_job_accept(ctx, args)
    }

    /// Declines a job: its money back to the mandate. Signed by the job's agent key or the agent's owner.
    ///
    /// Errors: `NotJobAgent`, `JobNotFunded`, `AgentMismatch`, `MandateMismatch`
    pub fn job_reject(ctx: Context<JobReject>) -> Result<()> {
        handle_job_reject(ctx)
    }

    /// Takes a job back before it is accepted: its money back to the mandate. Signed by the payer, or by the
    /// session key while it is both mandate's and job's.
    ///
    /// Errors: `NotPayerOrSession`, `JobNotFunded`, `MandateMismatch`
    pub fn job_cancel(ctx: Context<JobCancel>) -> Result<()> {
        handle_job_cancel(ctx)
    }

    /// Delivers the result, by its hash, and starts the payer's review. Signed by the job's agent key; never paused.
    ///
    /// Errors: `NotJobAgent`, `JobGenerationMismatch`, `JobNotAccepted`, `DeliveryOver`, `HashMissing`
    pub fn job_deliver(ctx: Context<JobDeliver>, args: JobDeliverArgs) -> Result<()> {
        handle_job_deliver(ctx, args)
    }

    /// Accepts the result: what the job has left is the agent's, and `job_payout` pays it. Signed by the payer, or
    /// by the session key while it is both mandate's and job's; by anyone once the review is over. Before that it
    /// needs the approvers where it is as much as they are asked about.
    ///
    /// Errors: `JobGenerationMismatch`, `JobNotDelivered`, `ReviewOpen`, `ApprovalRequired`,
    /// `ApprovalAccountsMismatch`, `MandateMismatch`, and those of consent's `approval_consume`
    pub fn job_release<'info>(
        ctx: Context<'_, '_, '_, 'info, JobRelease<'info>>,
        generation: u64,
    ) -> Result<()> {
        handle_job_release(ctx, generation)
    }

    /// Ends a job as both sides agree: a part to the agent, the rest back to the mandate. Signed by the payer, or
    /// by the session key while it is both mandate's and job's, and by the payout owner; the agent's part needs the
    /// approvers where it is as much as they are asked about.
    ///
    /// Errors: `NotPayerOrSession`, `NotPayee`, `JobGenerationMismatch`, `JobNotUnderWay`, `JobSplitTooHigh`,
    /// `ApprovalRequired`, `ApprovalAccountsMismatch`, `MandateMismatch`, and those of consent's `approval_consume`
    pub fn job_split<'info>(
        ctx: Context<'_, '_, '_, 'info, JobSplitting<'info>>,
        args: JobSplitArgs,
    ) -> Result<()> {
        handle_job_split(ctx, args)
    }

    /// Ends a job that was not accepted, or not delivered, in time: its money back to the mandate. Signed by nobody.
    ///
    /// Errors: `JobNotExpired`, `MandateMismatch`
    pub fn job_expire(ctx: Context<JobExpire>) -> Result<()> {
        handle_job_expire(ctx)
    }

    /// Gives `amount` base units of an accepted job back to the mandate, all of them ending it; while a dispute is
    /// open, toward its loss. Signed by the payout owner.
    ///
    /// Errors: `NotPayee`, `JobGenerationMismatch`, `AmountZero`, `JobNotUnderWay`, `JobRefundTooHigh`,
    /// `MandateMismatch`
    pub fn job_refund(ctx: Context<JobRefunding>, args: JobRefundArgs) -> Result<()> {
        handle_job_refund(ctx, args)
    }

    /// Pays what is earned to the agent's payout owner, less the fee. Signed by nobody; never paused.
    ///
    /// Errors: `JobNothingPayable`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`, `MintMismatch`,
    /// `TokenProgramMismatch`
    pub fn job_payout(ctx: Context<JobPayout>) -> Result<()> {
        handle_job_payout(ctx)
    }

    /// Ends the account of a job that is over and paid out; its rent goes back to whoever paid it. Signed by anyone.
    ///
    /// Errors: `JobNotEnded`, `JobUnpaid`, `JobFinishedInOpeningSlot`, `RatingWindowOpen`, `MandateMismatch`,
    /// `RentPayerMismatch`
    pub fn job_finish(ctx: Context<JobFinish>) -> Result<()> {
        handle_job_finish(ctx)
    }

    /// Uses up what the payer may rate of a job and answers it. Signed by reputation's rating authority, which is
    /// to check who rates and to pause ratings; this never does.
    ///
    /// Errors: `NotRatingAuthority`, `RatingRightMissing`, `MandateMismatch`
    pub fn job_rating_consume(ctx: Context<JobRatingConsume>) -> Result<RatingRight> {
        handle_job_rating_consume(ctx)
    }

    /// Puts `claim` base units of a delivered job up to a dispute, the rest being the agent's, and answers what may
    /// be claimed of whom. Signed by stake's claim authority, which is to check who claims; never paused.
    ///
    /// Errors: `NotClaimAuthority`, `AmountZero`, `JobNotDelivered`, `ReviewOver`, `JobClaimTooHigh`,
    /// `MandateMismatch`
    pub fn job_claim_open(ctx: Context<JobClaimOpen>, claim: u64) -> Result<ClaimRight> {
        handle_job_claim_open(ctx, claim)
    }

    /// Ends a disputed job: the loss, less what the agent gave back since, back to the mandate, the rest to the
    /// agent, and answers both. Signed by stake's claim authority; never paused.
    ///
    /// Errors: `NotClaimAuthority`, `ClaimMismatch`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`,
    /// `MintMismatch`, `TokenProgramMismatch`
    pub fn job_claim_close(ctx: Context<JobClaimClose>, end: ClaimEnd) -> Result<ClaimPaid> {
        handle_job_claim_close(ctx, end)
    }

    /// Makes the mint of the credits, with `decimals` (at most 9), once. Signed by the config's admin.
    ///
    /// Errors: `NotAdmin`, `CreditsExist`, `CreditDecimalsInvalid`, `CreditMintMismatch`, `ConfigMismatch`
    pub fn credits_initialize(ctx: Context<CreditsInitialize>, decimals: u8) -> Result<()> {
        handle_credits_initialize(ctx, decimals)
    }

    /// Names an issuer of credits, or changes what it may mint. Signed by the config's admin; never paused.
    ///
    /// Errors: `NotAdmin`, `IssuerMissing`, `IssuerMismatch`, `ConfigMismatch`
    pub fn credit_issuer_set(ctx: Context<CreditIssuerSet>, args: CreditIssuerSetArgs) -> Result<()> {
        handle_credit_issuer_set(ctx, args)
    }

    /// Mints `amount` base units of credits to a wallet, once for the payment that `reference` tells. Signed by the
    /// issuer.
    ///
    /// Errors: `Paused`, `AmountZero`, `NotIssuer`, `IssuerInactive`, `IssuerCapExceeded`, `CreditPaymentUsed`,
    /// `CreditReferenceMissing`, `CreditsMissing`, `CreditMintMismatch`, `DestinationMismatch`, `ConfigMismatch`
    pub fn credits_mint(ctx: Context<CreditsMint>, amount: u64, reference: [u8; 32]) -> Result<()> {
        handle_credits_mint(ctx, amount, reference)
    }

    /// Burns `amount` base units of the holder's credits; `reference` tells what for, zeros for nothing. Signed by
    /// the holder; never paused.
    ///
    /// Errors: `AmountZero`, `CreditMintMismatch`, `MintMismatch`
    pub fn credits_burn(ctx: Context<CreditsBurn>, amount: u64, reference: [u8; 32]) -> Result<()> {
        handle_credits_burn(ctx, amount, reference)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn id_is_the_one_others_know() {
        assert_eq!(crate::ID, agent_labs_common::ids::escrow::ID);
    }
}
