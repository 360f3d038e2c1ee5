use anchor_lang::{prelude::Pubkey, Discriminator, Owner};
use solana_sha256_hasher::hash;
use std::mem::{offset_of, size_of};

use super::*;
use crate::ids;

fn discriminator(name: &str) -> Vec<u8> {
    hash(format!("account:{name}").as_bytes()).to_bytes()[..8].to_vec()
}

#[test]
fn discriminators_are_anchors() {
    assert_eq!(Config::DISCRIMINATOR, discriminator("Config"));
    assert_eq!(Agent::DISCRIMINATOR, discriminator("Agent"));
    assert_eq!(AgentVersion::DISCRIMINATOR, discriminator("AgentVersion"));
    assert_eq!(Tombstone::DISCRIMINATOR, discriminator("Tombstone"));
    assert_eq!(Delegates::DISCRIMINATOR, discriminator("Delegates"));
    assert_eq!(Attestation::DISCRIMINATOR, discriminator("Attestation"));
}

#[test]
fn registry_owns_them() {
    for owner in [
        Config::owner(),
        Agent::owner(),
        AgentVersion::owner(),
        Tombstone::owner(),
        Delegates::owner(),
        Attestation::owner(),
    ] {
        assert_eq!(owner, ids::registry::ID);
    }
}

#[test]
fn config_layout_stays() {
    assert_eq!(size_of::<Config>(), 1448);
    assert_eq!(offset_of!(Config, admin), 16);
    assert_eq!(offset_of!(Config, genesis_hash), 176);
    assert_eq!(offset_of!(Config, windows), 264);
    assert_eq!(offset_of!(Config, panels), 408);
    assert_eq!(offset_of!(Config, settlement_mints), 1000);
    assert_eq!(offset_of!(Config, next_proposal), 1320);
    assert_eq!(offset_of!(Config, longest), 1352);
}

#[test]
fn agent_layout_stays() {
    assert_eq!(size_of::<Agent>(), 376);
    assert_eq!(offset_of!(Agent, creator), 16);
    assert_eq!(offset_of!(Agent, price), 208);
    assert_eq!(offset_of!(Agent, handle), 248);
}

#[test]
fn version_and_tombstone_layouts_stay() {
    assert_eq!(AgentVersion::space(5, 60), 159 + 9 + 64);
    assert_eq!(Tombstone::SPACE, 15);
}

#[test]
fn attestation_layout_stays() {
    assert_eq!(size_of::<Attestation>(), 152);
    assert_eq!(offset_of!(Attestation, attestor), 8);
    assert_eq!(offset_of!(Attestation, issued_at), 72);
    assert_eq!(offset_of!(Attestation, evidence), 88);
}

#[test]
fn attestation_is_worth_nothing_from_its_end_on() {
    let mut attestation: Attestation = bytemuck::Zeroable::zeroed();
    assert!(!attestation.is_valid(0));
    attestation.expires_at = 10;
    assert!(attestation.is_valid(9) && !attestation.is_valid(10));
}

#[test]
fn delegates_layout_stays() {
    assert_eq!(size_of::<Delegates>(), 296);
    assert_eq!(offset_of!(Delegates, agent), 8);
    assert_eq!(offset_of!(Delegates, entries), 72);
}

#[test]
fn executions_are_paused_until_the_pause_lapses() {
    let mut config: Config = bytemuck::Zeroable::zeroed();
    config.execution_pause_ends_at = 10;
    assert!(!config.is_execution_paused(9), "without the bit");
    config.pause_bits = pause::EXECUTE;
    assert!(config.is_execution_paused(9));
    assert!(!config.is_execution_paused(10));
    assert!(config.is_paused(pause::EXECUTE), "the bit stands");
}

#[test]
fn arbiters_are_those_of_either_panel() {
    let [first, second, none] = [1, 2, 3].map(|n| Pubkey::new_from_array([n; 32]));
    let mut config: Config = bytemuck::Zeroable::zeroed();
    config.panels[0].count = 1;
    config.panels[0].members[0] = first;
    config.panels[1].count = 1;
    config.panels[1].members[0] = second;
    assert!(config.is_arbiter(&first) && config.is_arbiter(&second));
    assert!(!config.is_arbiter(&none) && !config.is_arbiter(&Pubkey::default()));
}

#[test]
fn a_delegate_may_what_it_was_given_until_it_ends_or_the_agent_is_sold() {
    let key = |byte| Pubkey::new_from_array([byte; 32]);
    let mut delegates: Delegates = bytemuck::Zeroable::zeroed();
    (delegates.count, delegates.ownership_epoch) = (1, 3);
    let given = permission::RESPOND | permission::YANK;
    delegates.entries[0] = Delegate { key: key(1), expires_at: 10, permissions: given, padding: [0; 6] };
    let ask = |epoch, byte, bit, now| delegates.permit(epoch, &key(byte), bit, now);
    assert_eq!(ask(3, 1, permission::RESPOND, 9), Ok(()));
    assert_eq!(ask(3, 1, permission::RESPOND, 10), Err(Denied::Expired));
    assert_eq!(ask(3, 1, permission::UPDATE, 9), Err(Denied::NotPermitted));
    assert_eq!(ask(3, 2, permission::RESPOND, 9), Err(Denied::NotDelegate));
    // beyond the count, an entry is none
    assert_eq!(ask(3, 0, permission::RESPOND, -1), Err(Denied::NotDelegate));
    for epoch in [2, 4] {
        assert_eq!(ask(epoch, 1, permission::RESPOND, 9), Err(Denied::Void));
    }
}
