use agent_labs_common::reputation::{Score, Tally, REPUTATION_LAYOUT};
use anchor_lang::prelude::*;

use crate::{error::ReputationError, math};

/// Where a rating counts, by the ownership epoch its right is of.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The agent's present epoch.
    Current,
    /// The epoch before.
    Previous,
    /// An earlier one: counts as a rating of the agent's life, and weighs nothing.
    Past,
}

/// A rating as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    pub stars: u8,
    /// Base units × the mint's weight.
    pub volume: u64,
    pub weight: u64,
    /// Whether it is the payer's first in this epoch that weighs something.
    pub first: bool,
}

/// What must hold of a score, and how ratings enter it.
pub trait ScoreRules {
    /// The INVARIANTS of `Score` and `Tally` that need no other account.
    fn invariant(&self) -> Result<()>;
    /// Starts the agent's present epoch where it has advanced; the one before is kept if it was the last.
    fn advance(&mut self, ownership_epoch: u32);
    /// Where a right of this epoch counts; advance first.
    fn standing(&self, ownership_epoch: u32) -> Result<Standing>;
    /// Takes over what the agent's vault knows of disputes, both of which only grow.
    fn sync(&mut self, disputes_lost: u32, slashed: u64) -> Result<()>;
    /// What ratings of a standing are measured against.
    fn tally(&self, standing: Standing) -> Tally;
    /// Counts a rating of `agent_version`.
    fn fold(&mut self, standing: Standing, agent_version: u32, rating: &Weighed, slot: u64) -> Result<()>;
}

impl ScoreRules for Score {
    fn invariant(&self) -> Result<()> {
        let (current, part) = (&self.current, &self.version_tally);
        let within = part.ratings <= current.ratings
            && part.weight <= current.weight
            && part.weighted_stars <= current.weighted_stars
            && part.volume <= current.volume;
        let counted = math::add(current.ratings, self.previous.ratings)?;
        let holds = self.version == REPUTATION_LAYOUT
            && self.ownership_epoch > 0
            && [current, part, &self.previous].into_iter().all(is_sound)
            && within
            && u64::from(self.payers) <= current.ratings
            && u64::from(self.previous_payers) <= self.previous.ratings
            && counted <= self.ratings;
        require!(holds, ReputationError::InvariantBroken);
        Ok(())
    }

    fn advance(&mut self, ownership_epoch: u32) {
        if ownership_epoch <= self.ownership_epoch {
            return;
        }
        let follows = self.ownership_epoch.checked_add(1) == Some(ownership_epoch);
        (self.previous, self.previous_payers) =
            if follows { (self.current, self.payers) } else { (Tally::default(), 0) };
        self.ownership_epoch = ownership_epoch;
        (self.current, self.version_tally, self.payers) = (Tally::default(), Tally::default(), 0);
    }

    fn standing(&self, ownership_epoch: u32) -> Result<Standing> {
        match self.ownership_epoch.checked_sub(ownership_epoch) {
            Some(0) => Ok(Standing::Current),
            Some(1) => Ok(Standing::Previous),
            Some(_) => Ok(Standing::Past),
            // a channel copies the agent's epoch, which only grows
            None => err!(ReputationError::InvariantBroken),
        }
    }

    fn sync(&mut self, disputes_lost: u32, slashed: u64) -> Result<()> {
        let grows = disputes_lost >= self.disputes_lost && slashed >= self.slashed;
        require!(grows, ReputationError::InvariantBroken);
        let is_news = disputes_lost > self.disputes_lost || slashed > self.slashed;
        require!(is_news, ReputationError::ScoreUnchanged);
        (self.disputes_lost, self.slashed) = (disputes_lost, slashed);
        Ok(())
    }

    fn tally(&self, standing: Standing) -> Tally {
        match standing {
            Standing::Current => self.current,
            Standing::Previous => self.previous,
            Standing::Past => Tally::default(),
        }
    }

    fn fold(&mut self, standing: Standing, agent_version: u32, rating: &Weighed, slot: u64) -> Result<()> {
        let newcomer = u32::from(rating.first);
        match standing {
            Standing::Current => {
                count(&mut self.current, rating)?;
                self.payers = math::add_u32(self.payers, newcomer)?;
                if agent_version > self.agent_version {
                    self.agent_version = agent_version;
                    self.version_tally = Tally::default();
                }
                if agent_version == self.agent_version {
                    count(&mut self.version_tally, rating)?;
                }
            }
            Standing::Previous => {
                count(&mut self.previous, rating)?;
                self.previous_payers = math::add_u32(self.previous_payers, newcomer)?;
            }
            Standing::Past => {}
        }
        self.ratings = math::add(self.ratings, 1)?;
        self.last_slot = slot;
        Ok(())
    }
}

