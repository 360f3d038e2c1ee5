use agent_labs_common::{
    ids,
    registry::{pause, Agent, AgentStatus, AgentVersion, Config, AGENT_LAYOUT, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use solana_sha256_hasher::hashv;

use crate::{
    allowed::require_allowed,
    approvals::{consume, data_of, optional},
    attested::require_attested,
    constants::*,
    error::EscrowError,
    events::{emit, ChannelOpened},
    math,
    standing::Standing,
    state::{Channel, ChannelStatus, Mandate},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct ChannelOpenArgs {
    /// Tells several channels of one mandate to one agent apart.
    pub n: u8,
    /// Allotted to the channel, base units; charged to the mandate's caps.
    pub amount: u64,
    /// Nothing settles from then on, Unix seconds.
    pub expires_at: i64,
    /// Siblings from the agent's leaf up, at most 20, where the mandate allows agents by a tree; else empty.
    pub allow_proof: Vec<[u8; 32]>,
}

#[derive(Accounts)]
#[instruction(args: ChannelOpenArgs)]
pub struct ChannelOpen<'info> {
    /// The payer or the session key.
    pub authority: Signer<'info>,
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ EscrowError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ EscrowError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(mut, constraint = mandate.load()?.version == MANDATE_LAYOUT @ EscrowError::UnknownLayout)]
    pub mandate: AccountLoader<'info, Mandate>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ EscrowError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        has_one = agent @ EscrowError::VersionMismatch,
        constraint = version.version == AGENT_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub version: Box<Account<'info, AgentVersion>>,
    #[account(
        init,
        payer = rent_payer,
        space = Channel::SPACE,
        seeds = [CHANNEL_SEED, mandate.key().as_ref(), agent.key().as_ref(), &[args.n]],
        bump
    )]
    pub channel: AccountLoader<'info, Channel>,
    /// CHECK: the agent's stake vault, which need not exist; `Standing` reads it where a limit asks.
    pub stake_vault: UncheckedAccount<'info>,
    /// CHECK: the agent's score, which need not exist; `Standing` reads it where a limit asks.
    pub score: UncheckedAccount<'info>,
    /// CHECK: the attestation of the agent's owner; `require_attested` reads it where the mandate asks for one.
    pub attestation: Option<UncheckedAccount<'info>>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ChannelOpen<'_> {
    /// The accounts as the instruction declares them: what an approval is of.
    fn keys(&self) -> [Pubkey; 13] {
        [
            self.authority.key(),
            self.rent_payer.key(),
            self.config.key(),
            self.mandate.key(),
            self.agent.key(),
            self.version.key(),
            self.channel.key(),
            self.stake_vault.key(),
            self.score.key(),
            optional(self.attestation.as_ref()),
            self.system_program.key(),
            self.event_authority.key(),
            self.program.key(),
        ]
    }

    /// Answers whether the approvers have a say.
    fn validate(&self, args: &ChannelOpenArgs, now: i64) -> Result<bool> {
        let (config, mandate, agent) = (self.config.load()?, self.mandate.load()?, self.agent.load()?);
        require!(!config.is_paused(pause::OPEN), EscrowError::Paused);

        let entitled = self.authority.key() == mandate.session_key || self.authority.key() == mandate.payer;
        require!(entitled, EscrowError::NotPayerOrSession);
        mandate.require_alive(now)?;

        require_live(&agent, now)?;
        let standing = Standing { agent: &self.agent.key(), vault: &self.stake_vault, score: &self.score };
        standing.require(&config, &mandate, agent.ownership_epoch)?;
        require!(self.version.number == agent.latest_version, EscrowError::VersionNotLatest);
        require!(!self.version.yanked, EscrowError::VersionYanked);
        require!(self.version.price_mint == mandate.mint, EscrowError::MintMismatch);
        require!(self.version.price <= mandate.per_call_max, EscrowError::PriceAboveMaximum);
        require_allowed(&self.mandate, &mandate, &self.agent.key(), &args.allow_proof)?;
        require_attested(&mandate, &agent.owner, self.attestation.as_ref(), now)?;

        require!(args.amount >= self.version.price, EscrowError::AllotmentBelowPrice);
        require_expiry(args.expires_at, now, &config, &mandate)?;
        Ok(mandate.is_approval_due(args.amount))
    }
}

