use agent_labs_common::{
    ids,
    registry::{
        permission, Agent, AgentStatus, Config, Delegates, AGENT_LAYOUT, CONFIG_VERSION, DELEGATES_LAYOUT,
    },
};
use anchor_lang::prelude::*;

use crate::{
    constants::{AGENT_SEED, DELEGATES_SEED},
    error::RegistryError,
    events::{emit, AgentStatusChanged},
    math,
    state::{may_become, require_authority, AgentRules},
};

#[derive(Accounts)]
pub struct AgentSetStatus<'info> {
    /// The owner or a delegate.
    pub signer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        seeds = [AGENT_SEED, &agent.load()?.creator.to_bytes()[..], agent.load()?.handle_bytes()],
        bump = agent.load()?.bump,
        constraint = agent.load()?.version == AGENT_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        seeds = [DELEGATES_SEED, agent.key().as_ref()],
        bump = delegates.load()?.bump,
        constraint = delegates.load()?.version == DELEGATES_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub delegates: Option<AccountLoader<'info, Delegates>>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl AgentSetStatus<'_> {
    fn validate(&self, status: AgentStatus, now: i64) -> Result<()> {
        let agent = self.agent.load()?;
        require_authority(
            &agent,
            self.delegates.as_ref(),
            self.signer.key,
            permission::STATUS,
            now,
            RegistryError::NotOwner,
        )?;
        // there is no way back from it
        let permitted = status != AgentStatus::Retiring || agent.owner == self.signer.key();
        require!(permitted, RegistryError::DelegateNotPermitted);
        require!(may_become(agent.status()?, status), RegistryError::StatusChangeInvalid);
        let ready = status != AgentStatus::Active || agent.latest_version > 0;
        require!(ready, RegistryError::NoVersion);
        Ok(())
    }
}

pub fn handle_agent_set_status(ctx: Context<AgentSetStatus>, status: AgentStatus) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    ctx.accounts.validate(status, now)?;

    let event = {
        let windows = ctx.accounts.config.load()?.windows;
        let mut agent = ctx.accounts.agent.load_mut()?;
        let (old_status, old_lease) = (agent.status()?, agent.lease_expires_at);
        agent.status = status as u8;
        match status {
            AgentStatus::Active => agent.lease_expires_at = math::after(now, windows.lease)?,
            AgentStatus::Retiring => agent.retires_at = math::after(now, windows.unbonding)?,
            AgentStatus::Draft | AgentStatus::Suspended => (),
        }
        agent.invariant()?;
        AgentStatusChanged {
            agent: ctx.accounts.agent.key(),
            owner: agent.owner,
            signer: ctx.accounts.signer.key(),
            old_status,
            new_status: status,
            old_lease_expires_at: old_lease,
            new_lease_expires_at: agent.lease_expires_at,
            retires_at: agent.retires_at,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
