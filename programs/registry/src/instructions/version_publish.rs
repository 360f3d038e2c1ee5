use agent_labs_common::{
    ids,
    registry::{
        config_flags, pause, permission, Agent, AgentStatus, AgentVersion, Config, Delegates, AGENT_LAYOUT,
        CONFIG_VERSION, DELEGATES_LAYOUT,
    },
};
use anchor_lang::prelude::*;

use crate::{
    constants::{AGENT_SEED, DELEGATES_SEED, TOKEN_2022_PROGRAM, TOKEN_PROGRAM, VERSION_SEED},
    create::create,
    error::RegistryError,
    events::{emit, VersionPublished},
    math,
    state::{require_authority, AgentRules},
    text, uri,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct VersionPublishArgs {
    /// Semantic version, at most 32 bytes.
    pub semver: String,
    /// SHA-256 of the manifest's RFC 8785 canonical JSON.
    pub manifest_hash: [u8; 32],
    /// Where the manifest is, at most 200 bytes.
    pub uri: String,
    /// Price of one call, base units of the price mint.
    pub price: u64,
}

#[derive(Accounts)]
pub struct VersionPublish<'info> {
    #[account(mut)]
    /// The owner or a delegate; pays the version's rent.
    pub signer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ RegistryError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ RegistryError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(
        mut,
        seeds = [AGENT_SEED, &agent.load()?.creator.to_bytes()[..], agent.load()?.handle_bytes()],
        bump = agent.load()?.bump,
        constraint = agent.load()?.version == AGENT_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub agent: AccountLoader<'info, Agent>,
    #[account(
        seeds = [DELEGATES_SEED, agent.key().as_ref()],
        bump = delegates.load()?.bump,
        constraint = delegates.load()?.version == DELEGATES_LAYOUT @ RegistryError::UnknownLayout
    )]
    pub delegates: Option<AccountLoader<'info, Delegates>>,
    // That it is vacant is left unchecked on purpose: a number is used once, and the system program refuses
    // to make an account twice.
    /// CHECK: made by this instruction at the address of the next number.
    #[account(
        mut,
        seeds = [
            VERSION_SEED,
            agent.key().as_ref(),
            &math::next(agent.load()?.latest_version)?.to_le_bytes()[..]
        ],
        bump
    )]
    pub version: UncheckedAccount<'info>,
    /// CHECK: read as a mint of either token program; nothing else is asked of it.
    #[account(constraint = is_mint(&price_mint)? @ RegistryError::PriceMintInvalid)]
    pub price_mint: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ RegistryError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ RegistryError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

/// Whether an account is an initialized mint. A mint is the only account of a token program of 82 bytes; one of
/// Token-2022 with extensions is longer than a token account, and says by the byte behind that length what it is.
/// Which extensions money can be in escrow says: a price in another mint is never paid.
fn is_mint(info: &AccountInfo) -> Result<bool> {
    const LEN: usize = 82;
    const IS_INITIALIZED: usize = 45;
    const TYPE: usize = 165;
    /// Of a multisig, which is told by its length alone.
    const MULTISIG_LEN: usize = 355;
    let data = info.try_borrow_data()?;
    let extended =
        info.owner == &TOKEN_2022_PROGRAM && data.get(TYPE) == Some(&1) && data.len() != MULTISIG_LEN;
    let is_long_enough = data.len() == LEN || extended;
    let is_tokens = info.owner == &TOKEN_PROGRAM || info.owner == &TOKEN_2022_PROGRAM;
    Ok(is_tokens && is_long_enough && data[IS_INITIALIZED] == 1)
}

impl VersionPublish<'_> {
    fn validate(&self, args: &VersionPublishArgs, now: i64) -> Result<()> {
        let agent = self.agent.load()?;
        require_authority(
            &agent,
            self.delegates.as_ref(),
            self.signer.key,
            permission::PUBLISH,
            now,
            RegistryError::NotOwner,
        )?;
        let config = self.config.load()?;
        require!(!config.is_paused(pause::REGISTER), RegistryError::Paused);

        let retiring = agent.status()? == AgentStatus::Retiring;
        require!(!retiring, RegistryError::AgentRetiring);

        require!(text::is_semver(&args.semver), RegistryError::SemverInvalid);
        require!(args.manifest_hash != [0; 32], RegistryError::ManifestHashMissing);
        uri::check(&args.uri, config.flags & config_flags::ALLOW_PRIVATE_URIS != 0)?;
        require!(args.price > 0, RegistryError::PriceZero);
        Ok(())
    }
}

pub fn handle_version_publish(ctx: Context<VersionPublish>, args: VersionPublishArgs) -> Result<()> {
    let published_at = Clock::get()?.unix_timestamp;
    ctx.accounts.validate(&args, published_at)?;
    let accounts = &ctx.accounts;
    let agent_key = accounts.agent.key();
    let price_mint = accounts.price_mint.key();
    let bump = ctx.bumps.version;

    let (number, old_price, old_price_mint) = {
        let mut agent = accounts.agent.load_mut()?;
        let old = (agent.price, agent.price_mint);
        agent.latest_version = math::next(agent.latest_version)?;
        agent.price = args.price;
        agent.price_mint = price_mint;
        agent.invariant()?;
        (agent.latest_version, old.0, old.1)
    };

    create(
        &accounts.signer,
        &accounts.version,
        &accounts.system_program,
        AgentVersion::space(args.semver.len(), args.uri.len()),
        &[VERSION_SEED, agent_key.as_ref(), &number.to_le_bytes(), &[bump]],
    )?;
    let version = AgentVersion {
        version: AGENT_LAYOUT,
        bump,
        yanked: false,
        agent: agent_key,
        publisher: accounts.signer.key(),
        number,
        manifest_hash: args.manifest_hash,
        price_mint,
        price: args.price,
        published_at,
        semver: args.semver,
        uri: args.uri,
    };
    version.try_serialize(&mut &mut accounts.version.try_borrow_mut_data()?[..])?;

    let event = VersionPublished {
        agent: agent_key,
        version: ctx.accounts.version.key(),
        number,
        publisher: version.publisher,
        semver: version.semver,
        manifest_hash: version.manifest_hash,
        uri: version.uri,
        old_price,
        new_price: version.price,
        old_price_mint,
        new_price_mint: version.price_mint,
        published_at,
    };
    emit(&event, &ctx.accounts.event_authority)
}
