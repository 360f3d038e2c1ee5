//! What stake asks of escrow: to open a claim of a channel or a job, and to close it.

use agent_labs_common::{
    escrow::{claim_close, claim_open, ClaimCloseAccounts, ClaimEnd, ClaimPaid, ClaimRight, SubjectKind},
    ids,
};
use anchor_lang::{
    prelude::*,
    solana_program::{
        instruction::Instruction,
        program::{get_return_data, invoke_signed_unchecked},
    },
};

use crate::{constants::CLAIM_AUTHORITY_SEED, error::StakeError};

/// Accounts of both calls; escrow checks mandate and subject, which is of its `kind` or refused.
pub struct Escrow<'a, 'info> {
    pub kind: SubjectKind,
    pub claim_authority: &'a AccountInfo<'info>,
    pub mandate: &'a AccountInfo<'info>,
    pub subject: &'a AccountInfo<'info>,
    pub event_authority: &'a AccountInfo<'info>,
    pub program: &'a AccountInfo<'info>,
}

/// Token accounts of a claim's end; escrow checks them.
pub struct Payment<'a, 'info> {
    /// The mandate's.
    pub mint: &'a AccountInfo<'info>,
    /// The mandate's token account.
    pub vault: &'a AccountInfo<'info>,
    /// The payer's token account; of a job, the vault.
    pub destination: &'a AccountInfo<'info>,
    /// The mint's.
    pub token_program: &'a AccountInfo<'info>,
}

impl<'info> Escrow<'_, 'info> {
    /// Lets escrow count a claim of `claim` base units, and take the hold up to it.
    pub fn open(&self, claim: u64) -> Result<ClaimRight> {
        let instruction = claim_open(self.kind, self.mandate.key(), self.subject.key(), claim)?;
        let right: ClaimRight = self.call(&instruction, &[])?;
        require_keys_eq!(right.subject, self.subject.key(), StakeError::InvariantBroken);
        Ok(right)
    }

    /// Lets escrow end a claim: pay the payer out of the hold, and release the rest of it.
    pub fn close(&self, payment: &Payment<'_, 'info>, end: &ClaimEnd) -> Result<ClaimPaid> {
        let accounts = ClaimCloseAccounts {
            mandate: self.mandate.key(),
            subject: self.subject.key(),
            mint: payment.mint.key(),
            vault: payment.vault.key(),
            destination: payment.destination.key(),
            token_program: payment.token_program.key(),
        };
        let instruction = claim_close(self.kind, &accounts, end)?;
        self.call(&instruction, &[payment.mint, payment.vault, payment.destination, payment.token_program])
    }

    fn call<T: AnchorDeserialize>(
        &self,
        instruction: &Instruction,
        more: &[&AccountInfo<'info>],
    ) -> Result<T> {
        let own = [self.claim_authority, self.mandate, self.subject, self.event_authority, self.program];
        let infos: Vec<_> = own.iter().chain(more).map(|info| (*info).clone()).collect();
        let seeds: &[&[u8]] = &[CLAIM_AUTHORITY_SEED, &[ids::CLAIM_AUTHORITY_BUMP]];
        // unchecked: no data of these accounts is borrowed
        invoke_signed_unchecked(instruction, &infos, &[seeds])?;
        let (program, answer) = get_return_data().ok_or(StakeError::InvariantBroken)?;
        require_keys_eq!(program, ids::escrow::ID, StakeError::InvariantBroken);
        T::try_from_slice(&answer).map_err(|_| StakeError::InvariantBroken.into())
    }
}
