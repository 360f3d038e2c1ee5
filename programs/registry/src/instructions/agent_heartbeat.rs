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
    events::{emit, AgentLeaseRenewed},
    math,
    state::{require_authority, AgentRules},
};

#[derive(Accounts)]
pub struct AgentHeartbeat<'info> {
    /// The agent's key, the owner or a delegate.
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

impl AgentHeartbeat<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let agent = self.agent.load()?;
        if agent.agent_key != self.signer.key() {
            require_authority(
                &agent,
                self.delegates.as_ref(),
                self.signer.key,
                permission::HEARTBEAT,
                now,
                RegistryError::NotAgentOrOwner,
            )?;
        }
        let status = agent.status()?;
        let renewable = matches!(status, AgentStatus::Active | AgentStatus::Suspended);
        require!(renewable, RegistryError::LeaseNotRenewable);
        Ok(())
    }
}

pub fn handle_agent_heartbeat(ctx: Context<AgentHeartbeat>) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    ctx.accounts.validate(now)?;

    let event = {
        let lease = ctx.accounts.config.load()?.windows.lease;
        let mut agent = ctx.accounts.agent.load_mut()?;
        let old_lease_expires_at = agent.lease_expires_at;
        agent.lease_expires_at = math::after(now, lease)?;
        agent.invariant()?;
        AgentLeaseRenewed {
            agent: ctx.accounts.agent.key(),
            signer: ctx.accounts.signer.key(),
            old_lease_expires_at,
            new_lease_expires_at: agent.lease_expires_at,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
