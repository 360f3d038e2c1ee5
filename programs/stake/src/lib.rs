//! Stake: what an agent's owner and its backers put behind the agent, and how it leaves again.
//!
//! A vault holds the tokens of one agent. Each of its two tranches has a pool of stake that counts and one of
//! stake on its way out; who staked holds shares of them. Tokens that somebody sends to the vault count for
//! nothing. Whatever anybody may stop from being ended, anybody may end: exits of stakers who stay away included.
//!
//! Amounts are base units of the stake mint, times and windows Unix seconds and seconds. Every instruction can
//! fail with `MathOverflow`, `InvariantBroken`, `UnknownLayout` or an error of Anchor's; the special errors of
//! each stand with it.

use anchor_lang::prelude::*;

pub mod constants;
pub mod error;
pub mod events;
pub mod instructions;
pub mod math;
#[cfg(test)]
mod slash;
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
    /// Authority: the agent's owner; anyone once it is retiring.
    /// Errors: `CloseNotAllowed`, `PositionsRemain`, `DisputeOpen`, `DestinationMismatch`, `RentPayerMismatch`,
    /// `AgentMismatch`, `VaultTokensMismatch`
    pub fn vault_close(ctx: Context<VaultClose>) -> Result<()> {
        handle_vault_close(ctx)
    }
}
