use agent_labs_common::{
    ids,
    registry::{pause, Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    error::TimelockError,
    maker::{make, LockPlaces, LockSource, LockTerms},
    mint,
    schedule::ScheduleTerms,
    state::Side,
};

/// Terms of a lock, fixed for its life.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct LockCreateArgs {
    /// Chosen by the creator; tells its locks apart.
    pub id: u64,
    pub recipient: Pubkey,
    /// Put in at once, base units.
    pub amount: u64,
    pub schedule: ScheduleTerms,
    /// Who may cancel it.
    pub cancel: Side,
    /// Who may change its recipient.
    pub change: Side,
    /// Whether the creator may add to it; not with milestones.
    pub top_up: bool,
}

#[derive(Accounts)]
pub struct LockCreate<'info> {
    /// Puts the money in, and has the creator's rights.
    pub creator: Signer<'info>,
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ TimelockError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ TimelockError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: made by this instruction; `make` derives its address, and nothing may be there.
    #[account(mut)]
    pub lock: UncheckedAccount<'info>,
    pub mint: InterfaceAccount<'info, Mint>,
    /// CHECK: made by this instruction; `make` derives its address.
    #[account(mut)]
    pub tokens: UncheckedAccount<'info>,
    /// The creator's; the token program checks that the creator may spend from it.
    #[account(mut)]
    pub source: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl LockCreate<'_> {
    fn validate(&self, args: &LockCreateArgs, now: i64) -> Result<()> {
        require!(!self.config.load()?.is_paused(pause::LOCK), TimelockError::Paused);
        require!(args.amount > 0, TimelockError::AmountZero);
        mint::require_plain(&self.mint, self.token_program.key)?;
        let milestones = matches!(args.schedule, ScheduleTerms::Milestones { .. });
        require!(!(milestones && args.top_up), TimelockError::TopUpNotAllowed);
        let ends_at = args.schedule.checked(args.amount)?.ends_at(args.amount)?;
        require!(now < ends_at, TimelockError::ScheduleOver);
        Ok(())
    }
}

pub fn handle_lock_create(ctx: Context<LockCreate>, args: LockCreateArgs) -> Result<()> {
    let clock = Clock::get()?;
    let accounts = &*ctx.accounts;
    accounts.validate(&args, clock.unix_timestamp)?;

    let places = LockPlaces {
        rent_payer: &accounts.rent_payer,
        lock: &accounts.lock,
        tokens: &accounts.tokens,
        mint: &accounts.mint,
        token_program: &accounts.token_program,
        system_program: &accounts.system_program,
        event_authority: &accounts.event_authority,
    };
    let source = LockSource { owner: &accounts.creator, seeds: &[], tokens: &accounts.source };
    let terms = LockTerms {
        creator: accounts.creator.key(),
        id: args.id,
        funder: accounts.creator.key(),
        recipient: args.recipient,
        amount: args.amount,
        schedule: args.schedule,
        cancel: args.cancel,
        change: args.change,
        top_up: args.top_up,
        stopped_at: 0,
    };
    make(&places, &source, terms, &clock)
}
