use anchor_lang::prelude::*;

/// Append-only: a number, once given, keeps its meaning.
#[error_code]
pub enum EscrowError {
    // what any instruction can say
    #[msg("Arithmetic left its range; use smaller amounts")]
    MathOverflow = 0,
    #[msg("The account has a layout version this program does not know; upgrade the client or migrate it")]
    UnknownLayout = 1,
    #[msg("Stored state broke a rule of the ledger; nothing was changed, please report it")]
    InvariantBroken = 2,
    #[msg("This limit needs a program that is not built yet; leave it unset")]
    NotYetEnforced = 3,
    #[msg("The protocol is paused for new business; exits stay open")]
    Paused = 4,
    #[msg("The amount must be above zero")]
    AmountZero = 5,
    #[msg("Signer is not the mandate's payer")]
    PayerMismatch = 6,
    #[msg("Signer is neither the mandate's payer nor its session key")]
    NotPayerOrSession = 7,
    #[msg("The account is not the config of the registry")]
    ConfigMismatch = 8,
    #[msg("The account belongs to another mandate")]
    MandateMismatch = 9,
    #[msg("The mint is not the mandate's")]
    MintMismatch = 10,
    #[msg("The token account is not the mandate's vault")]
    VaultMismatch = 11,
    #[msg("The token account is not owned by the one who is to be paid, or is of another mint")]
    DestinationMismatch = 12,
    #[msg("The account is not this program's event authority")]
    EventAuthorityMismatch = 13,
    #[msg("The account is not this program")]
    ProgramMismatch = 14,

