//! Proving that a tree holds a receipt. The call to account compression is built by hand, as Bubblegum's are.

use anchor_lang::{
    prelude::*,
    solana_program::{
        instruction::{AccountMeta, Instruction},
        program::invoke_unchecked,
    },
};
use solana_keccak_hasher::{hash, hashv};

use crate::{
    bubblegum::metadata,
    constants::*,
    receipt::{name, uri, Facts},
    state::Tree,
};

const VERIFY_LEAF: [u8; 8] = [124, 220, 22, 223, 104, 10, 250, 224];
/// First byte of what a leaf of Bubblegum V1 is hashed from.
const LEAF_V1: u8 = 1;

/// What a tree of `record` holds of the receipt of `facts` whose leaf has this number: all of it follows from the
/// facts, so that a leaf that is there proves them.
pub fn leaf(record: &Tree, facts: &Facts, facts_hash: &[u8; 32], nonce: u64) -> [u8; 32] {
    let nonce = nonce.to_le_bytes();
    let path: &[&[u8]] = &[b"asset", record.merkle_tree.as_ref(), &nonce];
    let (asset, _) = Pubkey::find_program_address(path, &BUBBLEGUM_PROGRAM);
    let metadata = hash(&metadata(&name(facts.stars), &uri(record.uri_base(), facts_hash)));
    // the royalty once more, 0 bps
    let data_hash = hashv(&[metadata.as_ref(), &[0, 0]]);
    // the one creator, verified, with all of the share
    let creator_hash = hashv(&[RATING_AUTHORITY.as_ref(), &[1, 100]]);
    let agent = facts.agent.as_ref();
    let parts = [&[LEAF_V1], asset.as_ref(), agent, agent, &nonce, data_hash.as_ref(), creator_hash.as_ref()];
    hashv(&parts).to_bytes()
}

/// That the tree holds `leaf` at `index`: account compression's own check, against any root that the tree keeps.
/// `proof` are the siblings from the leaf up, as accounts, less those of the tree's canopy.
pub fn verify_leaf<'info>(
    merkle_tree: &AccountInfo<'info>,
    compression: &AccountInfo<'info>,
    root: &[u8; 32],
    leaf: &[u8; 32],
    index: u32,
    proof: &[AccountInfo<'info>],
) -> Result<()> {
    let mut accounts = vec![AccountMeta::new_readonly(merkle_tree.key(), false)];
    accounts.extend(proof.iter().map(|node| AccountMeta::new_readonly(node.key(), false)));
    let data = [VERIFY_LEAF.as_slice(), root, leaf, &index.to_le_bytes()].concat();
    let mut infos = vec![merkle_tree.clone(), compression.clone()];
    infos.extend_from_slice(proof);
    // unchecked: no data of these accounts is borrowed
    invoke_unchecked(&Instruction { program_id: COMPRESSION_PROGRAM, accounts, data }, &infos)?;
    Ok(())
}
