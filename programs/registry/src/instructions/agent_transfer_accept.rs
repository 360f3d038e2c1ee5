use agent_labs_common::registry::{Agent, AGENT_LAYOUT};
use anchor_lang::prelude::*;

use crate::{
    constants::AGENT_SEED,
    error::RegistryError,
    events::{emit, AgentTransferred},
    math,
    state::AgentRules,
};

#[derive(Accounts)]
pub struct AgentTransferAccept<'info> {
    pub pending_owner: Signer<'info>,
    #[account(
        mut,
        seeds = [AGENT_SEED, &agent.load()?.creator.to_bytes()[..], agent.load()?.handle_bytes()],
        bump = agent.load()?.bump,
        has_one = pending_owner @ RegistryError::NotPendingOwner,
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

impl AgentTransferAccept<'_> {
    fn validate(&self, agent_key: &Pubkey, payout_owner: &Pubkey) -> Result<()> {
        require!(*agent_key != Pubkey::default(), RegistryError::AgentKeyMissing);
        require!(*payout_owner != Pubkey::default(), RegistryError::PayoutOwnerMissing);
        let fresh = self.agent.load()?.agent_key != *agent_key;
        require!(fresh, RegistryError::AgentKeyNotFresh);
        Ok(())
    }
}

pub fn handle_agent_transfer_accept(
    ctx: Context<AgentTransferAccept>,
    agent_key: Pubkey,
    payout_owner: Pubkey,
) -> Result<()> {
    ctx.accounts.validate(&agent_key, &payout_owner)?;

    let event = {
        let mut agent = ctx.accounts.agent.load_mut()?;
        let event = AgentTransferred {
            agent: ctx.accounts.agent.key(),
            old_owner: agent.owner,
            new_owner: agent.pending_owner,
            old_epoch: agent.ownership_epoch,
            new_epoch: math::next(agent.ownership_epoch)?,
            old_agent_key: agent.agent_key,
            new_agent_key: agent_key,
            old_payout_owner: agent.payout_owner,
            new_payout_owner: payout_owner,
        };
        agent.owner = event.new_owner;
        agent.pending_owner = Pubkey::default();
        agent.ownership_epoch = event.new_epoch;
        agent.agent_key = agent_key;
        agent.payout_owner = payout_owner;
        agent.invariant()?;
        event
    };

    emit(&event, &ctx.accounts.event_authority)
}