/// New money flows only to agents that are open for business and alive.
pub(crate) fn require_live(agent: &Agent, now: i64) -> Result<()> {
    require!(agent.status == AgentStatus::Active as u8, EscrowError::AgentNotActive);
    require!(agent.is_live(now), EscrowError::AgentStale);
    Ok(())
}

/// A channel ends within its longest life, and with its mandate at the latest.
pub(crate) fn require_expiry(expires_at: i64, now: i64, config: &Config, mandate: &Mandate) -> Result<()> {
    let latest = math::later(now, config.windows.channel_life_max)?.min(mandate.expires_at);
    require!(expires_at > now && expires_at <= latest, EscrowError::ChannelExpiryInvalid);
    Ok(())
}

/// What a voucher names its channel by: one deployment, one cluster, one channel, one generation.
pub fn voucher_tag(genesis_hash: &[u8; 32], channel: &Pubkey, generation: u64) -> [u8; 16] {
    let hash = hashv(&[
        VOUCHER_DOMAIN,
        genesis_hash,
        crate::ID.as_ref(),
        channel.as_ref(),
        &generation.to_le_bytes(),
    ])
    .to_bytes();
    let mut tag = [0; 16];
    tag.copy_from_slice(&hash[..16]);
    tag
}

pub fn handle_channel_open<'info>(
    ctx: Context<'_, '_, '_, 'info, ChannelOpen<'info>>,
    args: ChannelOpenArgs,
) -> Result<()> {
    let clock = Clock::get()?;
    let now = clock.unix_timestamp;
    if ctx.accounts.validate(&args, now)? {
        let data = data_of(crate::instruction::ChannelOpen::DISCRIMINATOR, &args)?;
        consume(&data, &ctx.accounts.keys(), ctx.accounts.mandate.as_ref(), ctx.remaining_accounts)?;
    }
    let accounts = &mut *ctx.accounts;

    let event = {
        let (config, agent) = (accounts.config.load()?, accounts.agent.load()?);
        let mut mandate = accounts.mandate.load_mut()?;
        mandate.allot(args.amount, now)?;
        mandate.channels = mandate.channels.checked_add(1).ok_or(EscrowError::MathOverflow)?;
        mandate.invariant()?;

        let windows = &config.windows;
        let mut channel = accounts.channel.load_init()?;
        channel.version = CHANNEL_LAYOUT;
        channel.bump = ctx.bumps.channel;
        channel.status = ChannelStatus::Open as u8;
        channel.n = args.n;
        channel.tag = voucher_tag(&config.genesis_hash, &accounts.channel.key(), clock.slot);
        channel.session_key = mandate.session_key;
        channel.per_call_max = mandate.per_call_max;
        channel.allotted = args.amount;
        channel.expires_at = args.expires_at;
        channel.pending_since = now;
        channel.last_settle_at = now;
        // the config may have moved since the agent chose
        channel.holdback = agent.holdback.clamp(windows.holdback_min, windows.holdback_max);
        channel.fee_bps = config.fee_bps;
        channel.agent_version = accounts.version.number;
        channel.ownership_epoch = agent.ownership_epoch;
        channel.key_epoch = mandate.key_epoch;
        channel.generation = clock.slot;
        channel.opened_at = now;
        channel.last_payout_at = now;
        channel.price = accounts.version.price;
        channel.close_grace = windows.close_grace;
        channel.hold_lapse = windows.hold_lapse;
        channel.claim_window = windows.claim;
        channel.rating_window = windows.rating;
        channel.mandate = accounts.mandate.key();
        channel.agent = accounts.agent.key();
        channel.agent_key = agent.agent_key;
        channel.payout_owner = agent.payout_owner;
        channel.rent_payer = accounts.rent_payer.key();
        channel.invariant()?;

        ChannelOpened {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            n: channel.n,
            generation: channel.generation,
            tag: channel.tag,
            session_key: channel.session_key,
            agent_key: channel.agent_key,
            payout_owner: channel.payout_owner,
            rent_payer: channel.rent_payer,
            agent_version: channel.agent_version,
            ownership_epoch: channel.ownership_epoch,
            price: channel.price,
            per_call_max: channel.per_call_max,
            fee_bps: channel.fee_bps,
            holdback: channel.holdback,
            expires_at: channel.expires_at,
            allotted: channel.allotted,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
