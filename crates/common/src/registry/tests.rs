use anchor_lang::{Discriminator, Owner};
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
}

#[test]
fn registry_owns_them() {
    for owner in [Config::owner(), Agent::owner(), AgentVersion::owner(), Tombstone::owner()] {
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
