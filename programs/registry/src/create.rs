//! Making accounts of this program at derived addresses.

pub use agent_labs_common::create::{init_zero_copy, is_vacant};
use anchor_lang::prelude::*;

/// Makes `target`, which `seeds` (bump included) derive, an account of this program.
pub fn create<'info>(
    payer: &Signer<'info>,
    target: &AccountInfo<'info>,
    system: &Program<'info, System>,
    space: usize,
    seeds: &[&[u8]],
) -> Result<()> {
    agent_labs_common::create::create(&crate::ID, payer, target, system, space, seeds)
}