fn is_sound(tally: &Tally) -> bool {
    let most = u128::from(tally.weight) * 5;
    tally.weight <= tally.weighted_stars && u128::from(tally.weighted_stars) <= most
}

fn count(tally: &mut Tally, rating: &Weighed) -> Result<()> {
    tally.ratings = math::add(tally.ratings, 1)?;
    tally.weight = math::add(tally.weight, rating.weight)?;
    tally.weighted_stars = math::add(tally.weighted_stars, math::mul(rating.weight, rating.stars.into())?)?;
    tally.volume = math::add(tally.volume, rating.volume)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score() -> Score {
        let mut score: Score = bytemuck::Zeroable::zeroed();
        (score.version, score.ownership_epoch) = (REPUTATION_LAYOUT, 1);
        score
    }

    fn rating(stars: u8, weight: u64, first: bool) -> Weighed {
        Weighed { stars, weight, volume: weight * weight, first }
    }

    #[test]
    fn ratings_count_where_their_right_is_from() {
        let mut score = score();
        score.fold(Standing::Current, 2, &rating(5, 3, true), 7).unwrap();
        score.fold(Standing::Current, 1, &rating(1, 2, false), 8).unwrap();
        score.invariant().unwrap();
        assert_eq!((score.agent_version, score.payers, score.ratings), (2, 1, 2));
        let both = Tally { ratings: 2, weight: 5, weighted_stars: 17, volume: 13 };
        assert_eq!(score.current, both);
        assert_eq!(score.version_tally, Tally { ratings: 1, weight: 3, weighted_stars: 15, volume: 9 });

        // a newer version starts again
        score.fold(Standing::Current, 3, &rating(4, 1, true), 9).unwrap();
        assert_eq!((score.agent_version, score.version_tally.ratings), (3, 1));

        score.advance(2);
        score.invariant().unwrap();
        assert_eq!((score.previous.ratings, score.previous_payers), (3, 2));
        assert_eq!(
            (score.current, score.version_tally, score.payers),
            (Default::default(), Default::default(), 0)
        );
        score.fold(Standing::Previous, 9, &rating(2, 1, true), 10).unwrap();
        assert_eq!((score.previous.ratings, score.previous_payers, score.agent_version), (4, 3, 3));
        score.fold(Standing::Past, 1, &rating(2, 0, false), 11).unwrap();
        assert_eq!((score.ratings, score.last_slot, score.current.ratings), (5, 11, 0));
        score.invariant().unwrap();
    }

    #[test]
    fn an_epoch_without_ratings_in_between_leaves_no_previous() {
        let mut score = score();
        score.fold(Standing::Current, 1, &rating(5, 3, true), 7).unwrap();
        score.advance(3);
        assert_eq!((score.previous, score.previous_payers), (Tally::default(), 0));
        assert_eq!(score.standing(3), Ok(Standing::Current));
        assert_eq!(score.standing(2), Ok(Standing::Previous));
        assert_eq!(score.standing(1), Ok(Standing::Past));
        assert_eq!(score.standing(4), Err(ReputationError::InvariantBroken.into()));
        score.advance(2);
        assert_eq!(score.ownership_epoch, 3);
    }

    #[test]
    fn what_disputes_cost_only_grows() {
        let mut score = score();
        assert_eq!(score.sync(0, 0), Err(ReputationError::ScoreUnchanged.into()));
        score.sync(1, 0).unwrap();
        score.sync(1, 50).unwrap();
        assert_eq!(score.sync(1, 50), Err(ReputationError::ScoreUnchanged.into()));
        assert_eq!(score.sync(0, 60), Err(ReputationError::InvariantBroken.into()));
        assert_eq!(score.sync(2, 49), Err(ReputationError::InvariantBroken.into()));
        assert_eq!((score.disputes_lost, score.slashed), (1, 50));
        score.invariant().unwrap();
    }

    #[test]
    fn every_rule_binds() {
        let mut good = score();
        good.fold(Standing::Current, 1, &rating(5, 3, true), 7).unwrap();
        good.invariant().unwrap();
        let changes: [fn(&mut Score); 9] = [
            |s| s.version = 2,
            |s| s.ownership_epoch = 0,
            |s| s.current.weight = 16,
            |s| s.current.weighted_stars = 16,
            |s| s.version_tally.ratings = 2,
            |s| s.version_tally.volume = 10,
            |s| s.payers = 2,
            |s| s.previous_payers = 1,
            |s| s.ratings = 0,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = good;
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(ReputationError::InvariantBroken.into()), "{at}");
        }
    }
}
