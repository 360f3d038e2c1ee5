use agent_labs_common::registry::{Agent, Delegates, Tombstone, DELEGATES_LAYOUT};
use anchor_lang::{prelude::*, Discriminator, Owner};

use crate::{
    constants::DELEGATES_SEED,
    error::RegistryError,
    events::{emit, DelegatesClosed},
    state::read_agent,
};

#[derive(Accounts)]
pub struct DelegatesClose<'info> {
    /// CHECK: the agent or the tombstone in its place; `is_void` reads either.
    pub agent: UncheckedAccount<'info>,
    #[account(
        mut,
        close = rent_payer,
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

impl DelegatesClose<'_> {
    fn validate(&self) -> Result<()> {
        require!(self.is_void()?, RegistryError::DelegatesInForce);
        Ok(())
    }

    /// Whether the agent is gone, or has passed to another owner since they were named. The address is that of
    /// an agent: the delegates' own address derives from it.
    fn is_void(&self) -> Result<bool> {
        let is_tombstone = self.agent.owner == &Tombstone::owner()
            && self.agent.try_borrow_data()?.starts_with(Tombstone::DISCRIMINATOR);
        if is_tombstone {
            return Ok(true);
        }
        let agent: std::cell::Ref<Agent> = read_agent(&self.agent)?;
        Ok(agent.ownership_epoch != self.delegates.load()?.ownership_epoch)
    }
}

pub fn handle_delegates_close(ctx: Context<DelegatesClose>) -> Result<()> {
    ctx.accounts.validate()?;

    let event = DelegatesClosed {
        agent: ctx.accounts.agent.key(),
        delegates: ctx.accounts.delegates.key(),
        rent_payer: ctx.accounts.rent_payer.key(),
        returned: ctx.accounts.delegates.get_lamports(),
    };
    emit(&event, &ctx.accounts.event_authority)
}
