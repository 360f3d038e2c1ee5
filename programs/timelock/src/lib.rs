//! Timelock: money that is released over time.
//!
//! A lock holds the tokens of one recipient, who gets them by a schedule that is fixed as it is made. An intake is an
//! address that turns what is paid to it into locks, escrow's payouts for one. Tokens that somebody sends to a lock's
//! token account count for nothing. Claims need nobody's leave, and no pause stands in their way.
//!
//! Amounts are base units of the mint, times Unix seconds. Every instruction can fail with `MathOverflow`,
//! `InvariantBroken`, `UnknownLayout` or an error of Anchor's; the special errors of each stand with it.

use anchor_lang::prelude::*;

pub mod constants;
pub mod error;
pub mod events;
pub mod instructions;
pub mod maker;
pub mod math;
pub mod mint;
pub mod schedule;
pub mod state;
#[cfg(test)]
mod tests;
pub mod token;

use instructions::*;
use state::IntakeTerms;

declare_id!("8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ");

#[program]
pub mod timelock {
    use super::*;

    /// Locks `amount` base units for a recipient, under terms that are fixed with it.
    ///
    /// Authority: the creator, who puts the money in. The rent is anyone's, who gets it back.
    /// Errors: `Paused`, `AmountZero`, `TopUpNotAllowed`, `ScheduleOver`, `AddressTaken`, `RecipientInvalid`,
    /// `ApproverInvalid`, `StartAfterEnd`, `CliffOutsideSchedule`, `CliffAboveTotal`, `PeriodInvalid`,
    /// `ScheduleOutOfRange`, `MilestonesInvalid`, `MilestoneSumMismatch`, `MintMismatch`, `TokenProgramMismatch`,
    /// `ConfigMismatch`, and those of `mint`: `MintMalformed` to `MintExtensionUnknown`
    pub fn lock_create(ctx: Context<LockCreate>, args: LockCreateArgs) -> Result<()> {
        handle_lock_create(ctx, args)
    }

    /// Adds `amount` base units to a lock that takes more, as though they had been there from the start.
    ///
    /// Authority: the funder.
    /// Errors: `Paused`, `AmountZero`, `NotFunder`, `TopUpNotAllowed`, `LockStopped`, `ScheduleOver`,
    /// `ScheduleOutOfRange`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`, `ConfigMismatch`, and those of
    /// `mint`
    pub fn lock_top_up(ctx: Context<LockTopUp>, amount: u64) -> Result<()> {
        handle_lock_top_up(ctx, amount)
    }

    /// Pays the recipient all that is due, or a former one what it is still owed. Never paused.
    ///
    /// Authority: anyone; others than who is paid pay to the associated token account.
    /// Errors: `NothingDue`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`
    pub fn lock_claim(ctx: Context<LockClaim>, former: bool) -> Result<()> {
        handle_lock_claim(ctx, former)
    }

    /// Approves a milestone: its amount is due from now on. Never paused.
    ///
    /// Authority: the lock's approver.
    /// Errors: `NotApprover`, `GenerationMismatch`, `LockStopped`, `DeadlineOver`, `MilestoneUnknown`,
    /// `MilestoneApproved`, `MilestoneOutOfOrder`
    pub fn milestone_approve(ctx: Context<MilestoneApprove>, args: MilestoneApproveArgs) -> Result<()> {
        handle_milestone_approve(ctx, args)
    }

    /// Stops a lock for good. What was released stays due, the rest can be reclaimed. Never paused.
    ///
    /// Authority: the funder or the recipient, as the lock's mode has it.
    /// Errors: `CancelNotAllowed`, `LockStopped`, `ScheduleOver`
    pub fn lock_cancel(ctx: Context<LockCancel>) -> Result<()> {
        handle_lock_cancel(ctx)
    }

    /// Returns to the funder what a cancellation or the milestones' deadline left over. Never paused.
    ///
    /// Authority: anyone; others than the funder pay to the associated token account.
    /// Errors: `NothingToReclaim`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`
    pub fn lock_reclaim(ctx: Context<LockReclaim>) -> Result<()> {
        handle_lock_reclaim(ctx)
    }

