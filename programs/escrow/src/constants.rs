use agent_labs_common::seeds;
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
/// The registry's `Config`: `["config"]` under the registry's id.
#[constant]
pub const CONFIG_SEED: &[u8] = seeds::CONFIG;

/// Domain of a channel's voucher tag.
#[constant]
pub const VOUCHER_DOMAIN: &[u8] = b"agent-labs/voucher/v1";

/// Most agents on a mandate's allow-list.
#[constant]
pub const MAX_ALLOWED_AGENTS: u8 = 16;
/// A cap of this value is no cap.
#[constant]
pub const UNCAPPED: u64 = u64::MAX;

/// Layout version of `Mandate`.
pub const MANDATE_LAYOUT: u8 = 1;
/// Layout version of `Channel`.
pub const CHANNEL_LAYOUT: u8 = 1;
/// Basis points of a whole.
pub const BPS: u64 = 10_000;
/// Seconds of a day, which begins at midnight UTC.
pub const DAY: i64 = 86_400;
