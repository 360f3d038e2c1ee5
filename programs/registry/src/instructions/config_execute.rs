use agent_labs_common::{
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    constants::CONFIG_PROPOSAL_SEED,
    error::RegistryError,
    events::{emit, ConfigChanged},
    math,
    state::{ConfigChanges, ConfigProposal, ConfigRules, PROPOSAL_LAYOUT},
};

#[derive(Accounts)]
pub struct ConfigExecute<'info> {
    /// Anyone; the admin to pass over a proposal with a lower number.
    pub signer: Signer<'info>,
    #[account(
        mut,
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        close = rent_payer,
        seeds = [CONFIG_PROPOSAL_SEED, &proposal.number.to_le_bytes()[..]],
        bump = proposal.bump,
        has_one = rent_payer @ RegistryError::RentPayerMismatch,
        constraint = proposal.version == PROPOSAL_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub proposal: Box<Account<'info, ConfigProposal>>,
    /// CHECK: compared with the proposal's; only receives lamports.
    #[account(mut)]
    pub rent_payer: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ConfigExecute<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let config = self.config.load()?;
        self.proposal.require_executable(&config, now)?;
        // else whoever comes first could void a proposal by executing the one behind it
        let next = self.proposal.number == config.live_proposals_from;
        require!(next || config.admin == self.signer.key(), RegistryError::ProposalNotNext);
        Ok(())
    }
}

pub fn handle_config_execute(ctx: Context<ConfigExecute>) -> Result<()> {
    ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
    let proposal = &ctx.accounts.proposal;
    let mut old: Box<ConfigChanges> = Box::new(proposal.changes.clone());

    let event = {
        let mut config = ctx.accounts.config.load_mut()?;
        old.exchange(&mut config);
        config.live_proposals_from = math::next_u64(proposal.number)?;
        config.invariant()?;
        ConfigChanged {
            config: ctx.accounts.config.key(),
            proposal: proposal.key(),
            number: proposal.number,
            signer: ctx.accounts.signer.key(),
            rent_payer: proposal.rent_payer,
            returned: proposal.get_lamports(),
            old,
            new: Box::new(proposal.changes.clone()),
        }
    };

    emit(&event, &ctx.accounts.event_authority)
}
