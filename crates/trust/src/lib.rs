//! What the Agent Labs protocol knows of an agent, for programs that decide by it.
//!
//! Three accounts tell it: the registry's `Agent`, reputation's `Score` and stake's `StakeVault`. Whoever sends a
//! transaction picks its accounts, so none is believed: each must be owned by its program, carry its
//! discriminator, and stand at the address that is derived from what it says of itself and from the agent. Score and
//! vault may be vacant at their derived addresses: nobody rated, nothing at stake.
//!
//! ```ignore
//! let trust = agent_labs_trust::read(&agent, &score, &stake_vault)?;
//! require!(trust.is_live(Clock::get()?.unix_timestamp), MyError::AgentStale);
//! require!(trust.mean.is_some_and(|mean| mean >= 4_000), MyError::ScoreTooLow);
//! ```

#![no_std]

use solana_account_info::AccountInfo;
use solana_pubkey::{pubkey, Pubkey};

mod layout;

use layout::{Kind, AGENT, SCORE, VAULT};

/// The protocol's programs.
pub const REGISTRY: Pubkey = pubkey!("5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG");
pub const STAKE: Pubkey = pubkey!("9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9");
pub const REPUTATION: Pubkey = pubkey!("AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee");

/// `Trust::status` of an agent that is open for business.
pub const ACTIVE: u8 = 1;

/// Why the accounts tell nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The account is no agent of the registry, or not at its derived address; a closed one is none.
    Agent,
    /// The account is not the agent's score, nor its vacant address.
    Score,
    /// The account is not the agent's stake vault, nor its vacant address.
    StakeVault,
    /// The protocol wrote a layout that this version of the crate does not know.
    Layout,
    /// Somebody in this transaction holds one of the accounts for writing.
    Borrowed,
}

/// What speaks for an agent at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trust {
    pub agent: Pubkey,
    pub owner: Pubkey,
    /// Grows with each change of hands.
    pub ownership_epoch: u32,
    /// The latest version; 0 before the first.
    pub version: u32,
    /// `ACTIVE` while it is open for business.
    pub status: u8,
    /// From then on the agent is stale, Unix seconds.
    pub lease_expires_at: i64,
    /// Weighted mean under the present owner, thousandths of a star, rounded down (1,000 to 5,000); none while no
    /// rating weighs anything.
    pub mean: Option<u32>,
    /// Ratings under the present owner.
    pub ratings: u64,
    /// Payers whose ratings weigh something under the present owner.
    pub payers: u32,
    /// Rated volume under the present owner, base units × the mint's weight.
    pub volume: u64,
    /// Lost in the agent's whole life: whichever of score and vault knows more.
    pub disputes_lost: u32,
    /// Slashed in the agent's whole life, base units of the stake mint.
    pub slashed: u64,
    /// Mint of the stake; zero without a vault.
    pub stake_mint: Pubkey,
    /// Stake that counts, base units: the present owner's, and the backers'.
    pub first_loss: u64,
    pub backers: u64,
}

impl Trust {
    /// Whether the agent is open for business and its lease runs at `now` (Unix seconds); else it is stale.
    pub fn is_live(&self, now: i64) -> bool {
        self.status == ACTIVE && now < self.lease_expires_at
    }

    /// Stake of both tranches in `mint`, base units; in another mint it counts as none.
    pub fn stake_in(&self, mint: &Pubkey) -> u64 {
        if self.stake_mint == *mint {
            self.first_loss.saturating_add(self.backers)
        } else {
            0
        }
    }
}

/// Reads the three accounts of an agent. Ratings of a former owner's time count as none.
pub fn read(
    agent: &AccountInfo,
    score: &AccountInfo,
    stake_vault: &AccountInfo,
) -> Result<Trust, Unreadable> {
    let mut trust = read_agent(agent)?;
    add_score(&mut trust, score)?;
    add_stake(&mut trust, stake_vault)?;
    Ok(trust)
}

fn read_agent(info: &AccountInfo) -> Result<Trust, Unreadable> {
    let data = info.try_borrow_data().map_err(|_| Unreadable::Borrowed)?;
    let view = AGENT.view(info, &data)?.ok_or(Unreadable::Agent)?;
    let handle_len = usize::from(view.u8(AGENT.handle_len));
    let handle = view.bytes(AGENT.handle, 32).get(..handle_len).ok_or(Unreadable::Agent)?;
    let path = [b"agent", view.bytes(AGENT.creator, 32), handle];
    view.require_at(&path, info.key)?;
    Ok(Trust {
        agent: *info.key,
        owner: view.key(AGENT.owner),
        ownership_epoch: view.u32(AGENT.ownership_epoch),
        version: view.u32(AGENT.latest_version),
        status: view.u8(AGENT.status),
        lease_expires_at: view.i64(AGENT.lease_expires_at),
        mean: None,
        ratings: 0,
        payers: 0,
        volume: 0,
        disputes_lost: 0,
        slashed: 0,
        stake_mint: Pubkey::default(),
        first_loss: 0,
        backers: 0,
    })
}

fn add_score(trust: &mut Trust, info: &AccountInfo) -> Result<(), Unreadable> {
    let path = [b"score".as_slice(), trust.agent.as_ref()];
    let data = info.try_borrow_data().map_err(|_| Unreadable::Borrowed)?;
    let Some(view) = SCORE.view(info, &data)? else {
        return require_vacant(&path, &REPUTATION, info, Unreadable::Score);
    };
    view.require_at(&path, info.key)?;
    trust.disputes_lost = view.u32(SCORE.disputes_lost);
    trust.slashed = view.u64(SCORE.slashed);
    if view.u32(SCORE.ownership_epoch) == trust.ownership_epoch {
        let (weight, stars) = (view.u64(SCORE.weight), view.u64(SCORE.weighted_stars));
        let mean = (u128::from(stars) * 1_000).checked_div(u128::from(weight));
        trust.mean = mean.and_then(|mean| u32::try_from(mean).ok());
        trust.ratings = view.u64(SCORE.ratings);
        trust.payers = view.u32(SCORE.payers);
        trust.volume = view.u64(SCORE.volume);
    }
    Ok(())
}

fn add_stake(trust: &mut Trust, info: &AccountInfo) -> Result<(), Unreadable> {
    let path = [b"vault".as_slice(), trust.agent.as_ref()];
    let data = info.try_borrow_data().map_err(|_| Unreadable::Borrowed)?;
    let Some(view) = VAULT.view(info, &data)? else {
        return require_vacant(&path, &STAKE, info, Unreadable::StakeVault);
    };
    view.require_at(&path, info.key)?;
    trust.stake_mint = view.key(VAULT.mint);
    if view.u32(VAULT.ownership_epoch) == trust.ownership_epoch {
        trust.first_loss = view.u64(VAULT.first_loss);
    }
    trust.backers = view.u64(VAULT.backers);
    // the score may be behind until somebody syncs it
    trust.disputes_lost = trust.disputes_lost.max(view.u32(VAULT.disputes_lost));
    trust.slashed = trust.slashed.max(view.u64(VAULT.slashed));
    Ok(())
}

/// A vacant address counts as nothing only where the account would be: else a bad score could be hidden.
fn require_vacant(
    path: &[&[u8]],
    program: &Pubkey,
    info: &AccountInfo,
    refusal: Unreadable,
) -> Result<(), Unreadable> {
    let is = Pubkey::find_program_address(path, program).0 == *info.key;
    if is {
        Ok(())
    } else {
        Err(refusal)
    }
}
