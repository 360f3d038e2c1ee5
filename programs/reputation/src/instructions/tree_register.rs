use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    ids,
    registry::{config_flags, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    bubblegum::{self, TreeAccounts},
    constants::*,
    error::ReputationError,
    events::{emit, TreeRegistered},
    state::{Tree, TreePool},
    tree_size,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct TreeRegisterArgs {
    /// An existing shard, whose tree is full, or the next one.
    pub shard: u8,
    /// 2 to the power of it is the number of receipts.
    pub max_depth: u32,
    pub max_buffer_size: u32,
    /// What stands before the facts hash in a receipt's address.
    pub uri_base: String,
}

#[derive(Accounts)]
pub struct TreeRegister<'info> {
    #[account(mut)]
    pub admin: Signer<'info>,
    #[account(
        address = ids::CONFIG @ ReputationError::ConfigMismatch,
        has_one = admin @ ReputationError::NotAdmin,
        constraint = config.load()?.version == CONFIG_VERSION @ ReputationError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made by the first registration.
    #[account(mut, seeds = [TREE_POOL_SEED], bump)]
    pub tree_pool: UncheckedAccount<'info>,
    /// CHECK: made here.
    #[account(
        mut,
        seeds = [TREE_SEED, merkle_tree.key().as_ref()],
        bump,
        constraint = is_vacant(&tree) @ ReputationError::TreeExists
    )]
    pub tree: UncheckedAccount<'info>,
    /// The shard's full tree; none for a new shard.
    pub replaced: Option<AccountLoader<'info, Tree>>,
    /// CHECK: `require_prepared`; compression checks it again.
    #[account(mut)]
    pub merkle_tree: UncheckedAccount<'info>,
    /// CHECK: Bubblegum makes it at the address it derives.
    #[account(mut)]
    pub tree_config: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs for Bubblegum.
    #[account(address = RATING_AUTHORITY @ ReputationError::RatingAuthorityMismatch)]
    pub rating_authority: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = BUBBLEGUM_PROGRAM @ ReputationError::ProgramMismatch)]
    pub bubblegum_program: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = COMPRESSION_PROGRAM @ ReputationError::ProgramMismatch)]
    pub compression_program: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = NOOP_PROGRAM @ ReputationError::ProgramMismatch)]
    pub noop_program: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl TreeRegister<'_> {
    /// Answers the canopy that the tree's account has room for, levels.
    fn validate(&self, args: &TreeRegisterArgs) -> Result<u8> {
        let private = self.config.load()?.flags & config_flags::ALLOW_PRIVATE_URIS != 0;
        require!(is_uri_base(&args.uri_base, private), ReputationError::UriBaseInvalid);
        require!(args.shard < MAX_SHARDS, ReputationError::ShardInvalid);

        require_keys_eq!(*self.merkle_tree.owner, COMPRESSION_PROGRAM, ReputationError::TreeNotPrepared);
        let data = self.merkle_tree.try_borrow_data()?;
        let header = data.get(..tree_size::HEADER).ok_or(ReputationError::TreeSizeInvalid)?;
        require!(header.iter().all(|byte| *byte == 0), ReputationError::TreeNotPrepared);
        Ok(tree_size::canopy(args.max_depth, args.max_buffer_size, data.len())?)
    }

    /// Makes the pool where there is none yet.
    fn ensure_pool(&self, bump: u8) -> Result<()> {
        if !is_vacant(&self.tree_pool) {
            return Ok(());
        }
        let seeds: &[&[u8]] = &[TREE_POOL_SEED, &[bump]];
        create(&crate::ID, &self.admin, &self.tree_pool, &self.system_program, TreePool::SPACE, seeds)?;
        let mut pool = init_zero_copy::<TreePool>(&self.tree_pool)?;
        (pool.version, pool.bump) = (LAYOUT, bump);
        Ok(())
    }

    /// Puts the tree into the pool, and answers the one it replaces.
    fn enter(&self, shard: u8) -> Result<Option<Pubkey>> {
        // its address is derived: only this program can have made it
        let mut data = self.tree_pool.try_borrow_mut_data()?;
        require!(data.len() == TreePool::SPACE, ReputationError::TreePoolMismatch);
        let pool: &mut TreePool = bytemuck::from_bytes_mut(&mut data[TreePool::DISCRIMINATOR.len()..]);
        require!(pool.version == LAYOUT, ReputationError::UnknownLayout);
        require!(shard <= pool.count, ReputationError::ShardInvalid);

        let place = &mut pool.trees[usize::from(shard)];
        let old = std::mem::replace(place, self.merkle_tree.key());
        let replaced = if shard == pool.count {
            require!(self.replaced.is_none(), ReputationError::TreeMismatch);
            pool.count = shard.checked_add(1).ok_or(ReputationError::MathOverflow)?;
            None
        } else {
            let record = self.replaced.as_ref().ok_or(ReputationError::TreeMismatch)?.load()?;
            require_keys_eq!(record.merkle_tree, old, ReputationError::TreeMismatch);
            require!(record.is_full(), ReputationError::TreeNotFull);
            Some(old)
        };
        pool.invariant()?;
        Ok(replaced)
    }
}

