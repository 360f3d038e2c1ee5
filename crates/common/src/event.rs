//! Events by self-CPI, in Anchor's format and at half of `emit_cpi!`'s cost: the authority's address is a
//! constant here, where Anchor's account check searches for it on every call.

use anchor_lang::{
    event::EVENT_IX_TAG_LE,
    prelude::*,
    solana_program::{
        instruction::{AccountMeta, Instruction},
        program::invoke_signed_unchecked,
    },
};

/// Seed of the address that signs a program's event CPIs; fixed by Anchor.
pub const EVENT_AUTHORITY_SEED: &[u8] = b"__event_authority";

/// Records `event` as an inner instruction of the running one.
///
/// `program` is the running program's id, `authority` its event authority, whose address the caller has
/// checked, and `bump` that address's bump. The program's own account must be among the instruction's.
pub fn emit<E: anchor_lang::Event>(
    event: &E,
    program: Pubkey,
    authority: &AccountInfo,
    bump: u8,
) -> Result<()> {
    let mut data = Vec::with_capacity(512);
    data.extend_from_slice(EVENT_IX_TAG_LE);
    data.extend_from_slice(E::DISCRIMINATOR);
    event.serialize(&mut data).map_err(|_| ErrorCode::InstructionDidNotSerialize)?;
    let instruction = Instruction {
        program_id: program,
        accounts: vec![AccountMeta::new_readonly(*authority.key, true)],
        data,
    };
    // unchecked: it passes no account but the authority, of which no data is borrowed
    invoke_signed_unchecked(
        &instruction,
        std::slice::from_ref(authority),
        &[&[EVENT_AUTHORITY_SEED, &[bump]]],
    )?;
    Ok(())
}
