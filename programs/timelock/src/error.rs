use agent_labs_common::mint::Flaw;
use anchor_lang::prelude::*;

/// Append-only: a number, once given, keeps its meaning. Anchor adds 6000 to each, on the chain and in the
/// IDL; `numbers_stay` pins what clients see.
#[error_code]
#[derive(PartialEq, Eq)]
pub enum TimelockError {
    // what any instruction can say
    #[msg("A number left its range; use smaller amounts")]
    MathOverflow = 0,
    #[msg("The account has a layout this program does not know; update the client or migrate the account")]
    UnknownLayout = 1,
    #[msg("Stored state would break a rule of the ledger; nothing was changed, please report it")]
    InvariantBroken = 2,
    #[msg("Locking is paused; claims stay open, lock after the admin unpauses")]
    Paused = 3,
    #[msg("The amount is zero; give one above it")]
    AmountZero = 4,
    #[msg("The account is not the registry's config; pass the one at its derived address")]
    ConfigMismatch = 5,
    #[msg("The account is not this program's event authority; pass the one at its derived address")]
    EventAuthorityMismatch = 6,
    #[msg("The account is not this program; pass it as the last account")]
    ProgramMismatch = 7,
    #[msg("The mint, or a token account's, is not the recorded one; pass that")]
    MintMismatch = 8,
    #[msg("The mint, or a token account, is of another token program; pass the one the mint belongs to")]
    TokenProgramMismatch = 9,
    #[msg("The token account is not the recorded one; pass that")]
    VaultMismatch = 10,
    #[msg(
        "The token account is not of the one to be paid; pass theirs, the associated one unless they sign"
    )]
    DestinationMismatch = 11,
    #[msg("The rent goes to whoever paid it; pass that account")]
    RentPayerMismatch = 12,
    #[msg("The mint's extensions cannot be read; take another mint")]
    MintMalformed = 13,
    #[msg("The mint can take a fee of each transfer; take another mint")]
    MintTakesFees = 14,
    #[msg("The mint has a permanent delegate, who can take tokens from anybody; take another mint")]
    MintHasPermanentDelegate = 15,
    #[msg("The mint lets another program decide about transfers; take another mint")]
    MintHasTransferHook = 16,
    #[msg("The mint can make token accounts frozen from the start; take another mint")]
    MintFreezesByDefault = 17,
    #[msg("The mint's transfers can be paused; take another mint")]
    MintPausable = 18,
    #[msg("The mint can be closed, and made anew with other rules; take another mint")]
    MintClosable = 19,
    #[msg("The mint can hide amounts; take another mint")]
    MintConfidential = 20,
    #[msg("The mint shows other amounts than it moves, by interest or a scale; take another mint")]
    MintScalesAmounts = 21,
    #[msg("The mint's tokens cannot be transferred; take another mint")]
    MintNotTransferable = 22,
    #[msg("The mint has an extension that this program does not know; take another mint")]
    MintExtensionUnknown = 23,

    // terms of a lock
    #[msg("The schedule starts at its end or after it; correct the two")]
    StartAfterEnd = 24,
    #[msg("The cliff must lie between start and end; correct it")]
    CliffOutsideSchedule = 25,
    #[msg("More comes with the cliff than is locked; lower it")]
    CliffAboveTotal = 26,
    #[msg("A period is a second or more, and releases a base unit or more; correct it")]
    PeriodInvalid = 27,
    #[msg("A schedule lies between 1970 and the year 3000; bring its ends in")]
    ScheduleOutOfRange = 28,
    #[msg("The schedule is over, all of it is released")]
    ScheduleOver = 29,
    #[msg("There are 1 to 8 milestones, each of an amount above zero; correct them")]
    MilestonesInvalid = 30,
    #[msg("The milestones' sum is not the amount locked; correct one of the two")]
    MilestoneSumMismatch = 31,
    #[msg("The approver must be a key, and not the recipient's; name another")]
    ApproverInvalid = 32,
    #[msg("The lock takes no more: it was made so, or goes by milestones; make another one")]
    TopUpNotAllowed = 33,
    #[msg("The recipient must be a key that can receive, and another than now; name another")]
    RecipientInvalid = 34,
    #[msg("There is such an account already; choose another id, or use it")]
    AddressTaken = 35,

    // release
    #[msg("Nothing is due; wait for the schedule or the approver")]
    NothingDue = 36,
    #[msg("A former recipient is still owed what was released before; claim it for them first")]
    FormerUnpaid = 37,
    #[msg("Signer is not the lock's approver")]
    NotApprover = 38,
    #[msg("The lock has no such milestone; pass an index of one")]
    MilestoneUnknown = 39,
    #[msg("The milestone is approved already; an approval stands")]
    MilestoneApproved = 40,
    #[msg("An earlier milestone is not approved yet; this lock goes in order")]
    MilestoneOutOfOrder = 41,
    #[msg("The deadline for approvals is over; what was not approved goes back")]
    DeadlineOver = 42,

    // ending and changing hands
    #[msg("Who signs may not cancel this lock; its mode was fixed when it was made")]
    CancelNotAllowed = 43,
    #[msg("The lock was stopped before; claim what is due")]
    LockStopped = 44,
    #[msg("Nothing goes back; a lock returns what a cancellation or a deadline left over")]
    NothingToReclaim = 45,
    #[msg("Who signs may not change this lock's recipient; its mode was fixed when it was made")]
    ChangeNotAllowed = 46,
    #[msg("The lock is not offered to who signs; let its recipient offer it")]
    NotPendingRecipient = 47,
    #[msg("More was claimed than the new recipient agreed to; look at the lock again")]
    ClaimedMeanwhile = 48,
    #[msg("The lock is another than the one signed for: it was made anew at this address; read it again")]
    GenerationMismatch = 49,
    #[msg("The lock goes on or still holds money; end it, claim and reclaim first")]
    LockNotOver = 50,
    #[msg("A lock cannot be closed in the slot it was made in; try again in the next")]
    ClosedInOpeningSlot = 51,
    #[msg("Signer is not the lock's funder")]
    NotFunder = 52,

    // intakes
    #[msg("An intake's cliff and period fit in its duration, whole periods of at least a base unit of its minimum; correct them")]
    IntakeTermsInvalid = 53,
    #[msg("There is less than the intake's minimum, or of another mint; wait, or let the recipient sign")]
    BelowMinimum = 54,
    #[msg("Signer is not the intake's recipient")]
    NotIntakeRecipient = 55,
    #[msg("An intake signs escrow's channel_refund, job_refund and job_split, and nothing else")]
    RelayNotAllowed = 56,
    #[msg("The account is not the escrow program; pass that")]
    EscrowMismatch = 57,

    // income pools
    #[msg("Signer is not the creator; sign with the wallet that made it")]
    NotCreator = 60,
    #[msg("The attestor must be a key; name who vouches for members")]
    AttestorInvalid = 61,
    #[msg("A pool takes at least one member; raise the most")]
    MembersLimitInvalid = 62,
    #[msg("The amount is zero, or more than can be paid to the most members; correct it")]
    EpochAmountInvalid = 63,
    #[msg("An epoch lasts a minute to ten years; correct its length")]
    EpochLengthInvalid = 64,
    #[msg("The first epoch lies in the past, or more than ten years ahead; correct its time")]
    FirstEpochInvalid = 65,
    #[msg("The grace is at most a year; correct it")]
    GraceInvalid = 66,
    #[msg("The membership is of another pool; pass that one")]
    PoolMismatch = 67,
    #[msg("The creator stopped the pool; what is owed can still be claimed")]
    PoolStopped = 68,
    #[msg("The pool has as many members as it takes; wait until one leaves")]
    PoolFull = 69,
    #[msg("The wallet has a membership already; claim what it is owed and end that one first")]
    AlreadyMember = 70,
    #[msg("The pool's attestor does not vouch for the wallet; ask it for an attestation")]
    NotAttested = 71,
    #[msg("The wallet's attestation has expired; ask the attestor to renew it")]
    AttestationExpired = 72,
    #[msg("The account is not the attestation of this wallet by the pool's attestor; pass that")]
    AttestationMismatch = 73,
    #[msg("This epoch was opened already, or the first is not due yet; wait for its time")]
    EpochNotDue = 74,
    #[msg("The free money does not pay for all members; fund the pool")]
    EpochNotFunded = 75,
    #[msg("The pool has no members; an epoch would be for nobody")]
    PoolEmpty = 76,
    #[msg("The member has money coming; claim it first, or give it up by name when leaving")]
    ClaimFirst = 77,
    #[msg("The attestor still vouches for the member; only without that it can be evicted")]
    StillAttested = 78,
    #[msg("The suspended member keeps what it has coming for a while; wait for the end of the grace")]
    GraceNotOver = 79,
    #[msg("The pool still runs; stop it first")]
    PoolNotStopped = 80,
    #[msg("The pool has memberships; let them be paid and evicted first")]
    MembersRemain = 81,
    #[msg("Nothing is free to be taken out")]
    NothingFree = 82,
    #[msg("Signer is not the member; sign with the wallet that joined")]
    NotMember = 83,

    // batches
    #[msg("The root is zero; pass that of the recipients' tree")]
    BatchRootInvalid = 90,
    #[msg("A batch has 1 to 65,536 leaves; split a longer list")]
    BatchCountInvalid = 91,
    #[msg("The total is less than a base unit a leaf; pass the sum of all amounts")]
    BatchTotalInvalid = 92,
    #[msg("Leaves can be claimed for 30 days at least and 100 years at most; move the end")]
    ClaimWindowInvalid = 93,
    #[msg("That is more than the batch still lacks; deposit the rest alone")]
    BatchOverfunded = 94,
    #[msg("The batch is not funded in full yet; deposit the rest first")]
    BatchNotFunded = 95,
    #[msg("The batch is over: every leaf was claimed, or their time has passed")]
    BatchOver = 96,
    #[msg("The batch was cancelled before; its leaves can still be claimed for what had vested")]
    BatchCancelled = 97,
    #[msg("The batch has no such leaf; pass the index that the recipients' file names")]
    LeafIndexInvalid = 98,
    #[msg("The leaf was claimed before; its lock has the money")]
    LeafClaimed = 99,
    #[msg("A proof has at most 16 hashes")]
    LeafProofTooLong = 100,
    #[msg(
        "The proof does not lead from this grant to the batch's root; take both from the recipients' file"
    )]
    LeafProofInvalid = 101,
    #[msg("The leaves are worth more than the batch was funded with; ask its creator")]
    BatchExhausted = 102,
    #[msg("Leaves can still be claimed; wait for the last of them or the end of their time")]
    BatchOpen = 103,
}

