//! Making accounts at derived addresses. Anchor's `init` runs before every other check of an instruction,
//! so that a taken address answers with the system program's number and oversized input is first paid for;
//! here the named checks come first.

use std::cell::RefMut;

use anchor_lang::{prelude::*, system_program, ZeroCopy};

/// Whether nothing was ever made at an address. Lamports that somebody sent there do not matter.
pub fn is_vacant(info: &AccountInfo) -> bool {
    info.owner == &system_program::ID && info.data_is_empty()
}

/// Makes `target`, which `seeds` (bump included) derive, an account of `program`, the running one. Lamports
/// already there count towards its rent, so that nobody can block an address by funding it.
pub fn create<'info>(
    program: &Pubkey,
    payer: &Signer<'info>,
    target: &AccountInfo<'info>,
    system: &Program<'info, System>,
    space: usize,
    seeds: &[&[u8]],
) -> Result<()> {
    let rent = Rent::get()?.minimum_balance(space);
    let system = system.to_account_info();
    let (payer, target) = (payer.to_account_info(), target.clone());
    let size = u64::try_from(space)?;
    if target.lamports() == 0 {
        let accounts = system_program::CreateAccount { from: payer, to: target };
        let call = CpiContext::new_with_signer(system, accounts, std::slice::from_ref(&seeds));
        return system_program::create_account(call, rent, size, program);
    }
    let missing = rent.saturating_sub(target.lamports());
    if missing > 0 {
        let accounts = system_program::Transfer { from: payer, to: target.clone() };
        system_program::transfer(CpiContext::new(system.clone(), accounts), missing)?;
    }
    let seeds = std::slice::from_ref(&seeds);
    let accounts = system_program::Allocate { account_to_allocate: target.clone() };
    system_program::allocate(CpiContext::new_with_signer(system.clone(), accounts, seeds), size)?;
    let accounts = system_program::Assign { account_to_assign: target };
    system_program::assign(CpiContext::new_with_signer(system, accounts, seeds), program)
}

/// Writes the discriminator of `T` into an account just made for it, and hands out its zeroed body.
pub fn init_zero_copy<'a, T: ZeroCopy>(info: &'a AccountInfo) -> Result<RefMut<'a, T>> {
    let mut data = info.try_borrow_mut_data()?;
    data[..T::DISCRIMINATOR.len()].copy_from_slice(T::DISCRIMINATOR);
    Ok(RefMut::map(data, |data| bytemuck::from_bytes_mut(&mut data[T::DISCRIMINATOR.len()..])))
}
