use agent_labs_common::ids;
use anchor_lang::{
    prelude::*,
    solana_program::{instruction::Instruction, program::invoke_signed},
};
use solana_sha256_hasher::hash;

use crate::{
    constants::{INTAKE_LAYOUT, INTAKE_SEED},
    error::TimelockError,
    events::{emit, IntakeRelayed},
    state::Intake,
};

/// What the one who is to be paid signs at escrow, first eight bytes each: `channel_refund`, `job_refund` and
/// `job_split`. Each gives money back to the payer, and none takes it past the intake.
pub const RELAYED: [[u8; 8]; 3] = [
    [87, 168, 206, 149, 151, 224, 78, 42],
    [44, 59, 103, 166, 229, 44, 202, 230],
    [47, 25, 95, 10, 68, 29, 134, 191],
];

/// Behind these accounts come those of escrow's instruction, in its order.
#[derive(Accounts)]
pub struct IntakeRelay<'info> {
    pub recipient: Signer<'info>,
    #[account(
        has_one = recipient @ TimelockError::NotIntakeRecipient,
        constraint = intake.load()?.version == INTAKE_LAYOUT @ TimelockError::UnknownLayout
    )]
    pub intake: AccountLoader<'info, Intake>,
    /// CHECK: its address is all it is; it is called.
    #[account(address = ids::escrow::ID @ TimelockError::EscrowMismatch)]
    pub escrow_program: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ TimelockError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ TimelockError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl IntakeRelay<'_> {
    /// The first eight bytes of what is to be signed.
    fn validate(&self, data: &[u8]) -> Result<[u8; 8]> {
        let called = data.get(..8).and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
        let called = called.filter(|called| RELAYED.contains(called));
        called.ok_or_else(|| TimelockError::RelayNotAllowed.into())
    }
}

pub fn handle_intake_relay<'info>(
    ctx: Context<'_, '_, '_, 'info, IntakeRelay<'info>>,
    data: Vec<u8>,
) -> Result<()> {
    let accounts = &*ctx.accounts;
    let instruction = accounts.validate(&data)?;
    let data_hash = hash(&data).to_bytes();
    let (key, recipient) = (accounts.intake.key(), accounts.recipient.key());
    let (terms_hash, bump) = {
        let intake = accounts.intake.load()?;
        intake.invariant()?;
        (intake.terms_hash, [intake.bump])
    };

    let metas = ctx.remaining_accounts.iter().map(|info| AccountMeta {
        pubkey: info.key(),
        is_signer: info.is_signer || info.key() == key,
        is_writable: info.is_writable,
    });
    let call = Instruction { program_id: ids::escrow::ID, accounts: metas.collect(), data };
    let seeds: &[&[u8]] = &[INTAKE_SEED, recipient.as_ref(), &terms_hash, &bump];
    invoke_signed(&call, ctx.remaining_accounts, &[seeds])?;

    let event = IntakeRelayed { intake: key, recipient, instruction, data_hash };
    emit(&event, &accounts.event_authority)
}
