use agent_labs_common::{
    ids,
    registry::{Agent, Config, Delegate, Delegates, AGENT_LAYOUT, CONFIG_VERSION, DELEGATES_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    constants::{AGENT_SEED, DELEGATES_SEED, WINDOW_MAX},
    create::{create, init_zero_copy, is_vacant},
    error::RegistryError,
    events::{emit, DelegateAdded},
    math,
    state::{is_known, load_delegates, DelegatesRules},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct DelegateAddArgs {
    /// `permission` bits.
    pub permissions: u16,
    /// From then on it may do nothing, Unix seconds.
    pub expires_at: i64,
}

#[derive(Accounts)]
pub struct DelegateAdd<'info> {
    pub owner: Signer<'info>,
    pub delegate: Signer<'info>,
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        seeds = [AGENT_SEED, &agent.load()?.creator.to_bytes()[..], agent.load()?.handle_bytes()],
        bump = agent.load()?.bump,
        has_one = owner @ RegistryError::NotOwner,
        constraint = agent.load()?.version == AGENT_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub agent: AccountLoader<'info, Agent>,
    /// CHECK: made by this instruction where nothing is there, else read as `Delegates`.
    #[account(mut, seeds = [DELEGATES_SEED, agent.key().as_ref()], bump)]
    pub delegates: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl DelegateAdd<'_> {
    fn validate(&self, args: &DelegateAddArgs, now: i64) -> Result<()> {
        let delegate = self.delegate.key();
        require!(is_known(args.permissions), RegistryError::PermissionsInvalid);
        let within = now < args.expires_at && args.expires_at <= math::after(now, WINDOW_MAX)?;
        require!(within, RegistryError::DelegateExpiryInvalid);
        require!(delegate != self.owner.key(), RegistryError::DelegateIsOwner);
        require!(!self.config.load()?.is_arbiter(&delegate), RegistryError::DelegateIsArbiter);
        Ok(())
    }
}

pub fn handle_delegate_add(ctx: Context<DelegateAdd>, args: DelegateAddArgs) -> Result<()> {
    ctx.accounts.validate(&args, Clock::get()?.unix_timestamp)?;
    let accounts = &ctx.accounts;
    let (agent, bump) = (accounts.agent.key(), ctx.bumps.delegates);

    if is_vacant(&accounts.delegates) {
        create(
            &accounts.rent_payer,
            &accounts.delegates,
            &accounts.system_program,
            Delegates::SPACE,
            &[DELEGATES_SEED, agent.as_ref(), &[bump]],
        )?;
        let mut delegates = init_zero_copy::<Delegates>(&accounts.delegates)?;
        delegates.version = DELEGATES_LAYOUT;
        delegates.bump = bump;
        delegates.agent = agent;
        delegates.rent_payer = accounts.rent_payer.key();
    }
    let event = {
        let mut delegates = load_delegates(&accounts.delegates)?;
        let epoch = accounts.agent.load()?.ownership_epoch;
        if delegates.ownership_epoch != epoch {
            // those of a former owner are void
            delegates.entries = Default::default();
            delegates.count = 0;
            delegates.ownership_epoch = epoch;
        }
        let old = delegates.put(Delegate {
            key: accounts.delegate.key(),
            expires_at: args.expires_at,
            permissions: args.permissions,
            padding: [0; 6],
        })?;
        delegates.invariant()?;
        DelegateAdded {
            agent,
            owner: accounts.owner.key(),
            delegate: accounts.delegate.key(),
            ownership_epoch: epoch,
            rent_payer: delegates.rent_payer,
            old_permissions: old.permissions,
            new_permissions: args.permissions,
            old_expires_at: old.expires_at,
            new_expires_at: args.expires_at,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
