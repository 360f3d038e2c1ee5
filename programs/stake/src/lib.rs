//! Stake: what an agent's owner and its backers put behind the agent, how it leaves again, and how a payer who was
//! harmed gets some of it.
//!
//! A vault holds the tokens of one agent. Each of its two tranches has a pool of stake that counts and one of
//! stake on its way out; who staked holds shares of them. Tokens that somebody sends to the vault count for
//! nothing. Whatever anybody may stop from being ended, anybody may end: exits of stakers who stay away included.
//!
//! Amounts are base units of the stake mint, times and windows Unix seconds and seconds. Every instruction can
//! fail with `MathOverflow`, `InvariantBroken`, `UnknownLayout` or an error of Anchor's; the special errors of
//! each stand with it.

use anchor_lang::prelude::*;

pub mod claims;
pub mod constants;
pub mod error;
pub mod events;
pub mod evidence;
pub mod instructions;
pub mod math;
pub mod parties;
pub mod settlement;
pub mod slash;
pub mod state;
#[cfg(test)]
mod tests;
pub mod token;

use instructions::*;

declare_id!("9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9");

#[program]
pub mod stake {
    use super::*;

    /// Opens an agent's vault with its token account, of the config's stake mint.
    ///
    /// Authority: anyone, who pays the rent and gets it back at the end.
    /// Errors: `Paused`, `AgentRetiring`, `VaultExists`, `MintMismatch`, `Token2022Refused`, `MintInvalid`,
    /// `ConfigMismatch`
    pub fn vault_open(ctx: Context<VaultOpen>) -> Result<()> {
        handle_vault_open(ctx)
    }

    /// Puts `amount` base units behind the agent, and makes the staker's position where there is none.
    ///
    /// Authority: the staker; for the first-loss tranche that is the agent's present owner.
    /// Errors: `Paused`, `AmountZero`, `AgentRetiring`, `NotOwner`, `TrancheNotReleased`, `PoolFull`,
    /// `PositionMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`, `ConfigMismatch`
    pub fn stake(ctx: Context<Stake>, args: StakeArgs) -> Result<()> {
        handle_stake(ctx, args)
    }

    /// Moves active shares to cooling for `windows.unbonding` seconds, and restarts that wait for all that
    /// cools in the position. It can still be slashed there. Never paused.
    ///
    /// Authority: the staker; once the agent is retiring anyone, for all active shares at once.
    /// Errors: `AmountZero`, `NotStaker`, `NotAllShares`, `SharesExceeded`, `SharesWorthless`, `PoolFull`,
    /// `PositionMismatch`, `AgentMismatch`, `ConfigMismatch`
    pub fn unstake(ctx: Context<Unstake>, shares: u64) -> Result<()> {
        handle_unstake(ctx, shares)
    }

    /// Pays the staker all that has cooled, once no dispute from before its end is open; closes the position
    /// where nothing is left in it, the rent to the staker. Never paused.
    ///
    /// Authority: anyone; others than the staker pay to the associated token account, unless the agent is
    /// retiring.
    /// Errors: `NothingCooling`, `StillCooling`, `DisputeOpen`, `DestinationMismatch`, `StakerMismatch`,
    /// `PositionMismatch`, `AgentMismatch`, `VaultTokensMismatch`
    pub fn withdraw(ctx: Context<Withdraw>) -> Result<()> {
        handle_withdraw(ctx)
    }

    /// After a change of owner: moves the former owner's first-loss stake to cooling, and makes the tranche the
    /// new owner's. Until then it counts for nothing. Never paused.
    ///
    /// Authority: anyone.
    /// Errors: `NothingToRelease`, `FormerPositionMissing`, `NotFormerPosition`, `PositionMismatch`,
    /// `AgentMismatch`, `ConfigMismatch`
    pub fn tranche_release(ctx: Context<TrancheRelease>) -> Result<()> {
        handle_tranche_release(ctx)
    }

    /// Ends a position that is worth less than a base unit in either pool; its rent goes to the staker.
    ///
    /// Authority: anyone.
    /// Errors: `PositionNotWorthless`, `StakerMismatch`, `PositionMismatch`
    pub fn position_close(ctx: Context<PositionClose>) -> Result<()> {
        handle_position_close(ctx)
    }

    /// Ends a vault without positions: donations to the agent's owner, the rent to whoever paid it.
    ///
    /// Authority: the agent's owner, where the vault never saw a dispute; anyone once it is retiring.
    /// Errors: `CloseNotAllowed`, `PositionsRemain`, `DisputeOpen`, `DestinationMismatch`, `RentPayerMismatch`,
    /// `AgentMismatch`, `VaultTokensMismatch`
    pub fn vault_close(ctx: Context<VaultClose>) -> Result<()> {
        handle_vault_close(ctx)
    }

