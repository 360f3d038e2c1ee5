use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{pause, Agent, AgentStatus, Config, AGENT_LAYOUT, CONFIG_VERSION},
    stake::{StakeVault, STAKE_LAYOUT},
};
use anchor_lang::{prelude::*, solana_program::program_pack::Pack};
use anchor_spl::{
    token::{self, spl_token, InitializeAccount3, Token, TokenAccount},
    token_2022,
};

use crate::{
    constants::{STAKE_VAULT_SEED, VAULT_TOKENS_SEED},
    error::StakeError,
    events::{emit, VaultOpened},
    state::VaultRules,
};

#[derive(Accounts)]
pub struct VaultOpen<'info> {
    /// Anyone: pays the rent, and gets it back.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ StakeError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ StakeError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ StakeError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    /// CHECK: made by this instruction; its address is derived, and nothing may be there.
    #[account(
        mut,
        seeds = [STAKE_VAULT_SEED, agent.key().as_ref()],
        bump,
        constraint = is_vacant(&vault) @ StakeError::VaultExists
    )]
    pub vault: UncheckedAccount<'info>,
    /// CHECK: made by this instruction; its address is derived, and it exists with its vault only.
    #[account(mut, seeds = [VAULT_TOKENS_SEED, vault.key().as_ref()], bump)]
    pub tokens: UncheckedAccount<'info>,
    /// CHECK: `validate` compares it with the config's stake mint, and asks the token program's own reading.
    pub mint: UncheckedAccount<'info>,
    pub token_program: Program<'info, Token>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ StakeError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ StakeError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl VaultOpen<'_> {
    fn validate(&self) -> Result<()> {
        let (config, agent) = (self.config.load()?, self.agent.load()?);
        require!(!config.is_paused(pause::STAKE), StakeError::Paused);
        require!(agent.status != AgentStatus::Retiring as u8, StakeError::AgentRetiring);

        require_keys_eq!(self.mint.key(), config.stake_mint, StakeError::MintMismatch);
        require!(self.mint.owner != &token_2022::ID, StakeError::Token2022Refused);
        let is_mint = self.mint.owner == &token::ID
            && spl_token::state::Mint::unpack(&self.mint.try_borrow_data()?).is_ok();
        require!(is_mint, StakeError::MintInvalid);
        Ok(())
    }
}

pub fn handle_vault_open(ctx: Context<VaultOpen>) -> Result<()> {
    ctx.accounts.validate()?;
    let accounts = &ctx.accounts;
    let (agent, vault_key) = (accounts.agent.key(), accounts.vault.key());
    let (bump, tokens_bump) = (ctx.bumps.vault, ctx.bumps.tokens);

    create(
        &crate::ID,
        &accounts.rent_payer,
        &accounts.vault,
        &accounts.system_program,
        StakeVault::SPACE,
        &[STAKE_VAULT_SEED, agent.as_ref(), &[bump]],
    )?;
    create(
        &token::ID,
        &accounts.rent_payer,
        &accounts.tokens,
        &accounts.system_program,
        TokenAccount::LEN,
        &[VAULT_TOKENS_SEED, vault_key.as_ref(), &[tokens_bump]],
    )?;
    let held = InitializeAccount3 {
        account: accounts.tokens.to_account_info(),
        mint: accounts.mint.to_account_info(),
        authority: accounts.vault.to_account_info(),
    };
    token::initialize_account3(CpiContext::new(accounts.token_program.to_account_info(), held))?;

    let event = {
        let mut vault = init_zero_copy::<StakeVault>(&accounts.vault)?;
        vault.version = STAKE_LAYOUT;
        vault.bump = bump;
        vault.ownership_epoch = accounts.agent.load()?.ownership_epoch;
        vault.agent = agent;
        vault.mint = accounts.mint.key();
        vault.tokens = accounts.tokens.key();
        vault.rent_payer = accounts.rent_payer.key();
        vault.invariant()?;
        VaultOpened {
            vault: vault_key,
            agent,
            mint: vault.mint,
            tokens: vault.tokens,
            rent_payer: vault.rent_payer,
            ownership_epoch: vault.ownership_epoch,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
