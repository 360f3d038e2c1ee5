//! Reading other programs' accounts, which may be vacant.

use std::cell::Ref;

use anchor_lang::{prelude::*, ZeroCopy};

use crate::create::is_vacant;

/// Reads an account in place; `None` where there is none, `mismatch` where there is another.
pub fn read<'a, T: ZeroCopy + Owner>(
    info: &'a AccountInfo,
    mismatch: impl Into<Error>,
) -> Result<Option<Ref<'a, T>>> {
    if is_vacant(info) {
        return Ok(None);
    }
    let data = info.try_borrow_data()?;
    let start = T::DISCRIMINATOR.len();
    let is_it = info.owner == &T::owner()
        && data.len() == start + std::mem::size_of::<T>()
        && data.starts_with(T::DISCRIMINATOR);
    if !is_it {
        return Err(mismatch.into());
    }
    Ok(Some(Ref::map(data, |data| bytemuck::from_bytes(&data[start..]))))
}
