//! Calls that a mandate's approvers sign off, and the accounts by which their approval is used up.

use agent_labs_common::{
    consent::{approval_consume, call_hash},
    ids,
};
use anchor_lang::{prelude::*, solana_program::program::invoke_signed};

use crate::{constants::APPROVAL_CONSUMER_SEED, error::EscrowError};

/// Has consent use up the approval of the running call, which `data` and `keys` tell: its discriminator and
/// arguments, and its declared accounts in order. `behind` are the accounts that follow those: approval, its rent
/// payer, the approval consumer, consent's event authority, consent. They are the approval's own and no part of the
/// call. To be called before anything is changed, with no account borrowed.
///
/// Errors: `ApprovalRequired`, `ApprovalAccountsMismatch`, and consent's
pub fn consume<'info>(
    data: &[u8],
    keys: &[Pubkey],
    mandate: &AccountInfo<'info>,
    behind: &[AccountInfo<'info>],
) -> Result<()> {
    require!(!behind.is_empty(), EscrowError::ApprovalRequired);
    let [approval, rent_payer, consumer, event_authority, consent] = behind else {
        return err!(EscrowError::ApprovalAccountsMismatch);
    };
    let fixed = consumer.key() == ids::APPROVAL_CONSUMER
        && event_authority.key() == ids::consent::EVENT_AUTHORITY
        && consent.key() == ids::consent::ID;
    require!(fixed, EscrowError::ApprovalAccountsMismatch);
    let call = call_hash(&crate::ID, data, keys)?;
    let instruction = approval_consume(mandate.key(), approval.key(), rent_payer.key(), &call);
    let infos = [
        consumer.clone(),
        mandate.clone(),
        approval.clone(),
        rent_payer.clone(),
        event_authority.clone(),
        consent.clone(),
    ];
    let seeds: &[&[u8]] = &[APPROVAL_CONSUMER_SEED, &[ids::APPROVAL_CONSUMER_BUMP]];
    invoke_signed(&instruction, &infos, &[seeds])?;
    Ok(())
}

/// Data of a running instruction, as it was read: bytes behind the arguments are not.
pub fn data_of<A: AnchorSerialize>(discriminator: &[u8], args: &A) -> Result<Vec<u8>> {
    let mut data = discriminator.to_vec();
    args.serialize(&mut data)?;
    Ok(data)
}

/// The key that stands for an optional account in an instruction.
pub fn optional(account: Option<&UncheckedAccount>) -> Pubkey {
    account.map_or(crate::ID, |account| account.key())
}
