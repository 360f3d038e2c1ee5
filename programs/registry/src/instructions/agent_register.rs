use agent_labs_common::{
    ids,
    registry::{pause, Agent, AgentStatus, Config, AGENT_LAYOUT, CONFIG_VERSION, MAX_TAG, MAX_TAGS},
};
use anchor_lang::prelude::*;

use crate::{
    constants::AGENT_SEED,
    create::{create, init_zero_copy, is_vacant},
    error::RegistryError,
    events::{emit, AgentRegistered},
    state::AgentRules,
    text,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct AgentRegisterArgs {
    /// 3 to 32 of a-z, 0-9 and single hyphens; the creator's for good.
    pub handle: String,
    /// Signs responses and heartbeats.
    pub agent_key: Pubkey,
    /// Wallet that payouts go to.
    pub payout_owner: Pubkey,
    /// Seconds, within the config's `holdback_min` and `holdback_max`.
    pub holdback: i64,
    /// At most 4, each 1 to 16 of a-z, 0-9 and single hyphens.
    pub tags: Vec<String>,
}

#[derive(Accounts)]
#[instruction(args: AgentRegisterArgs)]
pub struct AgentRegister<'info> {
    // The handle is checked here, before the next account's seeds: a seed over 32 bytes derives nothing.
    #[account(mut, constraint = text::is_handle(args.handle.as_bytes()) @ RegistryError::HandleInvalid)]
    pub creator: Signer<'info>,
    #[account(
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made by this instruction; its address is derived, and nothing may be there, nor a tombstone.
    #[account(
        mut,
        seeds = [AGENT_SEED, creator.key().as_ref(), args.handle.as_bytes()],
        bump,
        constraint = is_vacant(&agent) @ RegistryError::HandleTaken
    )]
    pub agent: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl AgentRegister<'_> {
    /// Returns the tags as the account stores them.
    fn validate(&self, args: &AgentRegisterArgs) -> Result<[[u8; MAX_TAG]; MAX_TAGS]> {
        let config = self.config.load()?;
        require!(!config.is_paused(pause::REGISTER), RegistryError::Paused);
        require_holdback(&config, args.holdback)?;

        require!(args.agent_key != Pubkey::default(), RegistryError::AgentKeyMissing);
        require!(args.payout_owner != Pubkey::default(), RegistryError::PayoutOwnerMissing);
        Ok(text::pack_tags(&args.tags)?)
    }
}

/// Whether an agent may offer this holdback, seconds.
pub(crate) fn require_holdback(config: &Config, holdback: i64) -> Result<()> {
    let range = config.windows.holdback_min..=config.windows.holdback_max;
    require!(range.contains(&holdback), RegistryError::HoldbackOutOfRange);
    Ok(())
}

pub fn handle_agent_register(ctx: Context<AgentRegister>, args: AgentRegisterArgs) -> Result<()> {
    let tags = ctx.accounts.validate(&args)?;
    let now = Clock::get()?.unix_timestamp;
    let accounts = &ctx.accounts;
    let creator = accounts.creator.key();
    let bump = ctx.bumps.agent;

    create(
        &accounts.creator,
        &accounts.agent,
        &accounts.system_program,
        Agent::SPACE,
        &[AGENT_SEED, creator.as_ref(), args.handle.as_bytes(), &[bump]],
    )?;
    {
        let mut agent = init_zero_copy::<Agent>(&accounts.agent)?;
        agent.version = AGENT_LAYOUT;
        agent.bump = bump;
        agent.status = AgentStatus::Draft as u8;
        agent.handle_len = args.handle.len() as u8;
        agent.handle[..args.handle.len()].copy_from_slice(args.handle.as_bytes());
        agent.ownership_epoch = 1;
        agent.creator = creator;
        agent.owner = creator;
        agent.agent_key = args.agent_key;
        agent.payout_owner = args.payout_owner;
        agent.holdback = args.holdback;
        agent.tags = tags;
        agent.registered_at = now;
        agent.invariant()?;
    }

    let event = AgentRegistered {
        agent: ctx.accounts.agent.key(),
        creator,
        handle: args.handle,
        agent_key: args.agent_key,
        payout_owner: args.payout_owner,
        holdback: args.holdback,
        tags: args.tags,
        registered_at: now,
    };
    emit(&event, &ctx.accounts.event_authority)
}
