//! Who is on which side of a dispute, and who on none.
//!
//! Of keys that the owner sets alone, those count that the channel carried when the dispute opened, and a pending
//! owner does not count at all: else an owner could name a claimant or an arbiter there, and so keep it out.
//! Owner, delegate and staker is nobody without a signature of their own.

use std::cell::Ref;

use agent_labs_common::{
    create::is_vacant,
    ids,
    registry::{Agent, Delegates, DELEGATES_LAYOUT},
    seeds,
    stake::{Position, StakeVault, Tranche},
};
use anchor_lang::{prelude::*, Discriminator};

use crate::{
    constants::POSITION_SEED,
    error::StakeError,
    state::{worth_of, Dispute, PositionRules, VaultRules},
};

/// That a wallet has no position in a vault: both addresses are derived, and nothing is there.
///
/// # Errors
/// `PositionMismatch`, `has_stake`
pub fn require_no_position(
    vault: &Pubkey,
    wallet: &Pubkey,
    positions: [&AccountInfo; 2],
    has_stake: StakeError,
) -> Result<()> {
    for (tranche, info) in [Tranche::FirstLoss as u8, Tranche::Backers as u8].into_iter().zip(positions) {
        let seeds = [POSITION_SEED, vault.as_ref(), wallet.as_ref(), &[tranche]];
        let (derived, _) = Pubkey::find_program_address(&seeds, &crate::ID);
        require_keys_eq!(info.key(), derived, StakeError::PositionMismatch);
        if !is_vacant(info) {
            return Err(has_stake.into());
        }
    }
    Ok(())
}

/// That a wallet is on the agent's side: its owner, or has shares that are worth something.
///
/// # Errors
/// `NotParty`, `PositionMismatch`
pub fn require_of_agent(
    agent: &Agent,
    vault: &StakeVault,
    position: Option<&AccountLoader<Position>>,
    wallet: &Pubkey,
) -> Result<()> {
    if agent.owner == *wallet {
        return Ok(());
    }
    let position = position.ok_or(StakeError::NotParty)?.load()?;
    require_keys_eq!(position.staker, *wallet, StakeError::PositionMismatch);
    let (active, cooling) = vault.pools(position.tranche()?);
    require!(worth_of(&position, &active, &cooling)? != (0, 0), StakeError::NotParty);
    Ok(())
}

/// That an arbiter has nothing to do with either side.
///
/// # Errors
/// `ArbiterIsParty`, `DelegatesMismatch`, `UnknownLayout`
pub fn require_impartial(
    dispute: &Dispute,
    agent: &Agent,
    delegates: &AccountInfo,
    arbiter: &Pubkey,
) -> Result<()> {
    let parties = [
        agent.owner,
        dispute.payout_owner,
        dispute.agent_key,
        dispute.session_key,
        dispute.claimant,
        dispute.answerer,
        dispute.appellant,
    ];
    require!(!parties.contains(arbiter), StakeError::ArbiterIsParty);
    if is_vacant(delegates) {
        let path = [seeds::DELEGATES, dispute.agent.as_ref()];
        let (derived, _) = Pubkey::find_program_address(&path, &ids::registry::ID);
        require_keys_eq!(delegates.key(), derived, StakeError::DelegatesMismatch);
        return Ok(());
    }
    // only the registry makes delegates, one account an agent
    let known = read_delegates(delegates)?;
    require!(known.version == DELEGATES_LAYOUT, StakeError::UnknownLayout);
    require_keys_eq!(known.agent, dispute.agent, StakeError::DelegatesMismatch);
    require!(!known.names(arbiter), StakeError::ArbiterIsParty);
    Ok(())
}

fn read_delegates<'a>(info: &'a AccountInfo) -> Result<Ref<'a, Delegates>> {
    require_keys_eq!(*info.owner, ids::registry::ID, StakeError::DelegatesMismatch);
    let data = info.try_borrow_data()?;
    let head = Delegates::DISCRIMINATOR.len();
    let is_it = data.len() == Delegates::SPACE && data.starts_with(Delegates::DISCRIMINATOR);
    require!(is_it, StakeError::DelegatesMismatch);
    Ok(Ref::map(data, |data| bytemuck::from_bytes(&data[head..])))
}
