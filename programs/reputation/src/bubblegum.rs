//! Calls to Bubblegum V1, built by hand: its crates are for another Anchor.
//!
//! The rating authority is creator and delegate of every tree and signs both calls. A wallet's signature goes
//! to Bubblegum only where a tree's rent is paid.

use agent_labs_common::ids;
use anchor_lang::{
    prelude::*,
    solana_program::{
        instruction::{AccountMeta, Instruction},
        program::invoke_signed_unchecked,
    },
};

use crate::{
    constants::*,
    error::ReputationError,
    receipt::{name, uri, Facts},
    state::Tree,
};

const CREATE_TREE: [u8; 8] = [165, 83, 136, 142, 89, 202, 47, 220];
const MINT_V1: [u8; 8] = [145, 98, 192, 118, 184, 147, 118, 104];
const AUTHORITY_SEEDS: &[&[u8]] = &[RATING_AUTHORITY_SEED, &[ids::RATING_AUTHORITY_BUMP]];

/// Bubblegum's own accounts of one tree, and the programs it calls.
pub struct TreeAccounts<'a, 'info> {
    pub tree_config: &'a AccountInfo<'info>,
    pub merkle_tree: &'a AccountInfo<'info>,
    pub rating_authority: &'a AccountInfo<'info>,
    pub bubblegum: &'a AccountInfo<'info>,
    pub compression: &'a AccountInfo<'info>,
    pub noop: &'a AccountInfo<'info>,
    pub system: &'a AccountInfo<'info>,
}

impl TreeAccounts<'_, '_> {
    /// That these are the programs the rating authority's signature may go to.
    fn require_programs(&self) -> Result<()> {
        let are = self.bubblegum.key() == BUBBLEGUM_PROGRAM
            && self.compression.key() == COMPRESSION_PROGRAM
            && self.noop.key() == NOOP_PROGRAM;
        require!(are, ReputationError::ProgramMismatch);
        Ok(())
    }
}

/// Makes the prepared account a tree in which nobody but the rating authority mints; `payer` pays the rent of
/// Bubblegum's tree config.
pub fn create_tree<'info>(
    tree: &TreeAccounts<'_, 'info>,
    payer: &Signer<'info>,
    depth: u32,
    buffer: u32,
) -> Result<()> {
    tree.require_programs()?;
    let mut data = CREATE_TREE.to_vec();
    data.extend_from_slice(&depth.to_le_bytes());
    data.extend_from_slice(&buffer.to_le_bytes());
    // public: Some(false)
    data.extend_from_slice(&[1, 0]);
    let instruction = Instruction {
        program_id: BUBBLEGUM_PROGRAM,
        accounts: vec![
            AccountMeta::new(tree.tree_config.key(), false),
            AccountMeta::new(tree.merkle_tree.key(), false),
            AccountMeta::new(payer.key(), true),
            AccountMeta::new_readonly(ids::RATING_AUTHORITY, true),
            AccountMeta::new_readonly(NOOP_PROGRAM, false),
            AccountMeta::new_readonly(COMPRESSION_PROGRAM, false),
            AccountMeta::new_readonly(tree.system.key(), false),
        ],
        data,
    };
    let infos = [
        tree.tree_config.clone(),
        tree.merkle_tree.clone(),
        payer.to_account_info(),
        tree.rating_authority.clone(),
        tree.noop.clone(),
        tree.compression.clone(),
        tree.system.clone(),
        tree.bubblegum.clone(),
    ];
    // unchecked: no data of these accounts is borrowed
    invoke_signed_unchecked(&instruction, &infos, &[AUTHORITY_SEEDS])?;
    Ok(())
}

/// Mints the receipt of `facts` to the agent's account, which nobody signs for: it cannot be sold or burnt.
/// Answers the leaf's nonce, and counts it in `record`.
pub fn mint<'info>(
    tree: &TreeAccounts<'_, 'info>,
    agent: &AccountInfo<'info>,
    record: &mut Tree,
    facts: &Facts,
    facts_hash: &[u8; 32],
) -> Result<u64> {
    tree.require_programs()?;
    require!(!record.is_full(), ReputationError::TreeFull);
    let instruction = Instruction {
        program_id: BUBBLEGUM_PROGRAM,
        accounts: vec![
            AccountMeta::new(tree.tree_config.key(), false),
            // owner and delegate of the leaf
            AccountMeta::new_readonly(agent.key(), false),
            AccountMeta::new_readonly(agent.key(), false),
            AccountMeta::new(tree.merkle_tree.key(), false),
            // pays nothing
            AccountMeta::new_readonly(ids::RATING_AUTHORITY, true),
            AccountMeta::new_readonly(ids::RATING_AUTHORITY, true),
            AccountMeta::new_readonly(NOOP_PROGRAM, false),
            AccountMeta::new_readonly(COMPRESSION_PROGRAM, false),
            AccountMeta::new_readonly(tree.system.key(), false),
        ],
        data: mint_data(&name(facts.stars), &uri(record.uri_base(), facts_hash)),
    };
    let infos = [
        tree.tree_config.clone(),
        agent.clone(),
        tree.merkle_tree.clone(),
        tree.rating_authority.clone(),
        tree.noop.clone(),
        tree.compression.clone(),
        tree.system.clone(),
        tree.bubblegum.clone(),
    ];
    // unchecked: no data of these accounts is borrowed
    invoke_signed_unchecked(&instruction, &infos, &[AUTHORITY_SEEDS])?;
    let nonce = record.minted;
    record.minted = nonce.checked_add(1).ok_or(ReputationError::MathOverflow)?;
    record.invariant()?;
    Ok(nonce)
}

/// `mint_v1` with its metadata.
fn mint_data(name: &str, uri: &[u8]) -> Vec<u8> {
    let mut data = Vec::with_capacity(300);
    data.extend_from_slice(&MINT_V1);
    write_metadata(&mut data, name, uri);
    data
}

/// A receipt's `MetadataArgs`, as Bubblegum hashes them.
pub fn metadata(name: &str, uri: &[u8]) -> Vec<u8> {
    let mut data = Vec::with_capacity(300);
    write_metadata(&mut data, name, uri);
    data
}

/// No royalty, immutable, of no collection, the rating authority the one verified
/// creator.
fn write_metadata(data: &mut Vec<u8>, name: &str, uri: &[u8]) {
    for text in [name.as_bytes(), RECEIPT_SYMBOL, uri] {
        // at most 200 bytes each
        data.extend_from_slice(&(text.len() as u32).to_le_bytes());
        data.extend_from_slice(text);
    }
    // seller fee: 0 bps
    data.extend_from_slice(&[0, 0]);
    // primary sale happened, is mutable: no
    data.extend_from_slice(&[0, 0]);
    // edition nonce: none; token standard: non-fungible; collection, uses: none
    data.extend_from_slice(&[0, 1, 0, 0, 0]);
    // token program version: original
    data.push(0);
    // creators: one, verified, with all of the share
    data.extend_from_slice(&1u32.to_le_bytes());
    data.extend_from_slice(ids::RATING_AUTHORITY.as_ref());
    data.extend_from_slice(&[1, 100]);
}
