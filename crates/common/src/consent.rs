//! What consent and its consumers hash alike, and how an approval is used up.
//!
//! An approval is of one call: a program, its instruction's data and the keys of its accounts, in order. Whether
//! an account signs or is written is left out: the runtime merges these flags over a transaction, so that a program
//! sees others than its caller set, and what a call does hangs on none of them.

use anchor_lang::{
    prelude::*,
    solana_program::instruction::{AccountMeta, Instruction},
};
use solana_sha256_hasher::hashv;

use crate::ids;

/// Domain of a call's hash.
pub const CALL_DOMAIN: &[u8] = b"agent-labs/call/v1";
/// Domain of an approval's digest.
pub const APPROVAL_DOMAIN: &[u8] = b"agent-labs/approval/v1";

/// Discriminator of consent's `approval_consume`.
pub const APPROVAL_CONSUME: [u8; 8] = [156, 212, 217, 3, 220, 230, 68, 97];

/// SHA-256(domain | program | length of data: u32 LE | data | number of keys: u32 LE | keys).
///
/// The data are those that the program reads, without bytes behind its arguments; the keys are those of the accounts
/// that the instruction declares, an optional one that is left out being the program's own. What follows them is
/// the approval's own and does not count.
pub fn call_hash(program: &Pubkey, data: &[u8], keys: &[Pubkey]) -> Result<[u8; 32]> {
    let (bytes, accounts) = (u32::try_from(data.len())?, u32::try_from(keys.len())?);
    Ok(hashv(&[
        CALL_DOMAIN,
        program.as_ref(),
        &bytes.to_le_bytes(),
        data,
        &accounts.to_le_bytes(),
        bytemuck::cast_slice(keys),
    ])
    .to_bytes())
}

/// SHA-256(domain | genesis hash of the cluster | mandate | its generation: u64 LE | nonce: u64 LE | call hash).
pub fn approval_digest(
    genesis_hash: &[u8; 32],
    mandate: &Pubkey,
    generation: u64,
    nonce: u64,
    call: &[u8; 32],
) -> [u8; 32] {
    hashv(&[
        APPROVAL_DOMAIN,
        genesis_hash,
        mandate.as_ref(),
        &generation.to_le_bytes(),
        &nonce.to_le_bytes(),
        call,
    ])
    .to_bytes()
}

/// Consent's `approval_consume` of the running call, signed by escrow's approval consumer.
pub fn approval_consume(
    mandate: Pubkey,
    approval: Pubkey,
    rent_payer: Pubkey,
    call: &[u8; 32],
) -> Instruction {
    Instruction {
        program_id: ids::consent::ID,
        accounts: vec![
            AccountMeta::new_readonly(ids::APPROVAL_CONSUMER, true),
            AccountMeta::new_readonly(mandate, false),
            AccountMeta::new(approval, false),
            AccountMeta::new(rent_payer, false),
            AccountMeta::new_readonly(ids::consent::EVENT_AUTHORITY, false),
            AccountMeta::new_readonly(ids::consent::ID, false),
        ],
        data: [APPROVAL_CONSUME.as_slice(), call].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use solana_sha256_hasher::hash;

    const KEYS: [Pubkey; 2] = [Pubkey::new_from_array([5; 32]), Pubkey::new_from_array([6; 32])];

    #[test]
    fn discriminator_is_anchors() {
        assert_eq!(APPROVAL_CONSUME, hash(b"global:approval_consume").to_bytes()[..8]);
    }

    #[test]
    fn hashes_are_over_the_documented_layouts() {
        let program = Pubkey::new_from_array([4; 32]);
        let mut call = b"agent-labs/call/v1".to_vec();
        call.extend_from_slice(&[4; 32]);
        call.extend_from_slice(&[3, 0, 0, 0, 7, 8, 9, 2, 0, 0, 0]);
        call.extend_from_slice(&[[5; 32], [6; 32]].concat());
        let call = hash(&call).to_bytes();
        assert_eq!(call_hash(&program, &[7, 8, 9], &KEYS).unwrap(), call);

        let mut digest = b"agent-labs/approval/v1".to_vec();
        digest.extend_from_slice(&[[1; 32], [2; 32]].concat());
        digest.extend_from_slice(&[3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]);
        digest.extend_from_slice(&call);
        let made = approval_digest(&[1; 32], &Pubkey::new_from_array([2; 32]), 3, 4, &call);
        assert_eq!(made, hash(&digest).to_bytes());
    }

    #[test]
    fn every_part_of_a_call_counts() {
        let program = Pubkey::new_from_array([4; 32]);
        let base = call_hash(&program, &[7], &KEYS).unwrap();
        let other = Pubkey::new_from_array([9; 32]);
        for (program, data, keys) in [
            (other, vec![7], KEYS.to_vec()),
            (program, vec![8], KEYS.to_vec()),
            (program, vec![7, 0], KEYS.to_vec()),
            (program, vec![], KEYS.to_vec()),
            (program, vec![7], vec![KEYS[1], KEYS[0]]),
            (program, vec![7], vec![KEYS[0]]),
            (program, vec![7], vec![KEYS[0], other]),
        ] {
            assert_ne!(call_hash(&program, &data, &keys).unwrap(), base);
        }
    }
}