/// Whether addresses can begin so: a known scheme, something behind it, and no character that ends or hides
/// an address. `private` also admits `http:`, for local clusters.
fn is_uri_base(base: &str, private: bool) -> bool {
    let schemes: &[&str] = &["https://", "ipfs://", "ar://", "http://"];
    let allowed = if private { schemes } else { &schemes[..3] };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?&=%".contains(&byte);
    base.len() <= usize::from(MAX_URI_BASE)
        && base.bytes().all(plain)
        && allowed.iter().any(|scheme| base.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
}

pub fn handle_tree_register(ctx: Context<TreeRegister>, args: TreeRegisterArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    let canopy = accounts.validate(&args)?;
    accounts.ensure_pool(ctx.bumps.tree_pool)?;
    let replaced = accounts.enter(args.shard)?;

    let merkle_tree = accounts.merkle_tree.key();
    let seeds: &[&[u8]] = &[TREE_SEED, merkle_tree.as_ref(), &[ctx.bumps.tree]];
    create(&crate::ID, &accounts.admin, &accounts.tree, &accounts.system_program, Tree::SPACE, seeds)?;
    let event = {
        let mut tree = init_zero_copy::<Tree>(&accounts.tree)?;
        tree.version = LAYOUT;
        tree.bump = ctx.bumps.tree;
        tree.shard = args.shard;
        tree.depth = u8::try_from(args.max_depth)?;
        tree.buffer = args.max_buffer_size;
        tree.canopy = canopy;
        tree.uri_base_len = u8::try_from(args.uri_base.len())?;
        tree.merkle_tree = merkle_tree;
        tree.rent_payer = accounts.admin.key();
        tree.capacity = 1u64.checked_shl(args.max_depth).ok_or(ReputationError::MathOverflow)?;
        tree.registered_at = Clock::get()?.unix_timestamp;
        tree.uri_base[..args.uri_base.len()].copy_from_slice(args.uri_base.as_bytes());
        tree.invariant()?;
        TreeRegistered {
            merkle_tree,
            tree: accounts.tree.key(),
            admin: accounts.admin.key(),
            shard: tree.shard,
            depth: tree.depth,
            buffer: tree.buffer,
            canopy,
            capacity: tree.capacity,
            uri_base: args.uri_base,
            replaced,
            registered_at: tree.registered_at,
        }
    };
    let tree = TreeAccounts {
        tree_config: &accounts.tree_config,
        merkle_tree: &accounts.merkle_tree,
        rating_authority: &accounts.rating_authority,
        bubblegum: &accounts.bubblegum_program,
        compression: &accounts.compression_program,
        noop: &accounts.noop_program,
        system: accounts.system_program.as_ref(),
    };
    bubblegum::create_tree(&tree, &accounts.admin, args.max_depth, args.max_buffer_size)?;
    emit(&event, &accounts.event_authority)
}

#[cfg(test)]
mod tests {
    use super::is_uri_base;

    #[test]
    fn bases_of_addresses() {
        for good in ["https://x.org/r/", "ipfs://abc/", "ar://abc/", "https://x.org/?r="] {
            assert!(is_uri_base(good, false), "{good}");
        }
        let bad = ["", "https://", "http://x.org/", "javascript:alert", "https://x y/", "https://é/", "x"];
        for base in bad.into_iter().chain(["https://x#", "https://x\"", "https://x\\"]) {
            assert!(!is_uri_base(base, false), "{base}");
        }
        assert!(is_uri_base("http://127.0.0.1:8899/", true));
        let longest = format!("https://{}", "a".repeat(92));
        assert!(is_uri_base(&longest, false));
        assert!(!is_uri_base(&format!("{longest}a"), false));
    }
}
