//! Strict reading of the Ed25519 instruction that must stand right before a settle.
//!
//! The runtime has verified every signature of an Ed25519 instruction before any program runs; what is left
//! to prove is *which* bytes it verified. So one form only is accepted, to the byte: every index means
//! "this instruction", every offset is where a plain encoder puts it, nothing is missing, shared or left over.

use anchor_lang::{prelude::*, solana_program::program_memory::sol_memcmp};

use crate::error::EscrowError;

type Result<T> = std::result::Result<T, EscrowError>;

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
    #[inline(always)]
    pub fn cumulative(&self) -> u64 {
        u64::from_le_bytes(self.cumulative)
    }

    #[inline(always)]
    pub fn calls(&self) -> u32 {
        u32::from_le_bytes(self.calls)
    }

    /// Unix seconds; valid before it.
    #[inline(always)]
    pub fn expires(&self) -> u32 {
        u32::from_le_bytes(self.expires)
    }
}

/// Bytes of a voucher: `tag[16] | cumulative u64 | calls u32 | expires u32 | transcript[32]`, little endian.
pub const VOUCHER: usize = 64;
/// Bytes of one block.
pub const BLOCK: usize = std::mem::size_of::<SignedVoucher>();
/// Bytes of a block before its message.
const KEY_AND_SIGNATURE: usize = 32 + 64;
/// Bytes of the sysvar before an instruction's data: count of accounts, program, length of the data.
const BEFORE: usize = 2 + 32 + 2;
const HEADER: usize = 2;
const OFFSETS: usize = 14;
const THIS_INSTRUCTION: u16 = u16::MAX;

/// Up to so many vouchers, the beginning of the instruction is compared to one made beforehand.
const READY: usize = 8;
const FORMS: [[u8; form_len(READY)]; READY] = {
    let mut forms = [[0; form_len(READY)]; READY];
    let mut at = 0;
    while at < READY {
        forms[at] = form(at + 1);
        at += 1;
    }
    forms
};

/// The vouchers that the instruction right before the current one verified, exactly `count` of them.
///
/// `sysvar` is the data of the Instructions sysvar: a count, an offset for each instruction, the instructions,
/// and the current index in the last two bytes.
///
/// # Errors
/// `Ed25519Missing`, `Ed25519NotCanonical`, `SignatureCountMismatch`
#[inline(always)]
pub fn verified_vouchers(sysvar: &[u8], count: usize) -> Result<&[SignedVoucher]> {
    Ok(bytemuck::cast_slice(voucher_blocks(sysvar, count)?))
}

#[inline(always)]
fn voucher_blocks(sysvar: &[u8], count: usize) -> Result<&[u8]> {
    let instruction = instruction_before(sysvar)?;
    if let Some(form) = FORMS.get(count.wrapping_sub(1)) {
        let (start, end) = (form_len(count), form_len(count) + BLOCK * count);
        if instruction.len() >= end && sol_memcmp(instruction, form, start) == 0 {
            return Ok(&instruction[start..end]);
        }
    }
    // another number, or something is wrong
    verified_blocks(instruction, count, VOUCHER)
}

/// The one signed message of `length` bytes that the instruction right before the current one verified: the
/// signer, the signature, the message.
///
/// # Errors
/// `Ed25519Missing`, `Ed25519NotCanonical`, `SignatureCountMismatch`
pub fn verified_message(sysvar: &[u8], length: usize) -> Result<&[u8]> {
    verified_blocks(instruction_before(sysvar)?, 1, length)
}

/// What the sysvar holds from the instruction before the current one on.
#[inline(always)]
fn instruction_before(sysvar: &[u8]) -> Result<&[u8]> {
    sysvar
        .len()
        .checked_sub(2)
        .and_then(|end| read_u16(sysvar, end))
        .and_then(|current| current.checked_sub(1))
        .and_then(|previous| read_u16(sysvar, 2 + 2 * usize::from(previous)))
        .and_then(|start| sysvar.get(usize::from(start)..))
        .ok_or(EscrowError::Ed25519Missing)
}

/// The blocks, if the instruction is exactly one of `count` signatures of messages of `length` bytes.
#[inline(never)]
fn verified_blocks(instruction: &[u8], count: usize, length: usize) -> Result<&[u8]> {
    let data = ed25519_data(instruction).ok_or(EscrowError::Ed25519Missing)?;
    let signatures = data.first().map_or(0, |count| usize::from(*count));
    if signatures == 0 || signatures != count {
        return Err(EscrowError::SignatureCountMismatch);
    }
    let block_len = KEY_AND_SIGNATURE + length;
    let blocks_start = HEADER + OFFSETS * count;
    if data.len() != blocks_start + block_len * count || data[1] != 0 {
        return Err(EscrowError::Ed25519NotCanonical);
    }
    let (head, blocks) = data.split_at(blocks_start);
    let mut block = blocks_start;
    for offsets in head[HEADER..].chunks_exact(OFFSETS) {
        if *offsets != offsets_of(block as u16, length as u16) {
            return Err(EscrowError::Ed25519NotCanonical);
        }
        block += block_len;
    }
    Ok(blocks)
}

/// Data of the instruction, if it is one of the Ed25519 program without accounts.
fn ed25519_data(instruction: &[u8]) -> Option<&[u8]> {
    let (accounts, rest) = instruction.split_first_chunk::<2>()?;
    let (program, rest) = rest.split_first_chunk::<32>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    if *accounts != [0, 0] || *program != ED25519_PROGRAM.to_bytes() {
        return None;
    }
    rest.get(..usize::from(u16::from_le_bytes(*length)))
}

/// Offsets that point at the block that starts at `block`: signature, key, message.
const fn offsets_of(block: u16, length: u16) -> [u8; OFFSETS] {
    let fields = [
        block + 32,
        THIS_INSTRUCTION,
        block,
        THIS_INSTRUCTION,
        block + KEY_AND_SIGNATURE as u16,
        length,
        THIS_INSTRUCTION,
    ];
    let mut bytes = [0; OFFSETS];
    let mut at = 0;
    while at < OFFSETS {
        bytes[at] = fields[at / 2].to_le_bytes()[at % 2];
        at += 1;
    }
    bytes
}

const fn form_len(count: usize) -> usize {
    BEFORE + HEADER + OFFSETS * count
}

/// What the sysvar holds of an instruction of `count` vouchers, up to the first block.
const fn form(count: usize) -> [u8; form_len(READY)] {
    let mut form = [0; form_len(READY)];
    let program = ED25519_PROGRAM.to_bytes();
    let blocks_start = HEADER + OFFSETS * count;
    let length = ((blocks_start + BLOCK * count) as u16).to_le_bytes();
    let mut at = 0;
    while at < 32 {
        form[2 + at] = program[at];
        at += 1;
    }
    form[34] = length[0];
    form[35] = length[1];
    form[BEFORE] = count as u8;
    let mut entry = 0;
    while entry < count {
        let offsets = offsets_of((blocks_start + BLOCK * entry) as u16, VOUCHER as u16);
        at = 0;
        while at < OFFSETS {
            form[BEFORE + HEADER + OFFSETS * entry + at] = offsets[at];
            at += 1;
        }
        entry += 1;
    }
    form
}

#[inline(always)]
fn read_u16(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..)?.first_chunk::<2>().map(|bytes| u16::from_le_bytes(*bytes))
}

/// Ed25519SigVerify111111111111111111111111111
const ED25519_PROGRAM: Pubkey = pubkey!("Ed25519SigVerify111111111111111111111111111");

#[cfg(test)]
mod tests;
