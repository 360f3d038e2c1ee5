use agent_labs_common::{
    create::{create, init_zero_copy, is_vacant},
    registry::{permission, Agent, Delegates, Denied, AGENT_LAYOUT, DELEGATES_LAYOUT},
};
use anchor_lang::prelude::*;

use crate::{
    compression,
    constants::*,
    error::ReputationError,
    events::{emit, AgentResponded, Leaf},
    receipt::Facts,
    state::{Response, Tree},
};

#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct RespondArgs {
    /// The rating's, as its event and its receipt carry them.
    pub facts: Facts,
    /// SHA-256 of the answer's text, UTF-8.
    pub text_hash: [u8; 32],
    /// Number of the receipt's leaf in its tree.
    pub nonce: u64,
    /// A root that the tree keeps, and that the proof leads to.
    pub root: [u8; 32],
}

/// The receipt may be in a tree that was replaced since: any that is registered counts.
#[derive(Accounts)]
pub struct Respond<'info> {
    /// The agent's owner, or a delegate of its; pays the rent.
    #[account(mut)]
    pub responder: Signer<'info>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ ReputationError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    /// None where the owner signs.
    pub delegates: Option<AccountLoader<'info, Delegates>>,
    /// CHECK: made here, at the address that `make` derives.
    #[account(mut)]
    pub response: UncheckedAccount<'info>,
    #[account(
        has_one = merkle_tree @ ReputationError::TreeMismatch,
        constraint = tree.load()?.version == LAYOUT @ ReputationError::UnknownLayout
    )]
    pub tree: AccountLoader<'info, Tree>,
    /// CHECK: the one that the record names; compression reads it.
    pub merkle_tree: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = COMPRESSION_PROGRAM @ ReputationError::ProgramMismatch)]
    pub compression_program: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

impl Respond<'_> {
    /// Answers the leaf's index.
    fn validate(&self, args: &RespondArgs, now: i64) -> Result<u32> {
        require!(args.text_hash != [0; 32], ReputationError::ResponseEmpty);
        require_keys_eq!(args.facts.agent, self.agent.key(), ReputationError::NotAgentsRating);
        require!(is_vacant(&self.response), ReputationError::ResponseExists);
        require!(args.nonce < self.tree.load()?.minted, ReputationError::LeafMissing);
        self.require_agents_side(now)?;
        u32::try_from(args.nonce).map_err(|_| ReputationError::LeafMissing.into())
    }

    fn require_agents_side(&self, now: i64) -> Result<()> {
        let agent = self.agent.load()?;
        let responder = self.responder.key();
        if agent.owner == responder {
            return Ok(());
        }
        let delegates = self.delegates.as_ref().ok_or(ReputationError::NotAgentSide)?.load()?;
        require!(delegates.version == DELEGATES_LAYOUT, ReputationError::UnknownLayout);
        // the registry makes one list for an agent: its fields prove it
        require_keys_eq!(delegates.agent, self.agent.key(), ReputationError::DelegatesMismatch);
        let permitted = delegates.permit(agent.ownership_epoch, &responder, permission::RESPOND, now);
        permitted.map_err(|denied| {
            let error = match denied {
                Denied::Void => ReputationError::DelegatesVoid,
                Denied::NotDelegate => ReputationError::NotAgentSide,
                Denied::Expired => ReputationError::DelegateExpired,
                Denied::NotPermitted => ReputationError::DelegateNotPermitted,
            };
            error.into()
        })
    }

    /// Makes the account of the answer; answers its bump.
    fn make(&self, number: u64) -> Result<u8> {
        let (agent, number) = (self.agent.key(), number.to_le_bytes());
        let path: &[&[u8]] = &[RESPONSE_SEED, agent.as_ref(), &number];
        let (expected, bump) = Pubkey::find_program_address(path, &crate::ID);
        require_keys_eq!(self.response.key(), expected, ReputationError::ResponseMismatch);
        let seeds: &[&[u8]] = &[RESPONSE_SEED, agent.as_ref(), &number, &[bump]];
        create(&crate::ID, &self.responder, &self.response, &self.system_program, Response::SPACE, seeds)?;
        Ok(bump)
    }
}

pub fn handle_respond<'info>(
    ctx: Context<'_, '_, '_, 'info, Respond<'info>>,
    args: RespondArgs,
) -> Result<()> {
    let accounts = &*ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    let index = accounts.validate(&args, now)?;
    let RespondArgs { facts, text_hash, nonce, root } = args;
    let facts_hash = facts.hash();
    let (leaf, brought) = {
        let record = accounts.tree.load()?;
        let brought = usize::from(record.depth.saturating_sub(record.canopy));
        (compression::leaf(&record, &facts, &facts_hash, nonce), brought)
    };
    // what stands behind the proof is not read
    let proof = &ctx.remaining_accounts[..brought.min(ctx.remaining_accounts.len())];
    let (merkle_tree, program) = (&accounts.merkle_tree, &accounts.compression_program);
    compression::verify_leaf(merkle_tree, program, &root, &leaf, index, proof)?;

    let bump = accounts.make(facts.number)?;
    let ownership_epoch = accounts.agent.load()?.ownership_epoch;
    let mut response = init_zero_copy::<Response>(&accounts.response)?;
    response.version = LAYOUT;
    response.bump = bump;
    response.ownership_epoch = ownership_epoch;
    response.agent = facts.agent;
    response.number = facts.number;
    response.facts_hash = facts_hash;
    response.text_hash = text_hash;
    response.responder = accounts.responder.key();
    response.responded_at = now;
    response.invariant()?;
    drop(response);
    let event = AgentResponded {
        response: accounts.response.key(),
        agent: facts.agent,
        ownership_epoch,
        number: facts.number,
        payer: facts.payer,
        facts_hash,
        leaf: Leaf { merkle_tree: merkle_tree.key(), nonce },
        text_hash,
        responder: accounts.responder.key(),
        responded_at: now,
    };
    emit(&event, &accounts.event_authority)
}
