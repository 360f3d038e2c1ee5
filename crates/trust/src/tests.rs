extern crate std;

use agent_labs_common::{
    ids,
    registry::{Agent, AgentStatus, AGENT_LAYOUT},
    reputation::{Score, REPUTATION_LAYOUT},
    stake::{StakeVault, STAKE_LAYOUT},
};
use bytemuck::Zeroable;
use solana_account_info::AccountInfo;
use solana_pubkey::Pubkey;
use std::{
    mem::{offset_of, size_of},
    vec::Vec,
};

use super::*;
use crate::{read, Trust, ACTIVE};

const CREATOR: Pubkey = Pubkey::new_from_array([3; 32]);
const MINT: Pubkey = Pubkey::new_from_array([4; 32]);
const HANDLE: &[u8] = b"dora";

/// An account as the runtime hands it out.
#[derive(Clone)]
struct Held {
    key: Pubkey,
    owner: Pubkey,
    data: Vec<u8>,
}

impl Held {
    fn of<T: bytemuck::Pod>(key: Pubkey, kind: &impl Kind, body: &T) -> Self {
        let Account { program, tag, .. } = kind.account();
        Self { key, owner: *program, data: [tag.as_slice(), bytemuck::bytes_of(body)].concat() }
    }

    fn vacant(key: Pubkey) -> Self {
        Self { key, owner: SYSTEM, data: Vec::new() }
    }
}

fn find(path: &[&[u8]], program: &Pubkey) -> (Pubkey, u8) {
    Pubkey::find_program_address(path, program)
}

fn agent() -> (Agent, Pubkey) {
    let (at, bump) = find(&[b"agent", CREATOR.as_ref(), HANDLE], &REGISTRY);
    let mut agent = Agent::zeroed();
    (agent.version, agent.bump, agent.status) = (AGENT_LAYOUT, bump, AgentStatus::Active as u8);
    (agent.creator, agent.owner, agent.handle_len) = (CREATOR, Pubkey::new_from_array([5; 32]), 4);
    agent.handle[..4].copy_from_slice(HANDLE);
    (agent.latest_version, agent.ownership_epoch, agent.lease_expires_at) = (7, 2, 1_000);
    (agent, at)
}

fn score(of: &Pubkey) -> (Score, Pubkey) {
    let (at, bump) = find(&[b"score", of.as_ref()], &REPUTATION);
    let mut score = Score::zeroed();
    (score.version, score.bump, score.ownership_epoch) = (REPUTATION_LAYOUT, bump, 2);
    (score.agent, score.payers) = (*of, 3);
    (score.current.ratings, score.current.weight) = (4, 3);
    (score.current.weighted_stars, score.current.volume) = (14, 9);
    (score.disputes_lost, score.slashed) = (1, 50);
    (score, at)
}

fn vault(of: &Pubkey) -> (StakeVault, Pubkey) {
    let (at, bump) = find(&[b"vault", of.as_ref()], &STAKE);
    let mut vault = StakeVault::zeroed();
    (vault.version, vault.bump, vault.ownership_epoch) = (STAKE_LAYOUT, bump, 2);
    (vault.agent, vault.mint) = (*of, MINT);
    (vault.first_loss.tokens, vault.backers.tokens) = (30, 12);
    (vault.disputes_lost, vault.slashed) = (2, 60);
    (vault, at)
}

/// Agent, score, vault of one agent.
fn whole() -> [Held; 3] {
    let (agent, at) = agent();
    let (score, score_at) = score(&at);
    let (vault, vault_at) = vault(&at);
    [Held::of(at, &AGENT, &agent), Held::of(score_at, &SCORE, &score), Held::of(vault_at, &VAULT, &vault)]
}

fn told(held: [Held; 3]) -> Result<Trust, Unreadable> {
    let mut held = held;
    let mut lamports = [0u64; 3];
    let [a, b, c] = &mut held;
    let [x, y, z] = &mut lamports;
    let infos = [(a, x), (b, y), (c, z)].map(|(held, lamports)| {
        let Held { key, owner, data } = held;
        AccountInfo::new(&*key, false, false, lamports, data, &*owner, false, 0)
    });
    read(&infos[0], &infos[1], &infos[2])
}

