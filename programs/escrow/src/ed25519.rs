//! Strict reading of the Ed25519 instruction that must stand right before a settle.
//!
//! The runtime has verified every signature of an Ed25519 instruction before any program runs; what is left
//! to prove is *which* bytes it verified. So one form only is accepted, to the byte: every index means
//! "this instruction", every offset is where a plain encoder puts it, nothing is missing, shared or left over.

use anchor_lang::prelude::*;

use crate::error::EscrowError;

/// One verified block, as it lies in the instruction: key, signature, and the voucher's 64 bytes.
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct SignedVoucher {
    pub signer: [u8; 32],
    pub signature: [u8; 64],
    pub tag: [u8; 16],
    cumulative: [u8; 8],
    calls: [u8; 4],
    expires: [u8; 4],
    pub transcript: [u8; 32],
}

impl SignedVoucher {
    /// Base units owed since the channel opened.
    pub fn cumulative(&self) -> u64 {
        u64::from_le_bytes(self.cumulative)
    }

    pub fn calls(&self) -> u32 {
        u32::from_le_bytes(self.calls)
    }

    /// Unix seconds; valid before it.
    pub fn expires(&self) -> u32 {
        u32::from_le_bytes(self.expires)
    }
}

/// Bytes of a voucher: `tag[16] | cumulative u64 | calls u32 | expires u32 | transcript[32]`, little endian.
pub const VOUCHER: usize = 64;
/// Bytes of one block.
pub const BLOCK: usize = std::mem::size_of::<SignedVoucher>();
const HEADER: usize = 2;
const OFFSETS: usize = 14;
const THIS_INSTRUCTION: u16 = u16::MAX;

/// The vouchers that the instruction right before the current one verified, exactly `count` of them.
///
/// `sysvar` is the data of the Instructions sysvar, whose address the caller has checked: a count, an offset
/// for each instruction, the instructions, and the current index in the last two bytes.
///
/// # Errors
/// `Ed25519Missing`, `Ed25519NotCanonical`, `SignatureCountMismatch`
pub fn verified_vouchers(sysvar: &[u8], count: usize) -> Result<&[SignedVoucher]> {
    let current = sysvar.len().checked_sub(2).and_then(|end| read_u16(sysvar, end));
    let data = current
        .and_then(|current| current.checked_sub(1))
        .and_then(|previous| read_u16(sysvar, 2 + 2 * usize::from(previous)))
        .and_then(|start| ed25519_data(sysvar, usize::from(start)))
        .ok_or(EscrowError::Ed25519Missing)?;

    let signatures = data.first().map_or(0, |count| usize::from(*count));
    require!(signatures > 0 && signatures == count, EscrowError::SignatureCountMismatch);
    let blocks_start = HEADER + OFFSETS * count;
    require!(data.len() == blocks_start + BLOCK * count, EscrowError::Ed25519NotCanonical);
    require!(data[1] == 0, EscrowError::Ed25519NotCanonical);
    let (head, blocks) = data.split_at(blocks_start);
    let mut block = blocks_start as u16;
    for offsets in head[HEADER..].chunks_exact(OFFSETS) {
        require!(is_canonical(offsets, block), EscrowError::Ed25519NotCanonical);
        block += BLOCK as u16;
    }
    bytemuck::try_cast_slice(blocks).map_err(|_| EscrowError::Ed25519NotCanonical.into())
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

/// Whether one set of offsets points at the block that starts at `block`: key, signature, message.
fn is_canonical(offsets: &[u8], block: u16) -> bool {
    let expected: [u16; OFFSETS / 2] =
        [block + 32, THIS_INSTRUCTION, block, THIS_INSTRUCTION, block + 96, VOUCHER as u16, THIS_INSTRUCTION];
    offsets == bytemuck::bytes_of(&expected)
}

fn read_u16(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..)?.first_chunk::<2>().map(|bytes| u16::from_le_bytes(*bytes))
}

/// Ed25519SigVerify111111111111111111111111111
const ED25519_PROGRAM: Pubkey = pubkey!("Ed25519SigVerify111111111111111111111111111");

#[cfg(test)]
mod tests;
