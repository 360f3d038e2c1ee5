use anchor_lang::prelude::*;

use crate::{
    constants::LAYOUT,
    error::ConsentError,
    events::{emit, AuditAnchored},
    state::{Anchor, AuditLog},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct AuditAnchorArgs {
    /// Of this anchor, from 1: one more than the log's.
    pub sequence: u64,
    /// The log's root so far; zeros before the first anchor.
    pub previous_root: [u8; 32],
    /// Merkle root over all entries.
    pub root: [u8; 32],
    /// How many entries these are.
    pub entries: u64,
}

#[derive(Accounts)]
pub struct AuditAnchor<'info> {
    pub operator: Signer<'info>,
    #[account(
        mut,
        has_one = operator @ ConsentError::NotOperator,
        constraint = log.load()?.version == LAYOUT @ ConsentError::UnknownLayout
    )]
    pub log: AccountLoader<'info, AuditLog>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

pub fn handle_audit_anchor(ctx: Context<AuditAnchor>, args: AuditAnchorArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let event = {
        let mut log = accounts.log.load_mut()?;
        let (entries_before, chain_before) = (log.entries, log.chain);
        let AuditAnchorArgs { sequence, previous_root, root, entries } = args;
        let anchor = Anchor { sequence, previous_root, root, entries };
        log.anchor(&accounts.log.key(), &anchor, now)?;
        log.invariant()?;
        AuditAnchored {
            log: accounts.log.key(),
            operator: log.operator,
            id: log.id,
            sequence,
            previous_root,
            root,
            entries_before,
            entries,
            chain_before,
            chain: log.chain,
            anchored_at: now,
        }
    };
    emit(&event, &accounts.event_authority)
}
