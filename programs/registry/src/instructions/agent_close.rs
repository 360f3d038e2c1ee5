use agent_labs_common::{
    ids,
    registry::{AgentStatus, Tombstone, AGENT_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    constants::STAKE_VAULT_SEED,
    create::is_vacant,
    error::RegistryError,
    events::{emit, AgentClosed},
    state::{read_agent, AgentRules},
};

#[derive(Accounts)]
pub struct AgentClose<'info> {
    pub owner: Signer<'info>,
    // An `AccountLoader` would write the agent's discriminator over the tombstone's when the instruction ends.
    /// CHECK: `read_agent` checks owner, discriminator, layout and address.
    #[account(mut)]
    pub agent: UncheckedAccount<'info>,
    /// CHECK: compared with the agent's creator; only receives lamports.
    #[account(mut)]
    pub creator: UncheckedAccount<'info>,
    // Lamports there are allowed: a donation must not keep an agent open.
    /// CHECK: derived under the stake program's id; nothing may be there.
    #[account(
        seeds = [STAKE_VAULT_SEED, agent.key().as_ref()],
        bump,
        seeds::program = ids::stake::ID,
        constraint = is_vacant(&stake_vault) @ RegistryError::StakeVaultExists
    )]
    pub stake_vault: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

/// What is still needed of the agent once its account is a tombstone.
struct Closing {
    bump: u8,
    handle: String,
}

impl AgentClose<'_> {
    fn validate(&self, now: i64) -> Result<Closing> {
        let agent = read_agent(&self.agent)?;
        require_keys_eq!(agent.owner, self.owner.key(), RegistryError::NotOwner);
        require_keys_eq!(agent.creator, self.creator.key(), RegistryError::CreatorMismatch);
        let retiring = agent.status()? == AgentStatus::Retiring;
        require!(retiring, RegistryError::AgentNotRetiring);
        require!(now >= agent.retires_at, RegistryError::RetirementNotOver);
        let handle = String::from_utf8_lossy(agent.handle_bytes()).into_owned();
        Ok(Closing { bump: agent.bump, handle })
    }
}

pub fn handle_agent_close(ctx: Context<AgentClose>) -> Result<()> {
    let closing = ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
    let agent = ctx.accounts.agent.to_account_info();

    agent.resize(Tombstone::SPACE)?;
    let tombstone = Tombstone { version: AGENT_LAYOUT, bump: closing.bump, reserved: [0; 5] };
    tombstone.try_serialize(&mut &mut agent.try_borrow_mut_data()?[..])?;

    let kept = Rent::get()?.minimum_balance(Tombstone::SPACE);
    let returned = agent.lamports().checked_sub(kept).ok_or(RegistryError::MathOverflow)?;
    agent.sub_lamports(returned)?;
    ctx.accounts.creator.add_lamports(returned)?;

    let event = AgentClosed {
        agent: ctx.accounts.agent.key(),
        owner: ctx.accounts.owner.key(),
        creator: ctx.accounts.creator.key(),
        handle: closing.handle,
        returned,
    };
    emit(&event, &ctx.accounts.event_authority)
}
