use agent_labs_common::{
    escrow::{RatingRight, SubjectKind},
    ids,
    registry::{pause, Agent, Config, AGENT_LAYOUT, CONFIG_VERSION},
};
use anchor_lang::prelude::*;

use crate::{
    bubblegum::{self, TreeAccounts},
    constants::*,
    error::ReputationError,
    events::{emit, AgentRated, Leaf},
    math,
    receipt::Facts,
    records::Maker,
    right,
    state::{require_tree_of, Pair, ScoreRules, Standing, Tree, TreePool, Weighed},
};

#[derive(Accounts)]
pub struct Rate<'info> {
    /// The wallet that opened the mandate; pays the rent of new records.
    #[account(mut)]
    pub payer: Signer<'info>,
    #[account(
        address = ids::CONFIG @ ReputationError::ConfigMismatch,
        constraint = config.load()?.version == CONFIG_VERSION @ ReputationError::UnknownLayout
    )]
    pub config: AccountLoader<'info, Config>,
    #[account(constraint = agent.load()?.version == AGENT_LAYOUT @ ReputationError::UnknownLayout)]
    pub agent: AccountLoader<'info, Agent>,
    /// CHECK: escrow checks it.
    pub mandate: UncheckedAccount<'info>,
    /// The channel or job that was paid.
    /// CHECK: escrow checks it, and answers whose it is.
    #[account(mut)]
    pub subject: UncheckedAccount<'info>,
    /// CHECK: `Maker::score` checks it, or makes it.
    #[account(mut)]
    pub score: UncheckedAccount<'info>,
    /// CHECK: `Maker::pair` checks it, or makes it. Not touched for a right that weighs nothing any more.
    #[account(mut)]
    pub pair: UncheckedAccount<'info>,
    /// Where the receipt waits if no tree takes it.
    /// CHECK: `Maker::pending` makes it; not touched where the receipt is minted.
    #[account(mut)]
    pub receipt: UncheckedAccount<'info>,
    /// The stake program's vault of the agent, whether it exists or not.
    /// CHECK: `require_no_stake` reads it, or derives it.
    pub stake_vault: UncheckedAccount<'info>,
    /// The payer's positions in it, whether they exist or not.
    /// CHECK: `require_no_stake` reads it, or derives it.
    pub first_loss_position: UncheckedAccount<'info>,
    /// CHECK: `require_no_stake` reads it, or derives it.
    pub backer_position: UncheckedAccount<'info>,
    /// The registry's list of the agent's delegates, whether it exists or not.
    /// CHECK: `require_no_delegate` reads it, or derives it.
    pub delegates: UncheckedAccount<'info>,
    /// CHECK: its address is all it is; it signs for escrow and Bubblegum.
    #[account(address = RATING_AUTHORITY @ ReputationError::RatingAuthorityMismatch)]
    pub rating_authority: UncheckedAccount<'info>,
    /// CHECK: by address.
    #[account(address = ids::escrow::ID @ ReputationError::ProgramMismatch)]
    pub escrow_program: UncheckedAccount<'info>,
    pub system_program: Program<'info, System>,
    /// The seven below together, or none: without them the receipt is minted later.
    pub tree_pool: Option<AccountLoader<'info, TreePool>>,
    #[account(mut)]
    pub tree: Option<AccountLoader<'info, Tree>>,
    /// CHECK: `require_tree_of` compares it with pool and record.
    #[account(mut)]
    pub merkle_tree: Option<UncheckedAccount<'info>>,
    /// CHECK: Bubblegum's, of the tree; Bubblegum derives it.
    #[account(mut)]
    pub tree_config: Option<UncheckedAccount<'info>>,
    /// CHECK: by address.
    #[account(address = BUBBLEGUM_PROGRAM @ ReputationError::ProgramMismatch)]
    pub bubblegum_program: Option<UncheckedAccount<'info>>,
    /// CHECK: by address.
    #[account(address = COMPRESSION_PROGRAM @ ReputationError::ProgramMismatch)]
    pub compression_program: Option<UncheckedAccount<'info>>,
    /// CHECK: by address.
    #[account(address = NOOP_PROGRAM @ ReputationError::ProgramMismatch)]
    pub noop_program: Option<UncheckedAccount<'info>>,
    /// CHECK: its address is all it is; it signs the event.
    #[account(address = crate::events::EVENT_AUTHORITY @ ReputationError::EventAuthorityMismatch)]
    pub event_authority: UncheckedAccount<'info>,
    /// CHECK: this program, which records the event by calling itself.
    #[account(address = crate::ID @ ReputationError::ProgramMismatch)]
    pub program: UncheckedAccount<'info>,
}

/// The tree that was passed, and its record.
type Shard<'a, 'info> = (TreeAccounts<'a, 'info>, &'a AccountLoader<'info, Tree>);

impl<'info> Rate<'info> {
    fn validate(&self, stars: u8) -> Result<()> {
        require!((1..=MAX_STARS).contains(&stars), ReputationError::StarsInvalid);
        require!(!self.config.load()?.is_paused(pause::RATE), ReputationError::Paused);
        // both are borrowed at once
        require_keys_neq!(self.score.key(), self.pair.key(), ReputationError::PairMismatch);
        Ok(())
    }

