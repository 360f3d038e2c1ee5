//! Seeds that two programs derive from. A program's own seeds are its own `#[constant]`s.

/// registry `Config`: `["config"]`
pub const CONFIG: &[u8] = b"config";
/// registry `Agent`, and the `Tombstone` that takes its place: `["agent", creator, handle]`
pub const AGENT: &[u8] = b"agent";
/// registry `AgentVersion`: `["version", agent, n: u32 LE]`
pub const VERSION: &[u8] = b"version";
/// registry `Delegates`: `["delegates", agent]`
pub const DELEGATES: &[u8] = b"delegates";
/// registry `Attestation`: `["attestation", attestor, subject]`
pub const ATTESTATION: &[u8] = b"attestation";
/// stake `StakeVault`: `["vault", agent]`
pub const STAKE_VAULT: &[u8] = b"vault";
/// stake `Position`: `["position", vault, staker, tranche: u8]`
pub const POSITION: &[u8] = b"position";
/// reputation `Score`: `["score", agent]`
pub const SCORE: &[u8] = b"score";
/// reputation's signer towards escrow and Bubblegum: `["rating_authority"]`
pub const RATING_AUTHORITY: &[u8] = b"rating_authority";
/// escrow's mint of credits: `["credit_mint"]`
pub const CREDIT_MINT: &[u8] = b"credit_mint";
/// stake's signer towards escrow: `["claim_authority"]`
pub const CLAIM_AUTHORITY: &[u8] = b"claim_authority";
/// escrow's signer towards consent: `["approval_consumer"]`
pub const APPROVAL_CONSUMER: &[u8] = b"approval_consumer";
