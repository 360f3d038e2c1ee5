use anchor_lang::{prelude::*, solana_program::sysvar};

use crate::{
    constants::*,
    ed25519::{self, SignedVoucher},
    error::EscrowError,
    state::{Channel, ChannelStatus},
};

/// The hot path. The channels follow as remaining accounts, writable, one for each signature in its order.
///
/// Left out on purpose: a signer (a voucher carries its own authority, so anyone may bring it), the mandate
/// (its caps were charged when the money was allotted), the writable flag (the runtime refuses the write),
/// the channel's derivation (this program alone creates accounts of its own with this discriminator), and the
/// call stack (a caller in between gains nothing: each voucher still moves its watermark once).
#[derive(Accounts)]
pub struct ChannelSettle<'info> {
    /// CHECK: the address is what makes it the sysvar, and its data the runtime's.
    #[account(address = sysvar::instructions::ID @ EscrowError::NotInstructionsSysvar)]
    pub instructions: UncheckedAccount<'info>,
}

pub fn handle_channel_settle<'info>(ctx: Context<'_, '_, 'info, 'info, ChannelSettle<'info>>) -> Result<()> {
    let channels = ctx.remaining_accounts;
    let sysvar = ctx.accounts.instructions.try_borrow_data()?;
    let vouchers = ed25519::verified_vouchers(&sysvar, channels.len())?;
    let now = Clock::get()?.unix_timestamp;

    let mut previous = std::ptr::null();
    for (info, voucher) in channels.iter().zip(vouchers) {
        settle_one(info, voucher, now, &mut previous)?;
    }
    Ok(())
}

/// A channel's whole account: one cast checks its length.
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
struct ChannelAccount {
    discriminator: u64,
    channel: Channel,
}

const CHANNEL_DISCRIMINATOR: u64 = {
    let [a, b, c, d, e, f, g, h] = Channel::DISCRIMINATOR else { panic!("a discriminator has eight bytes") };
    u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h])
};

fn settle_one(info: &AccountInfo, voucher: &SignedVoucher, now: i64, previous: &mut *const u8) -> Result<()> {
    require!(info.owner == &crate::ID, EscrowError::NotAChannel);
    let mut data = info.try_borrow_mut_data()?;
    // the runtime lays accounts out in the order they are passed, and points a repeated one at its first place
    require!(data.as_ptr() > *previous, EscrowError::DuplicateChannel);
    *previous = data.as_ptr();

    let account: &mut ChannelAccount =
        bytemuck::try_from_bytes_mut(&mut data).map_err(|_| EscrowError::NotAChannel)?;
    require!(account.discriminator == CHANNEL_DISCRIMINATOR, EscrowError::NotAChannel);
    let channel = &mut account.channel;
    require!(channel.version == CHANNEL_LAYOUT, EscrowError::UnknownLayout);

    validate(channel, voucher, now)?;
    channel.settle(voucher.cumulative(), voucher.calls(), now)
}

fn validate(channel: &Channel, voucher: &SignedVoucher, now: i64) -> Result<()> {
    require!(channel.tag == voucher.tag, EscrowError::WrongTag);
    require!(*channel.session_key.as_array() == voucher.signer, EscrowError::WrongSigner);

    require!(now < i64::from(voucher.expires()), EscrowError::VoucherExpired);
    require!(now < channel.expires_at, EscrowError::ChannelExpired);
    if !channel.is(ChannelStatus::Open) {
        require!(channel.is(ChannelStatus::Closing), EscrowError::ChannelDraining);
        require!(now < channel.closing_ends_at, EscrowError::GraceOver);
    }

    let (cumulative, calls) = (voucher.cumulative(), voucher.calls());
    require!(cumulative > channel.settled, EscrowError::NotMonotonic);
    require!(calls > channel.calls, EscrowError::CallsNotMonotonic);
    // `per_call_max` is above zero, and dividing cannot overflow where multiplying could
    let amount = cumulative - channel.settled;
    let new_calls = u64::from(calls - channel.calls);
    require!(amount.div_ceil(channel.per_call_max) <= new_calls, EscrowError::PerCallMaximumExceeded);
    require!(cumulative <= channel.allotted - channel.returned, EscrowError::AboveAllotment);
    Ok(())
}
