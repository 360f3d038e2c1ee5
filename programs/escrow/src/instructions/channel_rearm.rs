use agent_labs_common::{
    ids,
    registry::{pause, Agent, AgentVersion, Config, AGENT_LAYOUT, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use super::channel_open::{require_expiry, require_live};
use crate::{
    approvals::{consume, data_of, optional},
    attested::require_attested,
    constants::{CHANNEL_LAYOUT, MANDATE_LAYOUT},
    error::EscrowError,
    events::{emit, ChannelRearmed},
    math,
    standing::Standing,
    state::{Channel, ChannelStatus, Mandate},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct ChannelRearmArgs {
    /// Added to the allotment, base units; charged to the mandate's caps.
    pub amount: u64,
    /// New end, Unix seconds; not before the present one.
    pub expires_at: i64,
}

#[derive(Accounts)]
pub struct ChannelRearm<'info> {
    /// The payer or the session key.
    pub authority: Signer<'info>,
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
        mut,
        has_one = mandate @ EscrowError::MandateMismatch,
        has_one = agent @ EscrowError::AgentMismatch,
        constraint = channel.load()?.version == CHANNEL_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub channel: AccountLoader<'info, Channel>,
    /// The one that the channel opened on.
    #[account(
        has_one = agent @ EscrowError::VersionMismatch,
        constraint = version.version == AGENT_LAYOUT @ EscrowError::UnknownLayout
    )]
    pub version: Box<Account<'info, AgentVersion>>,
    /// CHECK: the agent's stake vault, which need not exist; `Standing` reads it where a limit asks.
    pub stake_vault: UncheckedAccount<'info>,
    /// CHECK: the agent's score, which need not exist; `Standing` reads it where a limit asks.
    pub score: UncheckedAccount<'info>,
    /// CHECK: the attestation of the agent's owner; `require_attested` reads it where the mandate asks for one.
    pub attestation: Option<UncheckedAccount<'info>>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ EscrowError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ EscrowError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl ChannelRearm<'_> {
    /// The accounts as the instruction declares them: what an approval is of.
    fn keys(&self) -> [Pubkey; 11] {
        [
            self.authority.key(),
            self.config.key(),
            self.mandate.key(),
            self.agent.key(),
            self.channel.key(),
            self.version.key(),
            self.stake_vault.key(),
            self.score.key(),
            optional(self.attestation.as_ref()),
            self.event_authority.key(),
            self.program.key(),
        ]
    }

    /// Answers whether the approvers have a say.
    fn validate(&self, args: &ChannelRearmArgs, now: i64) -> Result<bool> {
        let (config, mandate) = (self.config.load()?, self.mandate.load()?);
        let (agent, channel) = (self.agent.load()?, self.channel.load()?);
        require!(!config.is_paused(pause::OPEN), EscrowError::Paused);

        let entitled = self.authority.key() == mandate.session_key || self.authority.key() == mandate.payer;
        require!(entitled, EscrowError::NotPayerOrSession);
        mandate.require_alive(now)?;

        require!(channel.is(ChannelStatus::Open), EscrowError::NotOpen);
        require!(now < channel.expires_at, EscrowError::ChannelExpired);
        require!(channel.key_epoch == mandate.key_epoch, EscrowError::SessionRotated);
        require_live(&agent, now)?;
        require!(channel.ownership_epoch == agent.ownership_epoch, EscrowError::OwnershipChanged);
        let standing = Standing { agent: &self.agent.key(), vault: &self.stake_vault, score: &self.score };
        standing.require(&config, &mandate, agent.ownership_epoch)?;
        require!(self.version.number == channel.agent_version, EscrowError::VersionMismatch);
        // a later version is none of the channel's business, but new money follows no offer that was withdrawn
        require!(!self.version.yanked, EscrowError::VersionYanked);
        require_attested(&mandate, &agent.owner, self.attestation.as_ref(), now)?;

        require!(args.expires_at >= channel.expires_at, EscrowError::ChannelExpiryInvalid);
        require_expiry(args.expires_at, now, &config, &mandate)?;
        Ok(mandate.is_approval_due(args.amount))
    }
}

pub fn handle_channel_rearm<'info>(
    ctx: Context<'_, '_, '_, 'info, ChannelRearm<'info>>,
    args: ChannelRearmArgs,
) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    if accounts.validate(&args, now)? {
        let data = data_of(crate::instruction::ChannelRearm::DISCRIMINATOR, &args)?;
        consume(&data, &accounts.keys(), accounts.mandate.as_ref(), ctx.remaining_accounts)?;
    }

    let event = {
        let mut mandate = accounts.mandate.load_mut()?;
        let mut channel = accounts.channel.load_mut()?;
        let (allotted_before, expires_at_before) = (channel.allotted, channel.expires_at);
        mandate.allot(args.amount, now)?;
        channel.allotted = math::add(channel.allotted, args.amount)?;
        channel.expires_at = args.expires_at;
        mandate.invariant()?;
        channel.invariant()?;
        ChannelRearmed {
            channel: accounts.channel.key(),
            mandate: channel.mandate,
            agent: channel.agent,
            generation: channel.generation,
            allotted_before,
            allotted_after: channel.allotted,
            expires_at_before,
            expires_at_after: channel.expires_at,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
