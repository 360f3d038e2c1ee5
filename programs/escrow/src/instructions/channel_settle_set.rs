use anchor_lang::{
    prelude::*,
    solana_program::{program_memory::sol_memcpy, sysvar},
};
use solana_sha256_hasher::hashv;

use crate::{
    constants::*,
    ed25519::verified_message,
    error::EscrowError,
    raw::{differ, now, Accounts as Channels},
};

/// Settles many channels of one session key by one signature. The channels follow as remaining accounts,
/// writable, in the order of the set.
///
/// Taken by the entry point like `ChannelSettle`, and with the same left out on purpose.
#[derive(Accounts)]
pub struct ChannelSettleSet<'info> {
    /// CHECK: the address is what makes it the sysvar, and its data the runtime's.
    #[account(address = sysvar::instructions::ID @ EscrowError::NotInstructionsSysvar)]
    pub instructions: UncheckedAccount<'info>,
}

/// Nothing comes here with the sysvar first.
pub fn handle_channel_settle_set(_: Context<ChannelSettleSet>) -> Result<()> {
    err!(EscrowError::NotInstructionsSysvar)
}

const MOST: usize = MAX_SET as usize;
/// Where things lie behind each other: signer, signature, then the message
/// `set[16] | root[32] | cumulative u64 of each | calls u32 of each | expires u32`, little endian. Columns, so
/// that every number lies at a multiple of its size.
const SIGNER: usize = 0;
const MESSAGE: usize = 32 + 64;
const CUMULATIVE: usize = MESSAGE + 16 + 32;

/// Bytes of the message of a set of `count` channels.
const fn message_len(count: usize) -> usize {
    16 + 32 + 12 * count + 4
}

/// Moves the watermark of each of `channels` by the set that the proof holds.
///
/// # Errors
/// See `channel_settle_set`.
#[inline(never)]
pub fn settle_set(sysvar: &[u8], mut channels: Channels) -> std::result::Result<(), EscrowError> {
    let count = channels.len();
    if count < MIN_SET as usize || count > MOST {
        return Err(EscrowError::SetSizeInvalid);
    }
    let block = verified_message(sysvar, message_len(count))?;
    // copied to where numbers can be read at once
    let mut words = [0_u64; (MESSAGE + message_len(MOST)).div_ceil(8)];
    sol_memcpy(bytemuck::cast_slice_mut(&mut words), block, block.len());
    let signer = [words[SIGNER], words[1], words[2], words[3]];
    let cumulative = &words[CUMULATIVE / 8..][..count];
    let calls: &[u32] = &bytemuck::cast_slice(&words[CUMULATIVE / 8 + count..])[..count + 1];
    let (calls, expires) = (&calls[..count], i64::from(calls[count]));
    let now = now()?;

    let mut tags = [[0_u64; 2]; MOST];
    for ((tag, cumulative), calls) in tags.iter_mut().zip(cumulative).zip(calls) {
        let channel = channels.next_channel()?;
        if channel.version != CHANNEL_LAYOUT {
            return Err(EscrowError::UnknownLayout);
        }
        if differ(&bytemuck::cast(channel.session_key.to_bytes()), &signer) {
            return Err(EscrowError::WrongSigner);
        }
        *tag = bytemuck::cast(channel.tag);
        channel.raise(*cumulative, *calls, expires, now)?;
    }

    // what was raised by another set's numbers is undone by the refusal
    let set = hashv(&[VOUCHER_SET_DOMAIN, bytemuck::cast_slice(&tags[..count])]).to_bytes();
    let signed: &[u8] = &bytemuck::cast_slice(&words)[MESSAGE..MESSAGE + 16];
    if set[..16] != *signed {
        return Err(EscrowError::WrongSet);
    }
    Ok(())
}