    /// Names another recipient for what is released from now on; what was released before stays the old one's.
    ///
    /// Authority: the funder, where the lock's mode has it.
    /// Errors: `NotFunder`, `ChangeNotAllowed`, `LockStopped`, `ScheduleOver`, `FormerUnpaid`, `RecipientInvalid`,
    /// `ApproverInvalid`
    pub fn lock_recipient_change(ctx: Context<LockRecipientChange>, new_recipient: Pubkey) -> Result<()> {
        handle_lock_recipient_change(ctx, new_recipient)
    }

    /// Offers the lock as a whole to another wallet, or to nobody again. Never paused.
    ///
    /// Authority: the recipient, where the lock's mode has it.
    /// Errors: `ChangeNotAllowed`, `RecipientInvalid`, `ApproverInvalid`
    pub fn lock_offer(ctx: Context<LockOffer>, to: Option<Pubkey>) -> Result<()> {
        handle_lock_offer(ctx, to)
    }

    /// Takes an offered lock over, with all that is due. Never paused.
    ///
    /// Authority: who it is offered to.
    /// Errors: `NotPendingRecipient`, `GenerationMismatch`, `ClaimedMeanwhile`
    pub fn lock_accept(ctx: Context<LockAccept>, args: LockAcceptArgs) -> Result<()> {
        handle_lock_accept(ctx, args)
    }

    /// Ends a lock that is over and paid: donations to the funder, the rent to whoever paid it.
    ///
    /// Authority: anyone.
    /// Errors: `ClosedInOpeningSlot`, `LockNotOver`, `DestinationMismatch`, `RentPayerMismatch`, `MintMismatch`,
    /// `VaultMismatch`, `TokenProgramMismatch`
    pub fn lock_close(ctx: Context<LockClose>) -> Result<()> {
        handle_lock_close(ctx)
    }

    /// Makes the account of an address that locks what is paid to it. Never paused.
    ///
    /// Authority: anyone, who pays the rent and gets it back.
    /// Errors: `IntakeTermsInvalid`, `RecipientInvalid`, `AddressTaken`
    pub fn intake_open(ctx: Context<IntakeOpen>, terms: IntakeTerms) -> Result<()> {
        handle_intake_open(ctx, terms)
    }

    /// Locks all that waits in one of an intake's token accounts, for its recipient, from now on. Never paused.
    ///
    /// Authority: anyone from the intake's minimum on; below it, and for another mint, the recipient. The rent is
    /// anyone's, who gets it back.
    /// Errors: `NothingDue`, `BelowMinimum`, `VaultMismatch`, `AddressTaken`, `ScheduleOutOfRange`, `MintMismatch`,
    /// `TokenProgramMismatch`
    pub fn intake_lock(ctx: Context<IntakeLock>, id: u64) -> Result<()> {
        handle_intake_lock(ctx, id)
    }

    /// Signs for the intake what a payout owner signs at escrow, `data`: a refund of a channel or of a job, or its
    /// split. The accounts behind this instruction's are escrow's. Never paused.
    ///
    /// Authority: the recipient.
    /// Errors: `NotIntakeRecipient`, `RelayNotAllowed`, `EscrowMismatch`, and those of escrow's `channel_refund`,
    /// `job_refund` and `job_split`
    pub fn intake_relay<'info>(
        ctx: Context<'_, '_, '_, 'info, IntakeRelay<'info>>,
        data: Vec<u8>,
    ) -> Result<()> {
        handle_intake_relay(ctx, data)
    }

    /// Takes an intake's account away, its rent to whoever paid it; it can be opened again under the same terms.
    ///
    /// Authority: the recipient.
    /// Errors: `NotIntakeRecipient`, `RentPayerMismatch`
    pub fn intake_close(ctx: Context<IntakeClose>) -> Result<()> {
        handle_intake_close(ctx)
    }
}
