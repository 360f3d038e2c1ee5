//! Strict reading of what both sides signed of one call: the Ed25519 instruction that must stand right before
//! `dispute_cite`.
//!
//! The runtime has verified every signature of an Ed25519 instruction before any program runs; what is left
//! to prove is *which* bytes it verified. So one form only is accepted, to the byte: two sets of offsets that mean
//! "this instruction", then key, signature and voucher, then key, signature and response proof, nothing missing,
//! shared or left over.

use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::{error::StakeError, state::Dispute};

/// The two verified blocks, as they lie in the instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct SignedCall {
    pub voucher_signer: [u8; 32],
    voucher_signature: [u8; 64],
    pub voucher: Voucher,
    pub proof_signer: [u8; 32],
    proof_signature: [u8; 64],
    pub proof: ResponseProof,
}

/// `tag[16] | cumulative u64 | calls u32 | expires u32 | transcript[32]`, little endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct Voucher {
    pub tag: [u8; 16],
    /// Base units owed since the channel opened.
    pub cumulative: [u8; 8],
    pub call: [u8; 4],
    expires: [u8; 4],
    pub transcript: [u8; 32],
}

/// `tag[16] | call u32 | request[32] | response[32] | cumulative u64`, little endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct ResponseProof {
    pub tag: [u8; 16],
    pub call: [u8; 4],
    pub request: [u8; 32],
    pub response: [u8; 32],
    pub cumulative: [u8; 8],
}

const HEADER: usize = 2;
const OFFSETS: usize = 14;
const SIGNATURES: usize = 2;
const THIS_INSTRUCTION: u16 = u16::MAX;
const BLOCKS_START: usize = HEADER + OFFSETS * SIGNATURES;
const KEY_AND_SIGNATURE: usize = 32 + 64;
const VOUCHER: usize = std::mem::size_of::<Voucher>();
const PROOF: usize = std::mem::size_of::<ResponseProof>();
const SIZE: usize = BLOCKS_START + std::mem::size_of::<SignedCall>();

impl SignedCall {
    /// The number of the call.
    pub fn number(&self) -> u32 {
        u32::from_le_bytes(self.voucher.call)
    }

    /// That both sides of the disputed channel signed one and the same call, and that it follows on what was
    /// before it: `transcript_k = SHA-256(transcript_{k−1} | k | request_k | response_{k−1})`.
    ///
    /// # Errors
    /// `SignerMismatch`, `TagMismatch`, `CallMismatch`, `TranscriptMismatch`
    pub fn require_of(
        &self,
        dispute: &Dispute,
        transcript_before: &[u8; 32],
        response_before: &[u8; 32],
    ) -> Result<()> {
        let Self { voucher, proof, .. } = self;
        let signed = self.voucher_signer == dispute.session_key.to_bytes()
            && self.proof_signer == dispute.agent_key.to_bytes();
        require!(signed, StakeError::SignerMismatch);
        require!([voucher.tag, proof.tag] == [dispute.tag; 2], StakeError::TagMismatch);
        let same = (voucher.call, voucher.cumulative) == (proof.call, proof.cumulative);
        require!(same, StakeError::CallMismatch);
        let transcript = hashv(&[transcript_before, &voucher.call, &proof.request, response_before]);
        require!(transcript.to_bytes() == voucher.transcript, StakeError::TranscriptMismatch);
        Ok(())
    }
}

/// What the instruction right before the current one verified: one voucher and one response proof.
///
/// `sysvar` is the data of the Instructions sysvar, whose address the caller has checked: a count, an offset
/// for each instruction, the instructions, and the current index in the last two bytes.
///
/// # Errors
/// `Ed25519Missing`, `SignatureCountMismatch`, `Ed25519NotCanonical`
pub fn verified_call(sysvar: &[u8]) -> Result<&SignedCall> {
    let current = sysvar.len().checked_sub(2).and_then(|end| read_u16(sysvar, end));
    let data = current
        .and_then(|current| current.checked_sub(1))
        .and_then(|previous| read_u16(sysvar, 2 + 2 * usize::from(previous)))
        .and_then(|start| ed25519_data(sysvar, usize::from(start)))
        .ok_or(StakeError::Ed25519Missing)?;

    let signatures = data.first().map_or(0, |count| usize::from(*count));
    require!(signatures == SIGNATURES, StakeError::SignatureCountMismatch);
    let canonical = data.len() == SIZE && data[1] == 0 && data[HEADER..BLOCKS_START] == canonical_offsets();
    require!(canonical, StakeError::Ed25519NotCanonical);
    bytemuck::try_from_bytes(&data[BLOCKS_START..]).map_err(|_| StakeError::Ed25519NotCanonical.into())
}

/// Offsets that point at the two blocks: signature, key, message, each in this instruction.
fn canonical_offsets() -> [u8; OFFSETS * SIGNATURES] {
    let of_block = |start: usize, message: usize| {
        let [start, message] = [start as u16, message as u16];
        let signature = start + 32;
        let text = start + KEY_AND_SIGNATURE as u16;
        [signature, THIS_INSTRUCTION, start, THIS_INSTRUCTION, text, message, THIS_INSTRUCTION]
    };
    let proof_start = BLOCKS_START + KEY_AND_SIGNATURE + VOUCHER;
    let both = [of_block(BLOCKS_START, VOUCHER), of_block(proof_start, PROOF)];
    let mut bytes = [0; OFFSETS * SIGNATURES];
    for (at, value) in both.iter().flatten().enumerate() {
        bytes[2 * at..2 * at + 2].copy_from_slice(&value.to_le_bytes());
    }
    bytes
}

/// Data of the instruction at `start`, if it is one of the Ed25519 program without accounts.
fn ed25519_data(sysvar: &[u8], start: usize) -> Option<&[u8]> {
    let (accounts, rest) = sysvar.get(start..)?.split_first_chunk::<2>()?;
    let (program, rest) = rest.split_first_chunk::<32>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    if *accounts != [0, 0] || *program != ED25519_PROGRAM.to_bytes() {
        return None;
    }
    rest.get(..usize::from(u16::from_le_bytes(*length)))
}

fn read_u16(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..)?.first_chunk::<2>().map(|bytes| u16::from_le_bytes(*bytes))
}

/// Ed25519SigVerify111111111111111111111111111
const ED25519_PROGRAM: Pubkey = pubkey!("Ed25519SigVerify111111111111111111111111111");

#[cfg(test)]
mod tests;
