use agent_labs_common::{
    create::{create, is_vacant},
    ids,
    registry::{pause, Config, CONFIG_VERSION},
    token,
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenInterface};

use crate::{
    constants::*,
    error::TimelockError,
    events::{emit, BatchCreated},
    math,
    mint::require_plain,
    state::{Batch, Side},
};

/// Terms of a new batch, for good.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct BatchCreateArgs {
    /// Tells the creator's batches apart.
    pub id: u64,
    /// Of the tree of all grants.
    pub root: [u8; 32],
    /// Leaves of that tree.
    pub count: u32,
    /// Of all of them, base units.
    pub total: u64,
    /// Who may cancel the locks; the creator, if it may, can cancel the batch as well.
    pub cancel: Side,
    /// Who may change the locks' recipients.
    pub change: Side,
    /// From then on no leaf can be claimed, Unix seconds.
    pub claim_until: i64,
}

#[derive(Accounts)]
#[instruction(args: BatchCreateArgs)]
pub struct BatchCreate<'info> {
    #[account(mut)]
    pub creator: Signer<'info>,
    #[account(
        address = ids::CONFIG @ TimelockError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ TimelockError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made here, where nothing was made before.
    #[account(
        mut,
        seeds = [BATCH_SEED, creator.key().as_ref(), &args.id.to_le_bytes()],
        bump,
        constraint = is_vacant(&batch) @ TimelockError::AddressTaken
    )]
    pub batch: UncheckedAccount<'info>,
    pub mint: InterfaceAccount<'info, Mint>,
    /// CHECK: made here, once the mint has been looked at.
    #[account(mut, seeds = [BATCH_TOKENS_SEED, batch.key().as_ref()], bump)]
    pub vault: UncheckedAccount<'info>,
    pub token_program: Interface<'info, TokenInterface>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl BatchCreate<'_> {
    fn validate(&self, args: &BatchCreateArgs, now: i64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::LOCK), TimelockError::Paused);
        require_plain(&self.mint, self.token_program.key)?;
        require!(args.root != [0; 32], TimelockError::BatchRootInvalid);
        require!((1..=MAX_BATCH).contains(&args.count), TimelockError::BatchCountInvalid);
        // each leaf is worth something
        require!(args.total >= u64::from(args.count), TimelockError::BatchTotalInvalid);
        // long enough for everybody to hear of it, and no money waits for ever under a root that is wrong
        let window = math::after(now, MIN_CLAIM_WINDOW)?..=math::after(now, MAX_CLAIM_WINDOW)?;
        require!(window.contains(&args.claim_until), TimelockError::ClaimWindowInvalid);
        Ok(())
    }
}

pub fn handle_batch_create(ctx: Context<BatchCreate>, args: BatchCreateArgs) -> Result<()> {
    let clock = Clock::get()?;
    let now = clock.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(&args, now)?;

    let (creator, key) = (accounts.creator.key(), accounts.batch.key());
    let (bump, vault_bump, id) = (ctx.bumps.batch, ctx.bumps.vault, args.id.to_le_bytes());
    let seeds: &[&[u8]] = &[BATCH_SEED, creator.as_ref(), &id, &[bump]];
    let (payer, system) = (&accounts.creator, &accounts.system_program);
    create(&crate::ID, payer, &accounts.batch, system, Batch::space(args.count), seeds)?;
    {
        let mut data = accounts.batch.try_borrow_mut_data()?;
        data[..8].copy_from_slice(Batch::DISCRIMINATOR);
        let batch: &mut Batch = bytemuck::from_bytes_mut(&mut data[8..Batch::HEAD]);
        (batch.version, batch.bump, batch.vault_bump) = (BATCH_LAYOUT, bump, vault_bump);
        (batch.cancel, batch.change) = (args.cancel as u8, args.change as u8);
        (batch.count, batch.id, batch.generation) = (args.count, args.id, clock.slot);
        (batch.creator, batch.mint) = (creator, accounts.mint.key());
        (batch.token_program, batch.vault) = (accounts.token_program.key(), accounts.vault.key());
        (batch.root, batch.total) = (args.root, args.total);
        (batch.claim_until, batch.created_at) = (args.claim_until, now);
        batch.invariant()?;
    }
    token::open(
        payer,
        &accounts.vault,
        &accounts.mint.to_account_info(),
        &key,
        accounts.token_program.key,
        system,
        &[BATCH_TOKENS_SEED, key.as_ref(), &[vault_bump]],
    )?;

    let event = BatchCreated {
        batch: key,
        creator,
        id: args.id,
        generation: clock.slot,
        mint: accounts.mint.key(),
        token_program: accounts.token_program.key(),
        vault: accounts.vault.key(),
        root: args.root,
        count: args.count,
        total: args.total,
        cancel: args.cancel,
        change: args.change,
        claim_until: args.claim_until,
        created_at: now,
    };
    emit(&event, &accounts.event_authority)
}