    // mandate
    #[msg("The session key must be a key of its own, neither zero nor the payer's wallet")]
    SessionKeyInvalid = 20,
    #[msg("Per-call maximum, daily cap and total cap must be above zero, none above the next")]
    CapsInvalid = 21,
    #[msg("The expiry must lie in the future")]
    ExpiryInPast = 22,
    #[msg("The allow-list has more than 16 agents, a zero or a repeated one")]
    AllowListInvalid = 23,
    #[msg("The mandate was killed; open a new one")]
    MandateKilled = 24,
    #[msg("The mandate has expired; open a new one")]
    MandateExpired = 25,
    #[msg("The mandate holds less free money than that; deposit or ask for less")]
    InsufficientFree = 26,
    #[msg("Today's cap of the mandate does not allow this; wait for midnight UTC or ask for less")]
    DailyCapExceeded = 27,
    #[msg("The total cap of the mandate does not allow this; open a new mandate")]
    TotalCapExceeded = 28,
    #[msg("The mandate still has channels; close them first")]
    ChannelsRemain = 29,
    #[msg("The mandate still owes fees; sweep them first")]
    FeesRemain = 30,
    #[msg("That is the session key already")]
    SessionKeyUnchanged = 31,
    #[msg("No fees to sweep")]
    NoFees = 32,
    #[msg("A minimum score is from 1,000 to 5,000 thousandths of a star, or 0 for none; correct it")]
    MinScoreInvalid = 33,
    #[msg("A mandate has an allow-list or the root of one; leave one of them out")]
    AllowListTwice = 34,
    #[msg(
        "There are more than 8 approvers, a zero or a repeated one, or the payer is among them; correct them"
    )]
    ApproversInvalid = 35,
    #[msg("The threshold is from one approver to all of them, and zero without any; correct it")]
    ApprovalThresholdInvalid = 36,
    #[msg("With approvers both trigger amounts are above zero, and zero without any; correct them")]
    ApprovalTriggerInvalid = 37,
    #[msg("That much needs the mandate's approvers; ask them for exactly this instruction (consent's approval_request), and pass the approval behind its accounts")]
    ApprovalRequired = 38,
    #[msg("The session key would approve its own allotments; take another key")]
    SessionKeyApproves = 39,

    // channel: opening and allotting
    #[msg("The mandate does not allow this agent")]
    AgentNotAllowed = 40,
    #[msg("The agent is not open for business")]
    AgentNotActive = 41,
    #[msg("The agent's liveness lease has run out; it must send a heartbeat first")]
    AgentStale = 42,
    #[msg("The version belongs to another agent")]
    VersionMismatch = 43,
    #[msg("The version is not the agent's latest; read the manifest again")]
    VersionNotLatest = 44,
    #[msg("The version was yanked by its owner")]
    VersionYanked = 45,
    #[msg("The agent's price is above the mandate's per-call maximum")]
    PriceAboveMaximum = 46,
    #[msg(
        "The channel's expiry must lie in the future, within the longest channel life and the mandate's own"
    )]
    ChannelExpiryInvalid = 47,
    #[msg("The allotment does not pay for one call")]
    AllotmentBelowPrice = 48,
    #[msg("The agent has a new owner since this opened; open a new one")]
    OwnershipChanged = 49,
    #[msg("The agent's account is not the channel's")]
    AgentMismatch = 50,
    #[msg("The session key was rotated since this channel opened; open a new channel")]
    SessionRotated = 51,
    #[msg("Less stake stands behind the agent than config or mandate ask for; take another agent")]
    StakeTooLow = 52,
    #[msg("The agent's present owner has too little at stake; take another agent, or wait until it stakes")]
    FirstLossTooLow = 53,
    #[msg(
        "The agent's score is below what the mandate asks for, or nobody has rated it; take another agent"
    )]
    ScoreTooLow = 54,
    #[msg("The account is not the agent's stake vault; pass the one at its derived address")]
    StakeVaultMismatch = 55,
    #[msg("The account is not the agent's score; pass the one at its derived address")]
    ScoreMismatch = 56,
    #[msg("The mandate allows agents by a tree; prove that this agent is in it")]
    AllowProofMissing = 57,
    #[msg("The proof does not lead from this agent to the mandate's tree; build it from the mandate's list")]
    AllowProofInvalid = 58,
    #[msg("A proof has at most 20 hashes; build it from the mandate's list")]
    AllowProofTooLong = 59,

    // channel: settling
    #[msg("The account is not the Instructions sysvar")]
    NotInstructionsSysvar = 60,
    #[msg("The instruction right before must be one Ed25519 check of exactly the vouchers settled")]
    Ed25519Missing = 61,
    #[msg("The Ed25519 instruction is not in canonical form")]
    Ed25519NotCanonical = 62,
    #[msg("Pass one channel for each signature, in the same order")]
    SignatureCountMismatch = 63,
    #[msg("The same channel is passed twice")]
    DuplicateChannel = 64,
    #[msg("The account is not a channel of this program")]
    NotAChannel = 65,
    #[msg("The voucher is signed by another key than the channel's session key")]
    WrongSigner = 66,
    #[msg("The voucher is for another channel, generation, deployment or cluster")]
    WrongTag = 67,
    #[msg("The voucher does not raise the settled amount; a later one was settled already")]
    NotMonotonic = 68,
    #[msg("The voucher does not raise the number of calls")]
    CallsNotMonotonic = 69,
    #[msg("The voucher pays more per call than the mandate allows")]
    PerCallMaximumExceeded = 70,
    #[msg("The voucher is above what is allotted to the channel")]
    AboveAllotment = 71,
    #[msg("The voucher has expired")]
    VoucherExpired = 72,
    #[msg("The channel has expired; nothing more can be settled")]
    ChannelExpired = 73,
    #[msg("The channel's grace is over; nothing more can be settled")]
    GraceOver = 74,
    #[msg("The channel is draining; nothing more can be settled")]
    ChannelDraining = 75,
    #[msg("A set is of 2 to 64 channels; settle fewer by vouchers of their own, and more in several sets")]
    SetSizeInvalid = 76,
    #[msg("The set was signed for other channels or generations, or for these in another order")]
    WrongSet = 77,

    // channel: paying out and closing
    #[msg("Nothing is payable yet; wait for the holdback to pass")]
    NothingPayable = 90,
    #[msg("Signer is not the one the channel pays")]
    NotPayee = 91,
    #[msg("The refund is above what is settled and neither paid nor refunded")]
    RefundTooHigh = 92,
    #[msg("The channel is not open")]
    NotOpen = 93,
    #[msg("The channel is not closing")]
    NotClosing = 94,
    #[msg("Neither a mandate nor a channel can be closed in the slot it opened in; try again in the next")]
    ClosedInOpeningSlot = 95,
    #[msg("Only the payer or its session key may close a channel whose mandate stands")]
    CloseNotAllowed = 96,
    #[msg("A closing cannot be undone once the mandate was killed or has expired, or its key was rotated")]
    ReopenNotAllowed = 97,
    #[msg("The agent may still settle; wait for the grace or the expiry to pass")]
    NotDrainable = 98,
    #[msg("The channel is not draining; close and drain it first")]
    NotDraining = 99,
    #[msg("Settled money is still unpaid; pay it out first")]
    UnpaidRemains = 100,
    #[msg("Money is held or disputed; wait for the outcome")]
    HeldOrDisputed = 101,
    #[msg("Claims may still be brought; wait for the claim window to pass")]
    ClaimWindowOpen = 102,
    #[msg("The payer may still rate; wait for the rating window to pass, or let the payer end the channel")]
    RatingWindowOpen = 103,
    #[msg("The rent goes to the one who paid it")]
    RentPayerMismatch = 104,

    // channel: rating
    #[msg("Nothing was paid out for a fee, refunded or returned since the last rating; pay out first")]
    RatingRightMissing = 110,
    #[msg("Only the reputation program's rating authority may use up a rating right; rate through it")]
    NotRatingAuthority = 111,

    // channel: holds and claims
    #[msg("The payer holds money of this channel already; release it, or wait until it lapses or its dispute ends")]
    HoldExists = 120,
    #[msg("The hold is above what is settled and has neither matured nor gone; hold less")]
    HoldTooHigh = 121,
    #[msg("Nothing is held")]
    NothingHeld = 122,
    #[msg("A dispute has taken the hold; wait for its outcome")]
    HoldDisputed = 123,
    #[msg("Only the stake program's claim authority may open or close a claim; open a dispute there")]
    NotClaimAuthority = 124,
    #[msg("The claim is above what is settled and neither claimed nor given back; claim less")]
    ClaimTooHigh = 125,
    #[msg("The claim window after the last settle is over")]
    ClaimWindowOver = 126,
    #[msg("The claim does not end as it began: no such claim is open at the channel")]
    ClaimMismatch = 127,

    // job
    #[msg("Accept-by must lie in the future and before deliver-by, and that within the longest channel life and the mandate's expiry")]
    JobDeadlinesInvalid = 130,
    #[msg("The review window must be from the config's shortest holdback, a second at least, to its claim window")]
    ReviewWindowInvalid = 131,
    #[msg("The hash is all zeros; pass the SHA-256 of what is agreed or delivered")]
    HashMissing = 132,
    #[msg("The job is another than the one signed for: it was opened anew at this address; read it again")]
    JobGenerationMismatch = 133,
    #[msg("The terms are others than the job's; read them again before accepting")]
    TermsMismatch = 134,
    #[msg("The agent has accepted the job, or it is over; this comes before")]
    JobNotFunded = 135,
    #[msg("The job is not accepted and waiting for its result")]
    JobNotAccepted = 136,
    #[msg("The job has no result under review")]
    JobNotDelivered = 137,
    #[msg("The agent is not at work on the job, nor is its result under review")]
    JobNotUnderWay = 138,
    #[msg("The time to accept is over; the job can only expire")]
    AcceptanceOver = 139,
    #[msg("The time to deliver is over; the job can only expire")]
    DeliveryOver = 140,
    #[msg("The review goes on; only the payer's side may release before it ends")]
    ReviewOpen = 141,
    #[msg("The review is over; the result counts as accepted")]
    ReviewOver = 142,
    #[msg("The agent still has time; wait for accept-by, or for deliver-by once it has accepted")]
    JobNotExpired = 143,
    #[msg("Signer is neither the job's agent key nor the agent's owner")]
    NotJobAgent = 144,
    #[msg("The part is above what the job has left; agree on less")]
    JobSplitTooHigh = 145,
    #[msg("The amount is above what the job has left; give back less")]
    JobRefundTooHigh = 146,
    #[msg("The claim is above what the job has left; claim less")]
    JobClaimTooHigh = 147,
    #[msg("Nothing of the job is earned and unpaid")]
    JobNothingPayable = 148,
    #[msg("The job has not ended; release, refund or expire it first")]
    JobNotEnded = 149,
    #[msg("Earned money of the job is still unpaid; pay it out first")]
    JobUnpaid = 150,
    #[msg("The mandate still has jobs; finish them first")]
    JobsRemain = 151,
    #[msg("A job cannot be finished in the slot it opened in; try again in the next")]
    JobFinishedInOpeningSlot = 152,

    // mandate: mints
    #[msg("The mint, or a token account, is of another token program; pass the one the mint belongs to")]
    TokenProgramMismatch = 160,
    #[msg("The mint's extensions cannot be read; take another mint")]
    MintMalformed = 161,
    #[msg("The mint can take a fee of each transfer; take another mint")]
    MintTakesFees = 162,
    #[msg("The mint has a permanent delegate, who can take tokens from anybody; take another mint")]
    MintHasPermanentDelegate = 163,
    #[msg("The mint lets another program decide about transfers; take another mint")]
    MintHasTransferHook = 164,
    #[msg("The mint can make token accounts frozen from the start; take another mint")]
    MintFreezesByDefault = 165,
    #[msg("The mint's transfers can be paused; take another mint")]
    MintPausable = 166,
    #[msg("The mint can be closed, and made anew with other rules; take another mint")]
    MintClosable = 167,
    #[msg("The mint can hide amounts; take another mint")]
    MintConfidential = 168,
    #[msg("The mint shows other amounts than it moves, by interest or a scale; take another mint")]
    MintScalesAmounts = 169,
    #[msg("The mint's tokens cannot be transferred; take another mint")]
    MintNotTransferable = 170,
    #[msg("The mint has an extension that this program does not know; take another mint")]
    MintExtensionUnknown = 171,

    // credits
    #[msg("Signer is not the config's admin")]
    NotAdmin = 172,
    #[msg("The credits were made before; they are made once")]
    CreditsExist = 173,
    #[msg("The credits were not made yet; let the admin make them")]
    CreditsMissing = 174,
    #[msg("Credits have at most 9 decimals")]
    CreditDecimalsInvalid = 175,
    #[msg("The account is not the mint of the credits")]
    CreditMintMismatch = 176,
    #[msg("The issuer is the zero key; name one")]
    IssuerMissing = 177,
    #[msg("Signer is not the issuer that the account is about")]
    NotIssuer = 178,
    #[msg("The issuer was stopped; ask the admin")]
    IssuerInactive = 179,
    #[msg("The issuer's cap of the day does not allow this; wait for midnight UTC, or ask the admin")]
    IssuerCapExceeded = 180,
    #[msg("Credits were minted for this payment before; its record tells to whom and how much")]
    CreditPaymentUsed = 181,
    #[msg("The payment's reference is zero; name the payment")]
    CreditReferenceMissing = 182,
    #[msg("The account is not the issuer's; pass the one at its derived address")]
    IssuerMismatch = 183,
    // channel: opening and allotting, further
    #[msg("The mandate asks for no proof; leave it out")]
    AllowProofUnexpected = 190,
    #[msg("The mandate's attestor does not vouch for the agent's owner; take another agent, or have it attested")]
    NotAttested = 191,
    #[msg("The attestation of the agent's owner has expired; have it renewed")]
    AttestationExpired = 192,
    #[msg("The account is not the attestor's attestation of the agent's owner; pass the one at its derived address")]
    AttestationMismatch = 193,

    // approvals
    #[msg("Behind the accounts come approval, its rent payer, the approval consumer, consent's event authority and consent, or nothing")]
    ApprovalAccountsMismatch = 210,
}
