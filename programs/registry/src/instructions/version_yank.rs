use agent_labs_common::registry::{
    permission, Agent, AgentVersion, Delegates, AGENT_LAYOUT, DELEGATES_LAYOUT,
};
use anchor_lang::prelude::*;

use crate::{
    constants::{AGENT_SEED, DELEGATES_SEED, VERSION_SEED},
    error::RegistryError,
    events::{emit, VersionYanked},
    state::require_authority,
};

#[derive(Accounts)]
#[instruction(n: u32)]
pub struct VersionYank<'info> {
    /// The owner or a delegate.
    pub signer: Signer<'info>,
    #[account(
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
    #[account(
        mut,
        seeds = [VERSION_SEED, agent.key().as_ref(), &n.to_le_bytes()],
        bump = version.bump,
        constraint = version.version == AGENT_LAYOUT @ RegistryError::UnknownLayout,
        constraint = !version.yanked @ RegistryError::AlreadyYanked
    )]
    pub version: Account<'info, AgentVersion>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl VersionYank<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        require_authority(
            &*self.agent.load()?,
            self.delegates.as_ref(),
            self.signer.key,
            permission::YANK,
            now,
            RegistryError::NotOwner,
        )
    }
}

pub fn handle_version_yank(ctx: Context<VersionYank>, n: u32) -> Result<()> {
    ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
    ctx.accounts.version.yanked = true;

    let event = VersionYanked {
        agent: ctx.accounts.agent.key(),
        version: ctx.accounts.version.key(),
        number: n,
        owner: ctx.accounts.agent.load()?.owner,
        signer: ctx.accounts.signer.key(),
    };
    emit(&event, &ctx.accounts.event_authority)
}
