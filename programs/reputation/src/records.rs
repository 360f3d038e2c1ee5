//! Finding the records of a rating, and making them on first use.

use std::cell::RefMut;

use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    reputation::{Score, REPUTATION_LAYOUT},
};
use anchor_lang::{prelude::*, ZeroCopy};

use crate::{
    constants::*,
    error::ReputationError,
    receipt::Facts,
    state::{Pair, PendingReceipt},
};

/// Who pays the rent of a new record, and with what program it is made.
pub struct Maker<'a, 'info> {
    pub payer: &'a Signer<'info>,
    pub system: &'a Program<'info, System>,
}

impl<'info> Maker<'_, 'info> {
    /// Makes `info` at the address that `path` derives, or says `mismatch`; answers the bump.
    fn make(
        &self,
        info: &AccountInfo<'info>,
        space: usize,
        path: &[&[u8]],
        mismatch: ReputationError,
    ) -> Result<u8> {
        let (expected, bump) = Pubkey::find_program_address(path, &crate::ID);
        require_keys_eq!(info.key(), expected, mismatch);
        let bump_seed = [bump];
        let mut seeds = path.to_vec();
        seeds.push(&bump_seed);
        create(&crate::ID, self.payer, info, self.system, space, &seeds)?;
        Ok(bump)
    }

    /// The agent's score; a new one begins with the agent's present epoch.
    pub fn score<'a>(
        &self,
        info: &'a AccountInfo<'info>,
        agent: &Pubkey,
        ownership_epoch: u32,
    ) -> Result<RefMut<'a, Score>> {
        if is_vacant(info) {
            let path: &[&[u8]] = &[SCORE_SEED, agent.as_ref()];
            let bump = self.make(info, Score::SPACE, path, ReputationError::ScoreMismatch)?;
            let mut score = init_zero_copy::<Score>(info)?;
            (score.version, score.bump) = (REPUTATION_LAYOUT, bump);
            score.ownership_epoch = ownership_epoch;
            score.agent = *agent;
            score.rent_payer = self.payer.key();
            return Ok(score);
        }
        let score: RefMut<Score> = stored(info, Score::SPACE, ReputationError::ScoreMismatch)?;
        require!(score.version == REPUTATION_LAYOUT, ReputationError::UnknownLayout);
        require_keys_eq!(score.agent, *agent, ReputationError::ScoreMismatch);
        Ok(score)
    }

    /// The payer's pair with the agent in the epoch of the right.
    pub fn pair<'a>(
        &self,
        info: &'a AccountInfo<'info>,
        agent: &Pubkey,
        ownership_epoch: u32,
    ) -> Result<RefMut<'a, Pair>> {
        let payer = self.payer.key();
        if is_vacant(info) {
            let epoch = ownership_epoch.to_le_bytes();
            let path: &[&[u8]] = &[PAIR_SEED, agent.as_ref(), &epoch, payer.as_ref()];
            let bump = self.make(info, Pair::SPACE, path, ReputationError::PairMismatch)?;
            let mut pair = init_zero_copy::<Pair>(info)?;
            (pair.version, pair.bump) = (LAYOUT, bump);
            pair.ownership_epoch = ownership_epoch;
            (pair.agent, pair.payer) = (*agent, payer);
            return Ok(pair);
        }
        let pair: RefMut<Pair> = stored(info, Pair::SPACE, ReputationError::PairMismatch)?;
        require!(pair.version == LAYOUT, ReputationError::UnknownLayout);
        let is = pair.agent == *agent && pair.payer == payer && pair.ownership_epoch == ownership_epoch;
        require!(is, ReputationError::PairMismatch);
        Ok(pair)
    }

    /// Keeps the facts of a rating until its receipt is minted.
    pub fn pending(&self, info: &AccountInfo<'info>, facts: &Facts) -> Result<()> {
        let number = facts.number.to_le_bytes();
        let path: &[&[u8]] = &[RECEIPT_SEED, facts.agent.as_ref(), &number];
        let bump = self.make(info, PendingReceipt::SPACE, path, ReputationError::ReceiptMismatch)?;
        let mut pending = init_zero_copy::<PendingReceipt>(info)?;
        pending.fill(facts, bump);
        pending.invariant()
    }
}

/// A record in place. Only this program makes accounts of its own with that discriminator, each at the address
/// of the fields it carries, so that these need no derivation again.
fn stored<'a, T: ZeroCopy>(
    info: &'a AccountInfo,
    space: usize,
    mismatch: ReputationError,
) -> Result<RefMut<'a, T>> {
    require_keys_eq!(*info.owner, crate::ID, mismatch);
    let data = info.try_borrow_mut_data()?;
    if data.len() != space || !data.starts_with(T::DISCRIMINATOR) {
        return Err(mismatch.into());
    }
    Ok(RefMut::map(data, |data| bytemuck::from_bytes_mut(&mut data[T::DISCRIMINATOR.len()..])))
}
