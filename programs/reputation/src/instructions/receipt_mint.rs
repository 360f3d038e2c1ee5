use anchor_lang::prelude::*;

use crate::{
    bubblegum::{self, TreeAccounts},
    constants::*,
    error::ReputationError,
    events::{emit, Leaf, ReceiptMinted},
    state::{require_tree_of, PendingReceipt, Tree, TreePool},
};

/// Anyone may: what is minted and to whom was fixed by the rating. Works when the agent is long closed.
#[derive(Accounts)]
pub struct ReceiptMint<'info> {
    #[account(
        mut,
        close = payer,
        has_one = agent @ ReputationError::AgentMismatch,
        has_one = payer @ ReputationError::RentPayerMismatch,
        constraint = receipt.load()?.version == LAYOUT @ ReputationError::UnknownLayout
    )]
    pub receipt: AccountLoader<'info, PendingReceipt>,
    /// CHECK: the one the receipt names; its address becomes the leaf's owner.
    pub agent: UncheckedAccount<'info>,
    /// CHECK: the one the receipt names; it only receives its rent.
    #[account(mut)]
    pub payer: UncheckedAccount<'info>,
    #[account(constraint = tree_pool.load()?.version == LAYOUT @ ReputationError::UnknownLayout)]
    pub tree_pool: AccountLoader<'info, TreePool>,
    #[account(mut, constraint = tree.load()?.version == LAYOUT @ ReputationError::UnknownLayout)]
    pub tree: AccountLoader<'info, Tree>,
    /// CHECK: `require_tree_of` compares it with pool and record.
    #[account(mut)]
    pub merkle_tree: UncheckedAccount<'info>,
    /// CHECK: Bubblegum's, of the tree; Bubblegum derives it.
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

impl ReceiptMint<'_> {
    fn validate(&self) -> Result<()> {
        self.receipt.load()?.invariant()?;
        require_tree_of(&self.agent.key(), &self.tree_pool, &self.tree, &self.merkle_tree.key())?;
        require!(!self.tree.load()?.is_full(), ReputationError::TreeFull);
        Ok(())
    }
}

pub fn handle_receipt_mint(ctx: Context<ReceiptMint>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate()?;
    let facts = accounts.receipt.load()?.facts();
    let facts_hash = facts.hash();
    let tree = TreeAccounts {
        tree_config: &accounts.tree_config,
        merkle_tree: &accounts.merkle_tree,
        rating_authority: &accounts.rating_authority,
        bubblegum: &accounts.bubblegum_program,
        compression: &accounts.compression_program,
        noop: &accounts.noop_program,
        system: accounts.system_program.as_ref(),
    };
    let nonce =
        bubblegum::mint(&tree, &accounts.agent, &mut *accounts.tree.load_mut()?, &facts, &facts_hash)?;
    let leaf = Leaf { merkle_tree: accounts.merkle_tree.key(), nonce };
    emit(&ReceiptMinted { facts, facts_hash, leaf }, &accounts.event_authority)
}