    /// That the right is this payer's, for this agent, and that the payer gains nothing by the rating.
    fn require_entitled(&self, right: &RatingRight) -> Result<()> {
        let (agent, payer) = (self.agent.key(), self.payer.key());
        require_keys_eq!(right.agent, agent, ReputationError::RightMismatch);
        require_keys_eq!(right.payer, payer, ReputationError::NotPayer);
        require!(!right::is_own(&payer, &*self.agent.load()?, right), ReputationError::SelfRating);
        right::require_no_delegate(&agent, &payer, &self.delegates)?;
        let positions = [self.first_loss_position.as_ref(), self.backer_position.as_ref()];
        right::require_no_stake(&agent, &payer, &self.stake_vault, positions)
    }

    /// Weight of one base unit of a mint, basis points; an unlisted one weighs nothing.
    fn mint_weight(&self, mint: &Pubkey) -> Result<u32> {
        let config = self.config.load()?;
        let listed = config.settlement_mints.iter().take(config.settlement_mint_count.into());
        Ok(listed.filter(|entry| entry.mint == *mint).map(|entry| entry.weight_bps).next().unwrap_or(0))
    }

    /// The shard's tree where it was passed; it may be full.
    fn shard(&self) -> Result<Option<Shard<'_, 'info>>> {
        let parts = (
            &self.tree_pool,
            &self.tree,
            &self.merkle_tree,
            &self.tree_config,
            &self.bubblegum_program,
            &self.compression_program,
            &self.noop_program,
        );
        match parts {
            (None, None, None, None, None, None, None) => Ok(None),
            (
                Some(pool),
                Some(record),
                Some(merkle_tree),
                Some(tree_config),
                Some(bubblegum),
                Some(compression),
                Some(noop),
            ) => {
                let known = pool.load()?.version == LAYOUT && record.load()?.version == LAYOUT;
                require!(known, ReputationError::UnknownLayout);
                require_tree_of(&self.agent.key(), pool, record, &merkle_tree.key())?;
                let rating_authority = &self.rating_authority;
                let system = self.system_program.as_ref();
                let accounts = TreeAccounts {
                    tree_config,
                    merkle_tree,
                    rating_authority,
                    bubblegum,
                    compression,
                    noop,
                    system,
                };
                Ok(Some((accounts, record)))
            }
            _ => err!(ReputationError::TreeAccountsMissing),
        }
    }

    /// Mints the receipt, or keeps its facts where no tree was passed or it is full.
    fn give_receipt(&self, maker: &Maker<'_, 'info>, facts: &Facts, hash: &[u8; 32]) -> Result<Option<Leaf>> {
        if let Some((tree, record)) = self.shard()? {
            let mut record = record.load_mut()?;
            if !record.is_full() {
                let nonce = bubblegum::mint(&tree, self.agent.as_ref(), &mut record, facts, hash)?;
                return Ok(Some(Leaf { merkle_tree: tree.merkle_tree.key(), nonce }));
            }
        }
        maker.pending(&self.receipt, facts)?;
        Ok(None)
    }
}

/// What the pair adds to the score by a rating of `volume`.
fn weigh(pair: &mut Pair, stars: u8, volume: u64, slot: u64) -> Result<Weighed> {
    let unheard = pair.weight == 0;
    let weight = pair.add(volume, slot)?;
    pair.invariant()?;
    Ok(Weighed { stars, volume, weight, first: unheard && weight > 0 })
}

pub fn handle_rate(ctx: Context<Rate>, stars: u8, kind: SubjectKind) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.validate(stars)?;
    let right = right::consume(
        kind,
        &accounts.rating_authority,
        &accounts.mandate,
        &accounts.subject,
        &accounts.escrow_program,
    )?;
    accounts.require_entitled(&right)?;

    let (agent, clock) = (accounts.agent.key(), Clock::get()?);
    let maker = Maker { payer: &accounts.payer, system: &accounts.system_program };
    let ownership_epoch = accounts.agent.load()?.ownership_epoch;
    let mint_weight_bps = accounts.mint_weight(&right.mint)?;

    let mut score = maker.score(&accounts.score, &agent, ownership_epoch)?;
    let before = (&*score).into();
    score.advance(ownership_epoch);
    let standing = score.standing(right.ownership_epoch)?;
    let rating = if standing == Standing::Past {
        Weighed { stars, volume: 0, weight: 0, first: false }
    } else {
        let counted = math::counted(right.paid, right.refunded, stars, &score.tally(standing))?;
        let volume = math::volume(counted, mint_weight_bps)?;
        let mut pair = maker.pair(&accounts.pair, &agent, right.ownership_epoch)?;
        weigh(&mut pair, stars, volume, clock.slot)?
    };
    let number = score.ratings;
    score.fold(standing, right.agent_version, &rating, clock.slot)?;
    score.invariant()?;
    let after = (&*score).into();
    drop(score);

    let facts = Facts {
        agent,
        ownership_epoch: right.ownership_epoch,
        agent_version: right.agent_version,
        payer: right.payer,
        subject: right.subject,
        generation: right.generation,
        stars,
        paid: right.paid,
        refunded: right.refunded,
        mint: right.mint,
        number,
        slot: clock.slot,
        rated_at: clock.unix_timestamp,
    };
    let facts_hash = facts.hash();
    let leaf = accounts.give_receipt(&maker, &facts, &facts_hash)?;
    let event = AgentRated {
        facts,
        facts_hash,
        kind,
        standing,
        mint_weight_bps,
        volume: rating.volume,
        weight: rating.weight,
        leaf,
        before,
        after,
    };
    emit(&event, &accounts.event_authority)
}
