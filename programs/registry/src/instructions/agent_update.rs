use agent_labs_common::{
    ids,
    registry::{permission, Agent, Config, Delegates, AGENT_LAYOUT, CONFIG_VERSION, DELEGATES_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    constants::{AGENT_SEED, DELEGATES_SEED},
    error::RegistryError,
    events::{emit, AgentUpdated},
    instructions::require_holdback,
    state::{require_authority, AgentRules},
    text,
};

/// The fields to change; `None` leaves one as it is.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct AgentUpdateArgs {
    pub agent_key: Option<Pubkey>,
    pub payout_owner: Option<Pubkey>,
    /// Seconds, within the config's `holdback_min` and `holdback_max`.
    pub holdback: Option<i64>,
    pub tags: Option<Vec<String>>,
}

#[derive(Accounts)]
pub struct AgentUpdate<'info> {
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

impl AgentUpdate<'_> {
    /// Pause and status are left out on purpose: a key that leaked, or a payout wallet that is lost, must be
    /// replaceable at any time. Both are the owner's alone to replace.
    fn validate(&self, args: &AgentUpdateArgs, now: i64) -> Result<()> {
        let agent = self.agent.load()?;
        require_authority(
            &agent,
            self.delegates.as_ref(),
            self.signer.key,
            permission::UPDATE,
            now,
            RegistryError::NotOwner,
        )?;
        let keys = args.agent_key.is_some() || args.payout_owner.is_some();
        let permitted = !keys || agent.owner == self.signer.key();
        require!(permitted, RegistryError::DelegateNotPermitted);
        let something = args.agent_key.is_some()
            || args.payout_owner.is_some()
            || args.holdback.is_some()
            || args.tags.is_some();
        require!(something, RegistryError::NothingToUpdate);

        let zero = Some(Pubkey::default());
        require!(args.agent_key != zero, RegistryError::AgentKeyMissing);
        require!(args.payout_owner != zero, RegistryError::PayoutOwnerMissing);
        match args.holdback {
            Some(holdback) => require_holdback(&*self.config.load()?, holdback),
            None => Ok(()),
        }
    }
}

pub fn handle_agent_update(ctx: Context<AgentUpdate>, args: AgentUpdateArgs) -> Result<()> {
    ctx.accounts.validate(&args, Clock::get()?.unix_timestamp)?;

    let event = {
        let mut agent = ctx.accounts.agent.load_mut()?;
        let old = (agent.agent_key, agent.payout_owner, agent.holdback, agent.tags);
        agent.agent_key = args.agent_key.unwrap_or(agent.agent_key);
        agent.payout_owner = args.payout_owner.unwrap_or(agent.payout_owner);
        agent.holdback = args.holdback.unwrap_or(agent.holdback);
        if let Some(tags) = &args.tags {
            agent.tags = text::pack_tags(tags)?;
        }
        agent.invariant()?;
        AgentUpdated {
            agent: ctx.accounts.agent.key(),
            owner: agent.owner,
            signer: ctx.accounts.signer.key(),
            old_agent_key: old.0,
            new_agent_key: agent.agent_key,
            old_payout_owner: old.1,
            new_payout_owner: agent.payout_owner,
            old_holdback: old.2,
            new_holdback: agent.holdback,
            old_tags: text::unpack_tags(&old.3),
            new_tags: text::unpack_tags(&agent.tags),
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
