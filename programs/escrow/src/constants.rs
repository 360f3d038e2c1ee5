use agent_labs_common::{ids, mandate, seeds};
use anchor_lang::prelude::*;

/// `Mandate`: `["mandate", payer, id: u64 LE]`
#[constant]
pub const MANDATE_SEED: &[u8] = b"mandate";
/// The mandate's token account: `["mandate_vault", mandate]`
#[constant]
pub const MANDATE_VAULT_SEED: &[u8] = b"mandate_vault";
/// `Channel`: `["channel", mandate, agent, n: u8]`
#[constant]
pub const CHANNEL_SEED: &[u8] = b"channel";
/// `Job`: `["job", mandate, id: u64 LE]`
#[constant]
pub const JOB_SEED: &[u8] = b"job";
/// The registry's `Config`: `["config"]` under the registry's id.
#[constant]
pub const CONFIG_SEED: &[u8] = seeds::CONFIG;

/// The stake program's vault of an agent: `["vault", agent]` under the stake program's id.
#[constant]
pub const STAKE_VAULT_SEED: &[u8] = seeds::STAKE_VAULT;
/// The reputation program's score of an agent: `["score", agent]` under the reputation program's id.
#[constant]
pub const SCORE_SEED: &[u8] = seeds::SCORE;
/// The stake program, whose vaults channels are opened by.
#[constant]
pub const STAKE_PROGRAM: Pubkey = ids::stake::ID;
/// The reputation program, whose scores channels are opened by.
#[constant]
pub const REPUTATION_PROGRAM: Pubkey = ids::reputation::ID;

/// The mint of the credits, its own mint authority: `["credit_mint"]`
#[constant]
pub const CREDIT_MINT_SEED: &[u8] = seeds::CREDIT_MINT;
/// Signs towards consent, which uses approvals up for it: `["approval_consumer"]`
#[constant]
pub const APPROVAL_CONSUMER_SEED: &[u8] = seeds::APPROVAL_CONSUMER;
/// `CreditIssuer`: `["credit_issuer", issuer]`
#[constant]
pub const CREDIT_ISSUER_SEED: &[u8] = b"credit_issuer";
/// `CreditPayment`: `["credit_payment", issuer, reference: 32 bytes]`
#[constant]
pub const CREDIT_PAYMENT_SEED: &[u8] = b"credit_payment";

/// Domain of a channel's voucher tag.
#[constant]
pub const VOUCHER_DOMAIN: &[u8] = b"agent-labs/voucher/v1";

/// Domain of the hash that a voucher set names its channels by.
#[constant]
pub const VOUCHER_SET_DOMAIN: &[u8] = b"agent-labs/voucher-set/v1";

/// First byte of the data of a settle.
pub const SETTLE: u8 = 1;
/// First byte of the data of a settle of a voucher set.
pub const SETTLE_SET: u8 = 3;
/// Fewest channels of a voucher set: the message of one alone would be as long as a voucher.
#[constant]
pub const MIN_SET: u8 = 2;
/// Most channels of a voucher set, which is as many accounts as a transaction may lock.
#[constant]
pub const MAX_SET: u8 = 64;

/// Most agents on a mandate's allow-list.
#[constant]
pub const MAX_ALLOWED_AGENTS: u8 = 16;
/// Domain of the hashes of an allow-list's tree.
#[constant]
pub const ALLOW_DOMAIN: &[u8] = b"agent-labs/allow/v1";
/// Longest proof that an agent is in such a tree, hashes: a million agents.
#[constant]
pub const MAX_ALLOW_PROOF: u8 = 20;
/// Most approvers of a mandate.
#[constant]
pub const MAX_APPROVERS: u8 = 8;
/// A cap of this value is no cap.
#[constant]
pub const UNCAPPED: u64 = u64::MAX;

/// Scores that a mandate may ask for, thousandths of a star.
pub const SCORES: std::ops::RangeInclusive<u32> = 1_000..=5_000;

/// Most decimals of the credits.
pub const MAX_CREDIT_DECIMALS: u8 = 9;

/// Layout version of `Mandate`.
pub const MANDATE_LAYOUT: u8 = mandate::MANDATE_LAYOUT;
/// Layout version of `Channel`.
pub const CHANNEL_LAYOUT: u8 = 1;
/// Layout version of `Job`.
pub const JOB_LAYOUT: u8 = 1;
/// Layout version of `CreditIssuer`.
pub const CREDIT_ISSUER_LAYOUT: u8 = 1;
/// Layout version of `CreditPayment`.
pub const CREDIT_PAYMENT_LAYOUT: u8 = 1;
/// Basis points of a whole.
pub const BPS: u64 = 10_000;
/// Seconds of a day, which begins at midnight UTC.
pub const DAY: i64 = 86_400;
