use agent_labs_common::registry::{Attestation, ATTESTATION_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::ATTESTATION_SEED,
    error::RegistryError,
    events::{emit, AttestationRevoked},
};

#[derive(Accounts)]
pub struct AttestationRevoke<'info> {
    /// Gets the rent.
    #[account(mut)]
    pub attestor: Signer<'info>,
    #[account(
        mut,
        close = attestor,
        seeds = [
            ATTESTATION_SEED,
            &attestation.load()?.attestor.to_bytes()[..],
            &attestation.load()?.subject.to_bytes()[..]
        ],
        bump = attestation.load()?.bump,
        has_one = attestor @ RegistryError::NotAttestor,
        constraint = attestation.load()?.version == ATTESTATION_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub attestation: AccountLoader<'info, Attestation>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_attestation_revoke(ctx: Context<AttestationRevoke>) -> Result<()> {
    let event = {
        let attestation = ctx.accounts.attestation.load()?;
        AttestationRevoked {
            attestation: ctx.accounts.attestation.key(),
            attestor: attestation.attestor,
            subject: attestation.subject,
            issued_at: attestation.issued_at,
            expires_at: attestation.expires_at,
            evidence: attestation.evidence,
            returned: ctx.accounts.attestation.get_lamports(),
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
