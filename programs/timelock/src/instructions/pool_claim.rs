use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use crate::{
    attested::require_attested,
    constants::*,
    error::TimelockError,
    events::{emit, PoolClaimed},
    state::{IncomePool, Membership},
    token::{require_payable, require_program},
    vault::Vault,
};

#[derive(Accounts)]
pub struct PoolClaim<'info> {
    /// Anyone; the member itself may name any token account of its own.
    pub authority: Signer<'info>,
    #[account(
        mut,
        has_one = mint @ TimelockError::MintMismatch,
        has_one = vault @ TimelockError::VaultMismatch,
        has_one = token_program @ TimelockError::TokenProgramMismatch,
        constraint = pool.load()?.version == POOL_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub pool: AccountLoader<'info, IncomePool>,
    #[account(
        mut,
        has_one = pool @ TimelockError::PoolMismatch,
        constraint = membership.load()?.version == MEMBER_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub membership: AccountLoader<'info, Membership>,
    /// CHECK: the registry's attestation of the member by the pool's attestor; `require_attested` reads it.
    pub attestation: UncheckedAccount<'info>,
    pub mint: InterfaceAccount<'info, Mint>,
    #[account(mut)]
    pub vault: InterfaceAccount<'info, TokenAccount>,
    #[account(mut)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    pub token_program: Interface<'info, TokenInterface>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl PoolClaim<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let (pool, wallet) = (self.pool.load()?, self.membership.load()?.wallet);
        require_attested(&self.attestation, &pool.attestor, &wallet, now)?;
        let moved = [self.mint.as_ref(), self.vault.as_ref(), self.destination.as_ref()];
        require_program(&self.token_program, &moved)?;
        let signs = self.authority.key() == wallet;
        require_payable(&self.destination, &wallet, self.mint.as_ref(), signs)
    }
}

pub fn handle_pool_claim(ctx: Context<PoolClaim>) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(now)?;

    let (event, creator, id, bump) = {
        let (mut pool, mut membership) = (accounts.pool.load_mut()?, accounts.membership.load_mut()?);
        let before = pool.books();
        let (first, paid_before) = (membership.next, membership.paid);
        pool.roll(now)?;
        let amount = membership.claim(&mut pool, now)?;
        membership.invariant(&pool)?;
        pool.invariant()?;
        let event = PoolClaimed {
            pool: membership.pool,
            generation: pool.generation,
            membership: accounts.membership.key(),
            wallet: membership.wallet,
            destination: accounts.destination.key(),
            amount,
            next_before: first,
            next_after: membership.next,
            paid_before,
            paid_after: membership.paid,
            before,
            after: pool.books(),
        };
        (event, pool.creator, pool.id.to_le_bytes(), pool.bump)
    };
    let vault = Vault {
        tokens: accounts.vault.as_ref(),
        mint: &accounts.mint,
        token_program: &accounts.token_program,
    };
    let seeds: &[&[u8]] = &[POOL_SEED, creator.as_ref(), &id, &[bump]];
    vault.pay_out(accounts.pool.as_ref(), accounts.destination.as_ref(), event.amount, seeds)?;
    accounts.pool.load()?.covered_by(vault.amount()?)?;
    emit(&event, &accounts.event_authority)
}
