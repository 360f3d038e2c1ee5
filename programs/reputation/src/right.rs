//! The right that a rating spends, and who may not rate.

use agent_labs_common::{
    create::is_vacant,
    escrow::{rating_consume, RatingRight},
    ids,
    registry::Agent,
    seeds,
    stake::{Position, Tranche, STAKE_LAYOUT},
};
use anchor_lang::{
    prelude::*,
    solana_program::program::{get_return_data, invoke_signed_unchecked},
};

use crate::{constants::RATING_AUTHORITY_SEED, error::ReputationError};

/// Lets escrow use up the channel's right and answers it. Escrow sees no signature but the rating authority's.
pub fn consume<'info>(
    rating_authority: &AccountInfo<'info>,
    mandate: &AccountInfo<'info>,
    channel: &AccountInfo<'info>,
    escrow: &AccountInfo<'info>,
) -> Result<RatingRight> {
    let infos = [rating_authority.clone(), mandate.clone(), channel.clone(), escrow.clone()];
    let seeds: &[&[u8]] = &[RATING_AUTHORITY_SEED, &[ids::RATING_AUTHORITY_BUMP]];
    // unchecked: no data of these accounts is borrowed
    invoke_signed_unchecked(&rating_consume(mandate.key(), channel.key()), &infos, &[seeds])?;
    let (program, answer) = get_return_data().ok_or(ReputationError::InvariantBroken)?;
    require_keys_eq!(program, ids::escrow::ID, ReputationError::InvariantBroken);
    let right = RatingRight::try_from_slice(&answer).map_err(|_| ReputationError::InvariantBroken)?;
    require_keys_eq!(right.channel, channel.key(), ReputationError::InvariantBroken);
    Ok(right)
}

/// Whether the payer is on the agent's side. Of keys that the owner may set alone, those count that the
/// channel carries, not the agent's present ones: else an owner could put a customer's wallet there and so
/// keep it from rating.
pub fn is_own(payer: &Pubkey, agent: &Agent, right: &RatingRight) -> bool {
    [agent.owner, agent.creator, right.payout_owner, right.agent_key].contains(payer)
}

/// That the payer has no stake in the agent. The addresses are derived, because a position that is not shown
/// would count as none.
pub fn require_no_stake(agent: &Pubkey, payer: &Pubkey, positions: [&AccountInfo; 2]) -> Result<()> {
    let stake = ids::stake::ID;
    let (vault, _) = Pubkey::find_program_address(&[seeds::STAKE_VAULT, agent.as_ref()], &stake);
    for (tranche, info) in [Tranche::FirstLoss, Tranche::Backers].into_iter().zip(positions) {
        let path: &[&[u8]] = &[seeds::POSITION, vault.as_ref(), payer.as_ref(), &[tranche as u8]];
        let (expected, _) = Pubkey::find_program_address(path, &stake);
        require_keys_eq!(info.key(), expected, ReputationError::PositionMismatch);
        require!(is_empty(info)?, ReputationError::BackerRating);
    }
    Ok(())
}

/// Whether there is no position here, or one without shares, active or cooling.
fn is_empty(info: &AccountInfo) -> Result<bool> {
    if is_vacant(info) {
        return Ok(true);
    }
    require_keys_eq!(*info.owner, ids::stake::ID, ReputationError::PositionMismatch);
    let data = info.try_borrow_data()?;
    let is_position = data.len() == Position::SPACE && data.starts_with(Position::DISCRIMINATOR);
    require!(is_position, ReputationError::PositionMismatch);
    let position: &Position = bytemuck::from_bytes(&data[Position::DISCRIMINATOR.len()..]);
    require!(position.version == STAKE_LAYOUT, ReputationError::UnknownLayout);
    Ok(position.active_shares == 0 && position.cooling_shares == 0)
}