    /// Claims that an agent did not do what it was paid for, with a bond: on a channel, where it takes the payer's
    /// hold up to the claim, or of a job. Keeps the config's terms. Never paused.
    ///
    /// Authority: the mandate's payer, who pays the rent and gets it back.
    /// Errors: `AmountZero`, `OwnAgent`, `DisputeListMismatch`, `ClaimantHasStake`, `PositionMismatch`, `NotPayer`,
    /// `ClaimTooHigh`, `BondTooLow`, `DisputeMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`, `ConfigMismatch`,
    /// `ClaimAuthorityMismatch`, `EscrowMismatch`, those of escrow's `claim_open`, of a job `job_claim_open`
    pub fn dispute_open(ctx: Context<DisputeOpen>, args: DisputeOpenArgs) -> Result<()> {
        handle_dispute_open(ctx, args)
    }

    /// Cites a call that both sides signed, as the Ed25519 instruction right before shows: a loss is at most what
    /// the cited calls may have cost. Never paused.
    ///
    /// Authority: the claimant.
    /// Errors: `NotClaimant`, `NoCallsToCite`, `ResponseOver`, `InstructionsMismatch`, `Ed25519Missing`, `SignatureCountMismatch`,
    /// `Ed25519NotCanonical`, `SignerMismatch`, `TagMismatch`, `CallMismatch`, `TranscriptMismatch`,
    /// `CallOutOfOrder`
    pub fn dispute_cite(ctx: Context<DisputeCite>, args: DisputeCiteArgs) -> Result<()> {
        handle_dispute_cite(ctx, args)
    }

    /// Answers for the agent, with a bond as high as the claimant's; the owner may state its own evidence after
    /// another has answered, without one. Never paused.
    ///
    /// Authority: the agent's owner, or a wallet whose shares are worth something.
    /// Errors: `ResponseOver`, `NotParty`, `PositionMismatch`, `AlreadyAnswered`, `BondTooLow`, `DisputeMismatch`,
    /// `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`
    pub fn dispute_answer(ctx: Context<DisputeAnswer>, args: DisputeAnswerArgs) -> Result<()> {
        handle_dispute_answer(ctx, args)
    }

    /// Votes on the part of the claim to award, basis points, and pays the voter's fee. The vote that reaches the
    /// panel's threshold makes the ruling: the median. Never paused.
    ///
    /// Authority: a member of the panel that decides now, who has nothing to do with either side.
    /// Errors: `AwardInvalid`, `VotingNotOpen`, `VotingOver`, `NotArbiter`, `AlreadyVoted`, `ArbiterIsParty`,
    /// `DelegatesMismatch`, `ArbiterHasStake`, `PositionMismatch`, `DestinationMismatch`, `DisputeMismatch`,
    /// `AgentMismatch`, `VaultTokensMismatch`
    pub fn dispute_vote(ctx: Context<DisputeVote>, award_bps: u16) -> Result<()> {
        handle_dispute_vote(ctx, award_bps)
    }

    /// Takes a ruling to the second panel, with twice the claimant's bond, or what that panel may cost; `bond` is
    /// the most that the appellant puts in, base units. Never paused.
    ///
    /// Authority: the claimant, the agent's owner, or a wallet whose shares are worth something.
    /// Errors: `AppealNotOpen`, `AppealOver`, `NotParty`, `PositionMismatch`, `BondTooLow`, `DisputeMismatch`, `AgentMismatch`,
    /// `VaultTokensMismatch`, `MintMismatch`
    pub fn dispute_appeal(ctx: Context<DisputeAppeal>, bond: u64) -> Result<()> {
        handle_dispute_appeal(ctx, bond)
    }

    /// Takes a claim back before a ruling: the hold is released, the bonds return, less the fees of those who
    /// voted. What was claimed cannot be claimed again. Never paused.
    ///
    /// Authority: the claimant.
    /// Errors: `NotClaimant`, `AlreadyRuled`, `DisputeListMismatch`, `DestinationMismatch`, `DisputeMismatch`,
    /// `AgentMismatch`, `VaultTokensMismatch`, `ConfigMismatch`, `ClaimAuthorityMismatch`, `EscrowMismatch`,
    /// those of escrow's `claim_close`, of a job `job_claim_close`
    pub fn dispute_withdraw(ctx: Context<DisputeClose>) -> Result<()> {
        handle_dispute_withdraw(ctx)
    }

    /// Ends a dispute whose ruling can no longer change, or whose panel let its time run out: pays the claimant
    /// from the hold and slashes the vault for the rest, both as the end says, and hands the bonds out. Only where
    /// it slashes does a pause of executions hold it up.
    ///
    /// Authority: anyone.
    /// Errors: `NotExecutable`, `ExecutionPaused`, `DisputeListMismatch`, `DestinationMismatch`, `NotClaimant`,
    /// `DisputeMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `ConfigMismatch`, `ClaimAuthorityMismatch`,
    /// `EscrowMismatch`, those of escrow's `claim_close`, of a job `job_claim_close`
    pub fn dispute_execute(ctx: Context<DisputeClose>) -> Result<()> {
        handle_dispute_execute(ctx)
    }
}
