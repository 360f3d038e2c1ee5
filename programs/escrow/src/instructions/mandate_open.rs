use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    approvers::validate_approvers,
    constants::*,
    error::EscrowError,
    events::{emit, MandateOpened},
    mint,
    state::Mandate,
    token,
};

/// Limits of a new mandate. Amounts are base units of its mint; `UNCAPPED` switches a cap off.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct MandateOpenArgs {
    /// Chosen by the payer; tells its mandates apart.
    pub id: u64,
    pub session_key: Pubkey,
    pub per_call_max: u64,
    pub daily_cap: u64,
    pub total_cap: u64,
    /// Unix seconds.
    pub expires_at: i64,
    /// Agents that may be paid, at most 16; empty allows every agent, or those under `allow_root`.
    pub allow_list: Vec<Pubkey>,
    /// Set aside at once, base units; may be 0.
    pub deposit: u64,
    /// Stake behind an agent that channels may open to, base units of the stake mint; 0 asks for none.
    pub min_stake: u64,
    /// Score of such an agent, from 1,000 to 5,000 thousandths of a star; 0 asks for none.
    pub min_score: u32,
    /// Root of a tree of the agents that may be paid, for longer lists.
    pub allow_root: Option<[u8; 32]>,
    /// Must vouch for an agent's owner when money is allotted.
    pub attestor: Option<Pubkey>,
    /// Wallets that sign off larger sums, at most 8; without any, this and the next three are empty or zero.
    pub approvers: Vec<Pubkey>,
    /// How many of them must approve.
    pub approval_threshold: u8,
    /// An allotment of as much or more needs approval, base units; `UNCAPPED` for none.
    pub approval_above: u64,
    /// A job's release of as much or more needs approval, base units; `UNCAPPED` for none.
    pub release_approval_above: u64,
}

#[derive(Accounts)]
#[instruction(args: MandateOpenArgs)]
pub struct MandateOpen<'info> {
    #[account(mut)]
    pub payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        init,
        payer = payer,
        space = Mandate::space(args.allow_list.len(), args.approvers.len()),
        seeds = [MANDATE_SEED, payer.key().as_ref(), &args.id.to_le_bytes()],
        bump
    )]
    pub mandate: AccountLoader<'info, Mandate>,
    pub mint: InterfaceAccount<'info, Mint>,
    /// CHECK: made here, once the mint has been looked at.
    #[account(mut, seeds = [MANDATE_VAULT_SEED, mandate.key().as_ref()], bump)]
    pub vault: UncheckedAccount<'info>,
    /// The payer's; the token program checks that the payer may spend from it.
    #[account(mut, constraint = source.mint == mint.key() @ EscrowError::MintMismatch)]
    pub source: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MandateOpen<'_> {
    fn validate(&self, args: &MandateOpenArgs, now: i64) -> Result<()> {
        let config = self.config.load()?;
        require!(!config.is_paused(pause::OPEN), EscrowError::Paused);
        require!(args.deposit == 0 || !config.is_paused(pause::DEPOSIT), EscrowError::Paused);

        mint::require_plain(&self.mint, self.token_program.key)?;
        token::require_program(&self.token_program, &[self.source.as_ref()])?;
        validate_session_key(&args.session_key, &self.payer.key())?;
        let caps_ordered =
            0 < args.per_call_max && args.per_call_max <= args.daily_cap && args.daily_cap <= args.total_cap;
        require!(caps_ordered, EscrowError::CapsInvalid);
        require!(args.expires_at > now, EscrowError::ExpiryInPast);
        let score_exists = args.min_score == 0 || SCORES.contains(&args.min_score);
        require!(score_exists, EscrowError::MinScoreInvalid);
        validate_allow_list(&args.allow_list)?;
        let one_way = args.allow_list.is_empty() || args.allow_root.is_none();
        require!(one_way, EscrowError::AllowListTwice);
        validate_approvers(args, &self.payer.key())
    }
}

/// A session key must differ from the wallet: it lives in software and must not be worth stealing.
pub(crate) fn validate_session_key(session_key: &Pubkey, payer: &Pubkey) -> Result<()> {
    let valid = *session_key != Pubkey::default() && session_key != payer;
    require!(valid, EscrowError::SessionKeyInvalid);
    Ok(())
}

