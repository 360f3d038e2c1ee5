//! The loader's input, read in place: for settles alone, which happen so often that every unit counts.
//!
//! All unsafe code of the program is here. What it relies on is the form in which the runtime's loader hands
//! over an instruction: a count of accounts, the accounts, the data, the program's id. An account's first
//! appearance is its [`Head`], its data, room for them to grow, padding up to eight bytes and eight bytes more;
//! another one of the same account is eight bytes, the first of them the index of the first appearance.

use std::{marker::PhantomData, mem::size_of};

use anchor_lang::prelude::*;
#[cfg(target_os = "solana")]
use solana_define_syscall::definitions::sol_get_clock_sysvar;

use crate::{error::EscrowError, state::Channel};

type Result<T> = std::result::Result<T, EscrowError>;

/// What the loader puts before an account's data.
#[repr(C)]
struct Head {
    /// `FIRST`, unless the account came before.
    marker: u8,
    is_signer: u8,
    is_writable: u8,
    executable: u8,
    original_len: u32,
    key: [u64; 4],
    owner: [u64; 4],
    lamports: u64,
    len: u64,
}

/// A channel's account as far as it matters, once its length is known.
#[repr(C)]
struct ChannelAccount {
    head: Head,
    discriminator: u64,
    channel: Channel,
}

const COUNT: usize = size_of::<u64>();
const FIRST: u8 = u8::MAX;
/// Bytes of an account that came before.
const REPEATED: usize = 8;
/// Bytes behind an account's data: room for them to grow, and its rent epoch.
const BEHIND: usize = 10_240 + 8;
/// From one channel to the next.
const CHANNEL_STRIDE: usize = size_of::<ChannelAccount>() + BEHIND;
const _: () = assert!(size_of::<ChannelAccount>() == size_of::<Head>() + Channel::SPACE);
const _: () = assert!(cfg!(target_endian = "little"), "numbers are read as they lie there");

const SYSVAR: [u64; 4] = words(anchor_lang::solana_program::sysvar::instructions::ID.to_bytes());
const OWNER: [u64; 4] = words(crate::ID.to_bytes());
const CHANNEL: u64 = {
    let [a, b, c, d, e, f, g, h] = Channel::DISCRIMINATOR else { panic!("a discriminator has eight bytes") };
    u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h])
};

/// An instruction whose first account is the Instructions sysvar.
pub struct Input<'a> {
    /// The sysvar's data.
    pub sysvar: &'a [u8],
    /// The accounts behind it.
    pub accounts: Accounts<'a>,
    /// The instruction's data.
    pub data: &'a [u8],
}

impl Input<'_> {
    /// Reads the input if the first account is the Instructions sysvar.
    ///
    /// # Safety
    /// `input` is what the loader passes to an entry point, and nothing else refers to its accounts while what
    /// this returns is in use.
    #[inline(always)]
    pub unsafe fn read(input: *mut u8) -> Option<Self> {
        let first = input.add(COUNT) as *const Head;
        // SAFETY: without any account there are still the data's length and the program's id, which end where
        // the key of a first account would. No other instruction pays for more than this one comparison.
        if (*first).key[0] != SYSVAR[0] {
            return None;
        }
        // SAFETY: the count is the input's first eight bytes; the rest as above
        let count = *(input as *const u64);
        if count == 0 || differ(&(*first).key, &SYSVAR) {
            return None;
        }
        // SAFETY: the first account never came before, so that it is a whole one
        let len = (*first).len;
        let sysvar = std::slice::from_raw_parts((first as *const u8).add(size_of::<Head>()), len as usize);
        let accounts = (first as *mut u8).add(space(len));

        // SAFETY: `count` accounts lie one behind the other
        let mut end = accounts;
        for _ in 1..count {
            end = end.add(if *end == FIRST { space((*(end as *const Head)).len) } else { REPEATED });
        }
        // SAFETY: behind the accounts lies the data's length, then the data
        let data = std::slice::from_raw_parts(end.add(8), *(end as *const u64) as usize);
        let accounts = Accounts { at: accounts, left: count as usize - 1, input: PhantomData };
        Some(Input { sysvar, accounts, data })
    }
}

/// Accounts that are to be channels, one behind the other.
pub struct Accounts<'a> {
    at: *mut u8,
    left: usize,
    input: PhantomData<&'a mut u8>,
}

impl<'a> Accounts<'a> {
    /// How many are left.
    pub fn len(&self) -> usize {
        self.left
    }

    pub fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// The next one, if it is a channel of this program that did not come before. Its layout version is for the
    /// caller to check. After an error there is no next one.
    ///
    /// # Errors
    /// `SignatureCountMismatch` where none is left, `DuplicateChannel`, `NotAChannel`
    #[inline(always)]
    pub fn next_channel(&mut self) -> Result<&'a mut Channel> {
        if self.left == 0 {
            return Err(EscrowError::SignatureCountMismatch);
        }
        // SAFETY: `Input::read` has walked over `left` accounts from here on
        let marker = unsafe { *self.at };
        if marker != FIRST {
            // the first account of all is the sysvar
            return Err(if marker == 0 { EscrowError::NotAChannel } else { EscrowError::DuplicateChannel });
        }
        let account = self.at as *mut ChannelAccount;
        // SAFETY: a whole account begins with its head, at a multiple of eight like all that the loader lays out
        let head = unsafe { &(*account).head };
        if head.len != Channel::SPACE as u64 || differ(&head.owner, &OWNER) {
            return Err(EscrowError::NotAChannel);
        }
        // SAFETY: its data have the length of a channel's, any bytes are some channel, and nobody else refers to
        // them: each account lies here once
        let account = unsafe { &mut *account };
        if account.discriminator != CHANNEL {
            return Err(EscrowError::NotAChannel);
        }
        self.left -= 1;
        // SAFETY: an account of this length is followed by the next one, or by the data
        self.at = unsafe { self.at.add(CHANNEL_STRIDE) };
        Ok(&mut account.channel)
    }
}

/// Unix seconds.
///
/// The runtime's own call, because `Clock::get` clears room for it before and copies it after.
#[inline(always)]
pub fn now() -> Result<i64> {
    #[cfg(target_os = "solana")]
    {
        let mut clock = std::mem::MaybeUninit::<Clock>::uninit();
        // SAFETY: it fills a clock, whose layout is the runtime's, and answers 0, or fails
        unsafe {
            if sol_get_clock_sysvar(clock.as_mut_ptr() as *mut u8) == 0 {
                return Ok((*clock.as_ptr()).unix_timestamp);
            }
        }
    }
    // in tests on this machine; on a chain there is always a time
    Clock::get().map(|clock| clock.unix_timestamp).map_err(|_| EscrowError::InvariantBroken)
}

/// Bytes of an account with `len` bytes of data that did not come before.
#[inline(always)]
const fn space(len: u64) -> usize {
    size_of::<Head>().wrapping_add(((len as usize).wrapping_add(7)) & !7).wrapping_add(BEHIND)
}

/// Word by word, because comparing arrays is left to a function.
#[inline(always)]
pub fn differ(a: &[u64; 4], b: &[u64; 4]) -> bool {
    a[0] != b[0] || a[1] != b[1] || a[2] != b[2] || a[3] != b[3]
}

const fn words(key: [u8; 32]) -> [u64; 4] {
    let mut words = [0; 4];
    let mut at = 0;
    while at < 32 {
        words[at / 8] |= (key[at] as u64) << (8 * (at % 8));
        at += 1;
    }
    words
}

#[cfg(test)]
mod tests;
