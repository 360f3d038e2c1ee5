use agent_labs_common::registry::{Agent, AGENT_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::AGENT_SEED,
    error::RegistryError,
    events::{emit, AgentTransferProposed},
    state::AgentRules,
};

#[derive(Accounts)]
pub struct AgentTransferPropose<'info> {
    pub owner: Signer<'info>,
    #[account(
        mut,
        seeds = [AGENT_SEED, &agent.load()?.creator.to_bytes()[..], agent.load()?.handle_bytes()],
        bump = agent.load()?.bump,
        has_one = owner @ RegistryError::NotOwner,
        constraint = agent.load()?.version == AGENT_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub agent: AccountLoader<'info, Agent>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl AgentTransferPropose<'_> {
    fn validate(&self, new_owner: &Pubkey) -> Result<()> {
        let agent = self.agent.load()?;
        require!(*new_owner != agent.owner, RegistryError::TransferToOwner);
        // Zero is both the request to cancel and the mark that nothing is under way.
        let cancels_nothing = *new_owner == Pubkey::default() && agent.pending_owner == *new_owner;
        require!(!cancels_nothing, RegistryError::TransferNotPending);
        Ok(())
    }
}

pub fn handle_agent_transfer_propose(ctx: Context<AgentTransferPropose>, new_owner: Pubkey) -> Result<()> {
    ctx.accounts.validate(&new_owner)?;

    let event = {
        let mut agent = ctx.accounts.agent.load_mut()?;
        let old_pending_owner = agent.pending_owner;
        agent.pending_owner = new_owner;
        agent.invariant()?;
        AgentTransferProposed {
            agent: ctx.accounts.agent.key(),
            owner: agent.owner,
            old_pending_owner,
            new_pending_owner: new_owner,
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
