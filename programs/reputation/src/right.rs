//! The right that a rating spends, and who may not rate.

use std::cell::Ref;

use agent_labs_common::{
    create::is_vacant,
    escrow::{rating_consume, RatingRight, SubjectKind},
    ids,
    registry::{Agent, Delegates, DELEGATES_LAYOUT},
    seeds,
    stake::{Position, StakeVault, Tranche, STAKE_LAYOUT},
};
use anchor_lang::{
    prelude::*,
    solana_program::program::{get_return_data, invoke_signed_unchecked},
    ZeroCopy,
};

use crate::{constants::RATING_AUTHORITY_SEED, error::ReputationError};

/// Lets escrow use up the right of a channel or job and answers it. Escrow sees no signature but the rating authority's.
pub fn consume<'info>(
    kind: SubjectKind,
    rating_authority: &AccountInfo<'info>,
    mandate: &AccountInfo<'info>,
    subject: &AccountInfo<'info>,
    escrow: &AccountInfo<'info>,
) -> Result<RatingRight> {
    let infos = [rating_authority.clone(), mandate.clone(), subject.clone(), escrow.clone()];
    let seeds: &[&[u8]] = &[RATING_AUTHORITY_SEED, &[ids::RATING_AUTHORITY_BUMP]];
    // unchecked: no data of these accounts is borrowed
    invoke_signed_unchecked(&rating_consume(kind, mandate.key(), subject.key()), &infos, &[seeds])?;
    let (program, answer) = get_return_data().ok_or(ReputationError::InvariantBroken)?;
    require_keys_eq!(program, ids::escrow::ID, ReputationError::InvariantBroken);
    let right = RatingRight::try_from_slice(&answer).map_err(|_| ReputationError::InvariantBroken)?;
    let is = right.kind == kind && right.subject == subject.key();
    require!(is, ReputationError::InvariantBroken);
    Ok(right)
}

/// Whether the payer is on the agent's side. Of keys that the owner may set alone, those count that the
/// channel or job carries, not the agent's present ones: else an owner could put a customer's wallet there and
/// so keep it from rating.
pub fn is_own(payer: &Pubkey, agent: &Agent, right: &RatingRight) -> bool {
    [agent.owner, agent.creator, right.payout_owner, right.agent_key].contains(payer)
}

/// That the payer has no stake in the agent. What is vacant has its address derived, because a vault or position
/// that is not shown would count as none; what is there proves itself by its fields. No vault has no positions.
pub fn require_no_stake(
    agent: &Pubkey,
    payer: &Pubkey,
    vault: &AccountInfo,
    positions: [&AccountInfo; 2],
) -> Result<()> {
    const MISMATCH: ReputationError = ReputationError::PositionMismatch;
    if is_vacant(vault) {
        return require_address(vault, &ids::stake::ID, &[seeds::STAKE_VAULT, agent.as_ref()], MISMATCH);
    }
    let known = read::<StakeVault>(vault, MISMATCH)?;
    require!(known.version == STAKE_LAYOUT, ReputationError::UnknownLayout);
    require_keys_eq!(known.agent, *agent, ReputationError::PositionMismatch);
    for (tranche, info) in [Tranche::FirstLoss as u8, Tranche::Backers as u8].into_iter().zip(positions) {
        if is_vacant(info) {
            let path: &[&[u8]] = &[seeds::POSITION, vault.key.as_ref(), payer.as_ref(), &[tranche]];
            require_address(info, &ids::stake::ID, path, MISMATCH)?;
            continue;
        }
        let position = read::<Position>(info, MISMATCH)?;
        require!(position.version == STAKE_LAYOUT, ReputationError::UnknownLayout);
        let theirs =
            position.vault == vault.key() && position.staker == *payer && position.tranche == tranche;
        require!(theirs, ReputationError::PositionMismatch);
        let empty = position.active_shares == 0 && position.cooling_shares == 0;
        require!(empty, ReputationError::BackerRating);
    }
    Ok(())
}

/// That the agent's delegates do not name the payer, expired or void as it may be: each joined by its own
/// signature. A list that is not shown would name nobody, so that a vacant address is derived; the registry makes
/// one list for an agent, so that one that is there proves itself by its fields.
pub fn require_no_delegate(agent: &Pubkey, payer: &Pubkey, delegates: &AccountInfo) -> Result<()> {
    const MISMATCH: ReputationError = ReputationError::DelegatesMismatch;
    if is_vacant(delegates) {
        let path: &[&[u8]] = &[seeds::DELEGATES, agent.as_ref()];
        return require_address(delegates, &ids::registry::ID, path, MISMATCH);
    }
    let known = read::<Delegates>(delegates, MISMATCH)?;
    require!(known.version == DELEGATES_LAYOUT, ReputationError::UnknownLayout);
    require_keys_eq!(known.agent, *agent, MISMATCH);
    require!(!known.names(payer), ReputationError::RatingByDelegate);
    Ok(())
}

fn require_address(
    info: &AccountInfo,
    program: &Pubkey,
    path: &[&[u8]],
    mismatch: ReputationError,
) -> Result<()> {
    let (expected, _) = Pubkey::find_program_address(path, program);
    require_keys_eq!(info.key(), expected, mismatch);
    Ok(())
}

/// Another program's account, read in place.
fn read<'a, T: ZeroCopy + Owner>(info: &'a AccountInfo, mismatch: ReputationError) -> Result<Ref<'a, T>> {
    require_keys_eq!(*info.owner, T::owner(), mismatch);
    let data = info.try_borrow_data()?;
    let head = T::DISCRIMINATOR.len();
    if data.len() != head + std::mem::size_of::<T>() || !data.starts_with(T::DISCRIMINATOR) {
        return Err(mismatch.into());
    }
    Ok(Ref::map(data, |data| bytemuck::from_bytes(&data[head..])))
}