impl From<Flaw> for TimelockError {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Malformed => Self::MintMalformed,
            Flaw::TakesFees => Self::MintTakesFees,
            Flaw::HasPermanentDelegate => Self::MintHasPermanentDelegate,
            Flaw::HasTransferHook => Self::MintHasTransferHook,
            Flaw::FreezesByDefault => Self::MintFreezesByDefault,
            Flaw::Pausable => Self::MintPausable,
            Flaw::Closable => Self::MintClosable,
            Flaw::Confidential => Self::MintConfidential,
            Flaw::ScalesAmounts => Self::MintScalesAmounts,
            Flaw::NotTransferable => Self::MintNotTransferable,
            Flaw::ExtensionUnknown => Self::MintExtensionUnknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay() {
        for (error, number) in [
            (TimelockError::MathOverflow, 6000),
            (TimelockError::RentPayerMismatch, 6012),
            (TimelockError::MintExtensionUnknown, 6023),
            (TimelockError::StartAfterEnd, 6024),
            (TimelockError::AddressTaken, 6035),
            (TimelockError::NothingDue, 6036),
            (TimelockError::DeadlineOver, 6042),
            (TimelockError::CancelNotAllowed, 6043),
            (TimelockError::NotFunder, 6052),
            (TimelockError::IntakeTermsInvalid, 6053),
            (TimelockError::EscrowMismatch, 6057),
            (TimelockError::NotCreator, 6060),
            (TimelockError::NotMember, 6083),
            (TimelockError::BatchRootInvalid, 6090),
            (TimelockError::BatchOpen, 6103),
        ] {
            assert_eq!(u32::from(error), number, "{error:?}");
        }
    }
}
