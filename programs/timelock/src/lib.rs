//! Timelock: money that is released over time.
//!
//! A lock holds the tokens of one recipient, who gets them by a schedule that is fixed as it is made. An intake is an
//! address that turns what is paid to it into locks, escrow's payouts for one. A batch promises locks to thousands of
//! recipients under one root. An income pool pays a fixed amount an epoch to each member that an attestor vouches for.
//! Tokens that somebody sends to their token accounts count for nothing. Claims need nobody's leave, and no pause
//! stands in their way.
//!
//! Amounts are base units of the mint, times Unix seconds. Every instruction can fail with `MathOverflow`,
//! `InvariantBroken`, `UnknownLayout` or an error of Anchor's; the special errors of each stand with it.

use anchor_lang::prelude::*;

pub mod attested;
pub mod constants;
pub mod error;
pub mod events;
pub mod instructions;
pub mod leaf;
pub mod maker;
pub mod math;
pub mod mint;
pub mod schedule;
pub mod state;
#[cfg(test)]
mod tests;
pub mod token;
pub mod vault;

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

    /// Makes an income pool with its vault: a fixed amount an epoch for each attested member.
    ///
    /// Authority: the creator, who pays the rent and gets it back at the end.
    /// Errors: `Paused`, `AddressTaken`, `AttestorInvalid`, `MembersLimitInvalid`, `EpochAmountInvalid`,
    /// `EpochLengthInvalid`, `FirstEpochInvalid`, `GraceInvalid`, `TokenProgramMismatch`, `ConfigMismatch`, and those
    /// of the mint: `MintMalformed` to `MintExtensionUnknown`
    pub fn pool_create(ctx: Context<PoolCreate>, args: PoolCreateArgs) -> Result<()> {
        handle_pool_create(ctx, args)
    }

    /// Adds `amount` base units to the free money. What anybody puts in is the creator's to take out once it has
    /// stopped the pool.
    ///
    /// Authority: anyone, out of a token account it may spend from.
    /// Errors: `Paused`, `AmountZero`, `PoolStopped`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`,
    /// `ConfigMismatch`, and those of the mint
    pub fn pool_fund(ctx: Context<PoolFund>, amount: u64) -> Result<()> {
        handle_pool_fund(ctx, amount)
    }

    /// Makes a wallet that the pool's attestor vouches for a member. It has a part in epochs that open from now on.
    ///
    /// Authority: the wallet; anyone pays the rent, and gets it back when the membership ends.
    /// Errors: `Paused`, `AlreadyMember`, `PoolStopped`, `PoolFull`, `NotAttested`, `AttestationExpired`,
    /// `AttestationMismatch`, `ConfigMismatch`
    pub fn pool_join(ctx: Context<PoolJoin>) -> Result<()> {
        handle_pool_join(ctx)
    }

    /// Opens the epoch of the present span of time: sets the amount aside for each member of this moment. A span in
    /// which none opened is not made up for. Never paused: it commits no new money.
    ///
    /// Authority: anyone, without a signature.
    /// Errors: `PoolStopped`, `EpochNotDue`, `PoolEmpty`, `EpochNotFunded`
    pub fn epoch_open(ctx: Context<EpochOpen>) -> Result<()> {
        handle_epoch_open(ctx)
    }

    /// Pays a member all that it has coming, while the attestor vouches for it. Never paused.
    ///
    /// Authority: anyone, to the member's associated token account; the member to any token account of its own.
    /// Errors: `NothingDue`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `PoolMismatch`,
    /// `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`
    pub fn pool_claim(ctx: Context<PoolClaim>) -> Result<()> {
        handle_pool_claim(ctx)
    }

    /// Ends a membership by its own will. With money coming only if `forfeit` says that it is given up. Never paused.
    ///
    /// Authority: the member; the rent goes to whoever paid it.
    /// Errors: `ClaimFirst`, `NotMember`, `PoolMismatch`, `RentPayerMismatch`
    pub fn pool_leave(ctx: Context<PoolLeave>, forfeit: bool) -> Result<()> {
        handle_pool_leave(ctx, forfeit)
    }

    /// Suspends a member that the attestor does not vouch for any more, and ends the membership once nothing is
    /// coming to it, or the pool's grace has passed since. In a stopped pool it ends any membership that has nothing
    /// coming. Never paused.
    ///
    /// Authority: anyone, without a signature; the rent goes to whoever paid it.
    /// Errors: `StillAttested`, `GraceNotOver`, `ClaimFirst`, `PoolMismatch`, `AttestationMismatch`,
    /// `RentPayerMismatch`
    pub fn pool_evict(ctx: Context<PoolEvict>) -> Result<()> {
        handle_pool_evict(ctx)
    }

    /// Ends the opening of epochs, for good. What is owed can still be claimed. Never paused.
    ///
    /// Authority: the creator.
    /// Errors: `PoolStopped`, `NotCreator`
    pub fn pool_stop(ctx: Context<PoolStop>) -> Result<()> {
        handle_pool_stop(ctx)
    }

    /// Takes all free money out of a stopped pool. Never paused.
    ///
    /// Authority: the creator, to any token account.
    /// Errors: `PoolNotStopped`, `NothingFree`, `NotCreator`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`,
    /// `TokenProgramMismatch`
    pub fn pool_withdraw(ctx: Context<PoolWithdraw>) -> Result<()> {
        handle_pool_withdraw(ctx)
    }

    /// Ends a stopped pool without memberships: all its tokens to `destination`, its rent to the creator. Never
    /// paused.
    ///
    /// Authority: the creator.
    /// Errors: `PoolNotStopped`, `MembersRemain`, `ClosedInOpeningSlot`, `NotCreator`, `DestinationMismatch`,
    /// `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`
    pub fn pool_close(ctx: Context<PoolClose>) -> Result<()> {
        handle_pool_close(ctx)
    }

    /// Promises grants to up to 65,536 recipients under the root of their tree.
    ///
    /// Authority: the creator, who pays the rent and gets it back at the end.
    /// Errors: `Paused`, `AddressTaken`, `BatchRootInvalid`, `BatchCountInvalid`, `BatchTotalInvalid`,
    /// `ClaimWindowInvalid`, `TokenProgramMismatch`, `ConfigMismatch`, and those of the mint
    pub fn batch_create(ctx: Context<BatchCreate>, args: BatchCreateArgs) -> Result<()> {
        handle_batch_create(ctx, args)
    }

    /// Puts `amount` base units into a batch; once it has its total, leaves can be claimed.
    ///
    /// Authority: anyone, out of a token account it may spend from.
    /// Errors: `Paused`, `AmountZero`, `BatchOverfunded`, `BatchOver`, `MintMismatch`, `VaultMismatch`,
    /// `TokenProgramMismatch`, `ConfigMismatch`, and those of the mint
    pub fn batch_fund(ctx: Context<BatchFund>, amount: u64) -> Result<()> {
        handle_batch_fund(ctx, amount)
    }

    /// Takes a leaf out of a batch into an ordinary lock of its terms, once; after a cancellation, of what it had
    /// vested by then, all of it due, or of none. Never paused.
    ///
    /// Authority: anyone with the leaf and its proof, who pays the lock's rent and gets it back at its end.
    /// Errors: `BatchNotFunded`, `BatchOver`, `AmountZero`, `LeafProofTooLong`, `LeafProofInvalid`, `LeafIndexInvalid`,
    /// `LeafClaimed`, `BatchExhausted`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`, and those of
    /// `lock_create` for a leaf whose terms no lock can have
    pub fn batch_claim(ctx: Context<BatchClaim>, args: BatchClaimArgs) -> Result<()> {
        handle_batch_claim(ctx, args)
    }

    /// Fixes the time up to which leaves vest that nobody has claimed. Locks that were made go on. Never paused.
    ///
    /// Authority: the creator, where it may cancel the locks.
    /// Errors: `CancelNotAllowed`, `BatchNotFunded`, `BatchOver`, `BatchCancelled`, `NotCreator`
    pub fn batch_cancel(ctx: Context<BatchCancel>) -> Result<()> {
        handle_batch_cancel(ctx)
    }

    /// Takes out what is the creator's: what leaves claimed after the cancellation did not get, and all that is left
    /// once the batch is over. Never paused.
    ///
    /// Authority: the creator, to any token account.
    /// Errors: `NothingFree`, `NotCreator`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`,
    /// `TokenProgramMismatch`
    pub fn batch_withdraw(ctx: Context<BatchWithdraw>) -> Result<()> {
        handle_batch_withdraw(ctx)
    }

    /// Ends a batch that is over, or was never funded in full: all its tokens to `destination`, its rent to the
    /// creator. Its locks go on. Never paused.
    ///
    /// Authority: the creator.
    /// Errors: `BatchOpen`, `ClosedInOpeningSlot`, `NotCreator`, `DestinationMismatch`, `MintMismatch`,
    /// `VaultMismatch`, `TokenProgramMismatch`
    pub fn batch_close(ctx: Context<BatchClose>) -> Result<()> {
        handle_batch_close(ctx)
    }
}
