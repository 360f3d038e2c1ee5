use anchor_lang::prelude::*;

/// Append-only: a number, once given, keeps its meaning.
#[error_code]
#[derive(PartialEq, Eq)]
pub enum ReputationError {
    // what any instruction can say
    #[msg("Arithmetic left its range; nothing was changed, please report it")]
    MathOverflow = 0,
    #[msg("The account has a layout version this program does not know; upgrade the client or migrate it")]
    UnknownLayout = 1,
    #[msg("Stored state broke a rule of the records; nothing was changed, please report it")]
    InvariantBroken = 2,
    #[msg("Ratings are paused; the right stays, rate later")]
    Paused = 3,
    #[msg("The account is not the config of the registry")]
    ConfigMismatch = 4,
    #[msg("The account is not this program's event authority")]
    EventAuthorityMismatch = 5,
    #[msg("The account is not the program this instruction calls; pass the one the IDL names")]
    ProgramMismatch = 6,
    #[msg("The account is not the rating authority")]
    RatingAuthorityMismatch = 7,
    #[msg("The account belongs to another agent")]
    AgentMismatch = 8,
    #[msg("The rent goes to the one who paid it")]
    RentPayerMismatch = 9,

    // rating
    #[msg("A rating has 1 to 5 stars")]
    StarsInvalid = 20,
    #[msg("Only the wallet that opened the mandate rates; sign with it, not with the session key")]
    NotPayer = 21,
    #[msg("Nobody rates an agent that is their own or pays them")]
    SelfRating = 22,
    #[msg("Nobody rates an agent they have stake in; withdraw it first")]
    BackerRating = 23,
    #[msg("Pass the agent's stake vault and the payer's two positions in it, whether they exist or not")]
    PositionMismatch = 24,
    #[msg("The channel or job pays another agent")]
    RightMismatch = 25,
    #[msg("The account is not the agent's score")]
    ScoreMismatch = 26,
    #[msg("The account is not the payer's pair with the agent in the ownership epoch of channel or job")]
    PairMismatch = 27,
    #[msg("The receipt's address is not that of the agent's next rating; read the score and try again")]
    ReceiptMismatch = 28,
    #[msg("Nobody rates an agent whose delegates name them, be it expired; let the owner remove it first")]
    RatingByDelegate = 29,
    #[msg("Pass the list of the agent's delegates at its derived address, whether it exists or not")]
    DelegatesMismatch = 30,

    // receipt trees
    #[msg("Signer is not the config's admin")]
    NotAdmin = 40,
    #[msg("Shards are numbered without gaps, 32 at most; take an existing one or the next")]
    ShardInvalid = 41,
    #[msg("The Merkle tree must be a zeroed account owned by the compression program; allocate it first")]
    TreeNotPrepared = 42,
    #[msg(
        "Depth, buffer and account size are not those of a tree that can be made; see the supported pairs"
    )]
    TreeSizeInvalid = 43,
    #[msg("The base must be an https, ipfs or ar address of 1 to 100 plain characters")]
    UriBaseInvalid = 44,
    #[msg("The shard's tree still has room; use it up first")]
    TreeNotFull = 45,
    #[msg("The tree is not registered here, or is not that of the agent's shard; read the pool again")]
    TreeMismatch = 46,
    #[msg("Pass pool, record, tree, tree config and the three programs together, or none of them")]
    TreeAccountsMissing = 47,
    #[msg("The shard's tree is full; wait until it is replaced")]
    TreeFull = 48,
    #[msg("The tree is registered already")]
    TreeExists = 49,
    #[msg("The account is not the tree pool")]
    TreePoolMismatch = 50,

    // closing records
    #[msg("The payer's ratings may still count; wait for the agent's second change of hands or its end")]
    PairInUse = 60,
    #[msg("The agent is not closed; its score stays until then")]
    ScoreInUse = 61,

    // what stake knows
    #[msg("The score knows all that the agent's vault does; nothing to take over")]
    ScoreUnchanged = 70,

    // answers to ratings
    #[msg("The rating was answered already; an answer is given once")]
    ResponseExists = 100,
    #[msg("The account is not the place of the answer to this rating; derive it of agent and number")]
    ResponseMismatch = 101,
    #[msg("The hash is zero; hash the text of the answer")]
    ResponseEmpty = 102,
    #[msg("Only the agent's owner answers, or a delegate; pass the agent's delegates for one")]
    NotAgentSide = 103,
    #[msg("The delegates are void since the agent changed hands; let the new owner name some")]
    DelegatesVoid = 104,
    #[msg("The delegate has expired; ask the owner for a new end")]
    DelegateExpired = 105,
    #[msg("The delegate may not answer ratings; ask the owner for the permission, or to answer")]
    DelegateNotPermitted = 106,
    #[msg("The rating is of another agent")]
    NotAgentsRating = 107,
    #[msg("The leaf's number is beyond the tree; take it from the rating's event")]
    LeafMissing = 108,
    #[msg("The agent is not closed; its answers stay until then")]
    ResponseInUse = 109,
}
