pub use agent_labs_common::ids::stake::EVENT_AUTHORITY;
use agent_labs_common::{
    event,
    ids::stake,
    stake::{Pool, Position, Tranche},
};
use anchor_lang::prelude::*;

mod dispute;

pub use dispute::*;

/// Records an event by self-CPI; the account was checked against the authority's address.
pub fn emit<E: anchor_lang::Event>(event: &E, authority: &AccountInfo) -> Result<()> {
    event::emit(event, crate::ID, authority, stake::EVENT_AUTHORITY_BUMP)
}

/// A `Pool`, in events.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolState {
    /// Base units of the stake mint.
    pub tokens: u64,
    pub shares: u64,
    pub epoch: u32,
}

impl From<&Pool> for PoolState {
    fn from(pool: &Pool) -> Self {
        Self { tokens: pool.tokens, shares: pool.shares, epoch: pool.epoch }
    }
}

/// What changes in a `Position`, in events.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionState {
    pub active_shares: u64,
    pub active_epoch: u32,
    pub cooling_shares: u64,
    pub cooling_epoch: u32,
    /// Unix seconds; 0 while nothing cools.
    pub cooling_until: i64,
}

impl From<&Position> for PositionState {
    fn from(position: &Position) -> Self {
        Self {
            active_shares: position.active_shares,
            active_epoch: position.active_epoch,
            cooling_shares: position.cooling_shares,
            cooling_epoch: position.cooling_epoch,
            cooling_until: position.cooling_until,
        }
    }
}

#[event]
pub struct VaultOpened {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub mint: Pubkey,
    /// The vault's token account.
    pub tokens: Pubkey,
    pub rent_payer: Pubkey,
    pub ownership_epoch: u32,
}

#[event]
pub struct Staked {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub position: Pubkey,
    pub staker: Pubkey,
    pub tranche: Tranche,
    /// Base units.
    pub amount: u64,
    pub shares: u64,
    /// Whether this made the position.
    pub opened: bool,
    pub position_before: PositionState,
    pub position_after: PositionState,
    pub active_before: PoolState,
    pub active_after: PoolState,
}

#[event]
pub struct Unstaked {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub position: Pubkey,
    pub staker: Pubkey,
    pub tranche: Tranche,
    /// The staker, or whoever did it for one who is absent.
    pub authority: Pubkey,
    pub shares: u64,
    /// Base units that cool now.
    pub amount: u64,
    pub position_before: PositionState,
    pub position_after: PositionState,
    pub active_before: PoolState,
    pub active_after: PoolState,
    pub cooling_before: PoolState,
    pub cooling_after: PoolState,
}

#[event]
pub struct Withdrawn {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub position: Pubkey,
    pub staker: Pubkey,
    pub tranche: Tranche,
    pub authority: Pubkey,
    pub destination: Pubkey,
    pub shares: u64,
    /// Base units that were paid.
    pub amount: u64,
    /// Whether nothing was left in the position, so that it is gone.
    pub closed: bool,
    pub position_before: PositionState,
    pub position_after: PositionState,
    pub cooling_before: PoolState,
    pub cooling_after: PoolState,
}

/// A former owner's tranche went to cooling; the vault is the present owner's.
#[event]
pub struct TrancheReleased {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub old_epoch: u32,
    pub new_epoch: u32,
    /// What was released; nothing where the tranche was empty.
    pub released: Option<Released>,
}

/// The former owner's part of a `TrancheReleased`.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub struct Released {
    pub position: Pubkey,
    pub staker: Pubkey,
    pub shares: u64,
    /// Base units that cool now.
    pub amount: u64,
    pub position_before: PositionState,
    pub position_after: PositionState,
    pub active_before: PoolState,
    pub active_after: PoolState,
    pub cooling_before: PoolState,
    pub cooling_after: PoolState,
}

/// A position that was worth nothing is gone.
#[event]
pub struct PositionClosed {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub position: Pubkey,
    pub staker: Pubkey,
    pub tranche: Tranche,
    pub position_before: PositionState,
    pub active_before: PoolState,
    pub active_after: PoolState,
    pub cooling_before: PoolState,
    pub cooling_after: PoolState,
    /// Lamports that went to the staker.
    pub returned: u64,
}

#[event]
pub struct VaultClosed {
    pub vault: Pubkey,
    pub agent: Pubkey,
    pub authority: Pubkey,
    pub rent_payer: Pubkey,
    /// Base units that were no stake, and where they went.
    pub donated: u64,
    pub destination: Pubkey,
    /// Totals of the vault's life, base units.
    pub staked: u64,
    pub returned: u64,
    pub slashed: u64,
}
