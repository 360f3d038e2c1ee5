use anchor_lang::prelude::*;

/// Append-only: a number, once given, keeps its meaning.
#[error_code]
#[derive(PartialEq, Eq)]
pub enum ConsentError {
    // what any instruction can say
    #[msg("Arithmetic left its range; nothing was changed, please report it")]
    MathOverflow = 0,
    #[msg("The account has a layout version this program does not know; upgrade the client or migrate it")]
    UnknownLayout = 1,
    #[msg("Stored state broke a rule of the records; nothing was changed, please report it")]
    InvariantBroken = 2,
    #[msg("The account is not the config of the registry")]
    ConfigMismatch = 3,
    #[msg("The account is not this program's event authority")]
    EventAuthorityMismatch = 4,
    #[msg("The account is not the program this instruction calls; pass the one the IDL names")]
    ProgramMismatch = 5,
    #[msg("The rent goes to the one who paid it")]
    RentPayerMismatch = 6,

    // grants
    #[msg("The controller is the zero key; name whom the consent is given to")]
    ControllerMissing = 20,
    #[msg("The purpose is all zeros; pass its keyed hash")]
    PurposeMissing = 21,
    #[msg("The hash of the terms is all zeros; pass their keyed hash")]
    TermsMissing = 22,
    #[msg("Versions of terms count from 1")]
    TermsVersionInvalid = 23,
    #[msg("A consent ends in the future; choose a later end")]
    GrantExpiryInvalid = 24,
    #[msg("The consent was given or taken back since it was read; read it again before giving it")]
    RevisionMismatch = 25,
    #[msg("The terms are older than those consented to; pass the present ones")]
    TermsVersionTooLow = 26,
    #[msg("That is consented to already; nothing would change but by newer terms or a later end")]
    GrantUnchanged = 27,
    #[msg("The account is not the grant of this subject, controller and purpose; pass the derived address")]
    GrantMismatch = 28,
    #[msg("Only the wallet that consented can take it back or end it")]
    NotSubject = 29,
    #[msg("The consent is taken back already")]
    GrantRevoked = 30,
    #[msg("The consent still counts, or did within a day; take it back, and end it a day later")]
    GrantStays = 31,

    // approvals
    #[msg("The account is no mandate of escrow's, or another than the approval's")]
    MandateMismatch = 40,
    #[msg("Signer is neither the mandate's payer nor its session key")]
    NotPayerOrSession = 41,
    #[msg("The mandate has no approvers, so that nobody is to be asked")]
    NoApprovers = 42,
    #[msg("The call has more than 704 bytes of data or 64 accounts; split it")]
    CallTooLarge = 43,
    #[msg("An approval ends in the future, within 30 days; choose another end")]
    ApprovalExpiryInvalid = 44,
    #[msg("The account is not at the approval's derived address; hash the call again")]
    ApprovalMismatch = 45,
    #[msg("The approval is asked for already; sign it, or ask with another nonce")]
    ApprovalExists = 46,
    #[msg("Signer is not among the mandate's approvers")]
    NotApprover = 47,
    #[msg("The approver has signed already; each counts once")]
    AlreadySigned = 48,
    #[msg("The approval has expired; ask again")]
    ApprovalExpired = 49,
    #[msg("The approval ends at another time than the one signed for; read it again")]
    ExpiryMismatch = 50,
    #[msg("The approver has not signed, so there is nothing to take back")]
    NotSigned = 51,
    #[msg("Only who asked, or the mandate's payer, ends an approval before it expires")]
    NotRequester = 52,
    #[msg("Only escrow's approval consumer may use an approval up; carry the call out there")]
    NotConsumer = 53,
    #[msg("The mandate was closed and opened anew since; ask its approvers of now")]
    GenerationMismatch = 54,
    #[msg("The approval is of another call; nothing but its exact bytes and accounts is approved")]
    CallMismatch = 55,
    #[msg("Not enough approvers have signed; wait for more")]
    ThresholdNotReached = 56,

    // audit logs
    #[msg("The account is not the log at this operator's derived address")]
    LogMismatch = 70,
    #[msg("The log exists already; it is opened once")]
    LogExists = 71,
    #[msg("Only the log's operator anchors it")]
    NotOperator = 72,
    #[msg("The anchor is not the next one; read the log again")]
    SequenceMismatch = 73,
    #[msg("The previous root is not the log's last one; read the log again")]
    PreviousRootMismatch = 74,
    #[msg("The root is all zeros; pass that of the entries")]
    RootMissing = 75,
    #[msg("The log has as many entries already; entries only grow")]
    EntriesNotGrowing = 76,
}
