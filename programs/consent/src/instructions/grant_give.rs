use std::cell::RefMut;

use agent_labs_common::create::{create, init_zero_copy, is_vacant};
use anchor_lang::prelude::*;

use crate::{
    constants::*,
    error::ConsentError,
    events::{emit, ConsentGiven},
    state::{ConsentGrant, Given},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct GrantGiveArgs {
    /// Whom the consent is given to.
    pub controller: Pubkey,
    /// Keyed hash of what it is for; never a plain one, which could be guessed.
    pub purpose: [u8; 32],
    /// Keyed hash of the terms.
    pub terms_hash: [u8; 32],
    /// Of the terms, from 1.
    pub terms_version: u32,
    /// The grant's; 0 where there is none.
    pub revision: u32,
    /// Counts no more from then on, Unix seconds.
    pub expires_at: i64,
}

#[derive(Accounts)]
pub struct GrantGive<'info> {
    /// Whose consent it is.
    pub subject: Signer<'info>,
    /// Pays the rent of a new grant, and gets it back.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    /// CHECK: made at its derived address where nothing is there, else read as `ConsentGrant`.
    #[account(mut)]
    pub grant: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl<'info> GrantGive<'info> {
    fn validate(&self, args: &GrantGiveArgs, now: i64) -> Result<()> {
        require!(args.controller != Pubkey::default(), ConsentError::ControllerMissing);
        require!(args.purpose != [0; 32], ConsentError::PurposeMissing);
        require!(args.terms_hash != [0; 32], ConsentError::TermsMissing);
        require!(args.terms_version > 0, ConsentError::TermsVersionInvalid);
        require!(args.expires_at > now, ConsentError::GrantExpiryInvalid);
        Ok(())
    }

    /// The grant, made where there is none.
    fn grant(&self, args: &GrantGiveArgs) -> Result<RefMut<'_, ConsentGrant>> {
        let subject = self.subject.key();
        let path: &[&[u8]] = &[GRANT_SEED, subject.as_ref(), args.controller.as_ref(), &args.purpose];
        let (expected, bump) = Pubkey::find_program_address(path, &crate::ID);
        require_keys_eq!(self.grant.key(), expected, ConsentError::GrantMismatch);
        if is_vacant(&self.grant) {
            let [seed, subject_seed, controller, purpose] = [path[0], path[1], path[2], path[3]];
            let seeds = [seed, subject_seed, controller, purpose, &[bump]];
            create(
                &crate::ID,
                &self.rent_payer,
                &self.grant,
                &self.system_program,
                ConsentGrant::SPACE,
                &seeds,
            )?;
            let mut grant = init_zero_copy::<ConsentGrant>(&self.grant)?;
            (grant.version, grant.bump) = (LAYOUT, bump);
            (grant.subject, grant.controller, grant.purpose) = (subject, args.controller, args.purpose);
            grant.rent_payer = self.rent_payer.key();
            return Ok(grant);
        }
        // at its own address nothing but a grant of this program's can be
        let grant = RefMut::map(self.grant.try_borrow_mut_data()?, |data| {
            bytemuck::from_bytes_mut::<ConsentGrant>(&mut data[ConsentGrant::DISCRIMINATOR.len()..])
        });
        require!(grant.version == LAYOUT, ConsentError::UnknownLayout);
        Ok(grant)
    }
}

pub fn handle_grant_give(ctx: Context<GrantGive>, args: GrantGiveArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(&args, now)?;

    let event = {
        let mut grant = accounts.grant(&args)?;
        let old = *grant;
        let given = Given {
            terms_version: args.terms_version,
            terms_hash: args.terms_hash,
            expires_at: args.expires_at,
        };
        grant.give(args.revision, &given, now)?;
        grant.invariant()?;
        ConsentGiven {
            grant: accounts.grant.key(),
            subject: grant.subject,
            controller: grant.controller,
            purpose: grant.purpose,
            rent_payer: grant.rent_payer,
            revision: grant.revision,
            terms_version_before: old.terms_version,
            terms_version: grant.terms_version,
            terms_hash_before: old.terms_hash,
            terms_hash: grant.terms_hash,
            expires_at_before: old.expires_at,
            expires_at: grant.expires_at,
            revoked_at_before: old.revoked_at,
            given_at: now,
        }
    };
    emit(&event, &accounts.event_authority)
}