fn validate_allow_list(agents: &[Pubkey]) -> Result<()> {
    require!(agents.len() <= usize::from(MAX_ALLOWED_AGENTS), EscrowError::AllowListInvalid);
    for (at, agent) in agents.iter().enumerate() {
        let valid = *agent != Pubkey::default() && !agents[..at].contains(agent);
        require!(valid, EscrowError::AllowListInvalid);
    }
    Ok(())
}

pub fn handle_mandate_open(ctx: Context<MandateOpen>, args: MandateOpenArgs) -> Result<()> {
    let clock = Clock::get()?;
    ctx.accounts.validate(&args, clock.unix_timestamp)?;
    let accounts = &mut *ctx.accounts;

    {
        let mut mandate = accounts.mandate.load_init()?;
        mandate.version = MANDATE_LAYOUT;
        mandate.bump = ctx.bumps.mandate;
        mandate.vault_bump = ctx.bumps.vault;
        mandate.allow_count = args.allow_list.len() as u8;
        mandate.id = args.id;
        mandate.generation = clock.slot;
        mandate.payer = accounts.payer.key();
        mandate.mint = accounts.mint.key();
        mandate.token_program = accounts.token_program.key();
        mandate.vault = accounts.vault.key();
        mandate.session_key = args.session_key;
        mandate.per_call_max = args.per_call_max;
        mandate.daily_cap = args.daily_cap;
        mandate.total_cap = args.total_cap;
        mandate.expires_at = args.expires_at;
        mandate.free = args.deposit;
        mandate.min_stake = args.min_stake;
        mandate.min_score = args.min_score;
        mandate.allow_root = args.allow_root.unwrap_or_default();
        mandate.attestor = args.attestor.unwrap_or_default();
        mandate.approver_count = args.approvers.len() as u8;
        mandate.approval_threshold = args.approval_threshold;
        mandate.approval_above = args.approval_above;
        mandate.release_approval_above = args.release_approval_above;
    }
    {
        let info = accounts.mandate.to_account_info();
        let mut data = info.try_borrow_mut_data()?;
        let lists = data.get_mut(Mandate::space(0, 0)..).ok_or(EscrowError::InvariantBroken)?;
        let (agents, wallets) = lists.split_at_mut(32 * args.allow_list.len());
        agents.copy_from_slice(bytemuck::cast_slice(&args.allow_list));
        wallets.copy_from_slice(bytemuck::cast_slice(&args.approvers));
    }
    token::open_vault(
        &accounts.payer,
        &accounts.mandate,
        &accounts.mint,
        &accounts.vault,
        &accounts.token_program,
        &accounts.system_program,
        ctx.bumps.vault,
    )?;
    if args.deposit > 0 {
        token::pay_in(
            &accounts.payer,
            &accounts.mint,
            &accounts.source,
            &accounts.vault,
            &accounts.token_program,
            args.deposit,
        )?;
    }
    // AccountLoader writes the discriminator on exit only, and `check_books` loads the account before that.
    accounts.mandate.exit(&crate::ID)?;
    token::check_books(&accounts.mandate, &accounts.vault)?;

    let event = MandateOpened {
        mandate: accounts.mandate.key(),
        payer: accounts.payer.key(),
        id: args.id,
        generation: clock.slot,
        mint: accounts.mint.key(),
        session_key: args.session_key,
        per_call_max: args.per_call_max,
        daily_cap: args.daily_cap,
        total_cap: args.total_cap,
        expires_at: args.expires_at,
        allow_list: args.allow_list,
        deposited: args.deposit,
        min_stake: args.min_stake,
        min_score: args.min_score,
        allow_root: args.allow_root.unwrap_or_default(),
        attestor: args.attestor.unwrap_or_default(),
        approvers: args.approvers,
        approval_threshold: args.approval_threshold,
        approval_above: args.approval_above,
        release_approval_above: args.release_approval_above,
    };
    emit(&event, &ctx.accounts.event_authority)
}
