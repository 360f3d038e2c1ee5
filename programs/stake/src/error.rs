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
    #[msg("Only the agent's owner closes its vault before it retires; sign with that key")]
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
        ] {
            assert_eq!(u32::from(error), number, "{error:?}");
        }
    }
}
