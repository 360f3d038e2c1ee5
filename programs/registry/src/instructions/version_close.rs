use agent_labs_common::registry::{AgentVersion, Tombstone, AGENT_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::VERSION_SEED,
    error::RegistryError,
    events::{emit, VersionClosed},
};

#[derive(Accounts)]
#[instruction(n: u32)]
pub struct VersionClose<'info> {
    // Its seeds are left unchecked on purpose: creator and handle went with the agent, and the program makes
    // tombstones nowhere else.
    /// The tombstone of the version's agent.
    #[account(constraint = agent.version == AGENT_LAYOUT @ RegistryError::UnknownLayout)]
    pub agent: Account<'info, Tombstone>,
    #[account(
        mut,
        close = publisher,
        seeds = [VERSION_SEED, agent.key().as_ref(), &n.to_le_bytes()],
        bump = version.bump,
        has_one = publisher @ RegistryError::PublisherMismatch,
        constraint = version.version == AGENT_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub version: Account<'info, AgentVersion>,
    /// CHECK: compared with the version's publisher; only receives lamports.
    #[account(mut)]
    pub publisher: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_version_close(ctx: Context<VersionClose>, n: u32) -> Result<()> {
    let event = VersionClosed {
        agent: ctx.accounts.agent.key(),
        version: ctx.accounts.version.key(),
        number: n,
        publisher: ctx.accounts.publisher.key(),
        returned: ctx.accounts.version.get_lamports(),
    };
    emit(&event, &ctx.accounts.event_authority)
}
