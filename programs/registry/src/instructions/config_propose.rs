use agent_labs_common::{
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    constants::CONFIG_PROPOSAL_SEED,
    create::create,
    error::RegistryError,
    events::{emit, ConfigProposed},
    math,
    state::{ConfigChanges, ConfigProposal, ConfigRules, PROPOSAL_LAYOUT},
};

#[derive(Accounts)]
#[instruction(number: u64)]
pub struct ConfigPropose<'info> {
    pub admin: Signer<'info>,
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        mut,
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        has_one = admin @ RegistryError::NotAdmin,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout,
        constraint = config.load()?.next_proposal == number @ RegistryError::ProposalNumberOutdated
    )]
    pub config: AccountLoader<'info, Config>,
    // That it is vacant is left unchecked on purpose: a number is used once, and the system program refuses
    // to make an account twice.
    /// CHECK: made by this instruction at the address of the next number.
    #[account(mut, seeds = [CONFIG_PROPOSAL_SEED, &number.to_le_bytes()], bump)]
    pub proposal: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ConfigPropose<'_> {
    /// Whether the config would hold with these changes as it is now. It is asked again at execution; here it
    /// saves the wait for what cannot be.
    fn validate(&self, changes: &ConfigChanges) -> Result<()> {
        changes.validate()?;
        // on the heap: the whole config would not fit a stack frame
        let mut words = vec![0u64; std::mem::size_of::<Config>() / std::mem::size_of::<u64>()];
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut words);
        bytes.copy_from_slice(bytemuck::bytes_of(&*self.config.load()?));
        let trial: &mut Config = bytemuck::from_bytes_mut(bytes);
        changes.clone().exchange(trial);
        trial.invariant()
    }
}

pub fn handle_config_propose(
    ctx: Context<ConfigPropose>,
    number: u64,
    changes: Box<ConfigChanges>,
) -> Result<()> {
    ctx.accounts.validate(&changes)?;
    let proposed_at = Clock::get()?.unix_timestamp;
    let accounts = &ctx.accounts;
    let bump = ctx.bumps.proposal;

    let (executable_at, expires_at) = {
        let mut config = accounts.config.load_mut()?;
        let executable_at = math::after(proposed_at, config.windows.config_delay)?;
        let expires_at = math::after(executable_at, config.windows.config_expiry)?;
        config.next_proposal = math::next_u64(number)?;
        config.invariant()?;
        (executable_at, expires_at)
    };
    create(
        &accounts.rent_payer,
        &accounts.proposal,
        &accounts.system_program,
        ConfigProposal::space(&changes)?,
        &[CONFIG_PROPOSAL_SEED, &number.to_le_bytes(), &[bump]],
    )?;
    let proposal = ConfigProposal {
        version: PROPOSAL_LAYOUT,
        bump,
        reserved: [0; 6],
        number,
        admin: accounts.admin.key(),
        rent_payer: accounts.rent_payer.key(),
        proposed_at,
        executable_at,
        expires_at,
        changes: *changes,
    };
    proposal.try_serialize(&mut &mut accounts.proposal.try_borrow_mut_data()?[..])?;

    let event = ConfigProposed {
        config: ctx.accounts.config.key(),
        proposal: ctx.accounts.proposal.key(),
        number,
        admin: proposal.admin,
        rent_payer: proposal.rent_payer,
        proposed_at,
        executable_at,
        expires_at,
        changes: Box::new(proposal.changes),
    };
    emit(&event, &ctx.accounts.event_authority)
}
