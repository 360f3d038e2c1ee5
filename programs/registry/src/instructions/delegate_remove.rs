use agent_labs_common::registry::{Agent, Delegates, AGENT_LAYOUT, DELEGATES_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::{AGENT_SEED, DELEGATES_SEED},
    error::RegistryError,
    events::{emit, DelegateRemoved},
    state::DelegatesRules,
};

#[derive(Accounts)]
pub struct DelegateRemove<'info> {
    pub signer: Signer<'info>,
    #[account(
        seeds = [AGENT_SEED, &agent.load()?.creator.to_bytes()[..], agent.load()?.handle_bytes()],
        bump = agent.load()?.bump,
        constraint = agent.load()?.version == AGENT_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        mut,
        seeds = [DELEGATES_SEED, agent.key().as_ref()],
        bump = delegates.load()?.bump,
        has_one = rent_payer @ RegistryError::RentPayerMismatch,
        constraint = delegates.load()?.version == DELEGATES_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub delegates: AccountLoader<'info, Delegates>,
    /// CHECK: compared with who paid the rent; only receives lamports.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl DelegateRemove<'_> {
    /// Delegates of a former owner are the present one's to remove too; each may always leave.
    fn validate(&self, delegate: &Pubkey) -> Result<()> {
        let entitled = [self.agent.load()?.owner, *delegate].contains(self.signer.key);
        require!(entitled, RegistryError::NotOwnerOrDelegate);
        Ok(())
    }
}

pub fn handle_delegate_remove(ctx: Context<DelegateRemove>, delegate: Pubkey) -> Result<()> {
    ctx.accounts.validate(&delegate)?;
    let accounts = &ctx.accounts;

    let (removed, left) = {
        let mut delegates = accounts.delegates.load_mut()?;
        let removed = delegates.take(&delegate)?;
        if delegates.count > 0 {
            delegates.invariant()?;
        }
        (removed, delegates.count)
    };
    let returned = if left == 0 { accounts.delegates.get_lamports() } else { 0 };
    if left == 0 {
        accounts.delegates.close(accounts.rent_payer.to_account_info())?;
    }

    let event = DelegateRemoved {
        agent: accounts.agent.key(),
        signer: accounts.signer.key(),
        delegate,
        permissions: removed.permissions,
        expires_at: removed.expires_at,
        rent_payer: accounts.rent_payer.key(),
        returned,
    };
    emit(&event, &ctx.accounts.event_authority)
}
