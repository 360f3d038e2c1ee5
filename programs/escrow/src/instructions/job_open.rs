use agent_labs_common::{
    ids,
    registry::{pause, Agent, AgentVersion, Config, AGENT_LAYOUT, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use super::channel_open::require_live;
use crate::{
    allowed::require_allowed,
    approvals::{consume, data_of, optional},
    attested::require_attested,
    constants::*,
    error::EscrowError,
    events::{emit, JobOpened},
    math,
    standing::Standing,
    state::{Job, JobStatus, Mandate},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct JobOpenArgs {
    /// Tells the mandate's jobs apart.
    pub id: u64,
    /// Allotted to the job, base units; charged to the mandate's caps.
    pub amount: u64,
    /// SHA-256 of what is agreed.
    pub terms_hash: [u8; 32],
    /// The agent accepts before then, Unix seconds.
    pub accept_by: i64,
    /// The agent delivers before then, Unix seconds.
    pub deliver_by: i64,
    /// From delivery on, how long the payer may dispute, seconds. A job whose release needs approvers has the
    /// config's claim window instead.
    pub review_window: i64,
    /// Siblings from the agent's leaf up to the mandate's root; empty where it has none.
    pub allow_proof: Vec<[u8; 32]>,
}

#[derive(Accounts)]
#[instruction(args: JobOpenArgs)]
pub struct JobOpen<'info> {
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
        space = Job::SPACE,
        seeds = [JOB_SEED, mandate.key().as_ref(), &args.id.to_le_bytes()],
        bump
    )]
    pub job: AccountLoader<'info, Job>,
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

impl JobOpen<'_> {
    /// The accounts as the instruction declares them: what an approval is of.
    fn keys(&self) -> [Pubkey; 13] {
        [
            self.authority.key(),
            self.rent_payer.key(),
            self.config.key(),
            self.mandate.key(),
            self.agent.key(),
            self.version.key(),
            self.job.key(),
            self.stake_vault.key(),
            self.score.key(),
            optional(self.attestation.as_ref()),
            self.system_program.key(),
            self.event_authority.key(),
            self.program.key(),
        ]
    }

    /// Answers whether the approvers have a say.
    fn validate(&self, args: &JobOpenArgs, now: i64) -> Result<bool> {
        let (config, mandate, agent) = (self.config.load()?, self.mandate.load()?, self.agent.load()?);
        require!(!config.is_paused(pause::OPEN), EscrowError::Paused);

        let entitled = self.authority.key() == mandate.session_key || self.authority.key() == mandate.payer;
        require!(entitled, EscrowError::NotPayerOrSession);
        mandate.require_alive(now)?;

        // the agent says itself whether price and mint suit it: it accepts, or not
        require_live(&agent, now)?;
        let standing = Standing { agent: &self.agent.key(), vault: &self.stake_vault, score: &self.score };
        standing.require(&config, &mandate, agent.ownership_epoch)?;
        require!(self.version.number == agent.latest_version, EscrowError::VersionNotLatest);
        require!(!self.version.yanked, EscrowError::VersionYanked);
        require_allowed(&self.mandate, &mandate, &self.agent.key(), &args.allow_proof)?;
        require_attested(&mandate, &agent.owner, self.attestation.as_ref(), now)?;

        require!(args.terms_hash != [0; 32], EscrowError::HashMissing);
        require_deadlines(args, now, &config, &mandate)?;
        Ok(mandate.is_approval_due(args.amount))
    }
}

/// A job has its result within the longest life of a channel, and before its mandate ends. With the review, which
/// is no longer than the claim window, it is over before stake that backed it at its opening can have left: what
/// hears its dispute is still there then.
fn require_deadlines(args: &JobOpenArgs, now: i64, config: &Config, mandate: &Mandate) -> Result<()> {
    let latest = math::later(now, config.windows.channel_life_max)?.min(mandate.expires_at);
    let ordered = now < args.accept_by && args.accept_by < args.deliver_by && args.deliver_by <= latest;
    require!(ordered, EscrowError::JobDeadlinesInvalid);
    let windows = config.windows.holdback_min.max(1)..=config.windows.claim;
    require!(windows.contains(&args.review_window), EscrowError::ReviewWindowInvalid);
    Ok(())
}

pub fn handle_job_open<'info>(
    ctx: Context<'_, '_, '_, 'info, JobOpen<'info>>,
    args: JobOpenArgs,
) -> Result<()> {
    let clock = Clock::get()?;
    let now = clock.unix_timestamp;
    if ctx.accounts.validate(&args, now)? {
        let data = data_of(crate::instruction::JobOpen::DISCRIMINATOR, &args)?;
        consume(&data, &ctx.accounts.keys(), ctx.accounts.mandate.as_ref(), ctx.remaining_accounts)?;
    }
    let accounts = &mut *ctx.accounts;

    let event = {
        let (config, agent) = (accounts.config.load()?, accounts.agent.load()?);
        let mut mandate = accounts.mandate.load_mut()?;
        mandate.allot(args.amount, now)?;
        let release_approval = mandate.is_release_approval_due(args.amount);
        mandate.jobs = mandate.jobs.checked_add(1).ok_or(EscrowError::MathOverflow)?;
        mandate.invariant()?;

        let mut job = accounts.job.load_init()?;
        job.version = JOB_LAYOUT;
        job.bump = ctx.bumps.job;
        job.status = JobStatus::Funded as u8;
        job.agent_version = accounts.version.number;
        job.ownership_epoch = agent.ownership_epoch;
        job.key_epoch = mandate.key_epoch;
        job.fee_bps = config.fee_bps;
        job.id = args.id;
        job.generation = clock.slot;
        job.mandate = accounts.mandate.key();
        job.agent = accounts.agent.key();
        job.session_key = mandate.session_key;
        job.agent_key = agent.agent_key;
        job.payout_owner = agent.payout_owner;
        job.rent_payer = accounts.rent_payer.key();
        job.terms_hash = args.terms_hash;
        job.amount = args.amount;
        job.accept_by = args.accept_by;
        job.deliver_by = args.deliver_by;
        // silence is not to go round the approvers: it speaks as late as it may for any job
        job.release_approval = release_approval.into();
        job.review_window = if release_approval { config.windows.claim } else { args.review_window };
        job.rating_window = config.windows.rating;
        job.opened_at = now;
        job.invariant()?;

        JobOpened {
            job: accounts.job.key(),
            mandate: job.mandate,
            agent: job.agent,
            id: job.id,
            generation: job.generation,
            payer: mandate.payer,
            session_key: job.session_key,
            key_epoch: job.key_epoch,
            agent_key: job.agent_key,
            payout_owner: job.payout_owner,
            rent_payer: job.rent_payer,
            agent_version: job.agent_version,
            ownership_epoch: job.ownership_epoch,
            fee_bps: job.fee_bps,
            amount: job.amount,
            terms_hash: job.terms_hash,
            accept_by: job.accept_by,
            deliver_by: job.deliver_by,
            review_window: job.review_window,
            rating_window: job.rating_window,
            opened_at: job.opened_at,
            release_approval,
        }
    };
    emit(&event, &ctx.accounts.event_authority)
}
