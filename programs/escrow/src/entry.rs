//! The program's entry point. Settles are taken here, before accounts are made out of the input; all else, and
//! every settle whose first account is not the Instructions sysvar, goes on to Anchor's entry.

use anchor_lang::{prelude::*, solana_program::entrypoint::SUCCESS};

use crate::{
    constants::{SETTLE, SETTLE_SET},
    error::EscrowError,
    instructions::{channel_settle::settle, channel_settle_set::settle_set},
    raw::Input,
};

/// # Safety
/// `input` is what the loader passes to an entry point.
pub unsafe fn enter(input: *mut u8) -> u64 {
    if let Some(Input { sysvar, accounts, data }) = Input::read(input) {
        let outcome = match data.first() {
            Some(&SETTLE) => settle(sysvar, accounts),
            Some(&SETTLE_SET) => settle_set(sysvar, accounts),
            _ => return anchor(input),
        };
        return match outcome {
            Ok(()) => SUCCESS,
            Err(error) => refuse(error),
        };
    }
    anchor(input)
}

/// As Anchor does it, but that the accounts are not taken apart at the end: nothing is ever given back to the heap.
#[inline(never)]
unsafe fn anchor(input: *mut u8) -> u64 {
    let (program_id, accounts, data) = anchor_lang::solana_program::entrypoint::deserialize(input);
    let accounts = std::mem::ManuallyDrop::new(accounts);
    match crate::entry(program_id, &accounts, data) {
        Ok(()) => SUCCESS,
        Err(error) => error.into(),
    }
}

/// Tells an error as Anchor does.
#[cold]
#[inline(never)]
fn refuse(error: EscrowError) -> u64 {
    let error = Error::from(error);
    error.log();
    ProgramError::from(error).into()
}

#[cfg(all(target_os = "solana", not(feature = "cpi")))]
mod exported {
    /// # Safety
    /// Only the loader calls it.
    #[no_mangle]
    pub unsafe extern "C" fn entrypoint(input: *mut u8) -> u64 {
        super::enter(input)
    }

    anchor_lang::solana_program::entrypoint::custom_heap_default!();
    anchor_lang::solana_program::entrypoint::custom_panic_default!();
}
