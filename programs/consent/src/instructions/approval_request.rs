use agent_labs_common::{
    consent::{approval_digest, call_hash},
    create::{create, is_vacant},
    ids,
    mandate::MandateVoices,
    registry::{Config, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    constants::*,
    error::ConsentError,
    events::{emit, ApprovalRequested},
    math,
    state::{write_tail, Approval, Asked},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct ApprovalRequestArgs {
    /// That the call goes to.
    pub program: Pubkey,
    /// Of the call's instruction, exactly.
    pub data: Vec<u8>,
    /// Tells two requests for the same call apart.
    pub nonce: u64,
    /// Neither signed nor used from then on, Unix seconds.
    pub expires_at: i64,
}

/// Behind these accounts come the call's own, in their order.
#[derive(Accounts)]
pub struct ApprovalRequest<'info> {
    /// The mandate's payer or session key.
    pub requester: Signer<'info>,
    /// Pays the rent, and gets it back.
    #[account(mut)]
    pub rent_payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ ConsentError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ ConsentError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    /// CHECK: escrow's; `MandateVoices` reads it.
    pub mandate: UncheckedAccount<'info>,
    /// CHECK: made at the address that the digest derives.
    #[account(mut)]
    pub approval: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ConsentError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ConsentError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl<'info> ApprovalRequest<'info> {
    fn validate(&self, args: &ApprovalRequestArgs, keys: &[Pubkey], now: i64) -> Result<MandateVoices> {
        let voices = MandateVoices::read(&self.mandate)?.ok_or(ConsentError::MandateMismatch)?;
        let entitled = [voices.payer, voices.session_key].contains(&self.requester.key());
        require!(entitled, ConsentError::NotPayerOrSession);
        require!(!voices.approvers.is_empty(), ConsentError::NoApprovers);
        let fits = args.data.len() <= usize::from(MAX_CALL_DATA) && keys.len() <= usize::from(MAX_CALL_KEYS);
        require!(fits, ConsentError::CallTooLarge);
        let within = now < args.expires_at && args.expires_at <= math::later(now, APPROVAL_LIFE_MAX)?;
        require!(within, ConsentError::ApprovalExpiryInvalid);
        Ok(voices)
    }

    /// Makes the account that the digest derives; answers its bump.
    fn make(&self, digest: &[u8; 32], asked: &Asked) -> Result<u8> {
        let mandate = self.mandate.key();
        let path: &[&[u8]] = &[APPROVAL_SEED, mandate.as_ref(), digest];
        let (expected, bump) = Pubkey::find_program_address(path, &crate::ID);
        require_keys_eq!(self.approval.key(), expected, ConsentError::ApprovalMismatch);
        require!(is_vacant(&self.approval), ConsentError::ApprovalExists);
        let space = Approval::space(asked.voices.approvers.len(), asked.keys.len(), asked.data.len());
        let seeds: &[&[u8]] = &[APPROVAL_SEED, mandate.as_ref(), digest, &[bump]];
        create(&crate::ID, &self.rent_payer, &self.approval, &self.system_program, space, seeds)?;
        write_tail(&mut self.approval.try_borrow_mut_data()?, asked)?;
        Ok(bump)
    }
}

pub fn handle_approval_request<'info>(
    ctx: Context<'_, '_, '_, 'info, ApprovalRequest<'info>>,
    args: ApprovalRequestArgs,
) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let keys: Vec<Pubkey> = ctx.remaining_accounts.iter().map(|info| info.key()).collect();
    let voices = accounts.validate(&args, &keys, now)?;

    let call = call_hash(&args.program, &args.data, &keys)?;
    let genesis_hash = accounts.config.load()?.genesis_hash;
    let mandate = accounts.mandate.key();
    let digest = approval_digest(&genesis_hash, &mandate, voices.generation, args.nonce, &call);
    let asked = Asked { voices: &voices, keys: &keys, data: &args.data };
    let bump = accounts.make(&digest, &asked)?;
    {
        let mut data = accounts.approval.try_borrow_mut_data()?;
        let (head, _) = data.split_at_mut(Approval::space(0, 0, 0));
        head[..Approval::DISCRIMINATOR.len()].copy_from_slice(Approval::DISCRIMINATOR);
        let approval: &mut Approval = bytemuck::from_bytes_mut(&mut head[Approval::DISCRIMINATOR.len()..]);
        (approval.version, approval.bump) = (LAYOUT, bump);
        approval.threshold = voices.threshold;
        approval.approver_count = u8::try_from(voices.approvers.len())?;
        approval.key_count = u8::try_from(keys.len())?;
        approval.data_len = u16::try_from(args.data.len())?;
        approval.mandate_generation = voices.generation;
        approval.nonce = args.nonce;
        (approval.requested_at, approval.expires_at) = (now, args.expires_at);
        (approval.mandate, approval.payer) = (mandate, voices.payer);
        approval.requester = accounts.requester.key();
        approval.rent_payer = accounts.rent_payer.key();
        approval.program = args.program;
        (approval.call, approval.digest) = (call, digest);
        approval.invariant()?;
    }
    let event = ApprovalRequested {
        approval: accounts.approval.key(),
        mandate,
        mandate_generation: voices.generation,
        payer: voices.payer,
        requester: accounts.requester.key(),
        rent_payer: accounts.rent_payer.key(),
        program: args.program,
        data: args.data,
        keys,
        nonce: args.nonce,
        call,
        digest,
        threshold: voices.threshold,
        approvers: voices.approvers,
        requested_at: now,
        expires_at: args.expires_at,
    };
    emit(&event, &accounts.event_authority)
}
