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
    #[msg("The token account is not of the one to be paid; pass theirs, the associated one unless they sign")]
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
        ] {
            assert_eq!(u32::from(error), number, "{error:?}");
        }
    }
}
