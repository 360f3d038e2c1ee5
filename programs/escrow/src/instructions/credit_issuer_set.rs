use std::cell::RefMut;

use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    constants::{CREDIT_ISSUER_LAYOUT, CREDIT_ISSUER_SEED},
    error::EscrowError,
    events::{emit, CreditIssuerSet as Set},
    state::CreditIssuer,
};

/// What an issuer may do from now on.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct CreditIssuerSetArgs {
    /// Signs mints.
    pub issuer: Pubkey,
    /// Most that it may mint in a day, base units.
    pub daily_cap: u64,
    /// Whether it may mint at all.
    pub active: bool,
}

#[derive(Accounts)]
#[instruction(args: CreditIssuerSetArgs)]
pub struct CreditIssuerSet<'info> {
    pub admin: Signer<'info>,
    /// Pays for a new issuer's account.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        has_one = admin @ EscrowError::NotAdmin,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made here where it is not there; its address is derived, so only this program can have made it.
    #[account(mut, seeds = [CREDIT_ISSUER_SEED, args.issuer.as_ref()], bump)]
    pub credit_issuer: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl CreditIssuerSet<'_> {
    fn validate(&self, args: &CreditIssuerSetArgs) -> Result<()> {
        require_keys_neq!(args.issuer, Pubkey::default(), EscrowError::IssuerMissing);
        Ok(())
    }

    /// The issuer's account; made where there is none yet.
    fn account(&self, issuer: &Pubkey, bump: u8) -> Result<RefMut<'_, CreditIssuer>> {
        let info = &self.credit_issuer;
        if is_vacant(info) {
            let seeds: &[&[u8]] = &[CREDIT_ISSUER_SEED, issuer.as_ref(), &[bump]];
            create(&crate::ID, &self.rent_payer, info, &self.system_program, CreditIssuer::SPACE, seeds)?;
            let mut made = init_zero_copy::<CreditIssuer>(info)?;
            (made.version, made.bump, made.issuer) = (CREDIT_ISSUER_LAYOUT, bump, *issuer);
            return Ok(made);
        }
        // its address is derived: only this program can have made it
        let data = info.try_borrow_mut_data()?;
        require!(data.len() == CreditIssuer::SPACE, EscrowError::IssuerMismatch);
        let known = RefMut::map(data, |data| bytemuck::from_bytes_mut::<CreditIssuer>(&mut data[8..]));
        require!(known.version == CREDIT_ISSUER_LAYOUT, EscrowError::UnknownLayout);
        require_keys_eq!(known.issuer, *issuer, EscrowError::IssuerMismatch);
        Ok(known)
    }
}

pub fn handle_credit_issuer_set(ctx: Context<CreditIssuerSet>, args: CreditIssuerSetArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(&args)?;

    let event = {
        let mut issuer = accounts.account(&args.issuer, ctx.bumps.credit_issuer)?;
        let (old_daily_cap, old_active) = (issuer.daily_cap, issuer.active == 1);
        (issuer.daily_cap, issuer.active) = (args.daily_cap, args.active.into());
        issuer.invariant()?;
        Set {
            account: accounts.credit_issuer.key(),
            issuer: args.issuer,
            admin: accounts.admin.key(),
            old_daily_cap,
            new_daily_cap: args.daily_cap,
            old_active,
            new_active: args.active,
        }
    };
    emit(&event, &accounts.event_authority)
}
