use agent_labs_common::registry::{Attestation, ATTESTATION_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::{ATTESTATION_SEED, WINDOW_MAX},
    create::{create, init_zero_copy, is_vacant},
    error::RegistryError,
    events::{emit, AttestationIssued},
    math,
    state::{load_attestation, AttestationRules},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct AttestationIssueArgs {
    /// Worth nothing from then on, Unix seconds.
    pub expires_at: i64,
    /// SHA-256 of a random salt and the evidence; never of the evidence alone, which could be guessed.
    pub evidence: [u8; 32],
}

#[derive(Accounts)]
#[instruction(subject: Pubkey)]
pub struct AttestationIssue<'info> {
    /// Vouches; pays the rent of a new attestation.
    #[account(mut)]
    pub attestor: Signer<'info>,
    /// CHECK: made by this instruction where nothing is there, else read as `Attestation`.
    #[account(mut, seeds = [ATTESTATION_SEED, attestor.key().as_ref(), subject.as_ref()], bump)]
    pub attestation: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

fn validate(subject: &Pubkey, args: &AttestationIssueArgs, now: i64) -> Result<()> {
    require!(*subject != Pubkey::default(), RegistryError::SubjectMissing);
    require!(args.evidence != [0; 32], RegistryError::EvidenceMissing);
    let within = now < args.expires_at && args.expires_at <= math::after(now, WINDOW_MAX)?;
    require!(within, RegistryError::AttestationExpiryInvalid);
    Ok(())
}

pub fn handle_attestation_issue(
    ctx: Context<AttestationIssue>,
    subject: Pubkey,
    args: AttestationIssueArgs,
) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    validate(&subject, &args, now)?;
    let accounts = &ctx.accounts;
    let (attestor, bump) = (accounts.attestor.key(), ctx.bumps.attestation);

    if is_vacant(&accounts.attestation) {
        create(
            &accounts.attestor,
            &accounts.attestation,
            &accounts.system_program,
            Attestation::SPACE,
            &[ATTESTATION_SEED, attestor.as_ref(), subject.as_ref(), &[bump]],
        )?;
        let mut attestation = init_zero_copy::<Attestation>(&accounts.attestation)?;
        attestation.version = ATTESTATION_LAYOUT;
        attestation.bump = bump;
        attestation.attestor = attestor;
        attestation.subject = subject;
    }
    let event = {
        let mut attestation = load_attestation(&accounts.attestation)?;
        let old = *attestation;
        attestation.issued_at = now;
        attestation.expires_at = args.expires_at;
        attestation.evidence = args.evidence;
        attestation.invariant()?;
        AttestationIssued {
            attestation: accounts.attestation.key(),
            attestor,
            subject,
            old_issued_at: old.issued_at,
            new_issued_at: now,
            old_expires_at: old.expires_at,
            new_expires_at: args.expires_at,
            old_evidence: old.evidence,
            new_evidence: args.evidence,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
