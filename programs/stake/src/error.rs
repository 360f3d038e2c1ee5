use anchor_lang::prelude::*;

/// Append-only: a number, once given, keeps its meaning. Anchor adds 6000 to each, on the chain and in the
/// IDL; `numbers_stay` pins what clients see.
#[error_code]
#[derive(PartialEq, Eq)]
pub enum StakeError {
    // what any instruction can say
    #[msg("A number left its range; use smaller amounts")]
    MathOverflow = 0,
    #[msg("The account has a layout this program does not know; update the client or migrate the account")]
    UnknownLayout = 1,
    #[msg("Stored state would break a rule of the stake; nothing was changed, please report it")]
    InvariantBroken = 2,
    #[msg("Staking is paused; exits stay open, stake after the admin unpauses")]
    Paused = 3,
    #[msg("The amount is zero; give one above it")]
    AmountZero = 4,
    #[msg("The account is not the registry's config; pass the one at its derived address")]
    ConfigMismatch = 5,
    #[msg("The account is not this program's event authority; pass the one at its derived address")]
    EventAuthorityMismatch = 6,
    #[msg("The account is not this program; pass it as the last account")]
    ProgramMismatch = 7,
    #[msg("The account is not the vault's agent; pass the agent that the vault names")]
    AgentMismatch = 8,
    #[msg("The position belongs to another vault, staker or tranche; pass the one at its derived address")]
    PositionMismatch = 9,
    #[msg("The token account is not the vault's; pass the one that the vault names")]
    VaultTokensMismatch = 10,
    #[msg("The mint is not the stake mint; pass the config's for a new vault, else the vault's")]
    MintMismatch = 11,
    #[msg(
        "The token account is not of the one to be paid; pass theirs, the associated one unless they sign"
    )]
    DestinationMismatch = 12,
    #[msg("The rent goes to whoever paid it; pass that account")]
    RentPayerMismatch = 13,

    // vault
    #[msg("The agent has a stake vault already; stake into it")]
    VaultExists = 20,
    #[msg("Stake of a Token-2022 mint is not taken; the stake mint must be of the SPL Token program")]
    Token2022Refused = 21,
    #[msg("The stake mint is not an initialized mint of the SPL Token program; the config must name one")]
    MintInvalid = 22,
    #[msg("The agent is retiring and takes no stake; stake on another")]
    AgentRetiring = 23,
    #[msg("Before the agent retires only its owner closes a vault, and none that saw a dispute; retire it first")]
    CloseNotAllowed = 24,
    #[msg("Positions remain; unstake, withdraw and close them first")]
    PositionsRemain = 25,

    // staking
    #[msg("The first-loss tranche is the owner's; sign with the owner's key, or stake as a backer")]
    NotOwner = 40,
    #[msg("A former owner's tranche still counts as this one; release it first")]
    TrancheNotReleased = 41,
    #[msg("The pool cannot count the shares of that much; use less, or wait until others have left it")]
    PoolFull = 42,

    // leaving
    #[msg("Only the staker unstakes while the agent is in business; sign with the staker's key")]
    NotStaker = 60,
    #[msg("For an absent staker all active shares are unstaked at once; ask for exactly those")]
    NotAllShares = 61,
    #[msg("The position has fewer active shares, or a slash wiped them; ask for what is there")]
    SharesExceeded = 62,
    #[msg("These shares are worth less than one base unit; unstake more, or close the position")]
    SharesWorthless = 63,
    #[msg("Nothing cools in this position, or a slash wiped it; unstake first, or close the position")]
    NothingCooling = 64,
    #[msg("The stake still cools; withdraw it from cooling_until on")]
    StillCooling = 65,
    #[msg("A dispute that this waits for is open; try again when it is over")]
    DisputeOpen = 66,
    #[msg("The position is worth something; unstake and withdraw it instead")]
    PositionNotWorthless = 67,
    #[msg("The account is not the position's staker; pass that one")]
    StakerMismatch = 68,

    // change of owner
    #[msg("The vault is of the agent's present owner; there is nothing to release")]
    NothingToRelease = 80,
    #[msg("The former owner's tranche holds stake; pass the position that it is in")]
    FormerPositionMissing = 81,
    #[msg("The position is not the one that holds the former owner's tranche; pass that one")]
    NotFormerPosition = 82,

    // bringing a dispute
    #[msg("Only the mandate's payer brings a claim of its channel; sign with the payer's key")]
    NotPayer = 100,
    #[msg("The claimant is on the agent's side; nobody claims of themselves")]
    OwnAgent = 101,
    #[msg("The claimant has a position in the agent's vault; withdraw and close it first")]
    ClaimantHasStake = 102,
    #[msg("The claim is above the cap of a dispute, or, in another mint than the stake's, above what is held; claim less")]
    ClaimTooHigh = 103,
    #[msg("The dispute is another; pass the one at its derived address, of this vault")]
    DisputeMismatch = 104,
    #[msg("The vault's list of disputes goes on differently; read vault and dispute again and pass their neighbours")]
    DisputeListMismatch = 105,
    #[msg("The account is not the claim authority; pass the one at its derived address")]
    ClaimAuthorityMismatch = 106,
    #[msg("The account is not the escrow program or its event authority; pass those")]
    EscrowMismatch = 107,
    #[msg("Only the claimant does this; sign with the claimant's key")]
    NotClaimant = 108,
    #[msg("The terms ask for a higher bond than the signer stated; state that one")]
    BondTooLow = 109,

    // evidence and answers
    #[msg("The response window is over; evidence and answers come before response_ends_at")]
    ResponseOver = 120,
    #[msg("The dispute is answered already; only the owner can still state its own evidence")]
    AlreadyAnswered = 121,
    #[msg("Only the claimant, the owner and wallets with stake in the vault have a say here; pass a position that is worth something")]
    NotParty = 122,
    #[msg("No Ed25519 instruction stands right before this one; put it there")]
    Ed25519Missing = 123,
    #[msg("The Ed25519 instruction must hold two signatures: the voucher's and the response proof's")]
    SignatureCountMismatch = 124,
    #[msg("The Ed25519 instruction is not in canonical form; build it with the SDK")]
    Ed25519NotCanonical = 125,
    #[msg("Voucher and proof are of another channel or generation; cite calls of the disputed one")]
    TagMismatch = 126,
    #[msg("A signature is not of the channel's session key, or not of its agent key; cite what both signed")]
    SignerMismatch = 127,
    #[msg("Voucher and proof are not of the same call; cite the two of one call")]
    CallMismatch = 128,
    #[msg("The transcript does not lead to the voucher's with this request; pass the transcript and response before the call")]
    TranscriptMismatch = 129,
    #[msg("Calls are cited in rising order, each once; cite a later one")]
    CallOutOfOrder = 130,
    #[msg("The account is not the Instructions sysvar; pass that")]
    InstructionsMismatch = 131,

    // votes
    #[msg("The signer is not on the panel that decides now; votes are its members'")]
    NotArbiter = 140,
    #[msg("This arbiter has voted already; a vote stands")]
    AlreadyVoted = 141,
    #[msg("The arbiter is a party of the dispute, or a delegate of its agent; another member must vote")]
    ArbiterIsParty = 142,
    #[msg("The arbiter has a position in the agent's vault; another member must vote")]
    ArbiterHasStake = 143,
    #[msg("An award is at most 10,000 basis points of the claim; give one up to that")]
    AwardInvalid = 144,
    #[msg("Voting begins when the response window ends; vote from response_ends_at on")]
    VotingNotOpen = 145,
    #[msg("The vote is over: the panel has ruled, or its time has run out")]
    VotingOver = 146,
    #[msg("The account is not the agent's delegates; pass the one at its derived address, vacant or not")]
    DelegatesMismatch = 147,

    // appeals
    #[msg("There is no ruling yet to appeal against; wait for the panel")]
    AppealNotOpen = 160,
    #[msg("The ruling stands: its appeal window is over, or it was appealed against already")]
    AppealOver = 161,

    // ends
    #[msg("The dispute goes on; execute it when its ruling can no longer change, or its panel's time has run out")]
    NotExecutable = 180,
    #[msg("Executions that slash are paused; the pause lapses by itself, try again then")]
    ExecutionPaused = 181,
    #[msg("The panel has ruled; a claim is withdrawn before that")]
    AlreadyRuled = 182,

    // jobs
    #[msg("The dispute is about a job: terms and result stand on the chain, there are no calls to cite")]
    NoCallsToCite = 200,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay() {
        for (error, number) in [
            (StakeError::MathOverflow, 6000),
            (StakeError::RentPayerMismatch, 6013),
            (StakeError::VaultExists, 6020),
            (StakeError::PositionsRemain, 6025),
            (StakeError::NotOwner, 6040),
            (StakeError::PoolFull, 6042),
            (StakeError::NotStaker, 6060),
            (StakeError::StakerMismatch, 6068),
            (StakeError::NothingToRelease, 6080),
            (StakeError::NotFormerPosition, 6082),
            (StakeError::NotPayer, 6100),
            (StakeError::BondTooLow, 6109),
            (StakeError::ResponseOver, 6120),
            (StakeError::InstructionsMismatch, 6131),
            (StakeError::NotArbiter, 6140),
            (StakeError::DelegatesMismatch, 6147),
            (StakeError::AppealNotOpen, 6160),
            (StakeError::AppealOver, 6161),
            (StakeError::NotExecutable, 6180),
            (StakeError::AlreadyRuled, 6182),
            (StakeError::NoCallsToCite, 6200),
        ] {
            assert_eq!(u32::from(error), number, "{error:?}");
        }
    }
}
