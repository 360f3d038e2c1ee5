use agent_labs_common::{
    ids,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    constants::CONFIG_PROPOSAL_SEED,
    error::RegistryError,
    events::{emit, ConfigProposalClosed},
    math,
    state::{ConfigProposal, ConfigRules, PROPOSAL_LAYOUT},
};

#[derive(Accounts)]
pub struct ConfigCancel<'info> {
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

impl ConfigCancel<'_> {
    /// What can never execute keeps nobody's rent: anyone closes it.
    fn validate(&self, now: i64) -> Result<()> {
        let config = self.config.load()?;
        let entitled = config.admin == self.signer.key() || self.proposal.is_dead(&config, now);
        require!(entitled, RegistryError::NotAdmin);
        Ok(())
    }
}

pub fn handle_config_cancel(ctx: Context<ConfigCancel>) -> Result<()> {
    ctx.accounts.validate(Clock::get()?.unix_timestamp)?;

    let event = {
        let number = ctx.accounts.proposal.number;
        let mut config = ctx.accounts.config.load_mut()?;
        let old_live_proposals_from = config.live_proposals_from;
        if number == old_live_proposals_from {
            // the one behind it is next
            config.live_proposals_from = math::next_u64(number)?;
        }
        config.invariant()?;
        ConfigProposalClosed {
            config: ctx.accounts.config.key(),
            proposal: ctx.accounts.proposal.key(),
            number,
            signer: ctx.accounts.signer.key(),
            rent_payer: ctx.accounts.rent_payer.key(),
            returned: ctx.accounts.proposal.get_lamports(),
            old_live_proposals_from,
            new_live_proposals_from: config.live_proposals_from,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