#[test]
fn layouts_are_the_protocols() {
    assert_eq!([REGISTRY, STAKE, REPUTATION], [ids::registry::ID, ids::stake::ID, ids::reputation::ID]);
    assert_eq!(ACTIVE, AgentStatus::Active as u8);
    assert_eq!([AGENT_LAYOUT, REPUTATION_LAYOUT, STAKE_LAYOUT], [LAYOUT; 3]);
    let sizes = [size_of::<Agent>(), size_of::<Score>(), size_of::<StakeVault>()];
    assert_eq!([AGENT.account.size, SCORE.account.size, VAULT.account.size].map(|size| size - TAG), sizes);
    assert_eq!([offset_of!(Agent, bump), offset_of!(Score, bump), offset_of!(StakeVault, bump)], [BUMP; 3]);
    for (ours, theirs) in [
        (AGENT.status, offset_of!(Agent, status)),
        (AGENT.handle_len, offset_of!(Agent, handle_len)),
        (AGENT.latest_version, offset_of!(Agent, latest_version)),
        (AGENT.ownership_epoch, offset_of!(Agent, ownership_epoch)),
        (AGENT.creator, offset_of!(Agent, creator)),
        (AGENT.owner, offset_of!(Agent, owner)),
        (AGENT.lease_expires_at, offset_of!(Agent, lease_expires_at)),
        (AGENT.handle, offset_of!(Agent, handle)),
        (SCORE.ownership_epoch, offset_of!(Score, ownership_epoch)),
        (SCORE.payers, offset_of!(Score, payers)),
        (SCORE.ratings, offset_of!(Score, current)),
        (SCORE.weight, offset_of!(Score, current) + 8),
        (SCORE.weighted_stars, offset_of!(Score, current) + 16),
        (SCORE.volume, offset_of!(Score, current) + 24),
        (SCORE.disputes_lost, offset_of!(Score, disputes_lost)),
        (SCORE.slashed, offset_of!(Score, slashed)),
        (VAULT.ownership_epoch, offset_of!(StakeVault, ownership_epoch)),
        (VAULT.mint, offset_of!(StakeVault, mint)),
        (VAULT.first_loss, offset_of!(StakeVault, first_loss)),
        (VAULT.backers, offset_of!(StakeVault, backers)),
        (VAULT.slashed, offset_of!(StakeVault, slashed)),
        (VAULT.disputes_lost, offset_of!(StakeVault, disputes_lost)),
    ] {
        assert_eq!(ours, theirs);
    }
}

#[test]
fn tells_what_the_accounts_say() {
    let trust = told(whole()).unwrap();
    assert_eq!((trust.agent, trust.owner), (agent().1, agent().0.owner));
    assert_eq!((trust.ownership_epoch, trust.version), (2, 7));
    assert_eq!((trust.mean, trust.ratings, trust.payers, trust.volume), (Some(4_666), 4, 3, 9));
    assert_eq!((trust.disputes_lost, trust.slashed), (2, 60));
    assert_eq!((trust.stake_in(&MINT), trust.stake_in(&CREATOR)), (42, 0));
    assert!(trust.is_live(999) && !trust.is_live(1_000));
}

#[test]
fn a_sale_leaves_the_former_owners_ratings_and_stake_out() {
    let [mut held, score, vault] = whole();
    let (mut sold, _) = agent();
    sold.ownership_epoch = 3;
    held.data[TAG..].copy_from_slice(bytemuck::bytes_of(&sold));
    let trust = told([held, score, vault]).unwrap();
    assert_eq!((trust.mean, trust.ratings, trust.payers, trust.volume), (None, 0, 0, 0));
    assert_eq!((trust.first_loss, trust.backers, trust.disputes_lost), (0, 12, 2));
}

#[test]
fn vacant_counts_as_nothing_where_the_account_would_be_and_nowhere_else() {
    let [agent, score, vault] = whole();
    let bare = [agent.clone(), Held::vacant(score.key), Held::vacant(vault.key)];
    let trust = told(bare).unwrap();
    assert_eq!((trust.mean, trust.disputes_lost, trust.first_loss, trust.backers), (None, 0, 0, 0));
    let nowhere = Held::vacant(Pubkey::new_from_array([9; 32]));
    assert_eq!(told([agent.clone(), nowhere.clone(), vault.clone()]), Err(Unreadable::Score));
    assert_eq!(told([agent, score.clone(), nowhere.clone()]), Err(Unreadable::StakeVault));
    assert_eq!(told([nowhere, score, vault]), Err(Unreadable::Agent));
}

#[test]
fn what_is_not_the_agents_own_is_refused() {
    let good = whole();
    let (other, other_at) = score(&Pubkey::new_from_array([8; 32]));
    let (foreign, foreign_at) = vault(&Pubkey::new_from_array([8; 32]));
    let stranger = [
        (1, Held::of(other_at, &SCORE, &other), Unreadable::Score),
        (2, Held::of(foreign_at, &VAULT, &foreign), Unreadable::StakeVault),
    ];
    for (at, held, refusal) in stranger {
        let mut all = good.clone();
        all[at] = held;
        assert_eq!(told(all), Err(refusal));
    }
    for (at, refusal) in
        [Unreadable::Agent, Unreadable::Score, Unreadable::StakeVault].into_iter().enumerate()
    {
        let changes: [fn(&mut Held); 5] = [
            |held| held.owner = CREATOR,
            |held| held.key = CREATOR,
            |held| held.data[0] ^= 1,
            |held| held.data.push(0),
            |held| held.data[TAG + BUMP] ^= 1,
        ];
        for change in changes {
            let mut all = good.clone();
            change(&mut all[at]);
            assert_eq!(told(all), Err(refusal));
        }
        let mut all = good.clone();
        all[at].data[TAG] = 2;
        assert_eq!(told(all), Err(Unreadable::Layout));
    }
    let mut long = good.clone();
    long[0].data[TAG + AGENT.handle_len] = 33;
    assert_eq!(told(long), Err(Unreadable::Agent));
}
