use anchor_lang::{prelude::*, solana_program::sysvar};

use crate::{
    constants::*,
    ed25519::{self, SignedVoucher},
    error::EscrowError,
    raw::{differ, now, Accounts as Channels},
    state::{Channel, ChannelStatus},
};

/// The hot path. The channels follow as remaining accounts, writable, one for each signature in its order.
///
/// The entry point takes it before Anchor does; here it is described for the IDL, and refused where the first
/// account is not the sysvar.
///
/// Left out on purpose: a signer (a voucher carries its own authority, so anyone may bring it), the mandate
/// (its caps were charged when the money was allotted), the writable flag and the running program's id (the
/// runtime refuses the write), the channel's derivation (this program alone creates accounts of its own with
/// this discriminator), and the call stack (a caller in between gains nothing: each voucher still moves its
/// watermark once).
#[derive(Accounts)]
pub struct ChannelSettle<'info> {
    /// CHECK: the address is what makes it the sysvar, and its data the runtime's.
    #[account(address = sysvar::instructions::ID @ EscrowError::NotInstructionsSysvar)]
    pub instructions: UncheckedAccount<'info>,
}

/// Nothing comes here with the sysvar first.
pub fn handle_channel_settle(_: Context<ChannelSettle>) -> Result<()> {
    err!(EscrowError::NotInstructionsSysvar)
}

/// Moves the watermark of each of `channels` by the voucher at its place in the proof.
///
/// # Errors
/// See `channel_settle`.
#[inline(always)]
pub fn settle(sysvar: &[u8], mut channels: Channels) -> std::result::Result<(), EscrowError> {
    let vouchers = ed25519::verified_vouchers(sysvar, channels.len())?;
    let now = now()?;
    for voucher in vouchers {
        settle_one(channels.next_channel()?, voucher, now)?;
    }
    Ok(())
}

#[inline(always)]
fn settle_one(
    channel: &mut Channel,
    voucher: &SignedVoucher,
    now: i64,
) -> std::result::Result<(), EscrowError> {
    if channel.version != CHANNEL_LAYOUT {
        return Err(EscrowError::UnknownLayout);
    }
    if u128::from_le_bytes(channel.tag) != u128::from_le_bytes(voucher.tag) {
        return Err(EscrowError::WrongTag);
    }
    if differ(&bytemuck::cast(channel.session_key.to_bytes()), &bytemuck::cast(voucher.signer)) {
        return Err(EscrowError::WrongSigner);
    }
    channel.raise(voucher.cumulative(), voucher.calls(), i64::from(voucher.expires()), now)
}

impl Channel {
    /// Moves the watermark to `cumulative` base units and `calls` by what its session key has signed for this
    /// channel, valid before `expires`, if every rule allows it.
    #[inline(always)]
    pub fn raise(
        &mut self,
        cumulative: u64,
        calls: u32,
        expires: i64,
        now: i64,
    ) -> std::result::Result<(), EscrowError> {
        if now >= expires {
            return Err(EscrowError::VoucherExpired);
        }
        if now >= self.expires_at {
            return Err(EscrowError::ChannelExpired);
        }
        if !self.is(ChannelStatus::Open) {
            if !self.is(ChannelStatus::Closing) {
                return Err(EscrowError::ChannelDraining);
            }
            if now >= self.closing_ends_at {
                return Err(EscrowError::GraceOver);
            }
        }
        if cumulative <= self.settled {
            return Err(EscrowError::NotMonotonic);
        }
        if calls <= self.calls {
            return Err(EscrowError::CallsNotMonotonic);
        }
        // amount ≤ new calls × per-call maximum, where multiplying could overflow
        let amount = cumulative - self.settled;
        let new_calls = u64::from(calls - self.calls);
        match (amount - 1).checked_div(self.per_call_max) {
            Some(full) if full < new_calls => {}
            _ => return Err(EscrowError::PerCallMaximumExceeded),
        }
        match self.allotted.checked_sub(self.returned) {
            Some(most) if cumulative <= most => {}
            _ => return Err(EscrowError::AboveAllotment),
        }
        self.settle(cumulative, calls, now)
    }
}
