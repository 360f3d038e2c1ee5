use anchor_lang::prelude::*;

use crate::{
    constants::LOCK_LAYOUT,
    error::TimelockError,
    events::{emit, MilestoneApproved},
    state::Lock,
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct MilestoneApproveArgs {
    /// Of the lock that is meant.
    pub generation: u64,
    /// From 0.
    pub index: u8,
}

/// Approvals are no new risk: no pause holds them up.
#[derive(Accounts)]
pub struct MilestoneApprove<'info> {
    pub approver: Signer<'info>,
    #[account(mut, constraint = lock.load()?.version == LOCK_LAYOUT @ TimelockError::UnknownLayout)]
    pub lock: AccountLoader<'info, Lock>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl MilestoneApprove<'_> {
    fn validate(&self, args: &MilestoneApproveArgs, now: i64) -> Result<()> {
        let lock = self.lock.load()?;
        let schedule = &lock.schedule;
        // of a lock without milestones nobody is: the zero key cannot sign
        require_keys_eq!(self.approver.key(), schedule.approver, TimelockError::NotApprover);
        lock.require_generation(args.generation)?;
        require!(lock.stopped_at == 0, TimelockError::LockStopped);
        require!(now < schedule.end, TimelockError::DeadlineOver);
        require!(args.index < schedule.milestone_count, TimelockError::MilestoneUnknown);
        let bit = bit_of(args.index)?;
        require!(lock.approved & bit == 0, TimelockError::MilestoneApproved);
        let earlier = bit.wrapping_sub(1);
        let in_turn = schedule.in_order == 0 || lock.approved & earlier == earlier;
        require!(in_turn, TimelockError::MilestoneOutOfOrder);
        Ok(())
    }
}

fn bit_of(index: u8) -> Result<u8> {
    1u8.checked_shl(u32::from(index)).ok_or_else(|| TimelockError::MilestoneUnknown.into())
}

pub fn handle_milestone_approve(ctx: Context<MilestoneApprove>, args: MilestoneApproveArgs) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    let accounts = &*ctx.accounts;
    accounts.validate(&args, now)?;

    let event = {
        let mut lock = accounts.lock.load_mut()?;
        let approved_before = lock.approved;
        lock.approved |= bit_of(args.index)?;
        lock.invariant(now)?;
        MilestoneApproved {
            lock: accounts.lock.key(),
            approver: accounts.approver.key(),
            index: args.index,
            amount: lock.schedule.milestones[usize::from(args.index)],
            approved_before,
            approved_after: lock.approved,
        }
    };
    emit(&event, &accounts.event_authority)
}
